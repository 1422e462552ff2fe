/* proviso-autosave.c: saves a document some seconds after its last change, where the preferences say so.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A keystroke only notes the time; the timer that runs out looks whether it has been long enough.
 */
#include "app/proviso-autosave.h"

struct _ProvisoAutosave
{
  GObject parent_instance;

  ProvisoDocument *document;
  ProvisoProject *project;
  GSettings *settings;
  gboolean enabled;
  gint64 changed; /* when, in monotonic time */
  guint timer;
};

G_DEFINE_FINAL_TYPE (ProvisoAutosave, proviso_autosave, G_TYPE_OBJECT)

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  /* What went wrong is the document's error, which its window tells. */
  proviso_document_save_finish (PROVISO_DOCUMENT (object), result, NULL);
}

static void
save (ProvisoAutosave *self)
{
  if (proviso_document_get_state (self->document) == PROVISO_DOCUMENT_STATE_LOADING ||
      proviso_document_get_state (self->document) == PROVISO_DOCUMENT_STATE_SAVING ||
      !proviso_document_get_unsaved (self->document) || proviso_document_get_file (self->document) == NULL ||
      proviso_document_get_file_state (self->document) != PROVISO_FILE_STATE_SAME ||
      proviso_document_get_recovered (self->document))
    return;
  proviso_document_save_async (self->document, NULL, PROVISO_DOCUMENT_SAVE_NONE, NULL, saved_cb, NULL);
}

static gboolean
timer_cb (gpointer user_data)
{
  ProvisoAutosave *self = user_data;
  gint64 left = PROVISO_AUTOSAVE_DELAY - (g_get_monotonic_time () - self->changed) / 1000;

  if (left > 0)
    {
      self->timer = g_timeout_add ((guint) left, timer_cb, self);
      return G_SOURCE_REMOVE;
    }
  self->timer = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (ProvisoAutosave *self)
{
  if (!self->enabled)
    return;
  self->changed = g_get_monotonic_time ();
  if (self->timer == 0)
    self->timer = g_timeout_add (PROVISO_AUTOSAVE_DELAY, timer_cb, self);
}

static void
release_project (ProvisoAutosave *self)
{
  if (self->project == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->project, self);
  g_signal_handlers_disconnect_by_data (proviso_project_get_history (self->project), self);
  g_clear_object (&self->project);
}

static void
project_changed_cb (ProvisoAutosave *self)
{
  release_project (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->project = g_object_ref (proviso_document_get_project (self->document));
  g_signal_connect_swapped (self->project, "text-replaced", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->project, "record-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (proviso_project_get_history (self->project), "notify::modified", G_CALLBACK (changed_cb),
                            self);
}

static void
enabled_changed_cb (ProvisoAutosave *self)
{
  self->enabled = g_settings_get_boolean (self->settings, "autosave");
  g_clear_handle_id (&self->timer, g_source_remove);
  changed_cb (self);
}

/* A save that went on while something was typed leaves that to be saved. */
static void
state_changed_cb (ProvisoAutosave *self)
{
  if (proviso_document_get_state (self->document) == PROVISO_DOCUMENT_STATE_EDITED)
    changed_cb (self);
}

static void
proviso_autosave_dispose (GObject *object)
{
  ProvisoAutosave *self = PROVISO_AUTOSAVE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  release_project (self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (proviso_autosave_parent_class)->dispose (object);
}

static void
proviso_autosave_class_init (ProvisoAutosaveClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_autosave_dispose;
}

static void
proviso_autosave_init (ProvisoAutosave *self)
{
}

ProvisoAutosave *
proviso_autosave_new (ProvisoDocument *document)
{
  ProvisoAutosave *self = g_object_new (PROVISO_TYPE_AUTOSAVE, NULL);

  self->document = g_object_ref (document);
  self->settings = g_settings_new (PROVISO_APP_ID);
  g_signal_connect_swapped (document, "notify::project", G_CALLBACK (project_changed_cb), self);
  g_signal_connect_swapped (document, "notify::state", G_CALLBACK (state_changed_cb), self);
  g_signal_connect_object (self->settings, "changed::autosave", G_CALLBACK (enabled_changed_cb), self,
                           G_CONNECT_SWAPPED);
  project_changed_cb (self);
  enabled_changed_cb (self);
  return self;
}
