/* proviso-export-control.h: what a window makes of its project: the section on unconfirmed points, reports.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adds the actions "insert-remains" and "export-report" to the window.
 */
#pragma once

#include "app/proviso-toaster.h"
#include "app/proviso-window.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_EXPORT_CONTROL (proviso_export_control_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoExportControl, proviso_export_control, PROVISO, EXPORT_CONTROL, GObject)

/* `window` owns the control and is not referenced; nor is its `toaster`. */
ProvisoExportControl *proviso_export_control_new (ProvisoWindow *window, ProvisoToaster *toaster);

/* The window shows the document's project now: the actions can be used. */
void proviso_export_control_enable (ProvisoExportControl *self);

G_END_DECLS
