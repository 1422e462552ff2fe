/* proviso-key-tip.c: the keys of a review's steps, told by the tooltips of their buttons.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-key-tip.h"

#include <glib/gi18n-lib.h>

/* Returns: (transfer full) (nullable): the key as it is read: "Ctrl+Shift+K". */
static char *
dup_key (const char *action_name)
{
  GApplication *application = g_application_get_default ();
  g_autofree char *name = g_strconcat ("win.", action_name, NULL);
  g_auto (GStrv) accels = NULL;
  GdkModifierType modifiers;
  guint keyval;

  if (!GTK_IS_APPLICATION (application) || !g_application_get_is_registered (application))
    return NULL;

  g_strdelimit (name + strlen ("win."), ".", '-');
  accels = gtk_application_get_accels_for_action (GTK_APPLICATION (application), name);
  if (accels[0] == NULL || !gtk_accelerator_parse (accels[0], &keyval, &modifiers))
    return NULL;

  return gtk_accelerator_get_label (keyval, modifiers);
}

void
proviso_key_tip_add (GtkWidget *button)
{
  const char *tip;
  g_autofree char *key = NULL;
  g_autofree char *tip_with_key = NULL;

  g_return_if_fail (GTK_IS_ACTIONABLE (button));

  key = dup_key (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)));
  if (key == NULL)
    return;

  tip = gtk_widget_get_tooltip_text (button);
  /* Translators: what a button does, and its key: “This is not a defect (Ctrl+Shift+J)”. */
  tip_with_key = tip != NULL ? g_strdup_printf (_ ("%s (%s)"), tip, key) : g_steal_pointer (&key);
  gtk_widget_set_tooltip_text (button, tip_with_key);
}
