/* proviso-draft-excerpt.c: the few lines of a draft that a rule of the markdown layer is asked about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "editor/proviso-draft-excerpt.h"

static gboolean
is_blank_line (const GtkTextIter *line)
{
  GtkTextIter iter = *line;

  for (; !gtk_text_iter_ends_line (&iter); gtk_text_iter_forward_char (&iter))
    if (!g_unichar_isspace (gtk_text_iter_get_char (&iter)))
      return FALSE;
  return TRUE;
}

void
proviso_draft_excerpt_init_paragraphs (ProvisoDraftExcerpt *self, ProvisoDraftView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end, selection_start, selection_end;

  gtk_text_buffer_get_selection_bounds (buffer, &selection_start, &selection_end);

  start = selection_start;
  gtk_text_iter_set_line_offset (&start, 0);
  for (guint i = 0; i < PROVISO_DRAFT_EXCERPT_MAX_LINES && !is_blank_line (&start); i++)
    if (!gtk_text_iter_backward_line (&start))
      break;

  end = selection_end;
  for (guint i = 0; i < PROVISO_DRAFT_EXCERPT_MAX_LINES; i++)
    if (!gtk_text_iter_forward_line (&end) || is_blank_line (&end))
      break;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);

  self->text = gtk_text_iter_get_slice (&start, &end);
  self->base = gtk_text_iter_get_offset (&start);
  self->start = gtk_text_iter_get_offset (&selection_start) - self->base;
  self->end = gtk_text_iter_get_offset (&selection_end) - self->base;
}

void
proviso_draft_excerpt_init_line (ProvisoDraftExcerpt *self, ProvisoDraftView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end, cursor;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  start = end = cursor;
  gtk_text_iter_set_line_offset (&start, 0);
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);

  self->text = gtk_text_iter_get_slice (&start, &end);
  self->base = gtk_text_iter_get_offset (&start);
  self->start = self->end = gtk_text_iter_get_offset (&cursor) - self->base;
}

void
proviso_draft_excerpt_clear (ProvisoDraftExcerpt *self)
{
  g_clear_pointer (&self->text, g_free);
}
