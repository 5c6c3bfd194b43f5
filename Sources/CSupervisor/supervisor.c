#define _GNU_SOURCE
#include "CSupervisor.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

static const char pipe_variable[] = "JINENG_KIOSK_PIPE";
static const int ending[] = {SIGTERM, SIGINT, SIGHUP, SIGQUIT};
enum { ending_count = sizeof ending / sizeof *ending };

/// The signal that asked for the end.
static volatile sig_atomic_t asked;

static void note(int number) {
  if (number != SIGCHLD) asked = number;
}

static long milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

// MARK: systemd

static char notify_path[sizeof(((struct sockaddr_un *)0)->sun_path)];

/// Takes the address out of the environment: the program is not to speak to systemd.
static void notify_begin(void) {
  const char *path = getenv("NOTIFY_SOCKET");
  if (path && (path[0] == '/' || path[0] == '@') && strlen(path) < sizeof notify_path) strcpy(notify_path, path);
  unsetenv("NOTIFY_SOCKET");
  unsetenv("WATCHDOG_USEC");
  unsetenv("WATCHDOG_PID");
}

static void notify(const char *state) {
  if (!notify_path[0]) return;
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  size_t length = strlen(notify_path);
  memcpy(address.sun_path, notify_path, length);
  if (address.sun_path[0] == '@') address.sun_path[0] = 0;
  int handle = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (handle < 0) return;
  (void)sendto(handle, state, strlen(state), MSG_NOSIGNAL, (struct sockaddr *)&address,
               (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length));
  close(handle);
}

// MARK: The terminal

static struct termios settings;
static int has_terminal;

/// Whether the terminal still takes something; a reader that stopped is not waited for longer than a moment.
static void put(const char *bytes, size_t count) {
  long deadline = milliseconds() + 300;
  while (count > 0 && milliseconds() < deadline) {
    struct pollfd wait = {.fd = STDOUT_FILENO, .events = POLLOUT};
    if (poll(&wait, 1, 50) <= 0) continue;
    if (wait.revents & (POLLERR | POLLHUP | POLLNVAL)) return;
    // Few bytes at a time: a terminal that takes some may not take all.
    ssize_t sent = write(STDOUT_FILENO, bytes, count < 64 ? count : 64);
    if (sent < 0 && errno != EINTR && errno != EAGAIN) return;
    if (sent > 0) bytes += sent, count -= (size_t)sent;
  }
}

/// Plain attributes, mouse and paste reports off, cursor seen, the main screen; then the line settings of the start.
static void give_back(void) {
  static const char plain[] =
      "\033[0m\033[?1000l\033[?1002l\033[?1003l\033[?1004l\033[?1006l\033[?2004l\033[?1l\033>\033[?25h\033[?1049l";
  if (!has_terminal) return;
  put(plain, sizeof plain - 1);
  tcsetattr(STDOUT_FILENO, TCSANOW, &settings);
  tcflush(STDOUT_FILENO, TCIFLUSH);
}

/// What is seen while the program is not there.
static void show(const char *notice) {
  if (!has_terminal) return;
  put("\033[2J\033[H\r\n  ", 11);
  put(notice, strlen(notice));
  put("\r\n", 2);
}

static int terminal_is_gone(void) {
  struct termios now;
  return has_terminal && tcgetattr(STDOUT_FILENO, &now) != 0;
}

// MARK: The program

static pid_t begin(const cs_program *program, const sigset_t *mask, int *life) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  pid_t supervisor = getpid();
  pid_t child = fork();
  if (child == 0) {
    // It goes with its supervisor, even one that was killed.
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != supervisor) _exit(1);
    fcntl(ends[1], F_SETFD, 0);
    char number[16];
    snprintf(number, sizeof number, "%d", ends[1]);
    setenv(pipe_variable, number, 1);
    struct sigaction standard = {.sa_handler = SIG_DFL};
    for (int i = 0; i < ending_count; i++) sigaction(ending[i], &standard, NULL);
    sigaction(SIGCHLD, &standard, NULL);
    sigaction(SIGTTOU, &standard, NULL);
    sigprocmask(SIG_SETMASK, mask, NULL);
    execv(program->path, program->arguments);
    _exit(3);
  }
  close(ends[1]);
  if (child < 0) {
    close(ends[0]);
    return -1;
  }
  *life = ends[0];
  return child;
}

typedef struct {
  int status;
  /// It gave a sign of life.
  int was_alive;
} run;

/// Waits until the program is gone; kills it where it hangs, or where the end was asked for and it does not go.
static run watch(pid_t child, int life, const cs_program *program, const sigset_t *mask) {
  run result = {0};
  long seen = milliseconds(), told = 0, leaving = 0;
  int forwarded = 0;
  for (;;) {
    pid_t ended = waitpid(child, &result.status, WNOHANG);
    if (ended == child || (ended < 0 && errno != EINTR)) break;
    long now = milliseconds();
    if (asked && !forwarded) {
      notify("STOPPING=1");
      kill(child, asked);
      forwarded = 1;
      leaving = now;
    }
    if ((forwarded && now - leaving > 3000) || (!forwarded && now - seen > program->patience * 1000L)) kill(child, SIGKILL);
    struct pollfd wait = {.fd = life, .events = POLLIN};
    struct timespec second = {.tv_sec = 1};
    if (ppoll(&wait, 1, &second, mask) > 0 && wait.revents & POLLIN) {
      char bytes[64];
      while (read(life, bytes, sizeof bytes) > 0) {}
      seen = milliseconds();
      if (!result.was_alive) notify("READY=1\nSTATUS=showing");
      result.was_alive = 1;
      if (seen - told >= 1000) {
        notify("WATCHDOG=1");
        told = seen;
      }
    } else if (wait.revents & (POLLHUP | POLLERR)) {
      // The pipe is closed: the program is about to end, or has lost it.
      struct timespec moment = {.tv_nsec = 50000000};
      ppoll(NULL, 0, &moment, mask);
    }
  }
  close(life);
  return result;
}

/// Sleeps, alive for systemd, until the time is over or the end is asked for.
static void pause_for(long duration, const sigset_t *mask) {
  long end = milliseconds() + duration;
  while (!asked && milliseconds() < end) {
    long left = end - milliseconds();
    struct timespec time = {.tv_sec = left > 1000 ? 1 : 0, .tv_nsec = left > 1000 ? 0 : left * 1000000};
    ppoll(NULL, 0, &time, mask);
    notify("WATCHDOG=1");
  }
}

int cs_supervise(const cs_program *program) {
  notify_begin();
  has_terminal = tcgetattr(STDOUT_FILENO, &settings) == 0;
  // What ncurses reads from there is not for others to choose.
  unsetenv("TERMINFO");
  unsetenv("TERMINFO_DIRS");

  sigset_t blocked, before;
  sigemptyset(&blocked);
  struct sigaction action = {.sa_handler = note};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < ending_count; i++) sigaddset(&blocked, ending[i]);
  sigaddset(&blocked, SIGCHLD);
  sigprocmask(SIG_BLOCK, &blocked, &before);
  for (int i = 0; i < ending_count; i++) {
    struct sigaction old;
    sigaction(ending[i], NULL, &old);
    if (old.sa_handler != SIG_IGN) sigaction(ending[i], &action, NULL);
  }
  sigaction(SIGCHLD, &action, NULL);
  struct sigaction ignore = {.sa_handler = SIG_IGN};
  sigaction(SIGTTOU, &ignore, NULL);
  sigaction(SIGPIPE, &ignore, NULL);

  int status = 0, was_ever_alive = 0;
  long pause = program->first_pause;
  while (!asked) {
    long start = milliseconds();
    int life = -1;
    pid_t child = begin(program, &before, &life);
    run ended = {.status = 3 << 8};
    if (child > 0) ended = watch(child, life, program, &before);
    was_ever_alive |= ended.was_alive;
    int exited = WIFEXITED(ended.status);
    status = exited ? WEXITSTATUS(ended.status) : 128 + WTERMSIG(ended.status);
    if (exited && status == 0) break;
    give_back();
    if (terminal_is_gone()) break;
    // Wrong usage, or something that cannot be used: trying again would not help.
    if (!was_ever_alive && exited && (status == 2 || status == 3)) break;
    if (asked) break;
    if (milliseconds() - start > 60000) pause = program->first_pause;
    char state[96];
    snprintf(state, sizeof state, "STATUS=restarting after status %d", status);
    notify(state);
    show(program->notice);
    pause_for(pause, &before);
    pause = pause * 2 < program->longest_pause ? pause * 2 : program->longest_pause;
  }
  give_back();
  notify("STOPPING=1");
  sigprocmask(SIG_SETMASK, &before, NULL);
  return asked ? 128 + asked : status;
}

int cs_supervised(void) {
  const char *text = getenv(pipe_variable);
  if (!text) return -1;
  int descriptor = atoi(text);
  unsetenv(pipe_variable);
  if (descriptor <= 2 || fcntl(descriptor, F_SETFD, FD_CLOEXEC) != 0) return -1;
  return descriptor;
}

void cs_alive(int descriptor) {
  // A full pipe is no fault: its reader is busy, and knows of us by what it holds.
  if (descriptor >= 0) (void)!write(descriptor, ".", 1);
}
