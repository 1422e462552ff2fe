/* proviso-edit.h: one primitive, reversible change of a project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the undo history is made of. Five kinds: text replaced, a property set, a record put into or taken out
 * of a list, an anchor tied to other words. A text edit carries the places that anchors had before it, where
 * putting the words back would not bring the anchors back with them.
 *
 * An edit only remembers; the project applies it, in either direction.
 */
#pragma once

#include "core/proviso-anchor.h"
#include "core/proviso-event.h"
#include "core/proviso-record-list.h"
#include "core/proviso-text.h"

G_BEGIN_DECLS

typedef enum
{
  PROVISO_EDIT_TEXT,
  PROVISO_EDIT_PROPERTY,
  PROVISO_EDIT_INSERT,
  PROVISO_EDIT_REMOVE,
  PROVISO_EDIT_PLACE,
} ProvisoEditKind;

/* Where an anchor stood, in what state, and on what words where those are not in the text. */
typedef struct
{
  ProvisoAnchor *anchor;
  guint start;
  guint end;
  ProvisoAnchorState state;
  char *lost_words; /* nullable */
} ProvisoPlace;

typedef struct
{
  ProvisoEditKind kind;
  gboolean follows; /* done by the project, since what a person did before it in the same action asks for it */
  union
  {
    struct
    {
      guint offset; /* code points */
      guint n_removed;
      guint n_inserted;
      char *removed;
      char *inserted;
      gboolean typed; /* put in letter by letter, not pasted */
      GArray *places; /* nullable; of ProvisoPlace, before the edit */
    } text;
    struct
    {
      ProvisoRecord *record;
      const char *name; /* interned */
      GValue from;
      GValue to;
      ProvisoEvent *event; /* nullable: the entry in the record's history that tells of it */
    } property;
    struct
    {
      ProvisoRecordList *list;
      ProvisoRecord *list_owner; /* referenced, for it owns the list */
      ProvisoRecord *record;
      guint position;
    } list; /* INSERT and REMOVE */
    struct
    {
      ProvisoPlace from;
      ProvisoPlace to;
    } place;
  };
} ProvisoEdit;

ProvisoEdit *proviso_edit_new_text (guint offset, const char *removed, const char *inserted);
/* `name` is interned by the caller. */
ProvisoEdit *proviso_edit_new_property (ProvisoRecord *record, const char *name, const GValue *from, const GValue *to);
/* `kind`: INSERT or REMOVE */
ProvisoEdit *proviso_edit_new_list (ProvisoEditKind kind,
                                    ProvisoRecordList *list,
                                    guint position,
                                    ProvisoRecord *record);
/* From where the anchor stands now to [start, end). */
ProvisoEdit *proviso_edit_new_place (ProvisoAnchor *anchor, guint start, guint end, ProvisoAnchorState state);
void proviso_edit_free (ProvisoEdit *self);
/* About how many bytes it takes, with the texts that it holds. Records are not counted: most live on elsewhere. */
gsize proviso_edit_get_size (const ProvisoEdit *self);

/* Remembers the place of an anchor from before a text edit. */
void proviso_edit_add_place (ProvisoEdit *self, const ProvisoPlace *place);

/* Whether `next`, a text edit done right after, goes on with what `self` did: the next characters of a word,
 * the next press of backspace or delete. */
gboolean proviso_edit_is_continued_by (const ProvisoEdit *self, const ProvisoEdit *next);
/* Whether `next`, a text edit done right after, puts something where `self` did no more than take something out. */
gboolean proviso_edit_is_replaced_by (const ProvisoEdit *self, const ProvisoEdit *next);

G_END_DECLS
