/* proviso-draft-claims.c: what a writer does with claims and caveats from within the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "editor/proviso-draft-claims.h"

#include <glib/gi18n-lib.h>

#include "editor/proviso-draft-excerpt.h"
#include "editor/proviso-draft-pointer.h"
#include "markdown/proviso-sentences.h"

static ProvisoBuffer *
get_buffer (ProvisoDraftView *view)
{
  return PROVISO_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)));
}

/* The selection without the spaces at its ends, which a double click or a drag takes along. Returns: whether
 * anything is left. */
static gboolean
get_selected_words (ProvisoDraftView *view, guint *start, guint *end)
{
  g_autofree char *text = NULL;
  guint n_before = 0, n_after = 0;
  const char *p, *text_end;

  if (!proviso_buffer_get_selection (get_buffer (view), start, end))
    return FALSE;

  text = proviso_text_get_slice (PROVISO_TEXT (get_buffer (view)), *start, *end);
  for (p = text; *p && g_unichar_isspace (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    n_before++;
  if (*p == '\0')
    return FALSE;

  text_end = text + strlen (text);
  while (g_unichar_isspace (g_utf8_get_char (text_end = g_utf8_prev_char (text_end))))
    n_after++;
  *start += n_before;
  *end -= n_after;
  return TRUE;
}

/* The sentence that the cursor is in or right behind. Returns: whether there is one. */
static gboolean
get_sentence (ProvisoDraftView *view, const char *language, guint *start, guint *end)
{
  g_auto (ProvisoDraftExcerpt) excerpt = { 0 };
  g_autoptr (ProvisoSentences) sentences = NULL;
  const ProvisoSentence *sentence;
  int position;

  proviso_draft_excerpt_init_paragraphs (&excerpt, view);
  sentences = proviso_sentences_new (excerpt.text, language, NULL);
  position = proviso_sentences_find (sentences, excerpt.end);
  if (position < 0)
    return FALSE;

  sentence = proviso_sentences_get_sentence (sentences, position);
  *start = excerpt.base + sentence->start;
  *end = excerpt.base + sentence->end;
  return sentence->kind != PROVISO_SENTENCE_CODE;
}

ProvisoRecord *
proviso_draft_claims_find_at_cursor (ProvisoDraftView *view, ProvisoRecord *after)
{
  guint cursor = proviso_buffer_get_cursor (get_buffer (view));
  ProvisoRecord *record = proviso_draft_pointer_find_record (view, cursor, after);

  if (record == NULL && cursor > 0)
    record = proviso_draft_pointer_find_record (view, cursor - 1, after);
  return record;
}

void
proviso_draft_claims_new_claim (ProvisoDraftView *view)
{
  ProvisoProject *project;
  guint start, end;

  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (view));

  project = proviso_draft_view_get_project (view);
  if (project == NULL)
    return;

  if (!get_selected_words (view, &start, &end) &&
      !get_sentence (view, proviso_project_get_language (project), &start, &end))
    {
      proviso_draft_view_message (view, _ ("Select the words that make the claim, or put the cursor in a "
                                           "sentence"));
      return;
    }

  proviso_selection_show_in_panel (proviso_draft_view_get_selection (view),
                                   PROVISO_RECORD (proviso_project_add_claim (project, start, end)), TRUE);
}

void
proviso_draft_claims_flag_caveat (ProvisoDraftView *view)
{
  ProvisoProject *project;
  ProvisoClaim *claim = NULL;
  ProvisoCaveat *caveat;
  guint start, end, cursor;

  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (view));

  project = proviso_draft_view_get_project (view);
  if (project == NULL)
    return;

  cursor = proviso_buffer_get_cursor (get_buffer (view));
  if (get_selected_words (view, &start, &end))
    {
      /* Words of a claim's passage: the doubt is about that claim. */
      claim = proviso_project_get_claim_at (project, start);
      if (claim != proviso_project_get_claim_at (project, end - 1))
        claim = NULL;
    }
  else if ((claim = proviso_project_get_claim_at (project, cursor)) != NULL ||
           (cursor > 0 && (claim = proviso_project_get_claim_at (project, cursor - 1)) != NULL))
    {
      start = end = cursor;
    }
  else if (!get_sentence (view, proviso_project_get_language (project), &start, &end))
    {
      proviso_draft_view_message (view, _ ("Select the words in doubt, or put the cursor in a sentence"));
      return;
    }
  caveat = proviso_project_add_caveat (project, claim, start, end);

  proviso_selection_show_in_panel (proviso_draft_view_get_selection (view), PROVISO_RECORD (caveat), TRUE);
}

void
proviso_draft_claims_add_passage (ProvisoDraftView *view)
{
  ProvisoProject *project;
  ProvisoRecord *record;
  guint start, end;

  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (view));

  project = proviso_draft_view_get_project (view);
  if (project == NULL)
    return;

  record = proviso_selection_get_record (proviso_draft_view_get_selection (view));
  if (!PROVISO_IS_CLAIM (record) && !PROVISO_IS_CAVEAT (record))
    proviso_draft_view_message (view, _ ("Choose the claim or caveat that the words belong to first"));
  else if (!get_selected_words (view, &start, &end))
    proviso_draft_view_message (view, _ ("Select the words to add first"));
  else if (proviso_project_has_passage (project, record, start, end))
    proviso_draft_view_message (view, _ ("These words are a passage of it already"));
  else
    proviso_project_add_anchor (project, record, start, end);
}

static gboolean
is_at_cursor (ProvisoDraftView *view, ProvisoRecord *record)
{
  guint cursor = proviso_buffer_get_cursor (get_buffer (view));
  g_autoptr (GArray) passages = NULL;

  passages = proviso_passage_painter_get_passages (proviso_draft_view_get_painter (view),
                                                   cursor > 0 ? cursor - 1 : 0, cursor + 1);
  for (guint i = 0; i < passages->len; i++)
    if (proviso_record_get_root (PROVISO_RECORD (g_array_index (passages, ProvisoPassage, i).anchor)) ==
        record)
      return TRUE;
  return FALSE;
}

void
proviso_draft_claims_show_in_panel (ProvisoDraftView *view)
{
  ProvisoSelection *selection;
  ProvisoRecord *record;

  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (view));

  selection = proviso_draft_view_get_selection (view);
  if (selection == NULL)
    return;

  record = proviso_selection_get_record (selection);
  if (record == NULL || !is_at_cursor (view, record))
    record = proviso_draft_claims_find_at_cursor (view, NULL);

  if (record)
    proviso_selection_show_in_panel (selection, record, TRUE);
  else
    proviso_draft_view_message (view, _ ("There is no claim or caveat at the cursor"));
}

/* Where the draft shows a caveat: its own passage, else its claim's. */
static ProvisoAnchor *
get_caveat_anchor (ProvisoProject *project, ProvisoCaveat *caveat)
{
  const char *claim_id = proviso_caveat_get_claim (caveat);
  ProvisoClaim *claim = claim_id ? proviso_project_find_claim (project, claim_id) : NULL;
  ProvisoRecordList *lists[] = { proviso_caveat_peek_anchors (caveat),
                                 claim ? proviso_claim_peek_anchors (claim) : NULL };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < proviso_record_list_get_size (lists[i]); j++)
      {
        ProvisoAnchor *anchor = proviso_record_list_peek (lists[i], j);

        if (proviso_anchor_get_state (anchor) != PROVISO_ANCHOR_STATE_LOST)
          return anchor;
      }
  return NULL;
}

/* Whether the step from the caveat `from` (nullable), or else from `cursor`, to `to` went past an end of the draft. */
static gboolean
went_round (ProvisoProject *project, ProvisoCaveat *from, guint cursor, ProvisoCaveat *to, gboolean forward)
{
  ProvisoRecordList *caveats = proviso_project_get_caveats (project);
  guint place = proviso_project_get_caveat_position (project, to), place_before = cursor;

  if (from != NULL)
    place_before = proviso_project_get_caveat_position (project, from);
  if (place != place_before)
    return forward ? place < place_before : place > place_before;
  if (from == NULL || from == to)
    return FALSE;
  /* Of several at one place, the older one comes first. */
  for (guint i = 0; i < proviso_record_list_get_size (caveats); i++)
    if (proviso_record_list_peek (caveats, i) == to || proviso_record_list_peek (caveats, i) == from)
      return (proviso_record_list_peek (caveats, i) == to) == forward;
  return FALSE;
}

static const char *
say_none (ProvisoProject *project, gboolean reviewing)
{
  if (proviso_record_list_get_size (proviso_project_get_caveats (project)) == 0)
    return _ ("There are no caveats");

  return reviewing ? _ ("Every caveat is settled and confirmed") : _ ("No caveat is open");
}

static const char *
say_only_one (gboolean reviewing)
{
  return reviewing ? _ ("This is the only caveat that is not confirmed") : _ ("This is the only open caveat");
}

void
proviso_draft_claims_next_caveat (ProvisoDraftView *view, gboolean forward)
{
  ProvisoProject *project;
  ProvisoSelection *selection;
  ProvisoRecord *record;
  ProvisoCaveat *from, *caveat;
  ProvisoAnchor *anchor;
  gboolean reviewing;
  guint cursor;

  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (view));

  project = proviso_draft_view_get_project (view);
  selection = proviso_draft_view_get_selection (view);
  if (project == NULL)
    return;

  record = proviso_selection_get_record (selection);
  from = PROVISO_IS_CAVEAT (record) ? PROVISO_CAVEAT (record) : NULL;
  cursor = proviso_buffer_get_cursor (get_buffer (view));
  reviewing = proviso_draft_view_get_reviewing (view);
  /* Whoever reviews has those to confirm, too. */
  if (reviewing)
    caveat = proviso_project_get_next_unconfirmed_caveat (project, from, cursor, forward);
  else
    caveat = proviso_project_get_next_open_caveat (project, from, cursor, forward);
  if (caveat == NULL)
    {
      proviso_draft_view_message (view, say_none (project, reviewing));
      return;
    }
  if (caveat == from)
    proviso_draft_view_message (view, say_only_one (reviewing));
  else if (went_round (project, from, cursor, caveat, forward))
    proviso_draft_view_message (view, forward ? _ ("That was the last caveat; back to the first one")
                                              : _ ("That was the first caveat; on to the last one"));

  anchor = get_caveat_anchor (project, caveat);
  if (anchor)
    proviso_draft_view_show_anchor (view, anchor);
  proviso_selection_go_to (selection, PROVISO_RECORD (caveat));
}

/* (nullable) */
static ProvisoClaim *
find_claim_at_cursor (ProvisoDraftView *view)
{
  ProvisoProject *project = proviso_draft_view_get_project (view);
  guint cursor = proviso_buffer_get_cursor (get_buffer (view));
  ProvisoClaim *claim = proviso_project_get_claim_at (project, cursor);

  return claim == NULL && cursor > 0 ? proviso_project_get_claim_at (project, cursor - 1) : claim;
}

/* The claim that is selected, or that the selected caveat is about; else the one at the cursor. For whoever is in
 * the draft, the cursor counts: another's passages are asked for only where none is there. */
static ProvisoClaim *
find_claim (ProvisoDraftView *view)
{
  ProvisoProject *project = proviso_draft_view_get_project (view);
  ProvisoRecord *record = proviso_selection_get_record (proviso_draft_view_get_selection (view));
  ProvisoClaim *selected = PROVISO_IS_CLAIM (record) ? PROVISO_CLAIM (record) : NULL;
  ProvisoClaim *at_cursor = NULL;

  if (PROVISO_IS_CAVEAT (record) && proviso_caveat_get_claim (PROVISO_CAVEAT (record)))
    selected = proviso_project_find_claim (project, proviso_caveat_get_claim (PROVISO_CAVEAT (record)));
  if (selected == NULL ||
      (gtk_widget_has_focus (GTK_WIDGET (view)) && !is_at_cursor (view, PROVISO_RECORD (selected))))
    at_cursor = find_claim_at_cursor (view);

  return at_cursor != NULL ? at_cursor : selected;
}

static int
compare_anchors (gconstpointer a, gconstpointer b)
{
  guint one = proviso_anchor_get_start (*(ProvisoAnchor **) a);
  guint two = proviso_anchor_get_start (*(ProvisoAnchor **) b);

  return one < two ? -1 : one > two;
}

/* The passages that are in the draft, in its order. */
static GPtrArray *
get_mentions (ProvisoClaim *claim)
{
  ProvisoRecordList *anchors = proviso_claim_peek_anchors (claim);
  GPtrArray *mentions = g_ptr_array_new ();

  for (guint i = 0; i < proviso_record_list_get_size (anchors); i++)
    {
      ProvisoAnchor *anchor = proviso_record_list_peek (anchors, i);

      if (proviso_anchor_get_state (anchor) != PROVISO_ANCHOR_STATE_LOST)
        g_ptr_array_add (mentions, anchor);
    }
  g_ptr_array_sort (mentions, compare_anchors);
  return mentions;
}

void
proviso_draft_claims_next_mention (ProvisoDraftView *view, gboolean forward)
{
  g_autoptr (GPtrArray) mentions = NULL;
  g_autofree char *place = NULL;
  ProvisoClaim *claim;
  guint cursor, n, at, next;
  gboolean is_within;

  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (view));

  if (proviso_draft_view_get_project (view) == NULL)
    return;

  claim = find_claim (view);
  if (claim == NULL)
    {
      proviso_draft_view_message (view, _ ("Choose a claim first, or put the cursor on one"));
      return;
    }

  mentions = get_mentions (claim);
  n = mentions->len;
  if (n == 0)
    {
      proviso_draft_view_message (view, _ ("This claim has no passage in the draft"));
      return;
    }

  /* The last one that begins at or before the cursor, counted from one; it is gone to only from behind it. */
  cursor = proviso_buffer_get_cursor (get_buffer (view));
  for (at = 0; at < n && proviso_anchor_get_start (g_ptr_array_index (mentions, at)) <= cursor; at++)
    ;
  is_within = at > 0 && cursor <= proviso_anchor_get_end (g_ptr_array_index (mentions, at - 1));
  next = (forward ? at : at + n - 1 - (is_within ? 1 : 0)) % n;

  proviso_selection_set_record (proviso_draft_view_get_selection (view), PROVISO_RECORD (claim));
  proviso_draft_view_show_anchor (view, g_ptr_array_index (mentions, next));
  /* Translators: the place of a claim’s passage among its passages in the draft: “2 of 3” */
  place = g_strdup_printf (C_ ("passage", "%u of %u"), next + 1, n);
  proviso_reading_aids_announce (proviso_draft_view_get_reading_aids (view), place);
}
