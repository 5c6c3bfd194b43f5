#include "CZip.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <zip.h>

struct czip_archive {
  czip_source source;
  uint64_t position;
  zip_error_t error;
  zip_t *zip;
  zip_file_t *file;
};

/// libzip's view of the source: a file that can be read and sought.
static zip_int64_t answer(void *context, void *data, zip_uint64_t length, zip_source_cmd_t command) {
  czip_archive *archive = context;
  switch (command) {
  case ZIP_SOURCE_OPEN:
    archive->position = 0;
    return 0;
  case ZIP_SOURCE_READ: {
    uint64_t rest = archive->source.length - archive->position;
    size_t wanted = (size_t)(length < rest ? length : rest);
    int64_t count =
        wanted == 0 ? 0 : archive->source.read(archive->source.context, data, wanted, archive->position);
    if (count < 0 || (uint64_t)count > wanted) {
      zip_error_set(&archive->error, ZIP_ER_READ, 0);
      return -1;
    }
    archive->position += (uint64_t)count;
    return count;
  }
  case ZIP_SOURCE_CLOSE:
  case ZIP_SOURCE_FREE:
    return 0;
  case ZIP_SOURCE_STAT: {
    zip_stat_t *status = ZIP_SOURCE_GET_ARGS(zip_stat_t, data, length, &archive->error);
    if (status == NULL) return -1;
    zip_stat_init(status);
    status->size = archive->source.length;
    status->valid |= ZIP_STAT_SIZE;
    return sizeof(*status);
  }
  case ZIP_SOURCE_ERROR:
    return zip_error_to_data(&archive->error, data, length);
  case ZIP_SOURCE_SEEK: {
    zip_int64_t place =
        zip_source_seek_compute_offset(archive->position, archive->source.length, data, length, &archive->error);
    if (place < 0) return -1;
    archive->position = (uint64_t)place;
    return 0;
  }
  case ZIP_SOURCE_TELL:
    return (zip_int64_t)archive->position;
  case ZIP_SOURCE_SUPPORTS:
    return zip_source_make_command_bitmap(
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
        ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS, -1);
  default:
    zip_error_set(&archive->error, ZIP_ER_OPNOTSUPP, 0);
    return -1;
  }
}

czip_archive *czip_open(czip_source source) {
  czip_archive *archive = calloc(1, sizeof(*archive));
  if (archive == NULL) return NULL;
  archive->source = source;
  zip_error_init(&archive->error);
  zip_source_t *view = zip_source_function_create(answer, archive, NULL);
  if (view != NULL) {
    archive->zip = zip_open_from_source(view, ZIP_RDONLY, NULL);
    if (archive->zip != NULL) return archive;
    zip_source_free(view);
  }
  czip_close(archive);
  return NULL;
}

int64_t czip_count(czip_archive *archive) { return zip_get_num_entries(archive->zip, 0); }

bool czip_describe(czip_archive *archive, int64_t index, czip_entry *entry) {
  zip_stat_t status;
  if (index < 0 || zip_stat_index(archive->zip, (zip_uint64_t)index, ZIP_FL_ENC_RAW, &status) != 0) return false;
  const zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
  if ((status.valid & needed) != needed) return false;
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;
  if (zip_file_get_external_attributes(archive->zip, (zip_uint64_t)index, 0, &system, &attributes) != 0) return false;
  entry->name = status.name;
  entry->packed = status.comp_size;
  entry->is_plain = status.comp_method == ZIP_CM_STORE || status.comp_method == ZIP_CM_DEFLATE;
  entry->is_encrypted = status.encryption_method != ZIP_EM_NONE;
  // The upper half holds a Unix mode, whatever system the entry names: unpackers differ in whether they ask.
  entry->is_symbolic_link = S_ISLNK(attributes >> 16);
  return true;
}

static void end(czip_archive *archive) {
  if (archive->file != NULL) zip_fclose(archive->file);
  archive->file = NULL;
}

bool czip_begin(czip_archive *archive, int64_t index) {
  end(archive);
  if (index < 0) return false;
  archive->file = zip_fopen_index(archive->zip, (zip_uint64_t)index, 0);
  return archive->file != NULL;
}

int64_t czip_read(czip_archive *archive, uint8_t *into, size_t length) {
  return archive->file == NULL ? -1 : zip_fread(archive->file, into, length);
}

void czip_close(czip_archive *archive) {
  end(archive);
  if (archive->zip != NULL) zip_discard(archive->zip);
  zip_error_fini(&archive->error);
  free(archive);
}
