/* proviso-notice.c: a sentence about the state of the window's document, with up to two answers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-notice.h"

struct _ProvisoNotice
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkBox *box;
  GtkLabel *label;
  GtkButton *first_button;
  GtkButton *second_button;
};

enum
{
  PROP_0,
  PROP_ORIENTATION,
  N_PROPS,
};

enum
{
  SIGNAL_RESPONSE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoNotice, proviso_notice, ADW_TYPE_BIN)

static void
first_clicked_cb (ProvisoNotice *self)
{
  g_signal_emit (self, signals[SIGNAL_RESPONSE], 0, FALSE);
}

static void
second_clicked_cb (ProvisoNotice *self)
{
  g_signal_emit (self, signals[SIGNAL_RESPONSE], 0, TRUE);
}

static void
set_button (GtkButton *button, const char *label)
{
  gtk_widget_set_visible (GTK_WIDGET (button), label != NULL);
  if (label != NULL)
    gtk_button_set_label (button, label);
}

static void
proviso_notice_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ProvisoNotice *self = PROVISO_NOTICE (object);

  switch (prop_id)
    {
    case PROP_ORIENTATION:
      g_value_set_enum (value, gtk_orientable_get_orientation (GTK_ORIENTABLE (self->box)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_notice_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ProvisoNotice *self = PROVISO_NOTICE (object);

  switch (prop_id)
    {
    case PROP_ORIENTATION:
      if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->box)) ==
          (GtkOrientation) g_value_get_enum (value))
        return;
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), g_value_get_enum (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_notice_dispose (GObject *object)
{
  /* The bin must not keep a child that the template takes away. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PROVISO_TYPE_NOTICE);

  G_OBJECT_CLASS (proviso_notice_parent_class)->dispose (object);
}

static void
proviso_notice_class_init (ProvisoNoticeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = proviso_notice_get_property;
  object_class->set_property = proviso_notice_set_property;
  object_class->dispose = proviso_notice_dispose;

  /* Whether the answers stand beside the sentence or below it. */
  properties[PROP_ORIENTATION] =
      g_param_spec_enum ("orientation", NULL, NULL, GTK_TYPE_ORIENTATION, GTK_ORIENTATION_HORIZONTAL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_RESPONSE] = g_signal_new ("response", PROVISO_TYPE_NOTICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/proviso_editor/Proviso/app/proviso-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, ProvisoNotice, box);
  gtk_widget_class_bind_template_child (widget_class, ProvisoNotice, label);
  gtk_widget_class_bind_template_child (widget_class, ProvisoNotice, first_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoNotice, second_button);
  gtk_widget_class_bind_template_callback (widget_class, first_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, second_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "notice");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
proviso_notice_init (ProvisoNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
proviso_notice_show (ProvisoNotice *self, const char *text, const char *first, const char *second)
{
  g_return_if_fail (PROVISO_IS_NOTICE (self));
  g_return_if_fail (text != NULL);

  if (g_strcmp0 (proviso_notice_get_text (self), text) != 0)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_label_set_label (self->label, text);
  set_button (self->first_button, first);
  set_button (self->second_button, second);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

void
proviso_notice_hide (ProvisoNotice *self)
{
  g_return_if_fail (PROVISO_IS_NOTICE (self));
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

const char *
proviso_notice_get_text (ProvisoNotice *self)
{
  g_return_val_if_fail (PROVISO_IS_NOTICE (self), NULL);
  return gtk_revealer_get_reveal_child (self->revealer) ? gtk_label_get_label (self->label) : NULL;
}
