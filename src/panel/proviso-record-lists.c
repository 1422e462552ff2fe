/* proviso-record-lists.c: the lists of claims, caveats and sources behind a switcher.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-record-lists.h"

#include <glib/gi18n-lib.h>

#define N_KINDS 3

/* The width that the switcher needs, in pixels of text that is not scaled: of a column of a title, and of all
 * that is around the titles. */
#define COLUMN_WIDTH 8
#define TITLES_MARGIN 100

typedef struct
{
  const ProvisoRecordKind *kind;
  AdwBin *bin;
  ProvisoRecordListing *listing;
  ProvisoRecordBrowser *browser; /* NULL until its list is shown */
  GSignalGroup *list_signals;
} Tab;

struct _ProvisoRecordLists
{
  AdwBin parent_instance;

  ProvisoPanelContext *context;
  Tab tabs[N_KINDS];
  gboolean compact;
  guint compact_width; /* up to which it is so */
  guint prepare_id;

  AdwViewStack *stack;
  AdwBreakpoint *compact_breakpoint;
};

enum
{
  PROP_0,
  PROP_COMPACT,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_OPEN,
  SIGNAL_REMOVE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoRecordLists, proviso_record_lists, ADW_TYPE_BIN)

static Tab *
get_tab (ProvisoRecordLists *self, const ProvisoRecordKind *kind)
{
  for (guint i = 0; i < N_KINDS; i++)
    if (self->tabs[i].kind == kind)
      return &self->tabs[i];

  return NULL;
}

static Tab *
get_present_tab (ProvisoRecordLists *self)
{
  GtkWidget *child = adw_view_stack_get_visible_child (self->stack);

  for (guint i = 0; i < N_KINDS; i++)
    if (GTK_WIDGET (self->tabs[i].bin) == child)
      return &self->tabs[i];

  return &self->tabs[0];
}

static void
changed_cb (ProvisoRecordLists *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
open_cb (ProvisoRecordLists *self, ProvisoRecord *record)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, record);
}

static void
remove_cb (ProvisoRecordLists *self, ProvisoRecord *record)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0, record);
}

static void
ensure_browser (ProvisoRecordLists *self, Tab *tab)
{
  if (tab->browser != NULL)
    return;

  tab->browser = PROVISO_RECORD_BROWSER (proviso_record_browser_new (tab->kind, tab->listing));
  g_signal_connect_object (tab->browser, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tab->browser, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tab->browser, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  /* What is listed already is shown once it is known whose it is. */
  proviso_record_browser_set_context (tab->browser, self->context);
  adw_bin_set_child (tab->bin, GTK_WIDGET (tab->browser));
}

/* One list at a time. */
static gboolean
prepare_cb (gpointer user_data)
{
  ProvisoRecordLists *self = user_data;

  for (guint i = 0; i < N_KINDS; i++)
    if (proviso_record_listing_get_context (self->tabs[i].listing) != self->context)
      {
        proviso_record_listing_set_context (self->tabs[i].listing, self->context);
        return G_SOURCE_CONTINUE;
      }

  self->prepare_id = 0;
  return G_SOURCE_REMOVE;
}

static void
visible_child_cb (ProvisoRecordLists *self)
{
  if (self->context != NULL)
    ensure_browser (self, get_present_tab (self));
  changed_cb (self);
}

/* (transfer full) */
static char *
format_title (ProvisoRecordLists *self, Tab *tab)
{
  guint n_records = 0;

  if (self->context != NULL)
    n_records = proviso_record_list_get_size (
        tab->kind->get_records (proviso_panel_context_get_project (self->context)));

  /* Translators: a list's title and how long it is: “Claims 24”. */
  return n_records > 0 ? g_strdup_printf (C_("list", "%s %'u"), _ (tab->kind->title), n_records)
                       : g_strdup (_ (tab->kind->title));
}

static guint
count_columns (const char *text)
{
  guint n_columns = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n_columns += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;

  return n_columns;
}

/* How long the lists are is told where the switcher has room for all three. */
static void
update_titles (ProvisoRecordLists *self)
{
  g_autoptr (AdwBreakpointCondition) condition = NULL;
  g_autofree char *words = NULL;
  guint width = TITLES_MARGIN;

  for (guint i = 0; i < N_KINDS; i++)
    {
      Tab *tab = &self->tabs[i];
      g_autofree char *title = format_title (self, tab);

      width += count_columns (title) * COLUMN_WIDTH;
      adw_view_stack_page_set_title (adw_view_stack_get_page (self->stack, GTK_WIDGET (tab->bin)),
                                     self->compact ? _ (tab->kind->title) : title);
    }

  if (width == self->compact_width)
    return;

  self->compact_width = width;
  words = g_strdup_printf ("max-width: %usp", width);
  condition = adw_breakpoint_condition_parse (words);
  adw_breakpoint_set_condition (self->compact_breakpoint, condition);
}

static void
items_changed_cb (ProvisoRecordLists *self)
{
  update_titles (self);
  changed_cb (self);
}

/* Lifecycle */

static void
proviso_record_lists_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, PROVISO_RECORD_LISTS (object)->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_record_lists_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ProvisoRecordLists *self = PROVISO_RECORD_LISTS (object);

  switch (prop_id)
    {
    case PROP_COMPACT:
      if (self->compact == g_value_get_boolean (value))
        return;
      self->compact = !self->compact;
      update_titles (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_record_lists_dispose (GObject *object)
{
  ProvisoRecordLists *self = PROVISO_RECORD_LISTS (object);

  g_clear_handle_id (&self->prepare_id, g_source_remove);
  for (guint i = 0; i < N_KINDS; i++)
    {
      g_clear_object (&self->tabs[i].list_signals);
      g_clear_object (&self->tabs[i].listing);
    }
  g_clear_object (&self->context);
  /* The bin must not keep a child that the template takes away. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_RECORD_LISTS);

  G_OBJECT_CLASS (proviso_record_lists_parent_class)->dispose (object);
}

static void
proviso_record_lists_class_init (ProvisoRecordListsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = proviso_record_lists_get_property;
  object_class->set_property = proviso_record_lists_set_property;
  object_class->dispose = proviso_record_lists_dispose;

  /* There is no room for how long the lists are. */
  properties[PROP_COMPACT] =
      g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, PROVISO_TYPE_RECORD);
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, PROVISO_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/proviso_editor/Proviso/panel/proviso-record-lists.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordLists, stack);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordLists, compact_breakpoint);
}

static void
proviso_record_lists_init (ProvisoRecordLists *self)
{
  static const ProvisoRecordKind *const kinds[N_KINDS] = { &proviso_claim_kind, &proviso_caveat_kind,
                                                           &proviso_source_kind };

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_KINDS; i++)
    {
      Tab *tab = &self->tabs[i];

      tab->kind = kinds[i];
      tab->bin = ADW_BIN (adw_bin_new ());
      tab->listing = proviso_record_listing_new (kinds[i]);
      tab->list_signals = g_signal_group_new (PROVISO_TYPE_RECORD_LIST);
      g_signal_group_connect_swapped (tab->list_signals, "items-changed", G_CALLBACK (items_changed_cb), self);
      adw_view_stack_add_titled (self->stack, GTK_WIDGET (tab->bin), kinds[i]->id, _ (kinds[i]->title));
    }
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (visible_child_cb), self,
                           G_CONNECT_SWAPPED);
}

void
proviso_record_lists_set_context (ProvisoRecordLists *self, ProvisoPanelContext *context)
{
  g_return_if_fail (PROVISO_IS_RECORD_LISTS (self));
  g_return_if_fail (context == NULL || PROVISO_IS_PANEL_CONTEXT (context));

  g_set_object (&self->context, context);
  for (guint i = 0; i < N_KINDS; i++)
    {
      Tab *tab = &self->tabs[i];

      g_signal_group_set_target (
          tab->list_signals,
          context != NULL ? tab->kind->get_records (proviso_panel_context_get_project (context)) : NULL);
      if (tab->browser != NULL)
        proviso_record_browser_set_context (tab->browser, context);
      else
        proviso_record_listing_set_context (tab->listing, NULL);
    }
  if (context != NULL && self->prepare_id == 0)
    self->prepare_id = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
  adw_view_stack_set_visible_child (self->stack, GTK_WIDGET (self->tabs[0].bin));
  visible_child_cb (self);
  update_titles (self);
}

const ProvisoRecordKind *
proviso_record_lists_get_present (ProvisoRecordLists *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_LISTS (self), NULL);

  return get_present_tab (self)->kind;
}

void
proviso_record_lists_show (ProvisoRecordLists *self, const ProvisoRecordKind *kind)
{
  g_return_if_fail (PROVISO_IS_RECORD_LISTS (self));

  adw_view_stack_set_visible_child (self->stack, GTK_WIDGET (get_tab (self, kind)->bin));
}

ProvisoRecordBrowser *
proviso_record_lists_get (ProvisoRecordLists *self, const ProvisoRecordKind *kind)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_LISTS (self), NULL);
  g_return_val_if_fail (self->context != NULL, NULL);

  ensure_browser (self, get_tab (self, kind));

  return get_tab (self, kind)->browser;
}

ProvisoRecordBrowser *
proviso_record_lists_peek (ProvisoRecordLists *self, const ProvisoRecordKind *kind)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_LISTS (self), NULL);

  return get_tab (self, kind)->browser;
}
