/* proviso-title-control.c: the title of a window: what its project is called, and where and how it is kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-title-control.h"
#include "panel/proviso-line-text.h"

#include <glib/gi18n-lib.h>

struct _ProvisoTitleControl
{
  GObject parent_instance;

  ProvisoWindow *window;
  AdwWindowTitle *title;
  ProvisoDocument *document;
  char *note; /* nullable */
  gboolean shows_project;
};

G_DEFINE_FINAL_TYPE (ProvisoTitleControl, proviso_title_control, G_TYPE_OBJECT)

/* Returns: (transfer full) */
static char *
create_subtitle (ProvisoDocument *document)
{
  g_autofree char *file_name = proviso_document_dup_file_name (document);
  g_autofree char *name = proviso_line_text_begin (file_name != NULL ? file_name : _("Not in a file yet"));

  switch (proviso_document_get_state (document))
    {
    case PROVISO_DOCUMENT_STATE_EDITED:
      /* Translators: below the title: the file's name, and that there are changes which are not saved. */
      return g_strdup_printf (_("%s – edited"), name);
    case PROVISO_DOCUMENT_STATE_SAVING:
      return g_strdup_printf (_("%s – saving…"), name);
    case PROVISO_DOCUMENT_STATE_FAILED:
      return g_strdup_printf (_("%s – not saved"), name);
    case PROVISO_DOCUMENT_STATE_NEW:
    case PROVISO_DOCUMENT_STATE_LOADING:
    case PROVISO_DOCUMENT_STATE_SAVED:
    default:
      return g_steal_pointer (&name);
    }
}

static void
update (ProvisoTitleControl *self)
{
  const char *title = _("Proviso");
  g_autofree char *subtitle = NULL;

  if (self->shows_project)
    {
      title = proviso_document_get_title (self->document);
      subtitle = create_subtitle (self->document);
      if (self->note != NULL)
        {
          g_autofree char *place = g_steal_pointer (&subtitle);

          /* Translators: below the title: the file's name and its state, and how near it is to publication. */
          subtitle = g_strdup_printf (_("%s – %s"), place, self->note);
        }
    }
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
  gtk_window_set_title (GTK_WINDOW (self->window), title);
}

static void
released_cb (ProvisoTitleControl *self)
{
  if (self->note != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-readiness", NULL);
}

static GtkWidget *
find_subtitle (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (gtk_widget_has_css_class (widget, "subtitle"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_subtitle (child);
  return found;
}

/* A click on the subtitle leads to what it tells of. It is no button: the window must still be moved by it, and the
 * menu and a shortcut lead there too. */
static void
add_click (ProvisoTitleControl *self)
{
  GtkWidget *subtitle = find_subtitle (GTK_WIDGET (self->title));
  GtkGesture *click;

  if (subtitle == NULL)
    return;
  click = gtk_gesture_click_new ();
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (subtitle, GTK_EVENT_CONTROLLER (click));
}

static void
proviso_title_control_dispose (GObject *object)
{
  ProvisoTitleControl *self = PROVISO_TITLE_CONTROL (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (proviso_title_control_parent_class)->dispose (object);
}

static void
proviso_title_control_finalize (GObject *object)
{
  g_free (PROVISO_TITLE_CONTROL (object)->note);

  G_OBJECT_CLASS (proviso_title_control_parent_class)->finalize (object);
}

static void
proviso_title_control_class_init (ProvisoTitleControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_title_control_dispose;
  G_OBJECT_CLASS (klass)->finalize = proviso_title_control_finalize;
}

static void
proviso_title_control_init (ProvisoTitleControl *self)
{
}

ProvisoTitleControl *
proviso_title_control_new (ProvisoWindow *window, AdwWindowTitle *title)
{
  static const char *const signals[] = { "notify::title", "notify::state", "notify::file" };
  ProvisoTitleControl *self = g_object_new (PROVISO_TYPE_TITLE_CONTROL, NULL);

  self->window = window;
  self->title = title;
  self->document = g_object_ref (proviso_window_get_document (window));
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_swapped (self->document, signals[i], G_CALLBACK (update), self);
  add_click (self);
  update (self);
  return self;
}

void
proviso_title_control_show_project (ProvisoTitleControl *self)
{
  g_return_if_fail (PROVISO_IS_TITLE_CONTROL (self));

  self->shows_project = TRUE;
  update (self);
}

void
proviso_title_control_set_note (ProvisoTitleControl *self, const char *note)
{
  g_return_if_fail (PROVISO_IS_TITLE_CONTROL (self));

  if (g_set_str (&self->note, note))
    update (self);
}
