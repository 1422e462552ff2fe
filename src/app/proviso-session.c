/* proviso-session.c: the projects that were open when the program ended, for the next start.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-session.h"

#include "app/proviso-state-file.h"
#include "app/proviso-window.h"

#define GROUP "session"
#define FILES "files"

struct _ProvisoSession
{
  GObject parent_instance;

  GtkApplication *application;
  GSettings *settings;
  ProvisoStateFile *file;
  gboolean ended;
};

G_DEFINE_FINAL_TYPE (ProvisoSession, proviso_session, G_TYPE_OBJECT)

/* The window used last is the first of the application's and the last of the session's. */
static void
update (ProvisoSession *self)
{
  g_autoptr (GPtrArray) uris = g_ptr_array_new_with_free_func (g_free);
  GKeyFile *key_file = proviso_state_file_get (self->file);
  gboolean keep = g_settings_get_boolean (self->settings, "restore-session");
  guint n_windows = 0;

  if (self->ended)
    return;
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    if (PROVISO_IS_WINDOW (l->data))
      {
        GFile *file = proviso_window_get_file (l->data);

        n_windows++;
        if (keep && file != NULL && uris->len < PROVISO_SESSION_MAX_FILES)
          g_ptr_array_insert (uris, 0, g_file_get_uri (file));
      }
  if (n_windows == 0)
    return;
  g_key_file_set_string_list (key_file, GROUP, FILES, (const char *const *) uris->pdata, uris->len);
  proviso_state_file_changed (self->file);
}

static void
window_added_cb (ProvisoSession *self, GtkWindow *window)
{
  if (!PROVISO_IS_WINDOW (window))
    return;
  g_signal_connect_object (proviso_window_get_document (PROVISO_WINDOW (window)), "notify::file", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
}

static void
proviso_session_finalize (GObject *object)
{
  ProvisoSession *self = PROVISO_SESSION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (proviso_session_parent_class)->finalize (object);
}

static void
proviso_session_class_init (ProvisoSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = proviso_session_finalize;
}

static void
proviso_session_init (ProvisoSession *self)
{
}

ProvisoSession *
proviso_session_new (GtkApplication *application, const char *path)
{
  ProvisoSession *self = g_object_new (PROVISO_TYPE_SESSION, NULL);

  self->application = application;
  self->settings = g_settings_new (PROVISO_APP_ID);
  self->file = proviso_state_file_new (path);
  g_signal_connect_object (application, "window-added", G_CALLBACK (window_added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (application, "window-removed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (application, "notify::active-window", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::restore-session", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return self;
}

void
proviso_session_restore (ProvisoSession *self)
{
  g_auto (GStrv) uris = NULL;

  g_return_if_fail (PROVISO_IS_SESSION (self));

  if (!g_settings_get_boolean (self->settings, "restore-session"))
    return;
  uris = g_key_file_get_string_list (proviso_state_file_get (self->file), GROUP, FILES, NULL, NULL);
  /* Each window that comes up would make it the session so far. */
  self->ended = TRUE;
  for (guint i = 0; uris != NULL && uris[i] != NULL && i < PROVISO_SESSION_MAX_FILES; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uris[i]);

      if (!g_file_is_native (file) || g_file_query_exists (file, NULL))
        proviso_application_open_project (PROVISO_APPLICATION (self->application), file);
    }
  self->ended = FALSE;
}

void
proviso_session_end (ProvisoSession *self)
{
  g_return_if_fail (PROVISO_IS_SESSION (self));

  update (self);
  self->ended = TRUE;
}

void
proviso_session_flush (ProvisoSession *self)
{
  g_return_if_fail (PROVISO_IS_SESSION (self));
  proviso_state_file_flush (self->file);
}
