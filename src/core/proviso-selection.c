/* proviso-selection.c: what the person is looking at: where the draft and the panel meet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-selection.h"

#include "core/proviso-record-private.h"

struct _ProvisoSelection
{
  GObject parent_instance;

  ProvisoRecord *record;
  guint start;
  guint end;
};

G_DEFINE_FINAL_TYPE (ProvisoSelection, proviso_selection, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_RECORD,
  PROP_HAS_RANGE,
  N_PROPS,
};

enum
{
  SHOW_IN_TEXT,
  SHOW_RANGE,
  SHOW_IN_PANEL,
  GO_TO,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
proviso_selection_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ProvisoSelection *self = PROVISO_SELECTION (object);

  switch (prop_id)
    {
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    case PROP_HAS_RANGE:
      g_value_set_boolean (value, proviso_selection_get_has_range (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_selection_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_RECORD:
      proviso_selection_set_record (PROVISO_SELECTION (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_selection_finalize (GObject *object)
{
  g_clear_object (&PROVISO_SELECTION (object)->record);

  G_OBJECT_CLASS (proviso_selection_parent_class)->finalize (object);
}

static void
proviso_selection_class_init (ProvisoSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = proviso_selection_get_property;
  object_class->set_property = proviso_selection_set_property;
  object_class->finalize = proviso_selection_finalize;

  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, PROVISO_TYPE_RECORD, PROVISO_PARAM_READWRITE);
  properties[PROP_HAS_RANGE] = g_param_spec_boolean ("has-range", NULL, NULL, FALSE, PROVISO_PARAM_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SHOW_IN_TEXT] = g_signal_new ("show-in-text",
                                        PROVISO_TYPE_SELECTION,
                                        G_SIGNAL_RUN_LAST,
                                        0,
                                        NULL,
                                        NULL,
                                        NULL,
                                        G_TYPE_NONE,
                                        1,
                                        PROVISO_TYPE_ANCHOR);
  signals[SHOW_RANGE] = g_signal_new ("show-range",
                                      PROVISO_TYPE_SELECTION,
                                      G_SIGNAL_RUN_LAST,
                                      0,
                                      NULL,
                                      NULL,
                                      NULL,
                                      G_TYPE_NONE,
                                      2,
                                      G_TYPE_UINT,
                                      G_TYPE_UINT);
  signals[SHOW_IN_PANEL] = g_signal_new ("show-in-panel",
                                         PROVISO_TYPE_SELECTION,
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         2,
                                         PROVISO_TYPE_RECORD,
                                         G_TYPE_BOOLEAN);

  signals[GO_TO] = g_signal_new ("go-to",
                                 PROVISO_TYPE_SELECTION,
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 1,
                                 PROVISO_TYPE_RECORD);
}

static void
proviso_selection_init (ProvisoSelection *self)
{
}

ProvisoSelection *
proviso_selection_new (void)
{
  return g_object_new (PROVISO_TYPE_SELECTION, NULL);
}

ProvisoRecord *
proviso_selection_get_record (ProvisoSelection *self)
{
  g_return_val_if_fail (PROVISO_IS_SELECTION (self), NULL);

  return self->record;
}

void
proviso_selection_set_record (ProvisoSelection *self, ProvisoRecord *record)
{
  g_return_if_fail (PROVISO_IS_SELECTION (self));

  if (g_set_object (&self->record, record))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

void
proviso_selection_get_range (ProvisoSelection *self, guint *start, guint *end)
{
  g_return_if_fail (PROVISO_IS_SELECTION (self));

  *start = self->start;
  *end = self->end;
}

void
proviso_selection_set_range (ProvisoSelection *self, guint start, guint end)
{
  gboolean had_range;
  gboolean moved;

  g_return_if_fail (PROVISO_IS_SELECTION (self));
  g_return_if_fail (start <= end);

  had_range = proviso_selection_get_has_range (self);
  moved = self->start != start || self->end != end;
  self->start = start;
  self->end = end;
  if (had_range != (start < end) || (had_range && moved))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_RANGE]);
}

gboolean
proviso_selection_get_has_range (ProvisoSelection *self)
{
  g_return_val_if_fail (PROVISO_IS_SELECTION (self), FALSE);

  return self->start < self->end;
}

void
proviso_selection_show_in_text (ProvisoSelection *self, ProvisoAnchor *anchor)
{
  g_return_if_fail (PROVISO_IS_SELECTION (self));
  g_return_if_fail (PROVISO_IS_ANCHOR (anchor));

  proviso_selection_set_record (self, proviso_record_get_root (PROVISO_RECORD (anchor)));
  g_signal_emit (self, signals[SHOW_IN_TEXT], 0, anchor);
}

void
proviso_selection_show_range (ProvisoSelection *self, guint start, guint end)
{
  g_return_if_fail (PROVISO_IS_SELECTION (self));
  g_return_if_fail (start <= end);

  g_signal_emit (self, signals[SHOW_RANGE], 0, start, end);
}

void
proviso_selection_show_in_panel (ProvisoSelection *self, ProvisoRecord *record, gboolean focus)
{
  g_return_if_fail (PROVISO_IS_SELECTION (self));
  g_return_if_fail (PROVISO_IS_RECORD (record));

  proviso_selection_set_record (self, record);
  g_signal_emit (self, signals[SHOW_IN_PANEL], 0, record, focus);
}

void
proviso_selection_go_to (ProvisoSelection *self, ProvisoRecord *record)
{
  g_return_if_fail (PROVISO_IS_SELECTION (self));
  g_return_if_fail (PROVISO_IS_RECORD (record));

  proviso_selection_set_record (self, record);
  g_signal_emit (self, signals[GO_TO], 0, record);
}
