/* proviso-plain-text.c: a #ProvisoText in memory, for where no window is open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding an offset walks the string: fine for a handful of edits. What edits a lot (replaying a long
 * journal) edits near the place before it, so the place of the last edit is remembered.
 */
#include "core/proviso-plain-text.h"

struct _ProvisoPlainText
{
  GObject parent_instance;

  GString *text;
  guint length; /* code points */
  guint last_offset;
  gsize last_byte; /* of last_offset */
};

static gsize
byte_of_offset (ProvisoPlainText *self, guint offset)
{
  const char *from = self->text->str;
  const char *at;

  if (offset >= self->last_offset)
    at = g_utf8_offset_to_pointer (from + self->last_byte, offset - self->last_offset);
  else if (offset > self->last_offset / 2)
    at = g_utf8_offset_to_pointer (from + self->last_byte, (glong) offset - (glong) self->last_offset);
  else
    at = g_utf8_offset_to_pointer (from, offset);

  self->last_offset = offset;
  self->last_byte = at - from;

  return self->last_byte;
}

static void
proviso_plain_text_replace (ProvisoText *text, guint offset, guint n_removed, const char *inserted)
{
  ProvisoPlainText *self = PROVISO_PLAIN_TEXT (text);
  g_autofree char *removed = proviso_text_get_slice (text, offset, offset + n_removed);
  gsize byte = byte_of_offset (self, offset);

  g_string_erase (self->text, byte, strlen (removed));
  g_string_insert (self->text, byte, inserted);
  self->length += g_utf8_strlen (inserted, -1) - n_removed;
  proviso_text_replaced (text, offset, removed, inserted);
}

static char *
proviso_plain_text_get_slice (ProvisoText *text, guint start, guint end)
{
  ProvisoPlainText *self = PROVISO_PLAIN_TEXT (text);
  gsize last = byte_of_offset (self, end);
  gsize first = byte_of_offset (self, start);

  return g_strndup (self->text->str + first, last - first);
}

static guint
proviso_plain_text_get_length (ProvisoText *text)
{
  return PROVISO_PLAIN_TEXT (text)->length;
}

static void
text_init (ProvisoTextInterface *iface)
{
  iface->replace = proviso_plain_text_replace;
  iface->get_slice = proviso_plain_text_get_slice;
  iface->get_length = proviso_plain_text_get_length;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ProvisoPlainText,
                               proviso_plain_text,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PROVISO_TYPE_TEXT, text_init))

static void
proviso_plain_text_finalize (GObject *object)
{
  g_string_free (PROVISO_PLAIN_TEXT (object)->text, TRUE);

  G_OBJECT_CLASS (proviso_plain_text_parent_class)->finalize (object);
}

static void
proviso_plain_text_class_init (ProvisoPlainTextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = proviso_plain_text_finalize;
}

static void
proviso_plain_text_init (ProvisoPlainText *self)
{
}

ProvisoPlainText *
proviso_plain_text_new (const char *text)
{
  ProvisoPlainText *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (PROVISO_TYPE_PLAIN_TEXT, NULL);
  self->text = g_string_new (text);
  self->length = g_utf8_strlen (text, -1);

  return self;
}
