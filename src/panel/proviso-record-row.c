/* proviso-record-row.c: one row of a list of records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list makes some two hundred rows at once and fills them anew while it scrolls: so a row is made by hand,
 * of as few widgets as its record's kind needs, and what few records need, the signs, is made when first
 * needed.
 */
#include "panel/proviso-record-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NO_BREAK_SPACE "\xc2\xa0"

struct _ProvisoRecordRow
{
  AdwBin parent_instance;

  ProvisoRecord *record;
  char *meaning; /* of the icon or the letter */

  GtkBox *box;
  GtkWidget *icon; /* NULL until needed, as the next one and `where` */
  GtkWidget *letter;
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
  [PROVISO_SIGN_BLOCKERS] = { "proviso-severity-blocker-symbolic", "error" },
  [PROVISO_SIGN_MAJOR_CAVEATS] = { "proviso-severity-major-symbolic", "warning" },
  [PROVISO_SIGN_MINOR_CAVEATS] = { "proviso-severity-minor-symbolic", "warning" },
  [PROVISO_SIGN_NOTES] = { "proviso-severity-note-symbolic", "dimmed" },
  [PROVISO_SIGN_REOPENED] = { "edit-undo-symbolic", "warning" },
  [PROVISO_SIGN_LOST] = { "proviso-passage-lost-symbolic", "error" },
  [PROVISO_SIGN_STALE] = { "document-open-recent-symbolic", "warning" },
  [PROVISO_SIGN_SUGGESTION] = { "document-edit-symbolic", "accent" },
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

static GtkLabel *
create_label (int lines, const char *style_class)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", lines > 1, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                    "lines", lines, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  if (style_class != NULL)
    {
      gtk_widget_add_css_class (label, style_class);
      gtk_widget_add_css_class (label, "dimmed");
    }

  return GTK_LABEL (label);
}

static void
update_style (ProvisoRecordRow *self)
{
  set_style_class (self->title, "dimmed", self->is_placeholder || self->settled);
  set_style_class (self->title, "proviso-placeholder", self->is_placeholder);
  if (self->icon != NULL)
    set_style_class (self->icon, "dimmed", self->settled);
}

/* Setting a tooltip asks the display server where the pointer is, which is too much for each row that scrolls
 * by; so the text is handed out when it is wanted. */
static gboolean
query_tooltip_cb (ProvisoRecordRow *self, int x, int y, gboolean keyboard_mode, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, self->meaning);

  return self->meaning != NULL && *self->meaning != '\0';
}

/* Puts `widget`, an icon or a letter, at the row's start. */
static void
add_mark (ProvisoRecordRow *self, GtkWidget *widget)
{
  gtk_widget_set_valign (widget, GTK_ALIGN_START);
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect_swapped (widget, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  gtk_box_prepend (self->box, widget);
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

  G_OBJECT_CLASS (proviso_record_row_parent_class)->dispose (object);
}

static void
proviso_record_row_finalize (GObject *object)
{
  g_free (PROVISO_RECORD_ROW (object)->meaning);

  G_OBJECT_CLASS (proviso_record_row_parent_class)->finalize (object);
}

static void
proviso_record_row_class_init (ProvisoRecordRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = proviso_record_row_dispose;
  object_class->finalize = proviso_record_row_finalize;

  /* The button at the row's end was pressed. */
  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "record-row");
}

static void
proviso_record_row_init (ProvisoRecordRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("go-next-symbolic");

  self->title = create_label (2, NULL);
  gtk_label_set_natural_wrap_mode (self->title, GTK_NATURAL_WRAP_NONE);
  self->facts = create_label (2, "caption");
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_widget_set_hexpand (GTK_WIDGET (self->lines), TRUE);
  gtk_box_append (self->lines, GTK_WIDGET (self->title));
  gtk_box_append (self->lines, GTK_WIDGET (self->facts));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Open"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "dimmed");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (open_cb), self);

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10));
  gtk_box_append (self->box, GTK_WIDGET (self->lines));
  gtk_box_append (self->box, button);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
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
proviso_record_row_set_icon (ProvisoRecordRow *self, const char *icon_name, const char *meaning)
{
  g_return_if_fail (PROVISO_IS_RECORD_ROW (self));

  if (self->icon == NULL)
    {
      self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                 "margin-top", 2, NULL);
      add_mark (self, self->icon);
    }
  if (g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (self->icon)), icon_name) != 0)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  g_set_str (&self->meaning, meaning);
}

void
proviso_record_row_set_letter (ProvisoRecordRow *self, const char *letter, const char *meaning)
{
  g_return_if_fail (PROVISO_IS_RECORD_ROW (self));

  if (self->letter == NULL)
    {
      self->letter = gtk_label_new (NULL);
      gtk_label_set_width_chars (GTK_LABEL (self->letter), 2);
      gtk_widget_add_css_class (self->letter, "proviso-letter");
      gtk_widget_add_css_class (self->letter, "caption-heading");
      add_mark (self, self->letter);
    }
  set_label (GTK_LABEL (self->letter), letter);
  g_set_str (&self->meaning, meaning);
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
  g_autoptr (GString) unbroken = NULL;

  g_return_if_fail (PROVISO_IS_RECORD_ROW (self));

  /* A line ends after a separator, not within “2 sources”. */
  unbroken = g_string_new (facts);
  g_string_replace (unbroken, " ", NO_BREAK_SPACE, 0);
  g_string_replace (unbroken, "·" NO_BREAK_SPACE, "· ", 0);
  set_label (self->facts, unbroken->str);
}

void
proviso_record_row_set_where (ProvisoRecordRow *self, const char *where)
{
  g_return_if_fail (PROVISO_IS_RECORD_ROW (self));

  if (self->where == NULL && where != NULL && *where != '\0')
    {
      self->where = create_label (1, "caption");
      gtk_box_insert_child_after (self->lines, GTK_WIDGET (self->where), GTK_WIDGET (self->title));
    }
  if (self->where != NULL)
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
  parts[n_parts++] = self->where != NULL ? gtk_label_get_label (self->where) : NULL;
  parts[n_parts++] = gtk_label_get_label (self->facts);
  if (self->letter != NULL)
    parts[n_parts++] = self->meaning;
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
  g_string_replace (text, NO_BREAK_SPACE "· ", ", ", 0);
  g_string_replace (text, NO_BREAK_SPACE, " ", 0);

  return g_string_free_and_steal (g_steal_pointer (&text));
}
