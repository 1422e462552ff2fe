/* proviso-suggestion-row.c: what a caveat suggests to write instead.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-suggestion-row.h"
#include "panel/proviso-text-row.h"

#include <glib/gi18n-lib.h>

struct _ProvisoSuggestionRow
{
  AdwExpanderRow parent_instance;

  GtkWidget *text;

  ProvisoProject *project;
  ProvisoCaveat *caveat;
};

G_DEFINE_FINAL_TYPE (ProvisoSuggestionRow, proviso_suggestion_row, ADW_TYPE_EXPANDER_ROW)

static void
update (ProvisoSuggestionRow *self)
{
  const char *suggestion = proviso_caveat_get_suggestion (self->caveat);
  AdwExpanderRow *row = ADW_EXPANDER_ROW (self);

  if (suggestion != NULL && *suggestion == '\0')
    adw_expander_row_set_subtitle (row, _ ("To delete the passage"));
  else
    adw_expander_row_set_subtitle (row, suggestion != NULL ? "" : _ ("None"));
  adw_expander_row_set_enable_expansion (row, suggestion != NULL);
  if (suggestion != NULL)
    adw_expander_row_set_expanded (row, TRUE);
}

/* One starts from the words as they are. Returns: (transfer full) */
static char *
dup_present_words (ProvisoSuggestionRow *self)
{
  ProvisoRecordList *anchors = proviso_caveat_peek_anchors (self->caveat);
  const char *claim_id = proviso_caveat_get_claim (self->caveat);
  ProvisoClaim *claim = claim_id != NULL ? proviso_project_find_claim (self->project, claim_id) : NULL;

  if (proviso_record_list_get_size (anchors) == 0 && claim != NULL)
    anchors = proviso_claim_peek_anchors (claim);
  if (proviso_record_list_get_size (anchors) == 0)
    return g_strdup ("");

  return proviso_project_get_passage (self->project, proviso_record_list_peek (anchors, 0));
}

static void
enable_cb (ProvisoSuggestionRow *self)
{
  gboolean enabled = adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (self));
  const char *suggestion = proviso_caveat_get_suggestion (self->caveat);
  g_autofree char *words = NULL;

  if (enabled == (suggestion != NULL))
    return;

  /* A step of undo by itself, apart from the words typed before and after. */
  words = enabled ? dup_present_words (self) : NULL;
  proviso_history_seal (proviso_project_get_history (self->project));
  proviso_project_set (self->project, self->caveat, "suggestion", words, NULL);
  proviso_history_seal (proviso_project_get_history (self->project));
}

static void
proviso_suggestion_row_dispose (GObject *object)
{
  ProvisoSuggestionRow *self = PROVISO_SUGGESTION_ROW (object);

  g_clear_object (&self->caveat);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (proviso_suggestion_row_parent_class)->dispose (object);
}

static void
proviso_suggestion_row_class_init (ProvisoSuggestionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_suggestion_row_dispose;
}

static void
proviso_suggestion_row_init (ProvisoSuggestionRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Suggestion"));
  adw_expander_row_set_show_enable_switch (ADW_EXPANDER_ROW (self), TRUE);
  self->text = proviso_text_row_new (_ ("Text Instead of the Passage"));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->text);
}

void
proviso_suggestion_row_bind (ProvisoSuggestionRow *self, ProvisoProject *project, ProvisoCaveat *caveat)
{
  g_return_if_fail (PROVISO_IS_SUGGESTION_ROW (self));
  g_return_if_fail (self->caveat == NULL);

  self->project = g_object_ref (project);
  self->caveat = g_object_ref (caveat);
  proviso_text_row_bind (PROVISO_TEXT_ROW (self->text), project, caveat, "suggestion");
  g_signal_connect_object (caveat, "notify::suggestion", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  g_signal_connect (self, "notify::enable-expansion", G_CALLBACK (enable_cb), NULL);
}
