/* test-remains.c: the section that says what remains unconfirmed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-project.h"
#include "core/proviso-review.h"
#include "export/proviso-export-text.h"
#include "export/proviso-remains-content.h"
#include "export/proviso-remains-section.h"
#include "markdown/proviso-dialect.h"
#include "storage/proviso-codec.h"

#define DRAFT "# Two labs\n\nThe lab left video. A deal is off.\n\nIts next model leads.\n"
#define HEAD "## What remains unconfirmed\n\nThese points were not confirmed when this was written:\n\n"
#define VIDEO "- Reported, not confirmed by those concerned: The lab left video."
#define DEAL "- Disputed: A deal is off."
#define MODEL "- Leaked, not published by those concerned: Its next model leads."
#define SECTION HEAD VIDEO "\n" MODEL

static guint
find (ProvisoProject *project, const char *words)
{
  g_autofree char *draft = proviso_text_dup (proviso_project_get_text (project));
  const char *at = strstr (draft, words);

  g_assert_nonnull (at);

  return (guint) g_utf8_strlen (draft, at - draft);
}

static void
replace (ProvisoProject *project, const char *words, const char *with)
{
  proviso_text_replace (proviso_project_get_text (project), find (project, words),
                        (guint) g_utf8_strlen (words, -1), with);
}

static ProvisoClaim *
add_claim (ProvisoProject *project, const char *words, ProvisoClaimStatus status)
{
  guint start = find (project, words);
  ProvisoClaim *claim = proviso_project_add_claim (project, start, start + (guint) g_utf8_strlen (words, -1));

  proviso_project_set (project, claim, "status", status, NULL);

  return claim;
}

static ProvisoProject *
new_project_on (const char *draft)
{
  ProvisoProject *project = proviso_project_new ();

  proviso_text_replace (proviso_project_get_text (project), 0, 0, draft);

  return project;
}

/* The records stand in another order than in the draft. */
static ProvisoProject *
new_project (void)
{
  ProvisoProject *project = new_project_on (DRAFT);

  add_claim (project, "Its next model leads.", PROVISO_CLAIM_STATUS_LEAKED);
  add_claim (project, "The lab left video.", PROVISO_CLAIM_STATUS_REPORTED);
  add_claim (project, "A deal is off.", PROVISO_CLAIM_STATUS_CONFIRMED);
  proviso_project_loaded (project);

  return project;
}

static ProvisoClaim *
get_claim (ProvisoProject *project, guint position)
{
  return proviso_record_list_peek (proviso_project_get_claims (project), position);
}

static void
undo (ProvisoProject *project)
{
  proviso_history_undo (proviso_project_get_history (project));
}

static void
redo (ProvisoProject *project)
{
  proviso_history_redo (proviso_project_get_history (project));
}

static void
set_wording (ProvisoProject *project, const char *name, const char *value)
{
  proviso_project_set (project, proviso_project_get_remains (project), name, value, NULL);
}

static void
assert_draft (ProvisoProject *project, const char *expected)
{
  g_autofree char *draft = proviso_text_dup (proviso_project_get_text (project));

  g_assert_cmpstr (draft, ==, expected);
}

static void
assert_section (ProvisoProject *project, const char *expected)
{
  g_autofree char *section = proviso_remains_dup_section (project);

  g_assert_cmpstr (section, ==, expected);
}

static void
assert_state (ProvisoProject *project, ProvisoRemainsState state)
{
  g_assert_cmpint (proviso_remains_get_state (project), ==, state);
}

/* The list alone. */
static void
assert_items (ProvisoProject *project, const char *expected)
{
  g_autofree char *section = proviso_remains_generate (project, NULL);
  const char *list = strstr (section, "\n- ");

  g_assert_cmpstr (list != NULL ? list + 1 : section, ==, expected);
}

static void
assert_passages_kept (ProvisoProject *project)
{
  for (guint i = 0; i < 3; i++)
    {
      ProvisoRecordList *anchors = proviso_claim_peek_anchors (get_claim (project, i));
      g_autofree char *passage = proviso_project_get_passage (project, proviso_record_list_peek (anchors, 0));

      g_assert_cmpuint (proviso_record_list_get_size (anchors), ==, 1);
      g_assert_cmpstr (passage, ==, proviso_claim_get_statement (get_claim (project, i)));
    }
}

static void
test_statuses (void)
{
  static const struct
  {
    ProvisoClaimStatus status;
    ProvisoClaimKind kind;
    gboolean told;
  } cases[] = {
    { PROVISO_CLAIM_STATUS_UNCHECKED, PROVISO_CLAIM_KIND_EVENT, TRUE },
    { PROVISO_CLAIM_STATUS_UNCHECKED, PROVISO_CLAIM_KIND_INTERPRETATION, FALSE },
    { PROVISO_CLAIM_STATUS_UNCHECKED, PROVISO_CLAIM_KIND_PREDICTION, FALSE },
    { PROVISO_CLAIM_STATUS_CONFIRMED, PROVISO_CLAIM_KIND_EVENT, FALSE },
    { PROVISO_CLAIM_STATUS_STATED, PROVISO_CLAIM_KIND_QUANTITY, TRUE },
    { PROVISO_CLAIM_STATUS_STATED, PROVISO_CLAIM_KIND_STATEMENT, FALSE },
    { PROVISO_CLAIM_STATUS_STATED, PROVISO_CLAIM_KIND_QUOTATION, FALSE },
    { PROVISO_CLAIM_STATUS_REPORTED, PROVISO_CLAIM_KIND_STATEMENT, TRUE },
    { PROVISO_CLAIM_STATUS_LEAKED, PROVISO_CLAIM_KIND_EVENT, TRUE },
    { PROVISO_CLAIM_STATUS_UNCONFIRMED, PROVISO_CLAIM_KIND_EVENT, TRUE },
    { PROVISO_CLAIM_STATUS_DISPUTED, PROVISO_CLAIM_KIND_EVENT, TRUE },
    { PROVISO_CLAIM_STATUS_ANALYSIS, PROVISO_CLAIM_KIND_EVENT, FALSE },
    { PROVISO_CLAIM_STATUS_UNVERIFIABLE, PROVISO_CLAIM_KIND_EVENT, TRUE },
    { PROVISO_CLAIM_STATUS_REFUTED, PROVISO_CLAIM_KIND_EVENT, FALSE },
    { PROVISO_CLAIM_STATUS_SUPERSEDED, PROVISO_CLAIM_KIND_EVENT, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ProvisoProject) project = new_project_on (DRAFT);
      ProvisoClaim *claim = add_claim (project, "A deal is off.", cases[i].status);
      g_autofree char *section = NULL;
      guint n_items;

      proviso_project_set (project, claim, "kind", cases[i].kind, NULL);
      section = proviso_remains_generate (project, &n_items);
      g_assert_cmpint (proviso_remains_is_unconfirmed (claim), ==, cases[i].told);
      g_assert_cmpuint (n_items, ==, cases[i].told ? 1 : 0);
      g_assert_cmpint (strstr (section, "A deal is off.") != NULL, ==, cases[i].told);
    }
}

static void
test_details (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  ProvisoClaim *claim = get_claim (project, 1);

  proviso_project_set (project, claim, "attributed-to", "industry newsletters", "as-of", "2026-03-28", NULL);
  assert_items (project,
                "- Reported, not confirmed by those concerned: The lab left video (according to industry "
                "newsletters, as of 28 March 2026).\n" MODEL);
  proviso_project_set_language (project, "de");
  set_wording (project, "reported", "Gemeldet:");
  set_wording (project, "attributed-to", "laut");
  set_wording (project, "as-of", "Stand");
  assert_items (project,
                "- Gemeldet: The lab left video (laut industry newsletters, Stand 28. März 2026).\n" MODEL);
  /* Its reason is between those who work on the article. */
  proviso_project_set (project, claim, "status", PROVISO_CLAIM_STATUS_UNVERIFIABLE, "reason",
                       "Nobody called us back", "attributed-to", NULL, NULL);
  set_wording (project, "unverifiable", "");
  assert_items (project, "- The lab left video (Stand 28. März 2026).\n" MODEL);
  /* Details stand before the full stop, and bring none. */
  proviso_project_set (project, claim, "for-readers", "Why it left is\nnot *known*…", NULL);
  assert_items (project, "- Why it left is not \\*known\\*… (Stand 28. März 2026).\n" MODEL);
  proviso_project_set (project, claim, "for-readers", " \n ", "as-of", NULL, NULL);
  assert_items (project, "- The lab left video.\n" MODEL);
  /* Without words of its own, it is what the draft says. */
  replace (project, "The lab", "The *lab*");
  proviso_project_set (project, claim, "statement", " ", NULL);
  assert_items (project, "- The lab left video.\n" MODEL);
}

static void
test_caveats (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  ProvisoCaveat *on_claim = proviso_project_add_caveat (project, get_claim (project, 1), 0, 0);
  ProvisoCaveat *on_words = proviso_project_add_caveat (project, NULL, 2, 10);
  ProvisoCaveat *on_all = proviso_project_add_caveat (project, NULL, 0, 0);
  ProvisoCaveat *open = proviso_project_add_caveat (project, NULL, 2, 10);

  proviso_project_set (project, on_claim, "text", "One source.", "for-readers", "Only newsletters say so.",
                       NULL);
  proviso_project_set (project, on_words, "text", "Which labs?", "for-readers", "Which labs, is not said.",
                       NULL);
  proviso_project_set (project, on_all, "for-readers", "No independent evaluation exists.", NULL);
  proviso_project_set (project, open, "text", "Still open.", "for-readers", "Not yet.", NULL);
  assert_items (project, VIDEO "\n" MODEL);

  proviso_project_set (project, on_claim, "state", PROVISO_CAVEAT_STATE_ACCEPTED, NULL);
  proviso_project_set (project, on_words, "state", PROVISO_CAVEAT_STATE_ACCEPTED, NULL);
  proviso_project_set (project, on_all, "state", PROVISO_CAVEAT_STATE_ACCEPTED, NULL);
  assert_items (project, "- Which labs, is not said.\n" VIDEO "\n- Only newsletters say so.\n" MODEL
                         "\n- No independent evaluation exists.");

  /* What does not stand in the draft any more is not told of. */
  replace (project, "The lab left video. ", "");
  replace (project, "Two labs", "");
  assert_items (project, MODEL "\n- No independent evaluation exists.");
}

/* What writer and editor said to each other stays with them; a caveat that nobody worded for readers is not in
 * the section, and is named to those who can word it. */
static void
test_internal_words (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  ProvisoCaveat *first = proviso_project_add_caveat (project, NULL, 0, 0);
  ProvisoCaveat *second = proviso_project_add_caveat (project, get_claim (project, 1), 0, 0);
  ProvisoCaveat *lost = proviso_project_add_caveat (project, get_claim (project, 0), 0, 0);
  g_autoptr (GHashTable) for_readers = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) accepted = NULL;
  g_autofree char *with = NULL;
  guint n_items;

  for (guint i = 0; i < 3; i++)
    {
      ProvisoCaveat *caveat = proviso_record_list_peek (proviso_project_get_caveats (project), i);

      proviso_project_set (project, caveat, "text", "Secret doubt", "suggestion", "Secret edit", NULL);
      proviso_project_add_comment (project, caveat, "Secret comment");
      proviso_project_set (project, caveat, "state", PROVISO_CAVEAT_STATE_ACCEPTED, "reason",
                           "Editor agreed, no time", NULL);
    }
  proviso_project_set (project, get_claim (project, 1), "reason", "Secret reason", "note", "Secret note",
                       NULL);
  replace (project, "Its next model leads.", "");
  /* That opened the one on these words. */
  proviso_project_set (project, lost, "state", PROVISO_CAVEAT_STATE_ACCEPTED, NULL);
  assert_items (project, VIDEO);

  accepted = proviso_remains_list_accepted (project);
  g_assert_cmpuint (accepted->len, ==, 2);
  g_assert_true (accepted->pdata[0] == second && accepted->pdata[1] == first);

  /* As it would be with these words. */
  proviso_project_set (project, second, "for-readers", "One source says so.", NULL);
  g_hash_table_insert (for_readers, first, (gpointer) "Nobody tried it.");
  with = proviso_remains_generate_as (project, NULL, for_readers, &n_items);
  g_assert_cmpstr (with, ==, HEAD VIDEO "\n- One source says so.\n- Nobody tried it.");
  g_assert_cmpuint (n_items, ==, 3);
  assert_items (project, VIDEO "\n- One source says so.");
}

static void
test_markdown (void)
{
  g_autoptr (ProvisoProject) project =
      new_project_on ("The **lab** left [video](https://a.example)\nfor good.");
  ProvisoClaim *claim = add_claim (project, "The **lab** left [video](https://a.example)\nfor good.",
                                   PROVISO_CLAIM_STATUS_DISPUTED);

  /* What was taken from the draft is Markdown; what was written by hand is what it says. */
  assert_items (project, "- Disputed: The lab left video for good.");
  proviso_project_set (project, claim, "statement", "# [x](javascript:y) *costs* <b>5_000</b>\n- &amp; more",
                       NULL);
  assert_items (project, "- Disputed: # \\[x\\](javascript:y) \\*costs\\* \\<b>5_000\\</b> - \\&amp; more.");
  set_wording (project, "disputed", "");
  assert_items (project, "- \\# \\[x\\](javascript:y) \\*costs\\* \\<b>5_000\\</b> - \\&amp; more.");
}

static const char *const nasty[] = {
  "*",
  "**b**",
  "_x_",
  "<b>",
  "<!--",
  "&amp;",
  "# h",
  "1. one",
  "- x",
  "+",
  "> q",
  "| a | b |\n|---|---|",
  "~~~",
  "```\ncode",
  "\n\n## Heading\n\n",
  "[x](y)",
  "![x](y)",
  "[ ] task",
  "===",
  "---",
  "\\",
  "\t",
  "\u2028# h",
  "end #",
  "<https://a.example>",
};

static char *
get_nasty (GRand *rand)
{
  GString *text = g_string_new ("x");

  g_string_truncate (text, (gsize) g_rand_int_range (rand, 0, 2));
  for (guint n = (guint) g_rand_int_range (rand, 1, 4); n > 0; n--)
    g_string_append_printf (text, "%s%s", nasty[g_rand_int_range (rand, 0, G_N_ELEMENTS (nasty))],
                            g_rand_boolean (rand) ? " " : "");
  g_string_append (text, g_rand_boolean (rand) ? "x" : "#x");

  return g_string_free_and_steal (text);
}

static int
enter_block (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  static const char *const names[] = {
    [MD_BLOCK_H] = "h", [MD_BLOCK_P] = "p", [MD_BLOCK_UL] = "ul", [MD_BLOCK_LI] = "li"
  };

  if (type != MD_BLOCK_DOC)
    g_string_append_printf (user_data, "%s ", type < G_N_ELEMENTS (names) && names[type] ? names[type] : "?");

  return 0;
}

static int
ignore_block (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  return 0;
}

static int
enter_span (MD_SPANTYPE type, void *detail, void *user_data)
{
  /* What looks like an address is shown as one, which takes nothing away. */
  g_assert_cmpint (type, ==, MD_SPAN_A);

  return 0;
}

static int
ignore_span (MD_SPANTYPE type, void *detail, void *user_data)
{
  return 0;
}

static int
check_text (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user_data)
{
  g_assert_cmpint (type, ==, MD_TEXT_NORMAL);

  return 0;
}

/* Whatever the records say, the section is a heading, a line and a list of words without marks, a line an item. */
static void
test_hostile_words (void)
{
  MD_PARSER parser = { 0,          PROVISO_DIALECT_FLAGS, enter_block, ignore_block,
                       enter_span, ignore_span,           check_text };
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (ProvisoProject) project = new_project ();
      ProvisoCaveat *caveat = proviso_project_add_caveat (project, NULL, 0, 0);
      g_autoptr (GString) blocks = g_string_new (NULL);
      g_autofree char *section = NULL;
      g_auto (GStrv) lines = NULL;
      g_auto (GStrv) words = g_new0 (char *, 7);

      for (guint i = 0; i < 6; i++)
        words[i] = get_nasty (rand);
      proviso_project_set (project, get_claim (project, 0), "statement", words[0], "attributed-to", words[1],
                           NULL);
      proviso_project_set (project, get_claim (project, 1), "for-readers", words[2], NULL);
      proviso_project_set (project, caveat, "state", PROVISO_CAVEAT_STATE_ACCEPTED, "for-readers", words[3],
                           NULL);
      set_wording (project, "heading", words[4]);
      set_wording (project, "lead-in", words[5]);
      set_wording (project, "reported", round % 2 == 0 ? words[0] : "");

      section = proviso_remains_generate (project, NULL);
      g_assert_cmpint (md_parse (section, (MD_SIZE) strlen (section), &parser, blocks), ==, 0);
      if (!g_str_equal (blocks->str, "h p ul li li li "))
        g_test_message ("%s", section);
      g_assert_cmpstr (blocks->str, ==, "h p ul li li li ");
      lines = g_strsplit (section, "\n", -1);
      g_assert_cmpuint (g_strv_length (lines), ==, 7);
      for (guint i = 0; i < 2; i++)
        {
          g_autofree char *plain = proviso_export_get_plain (lines[i * 2]);
          g_autofree char *expected = proviso_export_one_line (words[4 + i]);

          g_assert_cmpstr (plain, ==, expected);
        }
    }
}

static void
test_confidential (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  ProvisoClaim *claim = get_claim (project, 0);
  ProvisoSource *source = proviso_project_add_source (project, "Jane Doe, engineer");
  ProvisoCaveat *caveat = proviso_project_add_caveat (project, claim, 0, 0);

  proviso_project_set (project, source, "confidential", TRUE, NULL);
  proviso_project_set (project, claim, "attributed-to", "Jane Doe", NULL);
  proviso_project_set (project, claim, "statement", "As Jane Doe, engineer says, it leads.", NULL);
  proviso_project_set (project, caveat, "for-readers", "jane doe, ENGINEER saw it.", NULL);
  proviso_project_set (project, caveat, "state", PROVISO_CAVEAT_STATE_ACCEPTED, NULL);
  assert_items (project, VIDEO
                "\n- Leaked, not published by those concerned: As a confidential source says, it leads.\n"
                "- a confidential source saw it.");
}

static void
test_insert (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  ProvisoHistory *history = proviso_project_get_history (project);

  assert_state (project, PROVISO_REMAINS_NONE);
  g_assert_true (proviso_remains_insert (project, G_MAXUINT));
  assert_draft (project, DRAFT "\n" SECTION "\n");
  assert_section (project, SECTION);
  assert_state (project, PROVISO_REMAINS_CURRENT);
  g_assert_cmpstr (proviso_history_get_undo_label (history), ==, "Insert Section");
  /* What it repeats is no passage of the claims. */
  assert_passages_kept (project);
  g_assert_null (proviso_project_get_claim_at (project, strlen (DRAFT) + 100));
  /* The wording is fixed with it. */
  g_assert_cmpstr (proviso_remains_get_text (proviso_project_get_remains (project), PROVISO_REMAINS_DISPUTED),
                   ==, "Disputed:");

  undo (project);
  assert_draft (project, DRAFT);
  assert_state (project, PROVISO_REMAINS_NONE);
  g_assert_true (proviso_remains_is_empty (proviso_project_get_remains (project)));
  g_assert_false (proviso_history_get_can_undo (history));
  redo (project);
  assert_draft (project, DRAFT "\n" SECTION "\n");
  assert_state (project, PROVISO_REMAINS_CURRENT);
}

static void
test_insert_places (void)
{
  static const struct
  {
    const char *draft;
    guint offset;
    const char *before; /* what stands before the section afterwards */
    const char *after;
  } cases[] = {
    { "One.", G_MAXUINT, "One.\n\n", "\n" },
    { "One.\n", G_MAXUINT, "One.\n\n", "\n" },
    { "One.\n\n", G_MAXUINT, "One.\n\n", "\n" },
    { "One.\n\n\n", G_MAXUINT, "One.\n\n\n", "\n" },
    { "One.\n\nTwo.", 2, "One.\n\n", "\n\nTwo." },
    { "One.\n\nTwo.", 0, "One.\n\n", "\n\nTwo." },
    { "One.\n\nTwo.", 4, "One.\n\n", "\n\nTwo." },
    { "One.\n\nTwo.", 5, "One.\n\n", "\n\nTwo." },
    { "One.\n\nTwo.", 6, "One.\n\nTwo.\n\n", "\n" },
    { "One\nand two.\n\nThree.", 4, "One\nand two.\n\n", "\n\nThree." },
    { "Öne “𝄞”.\n\nTwo.", 8, "Öne “𝄞”.\n\n", "\n\nTwo." },
    { "", 0, "", "\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ProvisoProject) project = new_project_on (cases[i].draft);
      ProvisoCaveat *caveat = proviso_project_add_caveat (project, NULL, 0, 0);
      g_autofree char *expected = NULL;

      proviso_project_set (project, caveat, "state", PROVISO_CAVEAT_STATE_ACCEPTED, "for-readers",
                           "Who knows?", NULL);
      set_wording (project, "lead-in", "");
      g_assert_true (proviso_remains_insert (project, cases[i].offset));
      expected =
          g_strconcat (cases[i].before, "## What remains unconfirmed\n\n- Who knows?", cases[i].after, NULL);
      assert_draft (project, expected);
      assert_section (project, "## What remains unconfirmed\n\n- Who knows?");
    }
}

/* A passage that runs over paragraphs does not take the section in, wherever in it that is asked for. */
static void
test_insert_in_passage (void)
{
  static const guint offsets[] = { 0, 1, 5, 6 };

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      g_autoptr (ProvisoProject) project = new_project_on ("One.\n\nTwo.\n\nThree.");
      ProvisoClaim *claim = add_claim (project, "One.\n\nTwo.", PROVISO_CLAIM_STATUS_DISPUTED);
      g_autofree char *passage = NULL;

      g_assert_true (proviso_remains_insert (project, offsets[i]));
      passage =
          proviso_project_get_passage (project, proviso_record_list_peek (proviso_claim_get_anchors (claim), 0));
      g_assert_cmpstr (passage, ==, "One.\n\nTwo.");
      assert_state (project, PROVISO_REMAINS_CURRENT);
    }
}

static void
test_nothing_to_tell (void)
{
  g_autoptr (ProvisoProject) project = proviso_project_new ();

  g_assert_false (proviso_remains_insert (project, G_MAXUINT));
  g_assert_false (proviso_history_get_can_undo (proviso_project_get_history (project)));
}

static void
test_refresh (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  ProvisoCaveat *on_section;
  guint start;

  proviso_remains_insert (project, 20);
  replace (project, "# Two labs\n", "# Two labs, one week\n");
  assert_state (project, PROVISO_REMAINS_CURRENT);
  assert_section (project, SECTION);

  /* Somebody doubts a line of it, which stays. */
  start = find (project, "These points");
  on_section = proviso_project_add_caveat (project, NULL, start, start + 12);
  proviso_project_set (project, get_claim (project, 2), "status", PROVISO_CLAIM_STATUS_DISPUTED, NULL);
  assert_state (project, PROVISO_REMAINS_OUTDATED);
  g_assert_true (proviso_remains_needs_refresh (project));
  proviso_remains_refresh (project);
  assert_state (project, PROVISO_REMAINS_CURRENT);
  assert_draft (project, "# Two labs, one week\n\nThe lab left video. A deal is off.\n\n" HEAD VIDEO "\n" DEAL
                         "\n" MODEL "\n\nIts next model leads.\n");
  g_assert_cmpuint (proviso_caveat_get_position (on_section), ==, start);
  assert_passages_kept (project);

  g_assert_cmpstr (proviso_history_get_undo_label (proviso_project_get_history (project)), ==,
                   "Refresh Section");
  undo (project);
  assert_section (project, SECTION);
  assert_state (project, PROVISO_REMAINS_OUTDATED);
  redo (project);
  assert_state (project, PROVISO_REMAINS_CURRENT);

  /* Another wording changes the first line. */
  set_wording (project, "heading", "Open points");
  set_wording (project, "lead-in", "");
  proviso_remains_refresh (project);
  assert_section (project, "## Open points\n\n" VIDEO "\n" DEAL "\n" MODEL);
  assert_state (project, PROVISO_REMAINS_CURRENT);
  /* And the last. */
  set_wording (project, "leaked", "Leaked:");
  proviso_remains_refresh (project);
  assert_section (project, "## Open points\n\n" VIDEO "\n" DEAL "\n- Leaked: Its next model leads.");
  assert_state (project, PROVISO_REMAINS_CURRENT);
}

static void
test_refresh_nothing_left (void)
{
  g_autoptr (ProvisoProject) project = new_project ();

  proviso_remains_insert (project, G_MAXUINT);
  for (guint i = 0; i < 2; i++)
    proviso_project_set (project, get_claim (project, i), "status", PROVISO_CLAIM_STATUS_CONFIRMED, NULL);
  assert_state (project, PROVISO_REMAINS_OUTDATED);
  proviso_remains_refresh (project);
  assert_draft (project, DRAFT);
  assert_state (project, PROVISO_REMAINS_NONE);
  undo (project);
  assert_section (project, SECTION);
}

static void
test_edited (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  g_autofree char *edited = NULL;

  proviso_remains_insert (project, G_MAXUINT);
  replace (project, "These points were", "This was");
  assert_state (project, PROVISO_REMAINS_EDITED);
  g_assert_false (proviso_remains_needs_refresh (project));
  edited = proviso_remains_dup_section (project);

  proviso_project_set (project, get_claim (project, 2), "status", PROVISO_CLAIM_STATUS_DISPUTED, NULL);
  g_assert_true (proviso_remains_needs_refresh (project));
  /* Kept: it is as the records want it, until these change again. */
  proviso_remains_keep (project);
  assert_state (project, PROVISO_REMAINS_EDITED);
  g_assert_false (proviso_remains_needs_refresh (project));
  assert_section (project, edited);
  undo (project);
  g_assert_true (proviso_remains_needs_refresh (project));
  /* Replaced. */
  proviso_remains_refresh (project);
  assert_state (project, PROVISO_REMAINS_CURRENT);
  assert_section (project, HEAD VIDEO "\n" DEAL "\n" MODEL);
  undo (project);
  assert_section (project, edited);
  /* Changed back by hand. */
  replace (project, "This was", "These points were");
  assert_state (project, PROVISO_REMAINS_OUTDATED);
}

static void
test_lost (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  ProvisoAnchor *anchor;

  proviso_remains_insert (project, G_MAXUINT);
  replace (project, SECTION, "");
  assert_state (project, PROVISO_REMAINS_NONE);
  g_assert_false (proviso_remains_needs_refresh (project));
  /* Pasted elsewhere, it is the section still. */
  proviso_text_replace (proviso_project_get_text (project), 12, 0, SECTION);
  assert_state (project, PROVISO_REMAINS_CURRENT);
  anchor = proviso_remains_get_anchor (proviso_project_get_remains (project));
  g_assert_cmpuint (proviso_anchor_get_start (anchor), ==, 12);
  undo (project);
  assert_state (project, PROVISO_REMAINS_NONE);
  undo (project);
  assert_state (project, PROVISO_REMAINS_CURRENT);
  redo (project);
  /* Or it is put in anew. */
  g_assert_true (proviso_remains_insert (project, 0));
  assert_state (project, PROVISO_REMAINS_CURRENT);
  assert_section (project, SECTION);
}

/* A claim whose words stand in the section alone does not stand in the draft. */
static void
test_own_words (void)
{
  g_autoptr (ProvisoProject) project = new_project ();

  proviso_remains_insert (project, G_MAXUINT);
  add_claim (project, "These points were not confirmed", PROVISO_CLAIM_STATUS_DISPUTED);
  assert_state (project, PROVISO_REMAINS_CURRENT);
}

static void
test_right_to_left (void)
{
  g_autoptr (ProvisoProject) project = new_project_on ("# שתי מעבדות\n\nהמעבדה עזבה את *הווידאו* ב־5%.\n");
  ProvisoClaim *claim = add_claim (project, "המעבדה עזבה את *הווידאו* ב־5%.", PROVISO_CLAIM_STATUS_REPORTED);

  proviso_project_set_language (project, "he");
  proviso_project_set (project, claim, "attributed-to", "עיתון", NULL);
  set_wording (project, "heading", "מה לא אושר");
  set_wording (project, "lead-in", "");
  set_wording (project, "reported", "דווח:");
  set_wording (project, "attributed-to", "לפי");
  g_assert_true (proviso_remains_insert (project, G_MAXUINT));
  assert_section (project, "## מה לא אושר\n\n- דווח: המעבדה עזבה את הווידאו ב־5% (לפי עיתון).");
  proviso_project_set (project, claim, "attributed-to", NULL, NULL);
  proviso_remains_refresh (project);
  assert_draft (project, "# שתי מעבדות\n\nהמעבדה עזבה את *הווידאו* ב־5%.\n\n"
                         "## מה לא אושר\n\n- דווח: המעבדה עזבה את הווידאו ב־5%.\n");
}

static void
test_file (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  g_autoptr (ProvisoProject) loaded = NULL;
  g_autoptr (ProvisoCodecTree) tree = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  proviso_remains_insert (project, 20);
  set_wording (project, "leaked", "");
  tree = proviso_codec_snapshot (project);
  bytes = proviso_codec_tree_to_bytes (tree, &error);
  g_assert_no_error (error);
  loaded = proviso_codec_load (bytes, NULL, &error);
  g_assert_no_error (error);
  assert_state (loaded, PROVISO_REMAINS_OUTDATED);
  assert_section (loaded, SECTION);
  proviso_remains_refresh (loaded);
  assert_section (loaded, HEAD VIDEO "\n- Its next model leads.");
  assert_state (loaded, PROVISO_REMAINS_CURRENT);
  replace (loaded, "Two", "2");
  assert_state (loaded, PROVISO_REMAINS_CURRENT);
}

/* A claim whose words were taken out elsewhere is not found again where the section repeats them. */
static void
test_file_changed_elsewhere (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  g_autoptr (ProvisoProject) loaded = NULL;
  g_autoptr (ProvisoCodecTree) tree = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  char *line;
  ProvisoRecordList *anchors;

  proviso_remains_insert (project, G_MAXUINT);
  tree = proviso_codec_snapshot (project);
  bytes = proviso_codec_tree_to_bytes (tree, &error);
  g_assert_no_error (error);
  json = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  line = strstr (json, "Its next model leads.");
  memset (line, '-', strlen ("Its next model leads."));
  g_bytes_unref (bytes);
  bytes = g_bytes_new (json, strlen (json));
  loaded = proviso_codec_load (bytes, NULL, &error);
  g_assert_no_error (error);
  anchors = proviso_claim_peek_anchors (get_claim (loaded, 0));
  g_assert_cmpint (proviso_anchor_get_state (proviso_record_list_peek (anchors, 0)), ==,
                   PROVISO_ANCHOR_STATE_LOST);
  assert_section (loaded, SECTION);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/remains/statuses", test_statuses);
  g_test_add_func ("/remains/details", test_details);
  g_test_add_func ("/remains/caveats", test_caveats);
  g_test_add_func ("/remains/internal-words", test_internal_words);
  g_test_add_func ("/remains/markdown", test_markdown);
  g_test_add_func ("/remains/hostile-words", test_hostile_words);
  g_test_add_func ("/remains/confidential", test_confidential);
  g_test_add_func ("/remains/insert", test_insert);
  g_test_add_func ("/remains/insert-places", test_insert_places);
  g_test_add_func ("/remains/insert-in-passage", test_insert_in_passage);
  g_test_add_func ("/remains/nothing-to-tell", test_nothing_to_tell);
  g_test_add_func ("/remains/refresh", test_refresh);
  g_test_add_func ("/remains/refresh-nothing-left", test_refresh_nothing_left);
  g_test_add_func ("/remains/edited", test_edited);
  g_test_add_func ("/remains/lost", test_lost);
  g_test_add_func ("/remains/own-words", test_own_words);
  g_test_add_func ("/remains/right-to-left", test_right_to_left);
  g_test_add_func ("/remains/file", test_file);
  g_test_add_func ("/remains/file-changed-elsewhere", test_file_changed_elsewhere);

  return g_test_run ();
}
