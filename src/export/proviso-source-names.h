/* proviso-source-names.h: by what a source is known, in the form in which it is looked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names are collected in sets of owned char*, folded as proviso-folded-text.h has it.
 */
#pragma once

#include "core/proviso-project.h"

G_BEGIN_DECLS

/* A shorter text ("p. 4") is everywhere, and says nothing by itself. The name of a source may be two letters. */
#define PROVISO_SOURCE_WORDS_MIN_LENGTH 4
#define PROVISO_SOURCE_NAMES_MIN_LENGTH 2

/* `text`: (nullable); nothing is added where it has fewer than `min_length` characters. */
void proviso_source_names_add (GHashTable *set, const char *text, guint min_length);
/* Its title and addresses. */
void proviso_source_names_collect (GHashTable *set, ProvisoSource *source);
/* Where it comes from: its publisher and independence group. */
void proviso_source_names_collect_origins (GHashTable *set, ProvisoSource *source);
/* What it was called before, by the values that its history keeps, and what its note was. */
void proviso_source_names_collect_former (GHashTable *names, GHashTable *origins, ProvisoSource *source);

G_END_DECLS
