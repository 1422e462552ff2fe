/* proviso-order.c: orders that the lists of records have in common.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-order.h"

int
proviso_order_by_place (ProvisoPanelContext *context, gpointer a, gpointer b)
{
  guint place_a = proviso_panel_context_get_place (context, a);
  guint place_b = proviso_panel_context_get_place (context, b);

  return (place_a > place_b) - (place_a < place_b);
}

int
proviso_order_by_time (const char *a, const char *b)
{
  /* %NULL is before every string, and so the last when the order is turned round. */
  return g_strcmp0 (b, a);
}

int
proviso_order_by_name (const char *a, const char *b)
{
  return g_utf8_collate (a, b);
}
