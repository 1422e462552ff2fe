/* proviso-history-row.c: one entry in the history of a claim, a caveat or a source.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-history-row.h"
#include "panel/proviso-event-text.h"

struct _ProvisoHistoryRow
{
  AdwActionRow parent_instance;

  ProvisoProject *project;
  ProvisoEvent *event;
};

G_DEFINE_FINAL_TYPE (ProvisoHistoryRow, proviso_history_row, ADW_TYPE_ACTION_ROW)

static void
proviso_history_row_dispose (GObject *object)
{
  ProvisoHistoryRow *self = PROVISO_HISTORY_ROW (object);

  g_clear_object (&self->event);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (proviso_history_row_parent_class)->dispose (object);
}

static void
proviso_history_row_class_init (ProvisoHistoryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_history_row_dispose;
}

static void
proviso_history_row_init (ProvisoHistoryRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "proviso-history-row");
}

GtkWidget *
proviso_history_row_new (ProvisoProject *project, ProvisoEvent *event)
{
  ProvisoHistoryRow *self;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), NULL);
  g_return_val_if_fail (PROVISO_IS_EVENT (event), NULL);

  self = g_object_new (PROVISO_TYPE_HISTORY_ROW, NULL);
  self->project = g_object_ref (project);
  self->event = g_object_ref (event);
  proviso_history_row_refresh (self);

  return GTK_WIDGET (self);
}

void
proviso_history_row_refresh (ProvisoHistoryRow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *why = NULL;
  g_autofree char *sign = NULL;
  g_autofree char *subtitle = NULL;

  g_return_if_fail (PROVISO_IS_HISTORY_ROW (self));

  title = proviso_event_text_describe (self->event, self->project);
  why = proviso_event_text_explain (self->event);
  sign = proviso_event_text_sign (proviso_event_get_by (self->event), proviso_event_get_at (self->event));
  subtitle = g_strconcat (why, *why != '\0' ? "\n" : "", sign, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
}
