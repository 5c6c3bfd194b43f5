#define _GNU_SOURCE
#include <langinfo.h>
#include <locale.h>
#include <stddef.h>
#include <string.h>

#include "CNcurses.h"

static int holds_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

int cn_locale_prepare(void) {
  if (setlocale(LC_CTYPE, "") != NULL && holds_utf8()) return 0;
  static const char *const others[] = {"C.UTF-8", "zh_CN.UTF-8", "en_US.UTF-8"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (setlocale(LC_CTYPE, others[i]) != NULL && holds_utf8()) return 1;
  setlocale(LC_CTYPE, "C");
  return -1;
}
