/* proviso-help-dialog.c: how to work with the program, on one page.
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
  const char *text;
} Section;

static const Section sections[] = {
  { N_("Write"),
    N_("The left side is your article, in Markdown. Headings, lists and emphasis are shown as you type them. "
       "Text from other programs can be opened or imported: Proviso shows what it would repair before anything "
       "is changed.") },
  { N_("Claim"),
    N_("Select the words that assert something and press Ctrl+Shift+C. The claim opens in the panel: say what kind "
       "it is, how well it stands, and as of when. Its words are underlined, and the underline stays on them "
       "however you edit. One claim can stand in several passages.") },
  { N_("Source"),
    N_("Enter each source once, and tie claims to it as evidence: whether it supports or contradicts, how credible "
       "that piece of information is, and the exact excerpt. Ten rewrites of one memo are one source: give them "
       "the same independence group.") },
  { N_("Doubt"),
    N_("Press Ctrl+Shift+F to flag a caveat on the selected words or on the claim at the cursor. F8 goes through the "
       "open ones. A caveat is settled by a change, by accepting it knowingly, or by dismissing it with a reason.") },
  { N_("Check"),
    N_("Mark a claim as checked once its words match its sources. If a single character of its passage changes "
       "later, the check is shown as stale.") },
  { N_("Find Your Way"),
    N_("Ctrl+Return goes from the words to their claim in the panel; a click on the passage there leads back. In a "
       "narrow window, the bar at the bottom switches between the two sides.") },
  { N_("Save"),
    N_("Everything is in one file. Nothing is overwritten that another program changed in the meantime, and what "
       "you typed is kept aside until you save, so that a crash does not take it.") },
};

struct _ProvisoHelpDialog
{
  AdwDialog parent_instance;

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (ProvisoHelpDialog, proviso_help_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_add_css_class (label, style);
  return label;
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
  gtk_widget_class_bind_template_child (widget_class, ProvisoHelpDialog, box);
}

static void
proviso_help_dialog_init (ProvisoHelpDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

      gtk_box_append (GTK_BOX (section), create_label (_(sections[i].title), "title-4"));
      gtk_box_append (GTK_BOX (section), create_label (_(sections[i].text), "body"));
      gtk_box_append (self->box, section);
    }
}

AdwDialog *
proviso_help_dialog_new (void)
{
  return g_object_new (PROVISO_TYPE_HELP_DIALOG, NULL);
}
