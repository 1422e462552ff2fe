/* proviso-change-text.c: what somebody changed, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-change-text.h"
#include "panel/proviso-event-text.h"
#include "panel/proviso-line-text.h"

#include <glib/gi18n-lib.h>

/* Entries of a history that are told; the latest ones. */
#define MAX_EVENTS 4
/* Of the words of a passage or of a caveat, in code points. */
#define MAX_WORDS 120

ProvisoRecord *
proviso_change_text_find_record (ProvisoProject *project, ProvisoChange *change)
{
  const char *id;
  gpointer record;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), NULL);
  g_return_val_if_fail (PROVISO_IS_CHANGE (change), NULL);

  id = proviso_change_get_record_id (change);
  if (id == NULL)
    return NULL;
  if ((record = proviso_project_find_claim (project, id)) == NULL &&
      (record = proviso_project_find_caveat (project, id)) == NULL)
    record = proviso_project_find_source (project, id);

  return record;
}

/* Returns: (transfer full): the words of the first passage that is in the draft, quoted; "" where there is none. */
static char *
quote_passage (ProvisoProject *project, ProvisoRecordList *anchors)
{
  for (guint i = 0; i < proviso_record_list_get_size (anchors); i++)
    {
      ProvisoAnchor *anchor = proviso_record_list_peek (anchors, i);
      g_autofree char *passage = NULL;
      g_autofree char *words = NULL;

      if (proviso_anchor_get_state (anchor) == PROVISO_ANCHOR_STATE_LOST)
        continue;
      passage = proviso_project_get_passage (project, anchor);
      words = proviso_line_text_shorten (passage, MAX_WORDS);
      return proviso_line_text_quote (words);
    }

  return g_strdup ("");
}

/* Returns: (transfer full): what a claim or a caveat without words of its own goes by. */
static char *
quote_place (ProvisoProject *project, ProvisoRecord *record)
{
  ProvisoClaim *claim = NULL;

  if (PROVISO_IS_CAVEAT (record))
    {
      const char *id = proviso_caveat_get_claim (PROVISO_CAVEAT (record));

      if (proviso_record_list_get_size (proviso_caveat_peek_anchors (PROVISO_CAVEAT (record))) > 0)
        return quote_passage (project, proviso_caveat_peek_anchors (PROVISO_CAVEAT (record)));
      claim = id != NULL ? proviso_project_find_claim (project, id) : NULL;
    }
  else if (PROVISO_IS_CLAIM (record))
    {
      claim = PROVISO_CLAIM (record);
    }

  return claim != NULL ? quote_passage (project, proviso_claim_peek_anchors (claim)) : g_strdup ("");
}

char *
proviso_change_text_create_words (ProvisoProject *project, ProvisoChange *change)
{
  g_autofree char *words = NULL;
  ProvisoRecord *record;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), NULL);
  g_return_val_if_fail (PROVISO_IS_CHANGE (change), NULL);

  words = proviso_line_text_shorten (proviso_change_get_words (change), MAX_WORDS);
  record = proviso_change_text_find_record (project, change);

  return *words == '\0' && record != NULL ? quote_place (project, record) : g_steal_pointer (&words);
}

/* Returns: (transfer full) (nullable): the caveat that a comment was written on, quoted; %NULL of anything else, and
 * where it has no words. */
static char *
quote_caveat (ProvisoProject *project, ProvisoChange *change)
{
  ProvisoRecord *record =
      proviso_change_is_comment (change) ? proviso_change_text_find_record (project, change) : NULL;
  g_autofree char *words = NULL;
  g_autofree char *quoted = NULL;

  if (!PROVISO_IS_CAVEAT (record))
    return NULL;

  words = proviso_line_text_shorten (proviso_caveat_get_text (PROVISO_CAVEAT (record)), MAX_WORDS);
  quoted = *words != '\0' ? proviso_line_text_quote (words) : quote_place (project, record);

  return *quoted != '\0' ? g_steal_pointer (&quoted) : NULL;
}

static void
add_line (GString *lines, const char *line)
{
  if (*line == '\0')
    return;
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

char *
proviso_change_text_create_details (ProvisoProject *project, ProvisoChange *change)
{
  g_autofree char *caveat = NULL;
  GPtrArray *events;
  ProvisoChangeKind kind;
  GString *lines;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), NULL);
  g_return_val_if_fail (PROVISO_IS_CHANGE (change), NULL);

  kind = proviso_change_get_kind (change);
  events = proviso_change_get_events (change);
  caveat = quote_caveat (project, change);
  lines = g_string_new (NULL);
  /* Translators: the caveat that a comment was written on, in quotation marks: On “Which year?” */
  if (caveat != NULL)
    g_string_append_printf (lines, _ ("On %s"), caveat);

  /* That something new was made says its title. */
  if (events == NULL || kind == PROVISO_CHANGE_CLAIM_ADDED || kind == PROVISO_CHANGE_CAVEAT_ADDED ||
      kind == PROVISO_CHANGE_SOURCE_ADDED)
    return g_string_free_and_steal (lines);

  for (guint i = events->len > MAX_EVENTS ? events->len - MAX_EVENTS : 0; i < events->len; i++)
    {
      g_autofree char *what = proviso_event_text_describe (events->pdata[i], project);
      g_autofree char *why = proviso_event_text_explain (events->pdata[i]);

      add_line (lines, what);
      add_line (lines, why);
    }

  return g_string_free_and_steal (lines);
}

char *
proviso_change_text_create_summary (ProvisoProject *project, ProvisoChange *change)
{
  g_autofree char *words = proviso_change_text_create_words (project, change);
  g_autofree char *caveat = quote_caveat (project, change);
  ProvisoChangeKind kind = proviso_change_get_kind (change);

  if (*words == '\0')
    return g_strdup (proviso_change_get_title (change));
  if (caveat != NULL)
    /* Translators: the caveat, in quotation marks, then the comment: Comment added on “Which year?”: The last. */
    return g_strdup_printf (kind == PROVISO_CHANGE_COMMENT_ADDED    ? _ ("Comment added on %s: %s")
                            : kind == PROVISO_CHANGE_COMMENT_EDITED ? _ ("Comment edited on %s: %s")
                                                                    : _ ("Comment removed on %s: %s"),
                            caveat, words);

  /* Translators: what happened, then to which words: "Claim changed: the port lowered its dues". */
  return g_strdup_printf (_ ("%s: %s"), proviso_change_get_title (change), words);
}
