/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A GIO module that lets tests, in which every warning ends the program, live through one warning of GTK's own.
 *
 * GTK 4.24.1 on X11 without a compositor, and with the cairo renderer, counts a frame as submitted once for a window and
 * again for the popover over it, which shares its frame clock, and warns of the second: once in each program that shows
 * a popover. A window with nothing but a GtkMenuButton in it does so too. Every other message is treated as ever.
 */
#include <gio/gio.h>
#include <string.h>

static gboolean
field_is (const GLogField *field, const char *key, const char *value)
{
  if (strcmp (field->key, key) != 0)
    return FALSE;

  gsize length = field->length < 0 ? strlen (field->value) : (gsize) field->length;
  return length == strlen (value) && memcmp (field->value, value, length) == 0;
}

static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  gboolean from_gdk = FALSE, about_frames = FALSE;

  for (gsize i = 0; i < n_fields; i++)
    {
      from_gdk |= field_is (&fields[i], "GLIB_DOMAIN", "Gdk");
      about_frames |= field_is (&fields[i], "MESSAGE", "gdk_frame_timings_submitted() called on submitted frame.");
    }
  if (from_gdk && about_frames && (level & G_LOG_LEVEL_WARNING))
    return g_log_writer_standard_streams (level, fields, n_fields, NULL);

  return g_log_writer_default (level, fields, n_fields, user_data);
}

void
g_io_module_load (GIOModule *module)
{
  g_type_module_use (G_TYPE_MODULE (module));
  g_log_set_writer_func (write_log, NULL, NULL);
}

void
g_io_module_unload (GIOModule *module)
{
}

char **
g_io_module_query (void)
{
  return NULL;
}
