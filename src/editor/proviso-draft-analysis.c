/* proviso-draft-analysis.c: what is counted and found out about a draft while it is written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "editor/proviso-draft-analysis.h"

/* How long typing or selecting has to pause. */
#define TEXT_PAUSE_MS 400
#define SELECTION_PAUSE_MS 120

struct _ProvisoDraftAnalysis
{
  GObject parent_instance;

  ProvisoBuffer *buffer;
  GSignalGroup *signals;
  char *language;

  GBytes *text; /* a copy, while the buffer still holds the same */
  ProvisoOutline *outline;
  ProvisoTextStatistics statistics;
  ProvisoTextStatistics selected;
  guint selected_start; /* what `selected` counts, or is on the way to */
  guint selected_end;
  gboolean has_selected;

  guint text_source;
  guint selection_source;
  GCancellable *text_cancellable;
  GCancellable *selection_cancellable;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoDraftAnalysis, proviso_draft_analysis, G_TYPE_OBJECT)

typedef struct
{
  GBytes *text;
  char *language;
  guint start;
  guint end;
  gboolean with_outline;
  ProvisoOutline *outline;
  ProvisoTextStatistics statistics;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_bytes_unref (job->text);
  g_free (job->language);
  g_clear_object (&job->outline);
  g_free (job);
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  const char *text = g_bytes_get_data (job->text, NULL);
  gboolean counted;

  counted = proviso_text_statistics_compute (&job->statistics, text, job->start, job->end, job->language,
                                             cancellable);
  if (counted && job->with_outline)
    job->outline = proviso_outline_new (text);
  g_task_return_boolean (task, counted);
}

static void
on_text_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoDraftAnalysis) self = user_data;
  Job *job = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;

  g_set_object (&self->outline, job->outline);
  self->statistics = job->statistics;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_selection_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoDraftAnalysis) self = user_data;
  Job *job = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;

  self->selected = job->statistics;
  self->has_selected = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
start_job (ProvisoDraftAnalysis *self,
           guint start,
           guint end,
           gboolean with_outline,
           GCancellable **cancellable,
           GAsyncReadyCallback done)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
  *cancellable = g_cancellable_new ();

  if (self->text == NULL)
    {
      char *text = proviso_text_dup (PROVISO_TEXT (self->buffer));

      self->text = g_bytes_new_take (text, strlen (text) + 1);
    }

  job = g_new0 (Job, 1);
  job->text = g_bytes_ref (self->text);
  job->language = g_strdup (self->language);
  job->start = start;
  job->end = end;
  job->with_outline = with_outline;

  /* Held by the callback and not by the task, whose last reference may be the thread's. */
  task = g_task_new (NULL, *cancellable, done, g_object_ref (self));
  g_task_set_task_data (task, job, job_free);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_run_in_thread (task, run_job);
}

static gboolean
on_text_paused (gpointer user_data)
{
  ProvisoDraftAnalysis *self = user_data;

  self->text_source = 0;
  start_job (self, 0, G_MAXUINT, TRUE, &self->text_cancellable, on_text_done);
  return G_SOURCE_REMOVE;
}

static gboolean
on_selection_paused (gpointer user_data)
{
  ProvisoDraftAnalysis *self = user_data;

  self->selection_source = 0;
  start_job (self, self->selected_start, self->selected_end, FALSE, &self->selection_cancellable,
             on_selection_done);
  return G_SOURCE_REMOVE;
}

static void
on_replaced (ProvisoDraftAnalysis *self)
{
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_handle_id (&self->text_source, g_source_remove);
  self->text_source = g_timeout_add_full (G_PRIORITY_LOW, TEXT_PAUSE_MS, on_text_paused, self, NULL);
}

static void
on_mark_set (ProvisoDraftAnalysis *self, GtkTextIter *iter, GtkTextMark *mark)
{
  gboolean had_selected = self->has_selected;
  guint start, end;

  if (mark && mark != gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)) &&
      mark != gtk_text_buffer_get_selection_bound (GTK_TEXT_BUFFER (self->buffer)))
    return;

  proviso_buffer_get_selection (self->buffer, &start, &end);
  if (start == end ? self->selected_start == self->selected_end
                   : start == self->selected_start && end == self->selected_end)
    return;

  self->selected_start = start;
  self->selected_end = end;
  self->has_selected = FALSE;
  g_cancellable_cancel (self->selection_cancellable);
  g_clear_handle_id (&self->selection_source, g_source_remove);
  if (start != end)
    self->selection_source =
        g_timeout_add_full (G_PRIORITY_LOW, SELECTION_PAUSE_MS, on_selection_paused, self, NULL);
  else if (had_selected)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_has_selection (ProvisoDraftAnalysis *self)
{
  on_mark_set (self, NULL, NULL);
}

static void
stop (ProvisoDraftAnalysis *self)
{
  g_cancellable_cancel (self->text_cancellable);
  g_cancellable_cancel (self->selection_cancellable);
  g_clear_object (&self->text_cancellable);
  g_clear_object (&self->selection_cancellable);
  g_clear_handle_id (&self->text_source, g_source_remove);
  g_clear_handle_id (&self->selection_source, g_source_remove);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_object (&self->outline);
  self->selected_start = self->selected_end = 0;
  self->has_selected = FALSE;
}

static void
proviso_draft_analysis_dispose (GObject *object)
{
  ProvisoDraftAnalysis *self = PROVISO_DRAFT_ANALYSIS (object);

  stop (self);
  if (self->signals)
    g_signal_group_set_target (self->signals, NULL);
  g_clear_object (&self->signals);
  g_clear_object (&self->buffer);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (proviso_draft_analysis_parent_class)->dispose (object);
}

static void
proviso_draft_analysis_class_init (ProvisoDraftAnalysisClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_draft_analysis_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
proviso_draft_analysis_init (ProvisoDraftAnalysis *self)
{
  self->signals = g_signal_group_new (PROVISO_TYPE_BUFFER);
  g_signal_group_connect_swapped (self->signals, "replaced", G_CALLBACK (on_replaced), self);
  g_signal_group_connect_swapped (self->signals, "mark-set", G_CALLBACK (on_mark_set), self);
  g_signal_group_connect_swapped (self->signals, "notify::has-selection", G_CALLBACK (on_has_selection),
                                  self);
}

ProvisoDraftAnalysis *
proviso_draft_analysis_new (void)
{
  return g_object_new (PROVISO_TYPE_DRAFT_ANALYSIS, NULL);
}

void
proviso_draft_analysis_set_buffer (ProvisoDraftAnalysis *self, ProvisoBuffer *buffer, const char *language)
{
  gboolean other_language;

  g_return_if_fail (PROVISO_IS_DRAFT_ANALYSIS (self));

  other_language = g_set_str (&self->language, language);
  if (self->buffer == buffer && !other_language)
    return;

  stop (self);
  g_set_object (&self->buffer, buffer);
  g_signal_group_set_target (self->signals, buffer);
  if (buffer)
    {
      on_replaced (self);
      on_mark_set (self, NULL, NULL);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

ProvisoOutline *
proviso_draft_analysis_get_outline (ProvisoDraftAnalysis *self)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_ANALYSIS (self), NULL);

  return self->outline;
}

const ProvisoTextStatistics *
proviso_draft_analysis_get_statistics (ProvisoDraftAnalysis *self)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_ANALYSIS (self), NULL);

  return self->outline ? &self->statistics : NULL;
}

const ProvisoTextStatistics *
proviso_draft_analysis_get_selected (ProvisoDraftAnalysis *self)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_ANALYSIS (self), NULL);

  return self->has_selected ? &self->selected : NULL;
}
