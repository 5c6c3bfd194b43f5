#pragma once

/// Whether the terminal type `term` is known and can show a full screen: `cn_opened` or why not.
int cn_description_check(const char *term, int descriptor);
