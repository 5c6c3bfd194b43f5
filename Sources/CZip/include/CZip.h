#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The one door to libzip, for reading only: a container's bytes are asked for as they are needed, and nothing is ever
/// written to disk.
typedef struct czip_archive czip_archive;

/// Where the container's bytes come from.
typedef struct {
  void *context;
  uint64_t length;
  /// Reads up to `length` bytes at `offset`, fewer only at the end: how many, -1 where they cannot be read.
  int64_t (*read)(void *context, uint8_t *into, size_t length, uint64_t offset);
} czip_source;

/// What the container's directory says of an entry. Nothing of it is proven.
typedef struct {
  /// The name's bytes as they stand, NUL-terminated; valid until the archive is closed.
  const char *name;
  /// Packed size in bytes.
  uint64_t packed;
  /// Stored or deflated: nothing else is unpacked.
  bool is_plain;
  bool is_encrypted;
  bool is_symbolic_link;
} czip_entry;

/// Opens a container, whose source must last as long; NULL where it is none, or memory is short.
czip_archive *czip_open(czip_source source);
/// How many entries its directory lists.
int64_t czip_count(czip_archive *archive);
/// Describes an entry; false where it has no description.
bool czip_describe(czip_archive *archive, int64_t index, czip_entry *entry);
/// Begins to unpack an entry; one at a time, an earlier one is ended. False where it cannot be.
bool czip_begin(czip_archive *archive, int64_t index);
/// Unpacks up to `length` bytes of the entry that was begun: how many, 0 at its end with its checksum right, -1 where
/// it is damaged.
int64_t czip_read(czip_archive *archive, uint8_t *into, size_t length);
/// Gives everything back.
void czip_close(czip_archive *archive);
