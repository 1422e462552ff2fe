/* proviso-remains-dialog.c: the section on what remains unconfirmed: its wording, and putting it into the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-remains-dialog.h"

#include "app/proviso-after-paint.h"
#include "core/proviso-enum-types.h"
#include "core/proviso-vocabulary.h"
#include "export/proviso-remains-content.h"
#include "export/proviso-remains-section.h"
#include "panel/proviso-difference-view.h"
#include "panel/proviso-text-row.h"

#include <glib/gi18n-lib.h>

/* The preview follows what is typed after this pause: all records are asked for it. */
#define PREVIEW_DELAY_MS 150
/* So much of it is shown; the rest is seen in the draft. */
#define MAX_PREVIEW 4000
/* A row is a text view. So many a person may want to word in one go; the others are worded on their pages. */
#define MAX_CAVEAT_ROWS 30

struct _ProvisoRemainsDialog
{
  AdwDialog parent_instance;

  GtkButton *accept_button;
  AdwBanner *banner;
  AdwPreferencesGroup *caveats_group;
  AdwPreferencesGroup *section_group;
  AdwPreferencesGroup *preview_group;
  GtkLabel *preview_label;
  AdwPreferencesGroup *labels_group;
  AdwPreferencesGroup *details_group;
  ProvisoTextRow *rows[PROVISO_REMAINS_N_WORDINGS];
  AdwComboRow *place_row; /* %NULL where the section stands already */

  ProvisoProject *project;
  GPtrArray *accepted;    /* of ProvisoCaveat */
  GPtrArray *caveat_rows; /* of ProvisoTextRow: of the first of them */
  guint cursor;
  guint preview_source;
};

enum
{
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoRemainsDialog, proviso_remains_dialog, ADW_TYPE_DIALOG)

static const char *const titles[PROVISO_REMAINS_N_WORDINGS] = {
  [PROVISO_REMAINS_HEADING] = N_("Heading"),
  [PROVISO_REMAINS_LEAD_IN] = N_("Line Above the List"),
  [PROVISO_REMAINS_CAVEAT] = N_("Accepted Caveat"),
  [PROVISO_REMAINS_UNCHECKED] = N_("Unchecked"),
  [PROVISO_REMAINS_STATED] = N_("Stated"),
  [PROVISO_REMAINS_REPORTED] = N_("Reported"),
  [PROVISO_REMAINS_LEAKED] = N_("Leaked"),
  [PROVISO_REMAINS_UNCONFIRMED] = N_("Unconfirmed"),
  [PROVISO_REMAINS_DISPUTED] = N_("Disputed"),
  [PROVISO_REMAINS_UNVERIFIABLE] = N_("Unverifiable"),
  [PROVISO_REMAINS_ATTRIBUTED_TO] = N_("Whom It Is Attributed To"),
  [PROVISO_REMAINS_AS_OF] = N_("Its Date"),
};

static gboolean
stands (ProvisoRemainsDialog *self)
{
  return proviso_remains_stands (proviso_project_get_remains (self->project));
}

/* What readers are told of the caveats that have rows, as it is written there. */
static GHashTable *
get_for_readers (ProvisoRemainsDialog *self)
{
  GHashTable *for_readers = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < self->caveat_rows->len; i++)
    g_hash_table_insert (for_readers, self->accepted->pdata[i],
                         g_strstrip (proviso_text_row_dup_text (self->caveat_rows->pdata[i])));
  return for_readers;
}

/* The section as it would be now. `n_items`: (out) (optional) */
static char *
generate (ProvisoRemainsDialog *self, guint *n_items)
{
  g_autoptr (GPtrArray) wording = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) for_readers = get_for_readers (self);

  for (guint i = 0; i < PROVISO_REMAINS_N_WORDINGS; i++)
    g_ptr_array_add (wording, proviso_text_row_dup_text (self->rows[i]));
  return proviso_remains_generate_as (self->project, (const char *const *) wording->pdata, for_readers, n_items);
}

/* How many accepted caveats readers are not told of. */
static guint
count_unworded (ProvisoRemainsDialog *self)
{
  g_autoptr (GHashTable) for_readers = get_for_readers (self);
  guint n = 0;

  for (guint i = 0; i < self->accepted->len; i++)
    {
      const char *words = i < self->caveat_rows->len
                              ? g_hash_table_lookup (for_readers, self->accepted->pdata[i])
                              : proviso_caveat_get_for_readers (self->accepted->pdata[i]);

      if (words == NULL || *words == '\0')
        n++;
    }
  return n;
}

static char *
describe (ProvisoRemainsDialog *self, guint n_items)
{
  guint n_unworded = count_unworded (self);
  g_autofree char *told = NULL;
  g_autofree char *untold = NULL;

  if (n_items == 0 && n_unworded == 0)
    return g_strdup (_("Every claim in the draft is confirmed, and no caveat was accepted."));
  told = n_items > 0 ? g_strdup_printf (ngettext ("%u point, in the order of the draft.",
                                                  "%u points, in the order of the draft.", n_items),
                                        n_items)
                     : g_strdup (_("Every claim in the draft is confirmed."));
  if (n_unworded == 0)
    return g_steal_pointer (&told);
  untold = g_strdup_printf (ngettext ("%u accepted caveat is left out: it has no wording for readers.",
                                      "%u accepted caveats are left out: they have no wording for readers.", n_unworded),
                            n_unworded);
  return g_strdup_printf ("%s\n%s", told, untold);
}

static void
update_preview (ProvisoRemainsDialog *self)
{
  g_autofree char *section = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *preview = NULL;
  g_autofree char *description = NULL;
  guint n_items;

  section = generate (self, &n_items);
  shown = g_utf8_substring (section, 0, MIN (g_utf8_strlen (section, -1), MAX_PREVIEW));
  preview = g_strconcat (shown, strlen (shown) < strlen (section) ? "…" : "", NULL);
  description = describe (self, n_items);
  gtk_label_set_label (self->preview_label, preview);
  gtk_widget_set_visible (GTK_WIDGET (self->preview_label), n_items > 0);
  adw_preferences_group_set_description (self->preview_group, description);
  gtk_button_set_label (self->accept_button, !stands (self) ? _("_Insert")
                                             : n_items > 0  ? _("_Refresh")
                                                            : _("_Remove"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept_button), n_items > 0 || stands (self));
}

static void
preview_cb (gpointer user_data)
{
  ProvisoRemainsDialog *self = user_data;

  self->preview_source = 0;
  update_preview (self);
}

static void
text_changed_cb (ProvisoRemainsDialog *self)
{
  if (self->preview_source == 0)
    self->preview_source = g_timeout_add_once (PREVIEW_DELAY_MS, preview_cb, self);
}

static void
apply_wording (ProvisoRemainsDialog *self)
{
  ProvisoRemains *remains = proviso_project_get_remains (self->project);
  g_autoptr (GHashTable) for_readers = get_for_readers (self);

  for (guint i = 0; i < PROVISO_REMAINS_N_WORDINGS; i++)
    {
      g_autofree char *text = proviso_text_row_dup_text (self->rows[i]);

      proviso_project_set (self->project, remains, proviso_remains_get_text_name (i), text, NULL);
    }
  for (guint i = 0; i < self->caveat_rows->len; i++)
    proviso_project_set (self->project, self->accepted->pdata[i], "for-readers",
                         g_hash_table_lookup (for_readers, self->accepted->pdata[i]), NULL);
}

static void
finish (ProvisoRemainsDialog *self, const char *title)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0, title);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
insert (ProvisoRemainsDialog *self)
{
  gboolean at_cursor = adw_combo_row_get_selected (self->place_row) == 1;
  gboolean inserted;

  proviso_project_begin_action (self->project, C_("undo", "Insert Section"));
  apply_wording (self);
  inserted = proviso_remains_insert (self->project, at_cursor ? self->cursor : G_MAXUINT);
  proviso_project_end_action (self->project);
  if (inserted)
    finish (self, _("Section inserted"));
  else
    update_preview (self);
}

static void
refresh (ProvisoRemainsDialog *self)
{
  proviso_project_begin_action (self->project, C_("undo", "Refresh Section"));
  apply_wording (self);
  proviso_remains_refresh (self->project);
  proviso_project_end_action (self->project);
  finish (self, stands (self) ? _("Section refreshed") : _("Section removed"));
}

static void
keep (ProvisoRemainsDialog *self)
{
  proviso_project_begin_action (self->project, C_("undo", "Keep Section"));
  apply_wording (self);
  proviso_remains_keep (self->project);
  proviso_project_end_action (self->project);
  finish (self, _("Section kept as it is"));
}

static void ask (ProvisoRemainsDialog *self, gboolean with_difference);

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoRemainsDialog) self = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result);

  /* What the question was about may be gone by now. */
  if (self->project == NULL || !stands (self))
    return;
  if (g_str_equal (response, "replace"))
    refresh (self);
  else if (g_str_equal (response, "keep"))
    keep (self);
  else if (g_str_equal (response, "difference"))
    ask (self, TRUE);
}

static GtkWidget *
create_difference (ProvisoRemainsDialog *self)
{
  g_autofree char *present = proviso_remains_dup_section (self->project);
  g_autofree char *fresh = generate (self, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = proviso_difference_view_new ();

  proviso_difference_view_set_texts (PROVISO_DIFFERENCE_VIEW (view), present, fresh);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 160);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  return scrolled;
}

/* What the question says: each answer, and what it does. `outdated`: whether the section can be kept. */
static const char *
get_question (gboolean outdated, gboolean with_difference, gboolean nothing_left)
{
  if (with_difference)
    return _("This is what would change in the section.");
  if (nothing_left)
    return outdated ? _("The section was changed by hand, and nothing is left to tell. Keeping leaves the draft as it is, "
                        "and the section counts as up to date until a claim or a caveat changes again.")
                    : _("The section was changed by hand, and nothing is left to tell.");
  return outdated ? _("The section was changed by hand. Replacing puts the words of the preview in its place. Keeping leaves "
                      "the draft as it is, and the section counts as up to date until a claim or a caveat changes again.")
                  : _("The section was changed by hand. Replacing puts the words of the preview in its place.");
}

static void
ask (ProvisoRemainsDialog *self, gboolean with_difference)
{
  guint n_items;
  g_autofree char *fresh = generate (self, &n_items);
  const char *generated =
    proviso_remains_get_text (proviso_project_get_remains (self->project), PROVISO_REMAINS_GENERATED);
  /* Whether the records, or the wording, ask for something else than when it was last made or kept. */
  gboolean outdated = g_strcmp0 (generated, fresh) != 0;
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (
    adw_alert_dialog_new (n_items > 0 ? _("Replace What Was Written?") : _("Remove What Was Written?"),
                          get_question (outdated, with_difference, n_items == 0)));

  adw_alert_dialog_add_responses (alert, "cancel", _("_Cancel"), NULL);
  /* It counts as up to date already. */
  if (outdated)
    adw_alert_dialog_add_response (alert, "keep", _("_Keep and Mark as Up to Date"));
  if (with_difference)
    adw_alert_dialog_set_extra_child (alert, create_difference (self));
  else
    adw_alert_dialog_add_response (alert, "difference", _("Show _Difference"));
  adw_alert_dialog_add_response (alert, "replace", n_items > 0 ? _("_Replace") : _("_Remove"));
  adw_alert_dialog_set_response_appearance (alert, "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, with_difference ? "cancel" : "difference");
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_choose (alert, GTK_WIDGET (self), NULL, answered_cb, g_object_ref (self));
}

static void
accept_cb (ProvisoRemainsDialog *self)
{
  if (!stands (self) && self->place_row != NULL)
    insert (self);
  else if (proviso_remains_get_state (self->project) == PROVISO_REMAINS_EDITED)
    ask (self, FALSE);
  else if (stands (self))
    refresh (self);
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static ProvisoTextRow *
add_row (ProvisoRemainsDialog *self, AdwPreferencesGroup *group, const char *title, const char *text)
{
  GtkWidget *row = g_object_new (PROVISO_TYPE_TEXT_ROW, "title", title, "single-paragraph", TRUE, NULL);

  proviso_text_row_set_text (PROVISO_TEXT_ROW (row), text);
  g_signal_connect_object (row, "notify::text", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  return PROVISO_TEXT_ROW (row);
}

static void
add_rows (ProvisoRemainsDialog *self)
{
  ProvisoRemains *remains = proviso_project_get_remains (self->project);

  for (guint i = 0; i < PROVISO_REMAINS_N_WORDINGS; i++)
    {
      AdwPreferencesGroup *group = i <= PROVISO_REMAINS_LEAD_IN         ? self->section_group
                                   : i >= PROVISO_REMAINS_ATTRIBUTED_TO ? self->details_group
                                                                        : self->labels_group;

      self->rows[i] = add_row (self, group, _(titles[i]), proviso_remains_get_wording (remains, i));
    }
}

/* Each is called what the writer and the editor call it. */
static void
add_caveat_rows (ProvisoRemainsDialog *self)
{
  self->accepted = proviso_remains_list_accepted (self->project);
  for (guint i = 0; i < MIN (self->accepted->len, MAX_CAVEAT_ROWS); i++)
    {
      ProvisoCaveat *caveat = self->accepted->pdata[i];
      g_autofree char *text = g_strstrip (g_strdup (proviso_caveat_get_text (caveat)));
      const char *type =
        proviso_vocabulary_get_label (PROVISO_TYPE_CAVEAT_TYPE, proviso_caveat_get_caveat_type (caveat));

      g_ptr_array_add (self->caveat_rows, add_row (self, self->caveats_group, *text != '\0' ? text : type,
                                                   proviso_caveat_get_for_readers (caveat)));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->caveats_group), self->accepted->len > 0);
}

static void
add_place_row (ProvisoRemainsDialog *self)
{
  const char *places[] = { _("At the End"), _("Behind the Paragraph at the Cursor"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (places);

  self->place_row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->place_row), _("Place"));
  /* Beside the title, AdwComboRow cuts what it shows at 20 characters. */
  adw_combo_row_set_use_subtitle (self->place_row, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->place_row), "property");
  adw_combo_row_set_model (self->place_row, G_LIST_MODEL (list));
  adw_preferences_group_add (self->section_group, GTK_WIDGET (self->place_row));
}

static void
show_state (ProvisoRemainsDialog *self)
{
  const char *text = NULL;

  switch (proviso_remains_get_state (self->project))
    {
    case PROVISO_REMAINS_OUTDATED:
      text = _("The claims and caveats say something else by now");
      break;
    case PROVISO_REMAINS_EDITED:
      text = proviso_remains_needs_refresh (self->project)
               ? _("Changed by hand, and out of date")
               : _("Changed by hand since it was last made");
      break;
    case PROVISO_REMAINS_NONE:
    case PROVISO_REMAINS_CURRENT:
    default:
      break;
    }
  adw_banner_set_title (self->banner, text != NULL ? text : "");
  adw_banner_set_revealed (self->banner, text != NULL);
}

static void
focus_cb (GtkWidget *widget)
{
  gtk_widget_grab_focus (GTK_WIDGET (PROVISO_REMAINS_DIALOG (widget)->accept_button));
}

/* As a sheet at the bottom of a narrow window it comes up with its first entry focused, and scrolled to that, whatever
 * its "focus-widget" says. */
static void
proviso_remains_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (proviso_remains_dialog_parent_class)->map (widget);

  proviso_after_paint (widget, focus_cb);
}

static void
proviso_remains_dialog_dispose (GObject *object)
{
  ProvisoRemainsDialog *self = PROVISO_REMAINS_DIALOG (object);

  g_clear_handle_id (&self->preview_source, g_source_remove);
  g_clear_pointer (&self->accepted, g_ptr_array_unref);
  g_clear_pointer (&self->caveat_rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_REMAINS_DIALOG);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (proviso_remains_dialog_parent_class)->dispose (object);
}

static void
proviso_remains_dialog_class_init (ProvisoRemainsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = proviso_remains_dialog_dispose;
  widget_class->map = proviso_remains_dialog_map;

  signals[SIGNAL_DONE] = g_signal_new ("done", PROVISO_TYPE_REMAINS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/proviso_editor/Proviso/app/proviso-remains-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoRemainsDialog, accept_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRemainsDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRemainsDialog, caveats_group);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRemainsDialog, section_group);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRemainsDialog, preview_group);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRemainsDialog, preview_label);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRemainsDialog, labels_group);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRemainsDialog, details_group);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
proviso_remains_dialog_init (ProvisoRemainsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->caveat_rows = g_ptr_array_new ();
}

ProvisoRemainsDialog *
proviso_remains_dialog_new (ProvisoProject *project, guint cursor)
{
  ProvisoRemainsDialog *self = g_object_new (PROVISO_TYPE_REMAINS_DIALOG, NULL);

  self->project = g_object_ref (project);
  self->cursor = cursor;
  add_caveat_rows (self);
  add_rows (self);
  if (!stands (self))
    add_place_row (self);
  show_state (self);
  update_preview (self);
  return self;
}
