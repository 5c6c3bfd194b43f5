#define _GNU_SOURCE
#include <dlfcn.h>
#include <wchar.h>

#include "width.h"

/// Two bits a character: 0 not said, else the width plus one. Only pages of characters that were drawn are touched.
static unsigned char said[0x110000 / 4];

void cn_width_say(uint32_t scalar, int width) {
  if (scalar >= 0x110000 || width < 0 || width > 2) return;
  unsigned shift = (scalar & 3) * 2;
  unsigned char *cell = &said[scalar >> 2];
  unsigned char bits = (unsigned char)((unsigned)(width + 1) << shift);
  unsigned char rest = (unsigned char)(*cell & ~(3u << shift));
  *cell = (unsigned char)(rest | bits);
}

/// ncurses asks `wcwidth` how far each character moves the cursor. The C library's answer differs by locale and
/// version, and knows nothing of terminals that draw ambiguous characters two cells wide. This definition comes
/// before the C library's when the program is linked, so that ncurses moves by the widths the frame was laid out with.
int wcwidth(wchar_t character) {
  uint32_t scalar = (uint32_t)character;
  if (scalar < 0x110000) {
    int told = said[scalar >> 2] >> ((scalar & 3) * 2) & 3;
    if (told != 0) return told - 1;
  }
  if (scalar == 0) return 0;
  if (scalar < 0x20 || (scalar >= 0x7f && scalar < 0xa0)) return -1;
  if (scalar < 0x300) return 1;
  static int (*library)(wchar_t);
  if (library == NULL) library = (int (*)(wchar_t))dlsym(RTLD_NEXT, "wcwidth");
  return library != NULL ? library(character) : 1;
}
