/* proviso-tour.c: shows on the example what a claim, a caveat and a check are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-tour.h"

#include "app/proviso-after-paint.h"
#include "panel/proviso-check-group.h"
#include "panel/proviso-choice-row.h"
#include "panel/proviso-record-page.h"
#include "panel/proviso-reveal.h"
#include "panel/proviso-state-group.h"

#include <glib/gi18n-lib.h>

/* Of the example. */
#define REPORTED_CLAIM "08644765-fd5f-5eac-9b35-29c86456a84c"
#define OPEN_CAVEAT "88eb27a2-5ba2-58eb-ae54-96cebf5db19f"
#define CHECKED_CLAIM "a9c362f1-9158-5ec3-9f87-be03f2e46e30"

typedef struct
{
  const char *title;
  const char *text;
  const char *record;
  GType (*get_part_type) (void); /* the first such widget of the record's page; %NULL: its passage in the draft */
} Step;

static const Step steps[] = {
  { N_("Claims Are Tied to Words"),
    N_("Each underlined passage belongs to a claim; the line tells how well it stands. Write around it or move it, and "
       "it stays tied. To make a claim, select words and press Ctrl+Shift+C."),
    REPORTED_CLAIM, NULL },
  { N_("A Claim Says How Well It Stands"),
    N_("These words were reported, not confirmed. Below stand the time they hold for, and the sources that support or "
       "contradict them. Ctrl+Return leads here from the words."),
    REPORTED_CLAIM, proviso_choice_row_get_type },
  { N_("A Doubt Is a Caveat"),
    N_("Flag one with Ctrl+Shift+F, go through the open ones with F8. It is settled by a change, by accepting it "
       "knowingly, or by dismissing it with a reason."),
    OPEN_CAVEAT, proviso_state_group_get_type },
  { N_("A Check Notices Changes"),
    N_("Mark a claim as checked once its words match its sources. Any later change to them shows the check as stale. "
       "Try it: this is a copy of the example."),
    CHECKED_CLAIM, proviso_check_group_get_type },
};

struct _ProvisoTour
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *title;
  GtkLabel *count;
  GtkLabel *text;
  GtkButton *skip_button;
  GtkWidget *back_button;
  GtkButton *next_button;

  ProvisoWorkspace *workspace; /* %NULL: not under way */
  GtkWidget *target;           /* what is marked; weak */
  guint step;
};

G_DEFINE_FINAL_TYPE (ProvisoTour, proviso_tour, ADW_TYPE_BIN)

/* Returns: (transfer none) (nullable): %NULL: the person has deleted it */
static ProvisoRecord *
find_record (ProvisoProject *project, const char *id)
{
  ProvisoClaim *claim = proviso_project_find_claim (project, id);
  ProvisoCaveat *caveat = proviso_project_find_caveat (project, id);

  return claim != NULL ? PROVISO_RECORD (claim) : caveat != NULL ? PROVISO_RECORD (caveat) : NULL;
}

static void
set_target (ProvisoTour *self, GtkWidget *target)
{
  if (self->target != NULL)
    gtk_widget_remove_css_class (self->target, "tour-target");
  g_set_weak_pointer (&self->target, target);
  if (target != NULL)
    gtk_widget_add_css_class (target, "tour-target");
}

/* The open page of the record. Returns: (nullable) */
static GtkWidget *
find_page (GtkWidget *widget, ProvisoRecord *record)
{
  if (PROVISO_IS_RECORD_PAGE (widget) && proviso_record_page_get_record (PROVISO_RECORD_PAGE (widget)) == record)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *page = find_page (child, record);

      if (page != NULL)
        return page;
    }
  return NULL;
}

/* Returns: (nullable) */
static GtkWidget *
find_part (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *part = find_part (child, type);

      if (part != NULL)
        return part;
    }
  return NULL;
}

static void
show_passage (ProvisoTour *self, ProvisoRecord *record)
{
  ProvisoRecordList *anchors = proviso_claim_peek_anchors (PROVISO_CLAIM (record));

  if (proviso_record_list_get_size (anchors) > 0)
    proviso_selection_show_in_text (proviso_workspace_get_selection (self->workspace),
                                    proviso_record_list_peek (anchors, 0));
}

static void
show_part (ProvisoTour *self, ProvisoRecord *record, GType type)
{
  GtkWidget *page;

  proviso_selection_show_in_panel (proviso_workspace_get_selection (self->workspace), record, TRUE);
  page = find_page (GTK_WIDGET (self->workspace), record);
  if (page == NULL)
    return;
  set_target (self, find_part (page, type));
  if (self->target != NULL)
    proviso_reveal (self->target, NULL);
}

/* What was deleted since is not pointed at; the words hold all the same. */
static void
point (ProvisoTour *self)
{
  const Step *step = &steps[self->step];
  ProvisoRecord *record = find_record (proviso_workspace_get_project (self->workspace), step->record);

  set_target (self, NULL);
  if (record != NULL && step->get_part_type == NULL)
    show_passage (self, record);
  else if (record != NULL)
    show_part (self, record, step->get_part_type ());
  gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}

static void
show_step (ProvisoTour *self)
{
  const Step *step = &steps[self->step];
  gboolean last = self->step + 1 == G_N_ELEMENTS (steps);
  /* Translators: which step of the tour this is, and of how many. */
  g_autofree char *count = g_strdup_printf (_("%u of %u"), self->step + 1, (guint) G_N_ELEMENTS (steps));
  g_autofree char *message = g_strdup_printf ("%s. %s. %s", count, _(step->title), _(step->text));

  gtk_label_set_label (self->title, _(step->title));
  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->text, _(step->text));
  gtk_widget_set_sensitive (self->back_button, self->step > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->skip_button), !last);
  gtk_button_set_label (self->next_button, last ? _("_Done") : _("_Next"));

  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  point (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* The card takes room from the draft: what was in sight may be no more. */
static void
card_painted_cb (GtkWidget *widget)
{
  ProvisoTour *self = PROVISO_TOUR (widget);

  if (self->workspace != NULL && self->step == 0)
    point (self);
}

static void
child_revealed_cb (ProvisoTour *self)
{
  if (gtk_revealer_get_child_revealed (self->revealer))
    proviso_after_paint (GTK_WIDGET (self), card_painted_cb);
  else if (self->workspace == NULL)
    /* Or a screen reader would come to an empty group. */
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
painted_cb (GtkWidget *widget)
{
  ProvisoTour *self = PROVISO_TOUR (widget);

  if (self->workspace == NULL)
    return;
  if (proviso_workspace_get_panel (self->workspace) != NULL)
    show_step (self);
  else
    proviso_after_paint (widget, painted_cb);
}

static void
skip_cb (ProvisoTour *self)
{
  proviso_tour_stop (self);
}

static void
back_cb (ProvisoTour *self)
{
  if (self->workspace == NULL || self->step == 0)
    return;
  self->step--;
  show_step (self);
}

static void
next_cb (ProvisoTour *self)
{
  if (self->workspace == NULL)
    return;
  if (self->step + 1 == G_N_ELEMENTS (steps))
    {
      proviso_tour_stop (self);
      return;
    }
  self->step++;
  show_step (self);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  proviso_tour_stop (PROVISO_TOUR (widget));
  return GDK_EVENT_STOP;
}

static void
proviso_tour_dispose (GObject *object)
{
  ProvisoTour *self = PROVISO_TOUR (object);

  g_clear_weak_pointer (&self->target);
  g_clear_object (&self->workspace);
  /* The bin must not keep a child that the template takes away. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_TOUR);

  G_OBJECT_CLASS (proviso_tour_parent_class)->dispose (object);
}

static void
proviso_tour_class_init (ProvisoTourClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = proviso_tour_dispose;

  gtk_widget_class_set_css_name (widget_class, "tour");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/proviso_editor/Proviso/app/proviso-tour.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoTour, revealer);
  gtk_widget_class_bind_template_child (widget_class, ProvisoTour, title);
  gtk_widget_class_bind_template_child (widget_class, ProvisoTour, count);
  gtk_widget_class_bind_template_child (widget_class, ProvisoTour, text);
  gtk_widget_class_bind_template_child (widget_class, ProvisoTour, skip_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoTour, back_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoTour, next_button);
  gtk_widget_class_bind_template_callback (widget_class, child_revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
proviso_tour_init (ProvisoTour *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
proviso_tour_fits (ProvisoProject *project)
{
  g_return_val_if_fail (PROVISO_IS_PROJECT (project), FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (find_record (project, steps[i].record) == NULL)
      return FALSE;
  return TRUE;
}

GtkWidget *
proviso_tour_new (void)
{
  return g_object_new (PROVISO_TYPE_TOUR, NULL);
}

void
proviso_tour_start (ProvisoTour *self, ProvisoWorkspace *workspace)
{
  g_return_if_fail (PROVISO_IS_TOUR (self));
  g_return_if_fail (PROVISO_IS_WORKSPACE (workspace));

  g_set_object (&self->workspace, workspace);
  self->step = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  proviso_after_paint (GTK_WIDGET (self), painted_cb);
}

void
proviso_tour_stop (ProvisoTour *self)
{
  g_autoptr (ProvisoWorkspace) workspace = NULL;
  gboolean has_focus;

  g_return_if_fail (PROVISO_IS_TOUR (self));

  workspace = g_steal_pointer (&self->workspace);
  if (workspace == NULL)
    return;
  has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  set_target (self, NULL);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  if (has_focus)
    proviso_workspace_go_to_draft (workspace);
}

GtkWidget *
proviso_tour_get_target (ProvisoTour *self)
{
  g_return_val_if_fail (PROVISO_IS_TOUR (self), NULL);
  return self->target;
}
