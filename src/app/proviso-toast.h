/* proviso-toast.h: what the window says for some seconds at its bottom.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A toast for `overlay`, not shown yet. Its title is plain text, without a full stop at its end, as GNOME has
 * them; it takes more lines where the window is narrow: libadwaita's own is cut off. Screen readers are told of it.
 * Returns: (transfer full) */
AdwToast *proviso_toast_new (AdwToastOverlay *overlay, const char *title);

G_END_DECLS
