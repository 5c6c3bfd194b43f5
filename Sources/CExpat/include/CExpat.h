#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The one door to expat: a stream of bytes in, elements and text out. A document type declaration ends it, so there
/// are no entities but XML's own five, and nothing outside the document is ever asked for.
typedef struct cexpat_parser cexpat_parser;

/// What became of the bytes.
enum {
  cexpat_goes_on = 0,
  cexpat_paused = 1,
  /// Not well-formed, or not in its encoding.
  cexpat_malformed = 2,
  cexpat_doctype = 3,
  cexpat_too_deep = 4,
  /// One tag or comment over `cexpat_longest_token` bytes.
  cexpat_token_too_long = 5,
  cexpat_no_memory = 6,
};

enum { cexpat_deepest = 64, cexpat_longest_token = 1 << 20 };

/// What the document holds, as it comes by. Names and attributes are NUL-terminated UTF-8; elements' names come without
/// their prefix, attributes' names with it: namespaces are not looked at. The root's depth is 1. Attributes alternate
/// between name and value and end with NULL. Nothing given is valid after the call.
typedef struct {
  void (*start)(void *context, int depth, const char *name, const char *const *attributes);
  /// True pauses the parser: `cexpat_resume` goes on.
  bool (*end)(void *context, int depth);
  void (*text)(void *context, int depth, const uint8_t *bytes, size_t length);
} cexpat_events;

/// A parser for one document; NULL where memory is short.
cexpat_parser *cexpat_open(cexpat_events events);
/// Reads on: the next bytes of the document, and whether they are its last. Not while paused.
int cexpat_feed(cexpat_parser *parser, void *context, const uint8_t *bytes, size_t length, bool is_last);
/// Reads on in the bytes that were fed before a pause.
int cexpat_resume(cexpat_parser *parser, void *context);
/// Gives everything back.
void cexpat_close(cexpat_parser *parser);
