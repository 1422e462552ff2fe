/* faults.c: programs whose system calls fail, or that are killed at one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "faults.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void
call_free (gpointer data)
{
  FaultsCall *call = data;

  g_free (call->name);
  g_free (call);
}

gboolean
faults_can_trace (void)
{
  const char *argv[] = { "strace", "-qq", "-o", "/dev/null", "true", NULL };
  int status = -1;

  if (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                    NULL, NULL, &status, NULL) &&
      status == 0)
    return TRUE;

  g_test_skip ("strace cannot trace here");
  return FALSE;
}

static int
run (const char *const *argv, const char *const *injections, char **trace, char **output, char **words)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *log = g_build_filename (g_get_tmp_dir (), "proviso-trace-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) environment = g_get_environ ();
  g_autofree char *said = NULL;
  g_autofree char *complained = NULL;
  int fd = g_mkstemp (log);
  int status;

  g_assert_cmpint (fd, >=, 0);
  close (fd);
  g_ptr_array_add (all, g_strdup ("strace"));
  g_ptr_array_add (all, g_strdup ("-qq"));
  g_ptr_array_add (all, g_strdup ("-o"));
  g_ptr_array_add (all, g_strdup (log));
  for (guint i = 0; injections[i] != NULL; i++)
    {
      g_ptr_array_add (all, g_strdup ("-e"));
      g_ptr_array_add (all, g_strconcat ("inject=", injections[i], NULL));
    }
  for (guint i = 0; argv[i] != NULL; i++)
    g_ptr_array_add (all, g_strdup (argv[i]));
  g_ptr_array_add (all, NULL);

  /* The leak sanitizer is a tracer itself and there can be only one. */
  environment = g_environ_setenv (environment, "ASAN_OPTIONS", "detect_leaks=0", TRUE);
  g_spawn_sync (NULL, (char **) all->pdata, environment, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, &complained,
                &status, &error);
  g_assert_no_error (error);
  if (trace != NULL)
    g_file_get_contents (log, trace, NULL, &error);
  g_assert_no_error (error);
  g_unlink (log);
  if (output != NULL)
    *output = g_steal_pointer (&said);
  if (words != NULL)
    *words = g_steal_pointer (&complained);

  return status;
}

int
faults_run (const char *const *argv, const char *const *injections, char **output, char **words)
{
  return run (argv, injections, NULL, output, words);
}

GPtrArray *
faults_list_calls (const char *const *argv)
{
  static const char *const memory[] = { "brk",     "mmap",   "munmap", "mprotect",
                                        "madvise", "mremap", "prctl",  NULL };
  static const char *const none[] = { NULL };
  GPtrArray *calls = g_ptr_array_new_with_free_func (call_free);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *trace = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean inside = FALSE;

  g_assert_cmpint (run (argv, none, &trace, NULL, NULL), ==, 0);
  lines = g_strsplit (trace, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *bracket = strchr (lines[i], '(');
      g_autofree char *name = NULL;
      guint n;

      if (bracket == NULL || !g_ascii_isalpha (lines[i][0]))
        continue;
      name = g_strndup (lines[i], (gsize) (bracket - lines[i]));
      n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, name)) + 1;
      g_hash_table_insert (counts, g_strdup (name), GUINT_TO_POINTER (n));

      if (strstr (lines[i], FAULTS_BEGIN) != NULL)
        inside = TRUE;
      else if (strstr (lines[i], FAULTS_END) != NULL)
        inside = FALSE;
      else if (inside && !g_strv_contains (memory, name))
        {
          FaultsCall *call = g_new0 (FaultsCall, 1);

          call->name = g_steal_pointer (&name);
          call->index = n;
          g_ptr_array_add (calls, call);
        }
    }

  return calls;
}
