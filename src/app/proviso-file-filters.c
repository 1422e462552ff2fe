/* proviso-file-filters.c: which files the file dialogs offer, and what a file is opened as.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-file-filters.h"

#include <glib/gi18n-lib.h>

static const char *const project_suffixes[] = { "proviso", NULL };
static const char *const text_suffixes[] = { "md", "markdown", "mdown", "mkd", "txt", "text", NULL };

static void
add_filter (GListStore *store, const char *name, const char *const *suffixes, const char *const *more_suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  for (guint i = 0; more_suffixes != NULL && more_suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, more_suffixes[i]);
  g_list_store_append (store, filter);
}

static void
add_all (GListStore *store)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("All Files"));
  gtk_file_filter_add_pattern (filter, "*");
  g_list_store_append (store, filter);
}

GListModel *
proviso_file_filters_for_opening (void)
{
  GListStore *store = g_list_store_new (GTK_TYPE_FILE_FILTER);

  add_filter (store, _("Projects and Texts"), project_suffixes, text_suffixes);
  add_filter (store, _("Proviso Projects"), project_suffixes, NULL);
  add_all (store);
  return G_LIST_MODEL (store);
}

GListModel *
proviso_file_filters_for_importing (void)
{
  GListStore *store = g_list_store_new (GTK_TYPE_FILE_FILTER);

  add_filter (store, _("Markdown and Plain Text"), text_suffixes, NULL);
  add_all (store);
  return G_LIST_MODEL (store);
}

GListModel *
proviso_file_filters_for_saving (void)
{
  GListStore *store = g_list_store_new (GTK_TYPE_FILE_FILTER);

  add_filter (store, _("Proviso Projects"), project_suffixes, NULL);
  return G_LIST_MODEL (store);
}

gboolean
proviso_file_is_project (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = g_ascii_strdown (name, -1);

  /* ".json": what a mail program or a server may have made of the name. */
  return g_str_has_suffix (folded, ".proviso") || g_str_has_suffix (folded, ".json");
}
