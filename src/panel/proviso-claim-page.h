/* proviso-claim-page.h: everything about one claim, edited in place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "panel/proviso-record-page.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_CLAIM_PAGE (proviso_claim_page_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoClaimPage, proviso_claim_page, PROVISO, CLAIM_PAGE, ProvisoRecordPage)

AdwNavigationPage *
proviso_claim_page_new (ProvisoProject *project, ProvisoSelection *selection, ProvisoClaim *claim);

G_END_DECLS
