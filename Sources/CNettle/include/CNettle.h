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

/// PBKDF2 with HMAC-SHA-256 (RFC 8018): writes `length` bytes of the key at `key`.
void cnettle_pbkdf2(
    const uint8_t *phrase, size_t phrase_length, unsigned iterations, const uint8_t *salt, size_t salt_length,
    uint8_t *key, size_t length);
/// Whether two stretches of memory are the same, in a time that does not say where they differ.
int cnettle_same(const uint8_t *one, const uint8_t *other, size_t length);
