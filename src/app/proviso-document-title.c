/* proviso-document-title.c: what a project is called in the window, and a file name that fits it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-document-title.h"

#include <glib/gi18n-lib.h>

/* How far into the draft its first heading is looked for, in code points: past that it is no title. */
#define REACH 1000
/* A heading that is being typed is one change of the title bar a word, not one a key. */
#define SETTLE_MS 200
/* The longest file name, in bytes, before the suffix: file systems take 255, and programs add to names. */
#define NAME_MAX_BYTES 200
/* The longest title that is taken from a heading, in code points; more fits on no title bar. */
#define TITLE_MAX 120

struct _ProvisoDocumentTitle
{
  GObject parent_instance;

  ProvisoProject *project;
  GFile *file;
  char *text;
  guint settle_source;
};

enum
{
  PROP_0,
  PROP_TEXT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ProvisoDocumentTitle, proviso_document_title, G_TYPE_OBJECT)

char *
proviso_document_title_find_heading (ProvisoText *text)
{
  g_autofree char *beginning = proviso_text_get_slice (text, 0, REACH);
  g_auto (GStrv) lines = g_strsplit (beginning, "\n", -1);
  gboolean begun = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize level = strspn (lines[i], "#");
      char *heading;
      gsize n;

      if (level < 1 || level > 6 || !g_ascii_isspace (lines[i][level]))
        {
          begun |= *g_strchug (lines[i]) != '\0';
          continue;
        }
      /* Below words of the article it is the heading of a section. */
      if (level > 1 && begun)
        continue;
      heading = g_strstrip (lines[i] + level);
      /* A closing run of "#" is no part of it. */
      for (n = strlen (heading); n > 0 && heading[n - 1] == '#';)
        n--;
      if (n < strlen (heading) && (n == 0 || g_ascii_isspace (heading[n - 1])))
        heading[n] = '\0';
      g_strstrip (heading);
      if (*heading == '\0')
        continue;
      return g_utf8_substring (heading, 0, MIN (g_utf8_strlen (heading, -1), TITLE_MAX));
    }
  return NULL;
}

/* Returns: (transfer full) */
static char *
create (ProvisoProject *project, GFile *file)
{
  const char *title = proviso_project_get_title (project);
  g_autofree char *name = NULL;
  g_autofree char *display_name = NULL;
  char *heading;

  if (title != NULL && *title != '\0')
    return g_strdup (title);
  heading = proviso_document_title_find_heading (proviso_project_get_text (project));
  if (heading != NULL)
    return heading;
  if (file == NULL)
    return g_strdup (_("New Project"));
  name = g_file_get_basename (file);
  display_name = g_filename_display_name (name);
  if (g_str_has_suffix (display_name, PROVISO_PROJECT_SUFFIX) && strlen (display_name) > strlen (PROVISO_PROJECT_SUFFIX))
    display_name[strlen (display_name) - strlen (PROVISO_PROJECT_SUFFIX)] = '\0';
  return g_steal_pointer (&display_name);
}

static void
update (ProvisoDocumentTitle *self)
{
  g_autofree char *text = self->project != NULL ? create (self->project, self->file) : g_strdup ("");

  g_clear_handle_id (&self->settle_source, g_source_remove);
  if (g_set_str (&self->text, text))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
settled_cb (gpointer user_data)
{
  ProvisoDocumentTitle *self = user_data;

  self->settle_source = 0;
  update (self);
}

static void
queue_update (ProvisoDocumentTitle *self)
{
  if (self->settle_source == 0)
    self->settle_source = g_timeout_add_once (SETTLE_MS, settled_cb, self);
}

static void
text_replaced_cb (ProvisoDocumentTitle *self, guint offset)
{
  if (offset < REACH)
    queue_update (self);
}

static void
record_changed_cb (ProvisoDocumentTitle *self, ProvisoRecord *root)
{
  if (root == PROVISO_RECORD (self->project))
    queue_update (self);
}

static void
set_project (ProvisoDocumentTitle *self, ProvisoProject *project)
{
  if (self->project == project)
    return;
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_set_object (&self->project, project);
  if (project == NULL)
    return;
  g_signal_connect_swapped (project, "text-replaced", G_CALLBACK (text_replaced_cb), self);
  g_signal_connect_swapped (project, "record-changed", G_CALLBACK (record_changed_cb), self);
}

static void
proviso_document_title_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ProvisoDocumentTitle *self = PROVISO_DOCUMENT_TITLE (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_document_title_dispose (GObject *object)
{
  ProvisoDocumentTitle *self = PROVISO_DOCUMENT_TITLE (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  set_project (self, NULL);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (proviso_document_title_parent_class)->dispose (object);
}

static void
proviso_document_title_finalize (GObject *object)
{
  ProvisoDocumentTitle *self = PROVISO_DOCUMENT_TITLE (object);

  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (proviso_document_title_parent_class)->finalize (object);
}

static void
proviso_document_title_class_init (ProvisoDocumentTitleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = proviso_document_title_get_property;
  object_class->dispose = proviso_document_title_dispose;
  object_class->finalize = proviso_document_title_finalize;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
proviso_document_title_init (ProvisoDocumentTitle *self)
{
  self->text = g_strdup ("");
}

ProvisoDocumentTitle *
proviso_document_title_new (void)
{
  return g_object_new (PROVISO_TYPE_DOCUMENT_TITLE, NULL);
}

void
proviso_document_title_set (ProvisoDocumentTitle *self, ProvisoProject *project, GFile *file)
{
  g_return_if_fail (PROVISO_IS_DOCUMENT_TITLE (self));
  g_return_if_fail (project == NULL || PROVISO_IS_PROJECT (project));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  set_project (self, project);
  g_set_object (&self->file, file);
  update (self);
}

const char *
proviso_document_title_get_text (ProvisoDocumentTitle *self)
{
  g_return_val_if_fail (PROVISO_IS_DOCUMENT_TITLE (self), NULL);
  return self->text;
}

char *
proviso_document_title_to_file_name (const char *title)
{
  g_autofree char *name = g_strdup (title);

  /* What no file name has on one system or another, and what hides a file. */
  for (char *p = name; *p != '\0'; p++)
    if (strchr ("/\\:*?\"<>|", *p) != NULL || g_ascii_iscntrl (*p) || (p == name && *p == '.'))
      *p = '-';
  while (strlen (name) > NAME_MAX_BYTES)
    *g_utf8_find_prev_char (name, name + strlen (name)) = '\0';
  return g_strconcat (name, PROVISO_PROJECT_SUFFIX, NULL);
}
