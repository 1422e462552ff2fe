/* proviso-check-group.c: who checked a claim, when, and whether the check still holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-check-group.h"
#include "panel/proviso-date-text.h"

#include <glib/gi18n-lib.h>

struct _ProvisoCheckGroup
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *state_row;
  GtkImage *icon;
  GtkWidget *clear_button;
  AdwActionRow *words_row;
  AdwPreferencesRow *check_row;

  ProvisoProject *project;
  ProvisoClaim *claim;
};

G_DEFINE_FINAL_TYPE (ProvisoCheckGroup, proviso_check_group, ADW_TYPE_PREFERENCES_GROUP)

static void
show_unchecked (ProvisoCheckGroup *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state_row), _ ("Not Checked"));
  adw_action_row_set_subtitle (self->state_row, _ ("Nobody has compared this claim with its sources yet"));
  adw_preferences_row_set_title (self->check_row, _ ("Mark as _Checked"));
}

static void
show_check (ProvisoCheckGroup *self, ProvisoCheck *check, gboolean stale)
{
  const char *by = proviso_check_get_by (check);
  g_autofree char *time = proviso_date_text_format_time (proviso_check_get_at (check));
  g_autofree char *title = NULL;
  g_autofree char *words = g_strjoinv ("\n", (char **) proviso_check_get_passages (check));

  if (by != NULL && *by != '\0')
    title = g_strdup_printf (_ ("Checked by %s"), by);
  else
    title = g_strdup (_ ("Checked"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state_row), title);

  if (stale)
    {
      /* Translators: %s is when the check was made. */
      g_autofree char *subtitle = g_strdup_printf (_ ("%s. The text has changed since"), time);

      adw_action_row_set_subtitle (self->state_row, subtitle);
    }
  else
    {
      adw_action_row_set_subtitle (self->state_row, time);
    }
  adw_action_row_set_subtitle (self->words_row, words);
  adw_preferences_row_set_title (self->check_row, _ ("_Check Again"));
}

static void
update (ProvisoCheckGroup *self)
{
  ProvisoCheck *check = proviso_claim_get_check (self->claim);
  gboolean stale = check != NULL && proviso_claim_get_check_stale (self->claim);

  if (check != NULL)
    show_check (self, check, stale);
  else
    show_unchecked (self);

  gtk_image_set_from_icon_name (self->icon, check == NULL ? "proviso-status-unchecked-symbolic"
                                            : stale       ? "dialog-warning-symbolic"
                                                          : "object-select-symbolic");
  if (stale)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "warning");
  gtk_widget_set_visible (self->clear_button, check != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->words_row),
                          stale && proviso_check_get_passages (check)[0] != NULL);
}

static void
check_cb (ProvisoCheckGroup *self)
{
  proviso_project_mark_checked (self->project, self->claim);
}

static void
clear_cb (ProvisoCheckGroup *self)
{
  proviso_project_begin_action (self->project, _ ("Clear Check"));
  proviso_project_set (self->project, self->claim, "check", NULL, NULL);
  proviso_project_end_action (self->project);
  gtk_widget_grab_focus (GTK_WIDGET (self->check_row));
}

static void
proviso_check_group_dispose (GObject *object)
{
  ProvisoCheckGroup *self = PROVISO_CHECK_GROUP (object);

  g_clear_object (&self->claim);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (proviso_check_group_parent_class)->dispose (object);
}

static void
proviso_check_group_class_init (ProvisoCheckGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = proviso_check_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/proviso_editor/Proviso/panel/"
                                                             "proviso-check-group.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoCheckGroup, state_row);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCheckGroup, icon);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCheckGroup, clear_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCheckGroup, words_row);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCheckGroup, check_row);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
proviso_check_group_init (ProvisoCheckGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
proviso_check_group_bind (ProvisoCheckGroup *self, ProvisoProject *project, ProvisoClaim *claim)
{
  g_return_if_fail (PROVISO_IS_CHECK_GROUP (self));
  g_return_if_fail (self->claim == NULL);

  self->project = g_object_ref (project);
  self->claim = g_object_ref (claim);
  g_signal_connect_object (claim, "notify::check", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (claim, "notify::check-stale", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
