/* test-prose.c: what a reader reads, and where it stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-prose.h"
#include "marked-text.h"

#include <unicode/utf16.h>

typedef struct
{
  const char *text;
  GString *found;
  guint stop_after;
  guint n_blocks;
} Listing;

static gboolean
list_block (const ProvisoProseBlock *block, gpointer user_data)
{
  static const char *const kinds[] = { "p", "h", "t", "c" };
  Listing *listing = user_data;
  g_autofree char *source = g_utf8_substring (listing->text, block->start, block->end);
  g_autofree char *plain =
      block->n_units > 0 ? g_utf16_to_utf8 (block->units, block->n_units, NULL, NULL, NULL) : g_strdup ("");

  g_string_append_printf (listing->found, "%s%s[%s=%s]", listing->n_blocks > 0 ? " " : "", kinds[block->kind],
                          source, plain);
  return ++listing->n_blocks != listing->stop_after;
}

static void
check (const char *text, const char *expected)
{
  Listing listing = { .text = text, .found = g_string_new (NULL) };

  g_assert_true (proviso_prose_foreach (text, NULL, list_block, &listing));
  g_assert_cmpstr (listing.found->str, ==, expected);
  g_string_free (listing.found, TRUE);
}

static void
test_blocks (void)
{
  check ("", "");
  check ("**a** b\n\nc", "p[**a** b=a b] p[c=c]");
  check ("# a\n\nb\n===", "h[a=a] h[b=b]");
  check ("- a\n- b\n\n  c\n  - d", "p[a=a] p[b=b] p[c=c] p[d=d]");
  check ("> a\n> b", "p[a\n> b=a b]");
  check ("| a | *b* |\n|---|---|\n| c | |", "t[a=a] t[*b*=b] t[c=c]");
  check ("```\na\n\nb\n```", "c[a\n\nb=]");
  check ("<p>\na\n</p>", "");
  check ("a &amp; &#8212; [b](u) <i>c</i>", "p[a &amp; &#8212; [b](u) <i>c</i>=a & — b c]");
}

static gboolean
check_places (const ProvisoProseBlock *block, gpointer user_data)
{
  const char *text = user_data;
  guint length = (guint) g_utf8_strlen (text, -1);
  guint at = block->start;

  g_assert_cmpuint (block->start, <, block->end);
  g_assert_cmpuint (block->end, <=, length);
  for (guint i = 0; i < block->n_units; i++)
    {
      const ProvisoProsePlace *place = &block->places[i];
      gunichar source = g_utf8_get_char (g_utf8_offset_to_pointer (text, place->start));

      g_assert_cmpuint (place->start, >=, at);
      g_assert_cmpuint (place->end, >=, place->start);
      g_assert_cmpuint (place->end, <=, block->end);
      if (!U16_IS_SURROGATE (block->units[i]) && block->units[i] != ' ' && source != '&')
        g_assert_cmpuint (block->units[i], ==, source);
      if (!U16_IS_LEAD (block->units[i]))
        at = place->end;
    }
  return TRUE;
}

static void
test_random (void)
{
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *text = random_markdown ((guint) g_test_rand_int_range (0, 40));

      g_assert_true (proviso_prose_foreach (text, NULL, check_places, text));
    }
}

static void
test_stop (void)
{
  Listing listing = { .text = "a\n\nb\n\nc", .found = g_string_new (NULL), .stop_after = 2 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_false (proviso_prose_foreach (listing.text, NULL, list_block, &listing));
  g_assert_cmpuint (listing.n_blocks, ==, 2);
  g_cancellable_cancel (cancellable);
  g_assert_false (proviso_prose_foreach (listing.text, cancellable, list_block, &listing));
  g_assert_cmpuint (listing.n_blocks, ==, 2);
  g_string_free (listing.found, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/prose/blocks", test_blocks);
  g_test_add_func ("/prose/random", test_random);
  g_test_add_func ("/prose/stop", test_stop);

  return g_test_run ();
}
