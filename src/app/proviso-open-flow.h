/* proviso-open-flow.h: lets the person choose files to open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is chosen is opened by the application of `window`, in it where it is empty.
 */
#pragma once

#include "app/proviso-window.h"

G_BEGIN_DECLS

void proviso_open_flow_choose_projects (ProvisoWindow *window);
void proviso_open_flow_choose_text (ProvisoWindow *window);

G_END_DECLS
