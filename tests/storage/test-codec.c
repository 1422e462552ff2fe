/* test-codec.c: a project as the bytes of its file, and back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "storage/proviso-codec.h"
#include "storage/proviso-json.h"

#include "core/proviso-comment.h"
#include "core/proviso-event.h"
#include "random-project.h"

#include <string.h>

/* Every member that the format has, with a value that is not its default; and everything in canonical form.
 */
static char *
read_complete (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "storage", "complete.proviso", NULL);
  g_autoptr (GError) error = NULL;
  char *contents;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);

  return contents;
}

static ProvisoProject *
load (const char *source, GPtrArray **warnings, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (source, strlen (source));

  return proviso_codec_load (bytes, warnings, error);
}

static ProvisoProject *
load_valid (const char *source)
{
  g_autoptr (GError) error = NULL;
  ProvisoProject *project = load (source, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (project);

  return project;
}

static char *
save (ProvisoProject *project)
{
  g_autoptr (ProvisoCodecTree) tree = proviso_codec_snapshot (project);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = proviso_codec_tree_to_bytes (tree, &error);
  const char *data;
  gsize size;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &size);
  g_assert_true (g_utf8_validate_len (data, size, NULL));

  return g_strndup (data, size);
}

static void
assert_round_trip (ProvisoProject *project)
{
  g_autofree char *first = save (project);
  g_autoptr (ProvisoProject) loaded = load_valid (first);
  g_autofree char *second = save (loaded);

  g_assert_cmpstr (second, ==, first);
}

static char *
replace (const char *source, const char *from, const char *to)
{
  const char *at = strstr (source, from);

  g_assert_nonnull (at);
  g_assert_null (strstr (at + 1, from));

  return g_strdup_printf ("%.*s%s%s", (int) (at - source), source, to, at + strlen (from));
}

static void
assert_foreign (gpointer record, const char *after, const char *name, const char *json)
{
  guint n_members;
  const ProvisoForeignMember *members = proviso_record_get_foreign_members (record, &n_members);

  for (guint i = 0; i < n_members; i++)
    if (g_str_equal (members[i].name, name))
      {
        g_assert_cmpstr (members[i].after, ==, after);
        g_assert_cmpstr (members[i].json, ==, json);
        return;
      }
  g_assert_not_reached ();
}

/* Each member arrives where it belongs. */
static void
test_members (void)
{
  g_autofree char *source = read_complete ();
  g_autoptr (ProvisoProject) project = load_valid (source);
  g_autofree char *text = proviso_text_dup (proviso_project_get_text (project));
  ProvisoClaim *claim = proviso_project_find_claim (project, "claim-1");
  ProvisoAnchor *anchor = proviso_record_list_peek (proviso_claim_get_anchors (claim), 0);
  ProvisoAnchor *lost = proviso_record_list_peek (proviso_claim_get_anchors (claim), 1);
  ProvisoEvidence *evidence = proviso_record_list_peek (proviso_claim_get_evidence (claim), 0);
  ProvisoCheck *check = proviso_claim_get_check (claim);
  ProvisoEvent *event = proviso_record_list_peek (proviso_claim_get_events (claim), 0);
  ProvisoCaveat *caveat = proviso_project_find_caveat (project, "caveat-1");
  ProvisoEvent *reopened = proviso_record_list_peek (proviso_caveat_get_events (caveat), 1);
  ProvisoComment *comment = proviso_record_list_peek (proviso_caveat_get_thread (caveat), 0);
  ProvisoSource *from = proviso_project_find_source (project, "source-1");
  ProvisoEvidence *checked;
  ProvisoClaimStatus status;

  g_assert_cmpstr (proviso_project_get_id (project), ==, "project-1");
  g_assert_cmpstr (proviso_project_get_title (project), ==, "Harbour dues");
  g_assert_cmpstr (proviso_project_get_language (project), ==, "en-GB");
  g_assert_cmpstr (proviso_project_get_created (project), ==, "2026-03-01T08:00:00Z");
  g_assert_cmpstr (proviso_project_get_modified (project), ==, "2026-03-28T09:30:00.5+01:00");
  g_assert_cmpstr (text, ==,
                   "# Harbour\n\nDues fell by “nearly 12%” in 2025.\r\n𝄞 The port\u2028says no.\n\n## "
                   "Outlook\n\nThey will rise.");
  g_assert_false (proviso_history_get_can_undo (proviso_project_get_history (project)));
  g_assert_false (proviso_history_get_modified (proviso_project_get_history (project)));

  g_assert_cmpstr (proviso_claim_get_statement (claim), ==, "Harbour dues fell by nearly 12% in 2025.");
  g_assert_cmpint (proviso_claim_get_kind (claim), ==, PROVISO_CLAIM_KIND_QUANTITY);
  g_assert_cmpint (proviso_claim_get_status (claim), ==, PROVISO_CLAIM_STATUS_SUPERSEDED);
  g_assert_cmpstr (proviso_claim_get_reason (claim), ==, "The port corrected it.");
  g_assert_cmpint (proviso_claim_get_authenticity (claim), ==, PROVISO_AUTHENTICITY_UNKNOWN);
  g_assert_cmpint (proviso_claim_get_likelihood (claim), ==, PROVISO_LIKELIHOOD_VERY_LIKELY);
  g_assert_cmpint (proviso_claim_get_confidence (claim), ==, PROVISO_CONFIDENCE_NONE);
  g_assert_cmpstr (proviso_claim_get_as_of (claim), ==, "2026-03");
  g_assert_cmpstr (proviso_claim_get_review_after (claim), ==, "2027");
  g_assert_cmpstr (proviso_claim_get_attributed_to (claim), ==, "the port");
  g_assert_cmpstr (proviso_claim_get_note (claim), ==, "Ask again.\n");

  g_assert_cmpuint (proviso_anchor_get_start (anchor), ==, 11);
  g_assert_cmpuint (proviso_anchor_get_end (anchor), ==, 35);
  g_assert_cmpstr (proviso_anchor_get_exact (anchor), ==, "Dues fell by “nearly 12%");
  g_assert_cmpstr (proviso_anchor_get_prefix (anchor), ==, "# Harbour\n\n");
  g_assert_cmpstr (proviso_anchor_get_suffix (anchor), ==, "” in 2025.\r\n𝄞 The port\u2028says no.\n");
  g_assert_cmpstr (proviso_anchor_get_heading (anchor)[0], ==, "Harbour");
  g_assert_null (proviso_anchor_get_heading (anchor)[1]);
  g_assert_cmpint (proviso_anchor_get_state (anchor), ==, PROVISO_ANCHOR_STATE_EXACT);
  g_assert_nonnull (proviso_anchor_get_range (anchor));
  g_assert_cmpint (proviso_anchor_get_state (lost), ==, PROVISO_ANCHOR_STATE_LOST);
  g_assert_cmpstr (proviso_anchor_get_exact (lost), ==, "gone words");
  g_assert_cmpstr (proviso_anchor_get_heading (lost)[1], ==, "Gone too");

  g_assert_cmpstr (proviso_evidence_get_source (evidence), ==, "source-1");
  g_assert_cmpint (proviso_evidence_get_relation (evidence), ==, PROVISO_RELATION_CONTRADICTS);
  g_assert_cmpint (proviso_evidence_get_credibility (evidence), ==, PROVISO_CREDIBILITY_3);
  g_assert_cmpstr (proviso_evidence_get_excerpt (evidence), ==, "down 11.8 per cent");
  g_assert_cmpstr (proviso_evidence_get_locator (evidence), ==, "para 4");

  g_assert_cmpstr (proviso_check_get_by (check), ==, "Ines");
  g_assert_cmpstr (proviso_check_get_at (check), ==, "2026-03-20T10:00:00Z");
  g_assert_cmpstr (proviso_check_get_passages (check)[0], ==, "Dues fell by “nearly 12%");
  g_assert_cmpstr (proviso_check_get_passages (check)[1], ==, "gone words");

  g_assert_cmpstr (proviso_check_get_statement (check), ==, "Dues fell by 12 per cent.");
  g_assert_true (proviso_check_get_status (check, &status));
  g_assert_cmpint (status, ==, PROVISO_CLAIM_STATUS_REPORTED);
  g_assert_cmpuint (proviso_record_list_get_size (proviso_check_get_evidence (check)), ==, 1);
  checked = proviso_record_list_peek (proviso_check_get_evidence (check), 0);
  g_assert_cmpstr (proviso_evidence_get_source (checked), ==, "source-gone");
  g_assert_cmpint (proviso_evidence_get_relation (checked), ==, PROVISO_RELATION_SUPPORTS);
  g_assert_cmpint (proviso_evidence_get_credibility (checked), ==, PROVISO_CREDIBILITY_2);
  g_assert_cmpstr (proviso_evidence_get_excerpt (checked), ==, "down");
  g_assert_cmpstr (proviso_evidence_get_locator (checked), ==, "para 1");

  g_assert_cmpstr (proviso_event_get_at (event), ==, "2026-03-02T08:00:00Z");
  g_assert_cmpstr (proviso_event_get_by (event), ==, "Omar");
  g_assert_cmpstr (proviso_event_get_what (event), ==, "status");
  g_assert_cmpstr (proviso_event_get_from (event), ==, "unchecked");
  g_assert_cmpstr (proviso_event_get_to (event), ==, "superseded");

  g_assert_cmpint (proviso_caveat_get_caveat_type (caveat), ==, PROVISO_CAVEAT_TYPE_IMPRECISE_FIGURE);
  g_assert_cmpint (proviso_caveat_get_severity (caveat), ==, PROVISO_CAVEAT_SEVERITY_MINOR);
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, PROVISO_CAVEAT_STATE_ACCEPTED);
  g_assert_cmpstr (proviso_caveat_get_text (caveat), ==, "“Nearly” hides 11.8.");
  g_assert_cmpstr (proviso_caveat_get_claim (caveat), ==, "claim-1");
  g_assert_cmpuint (proviso_record_list_get_size (proviso_caveat_get_anchors (caveat)), ==, 1);
  g_assert_cmpstr (proviso_caveat_get_suggestion (caveat), ==, "");
  g_assert_cmpstr (proviso_caveat_get_reason (caveat), ==, "Rounded knowingly.");
  g_assert_cmpstr (proviso_check_get_by (proviso_caveat_get_confirmed (caveat)), ==, "Ines");
  g_assert_cmpstr (proviso_check_get_at (proviso_caveat_get_confirmed (caveat)), ==, "2026-03-21T10:00:00Z");
  g_assert_cmpstr (proviso_comment_get_id (comment), ==, "comment-1");
  g_assert_cmpstr (proviso_comment_get_by (comment), ==, "Omar");
  g_assert_cmpstr (proviso_comment_get_at (comment), ==, "2026-03-20T11:00:00Z");
  g_assert_cmpstr (proviso_comment_get_text (comment), ==, "Fine by me.");
  g_assert_cmpstr (proviso_comment_get_edited (comment), ==, "2026-03-20T11:30:00Z");
  g_assert_cmpuint (proviso_record_list_get_size (proviso_caveat_get_events (caveat)), ==, 2);
  g_assert_null (proviso_event_get_reason (event));
  g_assert_null (proviso_event_get_cause (event));
  g_assert_cmpstr (proviso_event_get_reason (reopened), ==, "The words are others now.");
  g_assert_cmpstr (proviso_event_get_cause (reopened), ==, PROVISO_EVENT_CAUSE_PASSAGE_CHANGED);

  g_assert_cmpint (proviso_source_get_source_type (from), ==, PROVISO_SOURCE_TYPE_FILING_DATASET);
  g_assert_cmpstr (proviso_source_get_title (from), ==, "Annual accounts");
  g_assert_cmpstr (proviso_source_get_publisher (from), ==, "The port");
  g_assert_cmpstr (proviso_source_get_url (from), ==, "https://port.example/accounts");
  g_assert_cmpstr (proviso_source_get_published (from), ==, "2026-02");
  g_assert_cmpstr (proviso_source_get_accessed (from), ==, "2026-03-01");
  g_assert_cmpstr (proviso_source_get_archived (from), ==, "https://archive.example/1");
  g_assert_cmpint (proviso_source_get_reliability (from), ==, PROVISO_RELIABILITY_B);
  g_assert_cmpstr (proviso_source_get_independence_group (from), ==, "accounts");
  g_assert_true (proviso_source_get_confidential (from));
  g_assert_cmpstr (proviso_source_get_note (from), ==, "Page 12.");

  assert_foreign (project, "proviso", "x-project",
                  "{\n    \"nested\": [1.50, {}],\n    \"nested\": \"\\u00e9\"\n  }");
  assert_foreign (project, "x-project", "x-second", "1e400");
  assert_foreign (claim, NULL, "x-claim", "null");
  assert_foreign (anchor, "start", "x-anchor", "[]");
  assert_foreign (evidence, "locator", "x-evidence", "true");
  assert_foreign (check, "by", "x-check", "-0.0");
  assert_foreign (event, "to", "x-event", "\"\\/\"");
  assert_foreign (caveat, "thread", "x-caveat", "{}");
  assert_foreign (comment, "at", "x-comment", "10000000000000000000000001");
  assert_foreign (proviso_caveat_get_confirmed (caveat), "at", "x-confirmed", "[1, 2]");
  event = proviso_record_list_peek (proviso_source_get_events (from), 0);
  g_assert_cmpstr (proviso_event_get_what (event), ==, "reliability");
  assert_foreign (checked, "locator", "x-checked", "1.0");
  assert_foreign (from, "history", "x-source", "\"last\"");
}

/* What is not changed is not changed: the same bytes. */
static void
test_same_bytes (void)
{
  g_autofree char *source = read_complete ();
  g_autoptr (ProvisoProject) project = load_valid (source);
  g_autofree char *saved = save (project);

  g_assert_cmpstr (saved, ==, source);
}

/* Everything that may be left out. */
static void
test_least (void)
{
  static const char least[] = "{\"proviso\": 1.0, \"id\": \"p\", \"draft\": [\"ab\", \"c\\nd\"],"
                              "\"claims\": [{\"id\": \"c\", \"anchors\": [{\"start\": 1, \"end\": 3}],"
                              "\"evidence\": [{\"source\": \"s\"}]}],"
                              "\"caveats\": [{\"id\": \"v\"}], \"sources\": [{\"id\": \"s\"}]}";
  g_autoptr (ProvisoProject) project = load_valid (least);
  g_autofree char *saved = NULL;
  g_autofree char *again = NULL;
  g_autoptr (ProvisoProject) second = NULL;

  proviso_project_set_created (project, NULL);
  saved = save (project);
  g_assert_nonnull (strstr (saved, "\"draft\": [\n    \"abc\\n\",\n    \"d\"\n  ],\n"));
  g_assert_nonnull (
      strstr (saved, "\"exact\": \"bc\",\n          \"prefix\": \"a\",\n          \"suffix\": \"\\nd\",\n"
                     "          \"heading\": [],\n          \"state\": \"exact\"\n"));
  g_assert_nonnull (strstr (saved, "\"status\": \"unchecked\",\n      \"asOf\": null,\n"));
  g_assert_null (strstr (saved, "likelihood"));
  second = load_valid (saved);
  again = save (second);
  g_assert_cmpstr (again, ==, saved);
}

typedef struct
{
  const char *name;
  const char *from; /* what to replace in complete.proviso */
  const char *to;
  int code;
  const char *at; /* where in the outcome the error is: at the first character of this */
  const char *field;
  const char *sentence; /* a part of it */
} Refused;

#define HISTORY "\"at\": \"2026-03-02T08:00:00Z\""

static const Refused refused[] = {
  { "list", "{\n  \"proviso\": 1,", "[{\n  \"proviso\": 1,", PROVISO_CODEC_ERROR_SYNTAX, NULL, NULL, NULL },
  { "no mark", "\"proviso\": 1,", "\"Proviso\": 1,", PROVISO_CODEC_ERROR_NOT_A_PROJECT, "{\n  \"P", NULL,
    "is not a Proviso project" },
  { "newer", "\"proviso\": 1,", "\"proviso\": 2,", PROVISO_CODEC_ERROR_NEWER_VERSION, "2,", NULL,
    "format version 2;" },
  { "much newer", "\"proviso\": 1,", "\"proviso\": 1e99,", PROVISO_CODEC_ERROR_NEWER_VERSION, "1e99", NULL,
    "format version 1e99;" },
  { "half", "\"proviso\": 1,", "\"proviso\": 0.5,", PROVISO_CODEC_ERROR_VALUE, "0.5", "proviso",
    "must be 1, but is 0.5" },
  { "mark", "\"proviso\": 1,", "\"proviso\": \"1\",", PROVISO_CODEC_ERROR_TYPE, "\"1\"", "proviso",
    "must be a whole number, but is a string" },
  { "id", "\"id\": \"project-1\",", "", PROVISO_CODEC_ERROR_MISSING_MEMBER, "{\n  \"proviso", "id",
    "is missing" },
  { "empty id", "\"project-1\"", "\"\"", PROVISO_CODEC_ERROR_VALUE, "\"\",\n  \"title", "id",
    "must not be empty" },
  { "title", "\"Harbour dues\"", "null", PROVISO_CODEC_ERROR_TYPE, "null,\n  \"language", "title",
    "must be a string, but is null" },
  { "NUL", "\"Harbour dues\"", "\"a\\u0000b\"", PROVISO_CODEC_ERROR_VALUE, "\"a\\u0", "title", "NUL" },
  { "NUL in a name", "\"x-second\"", "\"x\\u0000\"", PROVISO_CODEC_ERROR_VALUE, "\"x\\u0", NULL, "NUL" },
  { "created", "\"2026-03-01T08:00:00Z\"", "\"2026-03-01\"", PROVISO_CODEC_ERROR_VALUE,
    "\"2026-03-01\",\n  \"mod", "created", "not a time" },
  { "draft", "\"draft\": [", "\"draft\": 3, \"x-draft\": [", PROVISO_CODEC_ERROR_TYPE, "3, \"x-d", "draft",
    "must be a list of lines, but is a number" },
  { "no draft", "\"draft\": [", "\"x-draft\": [", PROVISO_CODEC_ERROR_MISSING_MEMBER, "{\n  \"proviso",
    "draft", "is missing" },
  { "line", "\"# Harbour\\n\"", "{}", PROVISO_CODEC_ERROR_TYPE, "{},\n    \"\\n\"", "draft[0]",
    "must be a string, but is an object" },
  { "NUL in a line", "\"They will rise.\"", "\"\\u0000\"", PROVISO_CODEC_ERROR_VALUE, "\"\\u0000", "draft[7]",
    "NUL" },
  { "claims", "\"claims\": [", "\"claims\": {}, \"x-claims\": [", PROVISO_CODEC_ERROR_TYPE, "{}, \"x-c",
    "claims", "must be a list, but is an object" },
  { "claim", "\"claims\": [", "\"claims\": [7,", PROVISO_CODEC_ERROR_TYPE, "7,", "claims[0]",
    "must be an object, but is a number" },
  { "claim id", "\"id\": \"claim-1\",", "", PROVISO_CODEC_ERROR_MISSING_MEMBER, "{\n      \"x-claim",
    "claims[0].id", "is missing" },
  { "kind", "\"quantity\"", "\"quantum\"", PROVISO_CODEC_ERROR_VALUE, "\"quantum\"", "claims[0].kind",
    "is “quantum”, which is none of: event, statement" },
  { "kind's type", "\"quantity\"", "[\"quantity\"]", PROVISO_CODEC_ERROR_TYPE, "[\"quantity",
    "claims[0].kind", "must be a string, but is a list" },
  { "status", "\"status\": \"superseded\"", "\"status\": null", PROVISO_CODEC_ERROR_TYPE,
    "null,\n      \"reason", "claims[0].status", "must be a string, but is null" },
  { "both", "\"likelihood\": \"very_likely\",", "\"likelihood\": \"very_likely\", \"confidence\": \"low\",",
    PROVISO_CODEC_ERROR_VALUE, "\"low\"", "claims[0].confidence", "beside a likelihood" },
  { "date", "\"2026-03\"", "\"2026-13\"", PROVISO_CODEC_ERROR_VALUE, "\"2026-13", "claims[0].asOf",
    "is “2026-13”, which is not a date" },
  { "empty date", "\"2026-03\"", "\"\"", PROVISO_CODEC_ERROR_VALUE, "\"\",\n      \"reviewAfter",
    "claims[0].asOf", "is “”, which is not a date" },
  { "leap day", "\"2027\"", "\"2027-02-29\"", PROVISO_CODEC_ERROR_VALUE, "\"2027-02-29",
    "claims[0].reviewAfter", "is not a date" },
  { "attributed", "\"the port\"", "0", PROVISO_CODEC_ERROR_TYPE, "0,\n      \"anchors",
    "claims[0].attributedTo", "must be a string or null, but is a number" },
  { "start", "\"start\": 11", "\"start\": -1", PROVISO_CODEC_ERROR_VALUE, "-1,\n",
    "claims[0].anchors[0].start", "but is -1" },
  { "half start", "\"start\": 11", "\"start\": 10.5", PROVISO_CODEC_ERROR_VALUE, "10.5",
    "claims[0].anchors[0].start", "but is 10.5" },
  { "huge start", "\"start\": 11", "\"start\": 1e400", PROVISO_CODEC_ERROR_VALUE,
    "1e400,\n          \"x-anchor", "claims[0].anchors[0].start", "but is 1e400" },
  { "start's type", "\"start\": 11", "\"start\": \"11\"", PROVISO_CODEC_ERROR_TYPE, "\"11\"",
    "claims[0].anchors[0].start", "must be a whole number, but is a string" },
  { "order", "\"end\": 35", "\"end\": 10", PROVISO_CODEC_ERROR_VALUE, "10,\n          \"exact",
    "claims[0].anchors[0].end", "is 10, which is before the start, 11" },
  { "no end", "\"end\": 35,", "", PROVISO_CODEC_ERROR_MISSING_MEMBER, "{\n          \"start\": 11",
    "claims[0].anchors[0].end", "is missing" },
  { "heading", "\"Gone too\"", "7", PROVISO_CODEC_ERROR_TYPE, "7\n", "claims[0].anchors[1].heading[1]",
    "must be a string, but is a number" },
  { "anchor state", "\"state\": \"lost\"", "\"state\": \"mislaid\"", PROVISO_CODEC_ERROR_VALUE, "\"mislaid",
    "claims[0].anchors[1].state", "none of: exact, found, lost" },
  { "relation", "\"contradicts\"", "\"denies\"", PROVISO_CODEC_ERROR_VALUE, "\"denies",
    "claims[0].evidence[0].relation", "none of: supports, contradicts, context" },
  { "credibility", "\"credibility\": 3", "\"credibility\": 7", PROVISO_CODEC_ERROR_VALUE,
    "7,\n          \"excerpt", "claims[0].evidence[0].credibility", "from 1 to 6, but is 7" },
  { "credibility 0", "\"credibility\": 3", "\"credibility\": 0", PROVISO_CODEC_ERROR_VALUE,
    "0,\n          \"excerpt", "claims[0].evidence[0].credibility", "from 1 to 6, but is 0" },
  { "evidence source", "\"source\": \"source-1\",", "", PROVISO_CODEC_ERROR_MISSING_MEMBER,
    "{\n          \n          \"relation", "claims[0].evidence[0].source", "is missing" },
  { "check", "\"check\": {", "\"check\": false, \"x-old-check\": {", PROVISO_CODEC_ERROR_TYPE, "false",
    "claims[0].check", "must be an object, but is true or false" },
  { "check time", "\"2026-03-20T10:00:00Z\"", "\"yesterday\"", PROVISO_CODEC_ERROR_VALUE, "\"yesterday",
    "claims[0].check.at", "is “yesterday”, which is not a time" },
  { "event", HISTORY ",", "", PROVISO_CODEC_ERROR_MISSING_MEMBER,
    "{\n          \n          \"by\": \"Omar\",\n          \"what", "claims[0].history[0].at", "is missing" },
  { "twice", "\"proviso\": 1,", "\"proviso\": 1, \"claims\": [],", PROVISO_CODEC_ERROR_DUPLICATE_MEMBER,
    "\"claims\": [\n", "claims", "second time" },
  { "twice below", "\"start\": 11,", "\"start\": 11, \"end\": 12,", PROVISO_CODEC_ERROR_DUPLICATE_MEMBER,
    "\"end\": 35", "claims[0].anchors[0].end", "second time" },
  { "foreign twice", "\"x-claim\": null,", "\"x-claim\": null, \"x-claim\": 1,",
    PROVISO_CODEC_ERROR_DUPLICATE_MEMBER, "\"x-claim\": 1", "claims[0].x-claim", "second time" },
  { "same id", "\"id\": \"caveat-1\"", "\"id\": \"claim-1\"", PROVISO_CODEC_ERROR_DUPLICATE_ID,
    "\"claim-1\",\n      \"type", "caveats[0].id", "is “claim-1”, as that of another record is" },
  { "comment id", "\"thread\": [",
    "\"thread\": [{\"id\": \"comment-1\", \"by\": \"\", " HISTORY ", \"text\": \"\"},",
    PROVISO_CODEC_ERROR_DUPLICATE_ID, "\"comment-1\",\n", "caveats[0].thread[1].id",
    "as that of another record is" },
  { "severity", "\"severity\": \"minor\"", "\"severity\": \"MINOR\"", PROVISO_CODEC_ERROR_VALUE, "\"MINOR",
    "caveats[0].severity", "none of: blocker, major, minor, note" },
  { "caveat state", "\"state\": \"accepted\"", "\"state\": true", PROVISO_CODEC_ERROR_TYPE,
    "true,\n      \"text", "caveats[0].state", "must be a string, but is true or false" },
  { "confirmed", "\"2026-03-21T10:00:00Z\"", "\"2026-03-21T25:00:00Z\"", PROVISO_CODEC_ERROR_VALUE,
    "\"2026-03-21T25", "caveats[0].confirmed.at", "is not a time" },
  { "comment", "\"text\": \"Fine by me.\"", "\"x-text\": 1", PROVISO_CODEC_ERROR_MISSING_MEMBER,
    "{\n          \"id\": \"comment-1\"", "caveats[0].thread[0].text", "is missing" },
  { "source type", "\"filing_dataset\"", "\"hearsay\"", PROVISO_CODEC_ERROR_VALUE, "\"hearsay",
    "sources[0].type", "none of: primary_document" },
  { "reliability", "\"reliability\": \"B\"", "\"reliability\": \"G\"", PROVISO_CODEC_ERROR_VALUE, "\"G\"",
    "sources[0].reliability", "none of: A, B, C, D, E, F" },
  { "confidential", "\"confidential\": true", "\"confidential\": \"yes\"", PROVISO_CODEC_ERROR_TYPE,
    "\"yes\"", "sources[0].confidential", "must be true or false, but is a string" },
};

static void
test_refused (gconstpointer data)
{
  const Refused *test = data;
  g_autofree char *complete = read_complete ();
  g_autofree char *source = replace (complete, test->from, test->to);
  g_autoptr (GError) error = NULL;
  g_autoptr (ProvisoProject) project = load (source, NULL, &error);
  const char *at;
  guint line, column, expected_line = 1;

  g_assert_error (error, PROVISO_CODEC_ERROR, test->code);
  g_assert_null (project);
  g_test_message ("%s", error->message);
  if (test->at == NULL)
    return;

  at = strstr (source, test->at);
  g_assert_nonnull (at);
  for (const char *newline = source; (newline = memchr (newline, '\n', at - newline)) != NULL; newline++)
    expected_line++;
  proviso_codec_error_get_place (error, &line, &column);
  g_assert_cmpuint (line, ==, expected_line);
  while (at > source && at[-1] != '\n')
    at--;
  g_assert_cmpuint (column, ==, g_utf8_strlen (at, strstr (source, test->at) - at) + 1);
  g_assert_cmpstr (proviso_codec_error_get_field (error), ==, test->field);
  g_assert_nonnull (strstr (proviso_codec_error_get_sentence (error), test->sentence));
  if (test->field != NULL)
    g_assert_true (g_str_has_prefix (proviso_codec_error_get_sentence (error), test->field));
}

/* One more than the limit, in a list of the project and in one of a record. */
static void
test_too_many (void)
{
  static const struct
  {
    const char *start;
    const char *item;
    guint limit;
    const char *end;
    const char *field;
  } lists[] = {
    { "{\"proviso\":1,\"id\":\"p\",\"draft\":[],\"sources\":[", "7", PROVISO_CODEC_MAX_RECORDS, "]}",
      "sources" },
    { "{\"proviso\":1,\"id\":\"p\",\"draft\":[],\"claims\":[{\"id\":\"c\",\"history\":[", "7",
      PROVISO_CODEC_MAX_PARTS, "]}]}", "claims[0].history" },
  };

  {
    g_autoptr (GString) source = g_string_new ("{\"proviso\":1,\"id\":\"p\",\"draft\":[]");
    g_autoptr (ProvisoProject) project = NULL;
    g_autoptr (GError) error = NULL;

    for (guint n = 0; n < PROVISO_CODEC_MAX_FOREIGN; n++)
      g_string_append_printf (source, ",\"x%u\":%u", n, n);
    g_string_append (source, "}");
    project = load_valid (source->str);
    assert_round_trip (project);
    g_string_insert (source, source->len - 1, ",\"one more\":0");
    g_assert_null (load (source->str, NULL, &error));
    g_assert_error (error, PROVISO_CODEC_ERROR, PROVISO_CODEC_ERROR_TOO_MANY);
  }

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GString) source = g_string_new (lists[i].start);
      g_autoptr (GError) error = NULL;

      for (guint n = 0; n <= lists[i].limit; n++)
        g_string_append_printf (source, "%s%s", n > 0 ? "," : "", lists[i].item);
      g_string_append (source, lists[i].end);
      g_assert_null (load (source->str, NULL, &error));
      g_assert_error (error, PROVISO_CODEC_ERROR, PROVISO_CODEC_ERROR_TOO_MANY);
      g_assert_cmpstr (proviso_codec_error_get_field (error), ==, lists[i].field);
    }
}

/* What names a record that is not there is kept, and told. */
static void
test_warnings (void)
{
  g_autofree char *complete = read_complete ();
  g_autofree char *changed = replace (complete, "\"source\": \"source-1\"", "\"source\": \"claim-1\"");
  g_autofree char *source = replace (changed, "\"claim\": \"claim-1\"", "\"claim\": \"nobody\"");
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ProvisoProject) project = load (source, &warnings, &error);
  g_autoptr (ProvisoProject) whole = load (complete, &none, &error);
  g_autofree char *saved = save (project);
  guint line, column;

  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (warnings->len, ==, 2);
  g_assert_error ((GError *) warnings->pdata[0], PROVISO_CODEC_ERROR, PROVISO_CODEC_ERROR_REFERENCE);
  g_assert_cmpstr (proviso_codec_error_get_field (warnings->pdata[0]), ==, "claims[0].evidence[0].source");
  g_assert_cmpstr (proviso_codec_error_get_field (warnings->pdata[1]), ==, "caveats[0].claim");
  proviso_codec_error_get_place (warnings->pdata[1], &line, &column);
  g_assert_cmpuint (line, >, 100);
  g_assert_cmpuint (column, ==, 16);
  g_assert_cmpstr (saved, ==, source);
}

/* A byte order mark is skipped, and is no column. */
static void
test_byte_order_mark (void)
{
  g_autofree char *complete = read_complete ();
  g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", complete, NULL);
  g_autoptr (ProvisoProject) project = load_valid (marked);
  g_autofree char *saved = save (project);
  g_autoptr (GError) error = NULL;
  guint line, column;

  g_assert_cmpstr (saved, ==, complete);
  g_assert_null (load ("\xef\xbb\xbf[]", NULL, &error));
  proviso_codec_error_get_place (error, &line, &column);
  g_assert_cmpuint (column, ==, 1);
}

/* The draft was changed by another program: passages that moved are exact, those that changed a little are
 * found, those that are gone are lost, and keep their words. Offsets beyond the draft are no mistake. */
static void
test_changed_draft (void)
{
  static const char source[] =
      "{\"proviso\": 1, \"id\": \"p\", \"draft\": [\"A new first line.\\n\", \"\\n\","
      "\"The harbour authority lowered its dues in March, the second time within two years.\\n\","
      "\"Ferries from the northern islands carried fewer passengers than ever last winter.\\n\"],"
      "\"claims\": [{\"id\": \"c\", \"anchors\": ["
      "{\"start\": 22, \"end\": 47, \"exact\": \"lowered its dues in March\", \"prefix\": \"The harbour "
      "authority \","
      " \"suffix\": \", the second time within two year\"},"
      "{\"start\": 82, \"end\": 160, \"exact\": \"Ferries from the northern islands carried far fewer "
      "passengers than in any winter.\","
      " \"prefix\": \"ond time within two years.\\n\", \"suffix\": \"\\n\"},"
      "{\"start\": 4000, \"end\": 4020, \"exact\": \"Nobody knows about cranes.\", \"prefix\": \"\", "
      "\"suffix\": \"\"}]}]}";
  g_autoptr (ProvisoProject) project = load_valid (source);
  ProvisoRecordList *anchors = proviso_claim_get_anchors (proviso_project_find_claim (project, "c"));
  ProvisoAnchor *moved = proviso_record_list_peek (anchors, 0);
  ProvisoAnchor *changed = proviso_record_list_peek (anchors, 1);
  ProvisoAnchor *gone = proviso_record_list_peek (anchors, 2);
  g_autofree char *moved_words = proviso_project_get_passage (project, moved);
  g_autofree char *changed_words = proviso_project_get_passage (project, changed);
  guint length = proviso_text_get_length (proviso_project_get_text (project));

  g_assert_cmpstr (moved_words, ==, "lowered its dues in March");
  g_assert_cmpint (proviso_anchor_get_state (moved), ==, PROVISO_ANCHOR_STATE_EXACT);
  g_assert_cmpint (proviso_anchor_get_state (changed), ==, PROVISO_ANCHOR_STATE_FOUND);
  g_assert_true (g_str_has_prefix (changed_words, "Ferries from the northern islands"));
  g_assert_cmpint (proviso_anchor_get_state (gone), ==, PROVISO_ANCHOR_STATE_LOST);
  g_assert_cmpstr (proviso_anchor_get_exact (gone), ==, "Nobody knows about cranes.");
  g_assert_cmpuint (proviso_anchor_get_end (gone), ==, length);
}

/* Saving takes the passages' words from the draft as it is, and leaves a lost one what it had. */
static void
test_fresh_quotes (void)
{
  g_autofree char *complete = read_complete ();
  g_autoptr (ProvisoProject) project = load_valid (complete);
  g_autofree char *saved = NULL;

  proviso_text_replace (proviso_project_get_text (project), 16, 4, "é𝄞");
  proviso_text_replace (proviso_project_get_text (project), 2, 7, "Port");
  saved = save (project);
  g_assert_nonnull (strstr (saved, "\"start\": 8,\n          \"x-anchor\": [],\n          \"end\": 30,\n"
                                   "          \"exact\": \"Dues é𝄞 by “nearly 12%\",\n"
                                   "          \"prefix\": \"# Port\\n\\n\",\n"));
  g_assert_nonnull (strstr (saved, "\"heading\": [\n            \"Port\"\n          ],\n"));
  g_assert_nonnull (strstr (saved, "\"exact\": \"gone words\",\n"));
}

/* The snapshot is of its moment. */
static void
test_snapshot (void)
{
  g_autofree char *complete = read_complete ();
  g_autoptr (ProvisoProject) project = load_valid (complete);
  g_autoptr (ProvisoCodecTree) tree = proviso_codec_snapshot (project);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  proviso_text_replace (proviso_project_get_text (project), 0, 20, "Something else");
  proviso_project_set (project, proviso_project_find_claim (project, "claim-1"), "statement", "Changed",
                       NULL);
  proviso_project_remove (project, proviso_project_find_source (project, "source-1"));
  g_clear_object (&project);
  bytes = proviso_codec_tree_to_bytes (tree, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), complete, strlen (complete));
}

static void
test_unwritable (void)
{
  g_autofree char *complete = read_complete ();
  g_autoptr (ProvisoProject) project = load_valid (complete);
  g_autoptr (ProvisoCodecTree) tree = NULL;
  g_autoptr (GError) error = NULL;

  proviso_claim_set_as_of (proviso_project_find_claim (project, "claim-1"), "soon");
  tree = proviso_codec_snapshot (project);
  g_assert_null (proviso_codec_tree_to_bytes (tree, &error));
  g_assert_error (error, PROVISO_CODEC_ERROR, PROVISO_CODEC_ERROR_UNWRITABLE);
  g_assert_nonnull (strstr (error->message, "“soon”"));
}

/* A record on its own, out and in again. */
static void
test_records (void)
{
  g_autofree char *complete = read_complete ();
  g_autoptr (ProvisoProject) project = load_valid (complete);
  const struct
  {
    GType type;
    gpointer record;
  } records[] = {
    { PROVISO_TYPE_CLAIM, proviso_project_find_claim (project, "claim-1") },
    { PROVISO_TYPE_CAVEAT, proviso_project_find_caveat (project, "caveat-1") },
    { PROVISO_TYPE_SOURCE, proviso_project_find_source (project, "source-1") },
    { PROVISO_TYPE_PROJECT, project },
  };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *json = proviso_codec_record_to_json (records[i].record, &error);
      g_autoptr (ProvisoRecord) copy = NULL;
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      copy = proviso_codec_record_from_json (records[i].type, json, -1, &error);
      g_assert_no_error (error);
      g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (copy, records[i].type));
      again = proviso_codec_record_to_json (copy, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (again, ==, json);
      g_assert_null (proviso_codec_record_from_json (records[i].type, json, strlen (json) - 1, &error));
      g_assert_error (error, PROVISO_CODEC_ERROR, PROVISO_CODEC_ERROR_SYNTAX);
      g_clear_error (&error);
      g_assert_null (proviso_codec_record_from_json (records[i].type, "{}", -1, &error));
      g_assert_nonnull (error);
    }
}

static void
test_round_trips (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260328);

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (ProvisoProject) project = random_project_new (rand, 4, TRUE);

      assert_round_trip (project);
    }
}

static void
test_big (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (ProvisoProject) project = random_project_new (rand, 3000, TRUE);

  assert_round_trip (project);
}

/* Puts another value in the place of one: sound JSON, and most of the time wrong. */
static void
swap_value (GString *text, GRand *rand)
{
  static const char *const others[] = {
    "null",
    "true",
    "-1",
    "12",
    "93",
    "1e999",
    "0.5",
    "[]",
    "{}",
    "[\"\"]",
    "[{}]",
    "\"\"",
    "\"\\u0000\"",
    "\"lost\"",
    "\"found\"",
    "\"exact\"",
    "\"claim-1\"",
    "\"source-1\"",
    "\"2026\"",
    "\"2026-02-30\"",
    "\"2026-03-28T09:30:00Z\"",
    "\"high\"",
    "134217728",
  };
  const char *colon = strstr (text->str + g_rand_int_range (rand, 0, text->len), "\": ");
  gsize from, to;

  if (colon == NULL)
    return;
  from = colon + 3 - text->str;
  if (strchr ("[{", text->str[from]) != NULL)
    return;
  to = from + strcspn (text->str + from, "\n");
  if (text->str[to - 1] == ',')
    to--;
  g_string_erase (text, from, to - from);
  g_string_insert (text, from, others[g_rand_int_range (rand, 0, G_N_ELEMENTS (others))]);
}

/* Damages some bytes. */
static void
damage (GString *text, GRand *rand)
{
  static const char *const bits[] = {
    "null", "\"\\ud834\"",         "[[[[", "{\"a\":", ",", "}", "]", "\"", "\\", "\n", "\xff",
    "\xc3", "\"id\": \"claim-1\"", "𝄞",
  };

  for (guint n = g_rand_int_range (rand, 1, 4); n > 0 && text->len > 0; n--)
    {
      gsize at = g_rand_int_range (rand, 0, text->len);
      gsize length = g_rand_int_range (rand, 0, MIN (12, text->len - at + 1));
      g_autofree char *piece = g_strndup (text->str + at, length * 10);

      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          text->str[at] = g_rand_int_range (rand, 0, 256);
          break;
        case 1:
          g_string_erase (text, at, length);
          break;
        case 2:
          g_string_insert (text, at, bits[g_rand_int_range (rand, 0, G_N_ELEMENTS (bits))]);
          break;
        default:
          g_string_insert (text, g_rand_int_range (rand, 0, text->len), piece);
        }
    }
}

/* Whatever is done to a file, it is refused with a place, or read; and then what is saved is read as the
 * same. */
static void
test_damaged (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12345);
  g_autofree char *complete = read_complete ();
  guint n_loaded = 0, n_understood = 0;

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) source = g_string_new (complete);
      g_autoptr (GPtrArray) warnings = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (ProvisoProject) project = NULL;

      for (guint n = g_rand_int_range (rand, 1, 4); round % 4 != 0 && n > 0; n--)
        swap_value (source, rand);
      if (round % 4 == 0)
        damage (source, rand);
      bytes = g_bytes_new (source->str, source->len);
      project = proviso_codec_load (bytes, &warnings, &error);
      g_assert_true ((project == NULL) == (error != NULL));
      if (project != NULL)
        {
          assert_round_trip (project);
          n_loaded++;
        }
      else
        {
          guint line, column;

          g_assert_true (error->domain == PROVISO_CODEC_ERROR);
          proviso_codec_error_get_place (error, &line, &column);
          g_assert_cmpuint (line, >, 0);
          g_assert_cmpuint (column, >, 0);
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
          n_understood += proviso_codec_error_get_field (error) != NULL;
        }
    }

  /* Enough of each kind that the test means something. */
  g_test_message ("%u loaded, %u refused for what they say", n_loaded, n_understood);
  g_assert_cmpuint (n_loaded, >, 500);
  g_assert_cmpuint (n_understood, >, 2000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/codec/members", test_members);
  g_test_add_func ("/codec/same-bytes", test_same_bytes);
  g_test_add_func ("/codec/least", test_least);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strdup_printf ("/codec/refused/%s", refused[i].name);

      g_test_add_data_func (path, &refused[i], test_refused);
    }
  g_test_add_func ("/codec/too-many", test_too_many);
  g_test_add_func ("/codec/warnings", test_warnings);
  g_test_add_func ("/codec/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/codec/changed-draft", test_changed_draft);
  g_test_add_func ("/codec/fresh-quotes", test_fresh_quotes);
  g_test_add_func ("/codec/snapshot", test_snapshot);
  g_test_add_func ("/codec/unwritable", test_unwritable);
  g_test_add_func ("/codec/records", test_records);
  g_test_add_func ("/codec/round-trips", test_round_trips);
  g_test_add_func ("/codec/big", test_big);
  g_test_add_func ("/codec/damaged", test_damaged);

  return g_test_run ();
}
