/* test-remains-writer.c: the section that says what remains unconfirmed, made bit by bit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-project.h"
#include "export/proviso-remains-content.h"
#include "export/proviso-remains-section.h"

#define N_CLAIMS 300

/* Every second claim has a caveat; some of both are told of. One source must not be named. */
static ProvisoProject *
new_project (void)
{
  ProvisoProject *project = proviso_project_new ();
  ProvisoText *text = proviso_project_get_text (project);
  ProvisoSource *source = proviso_project_add_source (project, "Night Desk");

  proviso_project_set (project, source, "confidential", TRUE, "publisher", "Harbour Radio", NULL);
  for (guint i = 0; i < N_CLAIMS; i++)
    {
      guint start = proviso_text_get_length (text);
      g_autofree char *words = g_strdup_printf ("Lab %03u left, as they say.\n\n", i);
      ProvisoClaim *claim;

      proviso_text_replace (text, start, 0, words);
      claim = proviso_project_add_claim (project, start, start + (guint) g_utf8_strlen (words, -1) - 2);
      proviso_project_set (project, claim, "status",
                           i % 3 == 0 ? PROVISO_CLAIM_STATUS_CONFIRMED : PROVISO_CLAIM_STATUS_REPORTED, NULL);
      if (i % 2 == 0)
        {
          ProvisoCaveat *caveat = proviso_project_add_caveat (project, claim, 0, 0);

          proviso_project_set (project, caveat, "state", PROVISO_CAVEAT_STATE_ACCEPTED, "for-readers",
                               i % 4 == 0 ? "Only Night Desk says so." : "", NULL);
        }
    }

  return project;
}

static void
test_bit_by_bit (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  g_autofree char *whole = proviso_remains_generate (project, NULL);
  g_autoptr (ProvisoRemainsWriter) writer = proviso_remains_writer_new (project, NULL, NULL);
  g_autofree char *section = NULL;
  guint n_runs = 1;

  while (proviso_remains_writer_run (writer, 0))
    n_runs++;
  section = proviso_remains_writer_dup_section (writer);
  g_assert_cmpstr (section, ==, whole);
  g_assert_nonnull (strstr (section, "Lab 298 left, as they say."));
  g_assert_null (strstr (section, "Night Desk"));
  g_assert_nonnull (strstr (section, "Only a confidential source says so."));

  /* No run does all that there is of anything: each record is looked at in one of its own. */
  g_assert_cmpuint (n_runs, >, N_CLAIMS + N_CLAIMS / 2 + N_CLAIMS * 2 / 3);
  g_assert_false (proviso_remains_writer_run (writer, 0));
}

static void
test_nothing (void)
{
  g_autoptr (ProvisoProject) project = proviso_project_new ();
  g_autoptr (ProvisoRemainsWriter) writer = proviso_remains_writer_new (project, NULL, NULL);
  g_autofree char *section = NULL;

  while (proviso_remains_writer_run (writer, 0))
    ;
  section = proviso_remains_writer_dup_section (writer);
  g_assert_cmpstr (section, ==, "");
  g_assert_false (proviso_remains_is_outdated_by (project, "Something else"));
}

/* Whoever waits for it may be gone before it is done. */
static void
test_given_up (void)
{
  g_autoptr (ProvisoProject) project = new_project ();

  for (guint n_runs = 0; n_runs < 1500; n_runs += 100)
    {
      ProvisoRemainsWriter *writer = proviso_remains_writer_new (project, NULL, NULL);

      for (guint i = 0; i < n_runs; i++)
        proviso_remains_writer_run (writer, 0);
      proviso_remains_writer_free (writer);
    }
}

static void
test_outdated (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  g_autofree char *fresh = NULL;

  g_assert_true (proviso_remains_insert (project, G_MAXUINT));
  fresh = proviso_remains_generate (project, NULL);
  g_assert_false (proviso_remains_is_outdated_by (project, fresh));
  g_assert_true (proviso_remains_is_outdated_by (project, ""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/remains-writer/bit-by-bit", test_bit_by_bit);
  g_test_add_func ("/export/remains-writer/nothing", test_nothing);
  g_test_add_func ("/export/remains-writer/given-up", test_given_up);
  g_test_add_func ("/export/remains-writer/outdated", test_outdated);

  return g_test_run ();
}
