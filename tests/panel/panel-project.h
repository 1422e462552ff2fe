/* panel-project.h: projects to show in the panel's tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-project.h"

#include <gtk/gtk.h>

/* An article of two sections with 8 claims, 5 caveats and 4 sources, in all the states that the lists tell
 * apart. (transfer full) */
ProvisoProject *panel_project_new (void);
/* `n_claims` claims on a draft of as many sentences, under a heading every hundred. (transfer full) */
ProvisoProject *panel_project_new_large (guint n_claims);

/* A project that has the draft `text` and nothing else. (transfer full) */
ProvisoProject *panel_project_new_with_text (const char *text);
/* A claim on the first place where `words` stand in the draft. (transfer none) */
ProvisoClaim *panel_project_add_claim (ProvisoProject *project, const char *words);

/* Lets the main loop run until `done` says so; fails the test after some seconds. */
void panel_wait (gboolean (*done) (gpointer data), gpointer data);
/* Lets it run until nothing is left to be done now. */
void panel_drain (void);
/* Lets it run for as long as the updates that wait for their time take. */
void panel_settle (void);
/* Returns: (transfer none) (nullable): the first widget of `type` below `parent` for which `match` (nullable)
 * holds. */
GtkWidget *panel_find (GtkWidget *parent,
                       GType type,
                       gboolean (*match) (GtkWidget *widget, gpointer data),
                       gpointer data);
