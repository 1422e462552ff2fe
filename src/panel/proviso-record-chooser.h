/* proviso-record-chooser.h: a dialog that picks a record, or makes a new one by its name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signals:
 *   chosen (ProvisoRecord *record)   one of the list
 *   create (const char *name)        a new one shall be made; "" where nothing was typed
 */
#pragma once

#include "core/proviso-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_RECORD_CHOOSER (proviso_record_chooser_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoRecordChooser, proviso_record_chooser, PROVISO, RECORD_CHOOSER, AdwDialog)

/* `records`: claims or sources. `create_label`: (nullable): what the button that makes a new one is called;
 * %NULL: there is none. */
AdwDialog *proviso_record_chooser_new (const char *title, GListModel *records, const char *create_label);

G_END_DECLS
