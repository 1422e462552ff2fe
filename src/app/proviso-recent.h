/* proviso-recent.h: the projects that were opened lately.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kept in the desktop's list of recent files. The list is read when the model is made, not watched: it is
 * made anew whenever it is shown.
 */
#pragma once

#include "app/proviso-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_RECENT_ITEM (proviso_recent_item_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoRecentItem, proviso_recent_item, PROVISO, RECENT_ITEM, GObject)

/* What is shown of one project: its title; where it is, as a person would write it. All (transfer none) */
GFile *proviso_recent_item_get_file (ProvisoRecentItem *self);
const char *proviso_recent_item_get_title (ProvisoRecentItem *self);
const char *proviso_recent_item_get_place (ProvisoRecentItem *self);
/* Whether the title or the place contains each word of `needle`, upper and lower case alike. */
gboolean proviso_recent_item_matches (ProvisoRecentItem *self, const char *needle);

/* Returns: (transfer full): a list of #ProvisoRecentItem, the latest first, at most `limit` (0: all), without
 * local files that are gone. */
GListModel *proviso_recent_list (guint limit);

/* Puts the document's file on top of the list, where it is in one; when there is nothing else to do, as the
 * desktop's whole list is read and written. */
void proviso_recent_add_soon (ProvisoDocument *document);
/* Takes a project off the list. */
void proviso_recent_remove (GFile *file);

G_END_DECLS
