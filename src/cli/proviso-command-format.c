/* proviso-command-format.c: writes a project as Proviso would save it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/proviso-command.h"

#include "storage/proviso-codec.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

static GBytes *
format (const char *name, GError **error)
{
  g_autoptr (ProvisoProject) project = proviso_command_load (name, NULL, error);
  g_autoptr (ProvisoCodecTree) tree = project != NULL ? proviso_codec_snapshot (project) : NULL;

  return tree != NULL ? proviso_codec_tree_to_bytes (tree, error) : NULL;
}

int
proviso_command_format (int argc, char *argv[])
{
  g_auto (GStrv) files = proviso_command_parse (argc, argv, _ ("FILE"),
                                                _ ("Writes a project to the standard output, in the form in "
                                                   "which Proviso saves it."),
                                                1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (files == NULL)
    return PROVISO_EXIT_USAGE;

  if ((bytes = format (files[0], &error)) == NULL)
    {
      g_autofree char *line = proviso_command_describe (files[0], NULL, error);

      g_printerr ("%s\n", line);
      return PROVISO_EXIT_UNUSABLE;
    }
  if (fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), stdout) !=
          g_bytes_get_size (bytes) ||
      fflush (stdout) != 0)
    {
      g_printerr (_ ("%s: The output could not be written: %s\n"), g_get_prgname (), g_strerror (errno));
      return PROVISO_EXIT_UNUSABLE;
    }

  return PROVISO_EXIT_SUCCESS;
}
