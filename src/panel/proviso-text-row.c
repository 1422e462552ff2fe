/* proviso-text-row.c: a row with a text of several lines that is edited in place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-text-row.h"
#include "panel/proviso-growing-view.h"
#include "panel/proviso-submit-key.h"

#include <string.h>

struct _ProvisoTextRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *title;
  GtkTextView *view;
  GtkTextBuffer *buffer;

  ProvisoField *field;
  gboolean single_paragraph;
  /* The text is being made what the record says: nothing is written back. */
  gboolean updating;
};

enum
{
  PROP_0,
  PROP_SINGLE_PARAGRAPH,
  PROP_TEXT,
  N_PROPS
};

enum
{
  SUBMIT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoTextRow, proviso_text_row, ADW_TYPE_PREFERENCES_ROW)

/* A text view that is not the child of a scrolled window does not follow its cursor: the page is scrolled
 * instead. */
static void
scroll_to_cursor (ProvisoTextRow *self)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  GdkRectangle cursor;
  graphene_point_t point;

  if (scrolled == NULL || !gtk_widget_has_focus (GTK_WIDGET (self->view)))
    return;

  gtk_text_view_get_cursor_locations (self->view, NULL, &cursor, NULL);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, cursor.x, cursor.y, &cursor.x,
                                         &cursor.y);
  if (!gtk_widget_compute_point (GTK_WIDGET (self->view), scrolled, &GRAPHENE_POINT_INIT (cursor.x, cursor.y),
                                 &point))
    return;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  point.y += gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, point.y - cursor.height, point.y + 2 * cursor.height);
}

static void
update_empty (ProvisoTextRow *self)
{
  if (gtk_text_buffer_get_char_count (self->buffer) == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "empty");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "empty");
}

static void
field_changed_cb (ProvisoTextRow *self)
{
  g_autofree char *text = proviso_field_dup_string (self->field);

  proviso_text_row_set_text (self, text);
}

static void
buffer_changed_cb (ProvisoTextRow *self)
{
  g_autofree char *text = NULL;

  if (self->updating)
    return;

  text = proviso_text_row_dup_text (self);
  update_empty (self);
  if (self->field != NULL)
    proviso_field_set_string (self->field, text);
  scroll_to_cursor (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
insert_text_cb (ProvisoTextRow *self, GtkTextIter *location, const char *text, int length)
{
  g_autofree char *one_line = NULL;

  if (self->updating || !self->single_paragraph ||
      !(memchr (text, '\n', length) || memchr (text, '\r', length)))
    return;

  one_line = g_strndup (text, length);
  g_strdelimit (one_line, "\r\n", ' ');
  g_signal_stop_emission_by_name (self->buffer, "insert-text");
  /* Return by itself does nothing; a break among pasted words is a space. */
  if (length > 1 || text[0] == ' ')
    gtk_text_buffer_insert (self->buffer, location, one_line, -1);
}

static gboolean
submit_cb (gpointer user_data)
{
  if (!g_signal_has_handler_pending (user_data, signals[SUBMIT], 0, FALSE))
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (user_data, signals[SUBMIT], 0);

  return GDK_EVENT_STOP;
}

/* A selection that stays behind, in grey, is taken for what the next key will replace; an entry row gives it up as well.
 * It stays while another window is looked at: its words may be what is asked for there. */
static void
leave_cb (ProvisoTextRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkTextIter cursor;

  /* Nor where the whole page goes. */
  if (!GTK_IS_WINDOW (root) || !gtk_window_is_active (GTK_WINDOW (root)) ||
      !gtk_widget_get_mapped (GTK_WIDGET (self->view)) || !gtk_text_buffer_get_has_selection (self->buffer))
    return;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  gtk_text_buffer_place_cursor (self->buffer, &cursor);
}

static void
activate_cb (ProvisoTextRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Backwards, a row of a list box takes the focus from its child; this one would give it back at once. */
static gboolean
proviso_text_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child != NULL && (direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_LEFT))
    return gtk_widget_child_focus (child, direction);
  return GTK_WIDGET_CLASS (proviso_text_row_parent_class)->focus (widget, direction);
}

static gboolean
proviso_text_row_grab_focus (GtkWidget *widget)
{
  ProvisoTextRow *self = PROVISO_TEXT_ROW (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
proviso_text_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ProvisoTextRow *self = PROVISO_TEXT_ROW (object);

  switch (prop_id)
    {
    case PROP_SINGLE_PARAGRAPH:
      g_value_set_boolean (value, self->single_paragraph);
      break;
    case PROP_TEXT:
      g_value_take_string (value, proviso_text_row_dup_text (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_text_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ProvisoTextRow *self = PROVISO_TEXT_ROW (object);

  switch (prop_id)
    {
    case PROP_SINGLE_PARAGRAPH:
      self->single_paragraph = g_value_get_boolean (value);
      break;
    case PROP_TEXT:
      proviso_text_row_set_text (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_text_row_dispose (GObject *object)
{
  ProvisoTextRow *self = PROVISO_TEXT_ROW (object);

  g_clear_object (&self->field);

  G_OBJECT_CLASS (proviso_text_row_parent_class)->dispose (object);
}

static void
proviso_text_row_class_init (ProvisoTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = proviso_text_row_get_property;
  object_class->set_property = proviso_text_row_set_property;
  object_class->dispose = proviso_text_row_dispose;
  widget_class->focus = proviso_text_row_focus;
  widget_class->grab_focus = proviso_text_row_grab_focus;

  properties[PROP_SINGLE_PARAGRAPH] =
      g_param_spec_boolean ("single-paragraph", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT] =
      g_param_spec_string ("text", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SUBMIT] = g_signal_new ("submit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  g_type_ensure (PROVISO_TYPE_GROWING_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/proviso_editor/Proviso/panel/proviso-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoTextRow, title);
  gtk_widget_class_bind_template_child (widget_class, ProvisoTextRow, view);
  gtk_widget_class_bind_template_child (widget_class, ProvisoTextRow, buffer);
  gtk_widget_class_bind_template_callback (widget_class, buffer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, insert_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
proviso_text_row_init (ProvisoTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  proviso_submit_key_attach (GTK_WIDGET (self->view), submit_cb, self);
  update_empty (self);
}

GtkWidget *
proviso_text_row_new (const char *title)
{
  return g_object_new (PROVISO_TYPE_TEXT_ROW, "title", title, NULL);
}

void
proviso_text_row_bind (ProvisoTextRow *self, ProvisoProject *project, gpointer record, const char *property)
{
  g_return_if_fail (PROVISO_IS_TEXT_ROW (self));
  g_return_if_fail (self->field == NULL);

  self->field = proviso_field_new (project, record, property);
  g_signal_connect_object (self->field, "changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  proviso_field_seal_on_leave (self->field, GTK_WIDGET (self->view));
  field_changed_cb (self);
}

char *
proviso_text_row_dup_text (ProvisoTextRow *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (PROVISO_IS_TEXT_ROW (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

void
proviso_text_row_set_text (ProvisoTextRow *self, const char *text)
{
  g_autofree char *old = NULL;
  const char *old_end, *new_end, *p, *q;
  GtkTextIter start, end;

  g_return_if_fail (PROVISO_IS_TEXT_ROW (self));

  old = proviso_text_row_dup_text (self);
  if (text == NULL)
    text = "";
  if (g_str_equal (old, text))
    return;

  /* Only what differs is replaced, so that the cursor ends up where the change is, or stays where it was. */
  for (p = old, q = text; *p != '\0' && g_utf8_get_char (p) == g_utf8_get_char (q);
       p = g_utf8_next_char (p), q = g_utf8_next_char (q))
    ;
  for (old_end = p + strlen (p), new_end = q + strlen (q); old_end > p && new_end > q;)
    {
      const char *old_previous = g_utf8_prev_char (old_end);
      const char *new_previous = g_utf8_prev_char (new_end);

      if (g_utf8_get_char (old_previous) != g_utf8_get_char (new_previous))
        break;
      old_end = old_previous;
      new_end = new_previous;
    }

  self->updating = TRUE;
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, g_utf8_pointer_to_offset (old, p));
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, g_utf8_pointer_to_offset (old, old_end));
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, q, new_end - q);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  self->updating = FALSE;

  update_empty (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

void
proviso_text_row_select_all (ProvisoTextRow *self)
{
  GtkTextIter start, end;

  g_return_if_fail (PROVISO_IS_TEXT_ROW (self));

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_select_range (self->buffer, &start, &end);
}

void
proviso_text_row_set_missing (ProvisoTextRow *self, gboolean missing)
{
  g_return_if_fail (PROVISO_IS_TEXT_ROW (self));

  if (missing)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_STATE_INVALID,
                               missing ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

void
proviso_text_row_set_editable (ProvisoTextRow *self, gboolean editable)
{
  g_return_if_fail (PROVISO_IS_TEXT_ROW (self));

  gtk_text_view_set_editable (self->view, editable);
  gtk_text_view_set_cursor_visible (self->view, editable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, !editable,
                                  -1);
}

GtkWidget *
proviso_text_row_get_view (ProvisoTextRow *self)
{
  g_return_val_if_fail (PROVISO_IS_TEXT_ROW (self), NULL);

  return GTK_WIDGET (self->view);
}
