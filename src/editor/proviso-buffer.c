/* proviso-buffer.c: the text buffer of an open draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All changes of a GtkTextBuffer pass through insert_text and delete_range, whoever makes them, so these two
 * tell the project. A replacement by offsets is told as the one change that it is. Typing over a selection is two
 * actions to GtkTextView: the selection goes, then the first letter comes, or what an input method composes. It is
 * told as one that the other resumes.
 */
#include "editor/proviso-buffer.h"

struct _ProvisoBuffer
{
  GtkSourceBuffer parent_instance;

  guint replacing; /* inside proviso_text_replace() */
  guint loading;   /* inside proviso_buffer_load() */

  gboolean selection_went; /* and nothing was done since */
  guint settle_id;         /* it went for good, where nothing comes before what is done next */
  gboolean composing;
};

static void proviso_buffer_text_init (ProvisoTextInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ProvisoBuffer,
                               proviso_buffer,
                               GTK_SOURCE_TYPE_BUFFER,
                               G_IMPLEMENT_INTERFACE (PROVISO_TYPE_TEXT, proviso_buffer_text_init))

static gboolean
is_told (ProvisoBuffer *self)
{
  return self->replacing == 0 && self->loading == 0;
}

/* What is typed over the selection is no longer on its way. */
static void
settle (ProvisoBuffer *self)
{
  self->selection_went = FALSE;
  g_clear_handle_id (&self->settle_id, g_source_remove);
}

static gboolean
settle_cb (gpointer user_data)
{
  ProvisoBuffer *self = user_data;

  self->settle_id = 0;
  if (!self->composing)
    self->selection_went = FALSE;

  return G_SOURCE_REMOVE;
}

/* The letter comes out of the same event; a deletion by itself has had its event when this is over. */
static void
settle_after_event (ProvisoBuffer *self)
{
  if (self->settle_id == 0)
    self->settle_id = g_idle_add_full (G_PRIORITY_HIGH, settle_cb, self, NULL);
}

static gboolean
is_selection (GtkTextBuffer *buffer, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextIter selection_start, selection_end;

  return gtk_text_buffer_get_selection_bounds (buffer, &selection_start, &selection_end) &&
         gtk_text_iter_equal (start, &selection_start) && gtk_text_iter_equal (end, &selection_end);
}

static void
proviso_buffer_insert_text (GtkTextBuffer *buffer, GtkTextIter *position, const char *text, int length)
{
  ProvisoBuffer *self = PROVISO_BUFFER (buffer);
  guint offset = gtk_text_iter_get_offset (position);
  g_autofree char *copy = NULL;

  if (length == 0)
    return;

  GTK_TEXT_BUFFER_CLASS (proviso_buffer_parent_class)->insert_text (buffer, position, text, length);

  settle (self);
  if (!is_told (self))
    return;

  /* A slice of a longer text; nothing may be read behind it. */
  if (length > 0)
    text = copy = g_strndup (text, length);
  proviso_text_replaced (PROVISO_TEXT (self), offset, "", text);
}

static void
proviso_buffer_delete_range (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  ProvisoBuffer *self = PROVISO_BUFFER (buffer);
  g_autofree char *removed = NULL;
  gboolean selected;
  guint offset;

  gtk_text_iter_order (start, end);
  if (gtk_text_iter_equal (start, end))
    return;

  offset = gtk_text_iter_get_offset (start);
  selected = is_selection (buffer, start, end);
  if (is_told (self))
    removed = gtk_text_iter_get_slice (start, end);

  GTK_TEXT_BUFFER_CLASS (proviso_buffer_parent_class)->delete_range (buffer, start, end);

  settle (self);
  if (removed == NULL)
    return;

  proviso_text_replaced (PROVISO_TEXT (self), offset, removed, "");
  if (selected)
    {
      self->selection_went = TRUE;
      settle_after_event (self);
    }
}

/* A draft is text: what a paste brings along besides would not be saved. */
static void
proviso_buffer_insert_paintable (GtkTextBuffer *buffer, GtkTextIter *position, GdkPaintable *paintable)
{
}

static void
proviso_buffer_insert_child_anchor (GtkTextBuffer *buffer, GtkTextIter *position, GtkTextChildAnchor *anchor)
{
}

static void
proviso_buffer_begin_user_action (GtkTextBuffer *buffer)
{
  if (GTK_TEXT_BUFFER_CLASS (proviso_buffer_parent_class)->begin_user_action)
    GTK_TEXT_BUFFER_CLASS (proviso_buffer_parent_class)->begin_user_action (buffer);
  if (PROVISO_BUFFER (buffer)->selection_went)
    proviso_text_resume_action (PROVISO_TEXT (buffer));
  else
    proviso_text_begin_action (PROVISO_TEXT (buffer));
}

static void
proviso_buffer_end_user_action (GtkTextBuffer *buffer)
{
  proviso_text_end_action (PROVISO_TEXT (buffer));
  if (GTK_TEXT_BUFFER_CLASS (proviso_buffer_parent_class)->end_user_action)
    GTK_TEXT_BUFFER_CLASS (proviso_buffer_parent_class)->end_user_action (buffer);
}

static void
proviso_buffer_replace (ProvisoText *text, guint offset, guint n_removed, const char *inserted)
{
  ProvisoBuffer *self = PROVISO_BUFFER (text);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (text);
  g_autofree char *removed = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
  end = start;
  gtk_text_iter_forward_chars (&end, n_removed);
  offset = gtk_text_iter_get_offset (&start);
  removed = gtk_text_iter_get_slice (&start, &end);

  self->replacing++;
  if (*removed != '\0')
    gtk_text_buffer_delete (buffer, &start, &end);
  if (*inserted != '\0')
    gtk_text_buffer_insert (buffer, &start, inserted, -1);
  gtk_text_buffer_place_cursor (buffer, &start);
  proviso_text_replaced (text, offset, removed, inserted);
  self->replacing--;
}

static char *
proviso_buffer_get_slice (ProvisoText *text, guint start, guint end)
{
  GtkTextIter start_iter, end_iter;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (text), &start_iter, MIN (start, G_MAXINT));
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (text), &end_iter, MIN (end, G_MAXINT));
  if (gtk_text_iter_compare (&start_iter, &end_iter) >= 0)
    return g_strdup ("");

  return gtk_text_iter_get_slice (&start_iter, &end_iter);
}

static guint
proviso_buffer_get_length (ProvisoText *text)
{
  return gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (text));
}

static void
proviso_buffer_text_init (ProvisoTextInterface *iface)
{
  iface->replace = proviso_buffer_replace;
  iface->get_slice = proviso_buffer_get_slice;
  iface->get_length = proviso_buffer_get_length;
}

/* The draft's own definition; see proviso-markdown.lang. It stands in the program. */
static GtkSourceLanguage *
get_language (void)
{
  static GtkSourceLanguage *language;

  if (language == NULL)
    {
      GtkSourceLanguageManager *manager = gtk_source_language_manager_get_default ();

      gtk_source_language_manager_append_search_path (manager, "resource:///io/github/proviso_editor/Proviso/"
                                                               "language-specs/");
      language = gtk_source_language_manager_get_language (manager, "proviso-markdown");
    }

  return language;
}

/* Not before: the tag table is a property of construction. */
static void
proviso_buffer_constructed (GObject *object)
{
  ProvisoBuffer *self = PROVISO_BUFFER (object);

  G_OBJECT_CLASS (proviso_buffer_parent_class)->constructed (object);

  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (self), FALSE);
  gtk_source_buffer_set_highlight_matching_brackets (GTK_SOURCE_BUFFER (self), FALSE);
  gtk_source_buffer_set_implicit_trailing_newline (GTK_SOURCE_BUFFER (self), FALSE);
  gtk_source_buffer_set_language (GTK_SOURCE_BUFFER (self), get_language ());
}

static void
proviso_buffer_dispose (GObject *object)
{
  settle (PROVISO_BUFFER (object));

  G_OBJECT_CLASS (proviso_buffer_parent_class)->dispose (object);
}

static void
proviso_buffer_class_init (ProvisoBufferClass *klass)
{
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = proviso_buffer_constructed;
  G_OBJECT_CLASS (klass)->dispose = proviso_buffer_dispose;
  buffer_class->insert_text = proviso_buffer_insert_text;
  buffer_class->delete_range = proviso_buffer_delete_range;
  buffer_class->insert_paintable = proviso_buffer_insert_paintable;
  buffer_class->insert_child_anchor = proviso_buffer_insert_child_anchor;
  buffer_class->begin_user_action = proviso_buffer_begin_user_action;
  buffer_class->end_user_action = proviso_buffer_end_user_action;
}

static void
proviso_buffer_init (ProvisoBuffer *self)
{
}

ProvisoBuffer *
proviso_buffer_new (void)
{
  return g_object_new (PROVISO_TYPE_BUFFER, NULL);
}

void
proviso_buffer_load (ProvisoBuffer *self, const char *text, gssize length)
{
  GtkTextIter end;

  g_return_if_fail (PROVISO_IS_BUFFER (self));

  self->loading++;
  gtk_text_buffer_get_end_iter (GTK_TEXT_BUFFER (self), &end);
  gtk_text_buffer_insert (GTK_TEXT_BUFFER (self), &end, text, length);
  self->loading--;
}

void
proviso_buffer_set_composing (ProvisoBuffer *self, gboolean composing)
{
  g_return_if_fail (PROVISO_IS_BUFFER (self));

  if (self->composing == composing)
    return;

  self->composing = composing;
  if (!composing && self->selection_went)
    settle_after_event (self);
}

gboolean
proviso_buffer_get_replacing (ProvisoBuffer *self)
{
  g_return_val_if_fail (PROVISO_IS_BUFFER (self), FALSE);

  return self->replacing > 0;
}

void
proviso_buffer_select (ProvisoBuffer *self, guint start, guint end)
{
  GtkTextIter start_iter, end_iter;

  g_return_if_fail (PROVISO_IS_BUFFER (self));

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), &start_iter, MIN (start, G_MAXINT));
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), &end_iter, MIN (end, G_MAXINT));
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (self), &end_iter, &start_iter);
}

gboolean
proviso_buffer_get_selection (ProvisoBuffer *self, guint *start, guint *end)
{
  GtkTextIter start_iter, end_iter;

  g_return_val_if_fail (PROVISO_IS_BUFFER (self), FALSE);

  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start_iter, &end_iter);
  *start = gtk_text_iter_get_offset (&start_iter);
  *end = gtk_text_iter_get_offset (&end_iter);
  return *start != *end;
}

guint
proviso_buffer_get_cursor (ProvisoBuffer *self)
{
  GtkTextIter iter;

  g_return_val_if_fail (PROVISO_IS_BUFFER (self), 0);

  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (self), &iter,
                                    gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self)));
  return gtk_text_iter_get_offset (&iter);
}
