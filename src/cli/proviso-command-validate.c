/* proviso-command-validate.c: says whether files are projects that can be opened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/proviso-command.h"

#include <glib/gi18n-lib.h>

int
proviso_command_validate (int argc, char *argv[])
{
  g_auto (GStrv) files =
      proviso_command_parse (argc, argv, _ ("FILE…"),
                             _ ("Says what is wrong with project files: one line a mistake, with its place. "
                                "Exits "
                                "with 0 where all can be opened, with 2 where one cannot."),
                             G_MAXUINT);
  int status = PROVISO_EXIT_SUCCESS;

  if (files == NULL)
    return PROVISO_EXIT_USAGE;

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) warnings = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (ProvisoProject) project = proviso_command_load (files[i], &warnings, &error);

      if (project == NULL)
        {
          g_autofree char *line = proviso_command_describe (files[i], NULL, error);

          g_print ("%s\n", line);
          status = PROVISO_EXIT_UNUSABLE;
          continue;
        }
      for (guint j = 0; j < warnings->len; j++)
        {
          g_autofree char *line =
              proviso_command_describe (files[i], _ ("warning"), g_ptr_array_index (warnings, j));

          g_print ("%s\n", line);
        }
    }

  return status;
}
