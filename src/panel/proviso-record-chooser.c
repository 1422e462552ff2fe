/* proviso-record-chooser.c: a dialog that picks a record, or makes a new one by its name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-record-chooser.h"
#include "core/proviso-claim.h"
#include "core/proviso-enum-types.h"
#include "core/proviso-source.h"
#include "core/proviso-vocabulary.h"
#include "panel/proviso-line-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _ProvisoRecordChooser
{
  AdwDialog parent_instance;

  GtkEditable *search;
  GtkListView *list;
  GtkStack *stack;
  AdwStatusPage *empty_page;
  GtkButton *create_button;

  GtkFilterListModel *filtered;
  char *needle;
  char *create_label;
};

enum
{
  CHOSEN,
  CREATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoRecordChooser, proviso_record_chooser, ADW_TYPE_DIALOG)

static const char *
get_name (gpointer record)
{
  return PROVISO_IS_SOURCE (record) ? proviso_source_get_title (record)
                                    : proviso_claim_get_statement (record);
}

static char *
dup_description (gpointer record)
{
  const char *publisher, *type;
  g_autofree char *beginning = NULL;

  if (!PROVISO_IS_SOURCE (record))
    return g_strdup (
        proviso_vocabulary_get_label (PROVISO_TYPE_CLAIM_STATUS, proviso_claim_get_status (record)));

  publisher = proviso_source_get_publisher (record);
  type = proviso_vocabulary_get_label (PROVISO_TYPE_SOURCE_TYPE, proviso_source_get_source_type (record));

  if (*publisher == '\0')
    return g_strdup (type);

  beginning = proviso_line_text_begin (publisher);
  return g_strdup_printf ("%s · %s", beginning, type);
}

static gboolean
contains (const char *haystack, const char *needle)
{
  g_autofree char *normal = g_utf8_normalize (haystack, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = normal != NULL ? g_utf8_casefold (normal, -1) : NULL;

  return folded != NULL && strstr (folded, needle) != NULL;
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  ProvisoRecordChooser *self = user_data;

  return self->needle == NULL || contains (get_name (item), self->needle) ||
         (PROVISO_IS_SOURCE (item) && contains (proviso_source_get_publisher (item), self->needle));
}

static void
update (ProvisoRecordChooser *self)
{
  const char *typed = gtk_editable_get_text (self->search);
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
  adw_status_page_set_icon_name (self->empty_page,
                                 *typed != '\0' ? "edit-find-symbolic" : "view-list-symbolic");
  adw_status_page_set_title (self->empty_page,
                             *typed != '\0' ? _ ("No Results Found") : _ ("Nothing Here Yet"));
  if (self->create_label != NULL)
    adw_status_page_set_description (self->empty_page, *typed != '\0'
                                                           ? _ ("Press Enter to make a new one of this name")
                                                           : _ ("Type a name and press Enter to make a new one"));

  if (self->create_label != NULL && *typed != '\0')
    {
      /* Translators: the label of a button, “New Source”, then the name that was typed. */
      g_autofree char *label = g_strdup_printf (_ ("%s “%s”"), self->create_label, typed);

      gtk_button_set_label (self->create_button, label);
    }
  else if (self->create_label != NULL)
    {
      gtk_button_set_label (self->create_button, self->create_label);
    }
}

static void
search_changed_cb (ProvisoRecordChooser *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));
  g_autofree char *normal = g_utf8_normalize (typed, -1, G_NORMALIZE_ALL);

  g_clear_pointer (&self->needle, g_free);
  if (normal != NULL && *normal != '\0')
    self->needle = g_utf8_casefold (normal, -1);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->filtered), GTK_FILTER_CHANGE_DIFFERENT);
  update (self);
}

/* Both close first: a closing dialog gives the focus back, and whoever listens may have a better place for it. */
static void
choose (ProvisoRecordChooser *self, guint position)
{
  g_autoptr (ProvisoRecordChooser) kept = g_object_ref (self);
  g_autoptr (GObject) record = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);

  if (record == NULL)
    return;

  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[CHOSEN], 0, record);
}

static void
activate_cb (ProvisoRecordChooser *self, guint position)
{
  choose (self, position);
}

static void
create_cb (ProvisoRecordChooser *self)
{
  g_autoptr (ProvisoRecordChooser) kept = g_object_ref (self);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));

  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[CREATE], 0, name);
}

/* Return takes the first that was found, or makes a new one where nothing was. */
static void
search_activate_cb (ProvisoRecordChooser *self)
{
  /* What was typed last may not have been searched for yet. */
  search_changed_cb (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0)
    choose (self, 0);
  else if (self->create_label != NULL)
    create_cb (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *description = gtk_label_new (NULL);

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (title), 3);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (description), 0);
  gtk_label_set_ellipsize (GTK_LABEL (description), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (description, "caption");
  gtk_widget_add_css_class (description, "dimmed");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), description);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gpointer record = gtk_list_item_get_item (item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *description = gtk_widget_get_next_sibling (title);
  g_autofree char *words = dup_description (record);
  const char *name = get_name (record);

  if (*name == '\0')
    name = PROVISO_IS_SOURCE (record) ? _ ("Untitled Source") : _ ("Empty Claim");
  gtk_label_set_label (GTK_LABEL (title), name);
  gtk_label_set_label (GTK_LABEL (description), words);
  gtk_list_item_set_accessible_label (item, name);
  gtk_list_item_set_accessible_description (item, words);
}

static void
proviso_record_chooser_dispose (GObject *object)
{
  ProvisoRecordChooser *self = PROVISO_RECORD_CHOOSER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_RECORD_CHOOSER);
  g_clear_object (&self->filtered);

  G_OBJECT_CLASS (proviso_record_chooser_parent_class)->dispose (object);
}

static void
proviso_record_chooser_finalize (GObject *object)
{
  ProvisoRecordChooser *self = PROVISO_RECORD_CHOOSER (object);

  g_free (self->needle);
  g_free (self->create_label);

  G_OBJECT_CLASS (proviso_record_chooser_parent_class)->finalize (object);
}

static void
proviso_record_chooser_class_init (ProvisoRecordChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = proviso_record_chooser_dispose;
  object_class->finalize = proviso_record_chooser_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, PROVISO_TYPE_RECORD);
  signals[CREATE] = g_signal_new ("create", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/proviso_editor/Proviso/panel/"
                                                             "proviso-record-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordChooser, search);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordChooser, list);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordChooser, empty_page);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordChooser, create_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, adw_dialog_close);
}

static void
proviso_record_chooser_init (ProvisoRecordChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
proviso_record_chooser_new (const char *title, GListModel *records, const char *create_label)
{
  ProvisoRecordChooser *self;
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (records), NULL);

  self = g_object_new (PROVISO_TYPE_RECORD_CHOOSER, "title", title, NULL);
  self->create_label = g_strdup (create_label);
  gtk_widget_set_visible (GTK_WIDGET (self->create_button), create_label != NULL);
  if (create_label != NULL)
    gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->search), _ ("Search or Type a New Name"));
  self->filtered = gtk_filter_list_model_new (g_object_ref (records),
                                              GTK_FILTER (gtk_custom_filter_new (matches, self, NULL)));
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->filtered)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  update (self);

  return ADW_DIALOG (self);
}
