#pragma once

/// Keeps a program alive that has a terminal for itself, and gives the terminal back whatever becomes of it.
///
/// The supervisor touches nothing that the program does: no Swift, no heap after the start, one process with one thread. So
/// it outlives faults that the program cannot handle itself: a kill, a stack that ran over, a loop that hangs.
typedef struct {
  /// The program and its arguments, as for execv.
  const char *path;
  char *const *arguments;
  /// Seconds without a sign of life after which the program is killed and begun anew.
  int patience;
  /// The first pause before it is begun anew, in milliseconds; each next is twice as long, up to `longest_pause`.
  int first_pause;
  int longest_pause;
  /// What the screen says meanwhile, in UTF-8, without control characters.
  const char *notice;
} cs_program;

/// Runs it until it ends with status 0, or until the supervisor is asked to end. Returns the exit status: 0; 128 + n where
/// signal n asked for the end; what the program ended with where it never gave a sign of life, and the status is 2 or 3.
///
/// The program finds the descriptor for its signs of life, a byte each, in the environment variable `JINENG_KIOSK_PIPE`.
/// Where `NOTIFY_SOCKET` is set, systemd is told that it is ready, alive and ending (sd_notify(3)).
int cs_supervise(const cs_program *program);

/// In the program: the descriptor for signs of life, or -1 where nobody supervises it. Asks to be ended with the supervisor.
int cs_supervised(void);

/// In the program: gives a sign of life.
void cs_alive(int descriptor);
