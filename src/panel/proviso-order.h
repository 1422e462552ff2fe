/* proviso-order.h: orders that the lists of records have in common.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Comparisons as for qsort().
 */
#pragma once

#include "panel/proviso-panel-context.h"

G_BEGIN_DECLS

/* As the passages of `a` and `b`, claims or caveats, stand in the draft; those without one last. */
int proviso_order_by_place (ProvisoPanelContext *context, gpointer a, gpointer b);
/* The later of two RFC 3339 times in UTC (nullable) first, those without one last. */
int proviso_order_by_time (const char *a, const char *b);
/* As a person's language sorts words. */
int proviso_order_by_name (const char *a, const char *b);

G_END_DECLS
