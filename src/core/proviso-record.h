/* proviso-record.h: what every record of a project has in common.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record is one object of the project file: the project itself, a claim, caveat, source, evidence link,
 * anchor, check, comment or event. It keeps the members of its object that this version does not know, so
 * that they survive a load and a save untouched and in place.
 *
 * Records change through their properties; a change that shall be undoable goes through the verbs of
 * #ProvisoProject, which set the same properties.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_RECORD (proviso_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (ProvisoRecord, proviso_record, PROVISO, RECORD, GObject)

struct _ProvisoRecordClass
{
  GObjectClass parent_class;

  /* Whether what this record owns is saved each as a unit of its own: true of the project alone. */
  gboolean owns_roots;
  /* Whether it is saved with its owner all the same: true of what a project has one of. */
  gboolean is_part;
};

/* A member that this version does not know. */
typedef struct
{
  char *after; /* the name of the member before it in the file, or NULL where it came first */
  char *name;
  char *json;  /* its value, byte for byte as the file had it */
} ProvisoForeignMember;

/* The record that this one is a part of: an anchor's claim, a claim's project. %NULL while it is in none.
 * Returns: (transfer none) (nullable) */
ProvisoRecord *proviso_record_get_owner (ProvisoRecord *self);
/* The claim, caveat, source or project that this record is or is a part of: what is saved as one unit.
 * Returns: (transfer none) */
ProvisoRecord *proviso_record_get_root (ProvisoRecord *self);
/* For the lists that own records. */
void proviso_record_set_owner (ProvisoRecord *self, ProvisoRecord *owner);

void proviso_record_add_foreign_member (ProvisoRecord *self, const char *after, const char *name, const char *json);
/* Returns: (transfer none) (nullable): the foreign members in file order. */
const ProvisoForeignMember *proviso_record_get_foreign_members (ProvisoRecord *self, guint *n_members);

G_END_DECLS
