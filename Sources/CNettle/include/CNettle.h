#pragma once
#include <stddef.h>
#include <stdint.h>

/// SHA-256 of `length` bytes at `bytes` into the 32 bytes at `digest`.
void cnettle_sha256(const uint8_t *bytes, size_t length, uint8_t *digest);
