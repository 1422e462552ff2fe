/* proviso-field.c: one property of a record, as a row edits it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-field.h"

struct _ProvisoField
{
  GObject parent_instance;

  ProvisoProject *project;
  ProvisoRecord *record;
  GParamSpec *pspec;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoField, proviso_field, G_TYPE_OBJECT)

static gboolean
is_in_project (ProvisoField *self)
{
  ProvisoRecord *record = self->record;

  while (record != NULL && record != PROVISO_RECORD (self->project))
    record = proviso_record_get_owner (record);

  return record != NULL;
}

static void
set_value (ProvisoField *self, const GValue *value)
{
  if (is_in_project (self))
    proviso_project_set_value (self->project, self->record, self->pspec->name, value);
}

static void
notify_cb (ProvisoField *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
leave_cb (ProvisoField *self)
{
  proviso_history_seal (proviso_project_get_history (self->project));
}

static void
proviso_field_dispose (GObject *object)
{
  ProvisoField *self = PROVISO_FIELD (object);

  g_clear_object (&self->record);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (proviso_field_parent_class)->dispose (object);
}

static void
proviso_field_class_init (ProvisoFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_field_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
proviso_field_init (ProvisoField *self)
{
}

ProvisoField *
proviso_field_new (ProvisoProject *project, gpointer record, const char *property)
{
  ProvisoField *self;
  g_autofree char *detail = g_strconcat ("notify::", property, NULL);

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), NULL);
  g_return_val_if_fail (PROVISO_IS_RECORD (record), NULL);

  self = g_object_new (PROVISO_TYPE_FIELD, NULL);
  self->project = g_object_ref (project);
  self->record = g_object_ref (record);
  self->pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (record), property);
  g_assert (self->pspec != NULL);
  g_signal_connect_object (record, detail, G_CALLBACK (notify_cb), self, G_CONNECT_SWAPPED);

  return self;
}

ProvisoProject *
proviso_field_get_project (ProvisoField *self)
{
  g_return_val_if_fail (PROVISO_IS_FIELD (self), NULL);

  return self->project;
}

gpointer
proviso_field_get_record (ProvisoField *self)
{
  g_return_val_if_fail (PROVISO_IS_FIELD (self), NULL);

  return self->record;
}

GType
proviso_field_get_value_type (ProvisoField *self)
{
  g_return_val_if_fail (PROVISO_IS_FIELD (self), G_TYPE_INVALID);

  return self->pspec->value_type;
}

char *
proviso_field_dup_string (ProvisoField *self)
{
  char *string = NULL;

  g_return_val_if_fail (PROVISO_IS_FIELD (self), NULL);

  g_object_get (self->record, self->pspec->name, &string, NULL);

  return string;
}

void
proviso_field_set_string (ProvisoField *self, const char *string)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_return_if_fail (PROVISO_IS_FIELD (self));

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, string);
  set_value (self, &value);
}

int
proviso_field_get_enum (ProvisoField *self)
{
  int value = 0;

  g_return_val_if_fail (PROVISO_IS_FIELD (self), 0);

  g_object_get (self->record, self->pspec->name, &value, NULL);

  return value;
}

void
proviso_field_set_enum (ProvisoField *self, int value)
{
  g_auto (GValue) enum_value = G_VALUE_INIT;

  g_return_if_fail (PROVISO_IS_FIELD (self));

  g_value_init (&enum_value, self->pspec->value_type);
  g_value_set_enum (&enum_value, value);
  set_value (self, &enum_value);
}

gboolean
proviso_field_get_boolean (ProvisoField *self)
{
  gboolean value = FALSE;

  g_return_val_if_fail (PROVISO_IS_FIELD (self), FALSE);

  g_object_get (self->record, self->pspec->name, &value, NULL);

  return value;
}

void
proviso_field_set_boolean (ProvisoField *self, gboolean value)
{
  g_auto (GValue) boolean_value = G_VALUE_INIT;

  g_return_if_fail (PROVISO_IS_FIELD (self));

  g_value_init (&boolean_value, G_TYPE_BOOLEAN);
  g_value_set_boolean (&boolean_value, value);
  set_value (self, &boolean_value);
}

void
proviso_field_seal_on_leave (ProvisoField *self, GtkWidget *widget)
{
  GtkEventController *controller;

  g_return_if_fail (PROVISO_IS_FIELD (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  controller = gtk_event_controller_focus_new ();
  g_signal_connect_object (controller, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, controller);
}
