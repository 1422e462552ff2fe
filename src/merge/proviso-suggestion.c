/* proviso-suggestion.c: the words that a caveat suggests, put in the place of its passage.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "merge/proviso-suggestion.h"
#include "merge/proviso-word-diff.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An anchor that holds the whole passage, and where it stood. */
typedef struct
{
  ProvisoAnchor *anchor;
  guint start;
  guint end;
} Holder;

typedef struct
{
  guint start;
  guint end;
  GArray *holders; /* of Holder */
} Search;

static void
holder_clear (gpointer data)
{
  g_object_unref (((Holder *) data)->anchor);
}

static gboolean
add_holder (ProvisoRange *range, guint start, guint end, gpointer user_data)
{
  Search *search = user_data;

  if (start <= search->start && search->end <= end)
    {
      Holder holder = { g_object_ref (proviso_range_get_data (range)), start, end };

      g_array_append_val (search->holders, holder);
    }

  return TRUE;
}

static gboolean
is_blank (const char *words)
{
  while (g_unichar_isspace (g_utf8_get_char (words)))
    words = g_utf8_next_char (words);

  return *words == '\0';
}

/* The only one of them that is not lost. */
static ProvisoAnchor *
get_only_passage (ProvisoRecordList *anchors, guint *n_passages)
{
  ProvisoAnchor *passage = NULL;

  *n_passages = 0;
  for (guint i = 0; i < proviso_record_list_get_size (anchors); i++)
    {
      ProvisoAnchor *anchor = proviso_record_list_peek (anchors, i);

      if (proviso_anchor_get_state (anchor) == PROVISO_ANCHOR_STATE_LOST)
        continue;
      passage = anchor;
      (*n_passages)++;
    }

  return *n_passages == 1 ? passage : NULL;
}

ProvisoAnchor *
proviso_suggestion_get_passage (ProvisoProject *project, ProvisoCaveat *caveat, GError **error)
{
  ProvisoRecordList *anchors;
  ProvisoAnchor *passage;
  guint n_passages;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), NULL);
  g_return_val_if_fail (PROVISO_IS_CAVEAT (caveat), NULL);

  anchors = proviso_caveat_peek_anchors (caveat);
  if (proviso_record_list_get_size (anchors) == 0 && proviso_caveat_get_claim (caveat) != NULL)
    {
      ProvisoClaim *claim = proviso_project_find_claim (project, proviso_caveat_get_claim (caveat));

      anchors = claim != NULL ? proviso_claim_peek_anchors (claim) : NULL;
    }

  passage = get_only_passage (anchors, &n_passages);
  if (passage == NULL)
    g_set_error_literal (error, PROVISO_REVIEW_ERROR, PROVISO_REVIEW_ERROR_NO_PASSAGE,
                         n_passages > 1
                             ? _ ("There are several passages. Attach the caveat to the one to be changed.")
                         : proviso_record_list_get_size (anchors) > 0
                             ? _ ("The words to be changed are no longer in the draft.")
                             : _ ("There is no passage to be changed. Attach the caveat to one."));

  return passage;
}

static gboolean
check (ProvisoProject *project, ProvisoCaveat *caveat, ProvisoAnchor **passage, GError **error)
{
  if (proviso_caveat_get_suggestion (caveat) == NULL)
    {
      g_set_error_literal (error, PROVISO_REVIEW_ERROR, PROVISO_REVIEW_ERROR_ILLEGAL,
                           _ ("This caveat suggests no other words"));
      return FALSE;
    }
  if (!proviso_review_can_settle (caveat, PROVISO_CAVEAT_STATE_ADDRESSED))
    {
      g_set_error_literal (error, PROVISO_REVIEW_ERROR, PROVISO_REVIEW_ERROR_ILLEGAL,
                           _ ("This caveat is already settled: reopen it to apply what it suggests"));
      return FALSE;
    }
  *passage = proviso_suggestion_get_passage (project, caveat, error);

  return *passage != NULL;
}

gboolean
proviso_suggestion_can_apply (ProvisoProject *project, ProvisoCaveat *caveat)
{
  ProvisoAnchor *passage;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), FALSE);
  g_return_val_if_fail (PROVISO_IS_CAVEAT (caveat), FALSE);

  return check (project, caveat, &passage, NULL);
}

/* The character at `offset`; 0 at the ends of the text. */
static gunichar
get_char (ProvisoText *text, guint offset)
{
  g_autofree char *slice =
      offset == G_MAXUINT ? g_strdup ("") : proviso_text_get_slice (text, offset, offset + 1);

  return g_utf8_get_char (slice);
}

/* Takes the passage out, along with a space that stood between it and its neighbours. */
static void
delete_passage (ProvisoText *text, guint start, guint end)
{
  gunichar before = get_char (text, start - 1);
  gunichar after = get_char (text, end);

  if (before == ' ' && (after == ' ' || after == '\n' || after == 0))
    start--;
  else if (after == ' ' && (before == '\n' || before == 0))
    end++;
  proviso_text_replace (text, start, end - start, "");
}

/* From the last to the first, so that the offsets of those to come hold. */
static void
replace_differing (ProvisoText *text, guint start, const char *words, const char *suggestion)
{
  g_autoptr (GArray) hunks = proviso_word_diff (words, suggestion);

  for (guint i = hunks->len; i > 0; i--)
    {
      const ProvisoDiffHunk *hunk = &g_array_index (hunks, ProvisoDiffHunk, i - 1);
      g_autofree char *inserted = NULL;

      if (hunk->equal)
        continue;
      inserted = g_utf8_substring (suggestion, hunk->new_start, hunk->new_end);
      proviso_text_replace (text, start + hunk->old_start, hunk->old_end - hunk->old_start, inserted);
    }
}

/* What was put in at the very edge of the passage is outside of it for a range, but not for a person. */
static void
take_in (ProvisoProject *project, const GArray *holders, guint n_words, guint n_suggested)
{
  for (guint i = 0; i < holders->len; i++)
    {
      const Holder *holder = &g_array_index (holders, Holder, i);
      guint end = holder->end - n_words + n_suggested;

      if (proviso_anchor_get_range (holder->anchor) != NULL &&
          proviso_anchor_get_state (holder->anchor) != PROVISO_ANCHOR_STATE_LOST &&
          (proviso_anchor_get_start (holder->anchor) != holder->start ||
           proviso_anchor_get_end (holder->anchor) != end))
        proviso_project_stretch_anchor (project, holder->anchor, holder->start, end);
    }
}

gboolean
proviso_suggestion_apply (ProvisoProject *project, ProvisoCaveat *caveat, GError **error)
{
  ProvisoText *text;
  ProvisoAnchor *passage;
  ProvisoHistory *history;
  g_autofree char *words = NULL;
  g_autofree char *suggestion = NULL;
  Search search;
  gboolean settled;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), FALSE);
  g_return_val_if_fail (PROVISO_IS_CAVEAT (caveat), FALSE);

  if (!check (project, caveat, &passage, error))
    return FALSE;

  text = proviso_project_get_text (project);
  history = proviso_project_get_history (project);
  suggestion = g_strdup (proviso_caveat_get_suggestion (caveat));
  search.start = proviso_anchor_get_start (passage);
  search.end = proviso_anchor_get_end (passage);
  search.holders = g_array_new (FALSE, FALSE, sizeof (Holder));
  g_array_set_clear_func (search.holders, holder_clear);
  words = proviso_text_get_slice (text, search.start, search.end);

  /* Sealed on both sides: it is not a part of what is being typed. */
  proviso_history_seal (history);
  proviso_project_begin_action (project, C_ ("undo", "Apply Suggestion"));
  if (is_blank (suggestion))
    {
      delete_passage (text, search.start, search.end);
    }
  else
    {
      proviso_range_set_foreach_overlapping (proviso_project_get_ranges (project), search.start, search.end,
                                             add_holder, &search);
      replace_differing (text, search.start, words, suggestion);
      take_in (project, search.holders, search.end - search.start, (guint) g_utf8_strlen (suggestion, -1));
    }
  settled = proviso_project_settle_caveat_for (project, caveat, PROVISO_CAVEAT_STATE_ADDRESSED, NULL,
                                               PROVISO_EVENT_CAUSE_SUGGESTION_APPLIED, error);
  proviso_project_end_action (project);
  proviso_history_seal (history);
  g_array_unref (search.holders);

  return settled;
}
