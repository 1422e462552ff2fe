/* proviso-record-kind.h: what sets the lists of claims, of caveats and of sources apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One browser shows all three; a kind tells it what to search, to filter and to sort by, how a row looks and
 * what the empty list says. Kinds are constants. Strings marked N_() are translated where they are shown.
 */
#pragma once

#include "panel/proviso-order.h"
#include "panel/proviso-record-row.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* No kind has more facets, and no facet more options. */
#define PROVISO_MAX_FACETS 6
#define PROVISO_MAX_OPTIONS 64

#define PROVISO_OPTION(option) (G_GUINT64_CONSTANT (1) << (option))

/* One group of check buttons in the filter. A record passes where none of the group's options is checked or
 * one of those that are holds for it. */
typedef struct
{
  const char *title; /* N_() */
  guint n_options;
  gboolean derived; /* may change without the record's being changed: the draft or another record did */
  const char *(*get_label) (ProvisoPanelContext *context, guint option); /* translated */
  const char *(*get_icon_name) (guint option); /* (nullable); NULL: none has one */
  guint64 (*get_options) (ProvisoPanelContext *context, gpointer record); /* PROVISO_OPTION()s that hold */
  /* (nullable): which options come and go, and are offered in which order: (transfer full) (element-type guint);
   * NULL: all there are, as they are numbered */
  GArray *(*list_options) (ProvisoPanelContext *context);
  /* (nullable): what the option means now, where its label leaves that open; translated */
  const char *(*describe) (ProvisoPanelContext *context, guint option);
  const char *none_title; /* N_(), nullable: what is said where nothing passes this facet alone */
} ProvisoFacet;

/* A button above the list that checks one option of the filter, and says for how many records it holds. */
typedef struct
{
  guint facet;
  guint option;
  guint (*count) (ProvisoPanelContext *context);
} ProvisoChip;

typedef struct
{
  const char *id;          /* "claims" */
  const char *title;       /* N_() */
  const char *search_hint; /* N_() */
  const char *new_action;  /* "panel.new-claim" */
  const char *new_label;   /* N_() */
  const char *empty_icon_name;
  const char *empty_title;       /* N_() */
  const char *empty_description; /* N_() */

  const ProvisoFacet *facets;
  guint n_facets;
  const ProvisoChip *chips; /* (nullable) */
  guint n_chips;
  const ProvisoOrder *orders; /* the first is the default */
  guint n_orders;

  GType (*get_record_type) (void);
  ProvisoRecordList *(*get_records) (ProvisoProject *project); /* (transfer none) */
  /* Adds what is searched, piece by piece, to `text`. */
  void (*add_search_text) (gpointer record, GString *text);
  void (*fill_row) (ProvisoPanelContext *context, ProvisoRecordRow *row, gpointer record);
  /* A record of the project whose change shows in the row too, and in whose row this one's does: a caveat's claim.
   * (transfer none)
   * (nullable); the function may be NULL */
  ProvisoRecord *(*get_related) (ProvisoPanelContext *context, gpointer record);
  /* Where the record stands in the draft, for a screen reader: (transfer full); the function may be NULL. */
  char *(*describe_place) (ProvisoPanelContext *context, gpointer record);
  AdwNavigationPage *(*create_page) (ProvisoProject *project, ProvisoSelection *selection, gpointer record);
} ProvisoRecordKind;

extern const ProvisoRecordKind proviso_claim_kind;
extern const ProvisoRecordKind proviso_caveat_kind;
extern const ProvisoRecordKind proviso_source_kind;

/* Returns: (transfer none) (nullable): the kind of a claim, a caveat or a source; %NULL for other records. */
const ProvisoRecordKind *proviso_record_kind_of (ProvisoRecord *record);

G_END_DECLS
