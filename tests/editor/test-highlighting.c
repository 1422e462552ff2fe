/* test-highlighting.c: what the draft's Markdown definition makes stand out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "editor/proviso-buffer.h"

typedef struct
{
  const char *text;
  const char *words; /* their first letter is looked at */
  gboolean bold;
  gboolean italic;
  gboolean struck;
  gboolean spelled; /* whether spelling is checked there */
} Case;

static const Case cases[] = {
  { "# A heading", "heading", TRUE, FALSE, FALSE, TRUE },
  { "#no heading", "heading", FALSE, FALSE, FALSE, TRUE },
  { "Some *soft* words", "soft", FALSE, TRUE, FALSE, TRUE },
  { "Some _soft_ words", "soft", FALSE, TRUE, FALSE, TRUE },
  { "2 * 3 * 4", "3", FALSE, FALSE, FALSE, TRUE },
  { "a snake_case_name", "case", FALSE, FALSE, FALSE, TRUE },
  { "Some **loud** words", "loud", TRUE, FALSE, FALSE, TRUE },
  { "Some __loud__ words", "loud", TRUE, FALSE, FALSE, TRUE },
  { "Some ***both*** words", "both", TRUE, TRUE, FALSE, TRUE },
  { "Some ~~gone~~ words", "gone", FALSE, FALSE, TRUE, TRUE },
  { "Some `*code*` here", "code", FALSE, FALSE, FALSE, FALSE },
  { "```\n*code*\n```\n", "code", FALSE, FALSE, FALSE, FALSE },
  { "```\ncode\n```\nand *soft*", "soft", FALSE, TRUE, FALSE, TRUE },
  { "- [x] done", "[x]", TRUE, FALSE, FALSE, TRUE },
  { "12. twelfth", "12", TRUE, FALSE, FALSE, TRUE },
  { "an \\*escape\\*", "escape", FALSE, FALSE, FALSE, TRUE },
  { "see https://example.org/a_b_c for more", "example", FALSE, TRUE, FALSE, FALSE },
  { "see [words](https://example.org)", "words", FALSE, FALSE, FALSE, TRUE },
};

static void
test_highlighting (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (ProvisoBuffer) buffer = proviso_buffer_new ();
  GtkTextBuffer *text_buffer = GTK_TEXT_BUFFER (buffer);
  g_autoptr (GSList) tags = NULL;
  gboolean bold = FALSE, italic = FALSE, struck = FALSE;
  GtkTextIter start, end;

  g_assert_nonnull (gtk_source_buffer_get_language (GTK_SOURCE_BUFFER (buffer)));
  gtk_source_buffer_set_style_scheme (
      GTK_SOURCE_BUFFER (buffer),
      gtk_source_style_scheme_manager_get_scheme (gtk_source_style_scheme_manager_get_default (), "Adwaita"));
  gtk_text_buffer_set_text (text_buffer, one->text, -1);
  gtk_text_buffer_get_bounds (text_buffer, &start, &end);
  gtk_source_buffer_ensure_highlight (GTK_SOURCE_BUFFER (buffer), &start, &end);

  gtk_text_buffer_get_iter_at_offset (text_buffer, &start, strstr (one->text, one->words) - one->text);
  tags = gtk_text_iter_get_tags (&start);
  for (GSList *l = tags; l != NULL; l = l->next)
    {
      PangoStyle style;
      int weight;
      gboolean strikethrough, weight_set;

      g_object_get (l->data, "weight", &weight, "weight-set", &weight_set, "style", &style,
                    "strikethrough", &strikethrough, NULL);
      bold |= weight_set && weight >= PANGO_WEIGHT_BOLD;
      italic |= style == PANGO_STYLE_ITALIC;
      struck |= strikethrough;
    }
  g_assert_cmpint (bold, ==, one->bold);
  g_assert_cmpint (italic, ==, one->italic);
  g_assert_cmpint (struck, ==, one->struck);
  g_assert_cmpint (gtk_source_buffer_iter_has_context_class (GTK_SOURCE_BUFFER (buffer), &start, "no-spell-check"),
                   !=,
                   one->spelled);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  gtk_source_init ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/highlighting/%02u", i);

      g_test_add_data_func (path, &cases[i], test_highlighting);
    }

  return g_test_run ();
}
