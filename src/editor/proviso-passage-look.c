/* proviso-passage-look.c: how passages are told apart: line styles and colours by status.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A style is a small tile of strokes that is repeated along the line. Tiles become render nodes once, one for
 * each look and palette, so that drawing a line is a single repeat node whatever its pattern.
 */
#include "editor/proviso-passage-look.h"

#include <adwaita.h>

/* Contrast against the background of the draft (white, and near black in the dark style) is at least 4.5,
 * and 7 in high contrast; a test holds the table to that. */
static const ProvisoPassageLook status_looks[] = {
  [PROVISO_CLAIM_STATUS_UNCHECKED] = { PROVISO_LINE_STYLE_DOTTED,
                                       { "#6a6a70", "#a9a9b0", "#3d3d42", "#d6d6dc" } },
  [PROVISO_CLAIM_STATUS_CONFIRMED] = { PROVISO_LINE_STYLE_SOLID,
                                       { "#1f7a3f", "#57c97d", "#0c5426", "#8ff0b0" } },
  [PROVISO_CLAIM_STATUS_STATED] = { PROVISO_LINE_STYLE_THIN, { "#1c66c4", "#7ab8ff", "#0b4590", "#a9d2ff" } },
  [PROVISO_CLAIM_STATUS_REPORTED] = { PROVISO_LINE_STYLE_DASHED,
                                      { "#1c66c4", "#7ab8ff", "#0b4590", "#a9d2ff" } },
  [PROVISO_CLAIM_STATUS_LEAKED] = { PROVISO_LINE_STYLE_DASH_DOT,
                                    { "#8a3aa8", "#d08fe8", "#5f1f78", "#e6bdf5" } },
  [PROVISO_CLAIM_STATUS_UNCONFIRMED] = { PROVISO_LINE_STYLE_BEADS,
                                         { "#a85200", "#ffab57", "#6e3500", "#ffcb94" } },
  [PROVISO_CLAIM_STATUS_DISPUTED] = { PROVISO_LINE_STYLE_WAVY,
                                      { "#c01c28", "#ff8f8a", "#8a0f19", "#ffb9b5" } },
  [PROVISO_CLAIM_STATUS_ANALYSIS] = { PROVISO_LINE_STYLE_DOUBLE,
                                      { "#0d7680", "#58cbd6", "#064f57", "#93e6ee" } },
  [PROVISO_CLAIM_STATUS_UNVERIFIABLE] = { PROVISO_LINE_STYLE_DASH_DOT_DOT,
                                          { "#7d5a3c", "#d3aa86", "#54371d", "#ecd0b6" } },
  [PROVISO_CLAIM_STATUS_REFUTED] = { PROVISO_LINE_STYLE_TICKED,
                                     { "#a51d2d", "#ff7b8a", "#7a0d1a", "#ffb3bc" } },
  [PROVISO_CLAIM_STATUS_SUPERSEDED] = { PROVISO_LINE_STYLE_SLASHED,
                                        { "#5e5c64", "#b6b4bc", "#3a3840", "#dedce4" } },
};

static const ProvisoPassageLook open_caveat = { PROVISO_LINE_STYLE_ZIGZAG,
                                                { "#8f5f00", "#f8d45c", "#5e3e00", "#ffe58a" } };
static const ProvisoPassageLook settled_caveat = { PROVISO_LINE_STYLE_LOOSE,
                                                   { "#6a6a70", "#a9a9b0", "#3d3d42", "#d6d6dc" } };

/* What a tile draws: rectangles {x, y, width, height}, and a stroked line through points {x, y}. */
typedef struct
{
  float width;
  guint n_rects;
  float rects[3][4];
  guint n_points;
  float points[5][2];
  float thickness;
} Tile;

static const Tile tiles[] = {
  [PROVISO_LINE_STYLE_DOTTED] = { .width = 4, .n_rects = 1, .rects = { { 0, 1, 2, 2 } } },
  [PROVISO_LINE_STYLE_SOLID] = { .width = 8, .n_rects = 1, .rects = { { 0, 1, 8, 2 } } },
  [PROVISO_LINE_STYLE_THIN] = { .width = 8, .n_rects = 1, .rects = { { 0, 1, 8, 1 } } },
  [PROVISO_LINE_STYLE_DASHED] = { .width = 9, .n_rects = 1, .rects = { { 0, 1, 6, 2 } } },
  [PROVISO_LINE_STYLE_DASH_DOT] = { .width = 13, .n_rects = 2, .rects = { { 0, 1, 6, 2 }, { 9, 1, 2, 2 } } },
  [PROVISO_LINE_STYLE_BEADS] = { .width = 7, .n_rects = 2, .rects = { { 0, 1, 3, 2 }, { 1, 0, 1, 4 } } },
  [PROVISO_LINE_STYLE_WAVY] = { .width = 8,
                                .n_points = 5,
                                .thickness = 1.4f,
                                .points = { { 0, 2 }, { 2, 0.7f }, { 4, 2 }, { 6, 3.3f }, { 8, 2 } } },
  [PROVISO_LINE_STYLE_DOUBLE] = { .width = 8, .n_rects = 2, .rects = { { 0, 0, 8, 1 }, { 0, 3, 8, 1 } } },
  [PROVISO_LINE_STYLE_DASH_DOT_DOT] = { .width = 17,
                                        .n_rects = 3,
                                        .rects = { { 0, 1, 6, 2 }, { 9, 1, 2, 2 }, { 13, 1, 2, 2 } } },
  [PROVISO_LINE_STYLE_TICKED] = { .width = 8, .n_rects = 2, .rects = { { 0, 2, 8, 1 }, { 3, 0, 2, 4 } } },
  [PROVISO_LINE_STYLE_SLASHED] = { .width = 6,
                                   .n_points = 2,
                                   .thickness = 1.4f,
                                   .points = { { 1, 4 }, { 4, 0 } } },
  [PROVISO_LINE_STYLE_ZIGZAG] = { .width = 5,
                                  .n_points = 3,
                                  .thickness = 1.3f,
                                  .points = { { 0, 3.4f }, { 2.5f, 0.6f }, { 5, 3.4f } } },
  [PROVISO_LINE_STYLE_LOOSE] = { .width = 8, .n_rects = 1, .rects = { { 0, 2, 2, 1 } } },
};

const ProvisoPassageLook *
proviso_passage_look_of_status (ProvisoClaimStatus status)
{
  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (status_looks), &status_looks[0]);

  return &status_looks[status];
}

const ProvisoPassageLook *
proviso_passage_look_of_state (ProvisoCaveatState state)
{
  return state == PROVISO_CAVEAT_STATE_OPEN ? &open_caveat : &settled_caveat;
}

const ProvisoPassageLook *
proviso_passage_look_of_record (ProvisoRecord *record)
{
  if (PROVISO_IS_CLAIM (record))
    return proviso_passage_look_of_status (proviso_claim_get_status (PROVISO_CLAIM (record)));
  if (PROVISO_IS_CAVEAT (record))
    return proviso_passage_look_of_state (proviso_caveat_get_state (PROVISO_CAVEAT (record)));
  return NULL;
}

void
proviso_passage_look_get_color (const ProvisoPassageLook *look, ProvisoPalette palette, GdkRGBA *color)
{
  if (!gdk_rgba_parse (color, look->colors[palette]))
    g_assert_not_reached ();
}

ProvisoPalette
proviso_palette_get_current (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    return adw_style_manager_get_dark (manager) ? PROVISO_PALETTE_DARK_CONTRAST
                                                : PROVISO_PALETTE_LIGHT_CONTRAST;
  return adw_style_manager_get_dark (manager) ? PROVISO_PALETTE_DARK : PROVISO_PALETTE_LIGHT;
}

static GskRenderNode *
make_tile (const ProvisoPassageLook *look, ProvisoPalette palette)
{
  const Tile *tile = &tiles[look->style];
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GdkRGBA color;

  proviso_passage_look_get_color (look, palette, &color);

  for (guint i = 0; i < tile->n_rects; i++)
    {
      const float *r = tile->rects[i];

      gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (r[0], r[1], r[2], r[3]));
    }

  if (tile->n_points > 0)
    {
      g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
      g_autoptr (GskPath) path = NULL;
      g_autoptr (GskStroke) stroke = gsk_stroke_new (tile->thickness);

      gsk_path_builder_move_to (builder, tile->points[0][0], tile->points[0][1]);
      for (guint i = 1; i < tile->n_points; i++)
        gsk_path_builder_line_to (builder, tile->points[i][0], tile->points[i][1]);
      path = gsk_path_builder_to_path (builder);
      gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_SQUARE);
      gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
      gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
    }

  return gtk_snapshot_to_node (snapshot);
}

void
proviso_passage_look_snapshot (const ProvisoPassageLook *look,
                               ProvisoPalette palette,
                               GtkSnapshot *snapshot,
                               float x,
                               float y,
                               float width)
{
  static GskRenderNode *nodes[G_N_ELEMENTS (status_looks) + 2][PROVISO_N_PALETTES];
  guint row;

  if (look == &open_caveat)
    row = G_N_ELEMENTS (status_looks);
  else if (look == &settled_caveat)
    row = G_N_ELEMENTS (status_looks) + 1;
  else
    row = look - status_looks;

  if (nodes[row][palette] == NULL)
    nodes[row][palette] = make_tile (look, palette);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, y));
  gtk_snapshot_push_repeat (snapshot, &GRAPHENE_RECT_INIT (x, 0, width, PROVISO_PASSAGE_LINE_HEIGHT),
                            &GRAPHENE_RECT_INIT (0, 0, tiles[look->style].width,
                                                 PROVISO_PASSAGE_LINE_HEIGHT));
  gtk_snapshot_append_node (snapshot, nodes[row][palette]);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}
