/* keep-once.c: types, saves and types on with a journal, for tests that make system calls fail.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * keep-once FILE
 *
 * Puts "one " in front of the draft, saves, puts "two " in front and ends without closing the journal. Says
 * on its standard output "kept one", "saved" and "kept two" after each that succeeded.
 */
#include "storage/proviso-codec.h"
#include "storage/proviso-journal.h"
#include "storage/proviso-store.h"

#include "faults.h"

#include <string.h>
#include <unistd.h>

static void
say (const char *line)
{
  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    g_debug ("nobody listens");
}

static void
type (ProvisoProject *project, ProvisoJournal *journal, const char *letters, const char *line)
{
  proviso_text_replace (proviso_project_get_text (project), 0, 0, letters);
  if (proviso_journal_flush (journal, NULL))
    say (line);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *etag = NULL, *new_etag = NULL;
  g_autoptr (GBytes) bytes = NULL, saved = NULL;
  g_autoptr (ProvisoProject) project = NULL;
  g_autoptr (ProvisoCodecTree) tree = NULL;
  g_autoptr (ProvisoJournal) journal = NULL;

  if (argc != 2)
    return 2;

  file = g_file_new_for_path (argv[1]);
  bytes = proviso_store_read (file, NULL, &etag, NULL);
  project = bytes != NULL ? proviso_codec_load (bytes, NULL, NULL) : NULL;
  if (project == NULL)
    return 2;
  journal = proviso_journal_new (project, file, etag, NULL);

  rmdir (FAULTS_BEGIN);
  type (project, journal, "one ", "kept one\n");

  proviso_journal_mark (journal);
  tree = proviso_codec_snapshot (project);
  saved = proviso_codec_tree_to_bytes (tree, NULL);
  if (proviso_store_write (file, saved, etag, PROVISO_STORE_WRITE_NONE, NULL, &new_etag, NULL))
    {
      say ("saved\n");
      proviso_journal_saved (journal, file, new_etag);
    }

  type (project, journal, "two ", "kept two\n");
  rmdir (FAULTS_END);

  return 0;
}
