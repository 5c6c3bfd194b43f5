#pragma once

#include <stdint.h>

/// From now on ncurses takes `scalar` to be `width` cells wide: 0, 1 or 2.
void cn_width_say(uint32_t scalar, int width);
