/* proviso-source.h: where information came from: an entry of the project's register.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties (written to the file and undoable through proviso_project_set()):
 *   "type" #ProvisoSourceType, "reliability" #ProvisoReliability, "confidential" boolean
 *   "title", "publisher", "note"           strings, never %NULL
 *   "url", "independence-group"            strings or %NULL
 *   "published", "accessed"                dates (see proviso-date.h) or %NULL
 *   "archived"                             the address of an archived copy or %NULL
 */
#pragma once

#include "core/proviso-enums.h"
#include "core/proviso-record-list.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_SOURCE (proviso_source_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoSource, proviso_source, PROVISO, SOURCE, ProvisoRecord)

/* `id`: (nullable): a new one is made. */
ProvisoSource *proviso_source_new (const char *id);

const char *proviso_source_get_id (ProvisoSource *self);
ProvisoSourceType proviso_source_get_source_type (ProvisoSource *self);
void proviso_source_set_source_type (ProvisoSource *self, ProvisoSourceType type);
const char *proviso_source_get_title (ProvisoSource *self);
void proviso_source_set_title (ProvisoSource *self, const char *title);
const char *proviso_source_get_publisher (ProvisoSource *self);
void proviso_source_set_publisher (ProvisoSource *self, const char *publisher);
const char *proviso_source_get_url (ProvisoSource *self);
void proviso_source_set_url (ProvisoSource *self, const char *url);
const char *proviso_source_get_published (ProvisoSource *self);
void proviso_source_set_published (ProvisoSource *self, const char *date);
const char *proviso_source_get_accessed (ProvisoSource *self);
void proviso_source_set_accessed (ProvisoSource *self, const char *date);
const char *proviso_source_get_archived (ProvisoSource *self);
void proviso_source_set_archived (ProvisoSource *self, const char *url);
ProvisoReliability proviso_source_get_reliability (ProvisoSource *self);
void proviso_source_set_reliability (ProvisoSource *self, ProvisoReliability reliability);
const char *proviso_source_get_independence_group (ProvisoSource *self);
void proviso_source_set_independence_group (ProvisoSource *self, const char *group);
gboolean proviso_source_get_confidential (ProvisoSource *self);
void proviso_source_set_confidential (ProvisoSource *self, gboolean confidential);
const char *proviso_source_get_note (ProvisoSource *self);
void proviso_source_set_note (ProvisoSource *self, const char *note);

/* A list of #ProvisoEvent; see proviso_claim_get_anchors(). */
ProvisoRecordList *proviso_source_get_events (ProvisoSource *self);
ProvisoRecordList *proviso_source_peek_events (ProvisoSource *self);

/* Whether `url` is one that may be handed to a browser: http or https, with a host. */
gboolean proviso_source_url_is_web (const char *url);

G_END_DECLS
