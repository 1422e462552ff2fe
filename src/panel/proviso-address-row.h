/* proviso-address-row.h: a row with a web address and a button that opens it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only http and https addresses are handed to the browser; for all others the button is insensitive.
 */
#pragma once

#include "panel/proviso-field.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_ADDRESS_ROW (proviso_address_row_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoAddressRow, proviso_address_row, PROVISO, ADDRESS_ROW, AdwEntryRow)

void proviso_address_row_bind (ProvisoAddressRow *self,
                               ProvisoProject *project,
                               gpointer record,
                               const char *property);

/* Opens `url` in the browser; where that fails, tells the person so. Does nothing for what is not a web
 * address. */
void proviso_address_open (GtkWidget *parent, const char *url);

G_END_DECLS
