/* proviso-remains-section.c: putting the section on what remains unconfirmed into the draft, and keeping it
 * right.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "export/proviso-remains-section.h"

#include "export/proviso-remains-content.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
proviso_remains_dup_section (ProvisoProject *project)
{
  ProvisoRemains *remains;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), NULL);

  remains = proviso_project_get_remains (project);

  return proviso_remains_stands (remains)
             ? proviso_project_get_passage (project, proviso_remains_get_anchor (remains))
             : g_strdup ("");
}

static const char *
get_generated (ProvisoProject *project)
{
  const char *generated =
      proviso_remains_get_text (proviso_project_get_remains (project), PROVISO_REMAINS_GENERATED);

  return generated != NULL ? generated : "";
}

gboolean
proviso_remains_needs_refresh (ProvisoProject *project)
{
  g_autofree char *fresh = NULL;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), FALSE);

  if (!proviso_remains_stands (proviso_project_get_remains (project)))
    return FALSE;
  fresh = proviso_remains_generate (project, NULL);

  return proviso_remains_is_outdated_by (project, fresh);
}

gboolean
proviso_remains_is_outdated_by (ProvisoProject *project, const char *fresh)
{
  g_return_val_if_fail (PROVISO_IS_PROJECT (project), FALSE);
  g_return_val_if_fail (fresh != NULL, FALSE);

  return proviso_remains_stands (proviso_project_get_remains (project)) &&
         !g_str_equal (fresh, get_generated (project));
}

ProvisoRemainsState
proviso_remains_get_state (ProvisoProject *project)
{
  g_autofree char *section = NULL;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), PROVISO_REMAINS_NONE);

  if (!proviso_remains_stands (proviso_project_get_remains (project)))
    return PROVISO_REMAINS_NONE;
  section = proviso_remains_dup_section (project);
  if (!g_str_equal (section, get_generated (project)))
    return PROVISO_REMAINS_EDITED;

  return proviso_remains_needs_refresh (project) ? PROVISO_REMAINS_OUTDATED : PROVISO_REMAINS_CURRENT;
}

static void
set_text (ProvisoProject *project, ProvisoRemainsText text, const char *value)
{
  proviso_project_set (project, proviso_project_get_remains (project), proviso_remains_get_text_name (text),
                       value, NULL);
}

static void
fix_wording (ProvisoProject *project)
{
  ProvisoRemains *remains = proviso_project_get_remains (project);

  for (guint i = 0; i < PROVISO_REMAINS_N_WORDINGS; i++)
    if (proviso_remains_get_text (remains, i) == NULL)
      set_text (project, i, proviso_remains_get_default_wording (i));
}

static gboolean
find_end (ProvisoRange *range, guint start, guint end, gpointer user_data)
{
  guint *offset = user_data;

  if (start < *offset && *offset < end)
    *offset = end;

  return TRUE;
}

/* The end of the paragraph at `offset`: where no words are torn apart, and no passage comes to hold the
 * section that only ran through here. */
static guint
find_place (ProvisoProject *project, guint offset)
{
  ProvisoText *text = proviso_project_get_text (project);
  guint length = proviso_text_get_length (text);
  guint old_offset;

  offset = MIN (offset, length);
  do
    {
      g_autofree char *rest = proviso_text_get_slice (text, offset > 0 ? offset - 1 : 0, length);
      const char *from = offset > 0 && *rest == '\n' ? rest : (offset > 0 ? g_utf8_next_char (rest) : rest);
      const char *blank = strstr (from, "\n\n");

      old_offset = offset;
      /* On an empty line it is between paragraphs already. */
      if (offset == 0 || blank != rest)
        offset = blank != NULL ? offset + (guint) g_utf8_strlen (rest, blank - rest) - (offset > 0 ? 1 : 0)
                               : length;
      proviso_range_set_foreach_overlapping (proviso_project_get_ranges (project), offset, offset, find_end,
                                             &offset);
    }
  while (offset > old_offset && offset < length);

  return offset;
}

/* How many of the two characters before, or after, `offset` are line breaks, up to the first that is none; 2
 * where the text ends there. */
static guint
count_breaks (ProvisoText *text, guint offset, gboolean before)
{
  guint length = proviso_text_get_length (text);
  guint start = before ? offset - MIN (offset, 2) : offset;
  g_autofree char *slice = proviso_text_get_slice (text, start, before ? offset : MIN (offset + 2, length));
  g_autofree char *reversed = before ? g_utf8_strreverse (slice, -1) : g_strdup (slice);

  if (before ? offset == 0 : offset == length)
    return 2;

  return (guint) strspn (reversed, "\n");
}

gboolean
proviso_remains_insert (ProvisoProject *project, guint offset)
{
  static const char *const breaks[] = { "\n\n", "\n", "" };
  ProvisoRemains *remains;
  ProvisoText *text;
  g_autofree char *section = NULL;
  g_autofree char *inserted = NULL;
  const char *before, *after;
  gboolean at_end;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), FALSE);

  remains = proviso_project_get_remains (project);
  g_return_val_if_fail (!proviso_remains_stands (remains), FALSE);

  section = proviso_remains_generate (project, NULL);
  if (*section == '\0')
    return FALSE;

  text = proviso_project_get_text (project);
  offset = find_place (project, offset);
  at_end = offset == proviso_text_get_length (text);
  before = breaks[count_breaks (text, offset, TRUE)];
  after = at_end ? "\n" : breaks[count_breaks (text, offset, FALSE)];
  inserted = g_strconcat (before, section, after, NULL);

  proviso_project_begin_action (project, C_ ("undo", "Insert Section"));
  fix_wording (project);
  proviso_text_replace (text, offset, 0, inserted);
  offset += (guint) strlen (before);
  proviso_project_move_anchor (project, proviso_remains_get_anchor (remains), offset,
                               offset + (guint) g_utf8_strlen (section, -1));
  set_text (project, PROVISO_REMAINS_GENERATED, section);
  proviso_project_end_action (project);

  return TRUE;
}

/* Where the last line that both texts begin with ends, in bytes. */
static gsize
count_common_head (const char *one, const char *two)
{
  gsize n = 0, end = 0;

  while (one[n] != '\0' && one[n] == two[n])
    if (one[n++] == '\n')
      end = n;

  return end;
}

/* How many bytes of whole lines both texts end with; each begins with a line break. */
static gsize
count_common_tail (const char *one, const char *two)
{
  gsize n_one = strlen (one), n_two = strlen (two), n = 0, end = 0;

  while (n < n_one && n < n_two && one[n_one - n - 1] == two[n_two - n - 1])
    {
      n++;
      if (one[n_one - n] == '\n')
        end = n;
    }

  return end;
}

/* Changes only the lines between those that stay. */
static void
replace_lines (ProvisoText *text, guint start, const char *old_section, const char *new_section)
{
  gsize head = count_common_head (old_section, new_section);
  gsize tail = count_common_tail (old_section + head, new_section + head);
  g_autofree char *taken = g_strndup (old_section + head, strlen (old_section) - head - tail);
  g_autofree char *given = g_strndup (new_section + head, strlen (new_section) - head - tail);

  if (*taken != '\0' || *given != '\0')
    proviso_text_replace (text, start + (guint) g_utf8_strlen (old_section, (gssize) head),
                          (guint) g_utf8_strlen (taken, -1), given);
}

/* With the empty lines that were put in with it. */
static void
take_out (ProvisoText *text, guint start, guint end)
{
  guint n_before = start > 0 ? count_breaks (text, start, TRUE) : 0;
  guint n_after = start > 0 || end == proviso_text_get_length (text) ? 0 : count_breaks (text, end, FALSE);

  proviso_text_replace (text, start - n_before, n_before + end - start + n_after, "");
}

void
proviso_remains_refresh (ProvisoProject *project)
{
  ProvisoRemains *remains;
  ProvisoAnchor *anchor;
  ProvisoText *text;
  g_autofree char *old_section = NULL;
  g_autofree char *section = NULL;
  guint start, end;

  g_return_if_fail (PROVISO_IS_PROJECT (project));

  remains = proviso_project_get_remains (project);
  g_return_if_fail (proviso_remains_stands (remains));

  anchor = proviso_remains_get_anchor (remains);
  text = proviso_project_get_text (project);
  start = proviso_anchor_get_start (anchor);
  end = proviso_anchor_get_end (anchor);
  old_section = proviso_remains_dup_section (project);
  section = proviso_remains_generate (project, NULL);

  proviso_project_begin_action (project, C_ ("undo", "Refresh Section"));
  if (*section == '\0')
    {
      take_out (text, start, end);
    }
  else
    {
      guint new_end = start + (guint) g_utf8_strlen (section, -1);

      replace_lines (text, start, old_section, section);
      if (proviso_anchor_get_start (anchor) != start || proviso_anchor_get_end (anchor) != new_end ||
          !proviso_remains_stands (remains))
        proviso_project_move_anchor (project, anchor, start, new_end);
    }
  set_text (project, PROVISO_REMAINS_GENERATED, section);
  proviso_project_end_action (project);
}

void
proviso_remains_keep (ProvisoProject *project)
{
  g_autofree char *section = NULL;

  g_return_if_fail (PROVISO_IS_PROJECT (project));

  section = proviso_remains_generate (project, NULL);
  proviso_project_begin_action (project, C_ ("undo", "Keep Section"));
  set_text (project, PROVISO_REMAINS_GENERATED, section);
  proviso_project_end_action (project);
}
