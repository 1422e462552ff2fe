/* proviso-hover-card.c: a small card that says what stands behind a passage.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It does not take the focus, so that typing goes on under it.
 */
#include "editor/proviso-hover-card.h"

#include <glib/gi18n-lib.h>

#include "core/proviso-enum-types.h"
#include "core/proviso-vocabulary.h"

struct _ProvisoHoverCard
{
  GtkPopover parent_instance;

  GtkImage *icon;
  GtkLabel *heading;
  GtkLabel *body;
  GtkLabel *facts;
  GtkLabel *warning;
  GtkWidget *show_button;

  ProvisoRecord *record;
  ProvisoSelection *selection;
};

G_DEFINE_FINAL_TYPE (ProvisoHoverCard, proviso_hover_card, GTK_TYPE_POPOVER)

static void
set_optional (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text && *text);
}

/* "2026-03-28" as the language writes dates; what is no whole date stays as it is. */
static char *
format_date (const char *date)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, day;

  if (sscanf (date, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return g_strdup (date);

  time = g_date_time_new_local (year, month, day, 12, 0, 0);
  /* Translators: a date as g_date_time_format() writes it: “28 March 2026” */
  return time ? g_date_time_format (time, _ ("%-e %B %Y")) : g_strdup (date);
}

static void
append_fact (GString *facts, char *fact)
{
  if (facts->len > 0)
    g_string_append (facts, " · ");
  g_string_append (facts, fact);
  g_free (fact);
}

/* "Changed since checked by Ada Reed: text, status"; %NULL where nothing has. */
static char *
dup_warning (ProvisoProject *project, ProvisoClaim *claim)
{
  static const struct
  {
    ProvisoCheckChanges change;
    const char *name;
  } parts[] = {
    /* Translators: what of a claim has changed since it was checked; one or several follow “Changed since checked
     * by Ada Reed:” */
    { PROVISO_CHECK_CHANGES_PASSAGES, NC_ ("changed since checked", "text") },
    { PROVISO_CHECK_CHANGES_STATEMENT, NC_ ("changed since checked", "statement") },
    { PROVISO_CHECK_CHANGES_STATUS, NC_ ("changed since checked", "status") },
    { PROVISO_CHECK_CHANGES_EVIDENCE, NC_ ("changed since checked", "evidence") },
  };
  ProvisoCheckChanges changes = proviso_project_get_check_changes (project, claim);
  ProvisoCheck *check = proviso_claim_get_check (claim);
  const char *by = check ? proviso_check_get_by (check) : NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *head = NULL;

  if (changes == PROVISO_CHECK_CHANGES_NONE)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (changes & parts[i].change)
      g_string_append_printf (names, "%s%s", names->len > 0 ? C_ ("changed since checked", ", ") : "",
                              g_dpgettext2 (GETTEXT_PACKAGE, "changed since checked", parts[i].name));
  head = by && *by ? g_strdup_printf (_ ("Changed since checked by %s"), by)
                   : g_strdup (_ ("Changed since checked"));
  /* Translators: that a claim has changed, and what of it: “Changed since checked by Ada Reed: text, status” */
  return g_strdup_printf (C_ ("changed since checked", "%s: %s"), head, names->str);
}

static void
fill_claim (ProvisoHoverCard *self, ProvisoProject *project, ProvisoClaim *claim)
{
  ProvisoClaimStatus status = proviso_claim_get_status (claim);
  guint n_sources = proviso_claim_get_n_sources (claim), n_caveats = proviso_claim_get_n_open_caveats (claim);
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autofree char *warning = dup_warning (project, claim);

  gtk_image_set_from_icon_name (self->icon,
                                proviso_vocabulary_get_icon_name (PROVISO_TYPE_CLAIM_STATUS, status));
  gtk_label_set_label (self->heading, proviso_vocabulary_get_label (PROVISO_TYPE_CLAIM_STATUS, status));
  set_optional (self->body, proviso_claim_get_statement (claim));

  if (proviso_claim_get_as_of (claim))
    {
      g_autofree char *date = format_date (proviso_claim_get_as_of (claim));

      append_fact (facts, g_strdup_printf (_ ("As of %s"), date));
    }
  append_fact (facts, n_sources == 0
                          ? g_strdup (_ ("No source"))
                          : g_strdup_printf (ngettext ("%u source", "%u sources", n_sources), n_sources));
  if (n_caveats > 0)
    append_fact (facts,
                 g_strdup_printf (ngettext ("%u open caveat", "%u open caveats", n_caveats), n_caveats));
  set_optional (self->facts, facts->str);
  set_optional (self->warning, warning);
}

static void
fill_caveat (ProvisoHoverCard *self, ProvisoCaveat *caveat)
{
  ProvisoCaveatSeverity severity = proviso_caveat_get_severity (caveat);
  ProvisoCaveatState state = proviso_caveat_get_state (caveat);
  g_autofree char *heading = NULL;

  /* Translators: severity and type of a caveat: “Major · Single Source” */
  heading =
      g_strdup_printf (_ ("%s · %s"), proviso_vocabulary_get_label (PROVISO_TYPE_CAVEAT_SEVERITY, severity),
                       proviso_vocabulary_get_label (PROVISO_TYPE_CAVEAT_TYPE,
                                                     proviso_caveat_get_caveat_type (caveat)));
  gtk_image_set_from_icon_name (self->icon,
                                proviso_vocabulary_get_icon_name (PROVISO_TYPE_CAVEAT_SEVERITY, severity));
  gtk_label_set_label (self->heading, heading);
  set_optional (self->body, proviso_caveat_get_text (caveat));
  set_optional (self->facts, proviso_vocabulary_get_label (PROVISO_TYPE_CAVEAT_STATE, state));
  set_optional (self->warning, NULL);
}

static void
on_show_clicked (ProvisoHoverCard *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  if (self->selection && self->record)
    proviso_selection_show_in_panel (self->selection, self->record, TRUE);
}

static void
proviso_hover_card_dispose (GObject *object)
{
  ProvisoHoverCard *self = PROVISO_HOVER_CARD (object);

  g_clear_object (&self->record);
  g_clear_object (&self->selection);
  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_HOVER_CARD);

  G_OBJECT_CLASS (proviso_hover_card_parent_class)->dispose (object);
}

static void
proviso_hover_card_class_init (ProvisoHoverCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = proviso_hover_card_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/proviso_editor/Proviso/editor/"
                                                             "proviso-hover-card.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoHoverCard, icon);
  gtk_widget_class_bind_template_child (widget_class, ProvisoHoverCard, heading);
  gtk_widget_class_bind_template_child (widget_class, ProvisoHoverCard, body);
  gtk_widget_class_bind_template_child (widget_class, ProvisoHoverCard, facts);
  gtk_widget_class_bind_template_child (widget_class, ProvisoHoverCard, warning);
  gtk_widget_class_bind_template_child (widget_class, ProvisoHoverCard, show_button);
  gtk_widget_class_bind_template_callback (widget_class, on_show_clicked);
}

static void
proviso_hover_card_init (ProvisoHoverCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

ProvisoHoverCard *
proviso_hover_card_new (void)
{
  return g_object_new (PROVISO_TYPE_HOVER_CARD, NULL);
}

void
proviso_hover_card_set_record (ProvisoHoverCard *self,
                               ProvisoProject *project,
                               ProvisoRecord *record,
                               ProvisoSelection *selection)
{
  g_autofree char *text = NULL;

  g_return_if_fail (PROVISO_IS_HOVER_CARD (self));
  g_return_if_fail (PROVISO_IS_PROJECT (project));
  g_return_if_fail (PROVISO_IS_CLAIM (record) || PROVISO_IS_CAVEAT (record));

  g_set_object (&self->record, record);
  g_set_object (&self->selection, selection);
  if (PROVISO_IS_CLAIM (record))
    fill_claim (self, project, PROVISO_CLAIM (record));
  else
    fill_caveat (self, PROVISO_CAVEAT (record));

  text = proviso_hover_card_dup_text (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

ProvisoRecord *
proviso_hover_card_get_record (ProvisoHoverCard *self)
{
  g_return_val_if_fail (PROVISO_IS_HOVER_CARD (self), NULL);

  return self->record;
}

char *
proviso_hover_card_dup_text (ProvisoHoverCard *self)
{
  GString *text = g_string_new (NULL);
  GtkLabel *labels[] = { self->heading, self->body, self->facts, self->warning };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (*gtk_label_get_label (labels[i]) != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", gtk_label_get_label (labels[i]));
  return g_string_free_and_steal (text);
}
