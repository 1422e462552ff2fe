/* proviso-change-row.c: one thing that somebody changed, in a list of such.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-change-row.h"
#include "panel/proviso-change-text.h"
#include "panel/proviso-difference-view.h"
#include "panel/proviso-event-text.h"

struct _ProvisoChangeRow
{
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *words;
  ProvisoDifferenceView *difference;
  GtkLabel *details;
  GtkLabel *author;

  ProvisoChange *change; /* nullable */
};

G_DEFINE_FINAL_TYPE (ProvisoChangeRow, proviso_change_row, ADW_TYPE_BIN)

static const char *
get_icon_name (ProvisoChangeKind kind)
{
  switch (kind)
    {
    case PROVISO_CHANGE_TEXT_ADDED:
    case PROVISO_CHANGE_CLAIM_ADDED:
    case PROVISO_CHANGE_CAVEAT_ADDED:
    case PROVISO_CHANGE_COMMENT_ADDED:
    case PROVISO_CHANGE_SOURCE_ADDED:
      return "list-add-symbolic";
    case PROVISO_CHANGE_TEXT_REMOVED:
    case PROVISO_CHANGE_CLAIM_REMOVED:
    case PROVISO_CHANGE_CAVEAT_REMOVED:
    case PROVISO_CHANGE_COMMENT_REMOVED:
    case PROVISO_CHANGE_SOURCE_REMOVED:
      return "list-remove-symbolic";
    case PROVISO_CHANGE_TEXT_MOVED:
      return "go-jump-symbolic";
    case PROVISO_CHANGE_CAVEAT_STATE:
      return "object-select-symbolic";
    case PROVISO_CHANGE_TEXT_CHANGED:
    case PROVISO_CHANGE_CLAIM_CHANGED:
    case PROVISO_CHANGE_CAVEAT_CHANGED:
    case PROVISO_CHANGE_COMMENT_EDITED:
    case PROVISO_CHANGE_SOURCE_CHANGED:
    default:
      return "document-edit-symbolic";
    }
}

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* Where words were added, removed or changed they are marked as such; else they are only named. */
static gboolean
has_difference (ProvisoChange *change)
{
  const char *old_words = proviso_change_get_old_words (change);
  const char *new_words = proviso_change_get_new_words (change);

  return !g_str_equal (old_words, new_words) &&
         (proviso_change_is_text (change) || (*old_words != '\0' && *new_words != '\0'));
}

static void
proviso_change_row_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_object (&PROVISO_CHANGE_ROW (object)->change);
  gtk_widget_dispose_template (GTK_WIDGET (object), PROVISO_TYPE_CHANGE_ROW);

  G_OBJECT_CLASS (proviso_change_row_parent_class)->dispose (object);
}

static void
proviso_change_row_class_init (ProvisoChangeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = proviso_change_row_dispose;

  g_type_ensure (PROVISO_TYPE_DIFFERENCE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/proviso_editor/Proviso/panel/"
                                                             "proviso-change-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoChangeRow, icon);
  gtk_widget_class_bind_template_child (widget_class, ProvisoChangeRow, title);
  gtk_widget_class_bind_template_child (widget_class, ProvisoChangeRow, words);
  gtk_widget_class_bind_template_child (widget_class, ProvisoChangeRow, difference);
  gtk_widget_class_bind_template_child (widget_class, ProvisoChangeRow, details);
  gtk_widget_class_bind_template_child (widget_class, ProvisoChangeRow, author);
}

static void
proviso_change_row_init (ProvisoChangeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
proviso_change_row_new (void)
{
  return g_object_new (PROVISO_TYPE_CHANGE_ROW, NULL);
}

ProvisoChange *
proviso_change_row_get_change (ProvisoChangeRow *self)
{
  g_return_val_if_fail (PROVISO_IS_CHANGE_ROW (self), NULL);

  return self->change;
}

void
proviso_change_row_bind (ProvisoChangeRow *self, ProvisoProject *project, ProvisoChange *change)
{
  g_autofree char *words = NULL;
  g_autofree char *details = NULL;
  g_autofree char *author = NULL;
  gboolean differs;

  g_return_if_fail (PROVISO_IS_CHANGE_ROW (self));
  g_return_if_fail (PROVISO_IS_PROJECT (project));
  g_return_if_fail (PROVISO_IS_CHANGE (change));

  g_set_object (&self->change, change);
  differs = has_difference (change);
  if (!differs)
    words = proviso_change_text_create_words (project, change);
  details = proviso_change_text_create_details (project, change);
  if (proviso_change_get_by (change) != NULL || proviso_change_get_at (change) != NULL)
    author = proviso_event_text_sign (proviso_change_get_by (change), proviso_change_get_at (change));

  gtk_image_set_from_icon_name (self->icon, get_icon_name (proviso_change_get_kind (change)));
  set_label (self->title, proviso_change_get_title (change));
  set_label (self->words, words);
  proviso_difference_view_set_texts (self->difference, differs ? proviso_change_get_old_words (change) : "",
                                     differs ? proviso_change_get_new_words (change) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->difference), differs);
  set_label (self->details, details);
  set_label (self->author, author);
}

char *
proviso_change_row_describe (ProvisoChangeRow *self)
{
  GString *description;
  const char *parts[5];

  g_return_val_if_fail (PROVISO_IS_CHANGE_ROW (self), NULL);

  parts[0] = gtk_label_get_label (self->title);
  parts[1] = gtk_label_get_label (self->words);
  parts[2] = proviso_difference_view_get_description (self->difference);
  parts[3] = gtk_label_get_label (self->details);
  parts[4] = gtk_label_get_label (self->author);
  description = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      {
        if (description->len > 0)
          g_string_append (description, g_str_has_suffix (description->str, ".") ? " " : ". ");
        g_string_append (description, parts[i]);
      }

  return g_string_free_and_steal (description);
}
