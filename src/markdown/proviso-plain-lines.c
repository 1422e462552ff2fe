/* proviso-plain-lines.c: the lines of a plain text and what blocks they make.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-plain-lines.h"

#include "markdown/proviso-heading-guess.h"

#include <string.h>

#define CODE_INDENT 4
#define CONTINUATION_INDENT 2
/* Nobody wraps by hand at more columns than this. */
#define MAX_WRAPPED_COLUMNS 100
/* Lines of prose that are this long are paragraphs, not sentences on lines of their own. */
#define LONG_LINE 160
#define MAX_UNDERLINED_CHARS 120

static const char *const bullets[] = { "•", "‣", "◦", "▪", "●", "○", "■", "⁃", "∙" };

static gboolean
is_invisible (gunichar c)
{
  return c == 0xfeff || c == 0xfffc || (c < 0x20 && c != '\t') || (c >= 0x7f && c < 0xa0);
}

static gboolean
is_edge_blank (gunichar c)
{
  return c == 0x00a0 || c == 0x200b || c == 0x2060 || g_unichar_isspace (c);
}

/* Without what nobody sees: control characters; blanks at the end; other blanks than spaces and tabs at the
 * start; no-break spaces beside spaces. A no-break space between words is meant and stays. */
static char *
clean_line (const char *raw)
{
  GString *text = g_string_new (NULL);
  const char *end = raw + strlen (raw);
  gunichar before = 0;
  gboolean started = FALSE;

  while (end > raw)
    {
      const char *last = g_utf8_prev_char (end);
      gunichar c = g_utf8_get_char (last);

      if (!is_edge_blank (c) && !is_invisible (c))
        break;
      end = last;
    }

  for (const char *at = raw; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_invisible (c))
        continue;
      if (!started && is_edge_blank (c) && c != ' ' && c != '\t')
        continue;
      started = started || (c != ' ' && c != '\t');
      if (c == 0x00a0 && before == ' ')
        continue;
      if (c == ' ' && before == 0x00a0)
        {
          g_string_truncate (text, text->len - strlen ("\u00a0"));
          g_string_append_c (text, ' ');
          before = ' ';
          continue;
        }
      g_string_append_unichar (text, c);
      before = c;
    }
  return g_string_free_and_steal (text);
}

static void
line_clear (gpointer data)
{
  ProvisoPlainLine *line = data;

  g_free (line->raw);
  g_free (line->text);
  g_free (line->blank_before);
}

/* The end of the line that begins at `at`; `next`: where the one after it begins, NULL without a break. */
static const char *
find_line_end (const char *at, const char **next)
{
  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == 0x0085 || c == 0x2028 || c == 0x2029)
        {
          *next = g_utf8_next_char (at);
          if (c == '\r' && **next == '\n')
            *next += 1;
          return at;
        }
    }
  *next = NULL;
  return at;
}

static guint
find_bullet (const char *text)
{
  gsize at = strspn (text, " \t");

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      gsize width = strlen (bullets[i]);

      if (strncmp (text + at, bullets[i], width) == 0)
        {
          const char *content = text + at + width;

          if (!g_unichar_isspace (g_utf8_get_char (content)))
            return 0;
          while (g_unichar_isspace (g_utf8_get_char (content)))
            content = g_utf8_next_char (content);
          return *content != '\0' ? (guint) (content - text) : 0;
        }
    }
  return 0;
}

/* "|---|:--:|", with at least one column mark and one dash. */
static gboolean
is_table_rule (const char *text)
{
  return strspn (text, "|-: \t") == strlen (text) && strchr (text, '|') != NULL && strchr (text, '-') != NULL;
}

static gboolean
is_underline (const char *text)
{
  gsize at = strspn (text, " ");
  gsize n = strspn (text + at, text[at] == '=' ? "=" : "-");

  return at < 4 && n >= 3 && text[at + n] == '\0';
}

static gboolean
is_indented (const ProvisoPlainLine *line)
{
  return line->parsed.quote_depth == 0 && line->parsed.indent >= CODE_INDENT &&
         line->parsed.kind == PROVISO_LINE_PLAIN;
}

GPtrArray *
proviso_plain_split_row (const char *row)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *at = row + strspn (row, " \t");
  gboolean code = FALSE;

  if (*at == '|')
    at++;
  for (; *at != '\0'; at++)
    {
      if (*at == '`')
        code = !code;
      if (*at == '|' && !code)
        {
          g_ptr_array_add (cells, g_strstrip (g_strdup (cell->str)));
          g_string_truncate (cell, 0);
          continue;
        }
      if (*at == '\\' && at[1] != '\0')
        g_string_append_c (cell, *at++);
      g_string_append_c (cell, *at);
    }
  /* What stands behind the last column mark is a cell only if it is anything. */
  g_strstrip (cell->str);
  if (cell->str[0] != '\0')
    g_ptr_array_add (cells, g_strdup (cell->str));
  return cells;
}

static gboolean
has_column (const ProvisoPlainLine *line)
{
  return strchr (line->text, '|') != NULL;
}

/* The lines from `i` on that are one table; 0 if none begins there. */
static guint
measure_table (GArray *lines, guint i)
{
  ProvisoPlainLine *first = &g_array_index (lines, ProvisoPlainLine, i);
  gboolean has_rule;
  guint n = 1;

  if (!has_column (first))
    return 0;
  has_rule = i + 1 < lines->len && is_table_rule (g_array_index (lines, ProvisoPlainLine, i + 1).text) &&
             !is_table_rule (first->text);
  if (!has_rule && first->parsed.kind != PROVISO_LINE_TABLE_ROW)
    return 0;

  for (; i + n < lines->len; n++)
    {
      ProvisoPlainLine *line = &g_array_index (lines, ProvisoPlainLine, i + n);
      gboolean is_row = line->parsed.kind == PROVISO_LINE_TABLE_ROW || (has_rule && has_column (line));

      if (!is_row)
        break;
      /* A header of a table of its own. */
      if (n > 1 && i + n + 1 < lines->len &&
          is_table_rule (g_array_index (lines, ProvisoPlainLine, i + n + 1).text))
        break;
    }
  /* One row alone is a line with bars in it. */
  return n > 1 ? n : 0;
}

static void
classify (GArray *lines)
{
  guint n_prose = 0;
  guint n_indented = 0;
  guint fence_level = 0;
  char fence_mark = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const ProvisoPlainLine *line = &g_array_index (lines, ProvisoPlainLine, i);

      n_prose += line->parsed.kind == PROVISO_LINE_PLAIN;
      n_indented += is_indented (line);
    }

  for (guint i = 0; i < lines->len; i++)
    {
      ProvisoPlainLine *line = &g_array_index (lines, ProvisoPlainLine, i);
      ProvisoPlainLine *before = i > 0 ? &g_array_index (lines, ProvisoPlainLine, i - 1) : NULL;
      gboolean touches = before != NULL && line->n_blank_before == 0;
      guint n_rows;

      if (fence_level > 0)
        {
          line->block = PROVISO_PLAIN_CODE;
          line->is_joined = TRUE;
          if (line->parsed.kind == PROVISO_LINE_FENCE && line->parsed.mark == fence_mark &&
              line->parsed.level >= fence_level)
            fence_level = 0;
          continue;
        }

      n_rows = measure_table (lines, i);
      if (n_rows > 0)
        {
          for (guint j = 0; j < n_rows; j++)
            {
              ProvisoPlainLine *row = &g_array_index (lines, ProvisoPlainLine, i + j);

              row->block = PROVISO_PLAIN_TABLE;
              row->is_joined = j > 0;
              row->is_table_rule = j == 1 && is_table_rule (row->text);
            }
          i += n_rows - 1;
          continue;
        }

      line->bullet_width = line->parsed.quote_depth == 0 ? find_bullet (line->text) : 0;

      if (line->parsed.kind == PROVISO_LINE_FENCE)
        {
          line->block = PROVISO_PLAIN_CODE;
          fence_level = line->parsed.level;
          fence_mark = line->parsed.mark;
        }
      else if (line->parsed.quote_depth > 0)
        {
          line->block = PROVISO_PLAIN_QUOTE;
          line->is_joined = touches && before->block == PROVISO_PLAIN_QUOTE;
        }
      else if (touches && before->block == PROVISO_PLAIN_PROSE && is_underline (line->text) &&
               g_utf8_strlen (before->text, -1) <= MAX_UNDERLINED_CHARS &&
               !proviso_heading_ends_sentence (before->text))
        {
          before->block = line->block = PROVISO_PLAIN_HEADING;
          line->is_joined = TRUE;
        }
      else if (line->parsed.kind == PROVISO_LINE_RULE)
        {
          line->block = PROVISO_PLAIN_RULE;
        }
      else if (line->parsed.kind == PROVISO_LINE_HEADING)
        {
          line->block = PROVISO_PLAIN_HEADING;
        }
      else if (line->bullet_width > 0 || line->parsed.kind == PROVISO_LINE_BULLET ||
               line->parsed.kind == PROVISO_LINE_NUMBERED)
        {
          line->block = PROVISO_PLAIN_ITEM;
          line->is_joined = touches && before->block == PROVISO_PLAIN_ITEM;
        }
      else if (touches && before->block == PROVISO_PLAIN_ITEM && line->parsed.indent >= CONTINUATION_INDENT)
        {
          line->block = PROVISO_PLAIN_ITEM;
          line->is_joined = TRUE;
        }
      else if (is_indented (line) && n_indented * 2 < n_prose && i + 1 < lines->len &&
               is_indented (&g_array_index (lines, ProvisoPlainLine, i + 1)) &&
               !(touches && before->block == PROVISO_PLAIN_CODE))
        {
          line->block = PROVISO_PLAIN_CODE;
        }
      else if (is_indented (line) && touches && before->block == PROVISO_PLAIN_CODE)
        {
          line->block = PROVISO_PLAIN_CODE;
          line->is_joined = TRUE;
        }
      else
        {
          line->block = PROVISO_PLAIN_PROSE;
        }
    }
}

ProvisoPlainLines *
proviso_plain_lines_new (const char *text)
{
  ProvisoPlainLines *self = g_new0 (ProvisoPlainLines, 1);
  g_autoptr (GString) blank = g_string_new (NULL);
  const char *at = text;
  guint number = 0;
  guint n_blank = 0;

  self->lines = g_array_new (FALSE, TRUE, sizeof (ProvisoPlainLine));
  g_array_set_clear_func (self->lines, line_clear);

  while (at != NULL && *at != '\0')
    {
      const char *next;
      const char *end = find_line_end (at, &next);
      g_autofree char *raw = g_strndup (at, (gsize) (end - at));
      g_autofree char *clean = clean_line (raw);

      number++;
      if (*clean == '\0')
        {
          n_blank++;
          g_string_append (blank, raw);
          if (next != NULL)
            g_string_append_c (blank, '\n');
        }
      else
        {
          ProvisoPlainLine line = { .number = number, .n_blank_before = n_blank, .has_break = next != NULL };

          proviso_line_parse (&line.parsed, clean, strlen (clean));
          line.raw = g_steal_pointer (&raw);
          line.text = g_steal_pointer (&clean);
          line.blank_before = g_strdup (blank->str);
          g_array_append_val (self->lines, line);
          g_string_truncate (blank, 0);
          n_blank = 0;
        }
      at = next;
    }
  self->blank_after = g_string_free_and_steal (g_steal_pointer (&blank));
  classify (self->lines);
  return self;
}

void
proviso_plain_lines_free (ProvisoPlainLines *self)
{
  g_array_unref (self->lines);
  g_free (self->blank_after);
  g_free (self);
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  glong x = *(const glong *) a;
  glong y = *(const glong *) b;

  return (x > y) - (x < y);
}

gboolean
proviso_plain_lines_run_together (ProvisoPlainLines *self)
{
  for (guint i = 1; i < self->lines->len; i++)
    {
      const ProvisoPlainLine *line = &g_array_index (self->lines, ProvisoPlainLine, i);

      if (!line->is_joined && line->n_blank_before == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
proviso_plain_lines_are_markdown (ProvisoPlainLines *self)
{
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (glong));
  guint n_apart = 0;
  guint n_together = 0;
  guint n_cut = 0;
  glong longest = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const ProvisoPlainLine *line = &g_array_index (self->lines, ProvisoPlainLine, i);
      const ProvisoPlainLine *before = i > 0 ? line - 1 : NULL;

      if (line->parsed.kind == PROVISO_LINE_HEADING || line->parsed.kind == PROVISO_LINE_FENCE)
        return TRUE;
      if (before == NULL || line->is_joined)
        continue;
      if (line->n_blank_before > 0)
        {
          n_apart++;
        }
      else
        {
          n_together++;
          /* Headings break off too. */
          if (line->block == PROVISO_PLAIN_PROSE && before->block == PROVISO_PLAIN_PROSE &&
              proviso_heading_guess (before->text, FALSE) != PROVISO_HEADING_LIKELY)
            {
              glong length = g_utf8_strlen (before->text, -1);

              g_array_append_val (lengths, length);
              longest = MAX (longest, MAX (length, g_utf8_strlen (line->text, -1)));
              n_cut +=
                  !proviso_heading_ends_sentence (before->text) && !proviso_heading_leads_in (before->text);
            }
        }
    }

  if (n_apart > n_together)
    return TRUE;
  if (lengths->len == 0)
    return FALSE;

  /* Lines that break off in the middle of sentences, none of them long: wrapped by hand. */
  if (longest <= MAX_WRAPPED_COLUMNS && n_cut * 5 > lengths->len * 3)
    return TRUE;

  /* Empty lines are in regular use, and the lines between them are short: one sentence a line. */
  g_array_sort (lengths, compare_lengths);
  return n_apart > 1 && n_apart * 3 >= n_together &&
         g_array_index (lengths, glong, lengths->len / 2) <= LONG_LINE;
}
