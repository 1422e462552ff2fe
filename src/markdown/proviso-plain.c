/* proviso-plain.c: what text md4c's pieces stand for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-plain.h"

#include <string.h>

/* Of HTML's two thousand names those that people type in articles; others stay as they are written. */
static const struct
{
  const char *name;
  gunichar c;
} entities[] = {
  { "amp", '&' },       { "lt", '<' },        { "gt", '>' },       { "quot", '"' },      { "apos", '\'' },
  { "nbsp", 0x00a0 },   { "ndash", 0x2013 },  { "mdash", 0x2014 }, { "hellip", 0x2026 }, { "lsquo", 0x2018 },
  { "rsquo", 0x2019 },  { "ldquo", 0x201c },  { "rdquo", 0x201d }, { "laquo", 0x00ab },  { "raquo", 0x00bb },
  { "copy", 0x00a9 },   { "reg", 0x00ae },    { "trade", 0x2122 }, { "deg", 0x00b0 },    { "euro", 0x20ac },
  { "pound", 0x00a3 },  { "yen", 0x00a5 },    { "cent", 0x00a2 },  { "sect", 0x00a7 },   { "para", 0x00b6 },
  { "middot", 0x00b7 }, { "bull", 0x2022 },   { "times", 0x00d7 }, { "minus", 0x2212 },  { "plusmn", 0x00b1 },
  { "frac12", 0x00bd }, { "thinsp", 0x2009 }, { "shy", 0x00ad },   { "rarr", 0x2192 },   { "larr", 0x2190 },
};

gunichar
proviso_plain_get_entity (const char *text, gsize size)
{
  if (size < 3 || text[0] != '&' || text[size - 1] != ';')
    return 0;
  text++;
  size -= 2;

  if (text[0] == '#')
    {
      gboolean hex = size > 1 && (text[1] == 'x' || text[1] == 'X');
      guint64 c = 0;

      for (gsize i = hex ? 2 : 1; i < size; i++)
        {
          int digit = hex ? g_ascii_xdigit_value (text[i]) : g_ascii_digit_value (text[i]);

          if (digit < 0 || c > 0x10ffff)
            return 0;
          c = c * (hex ? 16 : 10) + (guint64) digit;
        }
      return c != 0 && g_unichar_validate ((gunichar) c) ? (gunichar) c : 0;
    }

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strlen (entities[i].name) == size && memcmp (entities[i].name, text, size) == 0)
      return entities[i].c;
  return 0;
}

void
proviso_plain_append (GString *plain, MD_TEXTTYPE type, const char *text, gsize size)
{
  gunichar c;

  switch (type)
    {
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
      g_string_append_c (plain, ' ');
      break;
    case MD_TEXT_ENTITY:
      c = proviso_plain_get_entity (text, size);
      if (c != 0)
        g_string_append_unichar (plain, c);
      else
        g_string_append_len (plain, text, (gssize) size);
      break;
    case MD_TEXT_HTML:
      break;
    case MD_TEXT_NULLCHAR:
      g_string_append_unichar (plain, 0xfffd);
      break;
    case MD_TEXT_NORMAL:
    case MD_TEXT_CODE:
    case MD_TEXT_LATEXMATH:
    default:
      g_string_append_len (plain, text, (gssize) size);
      break;
    }
}
