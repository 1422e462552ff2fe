/* proviso-help-dialog.c: how to work with the program, a page for each task.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shipped inside the program: it can be read without a network, without a help viewer, and fits the version.
 */
#include "app/proviso-help-dialog.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *title;
  const char *subtitle;
  const char *text;
} Topic;

static const Topic topics[] = {
  { N_("Write the Draft"), N_("Markdown, import, autosave"),
    N_("The draft is written in Markdown; headings, lists and emphasis are shown as you type them.\n\n"
       "Text from other programs can be opened or imported. Proviso shows what it would repair before anything is "
       "changed.\n\n"
       "Everything is in one file. Nothing is overwritten that another program changed in the meantime, and what you "
       "typed is kept aside until you save, so that a crash does not take it. Preferences can have it saved "
       "automatically.") },
  { N_("Make a Claim"), N_("Tie words to how well they stand"),
    N_("Select the words that assert something and press Ctrl+Shift+C. The claim opens in the panel: say what kind it "
       "is, how well it stands, and as of when.\n\n"
       "Its words are underlined, and the underline stays on them however you edit. One claim can stand in several "
       "passages: F4 and Shift+F4 go from one to the next.\n\n"
       "Ctrl+Return goes from the words to their claim in the panel, F6 from the draft to the panel and back. In a "
       "narrow window, the bar at the bottom switches between the two sides.") },
  { N_("Name the Sources"), N_("Evidence that supports or contradicts"),
    N_("Enter each source once, and tie claims to it as evidence: whether it supports or contradicts, how credible that "
       "piece of information is, and the exact excerpt.\n\n"
       "Ten rewrites of one memo are one source: give them the same independence group. A confidential source is left "
       "out of reports.") },
  { N_("Flag a Caveat"), N_("Raise a doubt, suggest an edit, discuss"),
    N_("Press Ctrl+Shift+F to flag a caveat on the selected words, else on the claim or the sentence at the cursor. Say "
       "what is doubtful and how severe it is.\n\n"
       "You can suggest the words that should stand there. The suggestion is shown as a difference; applying it changes "
       "the draft and settles the caveat, in one step that can be undone.\n\n"
       "Reply on the caveat’s page. Your own comments can be edited and deleted.") },
  { N_("Review a Draft"), N_("Review mode, the queue, keys"),
    N_("Ctrl+Shift+R turns review mode on: the draft can be read, selected and flagged, but is not typed into by "
       "accident, and the panel shows the caveats.\n\n"
       "F8 and Shift+F8 go to the next and previous open caveat. The list can be filtered and grouped. “Waiting "
       "for Me” goes by review mode and not by name: in it, what the editor is to confirm; outside of it, what "
       "the writer is to settle.\n\n"
       "Each step has a key: Ctrl+Shift with Y replies, T addresses, K accepts, J dismisses, Return confirms, "
       "M reopens, L applies the suggestion, and H marks the claim as checked. All keys are listed "
       "under Keyboard Shortcuts in the menu.") },
  { N_("See What Others Changed"), N_("Since you last looked"),
    N_("When you open a project that somebody else has worked on, a banner says so. Its list names what they did to "
       "passages, claims, caveats and comments since you last looked.\n\n"
       "F7 goes to the next change, Shift+F7 to the one before.\n\n"
       "The changes count as seen once you have been to each and go on from the last one, or with Done or Dismiss. "
       "Until then they are told again the next time.") },
  { N_("Settle and Confirm Caveats"), N_("Address, accept, dismiss, reopen"),
    N_("The writer settles a caveat: addressed by a change, accepted as a real doubt that is kept knowingly, or "
       "dismissed as no defect. The last two need a reason.\n\n"
       "The editor confirms how it was settled, or reopens it. If its passage is changed afterwards, a settled caveat "
       "is open again; its history says why.") },
  { N_("Check a Claim"), N_("Who compared it with its sources, and when"),
    N_("Mark a claim as checked once its words match its sources. The check keeps the exact text of its passages, the "
       "statement, the status and the evidence.\n\n"
       "If any of that changes later, the claim’s page shows that it has changed since it was checked, and what. "
       "Changing it back makes the check hold again; checking again takes the new text.") },
  { N_("Get Ready to Publish"), N_("What blocks, and what is only a warning"),
    N_("Ready to Publish in the menu lists what is left to do; each row leads to its place. The line below the title "
       "says how much it is.\n\n"
       "An article is ready when every blocker and major caveat is settled and confirmed, no check is stale, no passage "
       "is lost, and every claim that is not your own analysis names a source. Where no origin can be traced, name "
       "where you saw it.\n\n"
       "Without a window, “provisoctl check FILE” says the same; with --json for other programs. It ends with 0 when "
       "the article is ready, and with 1 when it is not.") },
  { N_("Say What Remains Unconfirmed"), N_("A section made from the records"),
    N_("What Remains Unconfirmed in the menu makes a section of the draft from the claims that are not confirmed and "
       "the caveats that were accepted. Its dialog shows what the section will say, and lets you change the wording.\n\n"
       "Reasons, notes and comments stay among those who work on the article. An accepted caveat is told of once it has "
       "a wording for readers, in the dialog or on its page; a claim can have one instead of its statement.\n\n"
       "Chosen again, it refreshes the section in its place. What somebody wrote in it is not replaced without asking. "
       "Ready to Publish warns when the section is out of date.") },
  { N_("Export a Report"), N_("A web page or Markdown"),
    N_("Export Report in the menu writes how the article stands into one file that anybody can read: its claims, their "
       "sources and the caveats. What belongs to confidential sources is left out. The text is in it as it stands: "
       "Ready to Publish warns where that names such a source.\n\n"
       "The name of the file says what it is: a web page where it ends in .html, Markdown where it ends in .md. "
       "“provisoctl report FILE” writes the same without a window.") },
  { N_("See What Is Covered"), N_("Reading aids"),
    N_("Ctrl+Shift+D dims every sentence that a claim stands behind, so that the others are left; the bar below the "
       "draft says how many that is. Ctrl+Shift+E underlines only the passages with open caveats.\n\n"
       "Both are under Reading Aids in the menu.") },
};

struct _ProvisoHelpDialog
{
  AdwDialog parent_instance;

  AdwNavigationView *view;
  AdwPreferencesGroup *topics_group;
};

G_DEFINE_FINAL_TYPE (ProvisoHelpDialog, proviso_help_dialog, ADW_TYPE_DIALOG)

static AdwNavigationPage *
create_page (const Topic *topic)
{
  GtkWidget *label = gtk_label_new (_(topic->text));
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *toolbar_view = adw_toolbar_view_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 480);
  adw_clamp_set_child (ADW_CLAMP (clamp), label);
  g_object_set (clamp, "margin-start", 18, "margin-end", 18, "margin-top", 12, "margin-bottom", 30, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_focusable (scroller, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), scroller);
  return adw_navigation_page_new (toolbar_view, _(topic->title));
}

static void
row_activated_cb (ProvisoHelpDialog *self, GtkWidget *row)
{
  adw_navigation_view_push (self->view, create_page (g_object_get_data (G_OBJECT (row), "proviso-topic")));
}

static void
add_topic (ProvisoHelpDialog *self, const Topic *topic)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(topic->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(topic->subtitle));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "proviso-topic", (gpointer) topic);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (row_activated_cb), self);
  adw_preferences_group_add (self->topics_group, row);
}

/* The tour is in the window that the dialog covers. */
static void
tour_cb (ProvisoHelpDialog *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.take-tour", NULL);
}

static void
proviso_help_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PROVISO_TYPE_HELP_DIALOG);

  G_OBJECT_CLASS (proviso_help_dialog_parent_class)->dispose (object);
}

static void
proviso_help_dialog_class_init (ProvisoHelpDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = proviso_help_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/proviso_editor/Proviso/app/proviso-help-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoHelpDialog, view);
  gtk_widget_class_bind_template_child (widget_class, ProvisoHelpDialog, topics_group);
  gtk_widget_class_bind_template_callback (widget_class, tour_cb);
}

static void
proviso_help_dialog_init (ProvisoHelpDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (gsize i = 0; i < G_N_ELEMENTS (topics); i++)
    add_topic (self, &topics[i]);
}

AdwDialog *
proviso_help_dialog_new (void)
{
  return g_object_new (PROVISO_TYPE_HELP_DIALOG, NULL);
}
