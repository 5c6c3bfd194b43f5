#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "CNcurses.h"
#include "width.h"

static struct {
  SCREEN *handle;
  FILE *output;
  FILE *input;
  int memory;  // what ncurses writes to: a file in memory
  int colors;
  cchar_t *row;
  int cells;    // how many of `row` are filled,
  int columns;  // and how many columns they cover
} screen = {.memory = -1};

static void free_all(void) {
  if (screen.handle != NULL) delscreen(screen.handle);
  if (screen.output != NULL) fclose(screen.output);
  if (screen.input != NULL) fclose(screen.input);
  free(screen.row);
  screen.handle = NULL;
  screen.output = NULL;
  screen.input = NULL;
  screen.row = NULL;
  screen.memory = -1;
  screen.colors = 0;
}

// The file keeps its pages: giving them back and taking them again would cost with every key. What is left of a large
// picture is overwritten, and never read: only what was written since is.
static void discard_output(void) { lseek(screen.memory, 0, SEEK_SET); }

int cn_screen_open(const char *term, int rows, int columns) {
  if (screen.handle != NULL) return cn_system_error;
  struct cn_description description;
  int fitness = cn_description_examine(term, &description);
  if (fitness != cn_opened) return fitness;
  int memory = memfd_create("screen", MFD_CLOEXEC);
  if (memory < 0) return cn_system_error;

  screen.memory = memory;
  screen.output = fdopen(memory, "w");
  screen.input = fopen("/dev/null", "re");
  if (screen.output == NULL || screen.input == NULL) {
    if (screen.output == NULL) close(memory);
    free_all();
    return cn_system_error;
  }
  // The size is the caller's business. (`use_env(FALSE)` would say so too, but then descriptions without a size, as
  // the Linux console's, are refused.)
  unsetenv("LINES");
  unsetenv("COLUMNS");
  screen.handle = newterm(term, screen.output, screen.input);
  if (screen.handle == NULL) {
    free_all();
    return cn_unusable_terminal;
  }
  nonl();
  noecho();
  typeahead(-1);
  leaveok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  if (has_colors() && start_color() == OK && use_default_colors() == OK) screen.colors = COLORS;
  cn_screen_resize(rows, columns);
  // What was drawn so far assumed the size in the terminal's description; the first update begins anew.
  cn_screen_leave();
  return screen.row != NULL ? cn_opened : cn_system_error;
}

void cn_screen_close(void) {
  if (screen.handle == NULL) return;
  if (isendwin() == FALSE) endwin();
  free_all();
}

void cn_screen_resize(int rows, int columns) {
  resize_term(rows, columns);
  free(screen.row);
  screen.row = calloc((size_t)columns + 1, sizeof(cchar_t));
  cn_row_begin();
  cn_screen_invalidate();
}

int cn_screen_colors(void) { return screen.colors; }

int cn_screen_pairs(void) { return screen.colors > 0 ? COLOR_PAIRS : 0; }

int cn_screen_define_pair(int pair, int foreground, int background) {
  return init_extended_pair(pair, foreground, background) == OK ? 0 : -1;
}

void cn_row_begin(void) { screen.cells = screen.columns = 0; }

static attr_t ncurses_attributes(unsigned attributes) {
  attr_t result = A_NORMAL;
  if (attributes & cn_bold) result |= A_BOLD;
  if (attributes & cn_dim) result |= A_DIM;
  if (attributes & cn_underline) result |= A_UNDERLINE;
  if (attributes & cn_reverse) result |= A_REVERSE;
  return result;
}

void cn_row_cell(const uint32_t *scalars, int count, int width, unsigned attributes, int pair) {
  if (screen.row == NULL || width < 1 || width > 2 || screen.columns + width > COLS) return;
  wchar_t text[CCHARW_MAX + 1] = {L' '};
  for (int i = 0; i < count && i < CCHARW_MAX; i++) {
    cn_width_say(scalars[i], i == 0 ? width : 0);
    text[i] = (wchar_t)scalars[i];
  }
  cchar_t *cell = &screen.row[screen.cells];
  if (setcchar(cell, text, ncurses_attributes(attributes), 0, &pair) != OK)
    setcchar(cell, L" ", A_NORMAL, 0, NULL);
  screen.cells += 1;
  screen.columns += width;
}

void cn_row_end(int row) {
  if (screen.row == NULL || row < 0 || row >= LINES) return;
  wmove(stdscr, row, 0);
  wclrtoeol(stdscr);
  mvwadd_wchnstr(stdscr, row, 0, screen.row, screen.cells);
}

void cn_screen_cursor(int row, int column, int visible) {
  curs_set(visible);
  wmove(stdscr, row, column);
}

void cn_screen_update(void) {
  wnoutrefresh(stdscr);
  doupdate();
}

void cn_screen_invalidate(void) { clearok(curscr, TRUE); }

void cn_screen_leave(void) {
  if (isendwin() == FALSE) endwin();
  discard_output();
  cn_screen_invalidate();
}

size_t cn_output_length(void) {
  if (screen.memory < 0) return 0;
  off_t end = lseek(screen.memory, 0, SEEK_CUR);
  return end > 0 ? (size_t)end : 0;
}

size_t cn_output_take(uint8_t *buffer, size_t capacity) {
  size_t length = cn_output_length();
  if (length > capacity) length = capacity;
  size_t done = 0;
  while (done < length) {
    ssize_t got = pread(screen.memory, buffer + done, length - done, (off_t)done);
    if (got <= 0) break;
    done += (size_t)got;
  }
  discard_output();
  return done;
}
