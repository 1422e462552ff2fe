/* proviso-caveat-page.h: everything about one caveat, edited in place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "panel/proviso-record-page.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_CAVEAT_PAGE (proviso_caveat_page_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoCaveatPage, proviso_caveat_page, PROVISO, CAVEAT_PAGE, ProvisoRecordPage)

AdwNavigationPage *
proviso_caveat_page_new (ProvisoProject *project, ProvisoSelection *selection, ProvisoCaveat *caveat);

G_END_DECLS
