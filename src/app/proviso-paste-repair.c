/* proviso-paste-repair.c: offers the import's repairs for a text that was pasted into an empty draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-paste-repair.h"

#include "app/proviso-import-dialog.h"
#include "app/proviso-import-flow.h"
#include "app/proviso-toast.h"

#include <glib/gi18n-lib.h>

/* Shorter text is repaired faster by hand than by a dialog; in bytes. */
#define MIN_LENGTH 300

struct _ProvisoPasteRepair
{
  GObject parent_instance;

  ProvisoProject *project;
  AdwToastOverlay *overlay;
  AdwToast *toast;
  ProvisoTextImport *import; /* what was offered; %NULL: nothing, or the text is another one by now */
  guint serial;              /* of the draft's changes */
  guint examined;            /* the change whose text is being looked at */
};

G_DEFINE_FINAL_TYPE (ProvisoPasteRepair, proviso_paste_repair, G_TYPE_OBJECT)

static void
accepted_cb (ProvisoPasteRepair *self, const char *text)
{
  ProvisoText *draft;

  /* The dialog stands in front of the draft, but the text can still have changed: a reload. */
  if (self->import == NULL || self->project == NULL)
    return;
  draft = proviso_project_get_text (self->project);
  proviso_project_begin_action (self->project, C_("undo", "Repair Text"));
  proviso_text_replace (draft, 0, proviso_text_get_length (draft), text);
  proviso_project_end_action (self->project);
}

static void
clicked_cb (ProvisoPasteRepair *self)
{
  ProvisoImportDialog *dialog;

  if (self->import == NULL)
    return;
  dialog = proviso_import_dialog_new (self->import, _("_Repair"));
  adw_dialog_set_title (ADW_DIALOG (dialog), _("Repair Text"));
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self->overlay));
}

static void
dismissed_cb (ProvisoPasteRepair *self, AdwToast *toast)
{
  if (self->toast == toast)
    g_clear_object (&self->toast);
}

static void
examined_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoPasteRepair) self = user_data;
  g_autoptr (ProvisoTextImport) import = proviso_import_flow_examine_finish (result);

  if (import == NULL || self->project == NULL || self->serial != self->examined)
    return;
  g_set_object (&self->import, import);
  self->toast = g_object_ref (proviso_toast_new (self->overlay, _("The pasted lines would run into one paragraph")));
  adw_toast_set_button_label (self->toast, _("_Repair…"));
  adw_toast_set_timeout (self->toast, 0);
  g_signal_connect_object (self->toast, "button-clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->overlay, self->toast);
}

static void
text_replaced_cb (ProvisoPasteRepair *self, guint offset, guint n_removed, const char *inserted)
{
  gsize length = strlen (inserted);

  self->serial++;
  g_clear_object (&self->import);
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  if (offset != 0 || length < MIN_LENGTH ||
      proviso_text_get_length (proviso_project_get_text (self->project)) != g_utf8_strlen (inserted, length))
    return;
  self->examined = self->serial;
  proviso_import_flow_examine_async (inserted, examined_cb, g_object_ref (self));
}

static void
proviso_paste_repair_dispose (GObject *object)
{
  ProvisoPasteRepair *self = PROVISO_PASTE_REPAIR (object);

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_object (&self->toast);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  g_clear_object (&self->import);

  G_OBJECT_CLASS (proviso_paste_repair_parent_class)->dispose (object);
}

static void
proviso_paste_repair_class_init (ProvisoPasteRepairClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_paste_repair_dispose;
}

static void
proviso_paste_repair_init (ProvisoPasteRepair *self)
{
}

ProvisoPasteRepair *
proviso_paste_repair_new (ProvisoProject *project, AdwToastOverlay *overlay)
{
  ProvisoPasteRepair *self = g_object_new (PROVISO_TYPE_PASTE_REPAIR, NULL);

  self->project = g_object_ref (project);
  self->overlay = overlay;
  g_signal_connect_swapped (project, "text-replaced", G_CALLBACK (text_replaced_cb), self);
  return self;
}
