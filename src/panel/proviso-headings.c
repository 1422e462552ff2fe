/* proviso-headings.c: the headings of a project's draft, while it is being edited.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parsing a long draft takes longer than a frame, and most typing changes no heading. So an edit moves the
 * known headings, which is an addition each, and only one that may have made, unmade or renamed a heading has
 * the draft parsed.
 */
#include "panel/proviso-headings.h"

#include "markdown/proviso-outline.h"

#include <string.h>

#define PARSE_DELAY_MS 900
/* No heading is longer than this for the question whether an edit is in it. */
#define MAX_HEADING 300

struct _ProvisoHeadings
{
  GObject parent_instance;

  ProvisoProject *project;
  ProvisoOutline *outline;
  GArray *starts; /* guint: where the outline's headings are by now */
  guint timeout;
  gboolean parsing;
  gboolean again; /* the draft changed while it was parsed */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoHeadings, proviso_headings, G_TYPE_OBJECT)

static void queue_parse (ProvisoHeadings *self);

static void
take_outline (ProvisoHeadings *self, ProvisoOutline *outline)
{
  gboolean same = self->outline != NULL && proviso_outline_has_same_headings (self->outline, outline);
  guint n_headings = proviso_outline_get_n_headings (outline);

  g_array_set_size (self->starts, 0);
  for (guint i = 0; i < n_headings; i++)
    g_array_append_val (self->starts, proviso_outline_get_heading (outline, i)->start);
  g_set_object (&self->outline, outline);
  if (!same)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
parse_in_thread (GTask *task, gpointer source, gpointer text, GCancellable *cancellable)
{
  g_task_return_pointer (task, proviso_outline_new (text), g_object_unref);
}

static void
parsed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (ProvisoHeadings) self = g_weak_ref_get (weak);
  g_autoptr (ProvisoOutline) outline = g_task_propagate_pointer (G_TASK (result), NULL);

  g_weak_ref_clear (weak);
  g_free (weak);
  if (self == NULL || self->project == NULL)
    return;

  self->parsing = FALSE;
  /* What was parsed is not what is there now; the next parse is right. */
  if (self->again)
    queue_parse (self);
  else
    take_outline (self, outline);
}

static void
parse (ProvisoHeadings *self)
{
  /* The project does not wait for the thread in order to go. */
  GWeakRef *weak = g_new0 (GWeakRef, 1);
  g_autoptr (GTask) task = NULL;

  g_weak_ref_init (weak, self);
  task = g_task_new (NULL, NULL, parsed_cb, weak);
  self->parsing = TRUE;
  self->again = FALSE;
  g_task_set_task_data (task, proviso_text_dup (proviso_project_get_text (self->project)), g_free);
  g_task_run_in_thread (task, parse_in_thread);
}

static gboolean
timeout_cb (gpointer user_data)
{
  ProvisoHeadings *self = user_data;

  self->timeout = 0;
  parse (self);

  return G_SOURCE_REMOVE;
}

static void
queue_parse (ProvisoHeadings *self)
{
  if (self->parsing)
    self->again = TRUE;
  else if (self->timeout == 0)
    self->timeout = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, PARSE_DELAY_MS, timeout_cb, self, NULL);
}

/* Whether the place is in the line of a known heading. */
static gboolean
is_in_heading (ProvisoHeadings *self, guint offset)
{
  int heading = proviso_headings_find (self, offset);
  g_autofree char *between = NULL;
  guint start;

  if (heading < 0)
    return FALSE;

  start = g_array_index (self->starts, guint, heading);
  if (offset - start > MAX_HEADING)
    return FALSE;

  between = proviso_text_get_slice (proviso_project_get_text (self->project), start, offset);
  return strchr (between, '\n') == NULL;
}

static void
text_replaced_cb (ProvisoHeadings *self, guint offset, guint n_removed, const char *inserted)
{
  guint n_inserted = g_utf8_strlen (inserted, -1);
  gboolean may_matter =
      n_removed > 0 || strpbrk (inserted, "\r\n#=-`~<>") != NULL || is_in_heading (self, offset);

  for (guint i = self->starts->len; i > 0; i--)
    {
      guint *start = &g_array_index (self->starts, guint, i - 1);

      if (*start < offset)
        break;
      *start = MAX (*start, offset + n_removed) - n_removed + n_inserted;
    }

  /* While it is parsed, the draft must not move at all: the parse's offsets would be wrong. */
  if (may_matter || self->parsing)
    queue_parse (self);
}

static void
proviso_headings_dispose (GObject *object)
{
  ProvisoHeadings *self = PROVISO_HEADINGS (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (proviso_headings_parent_class)->dispose (object);
}

static void
proviso_headings_finalize (GObject *object)
{
  ProvisoHeadings *self = PROVISO_HEADINGS (object);

  g_clear_object (&self->outline);
  g_clear_pointer (&self->starts, g_array_unref);

  G_OBJECT_CLASS (proviso_headings_parent_class)->finalize (object);
}

static void
proviso_headings_class_init (ProvisoHeadingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = proviso_headings_dispose;
  object_class->finalize = proviso_headings_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
proviso_headings_init (ProvisoHeadings *self)
{
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
}

ProvisoHeadings *
proviso_headings_new (ProvisoProject *project)
{
  ProvisoHeadings *self;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), NULL);

  self = g_object_new (PROVISO_TYPE_HEADINGS, NULL);
  self->project = g_object_ref (project);
  g_signal_connect_object (project, "text-replaced", G_CALLBACK (text_replaced_cb), self, G_CONNECT_SWAPPED);
  parse (self);

  return self;
}

guint
proviso_headings_get_size (ProvisoHeadings *self)
{
  g_return_val_if_fail (PROVISO_IS_HEADINGS (self), 0);

  return self->starts->len;
}

int
proviso_headings_find (ProvisoHeadings *self, guint offset)
{
  guint low = 0, high;

  g_return_val_if_fail (PROVISO_IS_HEADINGS (self), -1);

  high = self->starts->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->starts, guint, middle) <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return (int) low - 1;
}

const char *
proviso_headings_get_title (ProvisoHeadings *self, guint heading)
{
  g_return_val_if_fail (PROVISO_IS_HEADINGS (self), NULL);
  g_return_val_if_fail (heading < self->starts->len, NULL);

  return proviso_outline_get_heading (self->outline, heading)->title;
}
