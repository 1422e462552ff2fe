/* proviso-codec.c: a project as the bytes of its file, and back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "storage/proviso-codec.h"

#include "storage/proviso-codec-private.h"

#include <string.h>

ProvisoProject *
proviso_codec_load (GBytes *bytes, GPtrArray **warnings, GError **error)
{
  g_autoptr (ProvisoJson) json = NULL;
  g_autoptr (GPtrArray) found = NULL;
  ProvisoProject *project;

  g_return_val_if_fail (bytes != NULL, NULL);

  if ((json = proviso_json_parse (bytes, error)) == NULL)
    return NULL;
  if (warnings != NULL)
    found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  if ((project = proviso_codec_read_project (json, found, error)) != NULL && warnings != NULL)
    *warnings = g_steal_pointer (&found);

  return project;
}

gpointer
proviso_codec_record_from_json (GType type, const char *json, gssize length, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ProvisoJson) parsed = NULL;

  g_return_val_if_fail (json != NULL, NULL);

  bytes = g_bytes_new_static (json, length >= 0 ? (gsize) length : strlen (json));
  if ((parsed = proviso_json_parse (bytes, error)) == NULL)
    return NULL;

  return proviso_codec_read_record (parsed, type, error);
}
