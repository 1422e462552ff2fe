/* proviso-recovery.c: what journals of programs that ended unexpectedly have kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "storage/proviso-recovery.h"

#include "storage/proviso-codec.h"
#include "storage/proviso-journal-session.h"
#include "storage/proviso-recovery-replay.h"
#include "storage/proviso-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* A folder that is being filled has no lock for a moment; one that has none for longer was left behind. */
#define ABANDONED_AFTER (60 * 60)
#define DAMAGED_SUFFIX ".damaged"

struct _ProvisoRecovery
{
  GObject parent_instance;

  char *id;
  char *folder;
  int lock_fd;
  gboolean put_aside;
  GFile *file;
  char *etag;
  char *replaces;
  gint64 time;
};

/* What opening gives, on its way between threads. */
typedef struct
{
  ProvisoStoreState file_state;
  GError *warning;
} Opened;

G_DEFINE_QUARK (proviso - recovery - error - quark, proviso_recovery_error)
G_DEFINE_FINAL_TYPE (ProvisoRecovery, proviso_recovery, G_TYPE_OBJECT)

static void
proviso_recovery_finalize (GObject *object)
{
  ProvisoRecovery *self = PROVISO_RECOVERY (object);

  if (self->lock_fd >= 0)
    close (self->lock_fd);
  g_free (self->id);
  g_free (self->folder);
  g_clear_object (&self->file);
  g_free (self->etag);
  g_free (self->replaces);

  G_OBJECT_CLASS (proviso_recovery_parent_class)->finalize (object);
}

static void
proviso_recovery_class_init (ProvisoRecoveryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = proviso_recovery_finalize;
}

static void
proviso_recovery_init (ProvisoRecovery *self)
{
  self->lock_fd = -1;
}

static char *
get_path (ProvisoRecovery *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* What can be said of the entry without opening it. Where the meta file is damaged that is nothing, and
 * opening will tell. */
static void
describe (ProvisoRecovery *self)
{
  g_autoptr (GKeyFile) meta = g_key_file_new ();
  g_autofree char *meta_path = get_path (self, PROVISO_JOURNAL_META);
  g_autofree char *log_path = get_path (self, PROVISO_JOURNAL_LOG);
  g_autofree char *uri = NULL, *etag = NULL;
  GStatBuf stamp;

  if (g_stat (log_path, &stamp) == 0)
    self->time = stamp.st_mtime;

  if (!g_key_file_load_from_file (meta, meta_path, G_KEY_FILE_NONE, NULL))
    return;
  uri = g_key_file_get_string (meta, PROVISO_JOURNAL_GROUP, "file", NULL);
  etag = g_key_file_get_string (meta, PROVISO_JOURNAL_GROUP, "etag", NULL);
  /* Without knowing what the file was, nobody could tell whether others changed it. */
  if (uri != NULL && etag != NULL)
    {
      self->file = g_file_new_for_uri (uri);
      self->etag = g_steal_pointer (&etag);
    }
  self->replaces = g_key_file_get_string (meta, PROVISO_JOURNAL_GROUP, "replaces", NULL);
}

/* A folder whose program ended while it was being filled or removed. */
static void
sweep (const char *folder)
{
  int lock_fd = proviso_journal_lock_folder (folder);
  GStatBuf stamp;

  if (lock_fd < 0)
    {
      g_autofree char *lock = g_build_filename (folder, PROVISO_JOURNAL_LOCK, NULL);

      if (g_file_test (lock, G_FILE_TEST_EXISTS) || g_stat (folder, &stamp) < 0 ||
          stamp.st_mtime > g_get_real_time () / G_USEC_PER_SEC - ABANDONED_AFTER)
        return;
    }
  proviso_journal_remove_folder (folder);
  if (lock_fd >= 0)
    close (lock_fd);
}

static ProvisoRecovery *
proviso_recovery_new (const char *folder, const char *id)
{
  g_autoptr (ProvisoRecovery) self = g_object_new (PROVISO_TYPE_RECOVERY, NULL);
  g_autofree char *lock = g_build_filename (folder, PROVISO_JOURNAL_LOCK, NULL);

  self->lock_fd = proviso_journal_lock_folder (folder);
  /* Without a lock file nobody can be writing: the folder is damaged, and that is to be told. */
  if (self->lock_fd < 0 && g_file_test (lock, G_FILE_TEST_EXISTS))
    return NULL;

  self->folder = g_strdup (folder);
  self->id = g_strdup (id);
  describe (self);

  return g_steal_pointer (&self);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const ProvisoRecovery *first = *(ProvisoRecovery *const *) a;
  const ProvisoRecovery *second = *(ProvisoRecovery *const *) b;

  return first->time < second->time ? 1 : first->time > second->time ? -1 : g_strcmp0 (first->id, second->id);
}

/* Where a program ended between beginning a session and removing the one that it replaces, the older one says
 * nothing that the newer does not. */
static void
drop_replaced (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      ProvisoRecovery *newer = g_ptr_array_index (entries, i);

      for (guint j = 0; newer->replaces != NULL && j < entries->len; j++)
        {
          ProvisoRecovery *older = g_ptr_array_index (entries, j);

          if (older == newer || !g_str_equal (older->id, newer->replaces))
            continue;
          proviso_recovery_discard (older);
          g_ptr_array_remove_index (entries, j);
          /* From the start again: places have shifted. */
          i = G_MAXUINT;
          break;
        }
    }
}

GPtrArray *
proviso_recovery_list (void)
{
  g_autofree char *root = proviso_journal_get_root ();
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL;
       name = g_dir_read_name (dir))
    {
      g_autofree char *folder = g_build_filename (root, name, NULL);
      ProvisoRecovery *entry;

      if (g_str_has_suffix (name, DAMAGED_SUFFIX) || !g_file_test (folder, G_FILE_TEST_IS_DIR))
        continue;
      if (*name == '.')
        sweep (folder);
      else if ((entry = proviso_recovery_new (folder, name)) != NULL)
        g_ptr_array_add (entries, entry);
    }
  drop_replaced (entries);
  g_ptr_array_sort (entries, compare_times);

  return g_steal_pointer (&entries);
}

static void
list_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task, proviso_recovery_list (), (GDestroyNotify) g_ptr_array_unref);
}

void
proviso_recovery_list_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, proviso_recovery_list_async);
  g_task_run_in_thread (task, list_in_thread);
}

GPtrArray *
proviso_recovery_list_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *
proviso_recovery_get_id (ProvisoRecovery *self)
{
  g_return_val_if_fail (PROVISO_IS_RECOVERY (self), NULL);

  return self->id;
}

GFile *
proviso_recovery_get_file (ProvisoRecovery *self)
{
  g_return_val_if_fail (PROVISO_IS_RECOVERY (self), NULL);

  return self->file;
}

const char *
proviso_recovery_get_etag (ProvisoRecovery *self)
{
  g_return_val_if_fail (PROVISO_IS_RECOVERY (self), NULL);

  return self->etag;
}

/* So that it is neither offered again nor lost. */
static void
put_aside (ProvisoRecovery *self)
{
  g_autofree char *aside = g_strconcat (self->folder, DAMAGED_SUFFIX, NULL);

  if (g_rename (self->folder, aside) == 0)
    g_set_str (&self->folder, aside);
  self->put_aside = TRUE;
}

ProvisoProject *
proviso_recovery_open (ProvisoRecovery *self, ProvisoStoreState *file_state, GError **warning, GError **error)
{
  g_autofree char *base_path = NULL, *log_path = NULL;
  g_autoptr (GBytes) base = NULL, log = NULL;
  g_autoptr (ProvisoProject) project = NULL;
  g_autoptr (GError) local_error = NULL;
  gboolean whole;

  g_return_val_if_fail (PROVISO_IS_RECOVERY (self), NULL);

  base_path = get_path (self, PROVISO_JOURNAL_BASE);
  log_path = get_path (self, PROVISO_JOURNAL_LOG);
  base = proviso_store_posix_read (base_path, NULL, NULL, &local_error);
  if (base != NULL)
    project = proviso_codec_load (base, NULL, &local_error);
  if (project == NULL)
    {
      put_aside (self);
      g_set_error (error, PROVISO_RECOVERY_ERROR, PROVISO_RECOVERY_ERROR_DAMAGED,
                   _ ("The recovery copy in “%s” cannot be read. It is kept there. (%s)"), self->folder,
                   local_error->message);
      return NULL;
    }

  log = proviso_store_posix_read (log_path, NULL, NULL, NULL);
  whole =
      log != NULL && proviso_recovery_replay (project, g_bytes_get_data (log, NULL), g_bytes_get_size (log));
  if (!whole)
    {
      put_aside (self);
      g_set_error (warning, PROVISO_RECOVERY_ERROR, PROVISO_RECOVERY_ERROR_INCOMPLETE,
                   _ ("The latest changes could not be recovered. What was kept of them is in “%s”."),
                   self->folder);
    }
  proviso_history_mark_unsaved (proviso_project_get_history (project));

  if (file_state != NULL)
    {
      *file_state = PROVISO_STORE_SAME;
      /* A file that cannot be looked at now is not known to be the same. */
      if (self->file != NULL &&
          !proviso_store_compare (self->file, self->etag, NULL, file_state, NULL))
        *file_state = PROVISO_STORE_CHANGED;
    }

  return g_steal_pointer (&project);
}

static void
opened_free (gpointer data)
{
  Opened *opened = data;

  g_clear_error (&opened->warning);
  g_free (opened);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Opened *opened = task_data;
  GError *error = NULL;
  ProvisoProject *project = proviso_recovery_open (source, &opened->file_state, &opened->warning, &error);

  if (project != NULL)
    g_task_return_pointer (task, project, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
proviso_recovery_open_async (ProvisoRecovery *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, proviso_recovery_open_async);
  g_task_set_task_data (task, g_new0 (Opened, 1), opened_free);
  g_task_run_in_thread (task, open_in_thread);
}

ProvisoProject *
proviso_recovery_open_finish (ProvisoRecovery *self,
                              GAsyncResult *result,
                              ProvisoStoreState *file_state,
                              GError **warning,
                              GError **error)
{
  Opened *opened;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  opened = g_task_get_task_data (G_TASK (result));
  if (file_state != NULL)
    *file_state = opened->file_state;
  if (opened->warning != NULL)
    g_propagate_error (warning, g_steal_pointer (&opened->warning));

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
proviso_recovery_discard (ProvisoRecovery *self)
{
  g_return_if_fail (PROVISO_IS_RECOVERY (self));

  if (!self->put_aside)
    proviso_journal_remove_folder (self->folder);
}
