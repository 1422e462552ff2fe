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
  ProvisoWindowTitle *title;
  ProvisoDocument *document;
  gboolean shows_project;
};

G_DEFINE_FINAL_TYPE (ProvisoTitleControl, proviso_title_control, G_TYPE_OBJECT)

/* Returns: (transfer full) */
static char *
create_subtitle (ProvisoDocument *document)
{
  g_autofree char *file_name = proviso_document_dup_file_name (document);
  /* Translators: below the title, in the place of a file's name: a project that was never in a file. */
  g_autofree char *name = proviso_line_text_begin (file_name != NULL ? file_name : C_("project", "New"));

  switch (proviso_document_get_state (document))
    {
    case PROVISO_DOCUMENT_STATE_EDITED:
      if (file_name == NULL)
        /* Translators: below the title: a project that was never in a file, with changes. There is little room. */
        return g_strdup (C_("project", "Unsaved"));
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
    }
  proviso_window_title_set_title (self->title, title);
  proviso_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
  gtk_window_set_title (GTK_WINDOW (self->window), title);
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
proviso_title_control_class_init (ProvisoTitleControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_title_control_dispose;
}

static void
proviso_title_control_init (ProvisoTitleControl *self)
{
}

ProvisoTitleControl *
proviso_title_control_new (ProvisoWindow *window, ProvisoWindowTitle *title)
{
  static const char *const signals[] = { "notify::title", "notify::state", "notify::file" };
  ProvisoTitleControl *self = g_object_new (PROVISO_TYPE_TITLE_CONTROL, NULL);

  self->window = window;
  self->title = title;
  self->document = g_object_ref (proviso_window_get_document (window));
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_swapped (self->document, signals[i], G_CALLBACK (update), self);
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
