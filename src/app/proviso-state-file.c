/* proviso-state-file.c: a key file of the program's own state.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-state-file.h"

#include <glib/gstdio.h>

/* Going from window to window is one write. */
#define DELAY_SECONDS 2
/* Many times what is ever written; what is larger is something else. */
#define MAX_BYTES (1024 * 1024)

struct _ProvisoStateFile
{
  GObject parent_instance;

  char *path;
  GKeyFile *key_file; /* %NULL until it is read */
  guint write_source;
  gboolean writing;
  gboolean dirty;
};

typedef struct
{
  char *path;
  char *contents;
  gsize length;
} Write;

G_DEFINE_FINAL_TYPE (ProvisoStateFile, proviso_state_file, G_TYPE_OBJECT)

static void schedule (ProvisoStateFile *self);

static void
write_free (gpointer data)
{
  Write *job = data;

  g_free (job->path);
  g_free (job->contents);
  g_free (job);
}

static Write *
create_write (ProvisoStateFile *self)
{
  Write *job = g_new0 (Write, 1);

  job->path = g_strdup (self->path);
  job->contents = g_key_file_to_data (self->key_file, &job->length, NULL);
  self->dirty = FALSE;
  return job;
}

/* In any thread. Nobody is told of a failure: nothing that a person made is lost by it. */
static void
run_write (const Write *job)
{
  g_autofree char *folder = g_path_get_dirname (job->path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents_full (job->path, job->contents, (gssize) job->length, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                 &error))
    g_debug ("State is not kept: %s", error->message);
}

static void
write_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  run_write (task_data);
  g_task_return_boolean (task, TRUE);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoStateFile) self = user_data;

  self->writing = FALSE;
  if (self->dirty)
    schedule (self);
}

static void
write_cb (gpointer user_data)
{
  ProvisoStateFile *self = user_data;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, written_cb, g_object_ref (self));

  self->write_source = 0;
  self->writing = TRUE;
  g_task_set_source_tag (task, write_cb);
  g_task_set_task_data (task, create_write (self), write_free);
  g_task_run_in_thread (task, write_thread);
}

static void
schedule (ProvisoStateFile *self)
{
  self->dirty = TRUE;
  if (self->write_source == 0 && !self->writing)
    self->write_source = g_timeout_add_seconds_once (DELAY_SECONDS, write_cb, self);
}

static void
proviso_state_file_finalize (GObject *object)
{
  ProvisoStateFile *self = PROVISO_STATE_FILE (object);

  g_clear_handle_id (&self->write_source, g_source_remove);
  g_clear_pointer (&self->key_file, g_key_file_unref);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (proviso_state_file_parent_class)->finalize (object);
}

static void
proviso_state_file_class_init (ProvisoStateFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = proviso_state_file_finalize;
}

static void
proviso_state_file_init (ProvisoStateFile *self)
{
}

ProvisoStateFile *
proviso_state_file_new (const char *path)
{
  ProvisoStateFile *self = g_object_new (PROVISO_TYPE_STATE_FILE, NULL);

  self->path = g_strdup (path);
  return self;
}

char *
proviso_state_file_get_path (const char *name)
{
  return g_build_filename (g_get_user_state_dir (), "proviso", name, NULL);
}

GKeyFile *
proviso_state_file_get (ProvisoStateFile *self)
{
  g_autoptr (GKeyFile) key_file = NULL;
  GStatBuf stamp;

  g_return_val_if_fail (PROVISO_IS_STATE_FILE (self), NULL);

  if (self->key_file != NULL)
    return self->key_file;
  key_file = g_key_file_new ();
  if (g_stat (self->path, &stamp) == 0 && stamp.st_size <= MAX_BYTES &&
      g_key_file_load_from_file (key_file, self->path, G_KEY_FILE_NONE, NULL))
    self->key_file = g_steal_pointer (&key_file);
  else
    self->key_file = g_key_file_new ();
  return self->key_file;
}

void
proviso_state_file_changed (ProvisoStateFile *self)
{
  g_return_if_fail (PROVISO_IS_STATE_FILE (self));
  schedule (self);
}

void
proviso_state_file_flush (ProvisoStateFile *self)
{
  Write *job;

  g_return_if_fail (PROVISO_IS_STATE_FILE (self));

  /* An older state must not come last. */
  while (self->writing)
    g_main_context_iteration (NULL, TRUE);
  g_clear_handle_id (&self->write_source, g_source_remove);
  if (!self->dirty)
    return;
  job = create_write (self);
  run_write (job);
  write_free (job);
}
