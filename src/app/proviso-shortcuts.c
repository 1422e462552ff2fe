/* proviso-shortcuts.c: every keyboard shortcut of the program, in one table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-shortcuts.h"

#include <glib/gi18n-lib.h>

#define PROJECTS PROVISO_SHORTCUT_GROUP_PROJECTS
#define CLAIMS PROVISO_SHORTCUT_GROUP_CLAIMS
#define REVIEW PROVISO_SHORTCUT_GROUP_REVIEW
#define WRITING PROVISO_SHORTCUT_GROUP_WRITING
#define FINDING PROVISO_SHORTCUT_GROUP_FINDING
#define VIEW PROVISO_SHORTCUT_GROUP_VIEW
#define GENERAL PROVISO_SHORTCUT_GROUP_GENERAL

static const ProvisoShortcut shortcuts[] = {
  { PROJECTS, N_("New Project"), "win.new-project", { "<Control>n" } },
  { PROJECTS, N_("New Window"), "app.new-window", { "<Control><Shift>n" } },
  { PROJECTS, N_("Open"), "win.open", { "<Control>o" } },
  { PROJECTS, N_("Recent Projects"), "win.open-recent", { "<Control><Shift>o" } },
  { PROJECTS, N_("Import Text"), "win.import", { "<Control><Shift>i" } },
  { PROJECTS, N_("Save"), "win.save", { "<Control>s" } },
  { PROJECTS, N_("Save As"), "win.save-as", { "<Control><Shift>s" } },
  { PROJECTS, N_("Close Window"), "window.close", { "<Control>w" } },

  { CLAIMS, N_("New Claim on the Selection"), "draft.new-claim", { "<Control><Shift>c" } },
  { CLAIMS, N_("Flag a Caveat on the Selection"), "draft.flag-caveat", { "<Control><Shift>f" } },
  { CLAIMS, N_("Show the Claim in the Panel"), "draft.show-in-panel", { "<Control>Return", "<Control>KP_Enter" } },
  { CLAIMS, N_("Next Passage of the Claim"), "draft.next-mention", { "F4" } },
  { CLAIMS, N_("Previous Passage of the Claim"), "draft.previous-mention", { "<Shift>F4" } },
  { CLAIMS, N_("Ready to Publish"), "win.show-readiness", { "<Control><Shift>p" } },
  { CLAIMS, N_("Next Change Since You Last Looked"), "win.next-change", { "F7" } },
  { CLAIMS, N_("Previous Change Since You Last Looked"), "win.previous-change", { "<Shift>F7" } },

  /* None is what a text, GtkSourceView, an input method or GTK's inspector takes for its own. */
  { REVIEW, N_("Review Mode"), "win.review", { "<Control><Shift>r" } },
  { REVIEW, N_("Next Open Caveat"), "draft.next-caveat", { "F8" } },
  { REVIEW, N_("Previous Open Caveat"), "draft.previous-caveat", { "<Shift>F8" } },
  { REVIEW, N_("Reply to the Caveat"), "win.caveat-reply", { "<Control><Shift>y" } },
  { REVIEW, N_("Address the Caveat"), "win.caveat-address", { "<Control><Shift>t" } },
  { REVIEW, N_("Accept the Caveat"), "win.caveat-accept", { "<Control><Shift>k" } },
  { REVIEW, N_("Dismiss the Caveat"), "win.caveat-dismiss", { "<Control><Shift>j" } },
  { REVIEW, N_("Confirm How the Caveat Is Settled"), "win.caveat-confirm",
    { "<Control><Shift>Return", "<Control><Shift>KP_Enter" } },
  { REVIEW, N_("Reopen the Caveat"), "win.caveat-reopen", { "<Control><Shift>m" } },
  { REVIEW, N_("Apply the Suggestion"), "win.caveat-apply-suggestion", { "<Control><Shift>l" } },
  { REVIEW, N_("Mark the Claim as Checked"), "win.claim-check", { "<Control><Shift>h" } },

  { WRITING, N_("Undo"), "win.undo", { "<Control>z" } },
  { WRITING, N_("Redo"), "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { WRITING, N_("Bold"), "draft.bold", { "<Control>b" } },
  { WRITING, N_("Italic"), "draft.italic", { "<Control>i" } },
  { WRITING, N_("Link"), "draft.link", { "<Control>k" } },

  { FINDING, N_("Find"), "win.find", { "<Control>f" } },
  { FINDING, N_("Find and Replace"), "win.replace", { "<Control>h" } },
  { FINDING, N_("Next Match"), "draft.find-next", { "<Control>g" } },
  { FINDING, N_("Previous Match"), "draft.find-previous", { "<Control><Shift>g" } },

  { VIEW, N_("Go to the Panel or Back to the Draft"), "win.switch-side", { "F6" } },
  { VIEW, N_("Show or Hide the Panel"), "win.show-panel", { "F9" } },
  { VIEW, N_("Dim Sentences Tied to Claims"), "draft.coverage", { "<Control><Shift>d" } },
  { VIEW, N_("Underline Open Caveats Only"), "draft.only-open-caveats", { "<Control><Shift>e" } },
  { VIEW, N_("Zoom In"), "draft.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { VIEW, N_("Zoom Out"), "draft.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
  { VIEW, N_("Normal Size"), "draft.zoom-reset", { "<Control>0", "<Control>KP_0" } },

  { GENERAL, N_("Main Menu"), "win.main-menu", { "F10" } },
  { GENERAL, N_("Preferences"), "app.preferences", { "<Control>comma" } },
  { GENERAL, N_("Keyboard Shortcuts"), "app.shortcuts", { "<Control>question", "<Control><Shift>slash" } },
  { GENERAL, N_("Help"), "app.help", { "F1" } },
  { GENERAL, N_("Quit"), "app.quit", { "<Control>q" } },
};

const ProvisoShortcut *
proviso_shortcuts_get (guint *n_shortcuts)
{
  *n_shortcuts = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

const char *
proviso_shortcut_group_get_title (ProvisoShortcutGroup group)
{
  switch (group)
    {
    case PROVISO_SHORTCUT_GROUP_PROJECTS:
      return C_ ("shortcuts", "Projects");
    case PROVISO_SHORTCUT_GROUP_CLAIMS:
      return C_ ("shortcuts", "Claims and Caveats");
    case PROVISO_SHORTCUT_GROUP_REVIEW:
      return C_ ("shortcuts", "Review");
    case PROVISO_SHORTCUT_GROUP_WRITING:
      return C_ ("shortcuts", "Writing");
    case PROVISO_SHORTCUT_GROUP_FINDING:
      return C_ ("shortcuts", "Finding");
    case PROVISO_SHORTCUT_GROUP_VIEW:
      return C_ ("shortcuts", "View");
    case PROVISO_SHORTCUT_GROUP_GENERAL:
      return C_ ("shortcuts", "General");
    case PROVISO_N_SHORTCUT_GROUPS:
    default:
      g_return_val_if_reached (NULL);
    }
}

void
proviso_shortcuts_install (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].accels);
}
