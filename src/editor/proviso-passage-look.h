/* proviso-passage-look.h: how passages are told apart: line styles and colours by status.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Colour is never the only sign: no two looks share a line style.
 */
#pragma once

#include <gtk/gtk.h>

#include "core/proviso-caveat.h"
#include "core/proviso-claim.h"

G_BEGIN_DECLS

typedef enum
{
  PROVISO_LINE_STYLE_DOTTED,
  PROVISO_LINE_STYLE_SOLID,
  PROVISO_LINE_STYLE_THIN,
  PROVISO_LINE_STYLE_DASHED,
  PROVISO_LINE_STYLE_DASH_DOT,
  PROVISO_LINE_STYLE_BEADS,
  PROVISO_LINE_STYLE_WAVY,
  PROVISO_LINE_STYLE_DOUBLE,
  PROVISO_LINE_STYLE_DASH_DOT_DOT,
  PROVISO_LINE_STYLE_TICKED,
  PROVISO_LINE_STYLE_SLASHED,
  PROVISO_LINE_STYLE_ZIGZAG,
  PROVISO_LINE_STYLE_LOOSE,
} ProvisoLineStyle;

typedef enum
{
  PROVISO_PALETTE_LIGHT,
  PROVISO_PALETTE_DARK,
  PROVISO_PALETTE_LIGHT_CONTRAST,
  PROVISO_PALETTE_DARK_CONTRAST,
} ProvisoPalette;

#define PROVISO_N_PALETTES 4

typedef struct
{
  ProvisoLineStyle style;
  const char *colors[PROVISO_N_PALETTES]; /* "#rrggbb", indexed by ProvisoPalette */
} ProvisoPassageLook;

/* The height of a line of any style, in pixels: where the next lane may begin. */
#define PROVISO_PASSAGE_LINE_HEIGHT 4

/* Returns: (transfer none) */
const ProvisoPassageLook *proviso_passage_look_of_status (ProvisoClaimStatus status);
const ProvisoPassageLook *proviso_passage_look_of_state (ProvisoCaveatState state);
/* Of a claim or a caveat. (transfer none) (nullable): %NULL for any other record. */
const ProvisoPassageLook *proviso_passage_look_of_record (ProvisoRecord *record);

void proviso_passage_look_get_color (const ProvisoPassageLook *look, ProvisoPalette palette, GdkRGBA *color);
/* The one that the desktop's style and contrast ask for. */
ProvisoPalette proviso_palette_get_current (void);

/* Draws the line from `x`, `width` pixels long, PROVISO_PASSAGE_LINE_HEIGHT high, its top at `y`. The pattern
 * is laid out from the coordinates' origin, so that pieces which touch go on as one. */
void proviso_passage_look_snapshot (const ProvisoPassageLook *look,
                                    ProvisoPalette palette,
                                    GtkSnapshot *snapshot,
                                    float x,
                                    float y,
                                    float width);

G_END_DECLS
