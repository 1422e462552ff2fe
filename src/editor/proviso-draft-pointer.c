/* proviso-draft-pointer.c: what the pointer does over passages and marks of a draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text view claims the sequences of its clicks, which would cancel another gesture; so presses and
 * releases are only watched here, and a press and a release without a way between them and without a
 * selection is a plain click.
 */
#include "editor/proviso-draft-pointer.h"

#include "editor/proviso-draft-menu.h"
#include "editor/proviso-draft-view.h"
#include "editor/proviso-hover-card.h"

#define SHOW_DELAY_MS 500
#define HIDE_DELAY_MS 250
/* How far a hand may shake within a click, in pixels. */
#define CLICK_DISTANCE 4

struct _ProvisoDraftPointer
{
  GObject parent_instance;

  ProvisoDraftView *view;
  GtkEventController *buttons;
  GtkEventController *motion;
  ProvisoHoverCard *card; /* made when first shown */
  GtkWidget *menu;        /* likewise */

  double x, y; /* the pointer, in widget coordinates */
  double press_x, press_y;
  gboolean pressed;
  guint show_source;
  guint hide_source;
};

G_DEFINE_FINAL_TYPE (ProvisoDraftPointer, proviso_draft_pointer, G_TYPE_OBJECT)

static ProvisoRecord *
find_innermost (GArray *passages, guint offset, ProvisoRecord *after)
{
  ProvisoRecord *first = NULL, *next = NULL;
  guint after_length = 0, first_length = G_MAXUINT, next_length = G_MAXUINT;

  for (guint i = 0; i < passages->len; i++)
    {
      ProvisoPassage *passage = &g_array_index (passages, ProvisoPassage, i);

      if (passage->start <= offset && proviso_record_get_root (PROVISO_RECORD (passage->anchor)) == after)
        after_length = passage->end - passage->start;
    }

  for (guint i = 0; i < passages->len; i++)
    {
      ProvisoPassage *passage = &g_array_index (passages, ProvisoPassage, i);
      ProvisoRecord *root = proviso_record_get_root (PROVISO_RECORD (passage->anchor));
      guint length = passage->end - passage->start;

      if (passage->start > offset || root == after)
        continue;
      if (length < first_length)
        {
          first = root;
          first_length = length;
        }
      if (after_length > 0 && length >= after_length && length < next_length)
        {
          next = root;
          next_length = length;
        }
    }

  if (next)
    return next;
  if (after_length > 0 && first == NULL)
    return after;
  return first;
}

ProvisoRecord *
proviso_draft_pointer_find_record (ProvisoDraftView *view, guint offset, ProvisoRecord *after)
{
  g_autoptr (GArray) passages = NULL;

  passages = proviso_passage_painter_get_passages (proviso_draft_view_get_painter (view), offset, offset + 1);
  return find_innermost (passages, offset, after);
}

static gboolean
get_offset_at (ProvisoDraftPointer *self, double x, double y, guint *offset)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkTextIter iter;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x,
                                         &buffer_y);
  if (!gtk_text_view_get_iter_at_position (view, &iter, NULL, buffer_x, buffer_y))
    return FALSE;

  *offset = gtk_text_iter_get_offset (&iter);
  return TRUE;
}

static GPtrArray *
get_caveats_at (ProvisoDraftPointer *self, double x, double y, GdkRectangle *area)
{
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y,
                                         &buffer_x, &buffer_y);
  return proviso_caveat_gutter_get_caveats_at (proviso_draft_view_get_gutter (self->view), buffer_x, buffer_y,
                                               area);
}

/* What is not drawn cannot be pointed at: nobody expects a card of it. */
static ProvisoRecord *
get_record_at (ProvisoDraftPointer *self, double x, double y, guint *offset)
{
  g_autoptr (GArray) passages = NULL;

  if (proviso_draft_view_get_project (self->view) == NULL || !get_offset_at (self, x, y, offset))
    return NULL;
  passages = proviso_passage_painter_get_drawn (proviso_draft_view_get_painter (self->view), *offset, *offset + 1);
  return find_innermost (passages, *offset, NULL);
}

static gboolean
on_show_timeout (gpointer user_data)
{
  ProvisoDraftPointer *self = user_data;
  ProvisoRecord *record;
  guint offset;

  self->show_source = 0;
  record = get_record_at (self, self->x, self->y, &offset);
  if (record && !self->pressed)
    proviso_draft_pointer_show_card (self, record, offset);
  return G_SOURCE_REMOVE;
}

static gboolean
on_hide_timeout (gpointer user_data)
{
  ProvisoDraftPointer *self = user_data;

  self->hide_source = 0;
  gtk_popover_popdown (GTK_POPOVER (self->card));
  return G_SOURCE_REMOVE;
}

static void
hide_soon (ProvisoDraftPointer *self)
{
  if (proviso_draft_pointer_get_card_record (self) && self->hide_source == 0)
    self->hide_source = g_timeout_add (HIDE_DELAY_MS, on_hide_timeout, self);
}

static void
on_motion (ProvisoDraftPointer *self, double x, double y)
{
  ProvisoRecord *record;
  guint offset;

  /* A window manager repeats the pointer's place when windows come and go under it. */
  if (x == self->x && y == self->y)
    return;

  self->x = x;
  self->y = y;
  g_clear_handle_id (&self->show_source, g_source_remove);
  if (self->pressed)
    return;

  record = get_record_at (self, x, y, &offset);
  if (record && record == proviso_draft_pointer_get_card_record (self))
    {
      g_clear_handle_id (&self->hide_source, g_source_remove);
      return;
    }

  hide_soon (self);
  if (record)
    self->show_source = g_timeout_add (SHOW_DELAY_MS, on_show_timeout, self);
}

static void
on_leave (ProvisoDraftPointer *self)
{
  self->x = self->y = -1;
  g_clear_handle_id (&self->show_source, g_source_remove);
  hide_soon (self);
}

static void
on_card_enter (ProvisoDraftPointer *self)
{
  g_clear_handle_id (&self->hide_source, g_source_remove);
}

static gboolean
click_mark (ProvisoDraftPointer *self, double x, double y)
{
  g_autoptr (GPtrArray) caveats = NULL;
  GdkRectangle area;

  caveats = get_caveats_at (self, x, y, &area);
  if (caveats == NULL)
    return FALSE;

  proviso_selection_show_in_panel (proviso_draft_view_get_selection (self->view),
                                   g_ptr_array_index (caveats, 0), FALSE);
  return TRUE;
}

static void
click (ProvisoDraftPointer *self, double x, double y)
{
  ProvisoSelection *selection = proviso_draft_view_get_selection (self->view);
  ProvisoRecord *record;
  guint offset;

  if (selection == NULL || click_mark (self, x, y))
    return;

  if (proviso_selection_get_has_range (selection) || !get_offset_at (self, x, y, &offset))
    return;

  record = proviso_draft_pointer_find_record (self->view, offset, proviso_selection_get_record (selection));
  if (record)
    proviso_selection_set_record (selection, record);
}

static gboolean
on_event (ProvisoDraftPointer *self, GdkEvent *event)
{
  GtkNative *native;
  graphene_point_t point;
  double x, y, native_x, native_y;

  if (gdk_event_get_event_type (event) != GDK_BUTTON_PRESS &&
      gdk_event_get_event_type (event) != GDK_BUTTON_RELEASE)
    return GDK_EVENT_PROPAGATE;

  native = gtk_widget_get_native (GTK_WIDGET (self->view));
  gdk_event_get_position (event, &x, &y);
  gtk_native_get_surface_transform (native, &native_x, &native_y);
  if (!gtk_widget_compute_point (GTK_WIDGET (native), GTK_WIDGET (self->view),
                                 &GRAPHENE_POINT_INIT (x - native_x, y - native_y), &point))
    return GDK_EVENT_PROPAGATE;

  proviso_draft_pointer_hide_card (self);

  if (gdk_event_triggers_context_menu (event))
    {
      guint offset, start, end;
      ProvisoBuffer *buffer = PROVISO_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)));

      /* What the menu offers is about the place that was clicked. */
      proviso_buffer_get_selection (buffer, &start, &end);
      if (get_offset_at (self, point.x, point.y, &offset) && (offset < start || offset >= end))
        proviso_buffer_select (buffer, offset, offset);
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
      proviso_draft_menu_popup (&self->menu, self->view,
                                &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
      return GDK_EVENT_STOP;
    }

  if (gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY)
    return GDK_EVENT_PROPAGATE;

  self->pressed = gdk_event_get_event_type (event) == GDK_BUTTON_PRESS;
  if (self->pressed)
    {
      self->press_x = point.x;
      self->press_y = point.y;
    }
  else if (ABS (point.x - self->press_x) <= CLICK_DISTANCE && ABS (point.y - self->press_y) <= CLICK_DISTANCE)
    {
      click (self, point.x, point.y);
    }

  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_query_tooltip (ProvisoDraftPointer *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autoptr (GPtrArray) caveats = NULL;
  g_autofree char *text = NULL;
  GdkRectangle area;

  if (keyboard)
    return FALSE;

  caveats = get_caveats_at (self, x, y, &area);
  if (caveats == NULL)
    return FALSE;

  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET, area.x, area.y,
                                         &area.x, &area.y);
  text = proviso_caveat_gutter_dup_tooltip (caveats);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

static void
proviso_draft_pointer_dispose (GObject *object)
{
  ProvisoDraftPointer *self = PROVISO_DRAFT_POINTER (object);

  g_clear_handle_id (&self->show_source, g_source_remove);
  g_clear_handle_id (&self->hide_source, g_source_remove);
  if (self->card)
    gtk_widget_unparent (GTK_WIDGET (self->card));
  self->card = NULL;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->view)
    {
      gtk_widget_remove_controller (GTK_WIDGET (self->view), self->buttons);
      gtk_widget_remove_controller (GTK_WIDGET (self->view), self->motion);
    }
  self->view = NULL;

  G_OBJECT_CLASS (proviso_draft_pointer_parent_class)->dispose (object);
}

static void
proviso_draft_pointer_class_init (ProvisoDraftPointerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_draft_pointer_dispose;
}

static void
proviso_draft_pointer_init (ProvisoDraftPointer *self)
{
  self->x = self->y = -1;
}

ProvisoDraftPointer *
proviso_draft_pointer_new (ProvisoDraftView *view)
{
  ProvisoDraftPointer *self = g_object_new (PROVISO_TYPE_DRAFT_POINTER, NULL);

  self->view = view;
  self->buttons = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (self->buttons, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->buttons, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), self->buttons);
  self->motion = gtk_event_controller_motion_new ();
  g_signal_connect_object (self->motion, "motion", G_CALLBACK (on_motion), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->motion, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), self->motion);

  gtk_widget_set_has_tooltip (GTK_WIDGET (view), TRUE);
  g_signal_connect_object (view, "query-tooltip", G_CALLBACK (on_query_tooltip), self, G_CONNECT_SWAPPED);
  return self;
}

static void
get_cursor_area (ProvisoDraftPointer *self, guint offset, GdkRectangle *area)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, offset);
  gtk_text_view_get_iter_location (view, &iter, area);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, area->x, area->y, &area->x, &area->y);
  area->width = MAX (area->width, 1);
}

void
proviso_draft_pointer_show_card (ProvisoDraftPointer *self, ProvisoRecord *record, guint offset)
{
  GdkRectangle area;

  g_return_if_fail (PROVISO_IS_DRAFT_POINTER (self));

  if (self->card == NULL)
    {
      GtkEventController *motion = gtk_event_controller_motion_new ();

      self->card = proviso_hover_card_new ();
      g_signal_connect_object (motion, "enter", G_CALLBACK (on_card_enter), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (motion, "leave", G_CALLBACK (hide_soon), self, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (GTK_WIDGET (self->card), motion);
      gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self->view));
    }

  g_clear_handle_id (&self->hide_source, g_source_remove);
  get_cursor_area (self, offset, &area);
  proviso_hover_card_set_record (self->card, proviso_draft_view_get_project (self->view), record,
                                 proviso_draft_view_get_selection (self->view));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->card), &area);
  gtk_popover_popup (GTK_POPOVER (self->card));
}

void
proviso_draft_pointer_hide_card (ProvisoDraftPointer *self)
{
  g_return_if_fail (PROVISO_IS_DRAFT_POINTER (self));

  g_clear_handle_id (&self->show_source, g_source_remove);
  g_clear_handle_id (&self->hide_source, g_source_remove);
  if (self->card)
    gtk_popover_popdown (GTK_POPOVER (self->card));
}

ProvisoRecord *
proviso_draft_pointer_get_card_record (ProvisoDraftPointer *self)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_POINTER (self), NULL);

  return self->card && gtk_widget_get_visible (GTK_WIDGET (self->card))
             ? proviso_hover_card_get_record (self->card)
             : NULL;
}

void
proviso_draft_pointer_allocate (ProvisoDraftPointer *self)
{
  g_return_if_fail (PROVISO_IS_DRAFT_POINTER (self));

  if (self->card && gtk_widget_get_visible (GTK_WIDGET (self->card)))
    gtk_popover_present (GTK_POPOVER (self->card));
  if (self->menu && gtk_widget_get_visible (self->menu))
    gtk_popover_present (GTK_POPOVER (self->menu));
}

void
proviso_draft_pointer_show_menu (ProvisoDraftPointer *self)
{
  GdkRectangle area;

  g_return_if_fail (PROVISO_IS_DRAFT_POINTER (self));

  get_cursor_area (self,
                   proviso_buffer_get_cursor (
                       PROVISO_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)))),
                   &area);
  proviso_draft_menu_popup (&self->menu, self->view, &area);
}
