/* test-changed-words.c: where in a text the words stand that are otherwise than in an earlier one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "merge/proviso-changed-words.h"

/* Takes `words`. Returns: the text with those words in brackets. */
static char *
show (const char *text, GArray *words)
{
  GString *shown = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const ProvisoChangedWords *bounds = &g_array_index (words, ProvisoChangedWords, i);
      g_autofree char *before = g_utf8_substring (text, at, bounds->start);
      g_autofree char *changed = g_utf8_substring (text, bounds->start, bounds->end);

      g_assert_cmpuint (bounds->start, <, bounds->end);
      g_assert_true (i == 0 || at < bounds->start);
      g_string_append_printf (shown, "%s[%s]", before, changed);
      at = bounds->end;
    }
  g_string_append (shown, g_utf8_offset_to_pointer (text, at));
  g_array_unref (words);

  return g_string_free_and_steal (shown);
}

typedef struct
{
  const char *old_text;
  const char *new_text;
  const char *expected;
} Case;

static void
test_find (void)
{
  static const Case cases[] = {
    { "The lab left video.", "The lab left video.", "The lab left video." },
    { "The lab left video.", "The lab kept video.", "The lab [kept] video." },
    { "Dues were paid by the ship owners of the port.",
      "Dues, it is said, were paid by the ship owners of the city.",
      "Dues[, it is said,] were paid by the ship owners of the [city]." },
    /* Without the space that came along. */
    { "The lab left.", "The lab has left.", "The lab [has] left." },
    { "The lab left.", "The lab left. Nobody asked.", "The lab left. [Nobody asked.]" },
    /* What was taken out is seen by what meets there. */
    { "The small lab left video this week.", "The lab left video this week.",
      "[The lab] left video this week." },
    { "Yesterday the lab left video.", "the lab left video.", "[the] lab left video." },
    { "The lab left video, as it says.", "The lab left video.", "The lab left [video]." },
    { "The lab “just” left.", "The lab left.", "The [lab left]." },
    /* Two places with a word between them are one. */
    { "One very old two really three.", "One two three.", "[One two three]." },
    { "Words", "", "" },
    { "", "Words", "[Words]" },
    { "a – b", "a  b", "[a  b]" },
    { "–", "—", "[—]" },
    /* Code points, not bytes. */
    { "Übermäßig groß ist Łódź.", "Übermäßig klein ist Łódź.", "Übermäßig [klein] ist Łódź." },
    { "二月に出荷した。", "三月に出荷した。", "[三月]に出荷した。" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown =
          show (cases[i].new_text, proviso_changed_words_find (cases[i].old_text, cases[i].new_text));

      g_assert_cmpstr (shown, ==, cases[i].expected);
    }
}

static void
test_place (void)
{
  static const struct
  {
    const char *text;
    guint position;
    const char *expected;
  } cases[] = {
    { "- The lab left.", 0, "- [The] lab left." },
    { "The lab left.", 13, "The lab [left]." },
    { "The lab left.", 4, "[The lab] left." },
    { "The lab left.", 7, "The [lab left]." },
    { "---", 0, "---" },
    { "", 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown =
          show (cases[i].text, proviso_changed_words_find_place (cases[i].text, cases[i].position));

      g_assert_cmpstr (shown, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge/changed-words/find", test_find);
  g_test_add_func ("/merge/changed-words/place", test_place);

  return g_test_run ();
}
