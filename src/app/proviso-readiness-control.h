/* proviso-readiness-control.h: keeps at hand how near the window's project is to publication.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing is looked at before the project is painted, and then in slices, so that a large one takes no frame's time.
 * That a project becomes ready is announced to a screen reader.
 *
 * Properties, read-only and notified:
 *   "readiness"  #ProvisoReadiness or %NULL: of the project, from when it is painted
 *   "note"       string or %NULL: the same in a word or two, for the title: "3 to go"
 */
#pragma once

#include "core/proviso-readiness.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_READINESS_CONTROL (proviso_readiness_control_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoReadinessControl, proviso_readiness_control, PROVISO, READINESS_CONTROL, GObject)

/* `window` owns the control and is not referenced. */
ProvisoReadinessControl *proviso_readiness_control_new (GtkWidget *window);

/* `project`: (nullable): what the window shows from now on. */
void proviso_readiness_control_set_project (ProvisoReadinessControl *self, ProvisoProject *project);
/* The next frame of the project stands on the screen: there is time now. */
void proviso_readiness_control_begin (ProvisoReadinessControl *self);
/* The day may be another one by now. */
void proviso_readiness_control_check_day (ProvisoReadinessControl *self);

/* Returns: (transfer none) (nullable) */
ProvisoReadiness *proviso_readiness_control_get_readiness (ProvisoReadinessControl *self);
const char *proviso_readiness_control_get_note (ProvisoReadinessControl *self);
/* What a screen reader was told last. (nullable). For tests. */
const char *proviso_readiness_control_get_announced (ProvisoReadinessControl *self);

G_END_DECLS
