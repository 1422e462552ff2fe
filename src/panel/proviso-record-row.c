/* proviso-record-row.c: one row of a list of records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows are bound anew while a list scrolls, so what few of them need, the signs, is made when first needed.
 */
#include "panel/proviso-record-row.h"

#include <string.h>

struct _ProvisoRecordRow
{
  AdwBin parent_instance;

  ProvisoRecord *record;

  GtkImage *icon;
  GtkLabel *letter;
  GtkBox *lines;
  GtkLabel *title;
  GtkLabel *where;
  GtkLabel *facts;

  gboolean is_placeholder;
  gboolean settled;
  GtkWidget *signs_box;
  GtkWidget *signs[PROVISO_N_SIGNS];
};

enum
{
  SIGNAL_OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *icon_name;
  const char *style_class;
} sign_looks[PROVISO_N_SIGNS] = {
  [PROVISO_SIGN_CAVEATS] = { "dialog-warning-symbolic", "warning" },
  [PROVISO_SIGN_LOST] = { "proviso-passage-lost-symbolic", "error" },
  [PROVISO_SIGN_STALE] = { "document-open-recent-symbolic", "warning" },
  [PROVISO_SIGN_CONFIDENTIAL] = { "changes-prevent-symbolic", "dimmed" },
};

G_DEFINE_FINAL_TYPE (ProvisoRecordRow, proviso_record_row, ADW_TYPE_BIN)

static void
set_label (GtkLabel *label, const char *text)
{
  if (text == NULL)
    text = "";
  if (!g_str_equal (gtk_label_get_label (label), text))
    gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
set_style_class (gpointer widget, const char *style_class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, style_class);
  else
    gtk_widget_remove_css_class (widget, style_class);
}

static void
update_style (ProvisoRecordRow *self)
{
  set_style_class (self->title, "dimmed", self->is_placeholder || self->settled);
  set_style_class (self->title, "proviso-placeholder", self->is_placeholder);
  set_style_class (self->icon, "dimmed", self->settled);
}

static void
open_cb (ProvisoRecordRow *self)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0);
}

static GtkWidget *
create_sign (ProvisoRecordRow *self, ProvisoSign sign)
{
  GtkWidget *box, *icon, *label;

  if (self->signs_box == NULL)
    {
      self->signs_box = adw_wrap_box_new ();
      adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->signs_box), 12);
      adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->signs_box), 2);
      gtk_box_append (self->lines, self->signs_box);
    }

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  icon = gtk_image_new_from_icon_name (sign_looks[sign].icon_name);
  gtk_image_set_pixel_size (GTK_IMAGE (icon), 12);
  gtk_widget_add_css_class (icon, sign_looks[sign].style_class);
  label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);

  /* They stand in the order of the enumeration, whichever is needed first. */
  GtkWidget *sibling = NULL;
  for (int i = (int) sign - 1; i >= 0 && sibling == NULL; i--)
    sibling = self->signs[i];
  adw_wrap_box_insert_child_after (ADW_WRAP_BOX (self->signs_box), box, sibling);

  return box;
}

static const char *
get_sign (ProvisoRecordRow *self, ProvisoSign sign)
{
  if (self->signs[sign] == NULL || !gtk_widget_get_visible (self->signs[sign]))
    return NULL;

  return gtk_label_get_label (GTK_LABEL (gtk_widget_get_last_child (self->signs[sign])));
}

static void
proviso_record_row_dispose (GObject *object)
{
  ProvisoRecordRow *self = PROVISO_RECORD_ROW (object);

  g_clear_object (&self->record);
  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_RECORD_ROW);

  G_OBJECT_CLASS (proviso_record_row_parent_class)->dispose (object);
}

static void
proviso_record_row_class_init (ProvisoRecordRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = proviso_record_row_dispose;

  /* The button at the row's end was pressed. */
  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/proviso_editor/Proviso/panel/proviso-record-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordRow, icon);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordRow, letter);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordRow, lines);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordRow, title);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordRow, where);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordRow, facts);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_set_css_name (widget_class, "record-row");
}

static void
proviso_record_row_init (ProvisoRecordRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
proviso_record_row_new (void)
{
  return g_object_new (PROVISO_TYPE_RECORD_ROW, NULL);
}

ProvisoRecord *
proviso_record_row_get_record (ProvisoRecordRow *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_ROW (self), NULL);

  return self->record;
}

void
proviso_record_row_set_record (ProvisoRecordRow *self, ProvisoRecord *record)
{
  g_return_if_fail (PROVISO_IS_RECORD_ROW (self));

  g_set_object (&self->record, record);
}

void
proviso_record_row_set_icon (ProvisoRecordRow *self, const char *icon_name, const char *tooltip)
{
  g_return_if_fail (PROVISO_IS_RECORD_ROW (self));

  if (g_strcmp0 (gtk_image_get_icon_name (self->icon), icon_name) != 0)
    gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->icon), tooltip);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->letter), FALSE);
}

void
proviso_record_row_set_letter (ProvisoRecordRow *self, const char *letter, const char *tooltip)
{
  g_return_if_fail (PROVISO_IS_RECORD_ROW (self));

  set_label (self->letter, letter);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->letter), tooltip);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), FALSE);
}

void
proviso_record_row_set_title (ProvisoRecordRow *self, const char *title, const char *placeholder)
{
  gboolean has_title = title != NULL && *title != '\0';

  g_return_if_fail (PROVISO_IS_RECORD_ROW (self));

  set_label (self->title, has_title ? title : placeholder);
  self->is_placeholder = !has_title;
  update_style (self);
}

void
proviso_record_row_set_facts (ProvisoRecordRow *self, const char *facts)
{
  g_return_if_fail (PROVISO_IS_RECORD_ROW (self));

  set_label (self->facts, facts);
}

void
proviso_record_row_set_where (ProvisoRecordRow *self, const char *where)
{
  g_return_if_fail (PROVISO_IS_RECORD_ROW (self));

  set_label (self->where, where);
}

void
proviso_record_row_set_sign (ProvisoRecordRow *self, ProvisoSign sign, const char *text)
{
  gboolean any = FALSE;

  g_return_if_fail (PROVISO_IS_RECORD_ROW (self));
  g_return_if_fail (sign < PROVISO_N_SIGNS);

  if (g_strcmp0 (get_sign (self, sign), text) == 0)
    return;

  if (text != NULL)
    {
      if (self->signs[sign] == NULL)
        self->signs[sign] = create_sign (self, sign);
      gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (self->signs[sign])), text);
    }
  gtk_widget_set_visible (self->signs[sign], text != NULL);

  for (guint i = 0; i < PROVISO_N_SIGNS; i++)
    any = any || get_sign (self, i) != NULL;
  gtk_widget_set_visible (self->signs_box, any);
}

void
proviso_record_row_set_settled (ProvisoRecordRow *self, gboolean settled)
{
  g_return_if_fail (PROVISO_IS_RECORD_ROW (self));

  self->settled = settled;
  update_style (self);
}

char *
proviso_record_row_describe (ProvisoRecordRow *self, const char *place)
{
  g_autoptr (GString) text = NULL;
  const char *parts[5 + PROVISO_N_SIGNS];
  guint n_parts = 0;

  g_return_val_if_fail (PROVISO_IS_RECORD_ROW (self), NULL);

  parts[n_parts++] = gtk_label_get_label (self->title);
  parts[n_parts++] = gtk_label_get_label (self->where);
  parts[n_parts++] = gtk_label_get_label (self->facts);
  if (gtk_widget_get_visible (GTK_WIDGET (self->letter)))
    parts[n_parts++] = gtk_widget_get_tooltip_text (GTK_WIDGET (self->letter));
  for (guint i = 0; i < PROVISO_N_SIGNS; i++)
    parts[n_parts++] = get_sign (self, i);
  parts[n_parts++] = place;

  text = g_string_new (NULL);
  for (guint i = 0; i < n_parts; i++)
    {
      if (parts[i] == NULL || *parts[i] == '\0')
        continue;
      /* A part that is a sentence has its own full stop. */
      if (text->len > 0)
        g_string_append (text, strchr (".?!", text->str[text->len - 1]) != NULL ? " " : ". ");
      g_string_append (text, parts[i]);
    }
  /* What separates for the eye is a comma for the ear. */
  g_string_replace (text, " · ", ", ", 0);

  return g_string_free_and_steal (g_steal_pointer (&text));
}
