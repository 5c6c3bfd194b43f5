#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The innermost loop of reading `progress`: row after row whose texts are all known, by the best means that the
/// processor has. It decides nothing: what a text means was said by the checks when it was first met.
///
/// Everything is read from a window of memory behind whose bytes a line feed stands, and `csweep_margin` bytes of zeros.

enum {
  /// The longest text that can be known, in bytes.
  csweep_longest = 512,
  /// The longest opening of a row, in bytes.
  csweep_longest_opening = 64,
  csweep_margin = csweep_longest + 64,
  csweep_traits = 6,
  /// Rows that are split before they are looked up, and looked up before they are added: while one waits for memory,
  /// the others do not.
  csweep_batch = 16,
};

/// By what means rows are swept; each later one needs more of the processor.
enum {
  csweep_portable = 0,
  /// AVX2, BMI and carry-less products: x86 processors since about 2013.
  csweep_avx2 = 1,
};

/// Random numbers that `csweep_prepare` takes.
enum { csweep_seeds = csweep_longest / 8 + 1 };

/// Must be called once before everything else, with numbers that nobody can foresee.
void csweep_prepare(const uint64_t seeds[csweep_seeds]);

/// The best means of this processor.
int csweep_best_means(void);

/// The hash of a text; each of the means has its own.
///
/// It is the sum of (a + k)(b + l) - kl over the text's pairs of eight bytes a and b, each pair with keys k and l of its
/// own, and of the length times a key ("NH", the universal hash of UMAC, RFC 4418), in whole numbers or in polynomials
/// over two elements. Two texts that were chosen without knowing the keys share a hash in one of 2^63 cases at most.
/// The products do not wait for each other, and zeros behind a text add nothing.
typedef struct {
  uint64_t low, high;
} csweep_hash;

/// Of a text of up to `csweep_longest` bytes; nothing behind it is read.
csweep_hash csweep_hash_of(int means, const uint8_t *text, size_t length);

/// The pairs of eight bytes that a text of a length fills.
static inline uint32_t csweep_pairs(size_t length) { return (uint32_t)((length + 15) / 16); }

/// What a text stands for; negative: the slot is free.
typedef struct {
  csweep_hash hash;
  int64_t value;
} csweep_slot;

/// A table of 2^n slots, of which some are free; a text is at its place or at the next ones.
typedef struct {
  const csweep_slot *slots;
  uint64_t mask;
  /// 64 - n
  uint32_t shift;
  /// The longest text in it, in bytes, and the pairs of eight bytes that it fills.
  uint32_t longest, pairs;
} csweep_table;

/// The value of a hash; negative where it is not in the table.
int64_t csweep_find(const csweep_table *table, csweep_hash hash);

/// Where in a table the search for a hash begins.
static inline uint64_t csweep_place(csweep_hash hash, uint32_t shift) {
  return (hash.low ^ hash.high) * 0x9E3779B97F4A7C15 >> shift;
}

/// What a field, or the rest of a row, is.
enum {
  csweep_date = 0,
  csweep_district = 1,
  csweep_item = 2,
  csweep_institution = 3,
  /// Traits, and behind them as many others.
  csweep_first_traits = 4,
  csweep_count = 4 + csweep_traits,
  csweep_watched = 5 + csweep_traits,
};

typedef struct {
  int kind;
  csweep_table table;
  /// Of a watched field: enough of it were looked at that only fields which hold something need be counted.
  bool is_settled;
  bool is_filled;
  int64_t filled;
} csweep_step;

/// The first fields of a row with their delimiters, so that the next row that begins alike is known at once: files are
/// written day by day, and district by district.
typedef struct {
  uint64_t text[csweep_longest_opening / 8], kept[csweep_longest_opening / 8];
  size_t length;
  int fields;
  int64_t day, district;
} csweep_opening;

typedef struct {
  int64_t sum, rows;
} csweep_cell;

/// Where a row of an institution and an item was added last, and its places among the rows of months and of days.
typedef struct {
  int32_t pair, months, days;
} csweep_last;

/// The columns of a combination of traits.
typedef struct {
  uint16_t columns[csweep_traits];
  /// It was used since the last drain.
  bool is_used;
  /// One of its values has no column.
  bool is_sparse;
} csweep_combination;

/// Where rows are added.
typedef struct {
  /// By pair, then day; none where there are so many that they are kept apart.
  csweep_cell *cells;
  bool *touched, *touched_days;
  int64_t days, items;
  const int32_t *months;
  const csweep_last *last;
  int64_t *institution_months, *institution_days;
  int64_t month_stride, day_stride;
  const csweep_combination *combinations;
  int64_t *traits;
  const int32_t *trait_starts;
  int64_t trait_stride, trait_size;
} csweep_targets;

/// A row between being split and being added.
typedef struct {
  /// Where the row behind it begins.
  size_t next;
  int64_t count;
  /// By kind; what a row does not have is 0.
  int64_t values[csweep_count];
  csweep_hash hashes[csweep_count];
} csweep_row;

typedef struct {
  const uint8_t *memory;
  /// Where the first row begins that was not added.
  size_t position, end;
  uint8_t delimiter;
  csweep_step *steps;
  int step_count;
  /// Steps of an opening: dates and districts at the beginning of a row, never its last field.
  int opening_count;
  int trait_count;
  bool has_watched;
  csweep_opening opening;
  csweep_row batch[csweep_batch];
  /// How many rows of the batch are known, and how many of them were added.
  int known, added;
  /// The first step of the batch's rows that is no part of their openings.
  int looked_up_from;
  /// Behind the batch comes a row that is not known.
  bool stops;
  csweep_targets targets;
  /// Rows taken, and the sum of the magnitudes of their counts.
  int64_t rows, magnitude;
  /// Of the last row taken, what has not been added yet: its cell, its institution, its traits (a bit for each of their
  /// steps).
  bool owes_cell, owes_institution;
  uint32_t owed_traits;
  int64_t count, pair, day, institution, combinations[csweep_traits];
} csweep_state;

/// Begins to sweep at `position`, with no row split yet.
void csweep_begin(csweep_state *state, const uint8_t *memory, size_t position, size_t end);

/// Takes rows up to the first that is not known, or that has not been added as a whole; then it can be called again.
void csweep_run(int means, csweep_state *state);

/// No opening: no row begins so.
void csweep_forget(csweep_opening *opening);
