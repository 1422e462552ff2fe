/* test-difference-view.c: what differs between two texts is marked, and told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/find.h"

#include "panel/proviso-difference-view.h"

typedef struct
{
  ProvisoDifferenceView *view;
  GtkLabel *label;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->view = g_object_ref_sink (PROVISO_DIFFERENCE_VIEW (proviso_difference_view_new ()));
  fixture->label = find_child (GTK_WIDGET (fixture->view), GTK_TYPE_LABEL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->view);
}

/* The text as it is marked: [-removed-]{+inserted+}. */
static char *
show (Fixture *fixture)
{
  const char *text = gtk_label_get_text (fixture->label);
  PangoAttrIterator *iterator = pango_attr_list_get_iterator (gtk_label_get_attributes (fixture->label));
  GString *shown = g_string_new (NULL);

  do
    {
      gboolean removed = pango_attr_iterator_get (iterator, PANGO_ATTR_STRIKETHROUGH) != NULL;
      gboolean inserted = pango_attr_iterator_get (iterator, PANGO_ATTR_UNDERLINE) != NULL;
      int start, end;
      g_autofree char *words = NULL;

      pango_attr_iterator_range (iterator, &start, &end);
      words = g_strndup (text + MIN ((gsize) start, strlen (text)), (gsize) end - (gsize) start);
      g_assert_false (removed && inserted);
      g_assert_true ((removed || inserted) ==
                     (pango_attr_iterator_get (iterator, PANGO_ATTR_BACKGROUND) != NULL));
      g_string_append_printf (shown, removed ? "[-%s-]" : inserted ? "{+%s+}" : "%s", words);
    }
  while (pango_attr_iterator_next (iterator));
  pango_attr_iterator_destroy (iterator);

  return g_string_free_and_steal (shown);
}

static void
check (Fixture *fixture,
       const char *old_text,
       const char *new_text,
       const char *expected,
       const char *description)
{
  g_autofree char *shown = NULL;

  proviso_difference_view_set_texts (fixture->view, old_text, new_text);
  shown = show (fixture);
  g_assert_cmpstr (shown, ==, expected);
  g_assert_cmpstr (proviso_difference_view_get_description (fixture->view), ==, description);
  gtk_test_accessible_assert_property (fixture->label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  check (fixture, "$1 a day", "$2 a day now", "$[-1-]{+2+} a day{+ now+}",
         "removed “1”, inserted “2”; inserted “ now”");
  gtk_test_accessible_assert_property (fixture->label, GTK_ACCESSIBLE_PROPERTY_LABEL, "$2 a day now");
  check (fixture, "all of it", "", "[-all of it-]", "removed “all of it”");
  gtk_test_accessible_assert_property (fixture->label, GTK_ACCESSIBLE_PROPERTY_LABEL, "all of it");
  check (fixture, "", "all new", "{+all new+}", "inserted “all new”");
  check (fixture, "same", "same", "same", "");
}

static void
test_line_ends (Fixture *fixture, gconstpointer data)
{
  check (fixture, "one\ntwo", "onetwo", "[-one¶two-]{+onetwo+}", "removed “one\ntwo”, inserted “onetwo”");
  check (fixture, "one.\n", "one.\n\nTwo.\n", "one.\n{+¶\nTwo.¶\n+}", "inserted “\nTwo.\n”");
}

static void
test_abbreviated (Fixture *fixture, gconstpointer data)
{
  const char *words =
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen";
  g_autofree char *old_text = g_strdup_printf ("%s A %s %s B %s", words, words, words, words);
  g_autofree char *new_text = g_strdup_printf ("%s X %s %s Y %s", words, words, words, words);
  g_autofree char *whole = g_strdup_printf ("%s [-A-]{+X+} %s %s [-B-]{+Y+} %s", words, words, words, words);

  check (fixture, old_text, new_text, whole, "removed “A”, inserted “X”; removed “B”, inserted “Y”");
  proviso_difference_view_set_abbreviated (fixture->view, TRUE);
  check (fixture, old_text, new_text,
         "… eleven twelve thirteen fourteen fifteen [-A-]{+X+} one two three four five six seven eight … "
         "eleven twelve thirteen fourteen fifteen [-B-]{+Y+} one two three four five six seven eight …",
         "removed “A”, inserted “X”; removed “B”, inserted “Y”");
  /* Nothing is left out around a change that is none. */
  check (fixture, words, words, words, "");
}

/* Whatever is compared, the label stays one that can be laid out. */
static void
test_long (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) old_text = g_string_new (NULL);
  g_autoptr (GString) new_text = g_string_new (NULL);
  g_autofree char *shown = NULL;

  for (guint i = 0; i < 20000; i++)
    {
      g_string_append_printf (old_text, "ö%u ", i);
      g_string_append_printf (new_text, "東%u ", i);
    }
  proviso_difference_view_set_texts (fixture->view, old_text->str, new_text->str);
  shown = show (fixture);
  g_assert_true (g_utf8_validate (shown, -1, NULL));
  g_assert_cmpuint (strlen (shown), <, 13000);
  g_assert_true (g_utf8_validate (proviso_difference_view_get_description (fixture->view), -1, NULL));
  g_assert_cmpuint (strlen (proviso_difference_view_get_description (fixture->view)), <, 1100);
}

static void
test_dark (Fixture *fixture, gconstpointer data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  PangoAttrList *light;

  proviso_difference_view_set_texts (fixture->view, "one", "two");
  light = pango_attr_list_ref (gtk_label_get_attributes (fixture->label));
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_false (pango_attr_list_equal (light, gtk_label_get_attributes (fixture->label)));
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
  pango_attr_list_unref (light);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/difference-view/marks", Fixture, NULL, set_up, test_marks, tear_down);
  g_test_add ("/difference-view/line-ends", Fixture, NULL, set_up, test_line_ends, tear_down);
  g_test_add ("/difference-view/abbreviated", Fixture, NULL, set_up, test_abbreviated, tear_down);
  g_test_add ("/difference-view/long", Fixture, NULL, set_up, test_long, tear_down);
  g_test_add ("/difference-view/dark", Fixture, NULL, set_up, test_dark, tear_down);

  return g_test_run ();
}
