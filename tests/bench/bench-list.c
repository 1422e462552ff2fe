/* bench-list.c: scrolling, filtering and changing a list of 10,000 claims; the queue of 5,000 caveats.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What counts is the processor time of the main thread in each frame. Ours is the panel's list; beside it
 * stands a bare GtkListView that shows the same claims in rows of the same parts, filtered by a
 * GtkStringFilter: what the toolkit alone takes for the same. Our own work in a frame is the time in our
 * callbacks: making and filling rows, and asking the filter of every claim. Where one claim changes it is all
 * that the frame takes above an idle one.
 *
 * The queue is held against itself with 100 caveats: our own work there is that in the callbacks and what a
 * listing that nobody shows takes for the same; where the list is opened or stepped through, all of the call.
 * Where rows come in several frames, the worst of these counts.
 */
#include "bench-project.h"
#include "bench-stats.h"

#include "panel/proviso-panel.h"
#include "panel/proviso-record-browser.h"
#include "panel/proviso-record-listing.h"

#include <time.h>

#define N_CLAIMS 10000
#define N_STEPS 400
#define N_SEARCHES 15
#define LIMIT_MS 16.0

#define N_FEW 200 /* claims, every second with a caveat */
#define N_OPENINGS 5
#define N_ROUNDS 12
#define N_LEAVES 60
#define LIMIT_RATIO 3.0

static const char *const searches[] = { "t", "th", "the", "the l", "the la", "the lab", "" };

static double in_callbacks; /* of this frame, in ms */
static double entered;

static double
get_thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
painted_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

/* Runs until the frame is painted that shows what was done since `started`. Returns: the time from then. */
static double
finish_frame (GtkWidget *widget, double started)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (widget);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);

  return get_thread_ms () - started;
}

/* Runs until the rows are there that come after this frame, a few in each. Returns: the callbacks of the worst. */
static double
finish_rows (GtkWidget *list_view, GListModel *listed)
{
  double worst = 0;

  while (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list_view)))) <
         g_list_model_get_n_items (listed))
    {
      in_callbacks = 0;
      finish_frame (list_view, get_thread_ms ());
      worst = MAX (worst, in_callbacks);
    }

  return worst;
}

static void
run_for (guint ms)
{
  gint64 end = g_get_monotonic_time () + (gint64) ms * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static gboolean
enter_hook (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  entered = get_thread_ms ();

  return TRUE;
}

static void
left_cb (void)
{
  in_callbacks += get_thread_ms () - entered;
}

static GtkWidget *
find (GtkWidget *parent, GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
setup_bare_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *facts = gtk_label_new (NULL);

  g_object_set (title, "wrap", TRUE, "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, "xalign", 0.0, NULL);
  g_object_set (facts, "wrap", TRUE, "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (facts, "caption");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (lines), title);
  gtk_box_append (GTK_BOX (lines), facts);
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("proviso-status-reported-symbolic"));
  gtk_box_append (GTK_BOX (row), lines);
  gtk_box_append (GTK_BOX (row), gtk_button_new_from_icon_name ("go-next-symbolic"));
  gtk_list_item_set_child (item, row);
}

static void
bind_bare_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  ProvisoClaim *claim = gtk_list_item_get_item (item);
  GtkWidget *lines =
      gtk_widget_get_next_sibling (gtk_widget_get_first_child (gtk_list_item_get_child (item)));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (lines)), proviso_claim_get_statement (claim));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (lines)),
                       "Reported · Quantity · as of 12 May 2026 · 1 source");
}

static GtkWidget *
show_bare (ProvisoProject *project, GtkStringFilter **filter)
{
  GtkExpression *statement = gtk_property_expression_new (PROVISO_TYPE_CLAIM, NULL, "statement");
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GListModel *claims = G_LIST_MODEL (proviso_project_get_claims (project));
  GtkWidget *list_view, *scrolled;

  *filter = gtk_string_filter_new (statement);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_bare_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_bare_cb), NULL);
  list_view =
      gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (
                             gtk_filter_list_model_new (g_object_ref (claims), GTK_FILTER (*filter))))),
                         factory);
  gtk_widget_add_css_class (list_view, "navigation-sidebar");
  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list_view);

  return scrolled;
}

static GtkWidget *
show (GtkWidget *content)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 380, 800);
  gtk_window_set_child (GTK_WINDOW (window), content);
  gtk_window_present (GTK_WINDOW (window));
  run_for (1500);

  return window;
}

static gboolean
report (const char *name, GArray *own, GArray *ours, GArray *bare)
{
  double worst = bench_percentile (own, 1.0);
  gboolean met = worst <= LIMIT_MS;

  g_print ("%s: own work %.2f ms at worst, %.2f at the median (limit %.0f ms) %s; whole frame %.2f ms [worst "
           "%.2f], "
           "bare GtkListView %.2f ms [worst %.2f], %u frames\n",
           name, worst, bench_percentile (own, 0.5), LIMIT_MS, met ? "met" : "MISSED",
           bench_percentile (ours, 0.5), bench_percentile (ours, 1.0), bench_percentile (bare, 0.5),
           bench_percentile (bare, 1.0), ours->len);

  return met;
}

static double
scroll (GtkWidget *list_view, guint step)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list_view));
  double started = get_thread_ms ();

  /* By half a page, and every 50th time far away, as dragging the scroll bar does. */
  if (step % 50 == 49)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) * (step % 7) / 7);
  else
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 400);

  return finish_frame (list_view, started);
}

static void
watch_callbacks (GtkWidget *list_view)
{
  GtkListItemFactory *factory = gtk_list_view_get_factory (GTK_LIST_VIEW (list_view));

  g_signal_connect (factory, "setup", G_CALLBACK (left_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (left_cb), NULL);
}

static gboolean
measure_scrolling (GtkWidget *list_view, GtkWidget *bare_list_view)
{
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));
  guint setup = g_signal_lookup ("setup", GTK_TYPE_SIGNAL_LIST_ITEM_FACTORY);
  guint bind = g_signal_lookup ("bind", GTK_TYPE_SIGNAL_LIST_ITEM_FACTORY);

  g_signal_add_emission_hook (setup, 0, enter_hook, NULL, NULL);
  g_signal_add_emission_hook (bind, 0, enter_hook, NULL, NULL);
  watch_callbacks (list_view);

  for (guint i = 0; i < N_STEPS; i++)
    {
      double ms;

      in_callbacks = 0;
      ms = scroll (list_view, i);
      g_array_append_val (ours, ms);
      g_array_append_val (own, in_callbacks);
      ms = scroll (bare_list_view, i);
      g_array_append_val (bare, ms);
    }

  return report ("scrolling", own, ours, bare);
}

/* How long the filter takes over all claims. */
static double
match_all (ProvisoProject *project, GtkFilter *filter)
{
  ProvisoRecordList *claims = proviso_project_get_claims (project);
  double started = get_thread_ms ();

  for (guint i = 0; i < N_CLAIMS; i++)
    gtk_filter_match (filter, proviso_record_list_peek (claims, i));

  return get_thread_ms () - started;
}

static gboolean
measure_filtering (ProvisoProject *project,
                   ProvisoRecordFilter *filter,
                   GtkStringFilter *bare_filter,
                   GListModel *listed,
                   GtkWidget *list_view,
                   GtkWidget *bare_list_view)
{
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_SEARCHES * G_N_ELEMENTS (searches); i++)
    {
      const char *search = searches[i % G_N_ELEMENTS (searches)];
      double started, ms;

      in_callbacks = 0;
      started = get_thread_ms ();
      proviso_record_filter_set_search (filter, search);
      ms = finish_frame (list_view, started);
      g_array_append_val (ours, ms);
      ms = in_callbacks + match_all (project, GTK_FILTER (filter));
      ms = MAX (ms, finish_rows (list_view, listed));
      g_array_append_val (own, ms);

      started = get_thread_ms ();
      gtk_string_filter_set_search (bare_filter, search);
      ms = finish_frame (bare_list_view, started);
      g_array_append_val (bare, ms);
    }

  return report ("filtering", own, ours, bare);
}

/* The statement is typed on, in a long list that is searched. */
static gboolean
measure_changing (ProvisoProject *project, GtkWidget *list_view, GtkWidget *bare_list_view)
{
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));
  ProvisoClaim *claim = proviso_record_list_peek (proviso_project_get_claims (project), N_CLAIMS / 2);
  double median;

  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autofree char *statement =
          g_strdup_printf ("%s%c", proviso_claim_get_statement (claim), 'a' + i % 26);
      double started, ms;

      started = get_thread_ms ();
      proviso_project_set (project, claim, "statement", statement, NULL);
      ms = finish_frame (list_view, started);
      g_array_append_val (ours, ms);
      ms = finish_frame (bare_list_view, get_thread_ms ());
      g_array_append_val (bare, ms);
    }

  median = bench_percentile (bare, 0.5);
  for (guint i = 0; i < ours->len; i++)
    {
      double ms = g_array_index (ours, double, i) - median;

      g_array_append_val (own, ms);
    }

  return report ("changing one", own, ours, bare);
}

/* What the queue's own work took, in ms. */
typedef struct
{
  GArray *opening;
  GArray *filtering;
  GArray *grouping;
  GArray *stepping;
} Queue;

static GtkWidget *
find_mapped (GtkWidget *parent, GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = NULL;

      if (!gtk_widget_get_mapped (child))
        continue;
      found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : find_mapped (child, type);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
act (GtkWidget *panel, const char *action)
{
  g_action_group_activate_action (proviso_panel_get_action_group (PROVISO_PANEL (panel)), action, NULL);
}

/* Returns: what an action took, and the callbacks of the frame that shows it. */
static double
time_action (GtkWidget *panel, const char *action)
{
  double started, ms;

  in_callbacks = 0;
  started = get_thread_ms ();
  act (panel, action);
  ms = get_thread_ms () - started - in_callbacks;
  finish_frame (panel, started);

  return ms + in_callbacks;
}

static void
measure_queue (guint n_claims, Queue *queue)
{
  static const guint facets[] = { 0, 1, 3, 2 };
  g_autoptr (ProvisoProject) project = bench_project_new (n_claims);
  g_autoptr (ProvisoSelection) selection = proviso_selection_new ();
  g_autoptr (ProvisoPanelContext) context = proviso_panel_context_new (project, selection);
  g_autoptr (ProvisoRecordListing) twin = proviso_record_listing_new (&proviso_caveat_kind);
  GtkWidget *panel = NULL, *window = NULL, *list_view;
  ProvisoRecordBrowser *browser;
  ProvisoRecordFilter *filter;
  GListModel *listed;

  proviso_record_listing_set_context (twin, context);
  for (guint i = 0; i < N_OPENINGS; i++)
    {
      double ms;

      if (window != NULL)
        gtk_window_destroy (GTK_WINDOW (window));
      panel = proviso_panel_new ();
      proviso_panel_set_project (PROVISO_PANEL (panel), project, selection);
      window = show (panel);
      ms = time_action (panel, "show-caveats");
      g_array_append_val (queue->opening, ms);
    }

  run_for (1000);
  list_view = find_mapped (panel, GTK_TYPE_LIST_VIEW);
  watch_callbacks (list_view);
  browser = PROVISO_RECORD_BROWSER (find_mapped (panel, PROVISO_TYPE_RECORD_BROWSER));
  filter = proviso_record_browser_get_filter (browser);
  listed = proviso_record_browser_get_listed (browser);
  /* Where a person has the keyboard who changes the filter. */
  gtk_widget_grab_focus (find_mapped (panel, GTK_TYPE_MENU_BUTTON));
  for (guint i = 0; i < N_ROUNDS * G_N_ELEMENTS (facets) * 2; i++)
    {
      guint facet = facets[i / 2 % G_N_ELEMENTS (facets)];
      guint64 options = i % 2 == 0 ? PROVISO_OPTION (i / 2 % 2) : 0;
      GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list_view));
      double started, ms;

      /* From the list's top, and from within it. */
      if (i / (2 * G_N_ELEMENTS (facets)) % 2 == 1)
        {
          gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 2);
          finish_frame (panel, get_thread_ms ());
        }
      in_callbacks = 0;
      started = get_thread_ms ();
      proviso_record_filter_set_options (proviso_record_listing_get_filter (twin), facet, options);
      ms = get_thread_ms () - started;
      proviso_record_filter_set_options (filter, facet, options);
      finish_frame (panel, started);
      ms += in_callbacks;
      ms = MAX (ms, finish_rows (list_view, listed));
      g_array_append_val (queue->filtering, ms);
    }
  for (guint i = 0; i < N_ROUNDS * proviso_caveat_kind.n_orders; i++)
    {
      const char *order = proviso_caveat_kind.orders[(i + 1) % proviso_caveat_kind.n_orders].id;
      double started, ms;

      in_callbacks = 0;
      started = get_thread_ms ();
      proviso_record_listing_set_order (twin, order);
      ms = get_thread_ms () - started;
      proviso_record_browser_set_order (browser, order);
      finish_frame (panel, started);
      ms += in_callbacks;
      ms = MAX (ms, finish_rows (list_view, listed));
      g_array_append_val (queue->grouping, ms);
    }
  proviso_record_browser_focus_list (browser);
  finish_frame (panel, get_thread_ms ());
  for (guint i = 0; i < N_LEAVES; i++)
    {
      double ms = time_action (panel, "next-record");

      g_array_append_val (queue->stepping, ms);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* `scales`: the cost must not grow with the list by more than the limit. */
static gboolean
report_queue (const char *name, GArray *many, GArray *few, gboolean scales)
{
  double worst = bench_percentile (many, 1.0);
  double ratio = bench_percentile (many, 0.5) / bench_percentile (few, 0.5);
  gboolean met = worst <= LIMIT_MS && (ratio <= LIMIT_RATIO || !scales);
  g_autofree char *limit =
      scales ? g_strdup_printf ("limit %.0f", LIMIT_RATIO) : g_strdup ("no limit: all are put in another order");

  g_print ("%s: own work %.2f ms at worst, %.2f at the median (limit %.0f ms), %.2f times that with %u caveats (%s) "
           "%s; with those %.2f ms [worst %.2f], %u runs\n",
           name, worst, bench_percentile (many, 0.5), LIMIT_MS, ratio, N_FEW / 2, limit,
           met ? "met" : "MISSED", bench_percentile (few, 0.5), bench_percentile (few, 1.0), many->len);

  return met;
}

static gboolean
measure_queues (void)
{
  Queue queues[2];
  gboolean met;

  for (guint i = 0; i < G_N_ELEMENTS (queues); i++)
    {
      queues[i].opening = g_array_new (FALSE, FALSE, sizeof (double));
      queues[i].filtering = g_array_new (FALSE, FALSE, sizeof (double));
      queues[i].grouping = g_array_new (FALSE, FALSE, sizeof (double));
      queues[i].stepping = g_array_new (FALSE, FALSE, sizeof (double));
    }
  measure_queue (N_CLAIMS, &queues[0]);
  measure_queue (N_FEW, &queues[1]);

  met = report_queue ("opening the queue", queues[0].opening, queues[1].opening, TRUE);
  met = report_queue ("filtering the queue", queues[0].filtering, queues[1].filtering, TRUE) && met;
  met = report_queue ("grouping the queue", queues[0].grouping, queues[1].grouping, FALSE) && met;
  met = report_queue ("stepping through the queue", queues[0].stepping, queues[1].stepping, TRUE) && met;
  for (guint i = 0; i < G_N_ELEMENTS (queues); i++)
    {
      g_array_unref (queues[i].opening);
      g_array_unref (queues[i].filtering);
      g_array_unref (queues[i].grouping);
      g_array_unref (queues[i].stepping);
    }

  return met;
}

int
main (int argc, char **argv)
{
  g_autoptr (ProvisoProject) project = NULL;
  g_autoptr (ProvisoSelection) selection = proviso_selection_new ();
  GtkWidget *panel, *bare, *list_view, *bare_list_view;
  ProvisoRecordBrowser *browser;
  ProvisoRecordFilter *filter;
  GListModel *listed;
  GtkStringFilter *bare_filter;
  gboolean met;

  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  project = bench_project_new (N_CLAIMS);

  panel = proviso_panel_new ();
  proviso_panel_set_project (PROVISO_PANEL (panel), project, selection);
  show (panel);
  bare = show_bare (project, &bare_filter);
  show (bare);

  list_view = find (panel, GTK_TYPE_LIST_VIEW);
  bare_list_view = find (bare, GTK_TYPE_LIST_VIEW);
  browser = PROVISO_RECORD_BROWSER (find (panel, PROVISO_TYPE_RECORD_BROWSER));
  filter = proviso_record_browser_get_filter (browser);
  listed = proviso_record_browser_get_listed (browser);
  gtk_widget_grab_focus (find (panel, GTK_TYPE_SEARCH_ENTRY));
  run_for (1500);

  met = measure_scrolling (list_view, bare_list_view);
  met = measure_filtering (project, filter, bare_filter, listed, list_view, bare_list_view) && met;
  met = measure_changing (project, list_view, bare_list_view) && met;
  met = measure_queues () && met;

  return met ? 0 : 1;
}
