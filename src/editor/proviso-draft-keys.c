/* proviso-draft-keys.c: the keys that mean something else in a draft than in any text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "editor/proviso-draft-keys.h"

#include "editor/proviso-draft-claims.h"
#include "editor/proviso-draft-format.h"

typedef struct
{
  ProvisoDraftView *view;
  ProvisoDraftPointer *pointer;
  gboolean composing;
} Keys;

static void
on_preedit_changed (Keys *keys, const char *preedit)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (keys->view));

  keys->composing = preedit && *preedit;
  /* A view that goes has lost its draft already. */
  if (PROVISO_IS_BUFFER (buffer))
    proviso_buffer_set_composing (PROVISO_BUFFER (buffer), keys->composing);
}

static gboolean
show_card (Keys *keys)
{
  ProvisoSelection *selection = proviso_draft_view_get_selection (keys->view);
  ProvisoRecord *shown = proviso_draft_pointer_get_card_record (keys->pointer);
  ProvisoRecord *record;
  guint offset;

  if (selection == NULL)
    return FALSE;

  record = proviso_draft_claims_find_at_cursor (keys->view, shown);
  if (record == NULL)
    return FALSE;

  offset = proviso_buffer_get_cursor (PROVISO_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (keys->view))));
  proviso_draft_pointer_show_card (keys->pointer, record, offset);
  return TRUE;
}

/* Whether the key would change an editable text. */
static gboolean
is_typing (guint keyval, GdkModifierType modifiers)
{
  gunichar c = gdk_keyval_to_unicode (keyval);

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return (modifiers & ~GDK_SHIFT_MASK) == 0;
    case GDK_KEY_BackSpace:
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      return TRUE;
    case GDK_KEY_Insert:
    case GDK_KEY_KP_Insert:
      return modifiers == GDK_SHIFT_MASK;
    default:
      if (modifiers == GDK_CONTROL_MASK)
        return keyval == GDK_KEY_v || keyval == GDK_KEY_x;
      return (modifiers & ~GDK_SHIFT_MASK) == 0 && c != 0 && g_unichar_isprint (c);
    }
}

static gboolean
on_key_pressed (Keys *keys, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  /* Enter and Tab belong to the input method while it composes. */
  if (keys->composing)
    return GDK_EVENT_PROPAGATE;

  if (proviso_draft_view_get_reviewing (keys->view) && is_typing (keyval, modifiers))
    {
      proviso_draft_view_refuse_typing (keys->view);
      return GDK_EVENT_STOP;
    }

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (modifiers == GDK_ALT_MASK)
        return show_card (keys);
      proviso_draft_pointer_hide_card (keys->pointer);
      return modifiers == 0 && proviso_draft_format_enter (keys->view);

    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if ((modifiers & ~GDK_SHIFT_MASK) != 0)
        return GDK_EVENT_PROPAGATE;
      /* Where nothing is typed, the toolkit would still take the key. */
      if (proviso_draft_view_get_reviewing (keys->view))
        {
          g_signal_emit_by_name (keys->view, "move-focus",
                                 (modifiers & GDK_SHIFT_MASK) != 0 ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
          return GDK_EVENT_STOP;
        }
      return proviso_draft_format_tab (keys->view, (modifiers & GDK_SHIFT_MASK) != 0);

    case GDK_KEY_Escape:
      if (proviso_draft_pointer_get_card_record (keys->pointer) == NULL)
        return GDK_EVENT_PROPAGATE;
      proviso_draft_pointer_hide_card (keys->pointer);
      return GDK_EVENT_STOP;

    case GDK_KEY_Menu:
    case GDK_KEY_F10:
      if (modifiers != (keyval == GDK_KEY_Menu ? 0 : GDK_SHIFT_MASK))
        return GDK_EVENT_PROPAGATE;
      proviso_draft_pointer_hide_card (keys->pointer);
      proviso_draft_pointer_show_menu (keys->pointer);
      return GDK_EVENT_STOP;

    case GDK_KEY_Shift_L:
    case GDK_KEY_Shift_R:
    case GDK_KEY_Control_L:
    case GDK_KEY_Control_R:
    case GDK_KEY_Alt_L:
    case GDK_KEY_Alt_R:
      return GDK_EVENT_PROPAGATE;

    default:
      proviso_draft_pointer_hide_card (keys->pointer);
      return GDK_EVENT_PROPAGATE;
    }
}

void
proviso_draft_keys_attach (ProvisoDraftView *view, ProvisoDraftPointer *pointer)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  Keys *keys = g_new0 (Keys, 1);

  keys->view = view;
  keys->pointer = pointer;
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  /* The view goes after its controllers and its handlers. */
  g_object_set_data_full (G_OBJECT (view), "proviso-draft-keys", keys, g_free);
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (on_key_pressed), keys);
  g_signal_connect_swapped (view, "preedit-changed", G_CALLBACK (on_preedit_changed), keys);
  gtk_widget_add_controller (GTK_WIDGET (view), controller);
}
