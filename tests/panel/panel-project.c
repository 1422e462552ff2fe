/* panel-project.c: projects to show in the panel's tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel-project.h"

#include "core/proviso-plain-text.h"

#include <string.h>

static const char draft[] =
    "# Harbour lights\n"
    "\n"
    "The port authority closed two of its five berths in May. The mayor called the closure temporary. "
    "Reportedly the dredging contract was never signed.\n"
    "\n"
    "## What it costs\n"
    "\n"
    "The closure costs about 1.2 million a month, according to a trade newsletter. "
    "An internal memo puts it at nearly twice that. No independent estimate exists. "
    "Traffic fell by a third against last year. It is likely to stay low until autumn.\n";

ProvisoProject *
panel_project_new_with_text (const char *text)
{
  ProvisoProject *project = proviso_project_new ();
  g_autoptr (ProvisoPlainText) plain = proviso_plain_text_new ("");

  proviso_text_replace (PROVISO_TEXT (plain), 0, 0, text);
  proviso_project_set_text (project, PROVISO_TEXT (plain));

  return project;
}

ProvisoClaim *
panel_project_add_claim (ProvisoProject *project, const char *words)
{
  g_autofree char *text = proviso_text_dup (proviso_project_get_text (project));
  const char *found = strstr (text, words);
  guint start;

  g_assert_nonnull (found);
  start = g_utf8_strlen (text, found - text);

  return proviso_project_add_claim (project, start, start + g_utf8_strlen (words, -1));
}

ProvisoProject *
panel_project_new (void)
{
  ProvisoProject *project = panel_project_new_with_text (draft);
  ProvisoSource *notice = proviso_project_add_source (project, "Notice to mariners 14/2026");
  ProvisoSource *newsletter = proviso_project_add_source (project, "Quayside Weekly: “The price of silt”");
  ProvisoSource *memo = proviso_project_add_source (project, "Cost memo, harbour finance department");
  ProvisoSource *spare = proviso_project_add_source (project, "");
  ProvisoClaim *berths =
      panel_project_add_claim (project, "The port authority closed two of its five berths in May.");
  ProvisoClaim *mayor = panel_project_add_claim (project, "The mayor called the closure temporary.");
  ProvisoClaim *contract =
      panel_project_add_claim (project, "Reportedly the dredging contract was never signed.");
  ProvisoClaim *cost = panel_project_add_claim (project, "The closure costs about 1.2 million a month");
  ProvisoClaim *leak = panel_project_add_claim (project, "An internal memo puts it at nearly twice that.");
  ProvisoClaim *absence = panel_project_add_claim (project, "No independent estimate exists.");
  ProvisoClaim *traffic = panel_project_add_claim (project, "Traffic fell by a third against last year.");
  ProvisoClaim *loose = proviso_project_add_claim (project, 0, 0);
  ProvisoCaveat *caveat;
  guint start;

  proviso_project_set (project, notice, "publisher", "Port authority", "type",
                       PROVISO_SOURCE_TYPE_OFFICIAL_STATEMENT, "reliability", PROVISO_RELIABILITY_A, NULL);
  proviso_project_set (project, newsletter, "publisher", "Quayside Weekly", "type",
                       PROVISO_SOURCE_TYPE_AGGREGATOR_NEWSLETTER, "reliability", PROVISO_RELIABILITY_C, NULL);
  proviso_project_set (project, memo, "type", PROVISO_SOURCE_TYPE_LEAKED_DOCUMENT, "reliability",
                       PROVISO_RELIABILITY_B, "confidential", TRUE, NULL);
  proviso_project_set (project, spare, "note", "Ask Zoë for the survey", NULL);

  proviso_project_set (project, berths, "status", PROVISO_CLAIM_STATUS_CONFIRMED, "as-of", "2026-05-12",
                       NULL);
  proviso_project_add_evidence (project, berths, notice);
  proviso_project_add_evidence (project, berths, newsletter);
  proviso_project_mark_checked (project, berths);
  proviso_project_set (project, mayor, "status", PROVISO_CLAIM_STATUS_STATED, "kind",
                       PROVISO_CLAIM_KIND_STATEMENT, "attributed-to", "Mayor José Ibáñez", NULL);
  proviso_project_set (project, contract, "status", PROVISO_CLAIM_STATUS_UNCONFIRMED, NULL);
  proviso_project_set (project, cost, "status", PROVISO_CLAIM_STATUS_REPORTED, "kind",
                       PROVISO_CLAIM_KIND_QUANTITY, "as-of", "2026-05", "attributed-to", "Quayside Weekly",
                       NULL);
  proviso_project_add_evidence (project, cost, newsletter);
  proviso_project_mark_checked (project, cost);
  proviso_project_set (project, leak, "status", PROVISO_CLAIM_STATUS_LEAKED, "kind",
                       PROVISO_CLAIM_KIND_QUANTITY, NULL);
  proviso_project_add_evidence (project, leak, memo);
  proviso_project_set (project, absence, "kind", PROVISO_CLAIM_KIND_ABSENCE, NULL);
  proviso_project_set (project, traffic, "status", PROVISO_CLAIM_STATUS_DISPUTED, "kind",
                       PROVISO_CLAIM_KIND_COMPARISON, NULL);
  proviso_project_set (project, loose, "note", "Something about the ferry lines", NULL);

  caveat = proviso_project_add_caveat (project, cost, 0, 0);
  proviso_project_set (project, caveat, "type", PROVISO_CAVEAT_TYPE_SINGLE_SOURCE, "severity",
                       PROVISO_CAVEAT_SEVERITY_MAJOR, "text",
                       "Only the newsletter has this figure. Who else saw it?", NULL);
  caveat = proviso_project_add_caveat (project, cost, 0, 0);
  proviso_project_set (project, caveat, "type", PROVISO_CAVEAT_TYPE_IMPRECISE_FIGURE, "severity",
                       PROVISO_CAVEAT_SEVERITY_MINOR, "text", "Which currency?", NULL);
  caveat = proviso_project_add_caveat (project, leak, 0, 0);
  proviso_project_set (project, caveat, "type", PROVISO_CAVEAT_TYPE_LEAK_AUTHENTICITY, "severity",
                       PROVISO_CAVEAT_SEVERITY_BLOCKER, "text", "Has anybody seen the original memo?", NULL);
  caveat = proviso_project_add_caveat (project, berths, 0, 0);
  proviso_project_set (project, caveat, "type", PROVISO_CAVEAT_TYPE_VAGUE_TIME, "severity",
                       PROVISO_CAVEAT_SEVERITY_NOTE, "text", "Say the day.", "state",
                       PROVISO_CAVEAT_STATE_ADDRESSED, "reason", "The date is in the record", NULL);
  {
    g_autofree char *text = proviso_text_dup (proviso_project_get_text (project));
    const char *found = strstr (text, "It is likely to stay low");

    start = g_utf8_strlen (text, found - text);
  }
  caveat = proviso_project_add_caveat (project, NULL, start, start + 24);
  proviso_project_set (project, caveat, "type", PROVISO_CAVEAT_TYPE_INFERENCE_GAP, "state",
                       PROVISO_CAVEAT_STATE_ACCEPTED, "reason", "The author’s reading", NULL);

  /* A check that went stale and a passage that went away. */
  proviso_text_replace (proviso_project_get_text (project), proviso_claim_get_position (cost) + 12, 5,
                        "takes");
  start = proviso_claim_get_position (contract);
  proviso_text_replace (proviso_project_get_text (project), start,
                        strlen ("Reportedly the dredging contract was never signed."), "");
  proviso_history_clear (proviso_project_get_history (project));

  return project;
}

ProvisoProject *
panel_project_new_large (guint n_claims)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ProvisoProject) project = NULL;

  for (guint i = 0; i < n_claims; i++)
    {
      ProvisoClaim *claim = proviso_claim_new (NULL);
      g_autofree char *statement = g_strdup_printf ("The %uth café opened in district %u", i, i % 17);
      g_autoptr (ProvisoAnchor) anchor = NULL;
      guint start;

      if (i % 100 == 0)
        g_string_append_printf (text, "## Part %u\n\n", i / 100);
      start = g_utf8_strlen (text->str, text->len);
      g_string_append (text, statement);
      anchor = proviso_anchor_new (start, start + g_utf8_strlen (statement, -1));
      g_string_append (text, ".\n\n");

      proviso_claim_set_statement (claim, statement);
      proviso_claim_set_status (claim, i % (PROVISO_CLAIM_STATUS_SUPERSEDED + 1));
      proviso_claim_set_kind (claim, i % (PROVISO_CLAIM_KIND_INTERPRETATION + 1));
      proviso_record_list_append (proviso_claim_get_anchors (claim), PROVISO_RECORD (anchor));
      g_ptr_array_add (claims, claim);
    }

  project = panel_project_new_with_text (text->str);
  proviso_record_list_append_all (proviso_project_get_claims (project), claims);
  proviso_project_loaded (project);

  return g_steal_pointer (&project);
}

static void
timed_out_cb (gpointer timed_out)
{
  *(gboolean *) timed_out = TRUE;
}

void
panel_wait (gboolean (*done) (gpointer data), gpointer data)
{
  gboolean timed_out = FALSE;
  guint timeout = g_timeout_add_once (20000, timed_out_cb, &timed_out);

  while (!done (data) && !timed_out)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (timed_out);
  g_source_remove (timeout);
}

static gboolean
settled_cb (gpointer done)
{
  *(gboolean *) done = TRUE;

  return G_SOURCE_REMOVE;
}

void
panel_drain (void)
{
  gboolean done = FALSE;

  g_idle_add_full (G_MAXINT, settled_cb, &done, NULL);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

void
panel_settle (void)
{
  gboolean done = FALSE;

  /* The last of all that is due, however slow the machine is. */
  g_timeout_add_full (G_MAXINT, 300, settled_cb, &done, NULL);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

GtkWidget *
panel_find (GtkWidget *parent,
            GType type,
            gboolean (*match) (GtkWidget *widget, gpointer data),
            gpointer data)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) && (match == NULL || match (child, data))
                             ? child
                             : panel_find (child, type, match, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}
