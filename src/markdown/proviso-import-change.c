/* proviso-import-change.c: one repair that bringing plain text in as Markdown proposes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-import-change.h"

#include <glib/gi18n-lib.h>

struct _ProvisoImportChange
{
  GObject parent_instance;

  ProvisoImportKind kind;
  guint line;
  char *before;
  char *after;
  char *description;
  gboolean enabled;
};

enum
{
  PROP_0,
  PROP_LINE,
  PROP_BEFORE,
  PROP_AFTER,
  PROP_DESCRIPTION,
  PROP_ENABLED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ProvisoImportChange, proviso_import_change, G_TYPE_OBJECT)

const char *
proviso_import_kind_get_title (ProvisoImportKind kind)
{
  switch (kind)
    {
    case PROVISO_IMPORT_PARAGRAPH:
      return _ ("Paragraphs");
    case PROVISO_IMPORT_HEADING:
      return _ ("Headings");
    case PROVISO_IMPORT_LIST:
      return _ ("Lists");
    case PROVISO_IMPORT_TABLE:
      return _ ("Tables");
    case PROVISO_IMPORT_TABLE_HEADER:
      return _ ("Table Headers");
    case PROVISO_IMPORT_INDENT:
      return _ ("Indented Paragraphs");
    case PROVISO_IMPORT_WHITESPACE:
      return _ ("Stray Blanks");
    default:
      g_return_val_if_reached ("");
    }
}

const char *
proviso_import_kind_get_description (ProvisoImportKind kind)
{
  switch (kind)
    {
    case PROVISO_IMPORT_PARAGRAPH:
      return _ ("Put an empty line between paragraphs that only a line break separates");
    case PROVISO_IMPORT_HEADING:
      return _ ("Mark lines that read like headings");
    case PROVISO_IMPORT_LIST:
      return _ ("Turn bullets into list items and set lists apart");
    case PROVISO_IMPORT_TABLE:
      return _ ("Keep tables together and set them apart from the text around them");
    case PROVISO_IMPORT_TABLE_HEADER:
      return _ ("Move a header whose first cell is missing one column along");
    case PROVISO_IMPORT_INDENT:
      return _ ("Remove indents that would turn a paragraph into code");
    case PROVISO_IMPORT_WHITESPACE:
      return _ ("Remove blanks at line ends, surplus empty lines and control characters");
    default:
      g_return_val_if_reached ("");
    }
}

static void
proviso_import_change_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ProvisoImportChange *self = PROVISO_IMPORT_CHANGE (object);

  switch (id)
    {
    case PROP_LINE:
      g_value_set_uint (value, self->line);
      break;
    case PROP_BEFORE:
      g_value_set_string (value, self->before);
      break;
    case PROP_AFTER:
      g_value_set_string (value, self->after);
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, self->description);
      break;
    case PROP_ENABLED:
      g_value_set_boolean (value, self->enabled);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
proviso_import_change_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ProvisoImportChange *self = PROVISO_IMPORT_CHANGE (object);

  switch (id)
    {
    case PROP_ENABLED:
      proviso_import_change_set_enabled (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
proviso_import_change_finalize (GObject *object)
{
  ProvisoImportChange *self = PROVISO_IMPORT_CHANGE (object);

  g_free (self->before);
  g_free (self->after);
  g_free (self->description);

  G_OBJECT_CLASS (proviso_import_change_parent_class)->finalize (object);
}

static void
proviso_import_change_class_init (ProvisoImportChangeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = proviso_import_change_get_property;
  object_class->set_property = proviso_import_change_set_property;
  object_class->finalize = proviso_import_change_finalize;

  properties[PROP_LINE] =
      g_param_spec_uint ("line", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BEFORE] =
      g_param_spec_string ("before", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_AFTER] =
      g_param_spec_string ("after", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DESCRIPTION] =
      g_param_spec_string ("description", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ENABLED] =
      g_param_spec_boolean ("enabled", NULL, NULL, TRUE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
proviso_import_change_init (ProvisoImportChange *self)
{
  self->enabled = TRUE;
}

ProvisoImportChange *
proviso_import_change_new (ProvisoImportKind kind,
                           guint line,
                           const char *before,
                           const char *after,
                           const char *description)
{
  ProvisoImportChange *self = g_object_new (PROVISO_TYPE_IMPORT_CHANGE, NULL);

  self->kind = kind;
  self->line = line;
  self->before = g_strdup (before);
  self->after = g_strdup (after);
  self->description = g_strdup (description);
  return self;
}

ProvisoImportKind
proviso_import_change_get_kind (ProvisoImportChange *self)
{
  g_return_val_if_fail (PROVISO_IS_IMPORT_CHANGE (self), PROVISO_IMPORT_PARAGRAPH);

  return self->kind;
}

guint
proviso_import_change_get_line (ProvisoImportChange *self)
{
  g_return_val_if_fail (PROVISO_IS_IMPORT_CHANGE (self), 0);

  return self->line;
}

const char *
proviso_import_change_get_before (ProvisoImportChange *self)
{
  g_return_val_if_fail (PROVISO_IS_IMPORT_CHANGE (self), NULL);

  return self->before;
}

const char *
proviso_import_change_get_after (ProvisoImportChange *self)
{
  g_return_val_if_fail (PROVISO_IS_IMPORT_CHANGE (self), NULL);

  return self->after;
}

const char *
proviso_import_change_get_description (ProvisoImportChange *self)
{
  g_return_val_if_fail (PROVISO_IS_IMPORT_CHANGE (self), NULL);

  return self->description;
}

gboolean
proviso_import_change_get_enabled (ProvisoImportChange *self)
{
  g_return_val_if_fail (PROVISO_IS_IMPORT_CHANGE (self), FALSE);

  return self->enabled;
}

void
proviso_import_change_set_enabled (ProvisoImportChange *self, gboolean enabled)
{
  g_return_if_fail (PROVISO_IS_IMPORT_CHANGE (self));

  if (self->enabled == !!enabled)
    return;
  self->enabled = !!enabled;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENABLED]);
}
