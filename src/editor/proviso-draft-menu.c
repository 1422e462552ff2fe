/* proviso-draft-menu.c: the menu of a place in the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "editor/proviso-draft-menu.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *label; /* NULL: a new section */
  const char *action;
} Item;

static const Item items[] = {
  { N_ ("New _Claim"), "draft.new-claim" },
  { N_ ("_Flag Caveat"), "draft.flag-caveat" },
  { N_ ("_Show in Panel"), "draft.show-in-panel" },
  { NULL, NULL },
  { N_ ("Cu_t"), "clipboard.cut" },
  { N_ ("_Copy"), "clipboard.copy" },
  { N_ ("_Paste"), "clipboard.paste" },
  { N_ ("_Delete"), "selection.delete" },
  { NULL, NULL },
  { N_ ("_Undo"), "draft.undo" },
  { N_ ("_Redo"), "draft.redo" },
  { NULL, NULL },
  { N_ ("Select _All"), "selection.select-all" },
  { N_ ("Insert _Emoji"), "misc.insert-emoji" },
};

static GMenuModel *
make_model (ProvisoDraftView *view)
{
  ProvisoSpelling *spelling = proviso_draft_view_get_spelling (view);
  GMenu *model = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  if (spelling && gtk_text_view_get_editable (GTK_TEXT_VIEW (view)))
    {
      g_menu_append_section (model, NULL, proviso_spelling_get_menu (spelling));
    }
  else
    {
      g_menu_append (section, _ ("Check _Spelling"), "draft.check-spelling");
      g_menu_append_section (model, NULL, G_MENU_MODEL (section));
      g_object_unref (section);
      section = g_menu_new ();
    }

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      if (items[i].label)
        {
          g_menu_append (section, _ (items[i].label), items[i].action);
          continue;
        }
      g_menu_append_section (model, NULL, G_MENU_MODEL (section));
      g_object_unref (section);
      section = g_menu_new ();
    }
  g_menu_append_section (model, NULL, G_MENU_MODEL (section));

  return G_MENU_MODEL (model);
}

/* As the text view does before it brings up a menu of its own. */
static void
update_actions (ProvisoDraftView *view)
{
  gboolean selected = gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)));
  gboolean editable = gtk_text_view_get_editable (GTK_TEXT_VIEW (view));

  gtk_widget_action_set_enabled (GTK_WIDGET (view), "clipboard.cut", selected && editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (view), "clipboard.copy", selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (view), "clipboard.paste", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (view), "selection.delete", selected && editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (view), "misc.insert-emoji", editable);
}

void
proviso_draft_menu_popup (GtkWidget **menu, ProvisoDraftView *view, const GdkRectangle *area)
{
  g_autoptr (GMenuModel) model = make_model (view);

  update_actions (view);
  if (*menu == NULL)
    {
      *menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (*menu), FALSE);
      gtk_popover_set_position (GTK_POPOVER (*menu), GTK_POS_BOTTOM);
      gtk_widget_set_halign (*menu, GTK_ALIGN_START);
      gtk_widget_set_parent (*menu, GTK_WIDGET (view));
    }
  else
    {
      gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (*menu), model);
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (*menu), area);
  gtk_popover_popup (GTK_POPOVER (*menu));
}
