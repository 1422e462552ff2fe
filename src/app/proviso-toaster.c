/* proviso-toaster.c: what a window says for some seconds at its bottom.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-toaster.h"

#include "app/proviso-toast.h"

struct _ProvisoToaster
{
  GObject parent_instance;

  AdwToastOverlay *overlay;
  ProvisoUndoControl *undo_control;
  AdwToast *message; /* the last one that only said something; weak */
};

G_DEFINE_FINAL_TYPE (ProvisoToaster, proviso_toaster, G_TYPE_OBJECT)

static void
proviso_toaster_finalize (GObject *object)
{
  g_clear_weak_pointer (&PROVISO_TOASTER (object)->message);

  G_OBJECT_CLASS (proviso_toaster_parent_class)->finalize (object);
}

static void
proviso_toaster_class_init (ProvisoToasterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = proviso_toaster_finalize;
}

static void
proviso_toaster_init (ProvisoToaster *self)
{
}

ProvisoToaster *
proviso_toaster_new (AdwToastOverlay *overlay, ProvisoUndoControl *undo_control)
{
  ProvisoToaster *self;

  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), NULL);
  g_return_val_if_fail (PROVISO_IS_UNDO_CONTROL (undo_control), NULL);

  self = g_object_new (PROVISO_TYPE_TOASTER, NULL);
  self->overlay = overlay;
  self->undo_control = undo_control;
  return self;
}

void
proviso_toaster_tell (ProvisoToaster *self, const char *message)
{
  AdwToast *toast;

  g_return_if_fail (PROVISO_IS_TOASTER (self));

  toast = proviso_toast_new (self->overlay, message);
  proviso_toaster_add (self, toast);
  g_set_weak_pointer (&self->message, toast);
}

void
proviso_toaster_tell_undoable (ProvisoToaster *self, const char *title)
{
  g_return_if_fail (PROVISO_IS_TOASTER (self));

  proviso_toaster_add (self, proviso_undo_control_create_toast (self->undo_control, title));
}

void
proviso_toaster_add (ProvisoToaster *self, AdwToast *toast)
{
  g_return_if_fail (PROVISO_IS_TOASTER (self));
  g_return_if_fail (ADW_IS_TOAST (toast));

  /* What it says is words of the person's, or has them in it. */
  adw_toast_set_use_markup (toast, FALSE);
  /* What only said something has been said; what can be undone comes up again. */
  if (self->message != NULL)
    adw_toast_dismiss (self->message);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->overlay, toast);
}
