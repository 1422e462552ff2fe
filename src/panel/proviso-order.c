/* proviso-order.c: what a list of records is sorted by, and the sections that this makes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-order.h"

#include <glib/gi18n-lib.h>

/* "2026-03-28T12:00:00" */
#define TIME_LENGTH 19

int
proviso_order_compare (const ProvisoOrder *self, ProvisoPanelContext *context, gpointer a, gpointer b)
{
  guint section_a = self->get_section != NULL ? self->get_section (context, a) : 0;
  guint section_b = self->get_section != NULL ? self->get_section (context, b) : 0;
  guint64 rank_a = self->get_rank != NULL ? self->get_rank (context, a) : 0;
  guint64 rank_b = self->get_rank != NULL ? self->get_rank (context, b) : 0;

  if (section_a != section_b)
    return section_a < section_b ? -1 : 1;
  if (rank_a != rank_b)
    return rank_a < rank_b ? -1 : 1;

  return self->compare != NULL ? self->compare (context, a, b) : 0;
}

guint64
proviso_order_rank_by_place (ProvisoPanelContext *context, gpointer record)
{
  return proviso_panel_context_get_place (context, record);
}

guint64
proviso_order_rank_by_time (const char *time)
{
  guint64 digits = 0;

  if (time == NULL)
    return G_MAXUINT64;

  for (guint i = 0; i < TIME_LENGTH && time[i] != '\0'; i++)
    if (g_ascii_isdigit (time[i]))
      digits = digits * 10 + (guint64) (time[i] - '0');

  return G_MAXUINT64 - 1 - digits;
}

int
proviso_order_compare_times (const char *a, const char *b)
{
  /* %NULL is before every string, and so the last when the order is turned round. */
  return g_strcmp0 (b, a);
}

guint64
proviso_order_rank_by_name (const char *name)
{
  g_autofree char *key = g_utf8_collate_key (name, -1);
  guint64 rank = 0;
  gboolean ended = FALSE;

  for (guint i = 0; i < sizeof rank; i++)
    {
      ended = ended || key[i] == '\0';
      rank = rank << 8 | (ended ? 0 : (guchar) key[i]);
    }

  return rank;
}

int
proviso_order_compare_names (const char *a, const char *b)
{
  return g_utf8_collate (a, b);
}

guint
proviso_order_get_place_section (ProvisoPanelContext *context, gpointer record)
{
  return proviso_panel_context_get_section (context, record);
}

char *
proviso_order_get_place_title (ProvisoPanelContext *context, guint section)
{
  const char *title = proviso_panel_context_get_section_title (context, section);

  if (section == G_MAXUINT)
    return g_strdup (_ ("Not in the Text"));

  return g_strdup (title != NULL ? title : _ ("Before the First Heading"));
}
