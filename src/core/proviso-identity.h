/* proviso-identity.h: who is at the desk, and names for new records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_IDENTITY (proviso_identity_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoIdentity, proviso_identity, PROVISO, IDENTITY, GObject)

/* For whoever shows what is the person's own: emits "changed" once the name is another. (transfer none) */
ProvisoIdentity *proviso_identity_get_default (void);

/* The person's name that changes are signed with: what was set, else the account's. (transfer none) */
const char *proviso_identity_get_name (void);
/* The name of the person's account, or what they log in as. (transfer none) */
const char *proviso_identity_get_account_name (void);
/* %NULL or "": back to the account's. */
void proviso_identity_set_name (const char *name);
/* Returns: (transfer full): the language that the system speaks to the person, as a BCP 47 tag: "de-AT". It is the best
 * guess at what they write in. English is that of no country. */
char *proviso_identity_dup_language (void);
/* Returns: (transfer full): a random UUID. */
char *proviso_identity_new_id (void);

G_END_DECLS
