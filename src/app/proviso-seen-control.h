/* proviso-seen-control.h: what others did to a window's document since the person last looked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When a file was opened, read again, or recovered with what was not saved, it is compared with what that person saw
 * of it last. What is seen now is kept when the changes were looked through; where there are none, when it is saved,
 * closed or read again. Until they were looked through, what was seen before stays: they are shown again when the file
 * is opened again, with what the person wrote in the draft and saved meanwhile. All of it off the main thread, and
 * never in anybody's way: where something fails, nothing is shown. What is kept is kept for the person who was shown
 * the document, even if another name was set meanwhile.
 *
 * Properties, read-only and notified:
 *   "changes"  #ProvisoChanges or %NULL: what others did, until it has been looked through
 */
#pragma once

#include "app/proviso-document.h"
#include "merge/proviso-changes.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_SEEN_CONTROL (proviso_seen_control_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoSeenControl, proviso_seen_control, PROVISO, SEEN_CONTROL, GObject)

/* "looked-through" is emitted when the person has been to each of the changes: they are seen, though they stay listed until
 * they are not shown any more. */

ProvisoSeenControl *proviso_seen_control_new (ProvisoDocument *document);

/* Returns: (transfer none) (nullable) */
ProvisoChanges *proviso_seen_control_get_changes (ProvisoSeenControl *self);
/* Whether they are to be seen in the window now, and need no notice: "changes" is notified. */
void proviso_seen_control_set_showing (ProvisoSeenControl *self, gboolean showing);
gboolean proviso_seen_control_get_showing (ProvisoSeenControl *self);
/* Whether the person had never had the project open, as far as is known here. */
gboolean proviso_seen_control_is_first_time (ProvisoSeenControl *self);
/* They were looked through, or the person does not want to. */
void proviso_seen_control_mark_seen (ProvisoSeenControl *self);
/* The document is closed: what was open was seen, unless changes are left to look through. The program stays until that
 * is kept. */
void proviso_seen_control_close (ProvisoSeenControl *self);
/* Another name may have been set: the document is compared anew, for that person; where it is not saved, once it is. */
void proviso_seen_control_update_person (ProvisoSeenControl *self);

G_END_DECLS
