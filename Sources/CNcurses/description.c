#include "description.h"

#include "CNcurses.h"

// After our own headers: it defines common words as macros.
#include <curses.h>
#include <term.h>

int cn_description_check(const char *term, int descriptor) {
  int found = 0;
  if (setupterm(term, descriptor, &found) != OK) return found == 1 ? cn_unusable_terminal : cn_unknown_terminal;
  int fit = cn_capability("cup") != NULL && cn_capability("clear") != NULL && !cn_flag("hc") && !cn_flag("gn");
  del_curterm(cur_term);
  return fit ? cn_opened : cn_unusable_terminal;
}

const char *cn_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

int cn_flag(const char *name) { return tigetflag(name) > 0; }
