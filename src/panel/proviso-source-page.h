/* proviso-source-page.h: everything about one source, edited in place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "panel/proviso-record-page.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_SOURCE_PAGE (proviso_source_page_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoSourcePage, proviso_source_page, PROVISO, SOURCE_PAGE, ProvisoRecordPage)

AdwNavigationPage *
proviso_source_page_new (ProvisoProject *project, ProvisoSelection *selection, ProvisoSource *source);

G_END_DECLS
