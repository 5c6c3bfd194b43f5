#include "CNettle.h"

#include <nettle/memops.h>
#include <nettle/pbkdf2.h>

void cnettle_sha256_begin(CNettleSHA256 *context) { sha256_init(context); }

void cnettle_sha256_take(CNettleSHA256 *context, const uint8_t *bytes, size_t length) {
  sha256_update(context, length, bytes);
}

void cnettle_sha256_end(CNettleSHA256 *context, uint8_t *digest) {
  sha256_digest(context, SHA256_DIGEST_SIZE, digest);
}

void cnettle_pbkdf2(
    const uint8_t *phrase, size_t phrase_length, unsigned iterations, const uint8_t *salt, size_t salt_length,
    uint8_t *key, size_t length) {
  pbkdf2_hmac_sha256(phrase_length, phrase, iterations, salt_length, salt, length, key);
}

int cnettle_same(const uint8_t *one, const uint8_t *other, size_t length) { return memeql_sec(one, other, length); }
