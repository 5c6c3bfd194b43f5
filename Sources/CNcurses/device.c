#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "CNcurses.h"

int cn_terminal_open(int descriptor, int *nonblocking) {
  *nonblocking = 1;
  if (!isatty(descriptor)) {
    errno = ENOTTY;
    return -1;
  }
  int flags = O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK;
  char path[32];
  snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
  int opened = open(path, flags);
  if (opened < 0) opened = open("/dev/tty", flags);
  if (opened >= 0) return opened;
  *nonblocking = 0;
  return fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
}

void cn_terminal_size(int descriptor, int *rows, int *columns) {
  struct winsize size = {0};
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) size = (struct winsize){0};
  *rows = size.ws_row;
  *columns = size.ws_col;
}

int cn_wake_open(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

void cn_wake_signal(int descriptor) {
  uint64_t one = 1;
  while (write(descriptor, &one, sizeof one) < 0 && errno == EINTR) {
  }
}

void cn_wake_clear(int descriptor) {
  uint64_t count;
  while (read(descriptor, &count, sizeof count) < 0 && errno == EINTR) {
  }
}
