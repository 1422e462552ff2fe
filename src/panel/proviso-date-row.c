/* proviso-date-row.c: a row with a date, typed or chosen in a calendar.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-date-row.h"
#include "core/proviso-date.h"
#include "panel/proviso-date-text.h"
#include "panel/proviso-unsent.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

struct _ProvisoDateRow
{
  AdwEntryRow parent_instance;

  GtkWidget *error_icon;
  GtkWidget *clear_button;
  GtkMenuButton *calendar_button;
  GtkPopover *popover;
  GtkCalendar *calendar;

  GtkListBoxRow *advice; /* nullable: below this row, while what is typed is no date */
  ProvisoField *field;
  ProvisoRecord *record;
  char *key; /* of what is typed, among what is kept with the record */
  /* The calendar is being made to show what the record says. */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (ProvisoDateRow, proviso_date_row, ADW_TYPE_ENTRY_ROW)

static void
remove_advice (ProvisoDateRow *self)
{
  GtkWidget *list;

  if (self->advice == NULL)
    return;

  list = gtk_widget_get_parent (GTK_WIDGET (self->advice));
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
  if (list != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), GTK_WIDGET (self->advice));
  g_clear_object (&self->advice);
}

/* In a row of its own: an entry row has no place for it. */
static void
show_advice (ProvisoDateRow *self, const char *words)
{
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *label;

  if (self->advice != NULL || !GTK_IS_LIST_BOX (list))
    return;

  label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                        PANGO_WRAP_WORD_CHAR, "margin-start", 12, "margin-end", 12, "margin-top", 6,
                        "margin-bottom", 9, NULL);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "error");
  self->advice = g_object_ref_sink (g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", label, "activatable", FALSE,
                                                  "selectable", FALSE, "focusable", FALSE, NULL));
  gtk_list_box_insert (GTK_LIST_BOX (list), GTK_WIDGET (self->advice),
                       gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)) + 1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, label, NULL, -1);
}

static void
set_error (ProvisoDateRow *self, gboolean error)
{
  const char *advice = _ ("Not a date. Type a day, a month or a year: 2026-03-28, 2026-03 or 2026");

  if (error)
    show_advice (self, advice);
  else
    remove_advice (self);
  if (error)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_widget_set_visible (self->error_icon, error);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), error ? advice : NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               error ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (error)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), advice, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
refresh (ProvisoDateRow *self)
{
  g_autofree char *date = proviso_field_dup_string (self->field);
  g_autofree char *text = date != NULL ? proviso_date_format (date) : g_strdup ("");

  proviso_unsent_keep (self->record, self->key, NULL);
  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self))))
    gtk_editable_set_text (GTK_EDITABLE (self), text);
  gtk_widget_set_visible (self->clear_button, *text != '\0');
  set_error (self, FALSE);
}

static void
set_date (ProvisoDateRow *self, const char *date)
{
  ProvisoHistory *history = proviso_project_get_history (proviso_field_get_project (self->field));

  /* Every date is a step of undo by itself. */
  proviso_history_seal (history);
  proviso_field_set_string (self->field, date);
  proviso_history_seal (history);
  /* The date may be the one that the record has already, typed differently. */
  refresh (self);
}

static void
commit_cb (ProvisoDateRow *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self));
  g_autofree char *old = proviso_field_dup_string (self->field);
  g_autofree char *old_text = old != NULL ? proviso_date_format (old) : g_strdup ("");
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  g_autofree char *date = NULL;

  if (g_str_equal (typed, old_text))
    {
      proviso_unsent_keep (self->record, self->key, NULL);
      set_error (self, FALSE);
      return;
    }

  date = proviso_date_text_parse (typed);
  if (date != NULL || *stripped == '\0')
    {
      set_date (self, date);
      return;
    }

  /* Until they are mended, the words are not lost, also where the page is left. */
  proviso_unsent_keep (self->record, self->key, typed);
  gtk_widget_set_visible (self->clear_button, TRUE);
  set_error (self, TRUE);
}

/* What was typed when the page was left. */
static void
restore_typed (ProvisoDateRow *self, const char *typed)
{
  if (typed == NULL)
    return;

  gtk_editable_set_text (GTK_EDITABLE (self), typed);
  commit_cb (self);
}

static void
clear_cb (ProvisoDateRow *self)
{
  set_date (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
popover_show_cb (ProvisoDateRow *self)
{
  g_autofree char *date = proviso_field_dup_string (self->field);
  g_autoptr (GDateTime) shown = NULL;
  int year, month = 1, day = 1;

  if (date != NULL && sscanf (date, "%d-%d-%d", &year, &month, &day) > 0)
    shown = g_date_time_new_local (year, month, day, 0, 0, 0);
  if (shown == NULL)
    shown = g_date_time_new_now_local ();

  self->updating = TRUE;
  /* The first of the month is there in every one. */
  g_object_set (self->calendar, "day", 1, NULL);
  g_object_set (self->calendar, "year", g_date_time_get_year (shown), "month",
                g_date_time_get_month (shown) - 1, "day", g_date_time_get_day_of_month (shown), NULL);
  self->updating = FALSE;
}

static void
day_selected_cb (ProvisoDateRow *self)
{
  g_autoptr (GDateTime) chosen = NULL;
  g_autofree char *date = NULL;

  if (self->updating)
    return;

  chosen = gtk_calendar_get_date (self->calendar);
  date = g_date_time_format (chosen, "%Y-%m-%d");
  set_date (self, date);
  gtk_popover_popdown (self->popover);
}

static void
today_cb (ProvisoDateRow *self)
{
  g_autofree char *today = proviso_date_today ();

  set_date (self, today);
  gtk_popover_popdown (self->popover);
}

/* A page has several dates: a screen reader tells their buttons apart by the field. */
static void
name_buttons_cb (ProvisoDateRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  /* Translators: %s is a field with a date: “As Of” */
  g_autofree char *choose = g_strdup_printf (_ ("%s: Choose Date"), title);
  g_autofree char *clear = g_strdup_printf (_ ("%s: Clear Date"), title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar_button), GTK_ACCESSIBLE_PROPERTY_LABEL, choose,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear_button), GTK_ACCESSIBLE_PROPERTY_LABEL, clear, -1);
}

static void
proviso_date_row_dispose (GObject *object)
{
  ProvisoDateRow *self = PROVISO_DATE_ROW (object);

  remove_advice (self);
  g_clear_object (&self->field);
  g_clear_object (&self->record);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (proviso_date_row_parent_class)->dispose (object);
}

static void
proviso_date_row_class_init (ProvisoDateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = proviso_date_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/proviso_editor/Proviso/panel/proviso-date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoDateRow, error_icon);
  gtk_widget_class_bind_template_child (widget_class, ProvisoDateRow, clear_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoDateRow, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoDateRow, popover);
  gtk_widget_class_bind_template_child (widget_class, ProvisoDateRow, calendar);
  gtk_widget_class_bind_template_callback (widget_class, commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_buttons_cb);
}

static void
proviso_date_row_init (ProvisoDateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
}

/* Also as the page goes. */
static void
leave_cb (ProvisoDateRow *self)
{
  if (self->field != NULL)
    commit_cb (self);
}

void
proviso_date_row_bind (ProvisoDateRow *self, ProvisoProject *project, gpointer record, const char *property)
{
  GtkEventController *controller;
  g_autofree char *typed = NULL;

  g_return_if_fail (PROVISO_IS_DATE_ROW (self));
  g_return_if_fail (self->field == NULL);

  self->field = proviso_field_new (project, record, property);
  g_signal_connect_object (self->field, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  self->record = g_object_ref (record);
  self->key = g_strconcat ("date-", property, NULL);
  typed = g_strdup (proviso_unsent_get (record, self->key));
  refresh (self);
  restore_typed (self, typed);

  controller = gtk_event_controller_focus_new ();
  g_signal_connect_object (controller, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self))), controller);
}
