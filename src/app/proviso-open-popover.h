/* proviso-open-popover.h: the recent projects, to search and to open one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is in it is made when it is first shown. A choice activates "win.open-file" with the file's URI.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_OPEN_POPOVER (proviso_open_popover_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoOpenPopover, proviso_open_popover, PROVISO, OPEN_POPOVER, GtkPopover)

G_END_DECLS
