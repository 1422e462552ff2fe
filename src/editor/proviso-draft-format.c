/* proviso-draft-format.c: smart editing of the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "editor/proviso-draft-format.h"

#include "editor/proviso-draft-excerpt.h"
#include "markdown/proviso-list-continuation.h"

typedef ProvisoRewrite *(*Rule) (const char *text, guint start, guint end);

static GtkTextBuffer *
get_buffer (ProvisoDraftView *view)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
}

static gboolean
is_editable (ProvisoDraftView *view)
{
  return proviso_draft_view_get_project (view) != NULL && proviso_draft_view_may_change (view);
}

static void
apply (ProvisoDraftView *view, ProvisoRewrite *rewrite, guint base)
{
  GtkTextBuffer *buffer = get_buffer (view);
  guint start, end;

  gtk_text_buffer_begin_user_action (buffer);
  for (guint i = proviso_rewrite_get_n_pieces (rewrite); i > 0; i--)
    {
      const ProvisoRewritePiece *piece = proviso_rewrite_get_piece (rewrite, i - 1);

      proviso_text_replace (PROVISO_TEXT (buffer), base + piece->offset, piece->n_removed, piece->inserted);
    }
  proviso_rewrite_get_selection (rewrite, &start, &end);
  proviso_buffer_select (PROVISO_BUFFER (buffer), base + start, base + end);
  gtk_text_buffer_end_user_action (buffer);

  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (view), gtk_text_buffer_get_insert (buffer));
}

/* Returns: whether the rule had an answer. */
static gboolean
apply_rule (ProvisoDraftView *view, Rule rule)
{
  g_auto (ProvisoDraftExcerpt) excerpt = { 0 };
  g_autoptr (ProvisoRewrite) rewrite = NULL;

  if (!is_editable (view))
    return FALSE;

  proviso_draft_excerpt_init_paragraphs (&excerpt, view);
  rewrite = rule (excerpt.text, excerpt.start, excerpt.end);
  if (rewrite == NULL)
    return FALSE;

  apply (view, rewrite, excerpt.base);
  return TRUE;
}

/* Whether the cursor is in what the highlighting takes for code. It takes far indented lines for it as well,
 * which may be items of a list; so the line before them that is not indented is asked. */
static gboolean
is_in_code (ProvisoDraftView *view)
{
  GtkTextBuffer *buffer = get_buffer (view);
  GtkTextIter line;

  gtk_text_buffer_get_iter_at_mark (buffer, &line, gtk_text_buffer_get_insert (buffer));
  gtk_text_iter_set_line_offset (&line, 0);
  for (guint i = 0; i < PROVISO_DRAFT_EXCERPT_MAX_LINES; i++)
    {
      gunichar c = gtk_text_iter_get_char (&line);

      if ((c != ' ' && c != '\t' && c != '\n') || !gtk_text_iter_backward_line (&line))
        break;
    }
  return gtk_source_buffer_iter_has_context_class (GTK_SOURCE_BUFFER (buffer), &line, "no-spell-check");
}

void
proviso_draft_format_toggle_style (ProvisoDraftView *view, ProvisoFormatStyle style)
{
  g_auto (ProvisoDraftExcerpt) excerpt = { 0 };
  g_autoptr (ProvisoRewrite) rewrite = NULL;

  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (view));

  if (!is_editable (view))
    return;

  proviso_draft_excerpt_init_paragraphs (&excerpt, view);
  rewrite = proviso_format_toggle_style (excerpt.text, excerpt.start, excerpt.end, style);
  apply (view, rewrite, excerpt.base);
}

void
proviso_draft_format_set_heading (ProvisoDraftView *view, guint level)
{
  g_auto (ProvisoDraftExcerpt) excerpt = { 0 };
  g_autoptr (ProvisoRewrite) rewrite = NULL;

  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (view));

  if (!is_editable (view))
    return;

  proviso_draft_excerpt_init_paragraphs (&excerpt, view);
  rewrite = proviso_format_set_heading (excerpt.text, excerpt.start, excerpt.end, level);
  apply (view, rewrite, excerpt.base);
}

void
proviso_draft_format_toggle_quote (ProvisoDraftView *view)
{
  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (view));

  apply_rule (view, proviso_format_toggle_quote);
}

void
proviso_draft_format_toggle_bullet_list (ProvisoDraftView *view)
{
  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (view));

  apply_rule (view, proviso_format_toggle_bullet_list);
}

void
proviso_draft_format_toggle_numbered_list (ProvisoDraftView *view)
{
  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (view));

  apply_rule (view, proviso_format_toggle_numbered_list);
}

void
proviso_draft_format_insert_link (ProvisoDraftView *view)
{
  g_auto (ProvisoDraftExcerpt) excerpt = { 0 };
  g_autoptr (ProvisoRewrite) rewrite = NULL;

  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (view));

  if (!is_editable (view))
    return;

  proviso_draft_excerpt_init_paragraphs (&excerpt, view);
  rewrite = proviso_format_insert_link (excerpt.text, excerpt.start, excerpt.end, NULL);
  apply (view, rewrite, excerpt.base);
}

static void
move_lines (ProvisoDraftView *view, gboolean outdent)
{
  GtkTextBuffer *buffer = get_buffer (view);
  GtkTextIter start, end;

  if (proviso_draft_format_tab (view, outdent) || !is_editable (view))
    return;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  if (outdent)
    gtk_source_view_unindent_lines (GTK_SOURCE_VIEW (view), &start, &end);
  else
    gtk_source_view_indent_lines (GTK_SOURCE_VIEW (view), &start, &end);
}

void
proviso_draft_format_indent (ProvisoDraftView *view)
{
  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (view));

  move_lines (view, FALSE);
}

void
proviso_draft_format_outdent (ProvisoDraftView *view)
{
  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (view));

  move_lines (view, TRUE);
}

gboolean
proviso_draft_format_enter (ProvisoDraftView *view)
{
  g_auto (ProvisoDraftExcerpt) excerpt = { 0 };
  g_autoptr (ProvisoRewrite) rewrite = NULL;

  g_return_val_if_fail (PROVISO_IS_DRAFT_VIEW (view), FALSE);

  if (!is_editable (view) || gtk_text_buffer_get_has_selection (get_buffer (view)) || is_in_code (view))
    return FALSE;

  proviso_draft_excerpt_init_line (&excerpt, view);
  rewrite = proviso_list_continuation_enter (excerpt.text, excerpt.start);
  if (rewrite == NULL)
    return FALSE;

  apply (view, rewrite, excerpt.base);
  return TRUE;
}

gboolean
proviso_draft_format_tab (ProvisoDraftView *view, gboolean outdent)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_VIEW (view), FALSE);

  if (is_in_code (view))
    return FALSE;
  return apply_rule (view, outdent ? proviso_list_continuation_outdent : proviso_list_continuation_indent);
}
