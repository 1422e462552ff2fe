/* proviso-choice.c: one value that a choice row offers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-choice.h"
#include "core/proviso-vocabulary.h"

struct _ProvisoChoice
{
  GObject parent_instance;

  int value;
  char *label;
  char *explanation;
  char *icon_name;
};

enum
{
  PROP_0,
  PROP_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ProvisoChoice, proviso_choice, G_TYPE_OBJECT)

static void
proviso_choice_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ProvisoChoice *self = PROVISO_CHOICE (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_choice_finalize (GObject *object)
{
  ProvisoChoice *self = PROVISO_CHOICE (object);

  g_free (self->label);
  g_free (self->explanation);
  g_free (self->icon_name);

  G_OBJECT_CLASS (proviso_choice_parent_class)->finalize (object);
}

static void
proviso_choice_class_init (ProvisoChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = proviso_choice_get_property;
  object_class->finalize = proviso_choice_finalize;

  /* What the row's search looks at. */
  properties[PROP_LABEL] =
      g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
proviso_choice_init (ProvisoChoice *self)
{
}

ProvisoChoice *
proviso_choice_new (int value, const char *label, const char *explanation, const char *icon_name)
{
  ProvisoChoice *self = g_object_new (PROVISO_TYPE_CHOICE, NULL);

  self->value = value;
  self->label = g_strdup (label);
  self->explanation = g_strdup (explanation);
  self->icon_name = g_strdup (icon_name);

  return self;
}

GListModel *
proviso_choice_list_new (GType enum_type)
{
  GListStore *choices = g_list_store_new (PROVISO_TYPE_CHOICE);
  guint n_values = proviso_vocabulary_get_n_values (enum_type);

  for (guint value = 0; value < n_values; value++)
    {
      g_autoptr (ProvisoChoice) choice =
          proviso_choice_new (value, proviso_vocabulary_get_label (enum_type, value),
                              proviso_vocabulary_get_explanation (enum_type, value),
                              proviso_vocabulary_get_icon_name (enum_type, value));

      g_list_store_append (choices, choice);
    }

  return G_LIST_MODEL (choices);
}

int
proviso_choice_get_value (ProvisoChoice *self)
{
  g_return_val_if_fail (PROVISO_IS_CHOICE (self), 0);

  return self->value;
}

const char *
proviso_choice_get_label (ProvisoChoice *self)
{
  g_return_val_if_fail (PROVISO_IS_CHOICE (self), NULL);

  return self->label;
}

const char *
proviso_choice_get_explanation (ProvisoChoice *self)
{
  g_return_val_if_fail (PROVISO_IS_CHOICE (self), NULL);

  return self->explanation;
}

const char *
proviso_choice_get_icon_name (ProvisoChoice *self)
{
  g_return_val_if_fail (PROVISO_IS_CHOICE (self), NULL);

  return self->icon_name;
}
