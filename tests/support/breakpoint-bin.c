/* breakpoint-bin.c: what libadwaita's breakpoints would leak, freed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/breakpoint-bin.h"

#include <adwaita.h>

static GtkWidgetClass original;

/* Its child is hidden as long as there is a picture, and by nothing else. */
static gboolean
shows_picture (GtkWidget *bin)
{
  GtkWidget *child = adw_breakpoint_bin_get_child (ADW_BREAKPOINT_BIN (bin));

  return child != NULL && !gtk_widget_get_child_visible (child);
}

/* With the next frame, it asks to be allocated again. */
static void
size_allocate (GtkWidget *bin, int width, int height, int baseline)
{
  if (!shows_picture (bin))
    original.size_allocate (bin, width, height, baseline);
}

/* The last time that it hears of frames. */
static void
unmap (GtkWidget *bin)
{
  if (shows_picture (bin))
    g_signal_emit_by_name (gtk_widget_get_frame_clock (bin), "update");
  g_assert_false (shows_picture (bin));
  original.unmap (bin);
}

void
mend_breakpoint_bins (void)
{
  GtkWidgetClass *klass = g_type_class_ref (ADW_TYPE_BREAKPOINT_BIN);

  original = *klass;
  klass->size_allocate = size_allocate;
  klass->unmap = unmap;
}
