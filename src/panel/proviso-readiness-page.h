/* proviso-readiness-page.h: the page that says what is left to do before publishing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Its tag in a navigation view is "readiness".
 *
 * Signal: open (ProvisoFinding *finding)   its record's page and its place in the text are asked for
 */
#pragma once

#include "core/proviso-readiness.h"
#include "panel/proviso-panel-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_READINESS_PAGE (proviso_readiness_page_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoReadinessPage, proviso_readiness_page, PROVISO, READINESS_PAGE, AdwNavigationPage)

AdwNavigationPage *proviso_readiness_page_new (ProvisoPanelContext *context, ProvisoReadiness *readiness);

G_END_DECLS
