/* find.h: finds widgets below another by what a person sees of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

/* Returns: (transfer container): in the order of the tree. */
GPtrArray *find_children (GtkWidget *parent, GType type);
/* Returns: (transfer none) (nullable): the first. */
gpointer find_child (GtkWidget *parent, GType type);
/* Returns: (transfer none) (nullable): a preferences row by its title. */
gpointer find_row (GtkWidget *parent, GType type, const char *title);
/* Returns: (transfer none) (nullable): a button by its tooltip. */
gpointer find_button (GtkWidget *parent, const char *tooltip);

/* Returns: (transfer none) (nullable): a button by its label, mnemonic and all, that is seen. */
gpointer find_labelled (GtkWidget *parent, const char *label);

/* A click on the widget itself, beside what it holds. */
void click (GtkWidget *widget);
