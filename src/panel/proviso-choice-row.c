/* proviso-choice-row.c: a row that chooses one value of a vocabulary.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-choice-row.h"
#include "panel/proviso-choice.h"

#include <glib/gi18n-lib.h>

/* Longer lists get a search entry. */
#define SEARCH_FROM 12

typedef struct
{
  ProvisoField *field;
  GtkImage *icon;
  /* What is shown: a notification that says nothing new is not a choice. */
  int value;
} ProvisoChoiceRowPrivate;

enum
{
  CHOOSING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE_WITH_PRIVATE (ProvisoChoiceRow, proviso_choice_row, ADW_TYPE_COMBO_ROW)

static void
update_subtitle (ProvisoChoiceRow *self)
{
  ProvisoChoiceRowPrivate *priv = proviso_choice_row_get_instance_private (self);
  ProvisoChoice *choice = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));
  const char *explanation, *icon_name;

  if (choice == NULL)
    return;

  explanation = proviso_choice_get_explanation (choice);
  icon_name = proviso_choice_get_icon_name (choice);
  if (explanation != NULL && *explanation != '\0')
    {
      g_autofree char *subtitle =
          g_markup_printf_escaped ("%s\n<span size=\"smaller\" alpha=\"65%%\">%s</span>",
                                   proviso_choice_get_label (choice), explanation);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
    }
  else
    {
      g_autofree char *subtitle = g_markup_escape_text (proviso_choice_get_label (choice), -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
    }

  if (icon_name != NULL && priv->icon == NULL)
    {
      priv->icon = GTK_IMAGE (gtk_image_new ());
      gtk_accessible_update_state (GTK_ACCESSIBLE (priv->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (priv->icon));
    }
  if (priv->icon != NULL)
    {
      gtk_image_set_from_icon_name (priv->icon, icon_name);
      gtk_widget_set_visible (GTK_WIDGET (priv->icon), icon_name != NULL);
    }
}

static void
selected_cb (ProvisoChoiceRow *self)
{
  ProvisoChoiceRowPrivate *priv = proviso_choice_row_get_instance_private (self);
  ProvisoChoice *choice = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));
  gboolean handled = FALSE;

  update_subtitle (self);
  if (choice == NULL || proviso_choice_get_value (choice) == priv->value)
    return;

  priv->value = proviso_choice_get_value (choice);
  g_signal_emit (self, signals[CHOOSING], 0, priv->value, &handled);
}

static gboolean
proviso_choice_row_choosing (ProvisoChoiceRow *self, int value)
{
  ProvisoChoiceRowPrivate *priv = proviso_choice_row_get_instance_private (self);

  if (priv->field != NULL)
    {
      proviso_field_set_enum (priv->field, value);
      proviso_history_seal (proviso_project_get_history (proviso_field_get_project (priv->field)));
    }

  return TRUE;
}

/* The row shows the value in its subtitle; the place that AdwComboRow has for it at the end stays empty. */
static void
setup_current_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_BOX, "visible", FALSE, NULL));
}

static void
selected_item_cb (ProvisoChoiceRow *self, GParamSpec *pspec, GtkListItem *item)
{
  GtkWidget *check = g_object_get_data (G_OBJECT (item), "check");

  gtk_widget_set_opacity (check, adw_combo_row_get_selected_item (ADW_COMBO_ROW (self)) ==
                                     gtk_list_item_get_item (item));
}

static void
setup_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item, ProvisoChoiceRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *explanation = gtk_label_new (NULL);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (explanation), 0);
  gtk_label_set_wrap (GTK_LABEL (explanation), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (explanation), 24);
  gtk_label_set_max_width_chars (GTK_LABEL (explanation), 34);
  gtk_widget_add_css_class (explanation, "caption");
  gtk_widget_add_css_class (explanation, "dimmed");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);

  gtk_box_append (GTK_BOX (words), label);
  gtk_box_append (GTK_BOX (words), explanation);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_item_set_child (item, box);
  g_object_set_data (G_OBJECT (item), "icon", icon);
  g_object_set_data (G_OBJECT (item), "label", label);
  g_object_set_data (G_OBJECT (item), "explanation", explanation);
  g_object_set_data (G_OBJECT (item), "check", check);
}

static void
bind_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item, ProvisoChoiceRow *self)
{
  ProvisoChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *icon = g_object_get_data (G_OBJECT (item), "icon");
  GtkWidget *label = g_object_get_data (G_OBJECT (item), "label");
  GtkWidget *explanation = g_object_get_data (G_OBJECT (item), "explanation");
  const char *words = proviso_choice_get_explanation (choice);
  const char *icon_name = proviso_choice_get_icon_name (choice);

  gtk_label_set_label (GTK_LABEL (label), proviso_choice_get_label (choice));
  gtk_label_set_label (GTK_LABEL (explanation), words);
  gtk_widget_set_visible (explanation, words != NULL && *words != '\0');
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), icon_name);
  gtk_widget_set_visible (icon, icon_name != NULL);
  gtk_list_item_set_accessible_label (item, proviso_choice_get_label (choice));
  gtk_list_item_set_accessible_description (item, words);

  g_signal_connect_object (self, "notify::selected-item", G_CALLBACK (selected_item_cb), item, 0);
  selected_item_cb (self, NULL, item);
}

static void
unbind_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item, ProvisoChoiceRow *self)
{
  g_signal_handlers_disconnect_by_func (self, selected_item_cb, item);
}

static void
proviso_choice_row_dispose (GObject *object)
{
  ProvisoChoiceRowPrivate *priv = proviso_choice_row_get_instance_private (PROVISO_CHOICE_ROW (object));

  g_clear_object (&priv->field);

  G_OBJECT_CLASS (proviso_choice_row_parent_class)->dispose (object);
}

static void
proviso_choice_row_class_init (ProvisoChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_choice_row_dispose;
  klass->choosing = proviso_choice_row_choosing;

  signals[CHOOSING] =
      g_signal_new ("choosing", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                    G_STRUCT_OFFSET (ProvisoChoiceRowClass, choosing), g_signal_accumulator_true_handled,
                    NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_INT);
}

static void
proviso_choice_row_init (ProvisoChoiceRow *self)
{
  g_autoptr (GtkListItemFactory) current = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) list = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (PROVISO_TYPE_CHOICE, NULL, "label");

  gtk_widget_add_css_class (GTK_WIDGET (self), "property");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "proviso-choice-row");
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (self), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_expression (ADW_COMBO_ROW (self), expression);

  g_signal_connect (current, "setup", G_CALLBACK (setup_current_cb), NULL);
  adw_combo_row_set_factory (ADW_COMBO_ROW (self), current);
  g_signal_connect_object (list, "setup", G_CALLBACK (setup_item_cb), self, 0);
  g_signal_connect_object (list, "bind", G_CALLBACK (bind_item_cb), self, 0);
  g_signal_connect_object (list, "unbind", G_CALLBACK (unbind_item_cb), self, 0);
  adw_combo_row_set_list_factory (ADW_COMBO_ROW (self), list);

  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

GtkWidget *
proviso_choice_row_new (const char *title)
{
  return g_object_new (PROVISO_TYPE_CHOICE_ROW, "title", title, NULL);
}

void
proviso_choice_row_bind (ProvisoChoiceRow *self,
                         ProvisoProject *project,
                         gpointer record,
                         const char *property)
{
  ProvisoChoiceRowPrivate *priv = proviso_choice_row_get_instance_private (self);
  g_autoptr (GListModel) choices = NULL;

  g_return_if_fail (PROVISO_IS_CHOICE_ROW (self));
  g_return_if_fail (priv->field == NULL);

  priv->field = proviso_field_new (project, record, property);
  choices = proviso_choice_list_new (proviso_field_get_value_type (priv->field));
  proviso_choice_row_set_choices (self, choices);
  g_signal_connect_object (priv->field, "changed", G_CALLBACK (proviso_choice_row_refresh), self,
                           G_CONNECT_SWAPPED);
  proviso_choice_row_refresh (self);
}

void
proviso_choice_row_set_choices (ProvisoChoiceRow *self, GListModel *choices)
{
  ProvisoChoiceRowPrivate *priv = proviso_choice_row_get_instance_private (self);
  g_autoptr (ProvisoChoice) first = NULL;

  g_return_if_fail (PROVISO_IS_CHOICE_ROW (self));

  first = g_list_model_get_item (choices, 0);
  priv->value = proviso_choice_get_value (first);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), choices);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (self), g_list_model_get_n_items (choices) >= SEARCH_FROM);
}

static guint
find_value (ProvisoChoiceRow *self, int value)
{
  GListModel *choices = adw_combo_row_get_model (ADW_COMBO_ROW (self));

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (ProvisoChoice) choice = g_list_model_get_item (choices, i);

      if (proviso_choice_get_value (choice) == value)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

int
proviso_choice_row_get_value (ProvisoChoiceRow *self)
{
  ProvisoChoiceRowPrivate *priv = proviso_choice_row_get_instance_private (self);

  g_return_val_if_fail (PROVISO_IS_CHOICE_ROW (self), 0);

  return priv->value;
}

void
proviso_choice_row_set_value (ProvisoChoiceRow *self, int value)
{
  ProvisoChoiceRowPrivate *priv = proviso_choice_row_get_instance_private (self);

  g_return_if_fail (PROVISO_IS_CHOICE_ROW (self));

  priv->value = value;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), find_value (self, value));
  update_subtitle (self);
}

void
proviso_choice_row_choose (ProvisoChoiceRow *self, int value)
{
  g_return_if_fail (PROVISO_IS_CHOICE_ROW (self));

  adw_combo_row_set_selected (ADW_COMBO_ROW (self), find_value (self, value));
}

void
proviso_choice_row_refresh (ProvisoChoiceRow *self)
{
  ProvisoChoiceRowPrivate *priv = proviso_choice_row_get_instance_private (self);

  g_return_if_fail (PROVISO_IS_CHOICE_ROW (self));

  if (priv->field != NULL)
    proviso_choice_row_set_value (self, proviso_field_get_enum (priv->field));
}
