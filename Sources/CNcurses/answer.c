#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "CNcurses.h"

static int64_t milliseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static int matches(const struct cn_answer *answer, const uint8_t *bytes, const struct cn_waited *waited) {
  return answer->key_count == (size_t)waited->got &&
         memcmp(bytes + answer->key, waited->input, answer->key_count) == 0;
}

/// Reads once, and sends what belongs to the key that came.
static void answer_key(int input, const uint8_t *bytes, const struct cn_answer *answers, int count,
                       struct cn_waited *waited) {
  waited->got = read(input, waited->input, sizeof waited->input);
  if (waited->got < 0) waited->error = errno;
  for (int place = 0; place < count && waited->got > 0; place++) {
    const struct cn_answer *answer = &answers[place];
    if (!matches(answer, bytes, waited) || milliseconds() >= answer->until) continue;
    waited->answer = place;
    waited->sent = write(input, bytes + answer->output, answer->output_count);
    // The kernel hands the bytes to the terminal in a thread of its own: it need not wake another processor for that.
    sched_yield();
    return;
  }
}

void cn_wait(int input, int wake, int wants_output, int timeout, const uint8_t *bytes, const struct cn_answer *answers,
             int count, struct cn_waited *waited) {
  // A negative descriptor is one that poll leaves out.
  struct pollfd requests[] = {
      {.fd = input, .events = POLLIN},
      {.fd = cn_guard_descriptor(), .events = POLLIN},
      {.fd = wake, .events = POLLIN},
      {.fd = wants_output ? input : -1, .events = POLLOUT},
  };
  int ready = poll(requests, 4, timeout);
  waited->ready = ready < 0 ? -1 : 0;
  waited->got = -1;
  waited->error = EAGAIN;
  waited->answer = -1;
  waited->sent = 0;
  for (int place = 0; place < 4 && ready > 0; place++) {
    if (requests[place].revents != 0) waited->ready |= 1 << place;
  }
  // Only where a key is all that has come: whatever else did may change the picture.
  if (count > 0 && waited->ready == cn_ready_input) answer_key(input, bytes, answers, count, waited);
}
