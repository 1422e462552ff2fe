/* proviso-start-page.h: what an empty window shows: ways to begin, and the recent projects.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Its buttons activate actions of the window and the application.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_START_PAGE (proviso_start_page_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoStartPage, proviso_start_page, PROVISO, START_PAGE, AdwBin)

GtkWidget *proviso_start_page_new (void);

G_END_DECLS
