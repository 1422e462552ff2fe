/* proviso-document-title.c: what a project is called in the window, and a file name that fits it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-document-title.h"

#include <glib/gi18n-lib.h>

/* The longest file name, in bytes, before the suffix: file systems take 255, and programs add to names. */
#define NAME_MAX_BYTES 200
/* The longest title that is taken from a heading, in code points; more fits on no title bar. */
#define TITLE_MAX 120

char *
proviso_document_title_find_heading (ProvisoText *text)
{
  g_autofree char *beginning = proviso_text_get_slice (text, 0, PROVISO_TITLE_REACH);
  g_auto (GStrv) lines = g_strsplit (beginning, "\n", -1);
  gboolean begun = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize level = strspn (lines[i], "#");
      char *heading;
      gsize n;

      if (level < 1 || level > 6 || !g_ascii_isspace (lines[i][level]))
        {
          begun |= *g_strchug (lines[i]) != '\0';
          continue;
        }
      /* Below words of the article it is the heading of a section. */
      if (level > 1 && begun)
        continue;
      heading = g_strstrip (lines[i] + level);
      /* A closing run of "#" is no part of it. */
      for (n = strlen (heading); n > 0 && heading[n - 1] == '#';)
        n--;
      if (n < strlen (heading) && (n == 0 || g_ascii_isspace (heading[n - 1])))
        heading[n] = '\0';
      g_strstrip (heading);
      if (*heading == '\0')
        continue;
      return g_utf8_substring (heading, 0, MIN (g_utf8_strlen (heading, -1), TITLE_MAX));
    }
  return NULL;
}

char *
proviso_document_title_create (ProvisoProject *project, GFile *file)
{
  const char *title = proviso_project_get_title (project);
  g_autofree char *name = NULL;
  g_autofree char *display_name = NULL;
  char *heading;

  if (title != NULL && *title != '\0')
    return g_strdup (title);
  heading = proviso_document_title_find_heading (proviso_project_get_text (project));
  if (heading != NULL)
    return heading;
  if (file == NULL)
    return g_strdup (_("New Project"));
  name = g_file_get_basename (file);
  display_name = g_filename_display_name (name);
  if (g_str_has_suffix (display_name, PROVISO_PROJECT_SUFFIX) && strlen (display_name) > strlen (PROVISO_PROJECT_SUFFIX))
    display_name[strlen (display_name) - strlen (PROVISO_PROJECT_SUFFIX)] = '\0';
  return g_steal_pointer (&display_name);
}

char *
proviso_document_title_to_file_name (const char *title)
{
  g_autofree char *name = g_strdup (title);

  /* What no file name has on one system or another, and what hides a file. */
  for (char *p = name; *p != '\0'; p++)
    if (strchr ("/\\:*?\"<>|", *p) != NULL || g_ascii_iscntrl (*p) || (p == name && *p == '.'))
      *p = '-';
  while (strlen (name) > NAME_MAX_BYTES)
    *g_utf8_find_prev_char (name, name + strlen (name)) = '\0';
  return g_strconcat (name, PROVISO_PROJECT_SUFFIX, NULL);
}
