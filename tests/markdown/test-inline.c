/* test-inline.c: where marks of emphasis, code and links stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-inline.h"
#include "marked-text.h"

/* "kind[open|inner|close]" for each span. */
static void
check (const char *text, const char *expected)
{
  static const char *const kinds[] = { "em", "strong", "code", "del", "a", "img" };
  g_autoptr (GArray) spans = proviso_inline_find_spans (text);
  g_autoptr (GString) actual = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const ProvisoInlineSpan *span = &g_array_index (spans, ProvisoInlineSpan, i);
      g_autofree char *open = g_utf8_substring (text, span->start, span->inner_start);
      g_autofree char *inner = g_utf8_substring (text, span->inner_start, span->inner_end);
      g_autofree char *close = g_utf8_substring (text, span->inner_end, span->end);

      g_string_append_printf (actual, "%s%s[%s|%s|%s]", i > 0 ? " " : "", kinds[span->kind], open, inner,
                              close);
    }
  g_assert_cmpstr (actual->str, ==, expected);
}

static void
test_styles (void)
{
  check ("plain", "");
  check ("ü *a* __b__ ~~c~~ `d`", "em[*|a|*] strong[__|b|__] del[~~|c|~~] code[`|d|`]");
  check ("***a***", "strong[**|a|**] em[*|**a**|*]");
  check ("**a *b***", "em[*|b|*] strong[**|a *b*|**]");
  check ("``a`b``", "code[``|a`b|``]");
  check ("`` ` ``", "code[`` |`| ``]");
  check ("*a\nb*", "em[*|a\nb|*]");
  check ("*\\*a*", "em[*|\\*a|*]");
  check ("a * b * c", "");
  check ("- *a*\n\n> **b**", "em[*|a|*] strong[**|b|**]");
  /* Indented text is prose here. */
  check ("    *a*", "em[*|a|*]");
  check ("```\n*a*\n```", "");
}

static void
test_links (void)
{
  check ("[a](u)", "a[[|a|](u)]");
  check ("[a](u \"t) t\") b", "a[[|a|](u \"t) t\")]");
  check ("[a](<u )>) b", "a[[|a|](<u )>)]");
  check ("[a](u(v)) b", "a[[|a|](u(v))]");
  check ("[a][b] c\n\n[b]: u", "a[[|a|][b]]");
  check ("[a] b\n\n[a]: u", "a[[|a|]]");
  check ("**[a](u)**", "a[[|a|](u)] strong[**|[a](u)|**]");
  check ("[**a**](u)", "strong[**|a|**] a[[|**a**|](u)]");
  check ("![a](u)", "img[![|a|](u)]");
  check ("<http://a.example>", "a[<|http://a.example|>]");
  check ("see http://a.example, then", "a[|http://a.example|]");
  /* Without text there is no telling where it stands. */
  check ("[](u) *a*", "em[*|a|*]");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/inline/styles", test_styles);
  g_test_add_func ("/inline/links", test_links);

  return g_test_run ();
}
