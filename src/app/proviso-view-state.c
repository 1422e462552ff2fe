/* proviso-view-state.c: how a window showed one project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-view-state.h"

/* What no screen has; a damaged file must not make such a window. */
#define MAX_SIZE 16384

struct _ProvisoViewState
{
  GObject parent_instance;

  guint cursor;
  guint top;
  gboolean panel_shown;
  char *panel_list;
  gboolean reviewing;
  int width;
  int height;
  gboolean maximized;
  gboolean fullscreen;
};

enum
{
  PROP_0,
  PROP_CURSOR,
  PROP_TOP,
  PROP_PANEL_SHOWN,
  PROP_PANEL_LIST,
  PROP_REVIEWING,
  PROP_WIDTH,
  PROP_HEIGHT,
  PROP_MAXIMIZED,
  PROP_FULLSCREEN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ProvisoViewState, proviso_view_state, G_TYPE_OBJECT)

static void
proviso_view_state_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ProvisoViewState *self = PROVISO_VIEW_STATE (object);

  switch (prop_id)
    {
    case PROP_CURSOR:
      g_value_set_uint (value, self->cursor);
      break;
    case PROP_TOP:
      g_value_set_uint (value, self->top);
      break;
    case PROP_PANEL_SHOWN:
      g_value_set_boolean (value, self->panel_shown);
      break;
    case PROP_PANEL_LIST:
      g_value_set_string (value, self->panel_list);
      break;
    case PROP_REVIEWING:
      g_value_set_boolean (value, self->reviewing);
      break;
    case PROP_WIDTH:
      g_value_set_int (value, self->width);
      break;
    case PROP_HEIGHT:
      g_value_set_int (value, self->height);
      break;
    case PROP_MAXIMIZED:
      g_value_set_boolean (value, self->maximized);
      break;
    case PROP_FULLSCREEN:
      g_value_set_boolean (value, self->fullscreen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_view_state_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ProvisoViewState *self = PROVISO_VIEW_STATE (object);

  switch (prop_id)
    {
    case PROP_CURSOR:
      self->cursor = g_value_get_uint (value);
      break;
    case PROP_TOP:
      self->top = g_value_get_uint (value);
      break;
    case PROP_PANEL_SHOWN:
      self->panel_shown = g_value_get_boolean (value);
      break;
    case PROP_PANEL_LIST:
      g_set_str (&self->panel_list, g_value_get_string (value));
      break;
    case PROP_REVIEWING:
      self->reviewing = g_value_get_boolean (value);
      break;
    case PROP_WIDTH:
      self->width = g_value_get_int (value);
      break;
    case PROP_HEIGHT:
      self->height = g_value_get_int (value);
      break;
    case PROP_MAXIMIZED:
      self->maximized = g_value_get_boolean (value);
      break;
    case PROP_FULLSCREEN:
      self->fullscreen = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_view_state_finalize (GObject *object)
{
  ProvisoViewState *self = PROVISO_VIEW_STATE (object);

  g_clear_pointer (&self->panel_list, g_free);

  G_OBJECT_CLASS (proviso_view_state_parent_class)->finalize (object);
}

static void
proviso_view_state_class_init (ProvisoViewStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = proviso_view_state_get_property;
  object_class->set_property = proviso_view_state_set_property;
  object_class->finalize = proviso_view_state_finalize;

  properties[PROP_CURSOR] = g_param_spec_uint ("cursor", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_TOP] = g_param_spec_uint ("top", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_PANEL_SHOWN] = g_param_spec_boolean ("panel-shown", NULL, NULL, TRUE, flags);
  properties[PROP_PANEL_LIST] = g_param_spec_string ("panel-list", NULL, NULL, NULL, flags);
  properties[PROP_REVIEWING] = g_param_spec_boolean ("reviewing", NULL, NULL, FALSE, flags);
  properties[PROP_WIDTH] = g_param_spec_int ("width", NULL, NULL, 0, MAX_SIZE, 0, flags);
  properties[PROP_HEIGHT] = g_param_spec_int ("height", NULL, NULL, 0, MAX_SIZE, 0, flags);
  properties[PROP_MAXIMIZED] = g_param_spec_boolean ("maximized", NULL, NULL, FALSE, flags);
  properties[PROP_FULLSCREEN] = g_param_spec_boolean ("fullscreen", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
proviso_view_state_init (ProvisoViewState *self)
{
  self->panel_shown = TRUE;
}

ProvisoViewState *
proviso_view_state_new (void)
{
  return g_object_new (PROVISO_TYPE_VIEW_STATE, NULL);
}

guint
proviso_view_state_get_cursor (ProvisoViewState *self)
{
  g_return_val_if_fail (PROVISO_IS_VIEW_STATE (self), 0);
  return self->cursor;
}

guint
proviso_view_state_get_top (ProvisoViewState *self)
{
  g_return_val_if_fail (PROVISO_IS_VIEW_STATE (self), 0);
  return self->top;
}

gboolean
proviso_view_state_get_panel_shown (ProvisoViewState *self)
{
  g_return_val_if_fail (PROVISO_IS_VIEW_STATE (self), TRUE);
  return self->panel_shown;
}

const char *
proviso_view_state_get_panel_list (ProvisoViewState *self)
{
  g_return_val_if_fail (PROVISO_IS_VIEW_STATE (self), NULL);
  return self->panel_list;
}

gboolean
proviso_view_state_get_reviewing (ProvisoViewState *self)
{
  g_return_val_if_fail (PROVISO_IS_VIEW_STATE (self), FALSE);
  return self->reviewing;
}

gboolean
proviso_view_state_get_size (ProvisoViewState *self, int *width, int *height)
{
  g_return_val_if_fail (PROVISO_IS_VIEW_STATE (self), FALSE);

  *width = self->width;
  *height = self->height;
  return self->width > 0 && self->height > 0;
}

gboolean
proviso_view_state_get_maximized (ProvisoViewState *self)
{
  g_return_val_if_fail (PROVISO_IS_VIEW_STATE (self), FALSE);
  return self->maximized;
}

gboolean
proviso_view_state_get_fullscreen (ProvisoViewState *self)
{
  g_return_val_if_fail (PROVISO_IS_VIEW_STATE (self), FALSE);
  return self->fullscreen;
}

/* Returns: whether `text` says a value of the property's type. */
static gboolean
parse (const char *text, GValue *value)
{
  guint64 number;
  gint64 signed_number;

  switch (G_VALUE_TYPE (value))
    {
    case G_TYPE_BOOLEAN:
      g_value_set_boolean (value, g_str_equal (text, "true"));
      return g_str_equal (text, "true") || g_str_equal (text, "false");
    case G_TYPE_UINT:
      if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &number, NULL))
        return FALSE;
      g_value_set_uint (value, (guint) number);
      return TRUE;
    case G_TYPE_INT:
      if (!g_ascii_string_to_signed (text, 10, G_MININT, G_MAXINT, &signed_number, NULL))
        return FALSE;
      g_value_set_int (value, (int) signed_number);
      return TRUE;
    case G_TYPE_STRING:
      g_value_set_string (value, text);
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

void
proviso_view_state_read (ProvisoViewState *self, GKeyFile *key_file, const char *group)
{
  g_return_if_fail (PROVISO_IS_VIEW_STATE (self));

  for (guint i = 1; i < N_PROPS; i++)
    {
      g_autofree char *text = g_key_file_get_string (key_file, group, properties[i]->name, NULL);
      g_auto (GValue) value = G_VALUE_INIT;

      g_value_init (&value, properties[i]->value_type);
      /* Validating says whether it had to change the value. */
      if (text != NULL && parse (text, &value) && !g_param_value_validate (properties[i], &value))
        g_object_set_property (G_OBJECT (self), properties[i]->name, &value);
    }
}

void
proviso_view_state_write (ProvisoViewState *self, GKeyFile *key_file, const char *group)
{
  g_return_if_fail (PROVISO_IS_VIEW_STATE (self));

  for (guint i = 1; i < N_PROPS; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_object_get_property (G_OBJECT (self), properties[i]->name, &value);
      switch (G_VALUE_TYPE (&value))
        {
        case G_TYPE_BOOLEAN:
          g_key_file_set_boolean (key_file, group, properties[i]->name, g_value_get_boolean (&value));
          break;
        case G_TYPE_UINT:
          g_key_file_set_uint64 (key_file, group, properties[i]->name, g_value_get_uint (&value));
          break;
        case G_TYPE_INT:
          g_key_file_set_integer (key_file, group, properties[i]->name, g_value_get_int (&value));
          break;
        case G_TYPE_STRING:
          if (g_value_get_string (&value) != NULL)
            g_key_file_set_string (key_file, group, properties[i]->name, g_value_get_string (&value));
          break;
        default:
          g_return_if_reached ();
        }
    }
}
