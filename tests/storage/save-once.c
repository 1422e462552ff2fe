/* save-once.c: replaces one file once, for tests that make system calls fail.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * save-once FILE ETAG TEXT
 *
 * An empty ETAG makes a new file. Exit status: 0 where the file was saved, else 10 and the error's code.
 */
#include "storage/proviso-store.h"

#include "faults.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *new_etag = NULL;
  gboolean saved;

  if (argc != 4)
    return 2;

  file = g_file_new_for_path (argv[1]);
  bytes = g_bytes_new (argv[3], strlen (argv[3]));

  rmdir (FAULTS_BEGIN);
  saved = proviso_store_write (file, bytes, argv[2][0] != '\0' ? argv[2] : NULL, PROVISO_STORE_WRITE_NONE,
                               NULL, &new_etag, &error);
  rmdir (FAULTS_END);

  if (saved)
    return new_etag != NULL ? 0 : 2;

  fprintf (stderr, "%s\n", error->message);
  return error->domain == PROVISO_STORE_ERROR ? 10 + error->code : 9;
}
