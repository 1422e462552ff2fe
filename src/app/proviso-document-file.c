/* proviso-document-file.c: the file that a document is kept in, and what somebody else does to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _XOPEN_SOURCE 700 /* realpath */

#include "app/proviso-document-file.h"

#include "app/proviso-file-monitor.h"

#include <stdlib.h>

G_DEFINE_ENUM_TYPE (ProvisoFileState, proviso_file_state,
                    G_DEFINE_ENUM_VALUE (PROVISO_FILE_STATE_SAME, "same"),
                    G_DEFINE_ENUM_VALUE (PROVISO_FILE_STATE_CHANGED, "changed"),
                    G_DEFINE_ENUM_VALUE (PROVISO_FILE_STATE_GONE, "gone"))

struct _ProvisoDocumentFile
{
  GObject parent_instance;

  GFile *file;
  char *etag;
  char *resolved_path; /* the file's path with links followed; %NULL where it has none */
  ProvisoFileMonitor *monitor;
  ProvisoFileState state;
};

enum
{
  PROP_0,
  PROP_FILE,
  PROP_STATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ProvisoDocumentFile, proviso_document_file, G_TYPE_OBJECT)

static void
set_state (ProvisoDocumentFile *self, ProvisoFileState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
monitor_changed_cb (ProvisoDocumentFile *self, ProvisoStoreState state)
{
  switch (state)
    {
    case PROVISO_STORE_SAME:
      set_state (self, PROVISO_FILE_STATE_SAME);
      break;
    case PROVISO_STORE_GONE:
      set_state (self, PROVISO_FILE_STATE_GONE);
      break;
    case PROVISO_STORE_CHANGED:
    default:
      set_state (self, PROVISO_FILE_STATE_CHANGED);
      break;
    }
}

static void
clear_monitor (ProvisoDocumentFile *self)
{
  if (self->monitor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_object_run_dispose (G_OBJECT (self->monitor));
  g_clear_object (&self->monitor);
}

static void
set_file (ProvisoDocumentFile *self, GFile *file, const char *etag)
{
  gboolean same = file == self->file || (file != NULL && self->file != NULL && g_file_equal (file, self->file));

  g_set_str (&self->etag, etag);
  if (same && self->monitor != NULL)
    return;

  clear_monitor (self);
  g_set_object (&self->file, file);
  g_clear_pointer (&self->resolved_path, free);
  if (file != NULL)
    {
      if (g_file_peek_path (file) != NULL)
        self->resolved_path = realpath (g_file_peek_path (file), NULL);
      self->monitor = proviso_file_monitor_new (file, etag);
      g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (monitor_changed_cb), self);
    }
  if (!same)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

static void
proviso_document_file_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ProvisoDocumentFile *self = PROVISO_DOCUMENT_FILE (object);

  switch (prop_id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_document_file_dispose (GObject *object)
{
  ProvisoDocumentFile *self = PROVISO_DOCUMENT_FILE (object);

  clear_monitor (self);

  G_OBJECT_CLASS (proviso_document_file_parent_class)->dispose (object);
}

static void
proviso_document_file_finalize (GObject *object)
{
  ProvisoDocumentFile *self = PROVISO_DOCUMENT_FILE (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->resolved_path, free);

  G_OBJECT_CLASS (proviso_document_file_parent_class)->finalize (object);
}

static void
proviso_document_file_class_init (ProvisoDocumentFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = proviso_document_file_get_property;
  object_class->dispose = proviso_document_file_dispose;
  object_class->finalize = proviso_document_file_finalize;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, PROVISO_TYPE_FILE_STATE, PROVISO_FILE_STATE_SAME,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
proviso_document_file_init (ProvisoDocumentFile *self)
{
}

ProvisoDocumentFile *
proviso_document_file_new (void)
{
  return g_object_new (PROVISO_TYPE_DOCUMENT_FILE, NULL);
}

GFile *
proviso_document_file_get_file (ProvisoDocumentFile *self)
{
  g_return_val_if_fail (PROVISO_IS_DOCUMENT_FILE (self), NULL);
  return self->file;
}

const char *
proviso_document_file_get_etag (ProvisoDocumentFile *self)
{
  g_return_val_if_fail (PROVISO_IS_DOCUMENT_FILE (self), NULL);
  return self->etag;
}

ProvisoFileState
proviso_document_file_get_state (ProvisoDocumentFile *self)
{
  g_return_val_if_fail (PROVISO_IS_DOCUMENT_FILE (self), PROVISO_FILE_STATE_SAME);
  return self->state;
}

gboolean
proviso_document_file_is (ProvisoDocumentFile *self, GFile *file)
{
  char *path;
  gboolean same;

  g_return_val_if_fail (PROVISO_IS_DOCUMENT_FILE (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (self->file == NULL)
    return FALSE;
  if (g_file_equal (self->file, file))
    return TRUE;
  if (self->resolved_path == NULL || g_file_peek_path (file) == NULL)
    return FALSE;
  path = realpath (g_file_peek_path (file), NULL);
  same = g_strcmp0 (path, self->resolved_path) == 0;
  free (path);
  return same;
}

char *
proviso_document_file_dup_name (ProvisoDocumentFile *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (PROVISO_IS_DOCUMENT_FILE (self), NULL);

  if (self->file == NULL)
    return NULL;
  name = g_file_get_basename (self->file);
  return g_filename_display_name (name);
}

void
proviso_document_file_set (ProvisoDocumentFile *self, GFile *file, const char *etag)
{
  g_return_if_fail (PROVISO_IS_DOCUMENT_FILE (self));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  set_state (self, PROVISO_FILE_STATE_SAME);
  clear_monitor (self);
  set_file (self, file, etag);
}

void
proviso_document_file_begin_write (ProvisoDocumentFile *self)
{
  g_return_if_fail (PROVISO_IS_DOCUMENT_FILE (self));

  if (self->monitor != NULL)
    proviso_file_monitor_pause (self->monitor);
}

void
proviso_document_file_end_write (ProvisoDocumentFile *self, const char *etag)
{
  g_return_if_fail (PROVISO_IS_DOCUMENT_FILE (self));

  if (self->monitor != NULL)
    proviso_file_monitor_resume (self->monitor, etag);
  if (etag != NULL)
    g_set_str (&self->etag, etag);
}

void
proviso_document_file_written (ProvisoDocumentFile *self, GFile *file, const char *etag)
{
  g_return_if_fail (PROVISO_IS_DOCUMENT_FILE (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (etag != NULL);

  set_file (self, file, etag);
  set_state (self, PROVISO_FILE_STATE_SAME);
}

void
proviso_document_file_check (ProvisoDocumentFile *self)
{
  g_return_if_fail (PROVISO_IS_DOCUMENT_FILE (self));

  if (self->monitor != NULL)
    proviso_file_monitor_check (self->monitor);
}

void
proviso_document_file_dismiss (ProvisoDocumentFile *self)
{
  g_return_if_fail (PROVISO_IS_DOCUMENT_FILE (self));
  set_state (self, PROVISO_FILE_STATE_SAME);
}
