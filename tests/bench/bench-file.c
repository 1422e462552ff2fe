/* bench-file.c: opening and saving a big project, against json-glib merely parsing and writing the same file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening is from the bytes to a finished model, saving from the model to the bytes: what the worker threads
 * and the main thread do between them, without the disk, which json-glib is not asked to use either.
 */
#include "bench-project.h"
#include "bench-stats.h"

#include "storage/proviso-codec.h"

#include <json-glib/json-glib.h>

#define N_CLAIMS 10000
#define N_RUNS 15

/* The part of a save that the main thread does may not hold up the window. */
#define MAX_STALL_MS 50

static void
add_time (GArray *samples, gint64 started)
{
  double ms = (double) (g_get_monotonic_time () - started) / 1000.0;

  g_array_append_val (samples, ms);
}

int
main (int argc, char **argv)
{
  g_autoptr (ProvisoProject) project = bench_project_new (N_CLAIMS);
  g_autoptr (ProvisoCodecTree) tree = proviso_codec_snapshot (project);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = proviso_codec_tree_to_bytes (tree, &error);
  g_autoptr (GArray) load = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) parse = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) snapshot = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) save = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) generate = g_array_new (FALSE, FALSE, sizeof (double));
  gboolean met = TRUE;
  double stall;

  if (bytes == NULL)
    g_error ("%s", error->message);
  g_print ("The file: %u claims, %.1f MB\n", N_CLAIMS, (double) g_bytes_get_size (bytes) / 1e6);

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (ProvisoProject) loaded = NULL;
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (JsonGenerator) generator = json_generator_new ();
      g_autoptr (ProvisoCodecTree) saved_tree = NULL;
      g_autoptr (GBytes) saved = NULL;
      g_autofree char *generated = NULL;
      gint64 started;

      started = g_get_monotonic_time ();
      loaded = proviso_codec_load (bytes, NULL, &error);
      add_time (load, started);
      if (loaded == NULL)
        g_error ("%s", error->message);

      started = g_get_monotonic_time ();
      if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
        g_error ("%s", error->message);
      add_time (parse, started);

      started = g_get_monotonic_time ();
      saved_tree = proviso_codec_snapshot (loaded);
      add_time (snapshot, started);
      saved = proviso_codec_tree_to_bytes (saved_tree, &error);
      add_time (save, started);
      if (!g_bytes_equal (saved, bytes))
        g_error ("what was saved is not what was loaded");

      json_generator_set_pretty (generator, TRUE);
      json_generator_set_indent (generator, 2);
      json_generator_set_root (generator, json_parser_get_root (parser));
      started = g_get_monotonic_time ();
      generated = json_generator_to_data (generator, NULL);
      add_time (generate, started);
    }

  met &= bench_report ("open", "json-glib parse", load, parse, 0.5, 2.0);
  met &= bench_report ("save", "json-glib write", save, generate, 0.5, 1.5);
  stall = bench_percentile (snapshot, 1.0);
  met &= stall <= MAX_STALL_MS;
  g_print ("%-34s %.1f ms at worst (at most %d) %s; median %.1f ms\n",
           "save: on the main thread",
           stall,
           MAX_STALL_MS,
           stall <= MAX_STALL_MS ? "met" : "MISSED",
           bench_percentile (snapshot, 0.5));

  return met ? 0 : 1;
}
