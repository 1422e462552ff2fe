/* proviso-record-row.h: one row of a list of records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An icon or a letter, a title of two lines at most, a line of facts, a line of context and signs for what
 * wants a look. What they say is up to the record's kind. Setters do nothing where nothing changes, so that a
 * row may be filled anew at every change.
 */
#pragma once

#include "core/proviso-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_RECORD_ROW (proviso_record_row_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoRecordRow, proviso_record_row, PROVISO, RECORD_ROW, AdwBin)

/* What wants a look; the value is also the order in which they stand. */
typedef enum
{
  PROVISO_SIGN_BLOCKERS, /* how many caveats are open, by the highest severity among them, in the order of these */
  PROVISO_SIGN_MAJOR_CAVEATS,
  PROVISO_SIGN_MINOR_CAVEATS,
  PROVISO_SIGN_NOTES,
  PROVISO_SIGN_REOPENED,
  PROVISO_SIGN_LOST,
  PROVISO_SIGN_STALE,
  PROVISO_SIGN_SUGGESTION,
  PROVISO_SIGN_CONFIDENTIAL,
  PROVISO_N_SIGNS,
} ProvisoSign;

GtkWidget *proviso_record_row_new (void);

/* (nullable): while the row shows none. */
ProvisoRecord *proviso_record_row_get_record (ProvisoRecordRow *self);
void proviso_record_row_set_record (ProvisoRecordRow *self, ProvisoRecord *record);

/* `meaning`: what the icon stands for, for a tooltip. A row has an icon or a letter, as its kind has. */
void proviso_record_row_set_icon (ProvisoRecordRow *self, const char *icon_name, const char *meaning);
/* A letter in the icon's place. */
void proviso_record_row_set_letter (ProvisoRecordRow *self, const char *letter, const char *meaning);
/* `placeholder` stands, dimmed, where `title` is empty. */
void proviso_record_row_set_title (ProvisoRecordRow *self, const char *title, const char *placeholder);
/* `facts` (separated by " · ") and `where` are hidden where %NULL or empty. */
void proviso_record_row_set_facts (ProvisoRecordRow *self, const char *facts);
void proviso_record_row_set_where (ProvisoRecordRow *self, const char *where);
/* `text`: %NULL: no such sign. */
void proviso_record_row_set_sign (ProvisoRecordRow *self, ProvisoSign sign, const char *text);
/* Settled: shown, but not calling. */
void proviso_record_row_set_settled (ProvisoRecordRow *self, gboolean settled);

/* Returns: (transfer full): all that the row says, and `place` (nullable) at its end, as sentences for a
 * screen reader. */
char *proviso_record_row_describe (ProvisoRecordRow *self, const char *place);

G_END_DECLS
