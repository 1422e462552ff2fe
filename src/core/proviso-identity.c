/* proviso-identity.c: who is at the desk, and names for new records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One person sits at one desk: the name is the process's, set from the preferences.
 */
#include "core/proviso-identity.h"

#include <string.h>

struct _ProvisoIdentity
{
  GObject parent_instance;
};

static char *chosen_name;

G_DEFINE_FINAL_TYPE (ProvisoIdentity, proviso_identity, G_TYPE_OBJECT)

static void
proviso_identity_class_init (ProvisoIdentityClass *klass)
{
  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
proviso_identity_init (ProvisoIdentity *self)
{
}

ProvisoIdentity *
proviso_identity_get_default (void)
{
  static ProvisoIdentity *identity;

  if (g_once_init_enter_pointer (&identity))
    g_once_init_leave_pointer (&identity, g_object_new (PROVISO_TYPE_IDENTITY, NULL));

  return identity;
}

const char *
proviso_identity_get_name (void)
{
  return chosen_name != NULL ? chosen_name : proviso_identity_get_account_name ();
}

const char *
proviso_identity_get_account_name (void)
{
  /* GLib says "Unknown" where the account has no name. */
  const char *real_name = g_get_real_name ();

  return g_strcmp0 (real_name, "Unknown") != 0 && *real_name != '\0' ? real_name : g_get_user_name ();
}

void
proviso_identity_set_name (const char *name)
{
  g_autofree char *stripped = name != NULL ? g_strstrip (g_strdup (name)) : NULL;

  if (g_set_str (&chosen_name, stripped != NULL && *stripped != '\0' ? stripped : NULL))
    g_signal_emit_by_name (proviso_identity_get_default (), "changed");
}

char *
proviso_identity_dup_language (void)
{
  /* There is always one: "C" at least. */
  const char *name = g_get_language_names ()[0];
  g_autofree char *tag = g_strdelimit (g_strndup (name, strcspn (name, ".@")), "_", '-');

  /* Who sets up a system in English often took the first English there was. */
  if (g_str_equal (tag, "C") || g_str_equal (tag, "POSIX") || g_str_has_prefix (tag, "en-"))
    return g_strdup ("en");

  return g_steal_pointer (&tag);
}

char *
proviso_identity_new_id (void)
{
  return g_uuid_string_random ();
}
