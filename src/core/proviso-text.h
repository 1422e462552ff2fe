/* proviso-text.h: a text that can be read and replaced by offsets; what a project's draft is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text's owner implements this: the editor's buffer while a window is open, #ProvisoPlainText without
 * one. Offsets and lengths are Unicode code points; strings are UTF-8.
 *
 * Signals:
 *   replaced (guint offset, const char *removed, const char *inserted)
 *       after every change, whoever made it. `removed` and `inserted` may be "".
 *   begin-action (), end-action ()
 *       around changes that belong together (a paste over a selection, replace all); may nest.
 *   resume-action ()
 *       in the place of begin-action, where the changes go on with those of the action that ended last.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_TEXT (proviso_text_get_type ())
G_DECLARE_INTERFACE (ProvisoText, proviso_text, PROVISO, TEXT, GObject)

struct _ProvisoTextInterface
{
  GTypeInterface parent;

  void (*replace) (ProvisoText *self, guint offset, guint n_removed, const char *inserted);
  char *(*get_slice) (ProvisoText *self, guint start, guint end);
  guint (*get_length) (ProvisoText *self);
};

/* Replaces `n_removed` code points at `offset` by `inserted`; emits "replaced". */
void proviso_text_replace (ProvisoText *self, guint offset, guint n_removed, const char *inserted);
/* Returns: (transfer full): the code points [start, end), both clamped to the length. */
char *proviso_text_get_slice (ProvisoText *self, guint start, guint end);
/* Returns: (transfer full): all of it. */
char *proviso_text_dup (ProvisoText *self);
guint proviso_text_get_length (ProvisoText *self);

/* For implementations. */
void proviso_text_replaced (ProvisoText *self, guint offset, const char *removed, const char *inserted);
void proviso_text_begin_action (ProvisoText *self);
void proviso_text_resume_action (ProvisoText *self);
void proviso_text_end_action (ProvisoText *self);

G_END_DECLS
