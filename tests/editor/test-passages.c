/* test-passages.c: where passages are drawn, and that they can be told apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-enum-types.h"
#include "editor/proviso-passage-cache.h"
#include "editor/proviso-passage-geometry.h"
#include "editor/proviso-passage-look.h"
#include "editor/editor-fixture.h"

#include <math.h>

#define LONG_SENTENCE                                                                                        \
  "A sentence that is so long that it does not fit into a line of seventy characters and has to be "         \
  "broken, perhaps even twice, which is what this test is about, after all."

static GArray *
get_rects (Fixture *fixture, const char *words)
{
  GArray *rects = g_array_new (FALSE, FALSE, sizeof (ProvisoPassageRect));
  guint start = fixture_find (fixture, words);

  proviso_passage_geometry_append (GTK_TEXT_VIEW (fixture->view), start, start + g_utf8_strlen (words, -1),
                                   G_MININT, G_MAXINT, rects);
  return rects;
}

static ProvisoPassageRect *
get (GArray *rects, guint i)
{
  g_assert_cmpuint (i, <, rects->len);
  return &g_array_index (rects, ProvisoPassageRect, i);
}

static void
get_location (Fixture *fixture, guint offset, GdkRectangle *location)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (fixture_get_buffer (fixture)), &iter, offset);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (fixture->view), &iter, location);
}

static void
test_one_line (Fixture *fixture, gconstpointer draft)
{
  g_autoptr (GArray) rects = get_rects (fixture, "words\there");
  guint start = fixture_find (fixture, "words\there");
  GdkRectangle first, last;

  get_location (fixture, start, &first);
  get_location (fixture, start + 9, &last);
  g_assert_cmpuint (rects->len, ==, 1);
  g_assert_cmpint (get (rects, 0)->x, ==, first.x);
  g_assert_cmpint (get (rects, 0)->y, ==, first.y);
  g_assert_cmpint (get (rects, 0)->width, ==, last.x + last.width - first.x);
  g_assert_cmpint (get (rects, 0)->height, ==, first.height);
}

/* Each display line of a wrapped passage has one rectangle, from the first to the last word on it. */
static void
test_wrapped (Fixture *fixture, gconstpointer draft)
{
  g_autoptr (GArray) rects = get_rects (fixture, LONG_SENTENCE);
  int left = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (fixture->view));
  int right = gtk_widget_get_width (GTK_WIDGET (fixture->view)) -
              gtk_text_view_get_right_margin (GTK_TEXT_VIEW (fixture->view));

  g_assert_cmpuint (rects->len, >=, 3);
  for (guint i = 0; i < rects->len; i++)
    {
      g_assert_cmpint (get (rects, i)->x, ==, left);
      g_assert_cmpint (get (rects, i)->x + get (rects, i)->width, <=, right);
      if (i > 0)
        g_assert_cmpint (get (rects, i)->y, >=, get (rects, i - 1)->y + get (rects, i - 1)->height);
    }
}

/* A passage over several paragraphs has nothing on the empty line between them. */
static void
test_paragraphs (Fixture *fixture, gconstpointer draft)
{
  g_autoptr (GArray) rects = get_rects (fixture, "end\n\n  begin");

  g_assert_cmpuint (rects->len, ==, 2);
  g_assert_cmpint (get (rects, 1)->x, >, gtk_text_view_get_left_margin (GTK_TEXT_VIEW (fixture->view)));
}

static void
test_clipped (Fixture *fixture, gconstpointer draft)
{
  g_autoptr (GArray) all = get_rects (fixture, LONG_SENTENCE);
  g_autoptr (GArray) some = g_array_new (FALSE, FALSE, sizeof (ProvisoPassageRect));
  guint start = fixture_find (fixture, LONG_SENTENCE);

  proviso_passage_geometry_append (GTK_TEXT_VIEW (fixture->view), start, start + strlen (LONG_SENTENCE),
                                   get (all, 1)->y, get (all, 1)->y + 1, some);
  g_assert_cmpuint (some->len, ==, 1);
  g_assert_cmpint (get (some, 0)->y, ==, get (all, 1)->y);
}

/* The passage is contiguous in the text; on the screen, the Hebrew words that follow it stand between its two
 * parts or around them, and every character of it is covered exactly once. */
static void
test_bidi (Fixture *fixture, gconstpointer draft)
{
  static const char *const passages[] = { "עברית עם English בפנים", "with עברית and", "סוף." };

  for (guint i = 0; i < G_N_ELEMENTS (passages); i++)
    {
      g_autoptr (GArray) rects = get_rects (fixture, passages[i]);
      guint start = fixture_find (fixture, passages[i]), length = g_utf8_strlen (passages[i], -1);
      int covered = 0, sum = 0;

      for (guint j = 0; j < rects->len; j++)
        sum += get (rects, j)->width;
      for (guint offset = start; offset < start + length; offset++)
        {
          GdkRectangle location;
          gboolean found = FALSE;
          int x;

          get_location (fixture, offset, &location);
          covered += ABS (location.width);
          x = location.x + location.width / 2;
          for (guint j = 0; j < rects->len; j++)
            found |= get (rects, j)->x <= x && x <= get (rects, j)->x + get (rects, j)->width;
          g_assert_true (found);
        }
      /* Each character's place is rounded to pixels. */
      g_assert_cmpint (ABS (sum - covered), <=, (int) length);
    }
}

static ProvisoPassage *
find_passage (GArray *passages, ProvisoClaim *claim)
{
  for (guint i = 0; i < passages->len; i++)
    {
      ProvisoPassage *passage = &g_array_index (passages, ProvisoPassage, i);

      if (proviso_record_get_root (PROVISO_RECORD (passage->anchor)) == PROVISO_RECORD (claim))
        return passage;
    }
  g_assert_not_reached ();
}

/* Overlapping passages are in different lanes, whatever part of them is asked for. */
static void
test_lanes (Fixture *fixture, gconstpointer draft)
{
  ProvisoPassagePainter *painter = proviso_draft_view_get_painter (fixture->view);
  ProvisoClaim *one = fixture_claim (fixture, "A sentence that is so long");
  ProvisoClaim *two = fixture_claim (fixture, "so long that it does not");
  ProvisoClaim *three = fixture_claim (fixture, "does not fit into a line");
  ProvisoClaim *inner = fixture_claim (fixture, "fit");
  guint length = proviso_text_get_length (proviso_project_get_text (fixture->project));

  for (guint start = fixture_find (fixture, "fit"); start < G_MAXUINT; start--)
    {
      g_autoptr (GArray) passages = proviso_passage_painter_get_passages (painter, start, length);

      g_assert_cmpuint (find_passage (passages, inner)->lane, ==, 1);
      g_assert_cmpuint (find_passage (passages, three)->lane, ==, 0);
      if (start < fixture_find (fixture, " fit"))
        g_assert_cmpuint (find_passage (passages, two)->lane, ==, 1);
      if (start < fixture_find (fixture, " that it"))
        g_assert_cmpuint (find_passage (passages, one)->lane, ==, 0);
    }
}

/* What the painter keeps from frame to frame is what it would measure anew, whatever happens in between. */
static void
test_cache (Fixture *fixture, gconstpointer draft)
{
  ProvisoPassageCache *cache = proviso_passage_cache_new (GTK_TEXT_VIEW (fixture->view));
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (fixture_get_buffer (fixture));
  GtkTextTag *large = gtk_text_buffer_create_tag (buffer, NULL, "scale", 2.0, NULL);
  static const char *const morsels[] = { "w", " ", "\n", "two words", "", "\t", "ע" };
  guint starts[8], ends[8], n_compared = 0;

  for (guint i = 0; i < 8; i++)
    {
      starts[i] = 10 + 30 * i;
      ends[i] = starts[i] + 25;
    }

  for (guint round = 0; round < 400; round++)
    {
      guint length = proviso_text_get_length (PROVISO_TEXT (buffer));
      guint offset = g_test_rand_int_range (0, length), n_removed = g_test_rand_int_range (0, 4);
      const char *inserted = morsels[g_test_rand_int_range (0, G_N_ELEMENTS (morsels))];
      GtkTextIter start, end;

      n_removed = MIN (n_removed, length - offset);
      if (round % 4 == 3)
        {
          gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
          gtk_text_buffer_get_iter_at_offset (buffer, &end, offset + 5);
          if (g_test_rand_bit ())
            gtk_text_buffer_apply_tag (buffer, large, &start, &end);
          else
            gtk_text_buffer_remove_tag (buffer, large, &start, &end);
          proviso_passage_cache_retagged (cache, offset, gtk_text_iter_get_offset (&end));
        }
      else
        {
          proviso_text_replace (PROVISO_TEXT (buffer), offset, n_removed, inserted);
          proviso_passage_cache_replaced (cache, offset, n_removed, (guint) g_utf8_strlen (inserted, -1));
          /* The passages behind it move along. */
          for (guint i = 0; i < 8; i++)
            if (starts[i] > offset + n_removed)
              {
                starts[i] += g_utf8_strlen (inserted, -1) - n_removed;
                ends[i] += g_utf8_strlen (inserted, -1) - n_removed;
              }
          length = proviso_text_get_length (PROVISO_TEXT (buffer));
        }
      fixture_wait (1);

      for (guint i = 0; i < 8; i++)
        {
          ProvisoPassagePiece *piece;
          g_autoptr (GArray) measured = g_array_new (FALSE, FALSE, sizeof (ProvisoPassageRect));

          if (ends[i] > length)
            continue;
          piece = proviso_passage_cache_get (cache, GUINT_TO_POINTER (i + 1), starts[i], ends[i], G_MININT,
                                             G_MAXINT);
          proviso_passage_geometry_append (GTK_TEXT_VIEW (fixture->view), starts[i], ends[i], G_MININT,
                                           G_MAXINT, measured);
          for (guint j = 0; j < measured->len; j++)
            g_array_index (measured, ProvisoPassageRect, j).y -= piece->y;
          g_assert_cmpmem (piece->rects->data, piece->rects->len * sizeof (ProvisoPassageRect),
                           measured->data, measured->len * sizeof (ProvisoPassageRect));
          n_compared += piece->rects->len;
        }
      proviso_passage_cache_end_frame (cache);
    }

  g_assert_cmpuint (n_compared, >, 1000);
  proviso_passage_cache_free (cache);
}

static double
get_luminance (const GdkRGBA *color)
{
  const float channels[] = { color->red, color->green, color->blue };
  const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    sum += weights[i] *
           (channels[i] <= 0.04045 ? channels[i] / 12.92 : pow ((channels[i] + 0.055) / 1.055, 2.4));
  return sum;
}

static double
get_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double one = get_luminance (a), two = get_luminance (b);

  return (MAX (one, two) + 0.05) / (MIN (one, two) + 0.05);
}

/* As WCAG 2.2 asks of signs (3) and, in high contrast, of text (7). */
static void
test_contrast (void)
{
  static const char *const backgrounds[] = { "#ffffff", "#222226", "#ffffff", "#1d1d20" };
  GEnumClass *statuses = g_type_class_ref (PROVISO_TYPE_CLAIM_STATUS);

  for (guint i = 0; i <= statuses->n_values; i++)
    for (guint palette = 0; palette < PROVISO_N_PALETTES; palette++)
      {
        const ProvisoPassageLook *look = i < statuses->n_values
                                             ? proviso_passage_look_of_status (statuses->values[i].value)
                                             : proviso_passage_look_of_state (PROVISO_CAVEAT_STATE_OPEN);
        GdkRGBA color, background;

        proviso_passage_look_get_color (look, palette, &color);
        gdk_rgba_parse (&background, backgrounds[palette]);
        g_assert_cmpfloat (get_contrast (&color, &background), >=,
                           palette >= PROVISO_PALETTE_LIGHT_CONTRAST ? 7 : 4.5);
      }
  g_type_class_unref (statuses);
}

/* Colour is never the only sign. */
static void
test_styles (void)
{
  GEnumClass *statuses = g_type_class_ref (PROVISO_TYPE_CLAIM_STATUS);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < statuses->n_values; i++)
    g_assert_true (
        g_hash_table_add (seen, GINT_TO_POINTER (
                                    proviso_passage_look_of_status (statuses->values[i].value)->style + 1)));
  g_assert_true (
      g_hash_table_add (seen, GINT_TO_POINTER (
                                  proviso_passage_look_of_state (PROVISO_CAVEAT_STATE_OPEN)->style + 1)));
  g_assert_true (
      g_hash_table_add (seen,
                        GINT_TO_POINTER (
                            proviso_passage_look_of_state (PROVISO_CAVEAT_STATE_DISMISSED)->style + 1)));
  g_type_class_unref (statuses);
}

int
main (int argc, char **argv)
{
  static const char draft[] = "Some words\there.\n\n" LONG_SENTENCE "\n\nThe end\n\n  begins\n\n"
                              "טקסט עברית עם English בפנים ועוד סוף.\n\nEnglish with עברית and more.\n";

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();

#define ADD(path, function) g_test_add (path, Fixture, draft, fixture_set_up, function, fixture_tear_down)
  ADD ("/editor/passages/one-line", test_one_line);
  ADD ("/editor/passages/wrapped", test_wrapped);
  ADD ("/editor/passages/paragraphs", test_paragraphs);
  ADD ("/editor/passages/clipped", test_clipped);
  ADD ("/editor/passages/bidi", test_bidi);
  ADD ("/editor/passages/lanes", test_lanes);
  ADD ("/editor/passages/cache", test_cache);
  g_test_add_func ("/editor/passages/contrast", test_contrast);
  g_test_add_func ("/editor/passages/styles", test_styles);
  return g_test_run ();
}
