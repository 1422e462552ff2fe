/* proviso-load-control.c: brings projects into a window's document, and says what goes wrong with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-load-control.h"

#include "app/proviso-import-flow.h"
#include "app/proviso-recent.h"
#include "storage/proviso-store.h"

#include <glib/gi18n-lib.h>

/* A load that is over sooner shows no sign of itself. */
#define SPINNER_DELAY_MS 500

struct _ProvisoLoadControl
{
  GObject parent_instance;

  ProvisoWindow *window; /* %NULL once it is gone */
  GtkWidget *spinner;
  ProvisoDocument *document;
  GFile *file;        /* that is being loaded */
  GtkWindow *opener;  /* from which it was asked for; weak */
  gboolean importing; /* a text is being read, or somebody decides on it */
  guint spinner_source;
};

enum
{
  SIGNAL_BEGUN,
  SIGNAL_DONE,
  SIGNAL_TOAST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoLoadControl, proviso_load_control, G_TYPE_OBJECT)

static void
show_alert (GtkWindow *window, const char *heading, const char *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

/* The window comes up: with the project in it, or because that takes a while, or there is none to stay in. */
static void
ensure_presented (ProvisoLoadControl *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->window)))
    gtk_window_present (GTK_WINDOW (self->window));
}

static void
spinner_cb (gpointer user_data)
{
  ProvisoLoadControl *self = user_data;

  self->spinner_source = 0;
  gtk_widget_set_visible (self->spinner, TRUE);
  ensure_presented (self);
}

/* Why what was only opened counts as edited. */
static void
tell_reopened (ProvisoLoadControl *self)
{
  guint n_reopened = proviso_project_get_n_reopened (proviso_document_get_project (self->document));
  g_autofree char *title = NULL;

  if (n_reopened == 0)
    return;
  title = g_strdup_printf (ngettext ("%u caveat was reopened: its words were changed outside Proviso",
                                     "%u caveats were reopened: their words were changed outside Proviso", n_reopened),
                           n_reopened);
  g_signal_emit (self, signals[SIGNAL_TOAST], 0, title, FALSE);
}

static void
finish (ProvisoLoadControl *self, gboolean success)
{
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  g_signal_emit (self, signals[SIGNAL_DONE], 0, success);
  if (success)
    tell_reopened (self);
}

/* The name, unless the sentence tells it. */
static char *
describe_failure (GFile *file, const GError *error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *display_name = g_filename_display_name (name);

  return strstr (error->message, display_name) != NULL
             ? g_strdup (error->message)
             : g_strdup_printf ("“%s”\n\n%s", display_name, error->message);
}

/* A window that was made for the file alone goes with it, and was never shown. */
static void
tell_failure (ProvisoLoadControl *self, GFile *file, const GError *error)
{
  g_autofree char *body = describe_failure (file, error);

  if (self->opener != NULL && !gtk_widget_get_visible (GTK_WIDGET (self->window)))
    {
      show_alert (self->opener, _("Could Not Open the Project"), body);
      gtk_window_destroy (GTK_WINDOW (self->window));
    }
  else
    {
      ensure_presented (self);
      show_alert (GTK_WINDOW (self->window), _("Could Not Open the Project"), body);
    }
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoLoadControl) self = user_data;
  g_autoptr (GFile) file = g_steal_pointer (&self->file);
  g_autoptr (GError) error = NULL;
  gboolean success = proviso_document_load_finish (PROVISO_DOCUMENT (object), result, &error);

  if (self->window == NULL)
    return;
  finish (self, success);
  if (success)
    {
      const char *const *warnings = proviso_document_get_warnings (self->document);

      ensure_presented (self);
      proviso_recent_add_soon (self->document);
      if (warnings != NULL)
        show_alert (GTK_WINDOW (self->window), _("Not All Is Well in This File"), warnings[0]);
    }
  else
    {
      if (g_error_matches (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_NOT_FOUND))
        proviso_recent_remove (file);
      tell_failure (self, file, error);
    }
}

static void
recovered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoLoadControl) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean success = proviso_document_load_finish (PROVISO_DOCUMENT (object), result, &error);

  if (self->window == NULL)
    return;
  finish (self, success);
  if (success)
    {
      const char *const *warnings = proviso_document_get_warnings (self->document);

      if (warnings != NULL)
        show_alert (GTK_WINDOW (self->window), _("Not Everything Could Be Recovered"), warnings[0]);
    }
  else
    {
      show_alert (GTK_WINDOW (self->window), _("Could Not Recover Unsaved Changes"), error->message);
    }
}

static void
imported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoLoadControl) self = user_data;
  GFile *file;
  g_autoptr (ProvisoProject) project = proviso_import_flow_finish (result, &file);

  self->importing = FALSE;
  if (self->window == NULL || project == NULL || !proviso_window_is_empty (self->window))
    return;
  proviso_document_take_project (self->document, project, file);
  finish (self, TRUE);
}

static void
proviso_load_control_dispose (GObject *object)
{
  ProvisoLoadControl *self = PROVISO_LOAD_CONTROL (object);

  self->window = NULL;
  g_clear_weak_pointer (&self->opener);
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (proviso_load_control_parent_class)->dispose (object);
}

static void
proviso_load_control_finalize (GObject *object)
{
  ProvisoLoadControl *self = PROVISO_LOAD_CONTROL (object);

  g_clear_object (&self->file);

  G_OBJECT_CLASS (proviso_load_control_parent_class)->finalize (object);
}

static void
proviso_load_control_class_init (ProvisoLoadControlClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = proviso_load_control_dispose;
  object_class->finalize = proviso_load_control_finalize;

  signals[SIGNAL_BEGUN] = g_signal_new ("begun", PROVISO_TYPE_LOAD_CONTROL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  signals[SIGNAL_DONE] = g_signal_new ("done", PROVISO_TYPE_LOAD_CONTROL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SIGNAL_TOAST] = g_signal_new ("toast", PROVISO_TYPE_LOAD_CONTROL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
proviso_load_control_init (ProvisoLoadControl *self)
{
}

ProvisoLoadControl *
proviso_load_control_new (ProvisoWindow *window, GtkWidget *spinner)
{
  ProvisoLoadControl *self = g_object_new (PROVISO_TYPE_LOAD_CONTROL, NULL);

  self->window = window;
  self->spinner = spinner;
  self->document = g_object_ref (proviso_window_get_document (window));
  return self;
}

GFile *
proviso_load_control_get_file (ProvisoLoadControl *self)
{
  g_return_val_if_fail (PROVISO_IS_LOAD_CONTROL (self), NULL);
  return self->file;
}

gboolean
proviso_load_control_get_importing (ProvisoLoadControl *self)
{
  g_return_val_if_fail (PROVISO_IS_LOAD_CONTROL (self), FALSE);
  return self->importing;
}

void
proviso_load_control_load (ProvisoLoadControl *self, GFile *file, ProvisoDocumentLoadFlags flags, GtkWindow *opener)
{
  g_return_if_fail (PROVISO_IS_LOAD_CONTROL (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (opener == NULL || GTK_IS_WINDOW (opener));

  /* The button that asks to reload is there while that happens, and while a save is under way. */
  if (proviso_document_get_state (self->document) == PROVISO_DOCUMENT_STATE_LOADING ||
      proviso_document_get_state (self->document) == PROVISO_DOCUMENT_STATE_SAVING)
    return;

  g_set_object (&self->file, file);
  g_set_weak_pointer (&self->opener, opener);
  gtk_widget_set_visible (self->spinner, FALSE);
  if (self->spinner_source == 0)
    self->spinner_source = g_timeout_add_once (SPINNER_DELAY_MS, spinner_cb, self);
  g_signal_emit (self, signals[SIGNAL_BEGUN], 0);
  proviso_document_load_async (self->document, file, flags, NULL, loaded_cb, g_object_ref (self));
  /* While the window comes up, the file is read. */
  if (opener == NULL)
    ensure_presented (self);
}

void
proviso_load_control_recover (ProvisoLoadControl *self, ProvisoRecovery *recovery)
{
  g_return_if_fail (PROVISO_IS_LOAD_CONTROL (self));
  g_return_if_fail (PROVISO_IS_RECOVERY (recovery));

  proviso_document_recover_async (self->document, recovery, NULL, recovered_cb, g_object_ref (self));
}

void
proviso_load_control_import (ProvisoLoadControl *self, GFile *file)
{
  g_return_if_fail (PROVISO_IS_LOAD_CONTROL (self));
  g_return_if_fail (G_IS_FILE (file));

  self->importing = TRUE;
  proviso_import_flow_async (GTK_WINDOW (self->window), file, imported_cb, g_object_ref (self));
}
