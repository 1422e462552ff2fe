/* proviso-remains.c: the section of a draft that says what remains unconfirmed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-remains.h"

#include "core/proviso-record-private.h"

struct _ProvisoRemains
{
  ProvisoRecord parent_instance;

  char *texts[PROVISO_REMAINS_N_TEXTS]; /* nullable */
  ProvisoAnchor *anchor;
};

G_DEFINE_FINAL_TYPE (ProvisoRemains, proviso_remains, PROVISO_TYPE_RECORD)

static const char *const names[PROVISO_REMAINS_N_TEXTS] = {
  [PROVISO_REMAINS_HEADING] = "heading",
  [PROVISO_REMAINS_LEAD_IN] = "lead-in",
  [PROVISO_REMAINS_CAVEAT] = "caveat",
  [PROVISO_REMAINS_UNCHECKED] = "unchecked",
  [PROVISO_REMAINS_STATED] = "stated",
  [PROVISO_REMAINS_REPORTED] = "reported",
  [PROVISO_REMAINS_LEAKED] = "leaked",
  [PROVISO_REMAINS_UNCONFIRMED] = "unconfirmed",
  [PROVISO_REMAINS_DISPUTED] = "disputed",
  [PROVISO_REMAINS_UNVERIFIABLE] = "unverifiable",
  [PROVISO_REMAINS_ATTRIBUTED_TO] = "attributed-to",
  [PROVISO_REMAINS_AS_OF] = "as-of",
  [PROVISO_REMAINS_GENERATED] = "generated",
};

/* A text's property has the number of the text and one more. */
static GParamSpec *properties[PROVISO_REMAINS_N_TEXTS + 1];

static void
proviso_remains_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id <= PROVISO_REMAINS_N_TEXTS)
    g_value_set_string (value, PROVISO_REMAINS (object)->texts[prop_id - 1]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
proviso_remains_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id <= PROVISO_REMAINS_N_TEXTS)
    proviso_remains_set_text (PROVISO_REMAINS (object), prop_id - 1, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
proviso_remains_finalize (GObject *object)
{
  ProvisoRemains *self = PROVISO_REMAINS (object);

  for (guint i = 0; i < PROVISO_REMAINS_N_TEXTS; i++)
    g_free (self->texts[i]);
  /* The undo history may hold it for longer. */
  proviso_record_set_owner (PROVISO_RECORD (self->anchor), NULL);
  g_object_unref (self->anchor);

  G_OBJECT_CLASS (proviso_remains_parent_class)->finalize (object);
}

static void
proviso_remains_class_init (ProvisoRemainsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = proviso_remains_get_property;
  object_class->set_property = proviso_remains_set_property;
  object_class->finalize = proviso_remains_finalize;
  PROVISO_RECORD_CLASS (klass)->is_part = TRUE;

  for (guint i = 0; i < PROVISO_REMAINS_N_TEXTS; i++)
    properties[i + 1] = g_param_spec_string (names[i], NULL, NULL, NULL, PROVISO_PARAM_READWRITE);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
proviso_remains_init (ProvisoRemains *self)
{
  self->anchor = proviso_anchor_new (0, 0);
  proviso_anchor_set_state (self->anchor, PROVISO_ANCHOR_STATE_LOST);
  proviso_record_set_owner (PROVISO_RECORD (self->anchor), PROVISO_RECORD (self));
}

ProvisoRemains *
proviso_remains_new (void)
{
  return g_object_new (PROVISO_TYPE_REMAINS, NULL);
}

const char *
proviso_remains_get_text (ProvisoRemains *self, ProvisoRemainsText text)
{
  g_return_val_if_fail (PROVISO_IS_REMAINS (self), NULL);
  g_return_val_if_fail (text < PROVISO_REMAINS_N_TEXTS, NULL);

  return self->texts[text];
}

void
proviso_remains_set_text (ProvisoRemains *self, ProvisoRemainsText text, const char *value)
{
  g_return_if_fail (PROVISO_IS_REMAINS (self));
  g_return_if_fail (text < PROVISO_REMAINS_N_TEXTS);

  if (g_set_str (&self->texts[text], value))
    g_object_notify_by_pspec (G_OBJECT (self), properties[text + 1]);
}

const char *
proviso_remains_get_text_name (ProvisoRemainsText text)
{
  g_return_val_if_fail (text < PROVISO_REMAINS_N_TEXTS, NULL);

  return names[text];
}

ProvisoAnchor *
proviso_remains_get_anchor (ProvisoRemains *self)
{
  g_return_val_if_fail (PROVISO_IS_REMAINS (self), NULL);

  return self->anchor;
}

void
proviso_remains_set_anchor (ProvisoRemains *self, ProvisoAnchor *anchor)
{
  g_return_if_fail (PROVISO_IS_REMAINS (self));
  g_return_if_fail (PROVISO_IS_ANCHOR (anchor));
  g_return_if_fail (proviso_anchor_get_range (self->anchor) == NULL);

  proviso_record_set_owner (PROVISO_RECORD (self->anchor), NULL);
  g_set_object (&self->anchor, anchor);
  proviso_record_set_owner (PROVISO_RECORD (anchor), PROVISO_RECORD (self));
}

gboolean
proviso_remains_stands (ProvisoRemains *self)
{
  g_return_val_if_fail (PROVISO_IS_REMAINS (self), FALSE);

  return proviso_anchor_get_state (self->anchor) != PROVISO_ANCHOR_STATE_LOST;
}

gboolean
proviso_remains_is_empty (ProvisoRemains *self)
{
  guint n_foreign;

  g_return_val_if_fail (PROVISO_IS_REMAINS (self), TRUE);

  for (guint i = 0; i < PROVISO_REMAINS_N_TEXTS; i++)
    if (self->texts[i] != NULL)
      return FALSE;
  proviso_record_get_foreign_members (PROVISO_RECORD (self), &n_foreign);

  return n_foreign == 0 && !proviso_remains_stands (self);
}
