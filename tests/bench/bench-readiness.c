/* bench-readiness.c: what knowing how near a project is to publication costs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One edit of each sort, with the readiness attached, in a project of 10,000 claims and 5,000 caveats against the
 * same in one of 100 claims and 50 caveats: it must not depend on their number. The draft is in the editor's buffer:
 * the time in which a plain string makes room for a letter depends on its length. The longest slice of looking
 * through the large project, the longest one of asking whether its section on unconfirmed points is out of date, and
 * opening the page that lists what was found, until its first rows are mapped and hold what they show, each against
 * the time of a frame. What that frame then takes for styles, layout and painting is the toolkit's; the other rows
 * come a few with each frame.
 */
#include "bench-loop.h"
#include "bench-project.h"
#include "bench-stats.h"

#include "app/proviso-readiness-control.h"
#include "editor/proviso-buffer.h"
#include "export/proviso-remains-content.h"
#include "panel/proviso-readiness-page.h"

#include <time.h>

#define N_LARGE 10000
#define N_SMALL 100
#define N_EDITS 400
#define N_OPENINGS 20
#define LIMIT_RATIO 3.0
#define LIMIT_MS 16.0
#define LIMIT_STALL_MS 50.0
#define SLICE 4000 /* as ProvisoReadinessControl has it */

typedef struct
{
  ProvisoProject *project;
  ProvisoReadiness *readiness;
} Subject;

typedef void (*Edit) (ProvisoProject *project, guint i);

static double
get_thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static gpointer
pick (ProvisoRecordList *list, guint i)
{
  return proviso_record_list_peek (list, (i * 37) % proviso_record_list_get_size (list));
}

static void
change_status (ProvisoProject *project, guint i)
{
  ProvisoClaim *claim = pick (proviso_project_get_claims (project), i);

  proviso_project_set (project, claim, "status",
                       proviso_claim_get_status (claim) == PROVISO_CLAIM_STATUS_ANALYSIS
                           ? PROVISO_CLAIM_STATUS_UNCHECKED
                           : PROVISO_CLAIM_STATUS_ANALYSIS,
                       NULL);
}

static void
settle (ProvisoProject *project, guint i)
{
  ProvisoCaveat *caveat = pick (proviso_project_get_caveats (project), i);

  proviso_project_set (project, caveat, "state",
                       proviso_caveat_get_state (caveat) == PROVISO_CAVEAT_STATE_OPEN ? PROVISO_CAVEAT_STATE_ADDRESSED
                                                                                      : PROVISO_CAVEAT_STATE_OPEN,
                       NULL);
}

/* Put in and taken out again: the check of the claim becomes stale, and holds again. */
static void
type (ProvisoProject *project, guint i)
{
  ProvisoClaim *claim = pick (proviso_project_get_claims (project), 0);
  ProvisoText *text = proviso_project_get_text (project);
  guint place = proviso_claim_get_position (claim) + 2;

  if (i % 2 == 0)
    proviso_text_replace (text, place, 0, "x");
  else
    proviso_text_replace (text, place, 1, "");
}

/* A claim comes, and goes by undo. */
static void
add (ProvisoProject *project, guint i)
{
  guint place = proviso_claim_get_position (pick (proviso_project_get_claims (project), i));

  if (i % 2 == 0)
    proviso_project_add_claim (project, place, place + 3);
  else
    proviso_history_undo (proviso_project_get_history (project));
}

static double
time_edit (Subject *subject, Edit edit, guint i)
{
  double started = get_thread_ms ();

  edit (subject->project, i);

  return get_thread_ms () - started;
}

static gboolean
measure_edits (const char *name, Edit edit, Subject *large, Subject *small)
{
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) theirs = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_EDITS; i++)
    {
      double ms = time_edit (large, edit, i);

      g_array_append_val (ours, ms);
      ms = time_edit (small, edit, i);
      g_array_append_val (theirs, ms);
    }

  return bench_report (name, "100 claims", ours, theirs, 0.5, LIMIT_RATIO);
}

static gboolean
report_ms (const char *name, GArray *samples)
{
  double worst = bench_percentile (samples, 1.0);
  gboolean met = worst <= LIMIT_MS;

  g_print ("%s: own work %.2f ms at worst, %.2f at the median (limit %.0f ms) %s, %u runs\n", name, worst,
           bench_percentile (samples, 0.5), LIMIT_MS, met ? "met" : "MISSED", samples->len);

  return met;
}

/* Slice by slice, and the last one, which shows what was found. */
static gboolean
measure_preparing (ProvisoProject *project)
{
  g_autoptr (GArray) slices = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (ProvisoReadiness) readiness = proviso_readiness_new (project);
  gboolean more = TRUE;

  while (more)
    {
      double started = get_thread_ms (), ms;

      more = proviso_readiness_prepare (readiness, SLICE);
      ms = get_thread_ms () - started;
      g_array_append_val (slices, ms);
    }

  return report_ms ("a slice of looking through 10,000 claims", slices);
}

/* With a source that must not be named, whose excerpts are looked for in all that is told. */
static gboolean
measure_section (ProvisoProject *project)
{
  g_autoptr (GArray) slices = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (ProvisoRemainsWriter) writer = NULL;
  ProvisoSource *source = pick (proviso_project_get_sources (project), 1);
  gboolean more = TRUE;

  proviso_project_set (project, source, "confidential", TRUE, "publisher", "Harbour Radio", NULL);
  writer = proviso_remains_writer_new (project, NULL, NULL);
  while (more)
    {
      double started = get_thread_ms (), ms;

      more = proviso_remains_writer_run (writer, SLICE);
      ms = get_thread_ms () - started;
      g_array_append_val (slices, ms);
    }

  return report_ms ("section out of date: longest slice", slices);
}

/* As the window does it, when nothing else is to be done. */
static gboolean
is_known (gpointer control)
{
  return proviso_readiness_control_get_note (control) != NULL;
}

static gboolean
measure_loading (ProvisoProject *project)
{
  g_autoptr (GtkWidget) window = g_object_ref_sink (gtk_window_new ());
  g_autoptr (ProvisoReadinessControl) control = proviso_readiness_control_new (window);
  double longest;
  gboolean met;

  proviso_readiness_control_set_project (control, project);
  bench_loop_init ();
  proviso_readiness_control_begin (control);
  if (!bench_loop_run_until (is_known, control, 60))
    g_error ("the readiness did not become known");
  longest = bench_loop_get_longest_stall ();
  met = longest <= LIMIT_STALL_MS;
  g_print ("loading: stall of the main loop %.2f ms (limit %.0f ms) %s\n", longest, LIMIT_STALL_MS,
           met ? "met" : "MISSED");
  gtk_window_destroy (GTK_WINDOW (window));

  return met;
}

static double
open_page (AdwNavigationView *view, ProvisoPanelContext *context, ProvisoReadiness *readiness)
{
  double started = get_thread_ms (), took;

  adw_navigation_view_push (view, proviso_readiness_page_new (context, readiness));
  took = get_thread_ms () - started;
  bench_loop_run_for (100);
  adw_navigation_view_pop (view);
  bench_loop_run_for (50);

  return took;
}

static gboolean
measure_opening (Subject *large)
{
  g_autoptr (ProvisoSelection) selection = proviso_selection_new ();
  g_autoptr (ProvisoPanelContext) context = proviso_panel_context_new (large->project, selection);
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));
  GtkWidget *window = gtk_window_new ();
  AdwNavigationView *view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());

  adw_navigation_view_set_animate_transitions (view, FALSE);
  adw_navigation_view_push (view, adw_navigation_page_new (gtk_label_new ("Lists"), "Lists"));
  gtk_window_set_default_size (GTK_WINDOW (window), 380, 800);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  gtk_window_present (GTK_WINDOW (window));
  bench_loop_run_for (1000);

  /* The first one also makes the classes, which the program has made by then. */
  for (guint i = 0; i <= N_OPENINGS; i++)
    {
      double ms = open_page (view, context, large->readiness);

      if (i > 0)
        g_array_append_val (samples, ms);
    }
  gtk_window_destroy (GTK_WINDOW (window));

  return report_ms ("opening the page", samples);
}

static Subject
create (guint n_claims)
{
  Subject subject = { bench_project_new (n_claims), NULL };
  g_autofree char *text = proviso_text_dup (proviso_project_get_text (subject.project));
  g_autoptr (ProvisoBuffer) buffer = proviso_buffer_new ();

  proviso_buffer_load (buffer, text, -1);
  proviso_project_set_text (subject.project, PROVISO_TEXT (buffer));
  proviso_project_mark_checked (subject.project, pick (proviso_project_get_claims (subject.project), 0));
  subject.readiness = proviso_readiness_new (subject.project);
  proviso_readiness_prepare (subject.readiness, -1);

  return subject;
}

int
main (int argc, char **argv)
{
  Subject large, small;
  gboolean met;

  adw_init ();
  large = create (N_LARGE);
  small = create (N_SMALL);

  met = measure_edits ("status, 10,000 claims", change_status, &large, &small);
  met = measure_edits ("caveat, 10,000 claims", settle, &large, &small) && met;
  met = measure_edits ("keystroke in a checked passage, 10,000 claims", type, &large, &small) && met;
  met = measure_edits ("claim that comes and goes, 10,000 claims", add, &large, &small) && met;
  met = measure_preparing (large.project) && met;
  met = measure_section (large.project) && met;
  met = measure_loading (large.project) && met;
  met = measure_opening (&large) && met;

  g_object_unref (large.readiness);
  g_object_unref (large.project);
  g_object_unref (small.readiness);
  g_object_unref (small.project);

  return met ? 0 : 1;
}
