/* proviso-panel-context.c: what the panel's lists share: the project, the selection, what derives of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The project tells of every change at once; lists of thousands want to hear of them a few times a second.
 */
#include "panel/proviso-panel-context.h"
#include "panel/proviso-headings.h"

#include <glib/gi18n-lib.h>

#define PLACES_DELAY_MS 150
#define USES_DELAY_MS 250
#define WORDS_DELAY_MS 800
#define PEOPLE_DELAY_MS 150

enum
{
  SIGNAL_PLACES_CHANGED,
  SIGNAL_WORDS_CHANGED,
  SIGNAL_USES_CHANGED,
  SIGNAL_HEADINGS_CHANGED,
  SIGNAL_PEOPLE_CHANGED,
  N_SIGNALS,
};

enum
{
  PROP_0,
  PROP_REVIEWING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static guint signals[N_SIGNALS];
static const guint delays[N_SIGNALS] = { PLACES_DELAY_MS, WORDS_DELAY_MS, USES_DELAY_MS, 0,
                                         PEOPLE_DELAY_MS };

struct _ProvisoPanelContext
{
  GObject parent_instance;

  ProvisoProject *project;
  ProvisoSelection *selection;
  ProvisoHeadings *headings;
  ProvisoCaveatTally *tally; /* NULL until asked for */
  gboolean reviewing;
  GHashTable *places; /* a record, not referenced -> where it stands */
  gboolean places_known; /* else `places` is of before the last change */
  guint timeouts[N_SIGNALS];
  GHashTable
      *uses; /* a source's id, a string of some evidence -> the number of claims; NULL: to be counted */
};

/* A signal that waits for its time. */
typedef struct
{
  ProvisoPanelContext *context;
  guint signal;
} Pending;

G_DEFINE_FINAL_TYPE (ProvisoPanelContext, proviso_panel_context, G_TYPE_OBJECT)

static gboolean
timeout_cb (gpointer data)
{
  Pending *pending = data;

  pending->context->timeouts[pending->signal] = 0;
  g_signal_emit (pending->context, signals[pending->signal], 0);

  return G_SOURCE_REMOVE;
}

static void
queue (ProvisoPanelContext *self, guint signal)
{
  Pending *pending;

  if (self->timeouts[signal] != 0 || !g_signal_has_handler_pending (self, signals[signal], 0, FALSE))
    return;

  pending = g_new (Pending, 1);
  *pending = (Pending) { self, signal };
  self->timeouts[signal] =
      g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, delays[signal], timeout_cb, pending, g_free);
}

static void
passages_changed_cb (ProvisoPanelContext *self)
{
  self->places_known = FALSE;
  queue (self, SIGNAL_PLACES_CHANGED);
}

static void
text_replaced_cb (ProvisoPanelContext *self)
{
  self->places_known = FALSE;
  queue (self, SIGNAL_WORDS_CHANGED);
}

static void
record_changed_cb (ProvisoPanelContext *self, ProvisoRecord *record)
{
  if (PROVISO_IS_SOURCE (record))
    return;

  self->places_known = FALSE;
  if (PROVISO_IS_CLAIM (record))
    {
      g_clear_pointer (&self->uses, g_hash_table_unref);
      queue (self, SIGNAL_USES_CHANGED);
    }
  /* A caveat's state shows in its claim, a claim's passages in their place. */
  queue (self, SIGNAL_PLACES_CHANGED);
}

static void
headings_changed_cb (ProvisoPanelContext *self)
{
  g_signal_emit (self, signals[SIGNAL_HEADINGS_CHANGED], 0);
}

static void
people_changed_cb (ProvisoPanelContext *self)
{
  queue (self, SIGNAL_PEOPLE_CHANGED);
}

static void
claims_changed_cb (ProvisoPanelContext *self)
{
  self->places_known = FALSE;
  g_clear_pointer (&self->uses, g_hash_table_unref);
  queue (self, SIGNAL_USES_CHANGED);
  queue (self, SIGNAL_PLACES_CHANGED);
}

static void
caveats_changed_cb (ProvisoPanelContext *self)
{
  self->places_known = FALSE;
  queue (self, SIGNAL_PLACES_CHANGED);
}

static void
count_uses (ProvisoPanelContext *self)
{
  ProvisoRecordList *claims = proviso_project_get_claims (self->project);
  guint n_claims = proviso_record_list_get_size (claims);

  self->uses = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_claims; i++)
    {
      ProvisoRecordList *evidence = proviso_claim_peek_evidence (proviso_record_list_peek (claims, i));
      guint n_evidence = proviso_record_list_get_size (evidence);

      for (guint j = 0; j < n_evidence; j++)
        {
          const char *source = proviso_evidence_get_source (proviso_record_list_peek (evidence, j));
          gboolean counted = FALSE;

          /* A claim that names a source twice uses it once. */
          for (guint k = 0; k < j && !counted; k++)
            counted =
                g_strcmp0 (source, proviso_evidence_get_source (proviso_record_list_peek (evidence, k))) == 0;
          if (source != NULL && !counted)
            g_hash_table_insert (self->uses, (gpointer) source,
                                 GUINT_TO_POINTER (
                                     GPOINTER_TO_UINT (g_hash_table_lookup (self->uses, source)) + 1));
        }
    }
}

static ProvisoAnchor *
get_first_passage (ProvisoRecordList *anchors)
{
  guint n_anchors = proviso_record_list_get_size (anchors);
  ProvisoAnchor *first = NULL;

  for (guint i = 0; i < n_anchors; i++)
    {
      ProvisoAnchor *anchor = proviso_record_list_peek (anchors, i);

      if (proviso_anchor_get_state (anchor) != PROVISO_ANCHOR_STATE_LOST &&
          (first == NULL || proviso_anchor_get_start (anchor) < proviso_anchor_get_start (first)))
        first = anchor;
    }

  return first;
}

static void
proviso_panel_context_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_REVIEWING:
      g_value_set_boolean (value, PROVISO_PANEL_CONTEXT (object)->reviewing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_panel_context_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_REVIEWING:
      proviso_panel_context_set_reviewing (PROVISO_PANEL_CONTEXT (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_panel_context_dispose (GObject *object)
{
  ProvisoPanelContext *self = PROVISO_PANEL_CONTEXT (object);

  for (guint i = 0; i < N_SIGNALS; i++)
    g_clear_handle_id (&self->timeouts[i], g_source_remove);
  g_clear_pointer (&self->uses, g_hash_table_unref);
  g_clear_object (&self->headings);
  g_clear_object (&self->tally);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_object (&self->project);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (proviso_panel_context_parent_class)->dispose (object);
}

static void
proviso_panel_context_class_init (ProvisoPanelContextClass *klass)
{
  static const char *const names[N_SIGNALS] = { "places-changed", "words-changed", "uses-changed",
                                                "headings-changed", "people-changed" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = proviso_panel_context_get_property;
  object_class->set_property = proviso_panel_context_set_property;
  object_class->dispose = proviso_panel_context_dispose;

  properties[PROP_REVIEWING] =
      g_param_spec_boolean ("reviewing", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

static void
proviso_panel_context_init (ProvisoPanelContext *self)
{
}

ProvisoPanelContext *
proviso_panel_context_new (ProvisoProject *project, ProvisoSelection *selection)
{
  ProvisoPanelContext *self;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), NULL);
  g_return_val_if_fail (PROVISO_IS_SELECTION (selection), NULL);

  self = g_object_new (PROVISO_TYPE_PANEL_CONTEXT, NULL);
  self->project = g_object_ref (project);
  self->selection = g_object_ref (selection);
  self->headings = proviso_headings_new (project);

  g_signal_connect_object (project, "passages-changed", G_CALLBACK (passages_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "text-replaced", G_CALLBACK (text_replaced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "record-changed", G_CALLBACK (record_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (proviso_project_get_claims (project), "items-changed",
                           G_CALLBACK (claims_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (proviso_project_get_caveats (project), "items-changed",
                           G_CALLBACK (caveats_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->headings, "changed", G_CALLBACK (headings_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

ProvisoProject *
proviso_panel_context_get_project (ProvisoPanelContext *self)
{
  g_return_val_if_fail (PROVISO_IS_PANEL_CONTEXT (self), NULL);

  return self->project;
}

ProvisoSelection *
proviso_panel_context_get_selection (ProvisoPanelContext *self)
{
  g_return_val_if_fail (PROVISO_IS_PANEL_CONTEXT (self), NULL);

  return self->selection;
}

gboolean
proviso_panel_context_get_reviewing (ProvisoPanelContext *self)
{
  g_return_val_if_fail (PROVISO_IS_PANEL_CONTEXT (self), FALSE);

  return self->reviewing;
}

void
proviso_panel_context_set_reviewing (ProvisoPanelContext *self, gboolean reviewing)
{
  g_return_if_fail (PROVISO_IS_PANEL_CONTEXT (self));

  if (self->reviewing == !!reviewing)
    return;

  self->reviewing = !!reviewing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVIEWING]);
}

ProvisoCaveatTally *
proviso_panel_context_get_tally (ProvisoPanelContext *self)
{
  g_return_val_if_fail (PROVISO_IS_PANEL_CONTEXT (self), NULL);

  if (self->tally == NULL)
    {
      self->tally = proviso_caveat_tally_new (self->project);
      g_signal_connect_object (self->tally, "people-changed", G_CALLBACK (people_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }

  return self->tally;
}

gboolean
proviso_panel_context_is_waiting (ProvisoPanelContext *self, gpointer record)
{
  ProvisoCaveatTally *tally;

  g_return_val_if_fail (PROVISO_IS_PANEL_CONTEXT (self), FALSE);

  if (PROVISO_IS_CLAIM (record))
    return proviso_claim_get_check_stale (record);
  if (!PROVISO_IS_CAVEAT (record))
    return FALSE;

  tally = proviso_panel_context_get_tally (self);

  return self->reviewing ? proviso_caveat_tally_is_to_confirm (tally, record)
                         : proviso_caveat_tally_get_standing (tally, record) <= PROVISO_STANDING_REOPENED;
}

guint
proviso_panel_context_count_waiting (ProvisoPanelContext *self)
{
  ProvisoCaveatTally *tally;

  g_return_val_if_fail (PROVISO_IS_PANEL_CONTEXT (self), 0);

  tally = proviso_panel_context_get_tally (self);

  return self->reviewing ? proviso_caveat_tally_count_to_confirm (tally)
                         : proviso_caveat_tally_count (tally, PROVISO_STANDING_OPEN) +
                               proviso_caveat_tally_count (tally, PROVISO_STANDING_REOPENED);
}

guint
proviso_panel_context_get_n_uses (ProvisoPanelContext *self, ProvisoSource *source)
{
  g_return_val_if_fail (PROVISO_IS_PANEL_CONTEXT (self), 0);
  g_return_val_if_fail (PROVISO_IS_SOURCE (source), 0);

  if (self->uses == NULL)
    count_uses (self);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->uses, proviso_source_get_id (source)));
}

ProvisoAnchor *
proviso_panel_context_get_passage (ProvisoPanelContext *self, ProvisoRecord *record)
{
  ProvisoAnchor *passage = NULL;

  g_return_val_if_fail (PROVISO_IS_PANEL_CONTEXT (self), NULL);

  if (PROVISO_IS_CLAIM (record))
    {
      passage = get_first_passage (proviso_claim_peek_anchors (PROVISO_CLAIM (record)));
    }
  else if (PROVISO_IS_CAVEAT (record))
    {
      const char *claim_id = proviso_caveat_get_claim (PROVISO_CAVEAT (record));
      ProvisoClaim *claim;

      passage = get_first_passage (proviso_caveat_peek_anchors (PROVISO_CAVEAT (record)));
      claim =
          passage == NULL && claim_id != NULL ? proviso_project_find_claim (self->project, claim_id) : NULL;
      if (claim != NULL)
        passage = get_first_passage (proviso_claim_peek_anchors (claim));
    }

  return passage;
}

void
proviso_panel_context_show_in_text (ProvisoPanelContext *self, ProvisoRecord *record)
{
  ProvisoAnchor *passage = proviso_panel_context_get_passage (self, record);

  if (passage != NULL)
    proviso_selection_show_in_text (self->selection, passage);
  /* The passage may be that of a caveat's claim; it is the caveat that was chosen. */
  proviso_selection_set_record (self->selection, record);
}

guint
proviso_panel_context_get_place (ProvisoPanelContext *self, ProvisoRecord *record)
{
  ProvisoAnchor *passage;
  gpointer known;
  guint place;

  g_return_val_if_fail (PROVISO_IS_PANEL_CONTEXT (self), G_MAXUINT);

  /* A list asks for all of them each time that it is sorted another way. */
  if (self->places == NULL)
    self->places = g_hash_table_new (NULL, NULL);
  if (!self->places_known)
    g_hash_table_remove_all (self->places);
  self->places_known = TRUE;
  if (g_hash_table_lookup_extended (self->places, record, NULL, &known))
    return GPOINTER_TO_UINT (known);

  passage = proviso_panel_context_get_passage (self, record);
  place = passage != NULL ? proviso_anchor_get_start (passage) : G_MAXUINT;
  g_hash_table_insert (self->places, record, GUINT_TO_POINTER (place));

  return place;
}

guint
proviso_panel_context_get_section (ProvisoPanelContext *self, ProvisoRecord *record)
{
  guint place = proviso_panel_context_get_place (self, record);

  return place == G_MAXUINT ? G_MAXUINT : (guint) (proviso_headings_find (self->headings, place) + 1);
}

const char *
proviso_panel_context_get_section_title (ProvisoPanelContext *self, guint section)
{
  g_return_val_if_fail (PROVISO_IS_PANEL_CONTEXT (self), NULL);

  return section > 0 && section <= proviso_headings_get_size (self->headings)
             ? proviso_headings_get_title (self->headings, section - 1)
             : NULL;
}

char *
proviso_panel_context_describe_place (ProvisoPanelContext *self, gpointer record)
{
  guint section = proviso_panel_context_get_section (self, record);
  const char *title = proviso_panel_context_get_section_title (self, section);

  if (section == G_MAXUINT)
    return g_strdup (_("Not in the text"));

  /* Translators: where a claim stands; the heading's title follows. */
  return title != NULL ? g_strdup_printf (_("In “%s”"), title) : NULL;
}

gboolean
proviso_panel_context_has_headings (ProvisoPanelContext *self)
{
  g_return_val_if_fail (PROVISO_IS_PANEL_CONTEXT (self), FALSE);

  return proviso_headings_get_size (self->headings) > 0;
}
