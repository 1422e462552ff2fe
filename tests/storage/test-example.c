/* test-example.c: the example project that is shipped.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It is what a newcomer sees first: it must load, hold what it is to show, and stand as Proviso itself would
 * save it.
 */
#include "core/proviso-enum-types.h"
#include "core/proviso-vocabulary.h"
#include "storage/proviso-codec.h"

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n|", -1);
  guint n_words = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_unichar_isalnum (g_utf8_get_char (words[i])))
      n_words++;

  return n_words;
}

static void
test_example (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (ProvisoProject) project = NULL;
  g_autoptr (ProvisoCodecTree) tree = NULL;
  g_autoptr (GBytes) bytes = NULL, saved = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *draft = NULL;
  ProvisoRecordList *claims, *caveats;
  guint n_statuses[PROVISO_CLAIM_STATUS_SUPERSEDED + 1] = { 0 };
  guint n_states[PROVISO_CAVEAT_STATE_DISMISSED + 1] = { 0 };
  gboolean has_stale_check = FALSE;
  gsize length;

  g_file_get_contents (g_getenv ("PROVISO_EXAMPLE"), &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (contents, length);
  project = proviso_codec_load (bytes, &warnings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (warnings->len, ==, 0);

  claims = proviso_project_get_claims (project);
  g_assert_cmpuint (proviso_record_list_get_size (claims), >=, 20);
  for (guint i = 0; i < proviso_record_list_get_size (claims); i++)
    {
      ProvisoClaim *claim = proviso_record_list_peek (claims, i);
      ProvisoRecordList *anchors = proviso_claim_peek_anchors (claim);

      n_statuses[proviso_claim_get_status (claim)]++;
      has_stale_check |= proviso_claim_get_check_stale (claim);
      for (guint j = 0; j < proviso_record_list_get_size (anchors); j++)
        g_assert_cmpint (proviso_anchor_get_state (proviso_record_list_peek (anchors, j)),
                         ==,
                         PROVISO_ANCHOR_STATE_EXACT);
      if (proviso_claim_status_needs_reason (proviso_claim_get_status (claim)))
        g_assert_nonnull (proviso_claim_get_reason (claim));
    }
  for (guint i = 0; i < G_N_ELEMENTS (n_statuses); i++)
    g_assert_cmpuint (n_statuses[i], >, 0);
  g_assert_true (has_stale_check);

  caveats = proviso_project_get_caveats (project);
  g_assert_cmpuint (proviso_record_list_get_size (caveats), >=, 12);
  for (guint i = 0; i < proviso_record_list_get_size (caveats); i++)
    n_states[proviso_caveat_get_state (proviso_record_list_peek (caveats, i))]++;
  for (guint i = 0; i < G_N_ELEMENTS (n_states); i++)
    g_assert_cmpuint (n_states[i], >, 0);
  g_assert_cmpuint (proviso_record_list_get_size (proviso_project_get_sources (project)), >=, 8);

  draft = proviso_text_dup (proviso_project_get_text (project));
  g_assert_cmpuint (count_words (draft), >=, 1100);
  g_assert_nonnull (strstr (draft, "| --- |"));
  g_assert_nonnull (strstr (draft, "What remains unconfirmed:"));

  tree = proviso_codec_snapshot (project);
  saved = proviso_codec_tree_to_bytes (tree, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, saved));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/example/example", test_example);

  return g_test_run ();
}
