/* test-redaction.c: what must not be said of confidential sources.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "export/proviso-redaction.h"

#define HIDDEN "a confidential source"

static ProvisoSource *
add_source (ProvisoProject *project, const char *title, gboolean confidential)
{
  ProvisoSource *source = proviso_project_add_source (project, title);

  proviso_project_set (project, source, "confidential", confidential, NULL);

  return source;
}

static void
assert_redacted (ProvisoRedaction *redaction, const char *text, const char *expected)
{
  g_autofree char *redacted = proviso_redaction_apply (redaction, text);

  g_assert_cmpstr (redacted, ==, expected);
}

static void
test_nothing_secret (void)
{
  g_autoptr (ProvisoProject) project = proviso_project_new ();
  g_autoptr (ProvisoRedaction) redaction = NULL;

  add_source (project, "Jane Doe", FALSE);
  redaction = proviso_redaction_new (project);
  assert_redacted (redaction, "Jane Doe said so", "Jane Doe said so");
  assert_redacted (redaction, NULL, "");
  g_assert_false (proviso_redaction_hides_name (redaction, "Jane Doe"));
}

static void
test_names (void)
{
  g_autoptr (ProvisoProject) project = proviso_project_new ();
  g_autoptr (ProvisoRedaction) redaction = NULL;
  ProvisoSource *source = add_source (project, "Jane Doe’s memo", TRUE);

  proviso_project_set (project, source, "url", "https://www.leaks.example/memo_1", NULL);
  redaction = proviso_redaction_new (project);
  assert_redacted (redaction, "Says Jane Doe’s memo.", "Says " HIDDEN ".");
  /* Whatever its case, its spaces, its quotation marks, its Markdown, what is not seen in it. */
  assert_redacted (redaction, "says JANE  DOE's\nmemo", "says " HIDDEN);
  assert_redacted (redaction, "says *Jane* Doe\\’s **memo**", "says *" HIDDEN "**");
  assert_redacted (redaction, "says Jane D&#111;e’s me\u00admo!", "says " HIDDEN "!");
  /* Whole words. */
  assert_redacted (redaction, "Jane Doe’s memorial", "Jane Doe’s memorial");
  /* Addresses, as people write them. */
  assert_redacted (redaction, "at https://www.leaks.example/memo_1#p2", "at " HIDDEN "#p2");
  assert_redacted (redaction, "at leaks.example/memo_1", "at " HIDDEN);
  assert_redacted (redaction, "Jane Doe's memo, Jane Doe's memo", HIDDEN ", " HIDDEN);
  /* An attribution is a part of its name, or it of the attribution. */
  g_assert_true (proviso_redaction_hides_name (redaction, "Jane Doe"));
  g_assert_true (proviso_redaction_hides_name (redaction, "people who saw Jane Doe’s memo"));
  g_assert_false (proviso_redaction_hides_name (redaction, "John Roe"));
}

static void
test_said (void)
{
  g_autoptr (ProvisoProject) project = proviso_project_new ();
  g_autoptr (ProvisoRedaction) redaction = NULL;
  ProvisoSource *source = add_source (project, "Board minutes", TRUE);
  ProvisoClaim *claim = proviso_project_add_claim (project, 0, 0);
  ProvisoEvidence *evidence = proviso_project_add_evidence (project, claim, source);

  proviso_text_replace (proviso_project_get_text (project), 0, 0, "The Harbour Company pays less.");
  proviso_project_set (project, source, "publisher", "Harbour Company", "independence-group", "the minutes",
                       NULL);
  proviso_project_set (project, source, "note", "Handed over in Rotterdam", NULL);
  proviso_project_set (project, evidence, "excerpt", "dues fall by half", "locator", "p. 4", NULL);
  redaction = proviso_redaction_new (project);
  /* The article says who it is about; it does not say how the sources hang together. */
  assert_redacted (redaction, "The Harbour Company", "The Harbour Company");
  assert_redacted (redaction, "see the minutes", "see " HIDDEN);
  assert_redacted (redaction, "“dues fall by half”, p. 4", "“" HIDDEN "”, " HIDDEN);
  assert_redacted (redaction, "handed over in rotterdam", HIDDEN);
  assert_redacted (redaction, "It stands in the board minutes.", "It stands in the " HIDDEN ".");
}

/* What the draft says is no secret any more, whatever it is of the source. The rest of it goes on to be one. */
static void
test_in_draft (void)
{
  g_autoptr (ProvisoProject) project = proviso_project_new ();
  g_autoptr (ProvisoRedaction) redaction = NULL;
  ProvisoSource *source = add_source (project, "OpenAI", TRUE);
  ProvisoClaim *claim = proviso_project_add_claim (project, 0, 0);
  ProvisoEvidence *evidence = proviso_project_add_evidence (project, claim, source);
  g_autofree char *passage = NULL;

  add_source (project, "AI", TRUE);
  add_source (project, "Jane Doe", TRUE);
  proviso_text_replace (proviso_project_get_text (project), 0, 0,
                        "Former *openai*’s employees at Creati.AI say that dues\nfall by half.");
  proviso_project_set (project, evidence, "excerpt", "Dues fall by half", "locator", "page 4", NULL);
  redaction = proviso_redaction_new (project);
  passage = proviso_redaction_get_passage (redaction, 0, 16);
  g_assert_cmpstr (passage, ==, "Former *openai*’");
  assert_redacted (redaction, "OpenAI’s page 4: “dues fall by half”", "OpenAI’s " HIDDEN ": “dues fall by half”");
  assert_redacted (redaction, "AI, Creati.AI, Jane Doe.", HIDDEN ", Creati.AI, " HIDDEN ".");
  g_assert_false (proviso_redaction_hides_name (redaction, "OpenAI"));
  g_assert_true (proviso_redaction_hides_name (redaction, "Jane"));
}

/* Whole words, with what stands around them. */
static void
test_word_bounds (void)
{
  static const char *const texts[][2] = {
    { "see Roe.", "see " HIDDEN "." },   { "x.Roe", "x.Roe" },         { "Roe.x", "Roe.x" },
    { "by:Roe", "by:" HIDDEN },          { "Roe's", HIDDEN "'s" },     { "O’Roe", "O’" HIDDEN },
    { "Roe, 5", HIDDEN ", 5" },          { "Roe\u0301", "Roe\u0301" }, { "www.a.example", "www." HIDDEN },
    { "見張三說", "見" HIDDEN "說" },
  };
  g_autoptr (ProvisoProject) project = proviso_project_new ();
  g_autoptr (ProvisoRedaction) redaction = NULL;

  add_source (project, "Roe", TRUE);
  add_source (project, "張三", TRUE);
  proviso_project_set (project, add_source (project, "No name", TRUE), "url", "https://a.example", NULL);
  redaction = proviso_redaction_new (project);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_redacted (redaction, texts[i][0], texts[i][1]);
}

static void
test_same_name (void)
{
  g_autoptr (ProvisoProject) project = proviso_project_new ();
  g_autoptr (ProvisoRedaction) redaction = NULL;

  add_source (project, "Annual report", TRUE);
  add_source (project, "Annual Report", FALSE);
  redaction = proviso_redaction_new (project);
  assert_redacted (redaction, "the annual report", "the annual report");
}

/* An ampersand may begin an entity, which is short: what is far behind it is not asked for one. */
static void
test_many_ampersands (void)
{
  const gsize length = 2000000;
  g_autoptr (ProvisoProject) project = proviso_project_new ();
  g_autoptr (ProvisoRedaction) redaction = NULL;
  g_autofree char *draft = g_strnfill (length, '&');
  g_autofree char *passage = NULL;

  proviso_text_replace (proviso_project_get_text (project), 0, 0, draft);
  add_source (project, "Annual report", TRUE);
  redaction = proviso_redaction_new (project);
  passage = proviso_redaction_get_passage (redaction, 0, (guint) length);
  g_assert_cmpstr (passage, ==, draft);
}

/* Of a long draft with passages all over it, each is found from the one before. */
static void
test_many_passages (void)
{
  const guint n_passages = 400000;
  g_autoptr (ProvisoProject) project = proviso_project_new ();
  g_autoptr (ProvisoRedaction) redaction = NULL;
  g_autoptr (GString) draft = g_string_new (NULL);

  for (guint i = 0; i < n_passages; i++)
    g_string_append (draft, "„Öl“ ");
  proviso_text_replace (proviso_project_get_text (project), 0, 0, draft->str);
  redaction = proviso_redaction_new (project);
  for (guint i = n_passages; i > 0; i--)
    {
      g_autofree char *passage = proviso_redaction_get_passage (redaction, (i - 1) * 5, i * 5 - 1);

      g_assert_cmpstr (passage, ==, "„Öl“");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/redaction/nothing-secret", test_nothing_secret);
  g_test_add_func ("/redaction/names", test_names);
  g_test_add_func ("/redaction/said", test_said);
  g_test_add_func ("/redaction/in-draft", test_in_draft);
  g_test_add_func ("/redaction/word-bounds", test_word_bounds);
  g_test_add_func ("/redaction/same-name", test_same_name);
  g_test_add_func ("/redaction/many-ampersands", test_many_ampersands);
  g_test_add_func ("/redaction/many-passages", test_many_passages);

  return g_test_run ();
}
