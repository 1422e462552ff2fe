/* proviso-view-store.c: keeps how windows showed projects, from one start to the next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-view-store.h"

#include "app/proviso-state-file.h"

struct _ProvisoViewStore
{
  GObject parent_instance;

  ProvisoStateFile *file;
};

G_DEFINE_FINAL_TYPE (ProvisoViewStore, proviso_view_store, G_TYPE_OBJECT)

static char *
create_group_name (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
}

static void
forget_oldest (GKeyFile *groups)
{
  gsize n_groups;
  g_auto (GStrv) names = g_key_file_get_groups (groups, &n_groups);

  for (gsize i = 0; i + PROVISO_VIEW_STORE_MAX_FILES < n_groups; i++)
    g_key_file_remove_group (groups, names[i], NULL);
}

static void
proviso_view_store_finalize (GObject *object)
{
  ProvisoViewStore *self = PROVISO_VIEW_STORE (object);

  g_clear_object (&self->file);

  G_OBJECT_CLASS (proviso_view_store_parent_class)->finalize (object);
}

static void
proviso_view_store_class_init (ProvisoViewStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = proviso_view_store_finalize;
}

static void
proviso_view_store_init (ProvisoViewStore *self)
{
}

ProvisoViewStore *
proviso_view_store_new (const char *path)
{
  ProvisoViewStore *self = g_object_new (PROVISO_TYPE_VIEW_STORE, NULL);

  self->file = proviso_state_file_new (path);
  return self;
}

ProvisoViewState *
proviso_view_store_lookup (ProvisoViewStore *self, GFile *file)
{
  g_autofree char *group = NULL;
  GKeyFile *groups;
  ProvisoViewState *state;

  g_return_val_if_fail (PROVISO_IS_VIEW_STORE (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  group = create_group_name (file);
  groups = proviso_state_file_get (self->file);
  if (!g_key_file_has_group (groups, group))
    return NULL;
  state = proviso_view_state_new ();
  proviso_view_state_read (state, groups, group);
  return state;
}

void
proviso_view_store_put (ProvisoViewStore *self, GFile *file, ProvisoViewState *state)
{
  g_autofree char *group = NULL;
  GKeyFile *groups;

  g_return_if_fail (PROVISO_IS_VIEW_STORE (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (PROVISO_IS_VIEW_STATE (state));

  group = create_group_name (file);
  groups = proviso_state_file_get (self->file);
  /* Away and back again is at the end. */
  g_key_file_remove_group (groups, group, NULL);
  proviso_view_state_write (state, groups, group);
  forget_oldest (groups);
  proviso_state_file_changed (self->file);
}

void
proviso_view_store_flush (ProvisoViewStore *self)
{
  g_return_if_fail (PROVISO_IS_VIEW_STORE (self));
  proviso_state_file_flush (self->file);
}
