/* pointer.h: moves the pointer over the draft as a hand would.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "editor/editor-fixture.h"

/* To the middle of `words`, in two steps. */
void point_at (Fixture *fixture, const char *words);
/* Drags what is selected, the words `from`, to in front of the words `to`: over some way, with time to take it up. It
 * returns before that is done. */
void drag_to (Fixture *fixture, const char *from, const char *to);
