/* proviso-dialect.h: which Markdown Proviso speaks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * CommonMark with the extensions that writers of articles know from elsewhere. Everything that parses takes
 * these flags from here, so that no two parts of the program read one text differently.
 */
#pragma once

#include <md4c.h>

#define PROVISO_DIALECT_FLAGS (MD_DIALECT_GITHUB)
