#pragma once

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// The one door to ncurses and to signal handling. Only plain integers and bytes pass through it, in both directions.
///
/// ncurses never sees the terminal: it draws into memory (`cn_output_take`), and the caller sends those bytes when the
/// terminal is ready for them. So a slow reader cannot block the program inside ncurses, ncurses cannot change the
/// line settings, and a crash cannot happen between two halves of its output.

// MARK: Locale

/// Makes LC_CTYPE one that can hold Chinese: the environment's, else C.UTF-8, zh_CN.UTF-8, en_US.UTF-8.
/// Returns 0 when the environment's was good, 1 when another was taken, -1 when the system has none.
int cn_locale_prepare(void);

// MARK: The screen (one thread only, one screen at a time)

enum { cn_bold = 1, cn_dim = 2, cn_underline = 4, cn_reverse = 8 };

/// Why a screen could not be opened.
enum { cn_opened = 0, cn_unknown_terminal = 1, cn_unusable_terminal = 2, cn_system_error = 3 };

/// What the description of a terminal type says.
struct cn_description {
  int colors;      // how many, 0 for none
  int rgb;         // it takes 24-bit colours
  int ansi;        // it is steered by the sequences of ECMA-48
  char title[96];  // what it calls itself in words
};

/// Looks at the description of the terminal type `term` without touching a terminal: `cn_opened` or why it will not do.
int cn_description_examine(const char *term, struct cn_description *description);
/// Opens a screen for the terminal type `term`. Nothing is drawn before the first `cn_screen_update`.
int cn_screen_open(const char *term, int rows, int columns);
void cn_screen_close(void);
/// Takes the new size over; the next update sends everything.
void cn_screen_resize(int rows, int columns);
/// How many colours the terminal has (0: none) and how many pairs of them can be defined.
int cn_screen_colors(void);
int cn_screen_pairs(void);
/// Defines a pair, 1 or higher; -1 is the terminal's own colour. Returns 0 when it holds.
int cn_screen_define_pair(int pair, int foreground, int background);
/// A row is drawn whole, from column 0: begin, one call per cell, end. `scalars` is one character with at most four
/// combining marks, `width` is 1 or 2. Cells past the right edge are left out; missing ones are blank.
void cn_row_begin(void);
void cn_row_cell(const uint32_t *scalars, int count, int width, unsigned attributes, int pair);
void cn_row_end(int row);
/// Where the hardware cursor stands, and whether it is seen.
void cn_screen_cursor(int row, int column, int visible);
/// Computes what the terminal must be sent to show the rows.
void cn_screen_update(void);
/// What the terminal shows is unknown: the next update clears it and sends everything.
void cn_screen_invalidate(void);
/// The terminal was given away: the next update enters the alternate screen again and sends everything.
void cn_screen_leave(void);

/// How many bytes wait, and their removal. `cn_output_take` returns how many it copied.
size_t cn_output_length(void);
size_t cn_output_take(uint8_t *buffer, size_t capacity);

/// A string of the terminal description by its terminfo name, or NULL. Valid until the screen closes.
const char *cn_capability(const char *name);
/// Whether it has a flag.
int cn_flag(const char *name);
/// A number of it; negative where there is none.
int cn_number(const char *name);

// MARK: The guard: signals and line settings

enum { cn_event_resized = 1, cn_event_stop_asked = 2, cn_event_continued = 4 };

/// Remembers the line settings of a terminal and the signal dispositions, and installs handlers for faults, for the
/// ending signals and for resize, stop and continue. Returns 0, or errno.
int cn_guard_install(int terminal, int nonblocking);
/// Puts dispositions back; the line settings too, where they are still changed.
void cn_guard_remove(void);
/// The bytes that give the terminal back. At most 1024; returns 0 when they were taken.
int cn_guard_set_restore(const uint8_t *bytes, size_t count);
/// Key by key, no echo, no flow control, Ctrl-C and Ctrl-\ still signals, Ctrl-Z a key; where it is `locked` no key is a
/// signal. From here on until `cn_guard_give_back` every end of the process writes the restore bytes and puts the line
/// settings back. Returns 0, or errno.
int cn_guard_take(int locked);
/// Writes the restore bytes (waiting at most one second for the terminal) and puts the line settings back.
void cn_guard_give_back(void);
/// Stops the process group as Ctrl-Z would, and returns when it runs again; at once where nothing can stop it.
void cn_guard_stop(void);
/// Readable while an event waits.
int cn_guard_descriptor(void);
/// The events since the last call, as bits.
unsigned cn_guard_take_events(void);

// MARK: The terminal device

/// Opens the terminal that `descriptor` is, anew, so that its flags are ours alone; falls back to a duplicate.
/// `nonblocking` tells whether reads and writes return at once. Returns the descriptor, or -1.
int cn_terminal_open(int descriptor, int *nonblocking);
/// Its size; 0×0 when it does not say.
void cn_terminal_size(int descriptor, int *rows, int *columns);
/// An eventfd for waking a poll, and its two operations (both may be called from any thread).
int cn_wake_open(void);
void cn_wake_signal(int descriptor);
void cn_wake_clear(int descriptor);

// MARK: Waiting

enum { cn_ready_input = 1, cn_ready_signals = 2, cn_ready_wake = 4, cn_ready_output = 8 };

/// A key that may come next, and what the terminal is to be sent for it: two pieces of one array of bytes.
struct cn_answer {
  size_t key;
  size_t key_count;
  size_t output;
  size_t output_count;
  int64_t until;  // milliseconds of the monotonic clock: from then on the answer is out of date
};

struct cn_waited {
  int ready;           // of the `cn_ready_` bits; -1 where poll(2) failed
  ssize_t got;         // how many bytes were read; 0 at the end of input, -1 with `error` where none were
  int error;
  int answer;          // which answer was sent; -1 for none
  ssize_t sent;        // how many bytes of it the terminal took; -1 where it took none
  uint8_t input[64];
};

/// poll(2) on the terminal, the guard, `wake` (-1: none) and, where it `wants_output`, until the terminal takes more.
/// Where there are answers and nothing but input has come, it is read, and where it is a key of `answers`, that one's
/// output is sent before anything else is done: between the key and its picture lies nothing but this function.
void cn_wait(int input, int wake, int wants_output, int timeout, const uint8_t *bytes, const struct cn_answer *answers,
             int count, struct cn_waited *waited);
