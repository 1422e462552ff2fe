/* proviso-shortcuts.h: every keyboard shortcut of the program, in one table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The accelerators that the application installs and the list that the shortcuts dialog shows are both made
 * from here, so that what is promised is what works.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  PROVISO_SHORTCUT_GROUP_PROJECTS,
  PROVISO_SHORTCUT_GROUP_CLAIMS,
  PROVISO_SHORTCUT_GROUP_REVIEW,
  PROVISO_SHORTCUT_GROUP_WRITING,
  PROVISO_SHORTCUT_GROUP_FINDING,
  PROVISO_SHORTCUT_GROUP_VIEW,
  PROVISO_SHORTCUT_GROUP_GENERAL,
  PROVISO_N_SHORTCUT_GROUPS,
} ProvisoShortcutGroup;

typedef struct
{
  ProvisoShortcutGroup group;
  const char *title;     /* to be translated with _() */
  const char *action;    /* detailed action name */
  const char *accels[4]; /* the first one is shown; ended by NULL */
} ProvisoShortcut;

const ProvisoShortcut *proviso_shortcuts_get (guint *n_shortcuts);
/* Returns: (transfer none): the group's translated name. */
const char *proviso_shortcut_group_get_title (ProvisoShortcutGroup group);

void proviso_shortcuts_install (GtkApplication *application);

G_END_DECLS
