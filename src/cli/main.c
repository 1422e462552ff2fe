/* main.c: provisoctl: projects without a window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/proviso-command.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

typedef struct
{
  const char *name;
  const char *summary;
  int (*run) (int argc, char *argv[]);
} Command;

static const Command commands[] = {
  { "check", N_ ("say what is left to do before publishing"), proviso_command_check },
  { "format", N_ ("write a project as Proviso saves it"), proviso_command_format },
  { "report", N_ ("write a review report for people without Proviso"), proviso_command_report },
  { "validate", N_ ("say what is wrong with project files"), proviso_command_validate },
};

static char *
describe_commands (void)
{
  GString *text = g_string_new (_ ("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %-18s%s", commands[i].name, _ (commands[i].summary));
  g_string_append_printf (text, "\n\n");
  g_string_append_printf (text, _ ("“%s COMMAND --help” says more about a command."), g_get_prgname ());

  return g_string_free (text, FALSE);
}

int
main (int argc, char *argv[])
{
  gboolean version = FALSE;
  const GOptionEntry entries[] = {
    { "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &version, N_ ("Show the version"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) args = NULL;
  g_autofree char *description = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, PROVISO_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("provisoctl");

  context = g_option_context_new (_ ("COMMAND …"));
  description = describe_commands ();
  g_option_context_set_summary (context, _ ("Checks and converts the project files of Proviso."));
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  /* What follows the command is the command's. */
  g_option_context_set_strict_posix (context, TRUE);
  args = g_strdupv (argv);
  if (!g_option_context_parse_strv (context, &args, &error))
    {
      g_printerr ("%s: %s\n", g_get_prgname (), error->message);
      return PROVISO_EXIT_USAGE;
    }
  if (version)
    {
      g_print ("provisoctl %s\n", PROVISO_VERSION);
      return PROVISO_EXIT_SUCCESS;
    }

  for (guint i = 0; args[1] != NULL && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (args[1], commands[i].name))
      return commands[i].run (g_strv_length (args + 1), args + 1);

  if (args[1] != NULL)
    g_printerr (_ ("%s: There is no command “%s”.\n"), g_get_prgname (), args[1]);
  else
    g_printerr (_ ("%s: Say what to do.\n"), g_get_prgname ());
  g_printerr (_ ("See “%s --help”.\n"), g_get_prgname ());

  return PROVISO_EXIT_USAGE;
}
