#include "CNcurses.h"

// After our own header: it defines common words as macros.
#include <curses.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

int cn_description_examine(const char *term, struct cn_description *description) {
  *description = (struct cn_description){0};
  // The terminal library looks at a descriptor's line settings; this one has none that could change.
  int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nowhere < 0) return cn_system_error;
  int found = 0;
  int result = cn_opened;
  if (setupterm(term, nowhere, &found) != OK) {
    result = found == 1 ? cn_unusable_terminal : cn_unknown_terminal;
  } else {
    int fit = cn_capability("cup") != NULL && cn_capability("clear") != NULL && !cn_flag("hc") && !cn_flag("gn");
    if (!fit) result = cn_unusable_terminal;
    int count = tigetnum("colors");
    description->colors = count > 0 ? count : 0;
    description->rgb = cn_flag("RGB");
    const char *place = cn_capability("cup");
    description->ansi = place != NULL && strncmp(place, "\033[", 2) == 0;
    snprintf(description->title, sizeof description->title, "%s", longname());
    del_curterm(cur_term);
  }
  close(nowhere);
  return result;
}

const char *cn_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

int cn_flag(const char *name) { return tigetflag(name) > 0; }

int cn_number(const char *name) { return tigetnum(name); }
