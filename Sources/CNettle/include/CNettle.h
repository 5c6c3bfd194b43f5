#pragma once
#include <nettle/sha2.h>
#include <stddef.h>
#include <stdint.h>

/// A SHA-256 under way; a copy goes on by itself.
typedef struct sha256_ctx CNettleSHA256;

/// Begins anew.
void cnettle_sha256_begin(CNettleSHA256 *context);

/// Takes `length` bytes at `bytes`.
void cnettle_sha256_take(CNettleSHA256 *context, const uint8_t *bytes, size_t length);

/// Writes the 32 bytes of the digest and begins anew.
void cnettle_sha256_end(CNettleSHA256 *context, uint8_t *digest);
