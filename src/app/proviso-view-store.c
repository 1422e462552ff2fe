/* proviso-view-store.c: keeps how windows showed projects, from one start to the next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-view-store.h"

#include <glib/gstdio.h>

/* Going from window to window is one write. */
#define DELAY_SECONDS 2
/* Many times what the most files take; what is larger is not what was written. */
#define MAX_BYTES (1024 * 1024)

struct _ProvisoViewStore
{
  GObject parent_instance;

  char *path;
  GKeyFile *groups; /* %NULL until it is read */
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

G_DEFINE_FINAL_TYPE (ProvisoViewStore, proviso_view_store, G_TYPE_OBJECT)

static void schedule (ProvisoViewStore *self);

static void
write_free (gpointer data)
{
  Write *job = data;

  g_free (job->path);
  g_free (job->contents);
  g_free (job);
}

static Write *
create_write (ProvisoViewStore *self)
{
  Write *job = g_new0 (Write, 1);

  job->path = g_strdup (self->path);
  job->contents = g_key_file_to_data (self->groups, &job->length, NULL);
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
    g_debug ("How windows showed projects is not kept: %s", error->message);
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
  g_autoptr (ProvisoViewStore) self = user_data;

  self->writing = FALSE;
  if (self->dirty)
    schedule (self);
}

static void
write_cb (gpointer user_data)
{
  ProvisoViewStore *self = user_data;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, written_cb, g_object_ref (self));

  self->write_source = 0;
  self->writing = TRUE;
  g_task_set_source_tag (task, write_cb);
  g_task_set_task_data (task, create_write (self), write_free);
  g_task_run_in_thread (task, write_thread);
}

static void
schedule (ProvisoViewStore *self)
{
  self->dirty = TRUE;
  if (self->write_source == 0 && !self->writing)
    self->write_source = g_timeout_add_seconds_once (DELAY_SECONDS, write_cb, self);
}

/* Reading at once what takes less than a millisecond: the window's size is needed before it is shown. */
static GKeyFile *
get_groups (ProvisoViewStore *self)
{
  g_autoptr (GKeyFile) groups = NULL;
  GStatBuf stamp;

  if (self->groups != NULL)
    return self->groups;
  groups = g_key_file_new ();
  if (g_stat (self->path, &stamp) == 0 && stamp.st_size <= MAX_BYTES &&
      g_key_file_load_from_file (groups, self->path, G_KEY_FILE_NONE, NULL))
    self->groups = g_steal_pointer (&groups);
  else
    self->groups = g_key_file_new ();
  return self->groups;
}

static char *
create_group_name (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
}

static void
forget_oldest (ProvisoViewStore *self)
{
  gsize n_groups;
  g_auto (GStrv) names = g_key_file_get_groups (self->groups, &n_groups);

  for (gsize i = 0; i + PROVISO_VIEW_STORE_MAX_FILES < n_groups; i++)
    g_key_file_remove_group (self->groups, names[i], NULL);
}

static void
proviso_view_store_finalize (GObject *object)
{
  ProvisoViewStore *self = PROVISO_VIEW_STORE (object);

  g_clear_handle_id (&self->write_source, g_source_remove);
  g_clear_pointer (&self->groups, g_key_file_unref);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (proviso_view_store_parent_class)->finalize (object);
}

static void
proviso_view_store_class_init (ProvisoViewStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = proviso_view_store_finalize;
}

static void
proviso_view_store_init (ProvisoViewStore *self)
{
}

ProvisoViewStore *
proviso_view_store_new (const char *path)
{
  ProvisoViewStore *self = g_object_new (PROVISO_TYPE_VIEW_STORE, NULL);

  self->path = g_strdup (path);
  return self;
}

char *
proviso_view_store_get_default_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "proviso", "views", NULL);
}

ProvisoViewState *
proviso_view_store_lookup (ProvisoViewStore *self, GFile *file)
{
  g_autofree char *group = NULL;
  ProvisoViewState *state;

  g_return_val_if_fail (PROVISO_IS_VIEW_STORE (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  group = create_group_name (file);
  if (!g_key_file_has_group (get_groups (self), group))
    return NULL;
  state = proviso_view_state_new ();
  proviso_view_state_read (state, self->groups, group);
  return state;
}

void
proviso_view_store_put (ProvisoViewStore *self, GFile *file, ProvisoViewState *state)
{
  g_autofree char *group = NULL;

  g_return_if_fail (PROVISO_IS_VIEW_STORE (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (PROVISO_IS_VIEW_STATE (state));

  group = create_group_name (file);
  /* Away and back again is at the end. */
  g_key_file_remove_group (get_groups (self), group, NULL);
  proviso_view_state_write (state, self->groups, group);
  forget_oldest (self);
  schedule (self);
}

void
proviso_view_store_flush (ProvisoViewStore *self)
{
  Write *job;

  g_return_if_fail (PROVISO_IS_VIEW_STORE (self));

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
