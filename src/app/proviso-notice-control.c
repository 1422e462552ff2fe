/* proviso-notice-control.c: what the notice above the draft says, and what its answers do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-notice-control.h"

#include "storage/proviso-store.h"

#include <glib/gi18n-lib.h>

struct _ProvisoNoticeControl
{
  GObject parent_instance;

  ProvisoWindow *window;
  ProvisoNotice *notice;
  ProvisoDocument *document;
  ProvisoSeenControl *seen;
};

G_DEFINE_FINAL_TYPE (ProvisoNoticeControl, proviso_notice_control, G_TYPE_OBJECT)

/* Not those that are being looked through already. */
static gboolean
has_changes (ProvisoNoticeControl *self)
{
  return proviso_seen_control_get_changes (self->seen) != NULL && !proviso_seen_control_get_showing (self->seen);
}

static void
show_changes (ProvisoNoticeControl *self)
{
  g_autofree char *text = proviso_changes_dup_summary (proviso_seen_control_get_changes (self->seen));

  proviso_notice_show (self->notice, text, _("Show _Changes"), _("_Dismiss"));
}

static gboolean
is_conflict (const GError *error)
{
  return g_error_matches (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_CHANGED);
}

static void
show_error (ProvisoNoticeControl *self, const GError *error)
{
  /* What the store says begins with that. */
  g_autofree char *text = error->domain == PROVISO_STORE_ERROR ? g_strdup (error->message)
                                                               : g_strdup_printf (_("Not saved. %s"), error->message);

  proviso_notice_show (self->notice, text, _("_Save As…"), is_conflict (error) ? _("_Reload") : NULL);
}

static void
update (ProvisoNoticeControl *self)
{
  const GError *error = proviso_document_get_error (self->document);

  if (error != NULL)
    {
      show_error (self, error);
      return;
    }
  if (proviso_document_get_recovered (self->document))
    {
      gboolean has_file = proviso_document_get_file (self->document) != NULL;

      proviso_notice_show (self->notice, _("Recovered unsaved changes"), has_file ? _("_Save") : _("_Save…"),
                           _("_Discard…"));
      return;
    }
  switch (proviso_document_get_file_state (self->document))
    {
    case PROVISO_FILE_STATE_CHANGED:
      proviso_notice_show (self->notice, _("The file was changed by another program"), _("_Reload"), _("_Dismiss"));
      break;
    case PROVISO_FILE_STATE_GONE:
      proviso_notice_show (self->notice, _("The file was moved or deleted"), _("_Save As…"), _("_Dismiss"));
      break;
    case PROVISO_FILE_STATE_SAME:
    default:
      error = proviso_document_get_journal_error (self->document);
      if (error != NULL && proviso_document_get_unsaved (self->document))
        {
          g_autofree char *text = g_strdup_printf (_("A crash would lose what is not saved. %s"), error->message);

          proviso_notice_show (self->notice, text, _("_Save"), NULL);
        }
      else if (has_changes (self))
        {
          show_changes (self);
        }
      else
        {
          proviso_notice_hide (self->notice);
        }
      break;
    }
}

static void
reload_answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoNoticeControl) self = user_data;

  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result), "reload"))
    proviso_window_reload (self->window);
}

static void
reload (ProvisoNoticeControl *self)
{
  AdwAlertDialog *dialog;

  if (!proviso_document_get_unsaved (self->document))
    {
      proviso_window_reload (self->window);
      return;
    }
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
    _("Reload and Lose Your Changes?"),
    _("What you changed since the last time it was saved is replaced by what the file holds now.")));
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "reload", _("_Reload"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "reload", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self->window), NULL, reload_answered_cb, g_object_ref (self));
}

static void
discard_answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoNoticeControl) self = user_data;

  if (!g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result), "discard"))
    return;
  if (proviso_document_get_file (self->document) != NULL)
    proviso_window_reload (self->window);
  else
    proviso_document_reset (self->document);
}

static void
discard_recovered (ProvisoNoticeControl *self)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
    _("Discard Recovered Changes?"),
    _("What was typed before the program ended unexpectedly, and everything since, is lost for good.")));

  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "discard", _("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self->window), NULL, discard_answered_cb, g_object_ref (self));
}

/* The cases are those of update(), in the same order. */
static void
response_cb (ProvisoNoticeControl *self, gboolean second)
{
  ProvisoFileState file_state = proviso_document_get_file_state (self->document);
  const char *action = NULL;

  if (proviso_document_get_error (self->document) != NULL && second)
    reload (self);
  else if (proviso_document_get_error (self->document) != NULL)
    action = "save-as";
  else if (proviso_document_get_recovered (self->document) && second)
    discard_recovered (self);
  else if (proviso_document_get_recovered (self->document))
    action = "save";
  else if (file_state != PROVISO_FILE_STATE_SAME && second)
    proviso_document_dismiss_file_state (self->document);
  else if (file_state == PROVISO_FILE_STATE_GONE)
    action = "save-as";
  else if (file_state == PROVISO_FILE_STATE_CHANGED)
    reload (self);
  else if (proviso_document_get_journal_error (self->document) != NULL && proviso_document_get_unsaved (self->document))
    action = "save";
  else if (second)
    proviso_seen_control_mark_seen (self->seen);
  else
    action = "show-changes";
  if (action != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (self->window), action, NULL);
}

static void
proviso_notice_control_dispose (GObject *object)
{
  ProvisoNoticeControl *self = PROVISO_NOTICE_CONTROL (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->seen);

  G_OBJECT_CLASS (proviso_notice_control_parent_class)->dispose (object);
}

static void
proviso_notice_control_class_init (ProvisoNoticeControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_notice_control_dispose;
}

static void
proviso_notice_control_init (ProvisoNoticeControl *self)
{
}

ProvisoNoticeControl *
proviso_notice_control_new (ProvisoWindow *window, ProvisoNotice *notice, ProvisoSeenControl *seen)
{
  static const char *const signals[] = { "notify::state", "notify::file", "notify::file-state", "notify::recovered",
                                         "notify::journal-error" };
  ProvisoNoticeControl *self = g_object_new (PROVISO_TYPE_NOTICE_CONTROL, NULL);

  self->window = window;
  self->notice = notice;
  self->document = g_object_ref (proviso_window_get_document (window));
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_swapped (self->document, signals[i], G_CALLBACK (update), self);
  g_signal_connect_object (notice, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  self->seen = g_object_ref (seen);
  g_signal_connect_object (seen, "notify::changes", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}
