/* proviso-order.h: what a list of records is sorted by, and the sections that this makes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records are sorted by their section, then by their rank, then as the order compares them, then as the file
 * has them. Sections and ranks are numbers, asked once a record and sorting, so that a long list is sorted
 * within a frame.
 */
#pragma once

#include "panel/proviso-panel-context.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;
  const char *label;    /* N_() */
  gboolean by_place;    /* depends on where passages stand */
  gboolean by_use;      /* depends on the claims that use a source */
  gboolean by_headings; /* its sections are the draft's: without headings there are none */
  gboolean by_person;   /* depends on who is known */
  guint64 (*get_rank) (ProvisoPanelContext *context, gpointer record); /* (nullable): all the same */
  int (*compare) (ProvisoPanelContext *context, gpointer a, gpointer b); /* (nullable): of records of one rank */
  guint (*get_section) (ProvisoPanelContext *context, gpointer record); /* (nullable): there are no sections */
  char *(*get_section_title) (ProvisoPanelContext *context, guint section); /* (transfer full); with the above */
} ProvisoOrder;

/* As for qsort(), but that what is the same by all that the order says is 0. */
int proviso_order_compare (const ProvisoOrder *self, ProvisoPanelContext *context, gpointer a, gpointer b);

/* As the passages of `record`, a claim or caveat, stand in the draft; those without one last. */
guint64 proviso_order_rank_by_place (ProvisoPanelContext *context, gpointer record);
/* The later of two RFC 3339 times in UTC (nullable) first, those without one last; by whole seconds. */
guint64 proviso_order_rank_by_time (const char *time);
/* The same, by the parts of seconds too. */
int proviso_order_compare_times (const char *a, const char *b);
/* Before what a person's language sorts later, by the first letters. */
guint64 proviso_order_rank_by_name (const char *name);
int proviso_order_compare_names (const char *a, const char *b);

/* The draft's sections: see proviso_panel_context_get_section(). */
guint proviso_order_get_place_section (ProvisoPanelContext *context, gpointer record);
char *proviso_order_get_place_title (ProvisoPanelContext *context, guint section);

G_END_DECLS
