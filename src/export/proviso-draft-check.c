/* proviso-draft-check.c: what is wrong with the draft as a whole before it is published.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "export/proviso-draft-check.h"

#include "export/proviso-folded-text.h"
#include "export/proviso-remains-content.h"
#include "export/proviso-remains-section.h"
#include "export/proviso-source-names.h"

/* So many characters are folded at a time. */
#define FOLD_CHARS 4096
/* Of a shorter name ("AI") nobody can say what it means where it stands. */
#define MIN_LENGTH 3

typedef enum
{
  PHASE_SECTION,
  PHASE_OPEN, /* what sources are called that may be named */
  PHASE_FOLD,
  PHASE_SOURCES,
  PHASE_DONE,
} Phase;

struct _ProvisoDraftCheck
{
  ProvisoProject *project;
  Phase phase;
  guint at; /* of what the phase goes through */
  ProvisoRemainsWriter *writer; /* nullable */
  GHashTable *open;
  guint n_confidential;
  char *draft; /* nullable */
  ProvisoFoldedText folded;
  GPtrArray *findings;
};

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
add_finding (ProvisoDraftCheck *self, ProvisoFindingKind kind, ProvisoRecord *record, ProvisoAnchor *anchor)
{
  g_ptr_array_add (self->findings, proviso_finding_new (kind, record, anchor, 0, FALSE));
}

static void
enter (ProvisoDraftCheck *self, Phase phase)
{
  self->phase = phase;
  self->at = 0;
}

static void
end_section (ProvisoDraftCheck *self)
{
  if (self->writer != NULL)
    {
      g_autofree char *fresh = proviso_remains_writer_dup_section (self->writer);

      if (proviso_remains_is_outdated_by (self->project, fresh))
        add_finding (self, PROVISO_FINDING_SECTION_OUTDATED, NULL, NULL);
      g_clear_pointer (&self->writer, proviso_remains_writer_free);
    }
  enter (self, PHASE_OPEN);
}

static void
look_at_open (ProvisoDraftCheck *self, ProvisoSource *source)
{
  if (proviso_source_get_confidential (source))
    {
      self->n_confidential++;
      return;
    }
  proviso_source_names_collect (self->open, source);
  proviso_source_names_collect_origins (self->open, source);
}

static void
end_open (ProvisoDraftCheck *self)
{
  if (self->n_confidential == 0)
    {
      enter (self, PHASE_DONE);
      return;
    }
  self->draft = proviso_text_dup (proviso_project_get_text (self->project));
  proviso_folded_text_begin (&self->folded, self->draft, TRUE);
  enter (self, PHASE_FOLD);
}

/* Looks for the first place where the draft names the source. */
static void
look_for (ProvisoDraftCheck *self, ProvisoSource *source)
{
  g_autoptr (GHashTable) names = new_set ();
  const char *text = self->folded.text->str;
  const char *first = NULL;
  gsize length = 0;
  GHashTableIter iter;
  gpointer name;

  if (!proviso_source_get_confidential (source))
    return;

  proviso_source_names_collect (names, source);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      const char *found;

      if (g_utf8_strlen (name, -1) < MIN_LENGTH || g_hash_table_contains (self->open, name) ||
          (found = proviso_folded_text_find (text, text, name)) == NULL)
        continue;
      if (first == NULL || found < first || (found == first && strlen (name) > length))
        {
          first = found;
          length = strlen (name);
        }
    }
  if (first != NULL)
    {
      const guint *origins = &g_array_index (self->folded.origins, guint, first - text);
      guint start = (guint) g_utf8_pointer_to_offset (self->draft, self->draft + origins[0]);
      const char *last = self->draft + origins[length - 1];
      g_autoptr (ProvisoAnchor) anchor = proviso_anchor_new (
          start, start + 1 + (guint) g_utf8_pointer_to_offset (self->draft + origins[0], last));

      add_finding (self, PROVISO_FINDING_SOURCE_NAMED, PROVISO_RECORD (source), anchor);
    }
}

/* A little of what is to be done. */
static void
step (ProvisoDraftCheck *self, gint64 budget)
{
  ProvisoRecordList *sources = proviso_project_get_sources (self->project);
  guint at = self->at++;

  switch (self->phase)
    {
    case PHASE_SECTION:
      if (self->writer == NULL || !proviso_remains_writer_run (self->writer, budget))
        end_section (self);
      break;
    case PHASE_OPEN:
      if (at < proviso_record_list_get_size (sources))
        look_at_open (self, proviso_record_list_peek (sources, at));
      else
        end_open (self);
      break;
    case PHASE_FOLD:
      if (!proviso_folded_text_continue (&self->folded, FOLD_CHARS))
        enter (self, PHASE_SOURCES);
      break;
    case PHASE_SOURCES:
      if (at < proviso_record_list_get_size (sources))
        look_for (self, proviso_record_list_peek (sources, at));
      else
        enter (self, PHASE_DONE);
      break;
    case PHASE_DONE:
    default:
      break;
    }
}

ProvisoDraftCheck *
proviso_draft_check_new (ProvisoProject *project)
{
  ProvisoDraftCheck *self;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), NULL);

  self = g_new0 (ProvisoDraftCheck, 1);
  self->project = g_object_ref (project);
  self->open = new_set ();
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  if (proviso_remains_stands (proviso_project_get_remains (project)))
    self->writer = proviso_remains_writer_new (project, NULL, NULL);

  return self;
}

void
proviso_draft_check_free (ProvisoDraftCheck *self)
{
  g_clear_pointer (&self->writer, proviso_remains_writer_free);
  g_hash_table_unref (self->open);
  proviso_folded_text_clear (&self->folded);
  g_free (self->draft);
  g_ptr_array_unref (self->findings);
  g_object_unref (self->project);
  g_free (self);
}

gboolean
proviso_draft_check_run (ProvisoDraftCheck *self, gint64 budget)
{
  gint64 until = g_get_monotonic_time () + budget;

  g_return_val_if_fail (self != NULL, FALSE);

  while (self->phase != PHASE_DONE)
    {
      step (self, budget);
      if (budget >= 0 && g_get_monotonic_time () >= until)
        break;
    }

  return self->phase != PHASE_DONE;
}

GPtrArray *
proviso_draft_check_get_findings (ProvisoDraftCheck *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->phase == PHASE_DONE, NULL);

  return self->findings;
}

void
proviso_draft_check_tell (ProvisoReadiness *readiness)
{
  g_autoptr (ProvisoDraftCheck) self = NULL;

  g_return_if_fail (PROVISO_IS_READINESS (readiness));

  self = proviso_draft_check_new (proviso_readiness_get_project (readiness));
  proviso_draft_check_run (self, -1);
  proviso_readiness_set_draft_findings (readiness, self->findings);
}

void
proviso_draft_check_count_sources (ProvisoProject *project, guint *n_confidential, guint *n_named)
{
  g_autoptr (ProvisoDraftCheck) self = proviso_draft_check_new (project);

  g_return_if_fail (self != NULL);

  proviso_draft_check_run (self, -1);
  *n_confidential = self->n_confidential;
  *n_named = 0;
  for (guint i = 0; i < self->findings->len; i++)
    *n_named += proviso_finding_get_kind (g_ptr_array_index (self->findings, i)) == PROVISO_FINDING_SOURCE_NAMED;
}
