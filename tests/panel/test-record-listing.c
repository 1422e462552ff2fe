/* test-record-listing.c: the order and the filters of the lists, and the changes that they announce.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel-project.h"

#include "core/proviso-identity.h"
#include "core/proviso-review.h"
#include "panel/proviso-order.h"
#include "panel/proviso-record-listing.h"
#include "panel/proviso-search-key.h"

#include <string.h>

static const char draft[] =
    "# One\n\nAlpha sank. Béta burned. Gamma fell.\n\n# Two\n\nDelta rose. Epsilon slept.\n";

typedef struct
{
  ProvisoProject *project;
  ProvisoSelection *selection;
  ProvisoPanelContext *context;
  ProvisoRecordListing *listing;
  ProvisoRecordFilter *filter;
  GString *changes; /* "position-removed+added" of each announcement */
} Fixture;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, GString *changes)
{
  g_string_append_printf (changes, "%s%u-%u+%u", changes->len > 0 ? " " : "", position, removed, added);
}

static void
changing_cb (GListModel *model, guint position, guint removed, guint added, GString *changes)
{
  g_string_append_printf (changes, "%s(%u-%u+%u of %u)", changes->len > 0 ? " " : "", position, removed, added,
                          g_list_model_get_n_items (model));
}

static void
show (Fixture *fixture, ProvisoProject *project, const ProvisoRecordKind *kind)
{
  fixture->project = project;
  fixture->selection = proviso_selection_new ();
  fixture->context = proviso_panel_context_new (fixture->project, fixture->selection);
  fixture->listing = proviso_record_listing_new (kind);
  fixture->filter = proviso_record_listing_get_filter (fixture->listing);
  fixture->changes = g_string_new (NULL);
  g_signal_connect (proviso_record_listing_get_model (fixture->listing), "items-changed",
                    G_CALLBACK (items_changed_cb), fixture->changes);
  proviso_record_listing_set_watched (fixture->listing, TRUE);
  proviso_record_listing_set_context (fixture->listing, fixture->context);
}

/* Five claims, made in another order than they stand. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  ProvisoProject *project = panel_project_new_with_text (draft);

  panel_project_add_claim (project, "Delta rose");
  panel_project_add_claim (project, "Béta burned");
  panel_project_add_claim (project, "Alpha sank");
  panel_project_add_claim (project, "Epsilon slept");
  panel_project_add_claim (project, "Gamma fell");
  show (fixture, project, &proviso_claim_kind);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->listing);
  g_string_free (fixture->changes, TRUE);
  g_assert_finalize_object (fixture->context);
  g_object_unref (fixture->selection);
  g_assert_finalize_object (fixture->project);
}

/* The first letters of what is listed, by statement. */
static void
assert_listed (Fixture *fixture, const char *expected)
{
  GListModel *model = proviso_record_listing_get_model (fixture->listing);
  g_autoptr (GString) listed = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (ProvisoClaim) claim = g_list_model_get_item (model, i);

      g_string_append_unichar (listed, g_utf8_get_char (proviso_claim_get_statement (claim)));
    }
  g_assert_cmpstr (listed->str, ==, expected);
}

static void
assert_changes (Fixture *fixture, const char *expected)
{
  proviso_record_listing_freshen (fixture->listing);
  g_assert_cmpstr (fixture->changes->str, ==, expected);
  g_string_truncate (fixture->changes, 0);
}

static ProvisoClaim *
find (Fixture *fixture, const char *statement)
{
  ProvisoRecordList *claims = proviso_project_get_claims (fixture->project);

  for (guint i = 0; i < proviso_record_list_get_size (claims); i++)
    if (g_str_has_prefix (proviso_claim_get_statement (proviso_record_list_peek (claims, i)), statement))
      return proviso_record_list_peek (claims, i);

  g_assert_not_reached ();
}

static void
test_place (Fixture *fixture, gconstpointer data)
{
  assert_listed (fixture, "ABGDE");
  assert_changes (fixture, "0-0+5");
}

static void
test_insert_remove (Fixture *fixture, gconstpointer data)
{
  ProvisoHistory *history = proviso_project_get_history (fixture->project);

  assert_changes (fixture, "0-0+5");
  proviso_project_remove (fixture->project, find (fixture, "Gamma"));
  assert_listed (fixture, "ABDE");
  assert_changes (fixture, "2-1+0");
  proviso_history_undo (history);
  assert_listed (fixture, "ABGDE");
  assert_changes (fixture, "2-0+1");
  proviso_project_add_claim (fixture->project, 0, 0);
  assert_changes (fixture, "5-0+1");
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  assert_changes (fixture, "0-0+5");

  proviso_record_filter_set_search (fixture->filter, "TA");
  assert_listed (fixture, "BD");
  g_string_truncate (fixture->changes, 0);
  proviso_record_filter_set_search (fixture->filter, "ta ");
  assert_changes (fixture, "");
  proviso_record_filter_set_search (fixture->filter, "ta bur");
  assert_listed (fixture, "B");
  assert_changes (fixture, "1-1+0");
  proviso_record_filter_set_search (fixture->filter, "beta");
  assert_listed (fixture, "B");
  proviso_record_filter_clear (fixture->filter);
  assert_listed (fixture, "ABGDE");

  proviso_project_set (fixture->project, find (fixture, "Epsilon"), "attributed-to", "Zoë", NULL);
  proviso_project_set (fixture->project, find (fixture, "Alpha"), "note", "ask zoe", NULL);
  proviso_record_filter_set_search (fixture->filter, "zoe");
  assert_listed (fixture, "AE");
}

/* A record that changes is looked at anew, and no other is announced. */
static void
test_record_changes (Fixture *fixture, gconstpointer data)
{
  proviso_record_filter_set_search (fixture->filter, "sank");
  assert_listed (fixture, "A");
  g_string_truncate (fixture->changes, 0);

  proviso_project_set (fixture->project, find (fixture, "Gamma"), "statement", "Gamma sank too", NULL);
  assert_changes (fixture, "1-0+1");
  assert_listed (fixture, "AG");
  proviso_project_set (fixture->project, find (fixture, "Alpha"), "statement", "Alpha floats", NULL);
  assert_changes (fixture, "0-1+0");
  proviso_history_undo (proviso_project_get_history (fixture->project));
  assert_changes (fixture, "0-0+1");
  assert_listed (fixture, "AG");

  proviso_record_filter_clear (fixture->filter);
  g_string_truncate (fixture->changes, 0);
  proviso_project_set (fixture->project, find (fixture, "Delta"), "statement", "Delta rose again", NULL);
  /* Its row hears of it by itself. */
  assert_changes (fixture, "");
}

static void
test_options (Fixture *fixture, gconstpointer data)
{
  const guint status = 2, kind = 3;

  proviso_project_set (fixture->project, find (fixture, "Alpha"), "status", PROVISO_CLAIM_STATUS_LEAKED,
                       NULL);
  proviso_project_set (fixture->project, find (fixture, "Delta"), "status", PROVISO_CLAIM_STATUS_STATED,
                       NULL);
  proviso_project_set (fixture->project, find (fixture, "Delta"), "kind", PROVISO_CLAIM_KIND_QUANTITY, NULL);
  proviso_record_listing_freshen (fixture->listing);

  proviso_record_filter_set_options (fixture->filter, status, 1u << PROVISO_CLAIM_STATUS_LEAKED);
  assert_listed (fixture, "A");
  proviso_record_filter_set_options (fixture->filter, status,
                                     1u << PROVISO_CLAIM_STATUS_LEAKED | 1u << PROVISO_CLAIM_STATUS_STATED);
  assert_listed (fixture, "AD");
  g_assert_cmpuint (proviso_record_filter_get_n_active (fixture->filter), ==, 1);
  proviso_record_filter_set_options (fixture->filter, kind, 1u << PROVISO_CLAIM_KIND_QUANTITY);
  assert_listed (fixture, "D");
  g_assert_cmpuint (proviso_record_filter_get_n_active (fixture->filter), ==, 2);
  proviso_record_filter_set_search (fixture->filter, "alpha");
  assert_listed (fixture, "");
  proviso_record_filter_clear (fixture->filter);
  assert_listed (fixture, "ABGDE");
  g_assert_true (proviso_record_filter_is_clear (fixture->filter));
}

/* What other records and the draft do to a claim is seen too. */
static void
test_derived (Fixture *fixture, gconstpointer data)
{
  const guint needs = 1, open_caveats = 1u << 0, lost_passage = 1u << 1, stale_check = 1u << 2,
              no_source = 1u << 3;
  ProvisoText *text = proviso_project_get_text (fixture->project);
  ProvisoSource *source = proviso_project_add_source (fixture->project, "Log");
  ProvisoCaveat *caveat;

  proviso_record_filter_set_options (fixture->filter, needs, open_caveats);
  assert_listed (fixture, "");
  caveat = proviso_project_add_caveat (fixture->project, find (fixture, "Gamma"), 0, 0);
  panel_settle ();
  assert_listed (fixture, "G");
  proviso_project_set (fixture->project, caveat, "state", PROVISO_CAVEAT_STATE_DISMISSED, NULL);
  panel_settle ();
  assert_listed (fixture, "");

  proviso_project_mark_checked (fixture->project, find (fixture, "Alpha"));
  proviso_record_filter_set_options (fixture->filter, needs, stale_check);
  assert_listed (fixture, "");
  proviso_text_replace (text, proviso_claim_get_position (find (fixture, "Alpha")) + 2, 1, "f");
  panel_settle ();
  assert_listed (fixture, "A");

  proviso_record_filter_set_options (fixture->filter, needs, lost_passage);
  proviso_text_replace (text, proviso_claim_get_position (find (fixture, "Delta")), 12, "");
  panel_settle ();
  assert_listed (fixture, "D");

  proviso_project_add_evidence (fixture->project, find (fixture, "Béta"), source);
  proviso_record_filter_set_options (fixture->filter, needs, no_source);
  panel_settle ();
  assert_listed (fixture, "AGED");
}

static void
test_orders (Fixture *fixture, gconstpointer data)
{
  proviso_project_set (fixture->project, find (fixture, "Gamma"), "status", PROVISO_CLAIM_STATUS_DISPUTED,
                       NULL);
  proviso_project_set (fixture->project, find (fixture, "Alpha"), "status", PROVISO_CLAIM_STATUS_DISPUTED,
                       NULL);
  proviso_project_set (fixture->project, find (fixture, "Epsilon"), "status", PROVISO_CLAIM_STATUS_CONFIRMED,
                       NULL);
  proviso_record_listing_freshen (fixture->listing);

  g_assert_false (proviso_record_listing_set_order (fixture->listing, "place"));
  g_assert_false (proviso_record_listing_set_order (fixture->listing, "colour"));
  g_assert_true (proviso_record_listing_set_order (fixture->listing, "status"));
  assert_listed (fixture, "BDEAG");
  g_string_truncate (fixture->changes, 0);

  proviso_project_set (fixture->project, find (fixture, "Béta"), "status", PROVISO_CLAIM_STATUS_REFUTED,
                       NULL);
  assert_listed (fixture, "BDEAG");
  proviso_record_listing_freshen (fixture->listing);
  assert_listed (fixture, "DEAGB");

  g_assert_true (proviso_record_listing_set_order (fixture->listing, "place"));
  assert_listed (fixture, "ABGDE");
}

/* Typing moves all alike and announces nothing; cut and paste moves one. */
static void
test_draft_edits (Fixture *fixture, gconstpointer data)
{
  ProvisoText *text = proviso_project_get_text (fixture->project);
  guint start;

  assert_changes (fixture, "0-0+5");
  proviso_text_replace (text, 0, 0, "Words before everything. ");
  panel_settle ();
  assert_changes (fixture, "");

  start = proviso_claim_get_position (find (fixture, "Alpha"));
  proviso_text_replace (text, start, strlen ("Alpha sank. "), "");
  proviso_text_replace (text, proviso_text_get_length (text), 0, "Alpha sank. ");
  panel_settle ();
  assert_listed (fixture, "BGDEA");
  assert_changes (fixture, "0-1+0 4-0+1");
}

static gboolean
has_sections (gpointer listing)
{
  return proviso_record_listing_has_sections (listing);
}

static gboolean
has_three_headings (gpointer context)
{
  return g_strcmp0 (proviso_panel_context_get_section_title (context, 2), "Between") == 0;
}

static void
assert_sections (Fixture *fixture, const char *expected)
{
  GtkSectionModel *model = GTK_SECTION_MODEL (proviso_record_listing_get_model (fixture->listing));
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (model));
  g_autoptr (GString) sections = g_string_new (NULL);

  for (guint start = 0, end; start < n_items; start = end)
    {
      g_autoptr (ProvisoRecord) first = g_list_model_get_item (G_LIST_MODEL (model), start);
      guint section = proviso_panel_context_get_section (fixture->context, first);
      const char *title = proviso_panel_context_get_section_title (fixture->context, section);
      guint section_start;

      gtk_section_model_get_section (model, start, &section_start, &end);
      g_assert_cmpuint (section_start, ==, start);
      g_string_append_printf (sections, "%s%s %u", sections->len > 0 ? ", " : "",
                              title != NULL ? title : "none", end - start);
    }
  g_assert_cmpstr (sections->str, ==, expected);
}

static void
test_sections (Fixture *fixture, gconstpointer data)
{
  ProvisoText *text = proviso_project_get_text (fixture->project);

  proviso_project_add_claim (fixture->project, 0, 0);
  panel_wait (has_sections, fixture->listing);
  assert_sections (fixture, "One 3, Two 2, none 1");

  proviso_record_filter_set_search (fixture->filter, "e");
  assert_sections (fixture, "One 2, Two 2");
  proviso_record_filter_clear (fixture->filter);

  proviso_text_replace (text, proviso_claim_get_position (find (fixture, "Gamma")), 0, "\n\n# Between\n\n");
  panel_wait (has_three_headings, fixture->context);
  assert_sections (fixture, "One 2, Between 1, Two 2, none 1");

  proviso_record_listing_set_order (fixture->listing, "changed");
  g_assert_false (proviso_record_listing_has_sections (fixture->listing));
}

static void
test_caveats (void)
{
  Fixture fixture;
  GListModel *model;
  ProvisoCaveat *first;
  const guint state = 1;

  show (&fixture, panel_project_new (), &proviso_caveat_kind);
  model = proviso_record_listing_get_model (fixture.listing);

#define assert_caveats(...)                                                                                  \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    const ProvisoCaveatType types[] = { __VA_ARGS__ };                                                       \
                                                                                                             \
    g_assert_cmpuint (g_list_model_get_n_items (model), ==, G_N_ELEMENTS (types));                           \
    for (guint i = 0; i < G_N_ELEMENTS (types); i++)                                                         \
      {                                                                                                      \
        g_autoptr (ProvisoCaveat) caveat = g_list_model_get_item (model, i);                                 \
                                                                                                             \
        g_assert_cmpint (proviso_caveat_get_caveat_type (caveat), ==, types[i]);                             \
      }                                                                                                      \
  }                                                                                                          \
  G_STMT_END

  /* The open ones first, each group in the order of the text. */
  assert_caveats (PROVISO_CAVEAT_TYPE_SINGLE_SOURCE, PROVISO_CAVEAT_TYPE_IMPRECISE_FIGURE,
                  PROVISO_CAVEAT_TYPE_LEAK_AUTHENTICITY, PROVISO_CAVEAT_TYPE_VAGUE_TIME,
                  PROVISO_CAVEAT_TYPE_INFERENCE_GAP);
  proviso_record_listing_set_order (fixture.listing, "place");
  assert_caveats (PROVISO_CAVEAT_TYPE_VAGUE_TIME, PROVISO_CAVEAT_TYPE_SINGLE_SOURCE,
                  PROVISO_CAVEAT_TYPE_IMPRECISE_FIGURE, PROVISO_CAVEAT_TYPE_LEAK_AUTHENTICITY,
                  PROVISO_CAVEAT_TYPE_INFERENCE_GAP);
  proviso_record_listing_set_order (fixture.listing, "severity");
  assert_caveats (PROVISO_CAVEAT_TYPE_LEAK_AUTHENTICITY, PROVISO_CAVEAT_TYPE_SINGLE_SOURCE,
                  PROVISO_CAVEAT_TYPE_IMPRECISE_FIGURE, PROVISO_CAVEAT_TYPE_INFERENCE_GAP,
                  PROVISO_CAVEAT_TYPE_VAGUE_TIME);
  proviso_record_filter_set_options (fixture.filter, state, PROVISO_OPTION (PROVISO_STANDING_OPEN));
  assert_caveats (PROVISO_CAVEAT_TYPE_LEAK_AUTHENTICITY, PROVISO_CAVEAT_TYPE_SINGLE_SOURCE,
                  PROVISO_CAVEAT_TYPE_IMPRECISE_FIGURE);

  first = proviso_record_list_peek (proviso_project_get_caveats (fixture.project), 0);
  proviso_project_set (fixture.project, first, "state", PROVISO_CAVEAT_STATE_ACCEPTED, NULL);
  proviso_record_listing_freshen (fixture.listing);
  assert_caveats (PROVISO_CAVEAT_TYPE_LEAK_AUTHENTICITY, PROVISO_CAVEAT_TYPE_IMPRECISE_FIGURE);

  tear_down (&fixture, NULL);
}

/* The titles of the sections and how many records are in each. */
static void
assert_groups (Fixture *fixture, const char *expected)
{
  const ProvisoOrder *order = proviso_record_listing_get_order (fixture->listing);
  GtkSectionModel *model = GTK_SECTION_MODEL (proviso_record_listing_get_model (fixture->listing));
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (model));
  g_autoptr (GString) groups = g_string_new (NULL);

  g_assert_true (proviso_record_listing_has_sections (fixture->listing));
  for (guint start = 0, end; start < n_items; start = end)
    {
      g_autoptr (ProvisoRecord) first = g_list_model_get_item (G_LIST_MODEL (model), start);
      g_autofree char *title =
          order->get_section_title (fixture->context, order->get_section (fixture->context, first));
      guint section_start;

      gtk_section_model_get_section (model, start, &section_start, &end);
      g_assert_cmpuint (section_start, ==, start);
      g_string_append_printf (groups, "%s%s %u", start > 0 ? ", " : "", title, end - start);
    }
  g_assert_cmpstr (groups->str, ==, expected);
}

static gpointer
get_caveat (Fixture *fixture, guint position)
{
  return proviso_record_list_peek (proviso_project_get_caveats (fixture->project), position);
}

/* What is done to caveats moves them from group to group, and in and out of what waits. */
static void
test_queue (void)
{
  const guint waiting = 0, state = 1, confirmation = 2, person = 4;
  Fixture fixture;
  GListModel *model;
  ProvisoCaveatTally *tally;

  show (&fixture, panel_project_new (), &proviso_caveat_kind);
  model = proviso_record_listing_get_model (fixture.listing);
  tally = proviso_panel_context_get_tally (fixture.context);

  assert_groups (&fixture, "Open 3, Addressed 1, Accepted 1");
  proviso_record_listing_set_order (fixture.listing, "severity");
  assert_groups (&fixture, "Blocker 1, Major 1, Minor 2, Note 1");
  proviso_record_listing_set_order (fixture.listing, "type");
  assert_groups (&fixture, "Single Source 1, Leak Authenticity 1, Vague Time 1, Imprecise Figure 1, Inference Gap 1");
  proviso_record_listing_set_order (fixture.listing, "person");
  assert_groups (&fixture, "Tester 5");
  proviso_record_listing_set_order (fixture.listing, "state");

  /* The writer settles, the editor confirms and reopens. */
  proviso_record_filter_set_options (fixture.filter, waiting, PROVISO_OPTION (0));
  assert_groups (&fixture, "Open 3");
  g_assert_cmpuint (proviso_panel_context_count_waiting (fixture.context), ==, 3);
  g_assert_true (proviso_project_settle_caveat (fixture.project, get_caveat (&fixture, 0),
                                                PROVISO_CAVEAT_STATE_ADDRESSED, "Another source", NULL));
  proviso_record_listing_freshen (fixture.listing);
  assert_groups (&fixture, "Open 2");
  proviso_panel_context_set_reviewing (fixture.context, TRUE);
  assert_groups (&fixture, "Addressed 2, Accepted 1");
  g_assert_cmpuint (proviso_panel_context_count_waiting (fixture.context), ==, 3);
  g_assert_true (proviso_project_confirm_caveat (fixture.project, get_caveat (&fixture, 0), NULL));
  proviso_identity_set_name ("Anna");
  g_assert_true (proviso_project_reopen_caveat (fixture.project, get_caveat (&fixture, 4), "Not yet", NULL));
  proviso_record_listing_freshen (fixture.listing);
  assert_groups (&fixture, "Addressed 1");
  g_assert_cmpuint (proviso_caveat_tally_count_to_confirm (tally), ==, 1);
  g_assert_cmpuint (proviso_caveat_tally_count (tally, PROVISO_STANDING_REOPENED), ==, 1);

  proviso_record_filter_clear (fixture.filter);
  assert_groups (&fixture, "Open 2, Reopened 1, Addressed 2");
  proviso_record_filter_set_options (fixture.filter, state,
                                     PROVISO_OPTION (PROVISO_STANDING_OPEN) |
                                         PROVISO_OPTION (PROVISO_STANDING_REOPENED));
  assert_groups (&fixture, "Open 2, Reopened 1");
  proviso_record_filter_clear (fixture.filter);
  proviso_record_filter_set_options (fixture.filter, confirmation, PROVISO_OPTION (0));
  assert_groups (&fixture, "Addressed 1");
  proviso_record_filter_clear (fixture.filter);

  /* Whoever touched it last counts, and is offered, too. */
  {
    g_autoptr (GArray) people = proviso_caveat_kind.facets[person].list_options (fixture.context);

    g_assert_cmpuint (people->len, ==, 2);
    g_assert_cmpstr (proviso_caveat_kind.facets[person].get_label (fixture.context,
                                                                   g_array_index (people, guint, 0)),
                     ==, "Anna");
    proviso_record_filter_set_options (fixture.filter, person, PROVISO_OPTION (g_array_index (people, guint, 0)));
    assert_groups (&fixture, "Reopened 1");
    proviso_record_filter_clear (fixture.filter);
  }
  proviso_project_add_caveat (fixture.project, NULL, 0, 5);
  proviso_record_listing_set_order (fixture.listing, "person");
  assert_groups (&fixture, "Anna 1, Tester 5");

  /* Undo takes all of it back, number by number. */
  while (proviso_history_get_can_undo (proviso_project_get_history (fixture.project)))
    proviso_history_undo (proviso_project_get_history (fixture.project));
  proviso_record_listing_freshen (fixture.listing);
  for (guint i = 0, n_in_all = 0; i < PROVISO_N_STANDINGS; i++)
    {
      n_in_all += proviso_caveat_tally_count (tally, i);
      if (i == PROVISO_N_STANDINGS - 1)
        g_assert_cmpuint (n_in_all, ==, g_list_model_get_n_items (model));
    }

  proviso_identity_set_name ("Tester");
  tear_down (&fixture, NULL);
}

static void
assert_sources (Fixture *fixture, const char *expected)
{
  GListModel *model = proviso_record_listing_get_model (fixture->listing);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (ProvisoSource) source = g_list_model_get_item (model, i);

      g_string_append_c (titles, *proviso_source_get_title (source) != '\0'
                                     ? *proviso_source_get_title (source)
                                     : '-');
    }
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
test_sources (void)
{
  Fixture fixture;
  ProvisoClaim *claim;

  show (&fixture, panel_project_new (), &proviso_source_kind);
  assert_sources (&fixture, "CNQ-");
  proviso_record_listing_set_order (fixture.listing, "reliability");
  assert_sources (&fixture, "NCQ-");
  proviso_record_listing_set_order (fixture.listing, "use");
  assert_sources (&fixture, "QCN-");

  /* Two more claims use the notice. */
  claim = proviso_record_list_peek (proviso_project_get_claims (fixture.project), 5);
  proviso_project_add_evidence (fixture.project, claim,
                                proviso_record_list_peek (proviso_project_get_sources (fixture.project), 0));
  proviso_project_add_evidence (fixture.project, claim,
                                proviso_record_list_peek (proviso_project_get_sources (fixture.project), 0));
  claim = proviso_record_list_peek (proviso_project_get_claims (fixture.project), 6);
  proviso_project_add_evidence (fixture.project, claim,
                                proviso_record_list_peek (proviso_project_get_sources (fixture.project), 0));
  panel_settle ();
  g_assert_cmpuint (proviso_panel_context_get_n_uses (fixture.context,
                                                      proviso_record_list_peek (proviso_project_get_sources (
                                                                                    fixture.project),
                                                                                0)),
                    ==, 3);
  assert_sources (&fixture, "NQC-");

  proviso_record_filter_set_search (fixture.filter, "zoe");
  assert_sources (&fixture, "-");

  tear_down (&fixture, NULL);
}

/* A list that nobody looks at is put in order when it is asked for. */
static void
test_unwatched (Fixture *fixture, gconstpointer data)
{
  ProvisoText *text = proviso_project_get_text (fixture->project);

  proviso_record_listing_set_watched (fixture->listing, FALSE);
  proviso_text_replace (text, proviso_claim_get_position (find (fixture, "Alpha")), strlen ("Alpha sank. "),
                        "");
  proviso_text_replace (text, proviso_text_get_length (text), 0, "Alpha sank. ");
  proviso_record_listing_freshen (fixture->listing);
  assert_listed (fixture, "BGDEA");

  /* The filter, too. */
  proviso_record_filter_set_options (fixture->filter, 1, 1u << 0);
  assert_listed (fixture, "");
  proviso_project_add_caveat (fixture->project, find (fixture, "Gamma"), 0, 0);
  panel_settle ();
  assert_listed (fixture, "");
  proviso_record_listing_freshen (fixture->listing);
  assert_listed (fixture, "G");
}

/* What is listed, against going through all records one by one. */
static void
assert_like_naive (Fixture *fixture, const char *search, guint32 statuses)
{
  g_autoptr (GHashTable) passing = g_hash_table_new (NULL, NULL);
  GListModel *model = proviso_record_listing_get_model (fixture->listing);
  ProvisoRecordList *claims = proviso_project_get_claims (fixture->project);
  const ProvisoOrder *order = proviso_record_listing_get_order (fixture->listing);
  g_auto (GStrv) terms = proviso_search_key_split (search);

  for (guint i = 0; i < proviso_record_list_get_size (claims); i++)
    {
      ProvisoClaim *claim = proviso_record_list_peek (claims, i);
      g_autofree char *key = proviso_search_key_new (proviso_claim_get_statement (claim));

      if ((statuses == 0 || (statuses & 1u << proviso_claim_get_status (claim)) != 0) &&
          proviso_search_key_has_all (key, (const char *const *) terms))
        g_hash_table_add (passing, claim);
    }
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, g_hash_table_size (passing));

  for (guint i = 0; i < g_hash_table_size (passing); i++)
    {
      g_autoptr (ProvisoClaim) claim = g_list_model_get_item (model, i);
      g_autoptr (ProvisoClaim) next = g_list_model_get_item (model, i + 1);

      g_assert_true (g_hash_table_contains (passing, claim));
      g_assert_cmpuint (proviso_panel_context_get_place (fixture->context, PROVISO_RECORD (claim)), ==,
                        proviso_claim_get_position (claim));
      if (next != NULL)
        g_assert_cmpint (proviso_order_compare (order, fixture->context, claim, next), <=, 0);
    }
}

static void
test_large (void)
{
  static const char *const searches[] = {
    "", "c", "caf", "cafe 3", "café district 1", "9999", "nowhere", ""
  };
  static const char *const orders[] = { "status", "place" };
  Fixture fixture;

  show (&fixture, panel_project_new_large (10000), &proviso_claim_kind);
  while (proviso_record_listing_prepare_search (fixture.listing))
    ;
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      proviso_record_listing_set_order (fixture.listing, orders[i]);
      for (guint j = 0; j < G_N_ELEMENTS (searches); j++)
        {
          guint32 statuses = j % 2 == 0 ? 0 : 1u << (i + j) % 11 | 1u << 3;

          proviso_record_filter_set_search (fixture.filter, searches[j]);
          proviso_record_filter_set_options (fixture.filter, 2, statuses);
          assert_like_naive (&fixture, searches[j], statuses);
        }
    }

  tear_down (&fixture, NULL);
}

/* Whatever is done to the project, the list is what going through all of it gives. */
static void
test_random (void)
{
  static const char *const words[] = { "alpha", "béta", "gamma", "al", "be", "a", "" };
  static const char *const orders[] = { "place", "status", "changed" };

  for (guint run = 0; run < 20; run++)
    {
      Fixture fixture;
      const char *search = "";
      guint32 statuses = 0;

      show (&fixture, panel_project_new_with_text (draft), &proviso_claim_kind);
      for (guint step = 0; step < 150; step++)
        {
          ProvisoRecordList *claims = proviso_project_get_claims (fixture.project);
          ProvisoText *text = proviso_project_get_text (fixture.project);
          guint n_claims = proviso_record_list_get_size (claims);
          guint length = proviso_text_get_length (text);
          ProvisoClaim *claim =
              n_claims > 0 ? proviso_record_list_peek (claims, g_test_rand_int_range (0, n_claims)) : NULL;
          guint start = g_test_rand_int_range (0, length + 1);
          guint end = MIN (length, start + g_test_rand_int_range (0, 20));

          switch (g_test_rand_int_range (0, 10))
            {
            case 0:
            case 1:
              proviso_project_add_claim (fixture.project, start, end);
              break;
            case 2:
              if (claim != NULL)
                proviso_project_remove (fixture.project, claim);
              break;
            case 3:
              if (claim != NULL)
                proviso_project_set (fixture.project, claim, "status", g_test_rand_int_range (0, 11), NULL);
              break;
            case 4:
              if (claim != NULL)
                proviso_project_set (fixture.project, claim, "statement",
                                     words[g_test_rand_int_range (0, G_N_ELEMENTS (words))], NULL);
              break;
            case 5:
              proviso_history_undo (proviso_project_get_history (fixture.project));
              break;
            case 6:
              proviso_text_replace (text, start, MIN (end - start, length - start),
                                    g_test_rand_bit () ? "xyz " : "");
              break;
            case 7:
              search = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
              proviso_record_filter_set_search (fixture.filter, search);
              break;
            case 8:
              statuses = g_test_rand_bit () ? 0 : g_test_rand_int_range (0, 1 << 11);
              proviso_record_filter_set_options (fixture.filter, 2, statuses);
              break;
            default:
              proviso_record_listing_set_order (fixture.listing,
                                                orders[g_test_rand_int_range (0, G_N_ELEMENTS (orders))]);
              break;
            }

          if (step % 5 == 4)
            {
              /* What waits for its time is asked for now. */
              g_signal_emit_by_name (fixture.context, "places-changed");
              proviso_record_listing_freshen (fixture.listing);
              assert_like_naive (&fixture, search, statuses);
            }
        }
      while (g_main_context_iteration (NULL, FALSE))
        ;
      proviso_record_listing_set_context (fixture.listing, NULL);
      g_assert_cmpuint (g_list_model_get_n_items (proviso_record_listing_get_model (fixture.listing)), ==, 0);
      tear_down (&fixture, NULL);
    }
}

/* Who shows the list can prepare for what takes long. */
static void
test_changing (Fixture *fixture, gconstpointer data)
{
  assert_changes (fixture, "0-0+5");
  g_signal_connect (proviso_record_listing_get_model (fixture->listing), "changing", G_CALLBACK (changing_cb),
                    fixture->changes);

  proviso_record_filter_set_search (fixture->filter, "ta");
  assert_changes (fixture, "(0-5+2 of 5) 0-5+2");
  proviso_record_filter_set_search (fixture->filter, "ta bur");
  assert_changes (fixture, "(1-1+0 of 2) 1-1+0");
  proviso_record_filter_set_search (fixture->filter, "beta");
  assert_changes (fixture, "");
  proviso_record_filter_clear (fixture->filter);
  g_string_truncate (fixture->changes, 0);
  proviso_record_listing_set_order (fixture->listing, "changed");
  g_assert_true (g_str_has_prefix (fixture->changes->str, "(0-5+5 of 5) "));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  proviso_identity_set_name ("Tester");

#define ADD(name, func) g_test_add ("/record-listing/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("place", test_place);
  ADD ("insert-remove", test_insert_remove);
  ADD ("search", test_search);
  ADD ("changing", test_changing);
  ADD ("record-changes", test_record_changes);
  ADD ("options", test_options);
  ADD ("derived", test_derived);
  ADD ("orders", test_orders);
  ADD ("draft-edits", test_draft_edits);
  ADD ("sections", test_sections);
  ADD ("unwatched", test_unwatched);
  g_test_add_func ("/record-listing/caveats", test_caveats);
  g_test_add_func ("/record-listing/queue", test_queue);
  g_test_add_func ("/record-listing/sources", test_sources);
  g_test_add_func ("/record-listing/large", test_large);
  g_test_add_func ("/record-listing/random", test_random);

  return g_test_run ();
}
