/* proviso-readiness-control.c: keeps at hand how near the window's project is to publication.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-readiness-control.h"

#include "core/proviso-date.h"
#include "panel/proviso-readiness-text.h"

#include <glib/gi18n-lib.h>

/* How long, in microseconds, one slice of looking through a project may take. */
#define SLICE 4000

struct _ProvisoReadinessControl
{
  GObject parent_instance;

  GtkWidget *window;
  ProvisoProject *project;
  ProvisoReadiness *readiness;
  char *note;
  char *announced; /* nullable */
  guint prepare_source;
  guint update_source;
  ProvisoReadinessState last_state;
};

enum
{
  PROP_0,
  PROP_READINESS,
  PROP_NOTE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ProvisoReadinessControl, proviso_readiness_control, G_TYPE_OBJECT)

static void
update (ProvisoReadinessControl *self)
{
  ProvisoReadinessState state = self->readiness != NULL ? proviso_readiness_get_state (self->readiness)
                                                        : PROVISO_READINESS_UNKNOWN;
  g_autofree char *note = self->readiness != NULL ? proviso_readiness_text_create_note (self->readiness) : NULL;

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (g_set_str (&self->note, note))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE]);
  /* Not where it was so when it was opened: nobody waited for it then. */
  if (state == PROVISO_READINESS_READY && self->last_state != PROVISO_READINESS_READY &&
      self->last_state != PROVISO_READINESS_UNKNOWN)
    {
      g_set_str (&self->announced, _("The article is ready to publish"));
      gtk_accessible_announce (GTK_ACCESSIBLE (self->window), self->announced,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  self->last_state = state;
}

static void
update_cb (gpointer user_data)
{
  ProvisoReadinessControl *self = user_data;

  self->update_source = 0;
  update (self);
}

/* Once for all that one thing done, such as a replacement everywhere, brings about. */
static void
queue_update (ProvisoReadinessControl *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_once (update_cb, self);
}

static gboolean
prepare_cb (gpointer user_data)
{
  ProvisoReadinessControl *self = user_data;

  if (proviso_readiness_prepare (self->readiness, SLICE))
    return G_SOURCE_CONTINUE;
  self->prepare_source = 0;
  return G_SOURCE_REMOVE;
}

static void
drop (ProvisoReadinessControl *self)
{
  g_clear_handle_id (&self->prepare_source, g_source_remove);
  if (self->readiness != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->readiness, self);
      g_signal_handlers_disconnect_by_data (proviso_project_get_claims (self->project), self);
      g_signal_handlers_disconnect_by_data (proviso_project_get_caveats (self->project), self);
    }
  g_clear_object (&self->project);
  if (self->readiness == NULL)
    return;
  g_clear_object (&self->readiness);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READINESS]);
}

static void
proviso_readiness_control_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ProvisoReadinessControl *self = PROVISO_READINESS_CONTROL (object);

  switch (prop_id)
    {
    case PROP_READINESS:
      g_value_set_object (value, self->readiness);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_readiness_control_dispose (GObject *object)
{
  ProvisoReadinessControl *self = PROVISO_READINESS_CONTROL (object);

  drop (self);
  g_clear_handle_id (&self->update_source, g_source_remove);

  G_OBJECT_CLASS (proviso_readiness_control_parent_class)->dispose (object);
}

static void
proviso_readiness_control_finalize (GObject *object)
{
  g_free (PROVISO_READINESS_CONTROL (object)->note);
  g_free (PROVISO_READINESS_CONTROL (object)->announced);

  G_OBJECT_CLASS (proviso_readiness_control_parent_class)->finalize (object);
}

static void
proviso_readiness_control_class_init (ProvisoReadinessControlClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = proviso_readiness_control_get_property;
  object_class->dispose = proviso_readiness_control_dispose;
  object_class->finalize = proviso_readiness_control_finalize;

  properties[PROP_READINESS] = g_param_spec_object ("readiness", NULL, NULL, PROVISO_TYPE_READINESS,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
proviso_readiness_control_init (ProvisoReadinessControl *self)
{
}

ProvisoReadinessControl *
proviso_readiness_control_new (GtkWidget *window)
{
  ProvisoReadinessControl *self;

  g_return_val_if_fail (GTK_IS_WIDGET (window), NULL);

  self = g_object_new (PROVISO_TYPE_READINESS_CONTROL, NULL);
  self->window = window;
  return self;
}

void
proviso_readiness_control_set_project (ProvisoReadinessControl *self, ProvisoProject *project)
{
  g_return_if_fail (PROVISO_IS_READINESS_CONTROL (self));
  g_return_if_fail (project == NULL || PROVISO_IS_PROJECT (project));

  if (self->project == project)
    return;
  drop (self);
  g_set_object (&self->project, project);
  self->last_state = PROVISO_READINESS_UNKNOWN;
  update (self);
}

void
proviso_readiness_control_begin (ProvisoReadinessControl *self)
{
  g_return_if_fail (PROVISO_IS_READINESS_CONTROL (self));

  if (self->project == NULL || self->readiness != NULL)
    return;
  self->readiness = proviso_readiness_new (self->project);
  g_signal_connect_swapped (self->readiness, "notify", G_CALLBACK (queue_update), self);
  /* An empty project is neither ready nor not. */
  g_signal_connect_swapped (proviso_project_get_claims (self->project), "items-changed", G_CALLBACK (queue_update), self);
  g_signal_connect_swapped (proviso_project_get_caveats (self->project), "items-changed", G_CALLBACK (queue_update), self);
  self->prepare_source = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READINESS]);
}

void
proviso_readiness_control_check_day (ProvisoReadinessControl *self)
{
  g_autofree char *today = proviso_date_today ();

  g_return_if_fail (PROVISO_IS_READINESS_CONTROL (self));

  if (self->readiness != NULL)
    proviso_readiness_set_day (self->readiness, today);
}

ProvisoReadiness *
proviso_readiness_control_get_readiness (ProvisoReadinessControl *self)
{
  g_return_val_if_fail (PROVISO_IS_READINESS_CONTROL (self), NULL);
  return self->readiness;
}

const char *
proviso_readiness_control_get_note (ProvisoReadinessControl *self)
{
  g_return_val_if_fail (PROVISO_IS_READINESS_CONTROL (self), NULL);
  return self->note;
}

const char *
proviso_readiness_control_get_announced (ProvisoReadinessControl *self)
{
  g_return_val_if_fail (PROVISO_IS_READINESS_CONTROL (self), NULL);
  return self->announced;
}
