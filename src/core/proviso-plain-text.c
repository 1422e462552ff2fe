/* proviso-plain-text.c: a #ProvisoText in memory, for where no window is open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding an offset walks the string from the place asked for last: what edits a lot (replaying a long journal)
 * edits near the place before it. What reads all over the text (the passages of a project that is loaded, in
 * the order of its claims) goes by marks, which are set at the first long way and hold until the next edit.
 */
#include "core/proviso-plain-text.h"

/* Code points from one mark to the next, and the way from which on marks are worth their making. */
#define MARK_EVERY 256
#define LONG_WAY 4096

struct _ProvisoPlainText
{
  GObject parent_instance;

  GString *text;
  guint length; /* code points */
  guint last_offset;
  gsize last_byte; /* of last_offset */
  GArray *marks;   /* nullable; of gsize: where the code points 0, MARK_EVERY and so on start */
};

static void
set_marks (ProvisoPlainText *self)
{
  guint offset = 0;

  self->marks = g_array_sized_new (FALSE, FALSE, sizeof (gsize), self->length / MARK_EVERY + 1);
  for (gsize byte = 0; byte < self->text->len; byte++)
    if (((guchar) self->text->str[byte] & 0xc0) != 0x80 && offset++ % MARK_EVERY == 0)
      g_array_append_val (self->marks, byte);
}

static gsize
byte_of_offset (ProvisoPlainText *self, guint offset)
{
  guint way = offset > self->last_offset ? offset - self->last_offset : self->last_offset - offset;

  if (way > LONG_WAY)
    {
      guint mark = offset / MARK_EVERY;

      if (self->marks == NULL)
        set_marks (self);
      mark = MIN (mark, self->marks->len - 1);
      self->last_offset = mark * MARK_EVERY;
      self->last_byte = g_array_index (self->marks, gsize, mark);
    }
  self->last_byte = g_utf8_offset_to_pointer (self->text->str + self->last_byte,
                                              (glong) offset - (glong) self->last_offset) -
                    self->text->str;
  self->last_offset = offset;

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
  g_clear_pointer (&self->marks, g_array_unref);
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
  ProvisoPlainText *self = PROVISO_PLAIN_TEXT (object);

  g_string_free (self->text, TRUE);
  g_clear_pointer (&self->marks, g_array_unref);

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
