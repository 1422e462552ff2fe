/* proviso-command-check.c: says what stands between projects and their publication.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/proviso-command.h"
#include "cli/proviso-file-places.h"

#include "core/proviso-readiness.h"
#include "export/proviso-draft-check.h"
#include "storage/proviso-codec.h"
#include "storage/proviso-store.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <yyjson.h>

/* A finding as it is printed. */
typedef struct
{
  ProvisoFinding *finding;
  guint index; /* in the order in which they are told */
  guint start; /* of its place in the draft; both G_MAXUINT where it has none */
  guint end;
  gsize byte; /* in the file: of that place, else of the record */
  guint line;
  guint column;
} Item;

static void
item_clear (gpointer data)
{
  g_clear_object (&((Item *) data)->finding);
}

static int
compare_bytes (gconstpointer a, gconstpointer b)
{
  const Item *item_a = a, *item_b = b;

  return (item_a->byte > item_b->byte) - (item_a->byte < item_b->byte);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const Item *item_a = a, *item_b = b;

  return (item_a->index > item_b->index) - (item_a->index < item_b->index);
}

/* Returns: (transfer full) (element-type Item) */
static GArray *
list_items (ProvisoReadiness *readiness, GBytes *bytes)
{
  ProvisoProject *project = proviso_readiness_get_project (readiness);
  g_autoptr (ProvisoFilePlaces) places = proviso_file_places_new (bytes, project);
  g_autoptr (GPtrArray) findings = proviso_readiness_list (readiness, 0, G_MAXUINT);
  GArray *items = g_array_new (FALSE, TRUE, sizeof (Item));

  g_array_set_clear_func (items, item_clear);
  for (guint i = 0; i < findings->len; i++)
    {
      ProvisoFinding *finding = g_ptr_array_index (findings, i);
      ProvisoAnchor *place = proviso_finding_find_place (finding, project);
      Item item = { g_object_ref (finding), i, G_MAXUINT, G_MAXUINT, 0, 0, 0 };

      if (place != NULL)
        {
          item.start = proviso_anchor_get_start (place);
          item.end = proviso_anchor_get_end (place);
          item.byte = proviso_file_places_find_words (places, item.start);
        }
      else
        item.byte = proviso_file_places_find_record (places, proviso_finding_get_record (finding));
      g_array_append_val (items, item);
    }

  g_array_sort (items, compare_bytes);
  for (guint i = 0; i < items->len; i++)
    {
      Item *item = &g_array_index (items, Item, i);

      proviso_file_places_get_line (places, item->byte, &item->line, &item->column);
    }
  g_array_sort (items, compare_items);

  return items;
}

/* --- As text. --- */

static void
print_item (const char *name, const Item *item)
{
  g_autofree char *subject = proviso_finding_dup_subject (item->finding);
  const char *title = proviso_finding_get_title (item->finding);
  g_autofree char *message =
      *subject != '\0' ? g_strdup_printf (C_ ("finding", "%s: %s"), title, subject) : g_strdup (title);

  g_print ("%s:%u:%u: %s: %s\n", name, item->line, item->column,
           proviso_finding_get_blocks (item->finding) ? C_ ("finding", "blocks") : C_ ("finding", "warns"), message);
}

static void
print_summary (const char *name, ProvisoReadiness *readiness, GArray *items)
{
  guint n_blocking = proviso_readiness_get_n_blocking (readiness);
  guint n_blockers = proviso_readiness_get_n_blockers (readiness);
  guint n_warnings = items->len - n_blocking;
  g_autofree char *state = NULL;
  g_autofree char *warnings = NULL;

  switch (proviso_readiness_get_state (readiness))
    {
    case PROVISO_READINESS_BLOCKED:
      state = g_strdup_printf (ngettext ("blocked, %u to go, %u of them a blocker",
                                         "blocked, %u to go, %u of them blockers", n_blockers),
                               n_blocking, n_blockers);
      break;
    case PROVISO_READINESS_TO_GO:
      state = g_strdup_printf (ngettext ("%u to go", "%u to go", n_blocking), n_blocking);
      break;
    case PROVISO_READINESS_READY:
    case PROVISO_READINESS_UNKNOWN:
    default:
      state = g_strdup (_ ("ready to publish"));
    }
  warnings = g_strdup_printf (ngettext ("%u warning", "%u warnings", n_warnings), n_warnings);
  g_print ("%s: %s; %s\n", name, state, warnings);
}

/* --- As JSON. --- */

static const char *
get_state_name (ProvisoReadiness *readiness)
{
  switch (proviso_readiness_get_state (readiness))
    {
    case PROVISO_READINESS_BLOCKED:
      return "blocked";
    case PROVISO_READINESS_TO_GO:
      return "to_go";
    case PROVISO_READINESS_READY:
    case PROVISO_READINESS_UNKNOWN:
    default:
      return "ready";
    }
}

/* What it is about: the record and its id, which the section has none of. */
static void
add_record (yyjson_mut_doc *doc, yyjson_mut_val *object, ProvisoRecord *record)
{
  if (record == NULL)
    {
      yyjson_mut_obj_add_str (doc, object, "record", "section");
      yyjson_mut_obj_add_null (doc, object, "id");
    }
  else if (PROVISO_IS_CLAIM (record))
    {
      yyjson_mut_obj_add_str (doc, object, "record", "claim");
      yyjson_mut_obj_add_strcpy (doc, object, "id", proviso_claim_get_id (PROVISO_CLAIM (record)));
    }
  else if (PROVISO_IS_SOURCE (record))
    {
      yyjson_mut_obj_add_str (doc, object, "record", "source");
      yyjson_mut_obj_add_strcpy (doc, object, "id", proviso_source_get_id (PROVISO_SOURCE (record)));
    }
  else
    {
      yyjson_mut_obj_add_str (doc, object, "record", "caveat");
      yyjson_mut_obj_add_strcpy (doc, object, "id", proviso_caveat_get_id (PROVISO_CAVEAT (record)));
    }
}

static void
add_item (yyjson_mut_doc *doc, yyjson_mut_val *findings, const Item *item)
{
  yyjson_mut_val *object = yyjson_mut_arr_add_obj (doc, findings);
  ProvisoFinding *finding = item->finding;
  g_autofree char *subject = proviso_finding_dup_subject (finding);

  yyjson_mut_obj_add_str (doc, object, "kind", proviso_finding_kind_get_name (proviso_finding_get_kind (finding)));
  yyjson_mut_obj_add_bool (doc, object, "blocks", proviso_finding_get_blocks (finding));
  add_record (doc, object, proviso_finding_get_record (finding));
  yyjson_mut_obj_add_strcpy (doc, object, "subject", subject);
  yyjson_mut_obj_add_str (doc, object, "title", proviso_finding_get_title (finding));
  yyjson_mut_obj_add_str (doc, object, "explanation", proviso_finding_get_explanation (finding));
  yyjson_mut_obj_add_uint (doc, object, "line", item->line);
  yyjson_mut_obj_add_uint (doc, object, "column", item->column);
  if (item->start != G_MAXUINT)
    {
      yyjson_mut_obj_add_uint (doc, object, "start", item->start);
      yyjson_mut_obj_add_uint (doc, object, "end", item->end);
    }
  else
    {
      yyjson_mut_obj_add_null (doc, object, "start");
      yyjson_mut_obj_add_null (doc, object, "end");
    }
}

static void
add_file (yyjson_mut_doc *doc,
          yyjson_mut_val *files,
          const char *name,
          ProvisoReadiness *readiness,
          GArray *items)
{
  yyjson_mut_val *object = yyjson_mut_arr_add_obj (doc, files);
  yyjson_mut_val *findings;

  yyjson_mut_obj_add_strcpy (doc, object, "file", name);
  yyjson_mut_obj_add_str (doc, object, "state", get_state_name (readiness));
  yyjson_mut_obj_add_uint (doc, object, "blockers", proviso_readiness_get_n_blockers (readiness));
  yyjson_mut_obj_add_uint (doc, object, "blocking", proviso_readiness_get_n_blocking (readiness));
  yyjson_mut_obj_add_uint (doc, object, "warnings",
                           items->len - proviso_readiness_get_n_blocking (readiness));
  findings = yyjson_mut_obj_add_arr (doc, object, "findings");
  for (guint i = 0; i < items->len; i++)
    add_item (doc, findings, &g_array_index (items, Item, i));
}

static void
add_error (yyjson_mut_doc *doc, yyjson_mut_val *files, const char *name, const GError *error)
{
  yyjson_mut_val *object = yyjson_mut_arr_add_obj (doc, files);

  yyjson_mut_obj_add_strcpy (doc, object, "file", name);
  yyjson_mut_obj_add_str (doc, object, "state", "unusable");
  yyjson_mut_obj_add_strcpy (doc, object, "error", error->message);
}

static void
print_json (yyjson_mut_doc *doc)
{
  gsize length;
  char *json = yyjson_mut_write (doc, YYJSON_WRITE_PRETTY_TWO_SPACES | YYJSON_WRITE_NEWLINE_AT_END, &length);

  fwrite (json, 1, length, stdout);
  free (json);
}

/* --- The command. --- */

/* `doc` and `json_files`: (nullable): where to put the answer; %NULL: it is printed. Returns: the exit status. */
static int
check (const char *name, yyjson_mut_doc *doc, yyjson_mut_val *json_files)
{
  g_autofree char *display_name = g_filename_display_name (name);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = proviso_store_read (file, NULL, NULL, &error);
  g_autoptr (ProvisoProject) project = bytes != NULL ? proviso_codec_load (bytes, NULL, &error) : NULL;
  g_autoptr (ProvisoReadiness) readiness = NULL;
  g_autoptr (GArray) items = NULL;

  if (project == NULL)
    {
      g_autofree char *line = proviso_command_describe (display_name, NULL, error);

      if (doc != NULL)
        add_error (doc, json_files, display_name, error);
      else
        g_print ("%s\n", line);
      return PROVISO_EXIT_UNUSABLE;
    }

  readiness = proviso_readiness_new (project);
  proviso_readiness_prepare (readiness, -1);
  proviso_draft_check_tell (readiness);
  items = list_items (readiness, bytes);
  if (doc != NULL)
    add_file (doc, json_files, display_name, readiness, items);
  else
    {
      for (guint i = 0; i < items->len; i++)
        print_item (display_name, &g_array_index (items, Item, i));
      print_summary (display_name, readiness, items);
    }

  return proviso_readiness_get_state (readiness) == PROVISO_READINESS_READY ? PROVISO_EXIT_SUCCESS
                                                                            : PROVISO_EXIT_NOT_READY;
}

int
proviso_command_check (int argc, char *argv[])
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &json, N_ ("Answer in JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) files = NULL;
  yyjson_mut_doc *doc;
  yyjson_mut_val *root, *json_files;
  int status = PROVISO_EXIT_SUCCESS;

  files = proviso_command_parse_options (
      argc, argv, _ ("FILE…"),
      _ ("Says what is left to do before projects are published: one line for everything that blocks or "
         "warns, with "
         "its place in the file, what blocks first, of that the gravest first; then one line that sums up. "
         "Exits with "
         "0 where all are ready, with 1 where one is not, with 2 where one cannot be opened."),
      /* Translators: The words before the wide gaps, and the ones with underscores, stand in the output: do not
       * translate them, nor ready, blocked, unusable, claim, caveat, source, section, true, false and null. */
      _ ("With --json, the answer is an object with the member files, a list with an object for each "
         "file:\n"
         "  file       its name\n"
         "  state      ready, to_go, blocked or unusable\n"
         "  error      why it is unusable, and then nothing of what follows\n"
         "  blockers   how many findings are open blockers\n"
         "  blocking   how many findings block, blockers included\n"
         "  warnings   how many only warn\n"
         "  findings   a list in the order of the text output\n"
         "A finding has the members:\n"
         "  kind       of what blocks, and of caveats also where they only warn: caveat_open,\n"
         "             passage_lost, check_stale, source_missing, caveat_unconfirmed;\n"
         "             of what warns: refuted_in_text, status_unchecked, never_checked,\n"
         "             authenticity_missing, reason_missing, review_due, passage_found,\n"
         "             source_named, section_outdated\n"
         "  blocks     true, or false where it only warns\n"
         "  record     claim, caveat, source, or section: the one on what remains unconfirmed\n"
         "  id         of that record, or null\n"
         "  subject    its statement, text or title\n"
         "  title      what is wrong, in words\n"
         "  explanation  what to do about it\n"
         "  line, column  where it stands in the file, from 1\n"
         "  start, end  its place in code points of the draft, or null\n"
         "Later versions may add members and kinds."),
      entries, G_MAXUINT);
  /* Not the 1 of a mistaken call elsewhere, which would say "not ready" here. */
  if (files == NULL)
    return PROVISO_EXIT_UNUSABLE;

  doc = json ? yyjson_mut_doc_new (NULL) : NULL;
  root = json ? yyjson_mut_obj (doc) : NULL;
  json_files = json ? yyjson_mut_obj_add_arr (doc, root, "files") : NULL;
  for (guint i = 0; files[i] != NULL; i++)
    {
      int file_status = check (files[i], doc, json_files);

      status = MAX (status, file_status);
    }
  if (json)
    {
      yyjson_mut_doc_set_root (doc, root);
      print_json (doc);
      yyjson_mut_doc_free (doc);
    }
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      g_printerr (_ ("%s: The output could not be written: %s\n"), g_get_prgname (), g_strerror (errno));
      return PROVISO_EXIT_UNUSABLE;
    }

  return status;
}
