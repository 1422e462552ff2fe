/* proviso-spelling.c: spelling of a draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "editor/proviso-spelling.h"

#include <libspelling.h>

struct _ProvisoSpelling
{
  GObject parent_instance;

  GtkWidget *view; /* weak */
  ProvisoProject *project;
  SpellingTextBufferAdapter *adapter;
  guint switch_source;
};

enum
{
  SWITCHED_OFF,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoSpelling, proviso_spelling, G_TYPE_OBJECT)

static gboolean
is_same_tag (const char *a, const char *b)
{
  for (; *a && *b; a++, b++)
    if (g_ascii_tolower (*a == '_' ? '-' : *a) != g_ascii_tolower (*b == '_' ? '-' : *b))
      return FALSE;
  return *a == *b;
}

char *
proviso_spelling_find_dictionary (const char *language)
{
  g_autoptr (GListModel) languages = spelling_provider_list_languages (spelling_provider_get_default ());
  gsize length = language ? strcspn (language, "-_") : 0;
  g_autofree char *same_language = NULL;

  if (length == 0)
    return NULL;

  for (guint i = 0; i < g_list_model_get_n_items (languages); i++)
    {
      g_autoptr (SpellingLanguage) item = g_list_model_get_item (languages, i);
      const char *code = spelling_language_get_code (item);

      if (is_same_tag (code, language))
        return g_strdup (code);
      if (same_language == NULL && strcspn (code, "-_") == length &&
          g_ascii_strncasecmp (code, language, length) == 0)
        same_language = g_strdup (code);
    }

  return g_steal_pointer (&same_language);
}

static void
update_language (ProvisoSpelling *self)
{
  g_autofree char *code = proviso_spelling_find_dictionary (proviso_project_get_language (self->project));
  const char *wanted = code ? code : spelling_provider_get_default_code (spelling_provider_get_default ());

  if (wanted && g_strcmp0 (wanted, spelling_text_buffer_adapter_get_language (self->adapter)) != 0)
    spelling_text_buffer_adapter_set_language (self->adapter, wanted);
}

static gboolean
on_switched_off (gpointer user_data)
{
  ProvisoSpelling *self = user_data;

  self->switch_source = 0;
  g_signal_emit (self, signals[SWITCHED_OFF], 0);
  return G_SOURCE_REMOVE;
}

/* The menu's own entry switches checking off. Told when the adapter is through with it, as it may be let go
 * then. */
static void
on_enabled (ProvisoSpelling *self)
{
  if (!spelling_text_buffer_adapter_get_enabled (self->adapter) && self->switch_source == 0)
    self->switch_source = g_idle_add (on_switched_off, self);
}

static void
proviso_spelling_dispose (GObject *object)
{
  ProvisoSpelling *self = PROVISO_SPELLING (object);

  g_clear_handle_id (&self->switch_source, g_source_remove);
  if (self->adapter)
    {
      g_signal_handlers_disconnect_by_func (self->adapter, on_enabled, self);
      spelling_text_buffer_adapter_set_enabled (self->adapter, FALSE);
    }
  if (self->view)
    gtk_widget_insert_action_group (self->view, "spelling", NULL);
  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->adapter);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (proviso_spelling_parent_class)->dispose (object);
}

static void
proviso_spelling_class_init (ProvisoSpellingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_spelling_dispose;

  signals[SWITCHED_OFF] = g_signal_new ("switched-off", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
}

static void
proviso_spelling_init (ProvisoSpelling *self)
{
}

ProvisoSpelling *
proviso_spelling_new (GtkWidget *view, ProvisoBuffer *buffer, ProvisoProject *project)
{
  ProvisoSpelling *self = g_object_new (PROVISO_TYPE_SPELLING, NULL);
  g_autofree char *code = proviso_spelling_find_dictionary (proviso_project_get_language (project));
  g_autoptr (SpellingChecker) checker = NULL;

  /* The default checker is shared and follows the desktop; a project may be in another language. */
  checker =
      spelling_checker_new (spelling_provider_get_default (),
                            code ? code
                                 : spelling_provider_get_default_code (spelling_provider_get_default ()));
  g_set_weak_pointer (&self->view, view);
  self->project = g_object_ref (project);
  self->adapter = spelling_text_buffer_adapter_new (GTK_SOURCE_BUFFER (buffer), checker);
  gtk_widget_insert_action_group (view, "spelling", G_ACTION_GROUP (self->adapter));
  spelling_text_buffer_adapter_set_enabled (self->adapter, TRUE);
  g_signal_connect_object (self->adapter, "notify::enabled", G_CALLBACK (on_enabled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "notify::language", G_CALLBACK (update_language), self,
                           G_CONNECT_SWAPPED);
  return self;
}

GMenuModel *
proviso_spelling_get_menu (ProvisoSpelling *self)
{
  g_return_val_if_fail (PROVISO_IS_SPELLING (self), NULL);

  spelling_text_buffer_adapter_update_corrections (self->adapter);
  return spelling_text_buffer_adapter_get_menu_model (self->adapter);
}

GtkTextTag *
proviso_spelling_get_tag (ProvisoSpelling *self)
{
  g_return_val_if_fail (PROVISO_IS_SPELLING (self), NULL);

  return spelling_text_buffer_adapter_get_tag (self->adapter);
}
