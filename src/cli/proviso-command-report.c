/* proviso-command-report.c: writes a review report of a project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/proviso-command.h"

#include "core/proviso-date.h"
#include "export/proviso-draft-check.h"
#include "export/proviso-report.h"
#include "storage/proviso-store.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

static gboolean
has_html_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ".html") || g_str_has_suffix (lower, ".htm");
}

/* Whatever links lead there. */
static gboolean
is_same_file (const char *name, const char *other_name)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GFile) other = g_file_new_for_commandline_arg (other_name);
  GStatBuf stamp, other_stamp;

  if (g_file_peek_path (file) == NULL || g_file_peek_path (other) == NULL)
    return g_file_equal (file, other);

  return g_stat (g_file_peek_path (file), &stamp) == 0 &&
         g_stat (g_file_peek_path (other), &other_stamp) == 0 && stamp.st_dev == other_stamp.st_dev &&
         stamp.st_ino == other_stamp.st_ino;
}

/* `output`: (nullable): a file's name. Returns: whether it was written; else it was said why not. */
static gboolean
write_out (const char *report, const char *output)
{
  g_autoptr (GError) error = NULL;

  if (output != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);
      g_autoptr (GBytes) bytes = g_bytes_new_static (report, strlen (report));

      if (proviso_store_write (file, bytes, NULL, PROVISO_STORE_WRITE_OVERWRITE, NULL, NULL, &error))
        return TRUE;
      g_printerr ("%s: %s\n", output, error->message);
      return FALSE;
    }
  if (fputs (report, stdout) != EOF && fflush (stdout) == 0)
    return TRUE;
  g_printerr (_ ("%s: The output could not be written: %s\n"), g_get_prgname (), g_strerror (errno));

  return FALSE;
}

/* What the draft says is in the report. */
static void
warn_of_named (const char *name, ProvisoProject *project)
{
  guint n_confidential, n_named;

  proviso_draft_check_count_sources (project, &n_confidential, &n_named);
  if (n_named > 0)
    g_printerr (ngettext ("%s: warning: The draft names %u confidential source. “provisoctl check” says where.\n",
                          "%s: warning: The draft names %u confidential sources. “provisoctl check” says where.\n",
                          n_named),
                name, n_named);
}

int
proviso_command_report (int argc, char *argv[])
{
  gboolean html = FALSE, markdown = FALSE;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "html", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &html, N_ ("Write HTML"), NULL },
    { "markdown", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &markdown, N_ ("Write Markdown"), NULL },
    { "output", 'o', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &output,
      N_ ("Write to this file instead of the standard output"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) files =
      proviso_command_parse_options (argc, argv, _ ("FILE"),
                                     _ ("Writes a report of how a project stands: its readiness, claims, "
                                        "caveats, sources and text, as one "
                                        "file of HTML or as Markdown, which it is unless --html or the name "
                                        "of the output say otherwise. "
                                        "Nothing of confidential sources is in it but what the text says."),
                                     NULL, entries, 1);
  g_autoptr (ProvisoProject) project = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *day = NULL;
  g_autofree char *report = NULL;

  if (files == NULL)
    return PROVISO_EXIT_USAGE;
  if (html && markdown)
    {
      g_printerr (_ ("%s: A report is HTML or Markdown, not both.\n"), g_get_prgname ());
      return PROVISO_EXIT_USAGE;
    }
  if (output != NULL && is_same_file (output, files[0]))
    {
      g_printerr (_ ("%s: The report would replace the project. Choose another name for it.\n"), g_get_prgname ());
      return PROVISO_EXIT_USAGE;
    }
  if ((project = proviso_command_load (files[0], NULL, &error)) == NULL)
    {
      g_autofree char *line = proviso_command_describe (files[0], NULL, error);

      g_printerr ("%s\n", line);
      return PROVISO_EXIT_UNUSABLE;
    }

  html = html || (!markdown && output != NULL && has_html_name (output));
  day = proviso_date_today ();
  report = proviso_report_build (project, html ? PROVISO_REPORT_HTML : PROVISO_REPORT_MARKDOWN, day);

  if (!write_out (report, output))
    return PROVISO_EXIT_UNUSABLE;
  warn_of_named (files[0], project);

  return PROVISO_EXIT_SUCCESS;
}
