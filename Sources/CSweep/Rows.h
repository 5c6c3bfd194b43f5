// Splitting rows, once for each means: included where NAMED, MARKS, FIRST and HASH say how.
//   MARKS(at, byte): bit i says whether byte i of the sixty-four at `at` is `byte`
//   FIRST(marks): the place of the lowest bit; 64 where there is none
//   HASH(text, length, pairs): the hash of a text of no more than `pairs` times sixteen bytes

/// The next delimiter; `line_end` or more where there is none before that.
static inline size_t NAMED(next)(
    const uint8_t *memory, uint8_t delimiter, uint64_t *marks, size_t *base, size_t line_end) {
  while (__builtin_expect(*marks == 0, 0)) {
    *base += 64;
    if (*base >= line_end) return line_end;
    *marks = MARKS(memory + *base, delimiter);
  }
  const size_t place = *base + FIRST(*marks);
  *marks &= *marks - 1;
  return place;
}

static inline size_t NAMED(line_end)(const uint8_t *memory, size_t start) {
  // Most rows end within the second block; it is looked at in any case, so that nothing need be foreseen.
  const uint64_t first = FIRST(MARKS(memory + start, '\n'));
  const uint64_t second = FIRST(MARKS(memory + start + 64, '\n'));
  size_t place = start + first + (second & (0 - (first >> 6)));
  if (__builtin_expect((first & second) == 64, 0)) {
    do {
      place += FIRST(MARKS(memory + place, '\n'));
    } while (memory[place] != '\n');
  }
  return place;
}

/// Understands the opening of the row at `at`; false where it is not known, or the row has no more fields.
static __attribute__((noinline)) bool NAMED(open)(csweep_state *state, size_t at) {
  const uint8_t *const memory = state->memory;
  const size_t line_end = NAMED(line_end)(memory, at);
  uint64_t marks = MARKS(memory + at, state->delimiter);
  size_t base = at, start = at;
  int64_t values[2] = {0, 0};
  for (int index = 0; index < state->opening_count; index++) {
    const csweep_step *step = state->steps + index;
    const size_t stop = NAMED(next)(memory, state->delimiter, &marks, &base, line_end);
    if (stop >= line_end) return false;
    if (stop - start > step->table.longest) return false;
    values[step->kind] = find(&step->table, HASH(memory + start, stop - start, step->table.pairs));
    if (values[step->kind] < 0) return false;
    start = stop + 1;
  }
  take_opening(&state->opening, memory + at, start - at, state->opening_count, values);
  return true;
}

/// Splits a row behind its opening and hashes its texts; false where it is not known.
static inline bool NAMED(split_row)(
    csweep_state *const state, csweep_row *const row, size_t start, const size_t line_end) {
  const uint8_t *const memory = state->memory;
  uint64_t marks = MARKS(memory + start, state->delimiter);
  const csweep_step *const last = state->steps + state->step_count - 1;
  size_t base = start;
  for (csweep_step *step = state->steps + state->opening.fields; step <= last; step++) {
    size_t stop = line_end;
    if (step < last) {
      stop = NAMED(next)(memory, state->delimiter, &marks, &base, line_end);
      if (__builtin_expect(stop >= line_end, 0)) return false;
    }
    const uint8_t *const text = memory + start;
    const size_t length = stop - start;
    if (step->kind < csweep_count) {
      // No text that is known is so long.
      if (__builtin_expect(length > step->table.longest, 0)) return false;
      row->hashes[step->kind] = HASH(text, length, step->table.pairs);
    } else if (step->kind == csweep_count) {
      if (!number(text, length, step == last, &row->count)) return false;
    } else if (!watch(step, text, length, step == last, state->delimiter)) {
      return false;
    }
    start = stop + 1;
  }
  return true;
}

/// Splits rows, as many as a batch takes, and hashes their texts.
static void NAMED(split)(csweep_state *const state) {
  const uint8_t *const memory = state->memory;
  // Whether a watched field is filled is kept with its step, for one row.
  const int most = state->has_watched ? 1 : csweep_batch;
  const size_t end = state->end;
  size_t at = state->position;
  int known = 0;
  bool stops = false;
  for (; known < most; known++) {
    stops = true;
    if (at >= end) break;
    if (state->opening_count > 0 && __builtin_expect(!opens(&state->opening, memory + at), 0) &&
        !NAMED(open)(state, at))
      break;
    // All rows of a batch are looked up alike.
    if (known == 0) state->looked_up_from = state->opening.fields;
    if (__builtin_expect(state->opening.fields != state->looked_up_from, 0)) {
      stops = false;
      break;
    }
    const size_t start = at + state->opening.length;
    const size_t line_end = NAMED(line_end)(memory, start);
    if (__builtin_expect(line_end >= end, 0)) break;
    csweep_row *const row = state->batch + known;
    row->count = 1;
    row->values[csweep_date] = state->opening.day;
    row->values[csweep_district] = state->opening.district;
    row->values[csweep_item] = 0;
    row->values[csweep_institution] = 0;
    if (__builtin_expect(!NAMED(split_row)(state, row, start, line_end), 0)) break;
    row->next = at = line_end + 1;
    stops = false;
  }
  state->known = known;
  state->added = 0;
  state->stops = stops;
}
