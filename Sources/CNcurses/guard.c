#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "CNcurses.h"

/// Faults, then requests to end. Each gives the terminal back and then ends the process by that same signal, without
/// asking any handler that was there before: the Swift runtime's would draw into the alternate screen and wait for a key.
static const int ending[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS, SIGTERM, SIGINT, SIGQUIT, SIGHUP};
static const int telling[] = {SIGWINCH, SIGTSTP, SIGCONT};
enum { ending_count = sizeof ending / sizeof *ending, telling_count = sizeof telling / sizeof *telling };

// Everything a handler reads is here, written before `taken` becomes 1.
static struct {
  int terminal;
  int nonblocking;
  int events;
  pid_t process;
  struct termios settings;
  size_t restore_length;
  uint8_t restore[1024];
} guard = {.terminal = -1, .events = -1};
static atomic_int taken;
static atomic_int ended;
static atomic_uint happened;

static struct sigaction old_ending[ending_count], old_telling[telling_count], old_pipe;
static stack_t old_stack;
static uint8_t stack[64 * 1024];
static atomic_int installed;

static long milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/// Async-signal-safe. Waits at most one second in all for a terminal that takes nothing.
static void write_restore_bytes(void) {
  long deadline = milliseconds() + 1000;
  size_t sent = 0;
  while (sent < guard.restore_length) {
    ssize_t count = write(guard.terminal, guard.restore + sent, guard.restore_length - sent);
    if (count > 0) {
      sent += (size_t)count;
    } else if (count < 0 && (errno == EAGAIN || errno == EINTR)) {
      long left = deadline - milliseconds();
      if (left <= 0) return;
      struct pollfd wait = {.fd = guard.terminal, .events = POLLOUT};
      poll(&wait, 1, left < 50 ? (int)left : 50);
    } else {
      return;
    }
  }
}

/// Async-signal-safe; does its work once. A background process is not stopped for it: SIGTTOU is blocked meanwhile.
static void give_back(void) {
  if (getpid() != guard.process || atomic_exchange(&taken, 0) == 0) return;
  int error = errno;
  sigset_t block, before;
  sigemptyset(&block);
  sigaddset(&block, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &block, &before);
  write_restore_bytes();
  tcsetattr(guard.terminal, TCSANOW, &guard.settings);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  errno = error;
}

static void end(int number) {
  if (atomic_exchange(&ended, 1) == 0) {
    if (!guard.nonblocking) {
      signal(SIGALRM, SIG_DFL);
      alarm(2);
    }
    give_back();
  } else {
    // Another thread is giving the terminal back and will end the process.
    poll(NULL, 0, 1500);
  }
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigaction(number, &standard, NULL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  raise(number);
  _exit(128 + number);
}

static void tell(int number) {
  int error = errno;
  unsigned event = number == SIGWINCH ? cn_event_resized : number == SIGTSTP ? cn_event_stop_asked : cn_event_continued;
  atomic_fetch_or(&happened, event);
  cn_wake_signal(guard.events);
  errno = error;
}

static void give_back_at_exit(void) { give_back(); }

static void install_handlers(void) {
  struct sigaction action = {.sa_handler = end, .sa_flags = SA_ONSTACK};
  sigfillset(&action.sa_mask);
  sigset_t unblock;
  sigemptyset(&unblock);
  for (int i = 0; i < ending_count; i++) {
    sigaction(ending[i], &action, &old_ending[i]);
    sigaddset(&unblock, ending[i]);
  }
  action.sa_handler = tell;
  action.sa_flags = SA_ONSTACK | SA_RESTART;
  for (int i = 0; i < telling_count; i++) {
    sigaction(telling[i], &action, &old_telling[i]);
    sigaddset(&unblock, telling[i]);
  }
  struct sigaction ignore = {.sa_handler = SIG_IGN};
  sigaction(SIGPIPE, &ignore, &old_pipe);
  pthread_sigmask(SIG_UNBLOCK, &unblock, NULL);
}

int cn_guard_install(int terminal, int nonblocking) {
  if (atomic_load(&installed)) return EBUSY;
  struct termios settings;
  if (tcgetattr(terminal, &settings) != 0) return errno;
  int events = cn_wake_open();
  if (events < 0) return errno;
  guard.settings = settings;
  guard.terminal = terminal;
  guard.nonblocking = nonblocking;
  guard.events = events;
  guard.process = getpid();
  guard.restore_length = 0;
  atomic_store(&happened, 0);
  atomic_store(&installed, 1);

  stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&own, &old_stack);
  install_handlers();
  static int registered;
  if (!registered) registered = atexit(give_back_at_exit) == 0;
  return 0;
}

void cn_guard_remove(void) {
  if (!atomic_load(&installed)) return;
  give_back();
  for (int i = 0; i < telling_count; i++) sigaction(telling[i], &old_telling[i], NULL);
  for (int i = 0; i < ending_count; i++) sigaction(ending[i], &old_ending[i], NULL);
  sigaction(SIGPIPE, &old_pipe, NULL);
  sigaltstack(&old_stack, NULL);
  close(guard.events);
  guard.events = -1;
  guard.terminal = -1;
  atomic_store(&installed, 0);
}

int cn_guard_set_restore(const uint8_t *bytes, size_t count) {
  if (count > sizeof guard.restore) return -1;
  memcpy(guard.restore, bytes, count);
  guard.restore_length = count;
  return 0;
}

int cn_guard_take(int locked) {
  struct termios mine = guard.settings;
  mine.c_iflag &= ~(tcflag_t)(ICRNL | INLCR | IGNCR | IXON | ISTRIP | PARMRK);
  mine.c_oflag &= ~(tcflag_t)OPOST;
  mine.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN);
  if (locked) {
    mine.c_lflag &= ~(tcflag_t)ISIG;
  } else {
    mine.c_lflag |= ISIG;
  }
  mine.c_cc[VMIN] = 1;
  mine.c_cc[VTIME] = 0;
  mine.c_cc[VSUSP] = _POSIX_VDISABLE;
  atomic_store(&taken, 1);
  while (tcsetattr(guard.terminal, TCSANOW, &mine) != 0) {
    if (errno == EINTR) continue;
    atomic_store(&taken, 0);
    return errno;
  }
  return 0;
}

void cn_guard_give_back(void) { give_back(); }

void cn_guard_stop(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, mine;
  sigaction(SIGTSTP, &standard, &mine);
  atomic_fetch_and(&happened, ~(unsigned)cn_event_continued);
  kill(0, SIGTSTP);
  // With several threads the stop may come a moment after `kill` returns; where no shell could ever continue us the
  // kernel ignores it. So wait a little for the continuation, which ends the wait.
  long deadline = milliseconds() + 100;
  while ((atomic_load(&happened) & cn_event_continued) == 0) {
    long left = deadline - milliseconds();
    if (left <= 0) break;
    poll(NULL, 0, left < 10 ? (int)left : 10);
  }
  sigaction(SIGTSTP, &mine, NULL);
  atomic_fetch_and(&happened, ~(unsigned)(cn_event_continued | cn_event_stop_asked));
}

int cn_guard_descriptor(void) { return guard.events; }

unsigned cn_guard_take_events(void) {
  if (guard.events < 0) return 0;
  cn_wake_clear(guard.events);
  return atomic_exchange(&happened, 0);
}
