/* proviso-recent.c: the projects that were opened lately.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-recent.h"

#define MIME_TYPE "application/vnd.proviso+json"
#define SUFFIX ".proviso"
/* Tells what Proviso opened from what a file chooser only put on the list. */
#define OPENED_BY PROVISO_APP_ID ":opened"
#define HOST_PATH "xattr::document-portal.host-path"

struct _ProvisoRecentItem
{
  GObject parent_instance;

  GFile *file;
  char *title;
  char *place;
};

G_DEFINE_FINAL_TYPE (ProvisoRecentItem, proviso_recent_item, G_TYPE_OBJECT)

static void
proviso_recent_item_finalize (GObject *object)
{
  ProvisoRecentItem *self = PROVISO_RECENT_ITEM (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->place, g_free);

  G_OBJECT_CLASS (proviso_recent_item_parent_class)->finalize (object);
}

static void
proviso_recent_item_class_init (ProvisoRecentItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = proviso_recent_item_finalize;
}

static void
proviso_recent_item_init (ProvisoRecentItem *self)
{
}

/* Inside a sandbox: where the file is outside of it, which its own path (/run/user/1000/doc/6a8e31/…) does not tell.
 * %NULL: not a file from the document portal. A portal that does not say it leaves the name. */
static char *
get_path_outside (GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *portal = g_strconcat (g_get_user_runtime_dir (), "/doc/", NULL);
  g_autoptr (GFileInfo) info = NULL;
  const char *outside;

  if (path == NULL || !(g_str_has_prefix (path, portal) || g_str_has_prefix (path, "/run/flatpak/doc/")))
    return NULL;
  info = g_file_query_info (file, HOST_PATH, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  outside = info != NULL ? g_file_info_get_attribute_string (info, HOST_PATH) : NULL;
  return outside != NULL ? g_filename_display_name (outside) : g_filename_display_basename (path);
}

/* "~/Articles/frontier.proviso". */
static char *
describe_place (GFile *file)
{
  g_autofree char *name = get_path_outside (file);
  const char *home = g_get_home_dir ();
  gsize n = strlen (home);

  if (name == NULL)
    name = g_file_get_parse_name (file);
  if (n > 1 && g_str_has_prefix (name, home) && name[n] == G_DIR_SEPARATOR)
    return g_strconcat ("~", name + n, NULL);
  return g_steal_pointer (&name);
}

static ProvisoRecentItem *
proviso_recent_item_new (GtkRecentInfo *info)
{
  ProvisoRecentItem *self = g_object_new (PROVISO_TYPE_RECENT_ITEM, NULL);

  self->file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  self->title = g_strdup (gtk_recent_info_get_display_name (info));
  if (g_str_has_suffix (self->title, SUFFIX))
    self->title[strlen (self->title) - strlen (SUFFIX)] = '\0';
  self->place = describe_place (self->file);
  return self;
}

GFile *
proviso_recent_item_get_file (ProvisoRecentItem *self)
{
  g_return_val_if_fail (PROVISO_IS_RECENT_ITEM (self), NULL);
  return self->file;
}

const char *
proviso_recent_item_get_title (ProvisoRecentItem *self)
{
  g_return_val_if_fail (PROVISO_IS_RECENT_ITEM (self), NULL);
  return self->title;
}

const char *
proviso_recent_item_get_place (ProvisoRecentItem *self)
{
  g_return_val_if_fail (PROVISO_IS_RECENT_ITEM (self), NULL);
  return self->place;
}

gboolean
proviso_recent_item_matches (ProvisoRecentItem *self, const char *needle)
{
  g_autofree char *both = NULL;
  g_autofree char *haystack = NULL;
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (PROVISO_IS_RECENT_ITEM (self), FALSE);

  both = g_strconcat (self->title, "\n", self->place, NULL);
  haystack = g_utf8_casefold (both, -1);
  folded = g_utf8_casefold (needle, -1);
  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (haystack, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* When Proviso opened it last. (transfer none) (nullable): %NULL if it never did */
static GDateTime *
get_opened (gconstpointer info)
{
  const char *command;
  GDateTime *time;
  guint count;

  if (!gtk_recent_info_has_application ((GtkRecentInfo *) info, OPENED_BY) ||
      !gtk_recent_info_get_application_info ((GtkRecentInfo *) info, OPENED_BY, &command, &count, &time))
    return NULL;
  return time;
}

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  GDateTime *time_a = get_opened (a);
  GDateTime *time_b = get_opened (b);

  if (time_a == NULL || time_b == NULL)
    return (time_a == NULL) - (time_b == NULL);
  return g_date_time_compare (time_b, time_a);
}

GListModel *
proviso_recent_list (guint limit)
{
  GListStore *store = g_list_store_new (PROVISO_TYPE_RECENT_ITEM);
  GList *infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint n_items = 0;

  infos = g_list_sort (infos, compare_latest_first);
  for (GList *l = infos; l != NULL && (limit == 0 || n_items < limit); l = l->next)
    {
      GtkRecentInfo *info = l->data;
      g_autoptr (ProvisoRecentItem) item = NULL;

      if (get_opened (info) == NULL)
        break;
      if (!g_str_has_suffix (gtk_recent_info_get_uri (info), SUFFIX))
        continue;
      if (gtk_recent_info_is_local (info) && !gtk_recent_info_exists (info))
        continue;
      item = proviso_recent_item_new (info);
      g_list_store_append (store, item);
      n_items++;
    }
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
  return G_LIST_MODEL (store);
}

static void
add (GFile *file, const char *title)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .display_name = (char *) title,
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) OPENED_BY,
    .app_exec = (char *) "proviso %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static gboolean
add_cb (gpointer user_data)
{
  ProvisoDocument *document = user_data;
  GFile *file = proviso_document_get_file (document);

  if (file != NULL)
    add (file, proviso_document_get_title (document));
  return G_SOURCE_REMOVE;
}

void
proviso_recent_add_soon (ProvisoDocument *document)
{
  g_return_if_fail (PROVISO_IS_DOCUMENT (document));

  g_idle_add_full (G_PRIORITY_LOW, add_cb, g_object_ref (document), g_object_unref);
}

void
proviso_recent_remove (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  /* That it was not on the list is as good. */
  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}
