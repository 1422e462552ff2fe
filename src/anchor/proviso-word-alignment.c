/* proviso-word-alignment.c: which words of a passage stand where in a rewritten text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A local alignment (Smith and Waterman) with affine gaps in the text (Gotoh): what is matched earns the
 * weight of the word; a word of the passage that is gone costs nothing, since what it would have earned is
 * missing already; a run of words put into the text costs once for being there and a little for each word.
 * So an inserted clause or link does not tear a passage apart, but no stray “the” three lines on is worth
 * bridging the distance.
 */
#include "anchor/proviso-word-alignment.h"

#include <string.h>

#define GAP_OPEN 0.4f
#define GAP_EXTEND 0.05f
/* A word replaced by another: less than taking one out and opening a gap for the other. */
#define REPLACED 0.15f

/* A stem: as many bytes in common at least, and this share of the longer key. */
#define STEM_MIN 4
#define STEM_SHARE 0.6f
#define STEM_LIKENESS 0.8f

/* How the best alignment that ends at a cell came there. */
enum
{
  FROM_NOWHERE,
  FROM_MATCH,
  FROM_REPLACED,
  FROM_PASSAGE,
  FROM_GAP,
  MOVE_MASK = 7,
  /* The gap that ends here goes on to the left rather than opening here. */
  GAP_GOES_ON = 8,
};

float
proviso_word_compare (const ProvisoWord *a, const ProvisoWord *b)
{
  gsize common = 0, length;

  if (a->id == b->id && (a->id != PROVISO_WORD_UNKNOWN || g_str_equal (a->key, b->key)))
    return 1;
  if (a->key[0] != b->key[0] || g_ascii_isdigit (a->key[0]))
    return 0;

  while (a->key[common] != '\0' && a->key[common] == b->key[common])
    common++;
  if (common < STEM_MIN)
    return 0;
  length = common + MAX (strlen (a->key + common), strlen (b->key + common));

  return common >= STEM_SHARE * length ? STEM_LIKENESS : 0;
}

static guint
trace_back (const guint8 *moves, gsize width, guint row, guint column, gint *partners)
{
  guint n_partners = 0;
  gboolean in_gap = FALSE;

  for (;;)
    {
      guint8 cell = moves[row * width + column];

      if (in_gap)
        {
          in_gap = (cell & GAP_GOES_ON) != 0;
          column--;
          continue;
        }

      switch (cell & MOVE_MASK)
        {
        case FROM_MATCH:
          partners[row - 1] = (gint) column - 1;
          n_partners++;
          row--;
          column--;
          break;
        case FROM_REPLACED:
          row--;
          column--;
          break;
        case FROM_PASSAGE:
          row--;
          break;
        case FROM_GAP:
          in_gap = TRUE;
          break;
        default:
          return n_partners;
        }
    }
}

guint
proviso_words_align (const ProvisoWord *passage,
                     guint n_passage,
                     const ProvisoWord *text,
                     guint n_text,
                     gint *partners)
{
  gsize width = (gsize) n_text + 1;
  g_autofree guint8 *moves = NULL;
  g_autofree float *above = NULL;
  g_autofree float *current = NULL;
  float best = 0;
  guint best_row = 0, best_column = 0;

  g_return_val_if_fail (n_passage == 0 || (passage != NULL && partners != NULL), 0);
  g_return_val_if_fail (n_text == 0 || text != NULL, 0);

  for (guint i = 0; i < n_passage; i++)
    partners[i] = -1;

  moves = g_malloc0_n (n_passage + (gsize) 1, width);
  above = g_new0 (float, width);
  current = g_new0 (float, width);

  for (guint row = 1; row <= n_passage; row++)
    {
      const ProvisoWord *word = &passage[row - 1];
      guint8 *line = moves + row * width;
      float gap = -G_MAXFLOAT;

      current[0] = 0;
      for (guint column = 1; column <= n_text; column++)
        {
          float likeness = proviso_word_compare (word, &text[column - 1]);
          float score = 0;
          guint8 move = FROM_NOWHERE;
          float opened = current[column - 1] - GAP_OPEN - GAP_EXTEND;
          guint8 goes_on = 0;

          gap -= GAP_EXTEND;
          if (gap > opened)
            goes_on = GAP_GOES_ON;
          else
            gap = opened;

          if (above[column] > score)
            {
              score = above[column];
              move = FROM_PASSAGE;
            }
          if (likeness > 0 && above[column - 1] + likeness * word->weight > score)
            {
              score = above[column - 1] + likeness * word->weight;
              move = FROM_MATCH;
            }
          if (likeness <= 0 && above[column - 1] - REPLACED > score)
            {
              score = above[column - 1] - REPLACED;
              move = FROM_REPLACED;
            }
          if (gap > score)
            {
              score = gap;
              move = FROM_GAP;
            }

          current[column] = score;
          line[column] = move | goes_on;
          if (score > best)
            {
              best = score;
              best_row = row;
              best_column = column;
            }
        }

      {
        float *swap = above;

        above = current;
        current = swap;
      }
    }

  return trace_back (moves, width, best_row, best_column, partners);
}
