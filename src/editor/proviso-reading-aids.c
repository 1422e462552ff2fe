/* proviso-reading-aids.c: other ways to look at a draft: what is in doubt, and what no claim stands behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing is followed while nobody looks at it: the tracker lives as long as the coverage is shown.
 */
#include "editor/proviso-reading-aids.h"

#include <glib/gi18n-lib.h>

struct _ProvisoReadingAids
{
  GObject parent_instance;

  GtkTextView *view;
  ProvisoPassagePainter *painter;
  ProvisoProject *project;
  ProvisoCoverageTracker *tracker; /* while the coverage is shown */
  gboolean coverage;
  gboolean only_open_caveats;
  gboolean to_announce; /* the share, once it is known */
  char *announced;
};

enum
{
  PROP_0,
  PROP_COVERAGE,
  PROP_ONLY_OPEN_CAVEATS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SHARE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoReadingAids, proviso_reading_aids, G_TYPE_OBJECT)

static void
on_coverage_changed (ProvisoReadingAids *self)
{
  g_autofree char *share = proviso_reading_aids_dup_share (self);

  gtk_widget_queue_draw (GTK_WIDGET (self->view));
  g_signal_emit (self, signals[SHARE_CHANGED], 0);
  if (self->to_announce && share)
    proviso_reading_aids_announce (self, share);
  self->to_announce = FALSE;
}

static void
update_tracker (ProvisoReadingAids *self)
{
  if (self->tracker)
    g_signal_handlers_disconnect_by_data (self->tracker, self);
  g_clear_object (&self->tracker);
  if (self->coverage && self->project)
    {
      self->tracker = proviso_coverage_tracker_new (self->project);
      g_signal_connect_object (self->tracker, "changed", G_CALLBACK (on_coverage_changed), self,
                               G_CONNECT_SWAPPED);
    }
  proviso_passage_painter_set_coverage (self->painter, self->tracker);
  g_signal_emit (self, signals[SHARE_CHANGED], 0);
}

static void
proviso_reading_aids_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ProvisoReadingAids *self = PROVISO_READING_AIDS (object);

  switch (id)
    {
    case PROP_COVERAGE:
      g_value_set_boolean (value, self->coverage);
      break;
    case PROP_ONLY_OPEN_CAVEATS:
      g_value_set_boolean (value, self->only_open_caveats);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
proviso_reading_aids_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ProvisoReadingAids *self = PROVISO_READING_AIDS (object);

  switch (id)
    {
    case PROP_COVERAGE:
      proviso_reading_aids_set_coverage (self, g_value_get_boolean (value));
      break;
    case PROP_ONLY_OPEN_CAVEATS:
      proviso_reading_aids_set_only_open_caveats (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
proviso_reading_aids_dispose (GObject *object)
{
  ProvisoReadingAids *self = PROVISO_READING_AIDS (object);

  g_clear_object (&self->tracker);
  g_clear_object (&self->project);
  g_clear_object (&self->painter);
  g_clear_pointer (&self->announced, g_free);

  G_OBJECT_CLASS (proviso_reading_aids_parent_class)->dispose (object);
}

static void
proviso_reading_aids_class_init (ProvisoReadingAidsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = proviso_reading_aids_get_property;
  object_class->set_property = proviso_reading_aids_set_property;
  object_class->dispose = proviso_reading_aids_dispose;

  properties[PROP_COVERAGE] = g_param_spec_boolean ("coverage", NULL, NULL, FALSE, flags);
  properties[PROP_ONLY_OPEN_CAVEATS] = g_param_spec_boolean ("only-open-caveats", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SHARE_CHANGED] = g_signal_new ("share-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
proviso_reading_aids_init (ProvisoReadingAids *self)
{
}

ProvisoReadingAids *
proviso_reading_aids_new (GtkTextView *view, ProvisoPassagePainter *painter)
{
  ProvisoReadingAids *self = g_object_new (PROVISO_TYPE_READING_AIDS, NULL);

  self->view = view;
  self->painter = g_object_ref (painter);
  return self;
}

void
proviso_reading_aids_set_project (ProvisoReadingAids *self, ProvisoProject *project)
{
  g_return_if_fail (PROVISO_IS_READING_AIDS (self));

  if (g_set_object (&self->project, project))
    update_tracker (self);
}

gboolean
proviso_reading_aids_get_coverage (ProvisoReadingAids *self)
{
  g_return_val_if_fail (PROVISO_IS_READING_AIDS (self), FALSE);

  return self->coverage;
}

void
proviso_reading_aids_set_coverage (ProvisoReadingAids *self, gboolean coverage)
{
  g_return_if_fail (PROVISO_IS_READING_AIDS (self));

  coverage = !!coverage;
  if (self->coverage == coverage)
    return;

  self->coverage = coverage;
  self->to_announce = coverage;
  update_tracker (self);
  if (!coverage)
    proviso_reading_aids_announce (self, _ ("Sentences are no longer dimmed"));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COVERAGE]);
}

gboolean
proviso_reading_aids_get_only_open_caveats (ProvisoReadingAids *self)
{
  g_return_val_if_fail (PROVISO_IS_READING_AIDS (self), FALSE);

  return self->only_open_caveats;
}

void
proviso_reading_aids_set_only_open_caveats (ProvisoReadingAids *self, gboolean only_open_caveats)
{
  g_return_if_fail (PROVISO_IS_READING_AIDS (self));

  only_open_caveats = !!only_open_caveats;
  if (self->only_open_caveats == only_open_caveats)
    return;

  self->only_open_caveats = only_open_caveats;
  proviso_passage_painter_set_only_open (self->painter, only_open_caveats);
  proviso_reading_aids_announce (self, only_open_caveats
                                           ? _ ("Only passages with open caveats are underlined")
                                           : _ ("All passages are underlined"));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ONLY_OPEN_CAVEATS]);
}

char *
proviso_reading_aids_dup_share (ProvisoReadingAids *self)
{
  ProvisoCoverage *coverage;

  g_return_val_if_fail (PROVISO_IS_READING_AIDS (self), NULL);

  coverage = self->tracker ? proviso_coverage_tracker_get_coverage (self->tracker) : NULL;
  if (coverage == NULL)
    return NULL;
  if (proviso_coverage_get_n_sentences (coverage) == 0)
    return g_strdup (_ ("No sentences"));
  /* Translators: how many of the draft’s sentences have a claim behind them, in per cent: “64% of sentences tied” */
  return g_strdup_printf (_ ("%u%% of sentences tied"), proviso_coverage_get_percent (coverage));
}

void
proviso_reading_aids_announce (ProvisoReadingAids *self, const char *text)
{
  g_return_if_fail (PROVISO_IS_READING_AIDS (self));

  g_set_str (&self->announced, text);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->view), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

const char *
proviso_reading_aids_get_announced (ProvisoReadingAids *self)
{
  g_return_val_if_fail (PROVISO_IS_READING_AIDS (self), NULL);

  return self->announced;
}
