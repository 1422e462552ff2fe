/* proviso-command.c: what the commands of provisoctl have in common.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/proviso-command.h"

#include "storage/proviso-codec.h"
#include "storage/proviso-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

GStrv
proviso_command_parse (int argc, char *argv[], const char *parameters, const char *summary, guint max_files)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };

  return proviso_command_parse_options (argc, argv, parameters, summary, NULL, entries, max_files);
}

GStrv
proviso_command_parse_options (int argc,
                               char *argv[],
                               const char *parameters,
                               const char *summary,
                               const char *description,
                               const GOptionEntry *entries,
                               guint max_files)
{
  g_autofree char *usage = g_strdup_printf ("%s %s", argv[0], parameters);
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_auto (GStrv) args = NULL;
  g_auto (GStrv) files = NULL;
  g_autoptr (GError) error = NULL;
  guint n_files;

  /* In the help, the program's name stands where the parser expects it. */
  args = g_new0 (char *, argc + 1);
  args[0] = g_strdup (g_get_prgname ());
  for (int i = 1; i < argc; i++)
    args[i] = g_strdup (argv[i]);

  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &args, &error))
    {
      g_printerr ("%s: %s\n", g_get_prgname (), error->message);
      return NULL;
    }

  files = g_strdupv (args + 1);
  if (files[0] != NULL && g_str_equal (files[0], "--"))
    {
      g_free (files[0]);
      memmove (files, files + 1, g_strv_length (files + 1) * sizeof (char *) + sizeof (char *));
    }
  n_files = g_strv_length (files);
  if (n_files == 0 || n_files > max_files)
    {
      g_printerr ("%s: %s\n", g_get_prgname (),
                  n_files == 0 ? _ ("No file was named.") : _ ("This command takes one file."));
      g_printerr (_ ("See “%s %s --help”.\n"), g_get_prgname (), argv[0]);
      return NULL;
    }

  return g_steal_pointer (&files);
}

ProvisoProject *
proviso_command_load (const char *name, GPtrArray **warnings, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GBytes) bytes = proviso_store_read (file, NULL, NULL, error);

  return bytes != NULL ? proviso_codec_load (bytes, warnings, error) : NULL;
}

/* Which record a member of the file belongs to, as a sentence. `field`: (nullable). (transfer full) (nullable) */
static char *
describe_record (const char *field)
{
  const char *index = field != NULL ? strchr (field, '[') : NULL;
  guint number = index != NULL ? (guint) g_ascii_strtoull (index + 1, NULL, 10) + 1 : 0;

  if (index == NULL)
    return NULL;
  if (g_str_has_prefix (field, "claims["))
    return g_strdup_printf (_ ("It belongs to claim %u of the file."), number);
  if (g_str_has_prefix (field, "caveats["))
    return g_strdup_printf (_ ("It belongs to caveat %u of the file."), number);
  if (g_str_has_prefix (field, "sources["))
    return g_strdup_printf (_ ("It belongs to source %u of the file."), number);

  return NULL;
}

/* Where a mistake belongs, and what whoever did not make it can do: (transfer full): "" where it is none of theirs. */
static char *
create_advice (const GError *error)
{
  g_autofree char *record = NULL;

  switch (error->code)
    {
    case PROVISO_CODEC_ERROR_SYNTAX:
    case PROVISO_CODEC_ERROR_DUPLICATE_MEMBER:
    case PROVISO_CODEC_ERROR_MISSING_MEMBER:
    case PROVISO_CODEC_ERROR_TYPE:
    case PROVISO_CODEC_ERROR_VALUE:
    case PROVISO_CODEC_ERROR_DUPLICATE_ID:
      record = describe_record (proviso_codec_error_get_field (error));
      return g_strconcat (record != NULL ? " " : "", record != NULL ? record : "", " ",
                          _ ("The file was damaged, or edited by hand: mend this place, or go back to an earlier copy."),
                          NULL);
    default:
      return g_strdup ("");
    }
}

char *
proviso_command_describe (const char *name, const char *kind, const GError *error)
{
  const char *message = error->message;
  g_autofree char *place = NULL;
  g_autofree char *advice = NULL;

  if (error->domain == PROVISO_CODEC_ERROR)
    {
      guint line, column;

      proviso_codec_error_get_place (error, &line, &column);
      if (line > 0)
        place = g_strdup_printf ("%u:%u:", line, column);
      message = proviso_codec_error_get_sentence (error);
      /* A warning is about what Proviso itself leaves alone. */
      if (kind == NULL)
        advice = create_advice (error);
    }

  return g_strdup_printf ("%s:%s %s%s%s%s", name, place != NULL ? place : "", kind != NULL ? kind : "",
                          kind != NULL ? ": " : "", message, advice != NULL ? advice : "");
}
