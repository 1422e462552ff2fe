/* proviso-draft-pane.c: the draft's side of the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A new buffer is filled while the project keeps its own text, and takes its place when it is full; so the
 * project's ranges never see a draft that is not whole.
 */
#include "editor/proviso-draft-pane.h"

#include <glib/gi18n-lib.h>

#include "editor/proviso-draft-actions.h"

/* A slice takes well under a frame; what fits in the first few is there when the window is first painted. */
#define SLICE_BYTES (32 * 1024)
#define SLICE_BUDGET_US (8 * G_TIME_SPAN_MILLISECOND)
/* After GTK's redrawing and before its validation of lines out of sight, which is started anew by each slice.
 */
#define SLICE_PRIORITY (GDK_PRIORITY_REDRAW + 2)

struct _ProvisoDraftPane
{
  GtkWidget parent_instance;

  GtkRevealer *search_revealer;
  GtkWidget *scroller;
  ProvisoDraftView *view;
  ProvisoStatisticsBar *statistics_bar;
  ProvisoSearchBar *search_bar; /* made when first opened */

  ProvisoProject *project;
  ProvisoSelection *selection;
  GActionGroup *actions;
  gboolean editable;

  ProvisoBuffer *buffer; /* being filled */
  char *text;
  const char *rest; /* of the text */
  gsize n_rest;
  guint load_source;
  gulong replaced_handler;
};

enum
{
  PROP_0,
  PROP_PROJECT,
  PROP_SELECTION,
  PROP_EDITABLE,
  PROP_LOADING,
  PROP_FONT_SCALE,
  PROP_CHECK_SPELLING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  MESSAGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoDraftPane, proviso_draft_pane, GTK_TYPE_WIDGET)

static void
update_editable (ProvisoDraftPane *self)
{
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view),
                              self->editable && self->project && self->load_source == 0 &&
                                  !proviso_draft_view_get_reviewing (self->view));
}

static void
stop_loading (ProvisoDraftPane *self)
{
  g_clear_handle_id (&self->load_source, g_source_remove);
  if (self->project)
    g_clear_signal_handler (&self->replaced_handler, self->project);
  g_clear_object (&self->buffer);
  g_clear_pointer (&self->text, g_free);
}

static void
finish_loading (ProvisoDraftPane *self)
{
  g_autoptr (ProvisoBuffer) buffer = g_object_ref (self->buffer);
  GtkTextIter start;

  stop_loading (self);
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (buffer), &start);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (buffer), &start);
  proviso_project_set_text (self->project, PROVISO_TEXT (buffer));
  proviso_draft_view_set_project (self->view, self->project, self->selection);
  update_editable (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* Returns: whether the text is in. */
static gboolean
load_slice (ProvisoDraftPane *self)
{
  gsize length = MIN (self->n_rest, SLICE_BYTES);

  /* Not in the middle of a character, nor between a carriage return and its line feed. */
  while (length > 0 && length < self->n_rest &&
         ((self->rest[length] & 0xC0) == 0x80 || self->rest[length - 1] == '\r'))
    length--;
  if (length == 0)
    length = self->n_rest;

  proviso_buffer_load (self->buffer, self->rest, length);
  self->rest += length;
  self->n_rest -= length;
  return self->n_rest == 0;
}

static gboolean
on_load_turn (gpointer user_data)
{
  ProvisoDraftPane *self = user_data;
  gint64 until = g_get_monotonic_time () + SLICE_BUDGET_US;

  do
    if (load_slice (self))
      {
        self->load_source = 0;
        finish_loading (self);
        return G_SOURCE_REMOVE;
      }
  while (g_get_monotonic_time () < until);

  return G_SOURCE_CONTINUE;
}

static void start_loading (ProvisoDraftPane *self);

/* The draft changed while it was being copied. */
static void
on_replaced_while_loading (ProvisoDraftPane *self)
{
  stop_loading (self);
  start_loading (self);
}

static void
start_loading (ProvisoDraftPane *self)
{
  self->buffer = proviso_buffer_new ();
  self->rest = self->text = proviso_text_dup (proviso_project_get_text (self->project));
  self->n_rest = strlen (self->text);
  if (load_slice (self))
    {
      finish_loading (self);
      return;
    }

  self->replaced_handler =
      g_signal_connect_object (self->project, "text-replaced", G_CALLBACK (on_replaced_while_loading), self,
                               G_CONNECT_SWAPPED);
  self->load_source = g_idle_add_full (SLICE_PRIORITY, on_load_turn, self, NULL);
  proviso_draft_view_show_buffer (self->view, GTK_TEXT_BUFFER (self->buffer));
  update_editable (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
on_message (ProvisoDraftPane *self, const char *text)
{
  g_signal_emit (self, signals[MESSAGE], 0, text);
}

static void
on_view_notify (ProvisoDraftPane *self, GParamSpec *pspec)
{
  if (g_str_equal (pspec->name, "font-scale"))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FONT_SCALE]);
  else if (g_str_equal (pspec->name, "check-spelling"))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHECK_SPELLING]);
}

static gboolean
proviso_draft_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PROVISO_DRAFT_PANE (widget)->view));
}

static void
proviso_draft_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ProvisoDraftPane *self = PROVISO_DRAFT_PANE (object);

  switch (id)
    {
    case PROP_PROJECT:
      g_value_set_object (value, self->project);
      break;
    case PROP_SELECTION:
      g_value_set_object (value, self->selection);
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, self->editable);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, proviso_draft_pane_get_loading (self));
      break;
    case PROP_FONT_SCALE:
      g_value_set_double (value, proviso_draft_view_get_font_scale (self->view));
      break;
    case PROP_CHECK_SPELLING:
      g_value_set_boolean (value, proviso_draft_view_get_check_spelling (self->view));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
proviso_draft_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ProvisoDraftPane *self = PROVISO_DRAFT_PANE (object);

  switch (id)
    {
    case PROP_EDITABLE:
      proviso_draft_pane_set_editable (self, g_value_get_boolean (value));
      break;
    case PROP_FONT_SCALE:
      proviso_draft_view_set_font_scale (self->view, g_value_get_double (value));
      break;
    case PROP_CHECK_SPELLING:
      proviso_draft_view_set_check_spelling (self->view, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
proviso_draft_pane_dispose (GObject *object)
{
  ProvisoDraftPane *self = PROVISO_DRAFT_PANE (object);

  stop_loading (self);
  if (self->view)
    {
      proviso_statistics_bar_set_view (self->statistics_bar, NULL);
      proviso_draft_view_set_project (self->view, NULL, NULL);
    }
  g_clear_object (&self->actions);
  g_clear_object (&self->project);
  g_clear_object (&self->selection);
  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_DRAFT_PANE);

  G_OBJECT_CLASS (proviso_draft_pane_parent_class)->dispose (object);
}

static void
proviso_draft_pane_class_init (ProvisoDraftPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  g_type_ensure (PROVISO_TYPE_DRAFT_VIEW);
  g_type_ensure (PROVISO_TYPE_STATISTICS_BAR);

  object_class->get_property = proviso_draft_pane_get_property;
  object_class->set_property = proviso_draft_pane_set_property;
  object_class->dispose = proviso_draft_pane_dispose;
  widget_class->grab_focus = proviso_draft_pane_grab_focus;

  properties[PROP_PROJECT] =
      g_param_spec_object ("project", NULL, NULL, PROVISO_TYPE_PROJECT, G_PARAM_READABLE | flags);
  properties[PROP_SELECTION] =
      g_param_spec_object ("selection", NULL, NULL, PROVISO_TYPE_SELECTION, G_PARAM_READABLE | flags);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, G_PARAM_READWRITE | flags);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  properties[PROP_FONT_SCALE] =
      g_param_spec_double ("font-scale", NULL, NULL, PROVISO_DRAFT_VIEW_MIN_SCALE,
                           PROVISO_DRAFT_VIEW_MAX_SCALE, 1.0, G_PARAM_READWRITE | flags);
  properties[PROP_CHECK_SPELLING] =
      g_param_spec_boolean ("check-spelling", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[MESSAGE] = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/proviso_editor/Proviso/editor/"
                                                             "proviso-draft-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoDraftPane, search_revealer);
  gtk_widget_class_bind_template_child (widget_class, ProvisoDraftPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, ProvisoDraftPane, view);
  gtk_widget_class_bind_template_child (widget_class, ProvisoDraftPane, statistics_bar);
}

static void
proviso_draft_pane_init (ProvisoDraftPane *self)
{
  self->editable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  proviso_statistics_bar_set_view (self->statistics_bar, self->view);
  update_editable (self);

  self->actions = proviso_draft_actions_new (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "draft", self->actions);

  g_signal_connect_object (self->view, "message", G_CALLBACK (on_message), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify", G_CALLBACK (on_view_notify), self, G_CONNECT_SWAPPED);
}

GtkWidget *
proviso_draft_pane_new (void)
{
  return g_object_new (PROVISO_TYPE_DRAFT_PANE, NULL);
}

void
proviso_draft_pane_set_project (ProvisoDraftPane *self, ProvisoProject *project, ProvisoSelection *selection)
{
  g_return_if_fail (PROVISO_IS_DRAFT_PANE (self));
  g_return_if_fail ((project == NULL) == (selection == NULL));

  if (self->project == project && self->selection == selection)
    return;

  stop_loading (self);
  if (self->search_bar)
    proviso_draft_pane_close_search (self);
  proviso_draft_view_set_project (self->view, NULL, NULL);
  g_set_object (&self->project, project);
  g_set_object (&self->selection, selection);

  if (project && PROVISO_IS_BUFFER (proviso_project_get_text (project)))
    proviso_draft_view_set_project (self->view, project, selection);
  else if (project)
    start_loading (self);
  update_editable (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTION]);
}

ProvisoProject *
proviso_draft_pane_get_project (ProvisoDraftPane *self)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_PANE (self), NULL);

  return self->project;
}

ProvisoSelection *
proviso_draft_pane_get_selection (ProvisoDraftPane *self)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_PANE (self), NULL);

  return self->selection;
}

gboolean
proviso_draft_pane_get_loading (ProvisoDraftPane *self)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_PANE (self), FALSE);

  return self->load_source != 0;
}

gboolean
proviso_draft_pane_get_editable (ProvisoDraftPane *self)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_PANE (self), FALSE);

  return self->editable;
}

void
proviso_draft_pane_set_editable (ProvisoDraftPane *self, gboolean editable)
{
  g_return_if_fail (PROVISO_IS_DRAFT_PANE (self));

  editable = !!editable;
  if (self->editable == editable)
    return;

  self->editable = editable;
  update_editable (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}

ProvisoSearchBar *
proviso_draft_pane_get_search_bar (ProvisoDraftPane *self)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_PANE (self), NULL);

  if (self->search_bar == NULL)
    {
      self->search_bar = proviso_search_bar_new (self->view);
      g_signal_connect_object (self->search_bar, "close", G_CALLBACK (proviso_draft_pane_close_search), self,
                               G_CONNECT_SWAPPED);
      gtk_revealer_set_child (self->search_revealer, GTK_WIDGET (self->search_bar));
      gtk_widget_set_visible (GTK_WIDGET (self->search_revealer), TRUE);
    }
  return self->search_bar;
}

void
proviso_draft_pane_set_reviewing (ProvisoDraftPane *self, gboolean reviewing)
{
  g_return_if_fail (PROVISO_IS_DRAFT_PANE (self));

  proviso_draft_view_set_reviewing (self->view, reviewing);
  proviso_statistics_bar_set_reviewing (self->statistics_bar, reviewing);
  update_editable (self);
}

void
proviso_draft_pane_open_search (ProvisoDraftPane *self, gboolean replace)
{
  g_return_if_fail (PROVISO_IS_DRAFT_PANE (self));

  if (self->project == NULL || self->load_source != 0)
    return;

  proviso_draft_pane_get_search_bar (self);
  gtk_revealer_set_reveal_child (self->search_revealer, TRUE);
  proviso_search_bar_open (self->search_bar, replace);
}

void
proviso_draft_pane_close_search (ProvisoDraftPane *self)
{
  g_return_if_fail (PROVISO_IS_DRAFT_PANE (self));

  if (self->search_bar == NULL || !proviso_search_bar_is_open (self->search_bar))
    return;

  proviso_search_bar_close (self->search_bar);
  gtk_revealer_set_reveal_child (self->search_revealer, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

GActionGroup *
proviso_draft_pane_get_action_group (ProvisoDraftPane *self)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_PANE (self), NULL);

  return self->actions;
}

ProvisoDraftView *
proviso_draft_pane_get_view (ProvisoDraftPane *self)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_PANE (self), NULL);

  return self->view;
}

ProvisoStatisticsBar *
proviso_draft_pane_get_statistics_bar (ProvisoDraftPane *self)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_PANE (self), NULL);

  return self->statistics_bar;
}
