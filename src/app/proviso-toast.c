/* proviso-toast.c: what the window says for some seconds at its bottom.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-toast.h"

AdwToast *
proviso_toast_new (AdwToastOverlay *overlay, const char *title)
{
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  adw_toast_set_custom_title (toast, label);
  /* Done by libadwaita for titles of its own only. */
  gtk_accessible_announce (GTK_ACCESSIBLE (overlay), title, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);

  return toast;
}
