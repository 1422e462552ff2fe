/* proviso-filter-chips.c: buttons above a list that check one option of its filter and say for how many it holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-filter-chips.h"

#include <glib/gi18n-lib.h>

struct _ProvisoFilterChips
{
  AdwBin parent_instance;

  const ProvisoRecordKind *kind;
  ProvisoRecordFilter *filter;
  ProvisoPanelContext *context;
  GSignalGroup *context_signals;
  GSignalGroup *tally_signals;
  GPtrArray *buttons; /* GtkToggleButton, one for each chip */
  gboolean following;
};

G_DEFINE_FINAL_TYPE (ProvisoFilterChips, proviso_filter_chips, ADW_TYPE_BIN)

static void
toggled_cb (ProvisoFilterChips *self, GtkToggleButton *button)
{
  const ProvisoChip *chip;
  guint number;

  if (self->following || !g_ptr_array_find (self->buttons, button, &number))
    return;

  chip = &self->kind->chips[number];
  if (!gtk_toggle_button_get_active (button))
    {
      proviso_record_filter_set_options (self->filter, chip->facet,
                                         proviso_record_filter_get_options (self->filter, chip->facet) &
                                             ~PROVISO_OPTION (chip->option));
      return;
    }

  for (guint i = 0; i < self->kind->n_chips; i++)
    if (self->kind->chips[i].facet != chip->facet)
      proviso_record_filter_set_options (self->filter, self->kind->chips[i].facet, 0);
  proviso_record_filter_set_options (self->filter, chip->facet,
                                     proviso_record_filter_get_options (self->filter, chip->facet) |
                                         PROVISO_OPTION (chip->option));
}

static void
update (ProvisoFilterChips *self)
{
  gboolean any = FALSE;

  self->following = TRUE;
  for (guint i = 0; i < self->kind->n_chips; i++)
    {
      const ProvisoChip *chip = &self->kind->chips[i];
      const ProvisoFacet *facet = &self->kind->facets[chip->facet];
      GtkWidget *button = self->buttons->pdata[i];
      guint count = self->context != NULL ? chip->count (self->context) : 0;
      gboolean active = (proviso_record_filter_get_options (self->filter, chip->facet) &
                         PROVISO_OPTION (chip->option)) != 0;
      /* Translators: an option of a filter, and for how many it holds: “Open 4”. */
      g_autofree char *label =
          g_strdup_printf (C_ ("filter", "%s %'u"),
                           facet->get_label (self->context, chip->option), count);

      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) != 0)
        gtk_button_set_label (GTK_BUTTON (button), label);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), active);
      if (self->context != NULL && facet->describe != NULL)
        gtk_widget_set_tooltip_text (button, facet->describe (self->context, chip->option));
      gtk_widget_set_visible (button, count > 0 || active);
      any = any || count > 0 || active;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), any);
  self->following = FALSE;
}

static void
proviso_filter_chips_dispose (GObject *object)
{
  ProvisoFilterChips *self = PROVISO_FILTER_CHIPS (object);

  g_clear_object (&self->context_signals);
  g_clear_object (&self->tally_signals);
  g_clear_object (&self->context);
  g_clear_object (&self->filter);
  g_ptr_array_set_size (self->buttons, 0);

  G_OBJECT_CLASS (proviso_filter_chips_parent_class)->dispose (object);
}

static void
proviso_filter_chips_finalize (GObject *object)
{
  g_ptr_array_unref (PROVISO_FILTER_CHIPS (object)->buttons);

  G_OBJECT_CLASS (proviso_filter_chips_parent_class)->finalize (object);
}

static void
proviso_filter_chips_class_init (ProvisoFilterChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = proviso_filter_chips_dispose;
  object_class->finalize = proviso_filter_chips_finalize;
}

static void
proviso_filter_chips_init (ProvisoFilterChips *self)
{
  self->buttons = g_ptr_array_new ();
  self->context_signals = g_signal_group_new (PROVISO_TYPE_PANEL_CONTEXT);
  g_signal_group_connect_swapped (self->context_signals, "notify::reviewing", G_CALLBACK (update), self);
  self->tally_signals = g_signal_group_new (PROVISO_TYPE_CAVEAT_TALLY);
  g_signal_group_connect_swapped (self->tally_signals, "changed", G_CALLBACK (update), self);
}

GtkWidget *
proviso_filter_chips_new (const ProvisoRecordKind *kind, ProvisoRecordFilter *filter)
{
  ProvisoFilterChips *self;
  GtkWidget *box;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (PROVISO_IS_RECORD_FILTER (filter), NULL);

  self = g_object_new (PROVISO_TYPE_FILTER_CHIPS, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  self->kind = kind;
  self->filter = g_object_ref (filter);

  box = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  for (guint i = 0; i < kind->n_chips; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      gtk_widget_add_css_class (button, "proviso-chip");
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      adw_wrap_box_append (ADW_WRAP_BOX (box), button);
      g_ptr_array_add (self->buttons, button);
    }
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Quick Filters"), -1);

  g_signal_connect_object (filter, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

void
proviso_filter_chips_set_context (ProvisoFilterChips *self, ProvisoPanelContext *context)
{
  g_return_if_fail (PROVISO_IS_FILTER_CHIPS (self));
  g_return_if_fail (context == NULL || PROVISO_IS_PANEL_CONTEXT (context));

  g_set_object (&self->context, context);
  g_signal_group_set_target (self->context_signals, context);
  g_signal_group_set_target (
      self->tally_signals,
      context != NULL && self->kind->n_chips > 0 ? proviso_panel_context_get_tally (context) : NULL);
  update (self);
}
