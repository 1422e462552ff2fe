/* main.c: starts the program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-application.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int argc, char *argv[])
{
  g_autoptr (ProvisoApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, PROVISO_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Proviso"));

  application = proviso_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
