/* proviso-coverage-tracker.c: follows which sentences of a project's draft a claim stands behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "audit/proviso-coverage-tracker.h"

/* How long typing has to pause, be it in the draft or in a record: each time all passages are asked where they are. */
#define PAUSE_MS 300

struct _ProvisoCoverageTracker
{
  GObject parent_instance;

  ProvisoProject *project;
  ProvisoSentences *sentences; /* of the present text; %NULL where it has changed since */
  ProvisoCoverage *coverage;
  ProvisoRangeSet *ranges; /* the coverage's sentences, moving along; their data: whether they are tied */
  GCancellable *cancellable;
  guint source;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoCoverageTracker, proviso_coverage_tracker, G_TYPE_OBJECT)

typedef struct
{
  char *text; /* %NULL where the sentences are known */
  char *language;
  ProvisoSentences *sentences;
  GArray *passages; /* ProvisoCoveragePassage */
  ProvisoCoveragePassage section; /* on what remains unconfirmed; empty where there is none */
  ProvisoCoverage *coverage;
  ProvisoRangeSet *ranges;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->text);
  g_free (job->language);
  g_clear_object (&job->sentences);
  g_array_unref (job->passages);
  g_clear_object (&job->coverage);
  g_clear_pointer (&job->ranges, proviso_range_set_free);
  g_free (job);
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  if (job->sentences == NULL)
    job->sentences = proviso_sentences_new (job->text, job->language, cancellable);
  if (job->sentences == NULL)
    {
      g_task_return_boolean (task, FALSE);
      return;
    }

  job->coverage = proviso_coverage_new (job->sentences, (ProvisoCoveragePassage *) job->passages->data,
                                        job->passages->len, &job->section);
  job->ranges = proviso_range_set_new ();
  for (guint i = 0; i < proviso_coverage_get_n_sentences (job->coverage); i++)
    {
      const ProvisoCoveredSentence *sentence = proviso_coverage_get_sentence (job->coverage, i);

      proviso_range_set_insert (job->ranges, sentence->start, sentence->end,
                                GINT_TO_POINTER (sentence->is_tied));
    }
  g_task_return_boolean (task, TRUE);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoCoverageTracker) self = user_data;
  Job *job = g_task_get_task_data (G_TASK (result));

  /* Whatever changes text or passages meanwhile cancels it. */
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;

  g_clear_object (&self->cancellable);
  g_set_object (&self->sentences, job->sentences);
  g_set_object (&self->coverage, job->coverage);
  g_clear_pointer (&self->ranges, proviso_range_set_free);
  self->ranges = g_steal_pointer (&job->ranges);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
collect (ProvisoRange *range, guint start, guint end, gpointer user_data)
{
  GArray *passages = user_data;
  ProvisoRecord *anchor = proviso_range_get_data (range);
  ProvisoCoveragePassage passage = { start, end };

  if (start < end && PROVISO_IS_CLAIM (proviso_record_get_root (anchor)))
    g_array_append_val (passages, passage);
  return TRUE;
}

static void
stop_job (ProvisoCoverageTracker *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static gboolean
start_job (gpointer user_data)
{
  ProvisoCoverageTracker *self = user_data;
  g_autoptr (GTask) task = NULL;
  ProvisoRemains *remains = proviso_project_get_remains (self->project);
  Job *job = g_new0 (Job, 1);

  self->source = 0;
  stop_job (self);
  self->cancellable = g_cancellable_new ();

  if (self->sentences)
    job->sentences = g_object_ref (self->sentences);
  else
    job->text = proviso_text_dup (proviso_project_get_text (self->project));
  job->language = g_strdup (proviso_project_get_language (self->project));
  job->passages = g_array_new (FALSE, FALSE, sizeof (ProvisoCoveragePassage));
  proviso_range_set_foreach_overlapping (proviso_project_get_ranges (self->project), 0, G_MAXUINT, collect,
                                         job->passages);
  if (proviso_remains_stands (remains))
    job->section = (ProvisoCoveragePassage){ proviso_anchor_get_start (proviso_remains_get_anchor (remains)),
                                             proviso_anchor_get_end (proviso_remains_get_anchor (remains)) };

  /* Held by the callback and not by the task, whose last reference may be the thread's. */
  task = g_task_new (NULL, self->cancellable, on_done, g_object_ref (self));
  g_task_set_task_data (task, job, job_free);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_run_in_thread (task, run_job);
  return G_SOURCE_REMOVE;
}

/* Once it pauses; at once where nothing is known yet. */
static void
queue_job (ProvisoCoverageTracker *self)
{
  stop_job (self);
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = self->coverage != NULL ? g_timeout_add_full (G_PRIORITY_LOW, PAUSE_MS, start_job, self, NULL)
                                        : g_idle_add_full (G_PRIORITY_LOW, start_job, self, NULL);
}

static void
on_text_replaced (ProvisoCoverageTracker *self, guint offset, guint n_removed, const char *inserted)
{
  g_autoptr (GArray) changes =
      proviso_range_set_replace (self->ranges, offset, n_removed, (guint) g_utf8_strlen (inserted, -1));

  g_clear_object (&self->sentences);
  queue_job (self);
}

static void
on_language (ProvisoCoverageTracker *self)
{
  g_clear_object (&self->sentences);
  queue_job (self);
}

static void
proviso_coverage_tracker_dispose (GObject *object)
{
  ProvisoCoverageTracker *self = PROVISO_COVERAGE_TRACKER (object);

  stop_job (self);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->sentences);
  g_clear_object (&self->coverage);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (proviso_coverage_tracker_parent_class)->dispose (object);
}

static void
proviso_coverage_tracker_finalize (GObject *object)
{
  ProvisoCoverageTracker *self = PROVISO_COVERAGE_TRACKER (object);

  proviso_range_set_free (self->ranges);

  G_OBJECT_CLASS (proviso_coverage_tracker_parent_class)->finalize (object);
}

static void
proviso_coverage_tracker_class_init (ProvisoCoverageTrackerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = proviso_coverage_tracker_dispose;
  object_class->finalize = proviso_coverage_tracker_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
proviso_coverage_tracker_init (ProvisoCoverageTracker *self)
{
  self->ranges = proviso_range_set_new ();
}

ProvisoCoverageTracker *
proviso_coverage_tracker_new (ProvisoProject *project)
{
  ProvisoCoverageTracker *self = g_object_new (PROVISO_TYPE_COVERAGE_TRACKER, NULL);

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), self);

  self->project = g_object_ref (project);
  g_signal_connect_object (project, "text-replaced", G_CALLBACK (on_text_replaced), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "passages-changed", G_CALLBACK (queue_job), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "notify::language", G_CALLBACK (on_language), self, G_CONNECT_SWAPPED);
  queue_job (self);
  return self;
}

ProvisoCoverage *
proviso_coverage_tracker_get_coverage (ProvisoCoverageTracker *self)
{
  g_return_val_if_fail (PROVISO_IS_COVERAGE_TRACKER (self), NULL);

  return self->coverage;
}

typedef struct
{
  ProvisoCoverageFunc func;
  gpointer user_data;
} Walk;

static gboolean
visit (ProvisoRange *range, guint start, guint end, gpointer user_data)
{
  Walk *walk = user_data;

  /* What is left of a sentence that was taken out is none. */
  return start == end ||
         walk->func (range, start, end, GPOINTER_TO_INT (proviso_range_get_data (range)), walk->user_data);
}

void
proviso_coverage_tracker_foreach (ProvisoCoverageTracker *self,
                                  guint start,
                                  guint end,
                                  ProvisoCoverageFunc func,
                                  gpointer user_data)
{
  Walk walk = { func, user_data };

  g_return_if_fail (PROVISO_IS_COVERAGE_TRACKER (self));

  proviso_range_set_foreach_overlapping (self->ranges, start, end, visit, &walk);
}

gboolean
proviso_coverage_tracker_get_settled (ProvisoCoverageTracker *self)
{
  g_return_val_if_fail (PROVISO_IS_COVERAGE_TRACKER (self), FALSE);

  return self->source == 0 && self->cancellable == NULL;
}
