/* proviso-passage-lanes.c: which passages a stretch of the draft has, and how their lines are stacked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "editor/proviso-passage-lanes.h"

#include "core/proviso-caveat.h"
#include "core/proviso-claim.h"

/* How often the search for where a chain of overlapping passages begins is widened. A chain that is longer
 * may change lanes while it scrolls out of sight; nothing worse. */
#define MAX_WIDENINGS 16

/* More cannot be told apart on a screen. */
#define MAX_PASSAGES 1000

static gboolean
find_first_start (ProvisoRange *range, guint start, guint end, gpointer user_data)
{
  guint *first = user_data;

  /* Ranges come in order of their starts. */
  if (start == end)
    return TRUE;
  *first = MIN (*first, start);
  return FALSE;
}

static gboolean
collect (ProvisoRange *range, guint start, guint end, gpointer user_data)
{
  GArray *passages = user_data;
  ProvisoPassage passage = { proviso_range_get_data (range), start, end, PROVISO_PASSAGE_N_LANES };

  if (start < end && passage.anchor != NULL)
    g_array_append_val (passages, passage);
  return passages->len < MAX_PASSAGES;
}

static gboolean
is_open (ProvisoPassage *passage)
{
  ProvisoRecord *root = proviso_record_get_root (PROVISO_RECORD (passage->anchor));

  if (PROVISO_IS_CAVEAT (root))
    return proviso_caveat_get_state (PROVISO_CAVEAT (root)) == PROVISO_CAVEAT_STATE_OPEN;
  return PROVISO_IS_CLAIM (root) && proviso_claim_get_n_open_caveats (PROVISO_CLAIM (root)) > 0;
}

static int
compare_passages (gconstpointer a, gconstpointer b)
{
  const ProvisoPassage *one = a, *two = b;

  /* Of those that begin at one place, the longer one lies around the others, further from the words. */
  if (one->start != two->start)
    return one->start < two->start ? -1 : 1;
  if (one->end != two->end)
    return one->end < two->end ? -1 : 1;
  return 0;
}

/* Whether nothing in `lane` overlaps the passage at `index`. They are sorted by start, so that those behind
 * it do not matter from the first on that begins after its end. */
static gboolean
is_lane_free (GArray *passages, guint index, guint lane)
{
  ProvisoPassage *passage = &g_array_index (passages, ProvisoPassage, index);

  for (guint i = 0; i < passages->len; i++)
    {
      ProvisoPassage *other = &g_array_index (passages, ProvisoPassage, i);

      if (other->start >= passage->end)
        break;
      if (other->lane == lane && other->end > passage->start)
        return FALSE;
    }
  return TRUE;
}

/* Claims come first, so that their lines are right under the words, whatever doubts there are about these. */
static void
assign_lanes (GArray *passages)
{
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < passages->len; i++)
      {
        ProvisoPassage *passage = &g_array_index (passages, ProvisoPassage, i);
        gboolean is_claim = PROVISO_IS_CLAIM (proviso_record_get_root (PROVISO_RECORD (passage->anchor)));
        guint lane = 0;

        if (is_claim != (round == 0))
          continue;
        while (lane < PROVISO_PASSAGE_N_LANES - 1 && !is_lane_free (passages, i, lane))
          lane++;
        passage->lane = lane;
      }
}

static void
keep_open (GArray *passages)
{
  guint n = 0;

  for (guint i = 0; i < passages->len; i++)
    if (is_open (&g_array_index (passages, ProvisoPassage, i)))
      g_array_index (passages, ProvisoPassage, n++) = g_array_index (passages, ProvisoPassage, i);
  g_array_set_size (passages, n);
}

GArray *
proviso_passage_lanes_find (ProvisoRangeSet *ranges, guint start, guint end, gboolean only_open)
{
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (ProvisoPassage));
  guint first = start, from = 0;

  for (guint i = 0; i < MAX_WIDENINGS; i++)
    {
      guint before = first;

      proviso_range_set_foreach_overlapping (ranges, first, first, find_first_start, &first);
      if (first == before)
        break;
    }
  proviso_range_set_foreach_overlapping (ranges, first, end, collect, passages);
  if (only_open)
    keep_open (passages);
  g_array_sort (passages, compare_passages);
  assign_lanes (passages);

  for (guint i = 0; i < passages->len; i++)
    {
      ProvisoPassage *passage = &g_array_index (passages, ProvisoPassage, i);

      if (passage->end > start)
        g_array_index (passages, ProvisoPassage, from++) = *passage;
    }
  g_array_set_size (passages, from);

  return passages;
}
