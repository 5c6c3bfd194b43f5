#include "CNettle.h"

void cnettle_sha256_begin(CNettleSHA256 *context) { sha256_init(context); }

void cnettle_sha256_take(CNettleSHA256 *context, const uint8_t *bytes, size_t length) {
  sha256_update(context, length, bytes);
}

void cnettle_sha256_end(CNettleSHA256 *context, uint8_t *digest) {
  sha256_digest(context, SHA256_DIGEST_SIZE, digest);
}
