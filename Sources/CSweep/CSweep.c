#include "CSweep.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

/// Drawn once, then only read.
static struct {
  /// Two for each sixteen bytes.
  uint64_t keys[csweep_longest / 8] __attribute__((aligned(64)));
  uint64_t length_key;
  /// By pairs of keys: what zeros would add, taken away.
  unsigned __int128 starts[csweep_longest / 16 + 1];
  /// The same of polynomials.
  unsigned __int128 starts_of_polynomials[csweep_longest / 16 + 1];
  /// As many bytes of ones as the longest text has, then as many of zeros.
  uint8_t ones[2 * csweep_longest];
} tools;

static unsigned __int128 product_of_polynomials(uint64_t a, uint64_t b) {
  unsigned __int128 product = 0;
  for (int bit = 0; bit < 64; bit++)
    if (b >> bit & 1) product ^= (unsigned __int128)a << bit;
  return product;
}

void csweep_prepare(const uint64_t seeds[csweep_seeds]) {
  memcpy(tools.keys, seeds, sizeof tools.keys);
  tools.length_key = seeds[csweep_seeds - 1] | 1;
  for (int pair = 0; pair < csweep_longest / 16; pair++) {
    const uint64_t a = tools.keys[2 * pair], b = tools.keys[2 * pair + 1];
    tools.starts[pair + 1] = tools.starts[pair] - (unsigned __int128)a * b;
    tools.starts_of_polynomials[pair + 1] = tools.starts_of_polynomials[pair] ^ product_of_polynomials(a, b);
  }
  memset(tools.ones, 0xFF, csweep_longest);
}

void csweep_forget(csweep_opening *opening) {
  memset(opening, 0, sizeof *opening);
  // What is kept of a row is nothing, and that is not one.
  opening->text[0] = 1;
}

static inline uint64_t word(const void *at) {
  uint64_t word;
  memcpy(&word, at, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

static inline bool opens(const csweep_opening *opening, const uint8_t *row) {
  uint64_t difference = 0;
  for (int index = 0; index < csweep_longest_opening / 8; index++) {
    uint64_t bytes;
    memcpy(&bytes, row + 8 * index, 8);
    difference |= (bytes & opening->kept[index]) ^ opening->text[index];
  }
  return difference == 0;
}

static void take_opening(
    csweep_opening *opening, const uint8_t *row, size_t length, int fields, const int64_t values[2]) {
  csweep_forget(opening);
  // One that is too long is read field by field.
  if (length > csweep_longest_opening) return;
  memset(opening->kept, 0xFF, length);
  opening->text[0] = 0;
  memcpy(opening->text, row, length);
  opening->length = length;
  opening->fields = fields;
  opening->day = values[csweep_date];
  opening->district = values[csweep_district];
}

/// A count of up to eight digits, with or without a minus; false for every other form, right or wrong.
static inline bool number(const uint8_t *text, size_t length, bool is_last, int64_t *count) {
  // Behind the last field a CR belongs to the line's end.
  if (is_last && length > 0 && text[length - 1] == '\r') length -= 1;
  const bool is_negative = length > 0 && text[0] == '-';
  text += is_negative;
  length -= is_negative;
  if (__builtin_expect(length - 1 >= 8, 0)) return false;
  // All digits at once: moved to the word's end, behind zeros, then pairs of them, of pairs, and of fours.
  const uint64_t zeros = 0x3030303030303030;
  const int shift = 64 - (int)length * 8;
  uint64_t value = (word(text) << shift | (zeros & ((1ull << shift) - 1))) ^ zeros;
  // Nine is the largest to which so much can be added without reaching a byte's highest bit.
  if (__builtin_expect(((value | (value + 0x7676767676767676)) & 0x8080808080808080) != 0, 0)) return false;
  value = (value * 10 + (value >> 8)) & 0x00FF00FF00FF00FF;
  value = (value * 100 + (value >> 16)) & 0x0000FFFF0000FFFF;
  value = (value * 10000 + (value >> 32)) & 0xFFFFFFFF;
  *count = is_negative ? -(int64_t)value : (int64_t)value;
  return true;
}

/// Looks at a watched field; false where it must be looked at more closely.
static __attribute__((noinline)) bool watch(
    csweep_step *step, const uint8_t *text, size_t length, bool is_last, uint8_t delimiter) {
  step->is_filled = false;
  // Behind the last field a CR belongs to the line's end; anywhere else it ends the line by itself.
  if (length == 0 || (is_last && length == 1 && text[0] == '\r')) return true;
  // What begins with a plain character holds something, whatever follows; blanks of every kind are rarer.
  if (!step->is_settled || length >= 1024) return false;
  for (size_t index = 0; index < length; index++) {
    const uint8_t byte = text[index];
    const bool is_end = is_last && index == length - 1 && byte == '\r';
    // The last field's text reaches to the line's end: with a delimiter in it the row has too many fields.
    const bool is_plain = byte >= 0x20 && byte <= 0x7E && byte != '"' && byte != delimiter;
    if (!is_plain && !is_end) return false;
  }
  if (text[0] <= 0x20) return false;
  step->is_filled = true;
  return true;
}

static __attribute__((noinline)) void count_filled(csweep_state *state) {
  for (csweep_step *step = state->steps; step < state->steps + state->step_count; step++) {
    step->filled += step->is_filled;
    step->is_filled = false;
  }
}

static __attribute__((noinline)) int64_t search(const csweep_table *table, csweep_hash hash, uint64_t place) {
  while (true) {
    const csweep_slot *slot = table->slots + place;
    if (slot->value < 0 || (slot->hash.low == hash.low && slot->hash.high == hash.high)) return slot->value;
    place = (place + 1) & table->mask;
  }
}

static inline int64_t find(const csweep_table *table, csweep_hash hash) {
  // Which of two slots it is in cannot be foreseen, so it is computed, not branched upon.
  const uint64_t place = csweep_place(hash, table->shift);
  const csweep_slot *const first = table->slots + place;
  const csweep_slot *const second = table->slots + ((place + 1) & table->mask);
  const uint64_t in_first = (first->hash.low ^ hash.low) | (first->hash.high ^ hash.high);
  const uint64_t in_second = (second->hash.low ^ hash.low) | (second->hash.high ^ hash.high);
  const int64_t value = __builtin_unpredictable(in_first == 0) ? first->value : second->value;
  if (__builtin_expect(in_first != 0 & in_second != 0, 0)) return search(table, hash, place);
  return value;
}

int64_t csweep_find(const csweep_table *table, csweep_hash hash) {
  return search(table, hash, csweep_place(hash, table->shift));
}

// MARK: By any processor's means

static inline uint64_t marks_portable(const uint8_t *at, uint8_t byte) {
  uint64_t marks = 0;
#if defined(__SSE2__)
  const __m128i wanted = _mm_set1_epi8((char)byte);
  for (int index = 0; index < 4; index++) {
    const __m128i found = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(at + 16 * index)), wanted);
    marks |= (uint64_t)(uint32_t)_mm_movemask_epi8(found) << 16 * index;
  }
#else
  const uint64_t ones = 0x0101010101010101, lows = 0x7F7F7F7F7F7F7F7F;
  for (int index = 0; index < 8; index++) {
    const uint64_t other = word(at + 8 * index) ^ ones * byte;
    // The highest bit of every byte that is zero now, and of no other.
    const uint64_t zeros = ~(((other & lows) + lows) | other | lows);
    marks |= ((zeros >> 7) * 0x0102040810204080 >> 56) << 8 * index;
  }
#endif
  return marks;
}

static inline csweep_hash hash_portable(const uint8_t *text, size_t length, size_t pairs) {
  const uint8_t *const kept = tools.ones + csweep_longest - length;
  unsigned __int128 sum = tools.starts[pairs] + (unsigned __int128)length * tools.length_key;
  for (size_t pair = 0; pair < pairs; pair++) {
    const uint64_t a = word(text + 16 * pair) & word(kept + 16 * pair);
    const uint64_t b = word(text + 16 * pair + 8) & word(kept + 16 * pair + 8);
    sum += (unsigned __int128)(a + tools.keys[2 * pair]) * (b + tools.keys[2 * pair + 1]);
  }
  return (csweep_hash){(uint64_t)sum, (uint64_t)(sum >> 64)};
}

#define NAMED(name) name##_portable
#define MARKS marks_portable
#define FIRST(marks) ((marks) == 0 ? 64 : (uint64_t)__builtin_ctzll(marks))
#define HASH hash_portable
#include "Rows.h"
#undef NAMED
#undef MARKS
#undef FIRST
#undef HASH

#if defined(__x86_64__)

// MARK: By AVX2

#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2,pclmul"))), apply_to = function)

static inline uint64_t marks_avx2(const uint8_t *at, uint8_t byte) {
  const __m256i wanted = _mm256_set1_epi8((char)byte);
  const __m256i low = _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)at), wanted);
  const __m256i high = _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(at + 32)), wanted);
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

static inline csweep_hash hash_avx2(const uint8_t *text, size_t length, size_t pairs) {
  const uint8_t *const kept = tools.ones + csweep_longest - length;
  __m128i sum = _mm_clmulepi64_si128(_mm_cvtsi64_si128((int64_t)length), _mm_cvtsi64_si128((int64_t)tools.length_key), 0);
  sum = _mm_xor_si128(sum, _mm_load_si128((const __m128i *)(tools.starts_of_polynomials + pairs)));
  for (size_t pair = 0; pair < pairs; pair++) {
    const __m128i bytes = _mm_and_si128(
        _mm_loadu_si128((const __m128i *)(text + 16 * pair)), _mm_loadu_si128((const __m128i *)(kept + 16 * pair)));
    const __m128i keyed = _mm_xor_si128(bytes, _mm_load_si128((const __m128i *)(tools.keys + 2 * pair)));
    sum = _mm_xor_si128(sum, _mm_clmulepi64_si128(keyed, keyed, 0x01));
  }
  return (csweep_hash){(uint64_t)_mm_cvtsi128_si64(sum), (uint64_t)_mm_extract_epi64(sum, 1)};
}

#define NAMED(name) name##_avx2
#define MARKS marks_avx2
#define FIRST(marks) _tzcnt_u64(marks)
#define HASH hash_avx2
#include "Rows.h"
#undef NAMED
#undef MARKS
#undef FIRST
#undef HASH
#pragma clang attribute pop

static bool has_avx2(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") &&
         __builtin_cpu_supports("pclmul");
}

#endif

// MARK: Choosing

int csweep_best_means(void) {
#if defined(__x86_64__)
  if (has_avx2()) return csweep_avx2;
#endif
  return csweep_portable;
}

csweep_hash csweep_hash_of(int means, const uint8_t *text, size_t length) {
  // Only whole pairs of words are read.
  uint8_t padded[csweep_longest];
  const size_t end = (size_t)csweep_pairs(length) * 16;
  if (length > 0) memcpy(padded, text, length);
  memset(padded + length, 0, end - length);
#if defined(__x86_64__)
  if (means == csweep_avx2) return hash_avx2(padded, length, csweep_pairs(length));
#endif
  return hash_portable(padded, length, csweep_pairs(length));
}

/// Looks the texts of the batch up; it ends before the first row with one that is not known.
static void look_up(csweep_state *const state) {
  const csweep_step *const end = state->steps + state->step_count;
  for (const csweep_step *step = state->steps + state->looked_up_from; step < end; step++) {
    if (step->kind >= csweep_count) continue;
    for (int index = 0; index < state->known; index++) {
      csweep_row *const row = state->batch + index;
      row->values[step->kind] = find(&step->table, row->hashes[step->kind]);
      if (__builtin_expect(row->values[step->kind] < 0, 0)) {
        state->known = index;
        state->stops = true;
      }
    }
  }
}

/// Adds the next row of the batch; false where it has not been added as a whole.
static inline bool add(csweep_state *const state, const csweep_targets *const to) {
  const csweep_row *const row = state->batch + state->added;
  const int64_t *const values = row->values;
  const int64_t count = row->count, day = values[csweep_date], item = values[csweep_item];
  const int64_t institution = values[csweep_institution];
  const int64_t pair = values[csweep_district] * to->items + item, month = to->months[day];
  const bool owes_cell = to->cells == NULL;
  if (__builtin_expect(!owes_cell, 1)) {
    csweep_cell *const cell = to->cells + (pair * to->days + day);
    cell->sum += count;
    cell->rows += 1;
  }
  to->touched[pair] = true;
  to->touched_days[day] = true;
  // Rows without an institution, and those of items that do not measure it, go to a sink: neither can be foreseen.
  const csweep_last *const last = to->last + (institution * to->items + item);
  const bool owes_institution = (institution != 0) & (last->pair != pair);
  if (__builtin_expect(!owes_institution, 1)) {
    to->institution_months[month * to->month_stride + last->months] += count;
    to->institution_days[day * to->day_stride + last->days] += count;
  }
  uint32_t owed = 0;
  const int32_t block = to->trait_starts[pair];
  const int64_t place = block * to->trait_size + month * to->trait_stride;
  for (int index = 0; index < state->trait_count; index++) {
    const csweep_combination *const own = to->combinations + values[csweep_first_traits + index];
    if (__builtin_expect((block < 0) | !own->is_used | own->is_sparse, 0)) {
      owed |= 1u << index;
      continue;
    }
    for (int trait = 0; trait < csweep_traits; trait++) to->traits[place + own->columns[trait]] += count;
  }
  if (__builtin_expect(state->has_watched, 0)) count_filled(state);
  state->magnitude += count < 0 ? -count : count;
  state->rows += 1;
  state->position = row->next;
  state->added += 1;
  if (__builtin_expect(!owes_cell & !owes_institution & (owed == 0), 1)) return true;
  state->owes_cell = owes_cell;
  state->owes_institution = owes_institution;
  state->owed_traits = owed;
  state->count = count;
  state->pair = pair;
  state->day = day;
  state->institution = institution;
  for (int index = 0; index < state->trait_count; index++)
    state->combinations[index] = values[csweep_first_traits + index];
  return false;
}

void csweep_begin(csweep_state *state, const uint8_t *memory, size_t position, size_t end) {
  state->memory = memory;
  state->position = position;
  state->end = end;
  state->known = 0;
  state->added = 0;
  state->stops = false;
  state->rows = 0;
  state->magnitude = 0;
}

static void split(int means, csweep_state *state) {
#if defined(__x86_64__)
  if (means == csweep_avx2) return split_avx2(state);
#endif
  split_portable(state);
}

void csweep_run(int means, csweep_state *state) {
  const csweep_targets to = state->targets;
  state->owes_cell = false;
  state->owes_institution = false;
  state->owed_traits = 0;
  if (state->step_count <= 0) return;
  while (true) {
    while (state->added < state->known)
      if (!add(state, &to)) return;
    if (state->stops) return;
    split(means, state);
    look_up(state);
  }
}
