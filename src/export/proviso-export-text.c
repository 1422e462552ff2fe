/* proviso-export-text.c: words of records as parts of a text that is made of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "export/proviso-export-text.h"

#include "core/proviso-date.h"
#include "markdown/proviso-plain.h"

#include <stdio.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/ustring.h>

/* In UTF-16: more than any language's pattern or date takes. */
#define MAX_DATE 128

char *
proviso_export_one_line (const char *text)
{
  GString *line = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          space = line->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (line, ' ');
      g_string_append_unichar (line, c);
      space = FALSE;
    }

  return g_string_free_and_steal (line);
}

/* How many bytes at the start would make the text a heading, a list item, a quote or a rule; 0 where none
 * would. The last of them is the one to escape. */
static gsize
get_block_mark (const char *text)
{
  gsize n_digits = strspn (text, "0123456789");

  if (*text != '\0' && strchr ("#-+>=|", *text) != NULL)
    return 1;
  if (n_digits > 0 && n_digits < 10 && (text[n_digits] == '.' || text[n_digits] == ')'))
    return n_digits + 1;

  return 0;
}

/* Where the "#" begin at the end that would be taken for those that close a heading; %NULL where there are
 * none. */
static const char *
get_closing_marks (const char *text)
{
  const char *marks = text + strlen (text);

  while (marks > text && marks[-1] == '#')
    marks--;

  return *marks != '\0' && (marks == text || marks[-1] == ' ') ? marks : NULL;
}

static gboolean
is_word_char (const char *p)
{
  return g_unichar_isalnum (g_utf8_get_char (p));
}

/* Whether `p`, a character of `text`, would be read as a mark. */
static gboolean
is_inline_mark (const char *text, const char *p)
{
  switch (*p)
    {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '<':
    case '~':
      return TRUE;
    case '_':
      /* Within a word it is a letter like others, in addresses above all. */
      return p == text || !is_word_char (g_utf8_prev_char (p)) || !is_word_char (p + 1);
    case '&':
      return p[1] == '#' || g_ascii_isalpha (p[1]);
    default:
      return FALSE;
    }
}

void
proviso_export_append_escaped (GString *markdown, const char *text, gboolean at_start)
{
  gsize mark = at_start ? get_block_mark (text) : 0;
  const char *closing = get_closing_marks (text);

  for (const char *p = text; *p != '\0'; p++)
    {
      if ((mark > 0 && p == text + mark - 1) || p == closing || is_inline_mark (text, p))
        g_string_append_c (markdown, '\\');
      g_string_append_c (markdown, *p);
    }
}

void
proviso_export_append_cell (GString *markdown, const char *text)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  proviso_export_append_escaped (cell, text, FALSE);
  g_string_replace (cell, "|", "\\|", 0);
  g_string_append_len (markdown, cell->str, (gssize) cell->len);
}

static int
ignore_block (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  return 0;
}

static int
leave_block (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  g_string_append_c (user_data, '\n');

  return 0;
}

static int
ignore_span (MD_SPANTYPE type, void *detail, void *user_data)
{
  return 0;
}

static int
append_text (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user_data)
{
  proviso_plain_append (user_data, type, text, size);

  return 0;
}

char *
proviso_export_get_plain (const char *markdown)
{
  MD_PARSER parser = { 0,           PROVISO_DIALECT_FLAGS, ignore_block, leave_block,
                       ignore_span, ignore_span,           append_text };
  g_autoptr (GString) plain = g_string_new (NULL);

  if (md_parse (markdown, (MD_SIZE) strlen (markdown), &parser, plain) != 0)
    return proviso_export_one_line (markdown);

  return proviso_export_one_line (plain->str);
}

char *
proviso_export_format_date (const char *date, const char *language)
{
  static const char *const skeletons[] = { "y", "yMMMM", "yMMMMd" };
  UErrorCode status = U_ZERO_ERROR;
  UChar zone[4], skeleton[16], pattern[MAX_DATE], words[MAX_DATE];
  UDateTimePatternGenerator *generator;
  UDateFormat *format = NULL;
  int year, month = 1, day = 1, n_parts, length = 0;
  g_autoptr (GDateTime) datetime = NULL;
  char utf8[MAX_DATE * 3];

  g_return_val_if_fail (date != NULL, NULL);

  /* English of no place in particular: as the program writes dates, not as one country does. */
  if (g_str_equal (language, "en"))
    language = "en-001";
  if (!proviso_date_is_valid (date) || (n_parts = sscanf (date, "%d-%d-%d", &year, &month, &day)) < 1 ||
      (datetime = g_date_time_new_utc (year, month, day, 12, 0, 0)) == NULL)
    return g_strdup (date);

  u_uastrcpy (zone, "UTC");
  u_uastrcpy (skeleton, skeletons[n_parts - 1]);
  generator = udatpg_open (language, &status);
  udatpg_getBestPattern (generator, skeleton, -1, pattern, MAX_DATE, &status);
  udatpg_close (generator);
  if (U_SUCCESS (status))
    format = udat_open (UDAT_PATTERN, UDAT_PATTERN, language, zone, -1, pattern, -1, &status);
  if (format != NULL)
    length =
        udat_format (format, (UDate) g_date_time_to_unix (datetime) * 1000, words, MAX_DATE, NULL, &status);
  udat_close (format);
  u_strToUTF8 (utf8, sizeof utf8, NULL, words, length, &status);

  return g_strdup (U_SUCCESS (status) && length > 0 ? utf8 : date);
}
