/* write-projects.c: writes projects made up at random, for the test of the schema.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * write-projects FOLDER NUMBER: writes FOLDER/0.proviso and so on.
 */
#include "storage/proviso-codec.h"

#include "random-project.h"

int
main (int argc, char *argv[])
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (328);

  g_assert_cmpint (argc, ==, 3);
  for (int i = 0; i < atoi (argv[2]); i++)
    {
      g_autoptr (ProvisoProject) project = random_project_new (rand, 3, FALSE);
      g_autoptr (ProvisoCodecTree) tree = proviso_codec_snapshot (project);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = proviso_codec_tree_to_bytes (tree, &error);
      g_autofree char *path = g_strdup_printf ("%s/%d.proviso", argv[1], i);

      g_assert_no_error (error);
      g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
      g_assert_no_error (error);
    }

  return 0;
}
