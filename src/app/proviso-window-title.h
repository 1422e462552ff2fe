/* proviso-window-title.h: what stands in the middle of a window's header bar.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As AdwWindowTitle, with a button at the end of its second line: how near the project is to publication. It leads to
 * what is left to do. Where there is little room the rest of the line is shortened, the button last.
 */
#pragma once

#include "core/proviso-readiness.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_WINDOW_TITLE (proviso_window_title_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoWindowTitle, proviso_window_title, PROVISO, WINDOW_TITLE, AdwBin)

void proviso_window_title_set_title (ProvisoWindowTitle *self, const char *title);
/* "" where there is none. */
void proviso_window_title_set_subtitle (ProvisoWindowTitle *self, const char *subtitle);
/* `note`: (nullable): `state` in a word or two, "3 to go"; %NULL where the button is not to be seen. */
void proviso_window_title_set_readiness (ProvisoWindowTitle *self, ProvisoReadinessState state, const char *note);

G_END_DECLS
