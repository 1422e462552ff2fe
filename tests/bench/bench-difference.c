/* bench-difference.c: what showing the difference of two long texts costs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ten thousand words on either side, which no paragraph has: from giving them to the view until its label is laid out,
 * on the main thread, against what a person notices. Changed are one word, each twentieth, each tenth, each fourth and
 * all; and each twentieth of a text that says the same again and again, which is the hardest to compare.
 */
#include "bench-stats.h"

#include "panel/proviso-difference-view.h"

#include <time.h>

#define N_WORDS 10000
#define N_RUNS 10
#define LIMIT_MS 50.0
#define WIDTH 360

static const char *const words[] = { "the",   "harbour", "has",  "lowered", "its",   "dues",  "in",     "March",
                                     "while", "ferries", "that", "sail",    "at",    "night", "naïvely", "wait",
                                     "for",   "freight", "and",  "nobody",  "asked", "why",   "café",   "owners" };

static double
get_thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* `n_kinds`: of words; `step`: each such word is another one than in the text without; 0: none is. */
static char *
make_text (guint n_kinds, guint step)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260328);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_WORDS; i++)
    {
      const char *word = words[g_rand_int_range (rand, 0, (gint32) n_kinds)];

      if (step > 0 && i % step == step / 2)
        g_string_append_printf (text, "new%u", i);
      else
        g_string_append (text, word);
      g_string_append (text, i % 100 == 99 ? ".\n\n" : i % 12 == 11 ? ". " : " ");
    }

  return g_string_free_and_steal (text);
}

static gboolean
measure (const char *name, guint n_kinds, guint step)
{
  g_autofree char *old_text = make_text (n_kinds, 0);
  g_autofree char *new_text = make_text (n_kinds, step);
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));
  double worst;

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (GtkWidget) view = g_object_ref_sink (proviso_difference_view_new ());
      double started = get_thread_ms (), ms;
      int height;

      proviso_difference_view_set_texts (PROVISO_DIFFERENCE_VIEW (view), old_text, new_text);
      gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, WIDTH, &height, NULL, NULL, NULL);
      g_assert (height > 0);
      ms = get_thread_ms () - started;
      g_array_append_val (samples, ms);
    }
  worst = bench_percentile (samples, 1.0);
  g_print ("%s: %.1f ms at worst, %.1f at the median (limit %.0f ms) %s, %u runs\n", name, worst,
           bench_percentile (samples, 0.5), LIMIT_MS, worst <= LIMIT_MS ? "met" : "MISSED", samples->len);

  return worst <= LIMIT_MS;
}

int
main (int argc, char **argv)
{
  gboolean met;

  adw_init ();

  met = measure ("one word of 10,000", G_N_ELEMENTS (words), N_WORDS);
  met = measure ("each twentieth", G_N_ELEMENTS (words), 20) && met;
  met = measure ("each tenth", G_N_ELEMENTS (words), 10) && met;
  met = measure ("each fourth", G_N_ELEMENTS (words), 4) && met;
  met = measure ("all", G_N_ELEMENTS (words), 1) && met;
  met = measure ("each twentieth, the same two words again and again", 2, 20) && met;

  return met ? 0 : 1;
}
