/* proviso-thread-group.c: what is said about a caveat, oldest first, and a reply to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-thread-group.h"
#include "core/proviso-review.h"
#include "panel/proviso-comment-row.h"
#include "panel/proviso-record-page.h"
#include "panel/proviso-reveal.h"
#include "panel/proviso-row-list.h"
#include "panel/proviso-text-row.h"
#include "panel/proviso-unsent.h"

#include <glib/gi18n-lib.h>

struct _ProvisoThreadGroup
{
  AdwPreferencesGroup parent_instance;

  ProvisoProject *project;
  ProvisoCaveat *caveat;
  ProvisoRowList *rows;
  ProvisoTextRow *reply;
  GtkWidget *send_row;
};

G_DEFINE_FINAL_TYPE (ProvisoThreadGroup, proviso_thread_group, ADW_TYPE_PREFERENCES_GROUP)

static char *
dup_reply (ProvisoThreadGroup *self)
{
  return g_strstrip (proviso_text_row_dup_text (self->reply));
}

static void
update (ProvisoThreadGroup *self)
{
  gboolean first = proviso_record_list_get_size (proviso_caveat_peek_thread (self->caveat)) == 0;
  g_autofree char *typed = dup_reply (self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reply), first ? _ ("Comment") : _ ("Reply"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->send_row),
                                 first ? _ ("_Send Comment") : _ ("_Send Reply"));
  gtk_widget_set_visible (self->send_row, *typed != '\0');
}

static void
reply_changed_cb (ProvisoThreadGroup *self)
{
  g_autofree char *typed = proviso_text_row_dup_text (self->reply);
  gboolean could_send = gtk_widget_get_visible (self->send_row);

  proviso_unsent_keep (self->caveat, "reply", typed);
  update (self);
  /* Of a long text that was pasted, its end is seen then, where the cursor is. */
  if (!could_send && gtk_widget_get_visible (self->send_row))
    proviso_reveal (self->send_row, GTK_WIDGET (self->reply));
}

static void
send_cb (ProvisoThreadGroup *self)
{
  g_autofree char *typed = dup_reply (self);

  if (proviso_project_add_comment (self->project, self->caveat, typed) == NULL)
    return;

  /* The next one, if any, is written in the same place. */
  gtk_widget_grab_focus (GTK_WIDGET (self->reply));
  proviso_text_row_set_text (self->reply, NULL);
  proviso_reveal (GTK_WIDGET (self->reply), NULL);
  proviso_record_page_announce (proviso_record_page_find (GTK_WIDGET (self)), _ ("Comment added"));
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  ProvisoThreadGroup *self = user_data;

  return proviso_comment_row_new (self->project, item);
}

static void
proviso_thread_group_dispose (GObject *object)
{
  ProvisoThreadGroup *self = PROVISO_THREAD_GROUP (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->caveat);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (proviso_thread_group_parent_class)->dispose (object);
}

static void
proviso_thread_group_class_init (ProvisoThreadGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_thread_group_dispose;
}

static void
proviso_thread_group_init (ProvisoThreadGroup *self)
{
}

void
proviso_thread_group_bind (ProvisoThreadGroup *self, ProvisoProject *project, ProvisoCaveat *caveat)
{
  ProvisoRecordList *thread;

  g_return_if_fail (PROVISO_IS_THREAD_GROUP (self));
  g_return_if_fail (self->rows == NULL);

  self->project = g_object_ref (project);
  self->caveat = g_object_ref (caveat);
  self->reply = PROVISO_TEXT_ROW (proviso_text_row_new (_ ("Reply")));
  self->send_row =
      g_object_new (ADW_TYPE_BUTTON_ROW, "use-underline", TRUE, "tooltip-text", _ ("Ctrl+Enter"), NULL);
  gtk_widget_add_css_class (self->send_row, "suggested-action");
  proviso_text_row_set_text (self->reply, proviso_unsent_get (caveat, "reply"));
  g_signal_connect_object (self->reply, "notify::text", G_CALLBACK (reply_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reply, "submit", G_CALLBACK (send_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->send_row, "activated", G_CALLBACK (send_cb), self, G_CONNECT_SWAPPED);

  thread = proviso_caveat_get_thread (caveat);
  self->rows = proviso_row_list_new (ADW_PREFERENCES_GROUP (self), create_row, self);
  proviso_row_list_add_last (self->rows, GTK_WIDGET (self->reply));
  proviso_row_list_add_last (self->rows, self->send_row);
  proviso_row_list_set_model (self->rows, G_LIST_MODEL (thread));
  g_signal_connect_object (thread, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
proviso_thread_group_reply (ProvisoThreadGroup *self)
{
  g_return_if_fail (PROVISO_IS_THREAD_GROUP (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->reply));
  proviso_reveal (GTK_WIDGET (self->reply), self->send_row);
}
