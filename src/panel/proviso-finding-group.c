/* proviso-finding-group.c: what blocks, or what warns, before publishing, as rows: the gravest first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-finding-group.h"
#include "panel/proviso-finding-row.h"

#include <glib/gi18n-lib.h>

/* So many rows are listed at first, and so many more each time that more are asked for. */
#define FEW 15
#define MORE 100
/* Putting findings into the order of the draft asks each for its place. Of more than so many, the gravest are listed:
 * nobody goes through the others before these are done. */
#define MOST 300
/* Rows take their time to make: so many come with each frame until all are there. */
#define ROWS_A_FRAME 5

struct _ProvisoFindingGroup
{
  AdwPreferencesGroup parent_instance;

  GtkListBox *list;
  GtkLabel *count;
  GtkWidget *more_row;

  ProvisoReadiness *readiness;
  gboolean blocks;
  guint size; /* how many are listed at most */
  GPtrArray *items; /* what is listed; ProvisoFinding */
  gboolean changed; /* the items are not what is to be listed any more */
  guint update_id;
};

enum
{
  OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoFindingGroup, proviso_finding_group, ADW_TYPE_PREFERENCES_GROUP)

/* --- Which findings are listed. --- */

/* How many findings are the group's; they stand from `first` on in the readiness. */
static guint
get_n_findings (ProvisoFindingGroup *self, guint *first)
{
  guint n_blocking = proviso_readiness_get_n_blocking (self->readiness);

  *first = self->blocks ? 0 : n_blocking;

  return self->blocks ? n_blocking : proviso_readiness_get_n_warnings (self->readiness);
}

/* Returns: (transfer full) (element-type ProvisoFinding): those to list, in their order. */
static GPtrArray *
collect (ProvisoFindingGroup *self)
{
  guint first, n_findings = MIN (get_n_findings (self, &first), MAX (MOST, self->size));
  GPtrArray *items = proviso_readiness_list (self->readiness, first, n_findings);

  if (items->len > self->size)
    g_ptr_array_set_size (items, (int) self->size);

  return items;
}

/* --- The rows. --- */

static ProvisoFindingRow *
get_row (ProvisoFindingGroup *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) index);

  return PROVISO_IS_FINDING_ROW (row) ? PROVISO_FINDING_ROW (row) : NULL;
}

/* Without the one that leads to more. */
static guint
count_rows (ProvisoFindingGroup *self)
{
  guint n_rows = 0;

  while (get_row (self, n_rows) != NULL)
    n_rows++;

  return n_rows;
}

/* Leaves the rows whose findings stay where they are: one of them may have the focus. */
static void
remove_rows (ProvisoFindingGroup *self, GPtrArray *items)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (NULL, NULL);
  ProvisoFindingRow *row;

  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (listed, g_ptr_array_index (items, i));
  for (guint i = 0; (row = get_row (self, i)) != NULL;)
    if (g_hash_table_contains (listed, proviso_finding_row_get_finding (row)))
      i++;
    else
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* Returns: whether all are there now. */
static gboolean
insert_rows (ProvisoFindingGroup *self, GPtrArray *items)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
  ProvisoFindingRow *row;
  guint n_made = 0;

  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    g_hash_table_insert (rows, proviso_finding_row_get_finding (row), row);
  for (guint i = 0; i < items->len; i++)
    {
      ProvisoFinding *finding = g_ptr_array_index (items, i);
      g_autoptr (GtkWidget) moved = NULL;

      row = get_row (self, i);
      if (row != NULL && proviso_finding_row_get_finding (row) == finding)
        continue;
      if ((row = g_hash_table_lookup (rows, finding)) != NULL)
        {
          moved = g_object_ref (GTK_WIDGET (row));
          gtk_list_box_remove (self->list, moved);
          gtk_list_box_insert (self->list, moved, (int) i);
        }
      else if (n_made++ < ROWS_A_FRAME)
        gtk_list_box_insert (self->list, proviso_finding_row_new (finding), (int) i);
      else
        return FALSE;
    }

  return TRUE;
}

static void queue_tick (ProvisoFindingGroup *self);

/* Makes some of the rows that are still to come. */
static void
make_rows (ProvisoFindingGroup *self)
{
  if (!insert_rows (self, self->items))
    queue_tick (self);
}

static void
update (ProvisoFindingGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *focus_row = focus != NULL ? gtk_widget_get_ancestor (focus, PROVISO_TYPE_FINDING_ROW) : NULL;
  int focus_index = focus_row != NULL && gtk_widget_is_ancestor (focus_row, GTK_WIDGET (self->list))
                        ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus_row))
                        : -1;
  guint first, n_findings = get_n_findings (self, &first);
  g_autofree char *count = g_strdup_printf ("%'u", n_findings);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = collect (self);
  self->changed = FALSE;
  remove_rows (self, self->items);
  make_rows (self);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (self->more_row, n_findings > self->items->len);
  gtk_widget_set_visible (GTK_WIDGET (self), n_findings > 0);

  /* What had the focus is done: it goes to what comes next. */
  if (focus_index >= 0 && self->items->len > 0 && gtk_root_get_focus (root) != focus)
    gtk_widget_grab_focus (GTK_WIDGET (get_row (self, MIN ((guint) focus_index, count_rows (self) - 1))));
}

static gboolean
update_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  ProvisoFindingGroup *self = PROVISO_FINDING_GROUP (widget);

  self->update_id = 0;
  if (self->changed || self->items == NULL)
    update (self);
  else
    make_rows (self);

  return G_SOURCE_REMOVE;
}

static void
queue_tick (ProvisoFindingGroup *self)
{
  if (self->update_id == 0)
    self->update_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_cb, NULL, NULL);
}

/* A hidden group has no frames; its page has. */
static void
queue_update (ProvisoFindingGroup *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  guint first;

  self->changed = TRUE;
  if (parent == NULL || !gtk_widget_get_mapped (parent))
    return;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) && get_n_findings (self, &first) > 0)
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  queue_tick (self);
}

static void
row_activated_cb (ProvisoFindingGroup *self, GtkListBoxRow *row)
{
  if (PROVISO_IS_FINDING_ROW (row))
    {
      g_signal_emit (self, signals[OPEN], 0, proviso_finding_row_get_finding (PROVISO_FINDING_ROW (row)));
      return;
    }

  self->size += MORE;
  update (self);
}

/* --- The object. --- */

static void
proviso_finding_group_map (GtkWidget *widget)
{
  ProvisoFindingGroup *self = PROVISO_FINDING_GROUP (widget);

  /* It was not followed while nobody looked. */
  if (self->changed || self->items == NULL)
    update (self);

  GTK_WIDGET_CLASS (proviso_finding_group_parent_class)->map (widget);
}

static void
proviso_finding_group_dispose (GObject *object)
{
  ProvisoFindingGroup *self = PROVISO_FINDING_GROUP (object);

  if (self->update_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->update_id);
  self->update_id = 0;
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->readiness);

  G_OBJECT_CLASS (proviso_finding_group_parent_class)->dispose (object);
}

static void
proviso_finding_group_class_init (ProvisoFindingGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_finding_group_dispose;
  GTK_WIDGET_CLASS (klass)->map = proviso_finding_group_map;

  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, PROVISO_TYPE_FINDING);
}

static void
proviso_finding_group_init (ProvisoFindingGroup *self)
{
  self->size = FEW;
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->count));

  self->more_row =
      g_object_new (ADW_TYPE_BUTTON_ROW, "title", _ ("Show _More"), "use-underline", TRUE, "visible", FALSE, NULL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_list_box_append (self->list, self->more_row);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
}

void
proviso_finding_group_bind (ProvisoFindingGroup *self, ProvisoReadiness *readiness, gboolean blocks)
{
  const char *title = blocks ? C_ ("findings", "To Do") : C_ ("findings", "To Look At");
  guint first;

  g_return_if_fail (PROVISO_IS_FINDING_GROUP (self));
  g_return_if_fail (PROVISO_IS_READINESS (readiness));
  g_return_if_fail (self->readiness == NULL);

  self->readiness = g_object_ref (readiness);
  self->blocks = blocks;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (readiness, "items-changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (readiness, "notify", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self), get_n_findings (self, &first) > 0);
}

void
proviso_finding_group_places_changed (ProvisoFindingGroup *self)
{
  g_return_if_fail (PROVISO_IS_FINDING_GROUP (self));

  queue_update (self);
}
