/* bench-project.c: a big project to measure with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-project.h"

#include "core/proviso-enum-types.h"
#include "core/proviso-plain-text.h"
#include "core/proviso-vocabulary.h"

#define SENTENCES_A_PARAGRAPH 4
#define PARAGRAPHS_A_SECTION 40
#define CLAIMS_A_SOURCE 50

static const char *words[] = { "the",      "laboratory", "reportedly", "withdrew", "from",     "a",        "deal",
                               "valued",   "at",         "about",      "one",      "billion",  "dollars",  "in",
                               "March",    "while",      "its",        "partner",  "confirmed", "nothing", "of",
                               "that",     "naïve",      "café",       "figures",  "and",      "analysts", "doubted",
                               "whether",  "users",      "would",      "notice" };

static char *
make_sentence (GRand *rand)
{
  GString *sentence = g_string_new ("The");

  while (sentence->len < 92)
    g_string_append_printf (sentence, " %s", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  g_string_append_c (sentence, '.');

  return g_string_free_and_steal (sentence);
}

static void
add_claim (ProvisoProject *project, GRand *rand, guint start, const char *sentence, guint n_sources)
{
  g_autoptr (ProvisoClaim) claim = proviso_claim_new (NULL);
  g_autoptr (ProvisoAnchor) anchor = proviso_anchor_new (start, start + (guint) g_utf8_strlen (sentence, -1));
  g_autofree char *source = g_strdup_printf ("source-%d", g_rand_int_range (rand, 0, n_sources));
  g_autoptr (ProvisoEvidence) link = proviso_evidence_new (source);
  g_autoptr (ProvisoEvent) created = proviso_event_new ("2026-03-28T09:30:00Z", "Ana", "created", NULL, NULL);
  g_autoptr (ProvisoEvent) settled =
      proviso_event_new ("2026-03-29T09:30:00Z", "Ben", "status", "unchecked", "reported");

  proviso_claim_set_statement (claim, sentence);
  proviso_claim_set_kind (claim, g_rand_int_range (rand, 0, proviso_vocabulary_get_n_values (PROVISO_TYPE_CLAIM_KIND)));
  proviso_claim_set_status (claim, g_rand_int_range (rand, 0, PROVISO_CLAIM_STATUS_UNVERIFIABLE));
  proviso_claim_set_as_of (claim, "2026-03-28");
  proviso_claim_set_attributed_to (claim, "industry newsletters");
  proviso_claim_set_note (claim, "Ask the partner’s press office again before the piece runs.");
  proviso_anchor_set_quote (anchor, sentence, "", "");
  proviso_evidence_set_credibility (link, PROVISO_CREDIBILITY_3);
  proviso_evidence_set_excerpt (link, sentence);
  proviso_evidence_set_locator (link, "para 4");
  proviso_record_list_append (proviso_claim_get_anchors (claim), PROVISO_RECORD (anchor));
  proviso_record_list_append (proviso_claim_get_evidence (claim), PROVISO_RECORD (link));
  proviso_record_list_append (proviso_claim_get_events (claim), PROVISO_RECORD (created));
  proviso_record_list_append (proviso_claim_get_events (claim), PROVISO_RECORD (settled));
  proviso_record_list_append (proviso_project_get_claims (project), PROVISO_RECORD (claim));

  if (proviso_record_list_get_size (proviso_project_get_claims (project)) % 2 == 0)
    {
      g_autoptr (ProvisoCaveat) caveat = proviso_caveat_new (NULL);

      proviso_caveat_set_caveat_type (
          caveat, g_rand_int_range (rand, 0, proviso_vocabulary_get_n_values (PROVISO_TYPE_CAVEAT_TYPE)));
      proviso_caveat_set_severity (caveat, g_rand_int_range (rand, 0, 4));
      proviso_caveat_set_state (caveat, g_rand_int_range (rand, 0, 4));
      proviso_caveat_set_text (caveat, "One newsletter only. Who else has it?");
      proviso_caveat_set_reason (caveat, "Kept knowingly.");
      proviso_caveat_set_claim (caveat, proviso_claim_get_id (claim));
      proviso_record_list_append (proviso_project_get_caveats (project), PROVISO_RECORD (caveat));
    }
}

ProvisoProject *
bench_project_new (guint n_claims)
{
  ProvisoProject *project = proviso_project_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260328);
  g_autoptr (GString) draft = g_string_new ("# Two labs, one week\n\n");
  g_autoptr (ProvisoPlainText) text = NULL;
  guint n_sources = MAX (1, n_claims / CLAIMS_A_SOURCE);
  guint offset = (guint) draft->len;

  for (guint i = 0; i < n_sources; i++)
    {
      g_autofree char *id = g_strdup_printf ("source-%u", i);
      g_autofree char *title = g_strdup_printf ("Newsletter %u", i);
      g_autoptr (ProvisoSource) source = proviso_source_new (id);

      proviso_source_set_title (source, title);
      proviso_source_set_source_type (source, PROVISO_SOURCE_TYPE_AGGREGATOR_NEWSLETTER);
      proviso_source_set_reliability (source, PROVISO_RELIABILITY_C);
      proviso_record_list_append (proviso_project_get_sources (project), PROVISO_RECORD (source));
    }

  for (guint i = 0; i < n_claims; i++)
    {
      g_autofree char *sentence = make_sentence (rand);
      g_autofree char *heading = NULL;
      const char *separator = " ";

      add_claim (project, rand, offset, sentence, n_sources);
      if ((i + 1) % (SENTENCES_A_PARAGRAPH * PARAGRAPHS_A_SECTION) == 0)
        separator = heading = g_strdup_printf ("\n\n## Section %u\n\n", i / SENTENCES_A_PARAGRAPH);
      else if ((i + 1) % SENTENCES_A_PARAGRAPH == 0)
        separator = "\n\n";
      g_string_append (draft, sentence);
      g_string_append (draft, separator);
      offset += (guint) (g_utf8_strlen (sentence, -1) + strlen (separator));
    }

  text = proviso_plain_text_new (draft->str);
  proviso_project_set_text (project, PROVISO_TEXT (text));
  proviso_project_loaded (project);

  return project;
}
