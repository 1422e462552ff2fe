/* proviso-heading-guess.c: whether a bare line of plain text reads like a heading.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-heading-guess.h"

#include <string.h>

/* What fits in a title or two lines of one. */
#define MAX_TITLE_CHARS 120
#define MAX_TITLE_WORDS 16
/* In sentence case a longer line is more likely a sentence that lost its full stop. */
#define MAX_SENTENCE_CHARS 80
#define MAX_SENTENCE_WORDS 10
/* Of four words with a capital due, three must have it. */
#define TITLE_CASE_SHARE 0.7

/* Written small inside titles. */
static const char *const small_words[] = {
  "a",   "an",  "and",  "as",   "at",   "but",  "by",  "for", "from", "if",  "in", "into", "is",
  "it",  "its", "nor",  "of",   "off",  "on",   "or",  "out", "over", "per", "so", "than", "that",
  "the", "to",  "up",   "via",  "vs",   "with", "de",  "del", "der",  "des", "di", "die",  "das",
  "den", "dem", "du",   "e",    "ein",  "eine", "el",  "en",  "et",   "im",  "la", "las",  "le",
  "les", "los", "oder", "para", "pour", "sur",  "und", "une", "van",  "von", "y",  "zu",
};

/* Followed by a full stop without ending a sentence. */
static const char *const abbreviations[] = { "al", "ca", "cf", "etc", "no", "nr", "resp", "vs" };

/* What lines that are no headings begin with, though they have a title's capitals. */
static const char *const prefixes[] = { "by ",      "von ",   "photo",   "image",     "picture", "source:",
                                        "sources:", "credit", "updated", "published", "posted" };

static gboolean
is_closing (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
      return TRUE;
    default:
      return c == '"' || c == '\'' || c == '*' || c == '_';
    }
}

/* The last character that is neither blank nor a quote or bracket around the end. */
static gunichar
last_char (const char *line)
{
  const char *at = line + strlen (line);

  while (at > line)
    {
      gunichar c;

      at = g_utf8_prev_char (at);
      c = g_utf8_get_char (at);
      if (!g_unichar_isspace (c) && !is_closing (c))
        return c;
    }
  return 0;
}

static gboolean
is_question (gunichar c)
{
  return c == '?' || c == '!' || c == 0x061f || c == 0xff1f || c == 0xff01 || c == 0x203d;
}

static gboolean
is_stop (gunichar c)
{
  switch (c)
    {
    case '.':
    case 0x2026: /* … */
    case 0x3002: /* 。 */
    case 0xff0e: /* ． */
    case 0xff61: /* ｡ */
    case 0x06d4: /* ۔ */
    case 0x0964: /* । */
    case 0x0965: /* ॥ */
    case 0x1362: /* ። */
    case 0x0589: /* ։ */
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_pause (gunichar c)
{
  switch (c)
    {
    case ',':
    case ';':
    case ':':
    case 0x060c: /* ، */
    case 0x061b: /* ؛ */
    case 0x3001: /* 、 */
    case 0xff0c: /* ， */
    case 0xff1a: /* ： */
    case 0xff1b: /* ； */
    case '-':
    case 0x2013:
    case 0x2014:
    case '|':
    case '\\':
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
proviso_heading_ends_sentence (const char *line)
{
  gunichar c = last_char (line);

  return is_stop (c) || is_question (c);
}

gboolean
proviso_heading_leads_in (const char *line)
{
  gunichar c = last_char (line);

  return c == ':' || c == 0xff1a;
}

static gboolean
is_in (const char *word, gsize length, const char *const *words, gsize n_words)
{
  g_autofree char *folded = g_utf8_casefold (word, (gssize) length);

  for (gsize i = 0; i < n_words; i++)
    if (g_str_equal (folded, words[i]))
      return TRUE;
  return FALSE;
}

/* "Same week. Two companies": more than one sentence, whatever stands at the end. */
static gboolean
has_inner_stop (const char *line)
{
  const char *word = line;

  for (const char *c = line; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar ch = g_utf8_get_char (c);
      const char *next = g_utf8_next_char (c);

      if (g_unichar_isspace (ch))
        {
          word = next;
        }
      else if (is_question (ch) && g_unichar_isspace (g_utf8_get_char (next)))
        {
          return TRUE;
        }
      else if (is_stop (ch) && (ch != '.' || g_unichar_isspace (g_utf8_get_char (next))) && *next != '\0')
        {
          /* "U.S. ", "Dr. ", "3. ", "vs. " */
          gboolean abbreviated =
              ch == '.' && g_utf8_strlen (word, c - word) <= 3 && !g_unichar_islower (g_utf8_get_char (word));

          if (!abbreviated && !is_in (word, (gsize) (c - word), abbreviations, G_N_ELEMENTS (abbreviations)))
            return TRUE;
        }
    }
  return FALSE;
}

ProvisoHeadingGuess
proviso_heading_guess (const char *line, gboolean is_first)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *folded = NULL;
  gunichar last = last_char (line);
  gunichar first = 0;
  glong n_chars = g_utf8_strlen (line, -1);
  guint n_words = 0, n_big = 0, n_low = 0, n_numbers = 0, n_letters = 0;
  gboolean question = is_question (last);
  gboolean title;

  if (n_chars == 0 || n_chars > MAX_TITLE_CHARS || is_stop (last) || is_pause (last) ||
      has_inner_stop (line) || strstr (line, "://") != NULL || strchr (line, '@') != NULL ||
      strchr (line, '|') != NULL)
    return PROVISO_HEADING_NO;

  folded = g_utf8_casefold (line, -1);
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (folded, prefixes[i]))
      return PROVISO_HEADING_NO;

  words = g_strsplit_set (line, " \t", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *start = words[i];
      const char *end;
      gunichar c;

      while (*start != '\0' && !g_unichar_isalnum (g_utf8_get_char (start)))
        start = g_utf8_next_char (start);
      c = g_utf8_get_char (start);
      if (c == 0)
        continue;
      end = start;
      while (*end != '\0' && g_unichar_isalnum (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);

      n_words++;
      if (first == 0)
        first = c;
      if (g_unichar_isdigit (c))
        n_numbers++;
      else
        n_letters++;
      if (g_unichar_isupper (c) || g_unichar_istitle (c))
        n_big++;
      else if (g_unichar_islower (c) &&
               !is_in (start, (gsize) (end - start), small_words, G_N_ELEMENTS (small_words)))
        {
          /* "iPhone", "eBay" */
          const char *next = g_utf8_next_char (start);

          if (next < end && g_unichar_isupper (g_utf8_get_char (next)))
            n_big++;
          else
            n_low++;
        }
    }

  if (n_letters == 0 || g_unichar_islower (first))
    return PROVISO_HEADING_NO;
  /* "March 28, 2026" */
  if (n_numbers >= 2 && n_words <= 4)
    return PROVISO_HEADING_NO;

  title = n_words <= MAX_TITLE_WORDS && n_big > 0 && n_big >= TITLE_CASE_SHARE * (n_big + n_low);
  if (title)
    return PROVISO_HEADING_LIKELY;

  /* A question in sentence case is as good as a sentence; so is what stands behind a label. */
  if (question || strstr (line, ": ") != NULL || strstr (line, "：") != NULL)
    return PROVISO_HEADING_NO;
  if (is_first)
    return n_words <= MAX_TITLE_WORDS ? PROVISO_HEADING_POSSIBLE : PROVISO_HEADING_NO;
  return n_chars <= MAX_SENTENCE_CHARS && n_words <= MAX_SENTENCE_WORDS ? PROVISO_HEADING_POSSIBLE
                                                                        : PROVISO_HEADING_NO;
}
