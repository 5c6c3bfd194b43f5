#include "CExpat.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

struct cexpat_parser {
  XML_Parser expat;
  cexpat_events events;
  void *context;
  int depth;
  /// Why it stopped for good; `cexpat_goes_on` while it has not.
  int verdict;
  int64_t fed;
};

static void stop(cexpat_parser *parser, int verdict) {
  parser->verdict = verdict;
  XML_StopParser(parser->expat, XML_FALSE);
}

static void started(void *data, const XML_Char *name, const XML_Char **attributes) {
  cexpat_parser *parser = data;
  if (parser->verdict != cexpat_goes_on) return;
  parser->depth += 1;
  if (parser->depth > cexpat_deepest) {
    stop(parser, cexpat_too_deep);
    return;
  }
  const char *colon = strchr(name, ':');
  parser->events.start(parser->context, parser->depth, colon == NULL ? name : colon + 1, attributes);
}

static void ended(void *data, const XML_Char *name) {
  cexpat_parser *parser = data;
  (void)name;
  if (parser->verdict != cexpat_goes_on) return;
  if (parser->events.end(parser->context, parser->depth)) XML_StopParser(parser->expat, XML_TRUE);
  parser->depth -= 1;
}

static void text(void *data, const XML_Char *bytes, int length) {
  cexpat_parser *parser = data;
  if (parser->verdict != cexpat_goes_on || length <= 0) return;
  parser->events.text(parser->context, parser->depth, (const uint8_t *)bytes, (size_t)length);
}

static void doctype(void *data, const XML_Char *name, const XML_Char *system, const XML_Char *public, int internal) {
  (void)name, (void)system, (void)public, (void)internal;
  stop(data, cexpat_doctype);
}

cexpat_parser *cexpat_open(cexpat_events events) {
  cexpat_parser *parser = calloc(1, sizeof(*parser));
  if (parser == NULL) return NULL;
  parser->events = events;
  parser->expat = XML_ParserCreate(NULL);
  if (parser->expat == NULL) {
    free(parser);
    return NULL;
  }
  XML_SetUserData(parser->expat, parser);
  XML_SetElementHandler(parser->expat, started, ended);
  XML_SetCharacterDataHandler(parser->expat, text);
  XML_SetStartDoctypeDeclHandler(parser->expat, doctype);
  XML_SetParamEntityParsing(parser->expat, XML_PARAM_ENTITY_PARSING_NEVER);
  return parser;
}

static int outcome(cexpat_parser *parser, enum XML_Status status) {
  if (parser->verdict != cexpat_goes_on) return parser->verdict;
  switch (status) {
  case XML_STATUS_OK: {
    // What is not understood yet waits in expat's memory, and is looked at again with every piece that comes.
    XML_Index understood = XML_GetCurrentByteIndex(parser->expat);
    if (parser->fed - (understood < 0 ? 0 : (int64_t)understood) <= cexpat_longest_token) return cexpat_goes_on;
    parser->verdict = cexpat_token_too_long;
    break;
  }
  case XML_STATUS_SUSPENDED:
    return cexpat_paused;
  default:
    parser->verdict =
        XML_GetErrorCode(parser->expat) == XML_ERROR_NO_MEMORY ? cexpat_no_memory : cexpat_malformed;
  }
  return parser->verdict;
}

int cexpat_feed(cexpat_parser *parser, void *context, const uint8_t *bytes, size_t length, bool is_last) {
  if (parser->verdict != cexpat_goes_on) return parser->verdict;
  if (length > cexpat_longest_token) return parser->verdict = cexpat_token_too_long;
  parser->context = context;
  parser->fed += (int64_t)length;
  return outcome(parser, XML_Parse(parser->expat, (const char *)bytes, (int)length, is_last));
}

int cexpat_resume(cexpat_parser *parser, void *context) {
  if (parser->verdict != cexpat_goes_on) return parser->verdict;
  parser->context = context;
  return outcome(parser, XML_ResumeParser(parser->expat));
}

void cexpat_close(cexpat_parser *parser) {
  XML_ParserFree(parser->expat);
  free(parser);
}
