/* proviso-passage-painter.c: draws the passages of claims and caveats into the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text tags would be the toolkit's own means, but each of them is kept in the text's tree and splits its
 * segments: ten thousand claims would weigh on every keystroke and every line's layout.
 */
#include "editor/proviso-passage-painter.h"

#include <adwaita.h>

#include "editor/proviso-coverage-look.h"
#include "editor/proviso-passage-cache.h"
#include "editor/proviso-passage-geometry.h"
#include "editor/proviso-passage-look.h"

/* From the baseline to the first line, and from lane to lane, in pixels. */
#define GAP 2
#define LANE_HEIGHT (PROVISO_PASSAGE_LINE_HEIGHT + 1)

/* More cannot be told apart on a screen. */
#define MAX_SENTENCES 1000
#define MAX_FILLED 1000

struct _ProvisoPassagePainter
{
  GObject parent_instance;

  GtkTextView *view;
  ProvisoProject *project;
  ProvisoRecord *selected;
  GArray *words; /* ProvisoChangedWords that no passage stands on, filled as well; nullable */
  double flash;
  gboolean only_open;
  ProvisoCoverageTracker *coverage;

  GSignalGroup *project_signals;
  GSignalGroup *buffer_signals;
  GSignalGroup *tag_signals;
  ProvisoPassageCache *cache;
  GHashTable *tags; /* GtkTextTag to whether it changes the layout */

  guint visible_start; /* of the frame that is being drawn */
  GArray *passages;    /* ProvisoPassage */
  GPtrArray *pieces;   /* for each passage its ProvisoPassagePiece, which is the cache's */
  GPtrArray *filled;   /* likewise, of the words */
  GPtrArray *tied;     /* and of the sentences that are */
  GPtrArray *untied;
};

enum
{
  PROP_0,
  PROP_FLASH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ProvisoPassagePainter, proviso_passage_painter, G_TYPE_OBJECT)

static GArray *
find_passages (ProvisoPassagePainter *self, guint start, guint end, gboolean only_open)
{
  if (self->project == NULL)
    return g_array_new (FALSE, FALSE, sizeof (ProvisoPassage));

  return proviso_passage_lanes_find (proviso_project_get_ranges (self->project), start, end, only_open);
}

GArray *
proviso_passage_painter_get_passages (ProvisoPassagePainter *self, guint start, guint end)
{
  g_return_val_if_fail (PROVISO_IS_PASSAGE_PAINTER (self), NULL);

  return find_passages (self, start, end, FALSE);
}

GArray *
proviso_passage_painter_get_drawn (ProvisoPassagePainter *self, guint start, guint end)
{
  g_return_val_if_fail (PROVISO_IS_PASSAGE_PAINTER (self), NULL);

  return find_passages (self, start, end, self->only_open);
}

typedef struct
{
  ProvisoPassagePainter *painter;
  GdkRectangle visible;
} Measuring;

static gboolean
measure_sentence (gpointer key, guint start, guint end, gboolean is_tied, gpointer user_data)
{
  Measuring *measuring = user_data;
  ProvisoPassagePainter *self = measuring->painter;
  GPtrArray *pieces = is_tied ? self->tied : self->untied;

  g_ptr_array_add (pieces, proviso_passage_cache_get (self->cache, key, start, end, measuring->visible.y,
                                                      measuring->visible.y + measuring->visible.height));
  return pieces->len < MAX_SENTENCES;
}

static void
measure_words (ProvisoPassagePainter *self, guint start, guint end, const GdkRectangle *visible)
{
  g_ptr_array_set_size (self->filled, 0);
  for (guint i = 0; self->words && i < self->words->len && self->filled->len < MAX_FILLED; i++)
    {
      ProvisoChangedWords *words = &g_array_index (self->words, ProvisoChangedWords, i);

      if (words->start < end && words->end > start)
        g_ptr_array_add (self->filled,
                         proviso_passage_cache_get (self->cache, words, words->start, words->end, visible->y,
                                                    visible->y + visible->height));
    }
}

static void
measure_frame (ProvisoPassagePainter *self)
{
  GdkRectangle visible;
  GtkTextIter iter;
  guint end;

  /* By paragraphs: where their display lines break is a question to the layout, which costs more than to keep
   * some passages that are just out of sight. */
  gtk_text_view_get_visible_rect (self->view, &visible);
  gtk_text_view_get_line_at_y (self->view, &iter, visible.y, NULL);
  self->visible_start = gtk_text_iter_get_offset (&iter);
  gtk_text_view_get_line_at_y (self->view, &iter, visible.y + visible.height, NULL);
  gtk_text_iter_forward_line (&iter);
  end = gtk_text_iter_get_offset (&iter);
  g_clear_pointer (&self->passages, g_array_unref);
  self->passages = find_passages (self, self->visible_start, end, self->only_open);

  g_ptr_array_set_size (self->pieces, 0);
  for (guint i = 0; i < self->passages->len; i++)
    {
      ProvisoPassage *passage = &g_array_index (self->passages, ProvisoPassage, i);

      g_ptr_array_add (self->pieces,
                       proviso_passage_cache_get (self->cache, passage->anchor, passage->start, passage->end,
                                                  visible.y, visible.y + visible.height));
    }
  measure_words (self, self->visible_start, end, &visible);
  g_ptr_array_set_size (self->tied, 0);
  g_ptr_array_set_size (self->untied, 0);
  if (self->coverage)
    proviso_coverage_tracker_foreach (self->coverage, self->visible_start, end, measure_sentence,
                                      &(Measuring) { self, visible });
  proviso_passage_cache_end_frame (self->cache);
}

static void
snapshot_coverage (ProvisoPassagePainter *self, GtkSnapshot *snapshot)
{
  ProvisoPalette palette = proviso_palette_get_current ();
  GdkRGBA words, page, veil;

  gtk_widget_get_color (GTK_WIDGET (self->view), &words);
  proviso_coverage_look_get_page (self->view, &page);
  proviso_coverage_look_get_veil (&words, &page, palette >= PROVISO_PALETTE_LIGHT_CONTRAST, &veil);
  for (guint i = 0; i < self->tied->len; i++)
    proviso_coverage_look_snapshot (g_ptr_array_index (self->tied, i), TRUE, palette, &veil, snapshot);
  for (guint i = 0; i < self->untied->len; i++)
    proviso_coverage_look_snapshot (g_ptr_array_index (self->untied, i), FALSE, palette, &veil, snapshot);
}

static void
snapshot_fill (ProvisoPassagePiece *piece, const GdkRGBA *color, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < piece->rects->len; i++)
    {
      ProvisoPassageRect *r = &g_array_index (piece->rects, ProvisoPassageRect, i);
      GskRoundedRect outline;

      gsk_rounded_rect_init_from_rect (&outline,
                                       &GRAPHENE_RECT_INIT (r->x - 2, piece->y + r->y, r->width + 4,
                                                            r->height),
                                       4);
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, color, &outline.bounds);
      gtk_snapshot_pop (snapshot);
    }
}

static void
snapshot_fills (ProvisoPassagePainter *self, GtkSnapshot *snapshot)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GdkRGBA *accent = adw_style_manager_get_accent_color_rgba (manager);
  GdkRGBA color = *accent;

  color.alpha = (adw_style_manager_get_high_contrast (manager) ? 0.32f : 0.16f) + 0.3f * (float) self->flash;
  gdk_rgba_free (accent);

  for (guint i = 0; i < self->filled->len; i++)
    snapshot_fill (g_ptr_array_index (self->filled, i), &color, snapshot);
  for (guint i = 0; i < self->passages->len; i++)
    {
      ProvisoPassage *passage = &g_array_index (self->passages, ProvisoPassage, i);

      if (self->selected && proviso_record_get_root (PROVISO_RECORD (passage->anchor)) == self->selected)
        snapshot_fill (g_ptr_array_index (self->pieces, i), &color, snapshot);
    }
}

static GskRenderNode *
draw_lines (ProvisoPassagePiece *piece,
            const ProvisoPassageLook *look,
            ProvisoPalette palette,
            guint lane,
            int ascent,
            int descent)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  for (guint i = 0; i < piece->rects->len; i++)
    {
      ProvisoPassageRect *r = &g_array_index (piece->rects, ProvisoPassageRect, i);
      int baseline = piece->y + r->y + (r->height - ascent - descent) / 2 + ascent;

      proviso_passage_look_snapshot (look, palette, snapshot, r->x, baseline + GAP + (int) lane * LANE_HEIGHT,
                                     r->width);
    }
  return gtk_snapshot_to_node (snapshot);
}

/* A passage that looks as it did and stands where it did is drawn by the same node again, so that the
 * renderer sees at a glance that nothing is to be done there. */
static void
snapshot_lines (ProvisoPassagePainter *self, GtkSnapshot *snapshot)
{
  ProvisoPalette palette = proviso_palette_get_current ();
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->view));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int ascent = PANGO_PIXELS (pango_font_metrics_get_ascent (metrics));
  int descent = PANGO_PIXELS (pango_font_metrics_get_descent (metrics));

  pango_font_metrics_unref (metrics);

  for (guint i = 0; i < self->passages->len; i++)
    {
      ProvisoPassage *passage = &g_array_index (self->passages, ProvisoPassage, i);
      ProvisoPassagePiece *piece = g_ptr_array_index (self->pieces, i);
      const ProvisoPassageLook *look =
          proviso_passage_look_of_record (proviso_record_get_root (PROVISO_RECORD (passage->anchor)));
      guint node_look;

      if (look == NULL)
        continue;

      node_look = (look->style * PROVISO_N_PALETTES + palette) * PROVISO_PASSAGE_N_LANES + passage->lane;
      if (piece->node == NULL || piece->node_y != piece->y || piece->node_look != node_look)
        {
          g_clear_pointer (&piece->node, gsk_render_node_unref);
          piece->node = draw_lines (piece, look, palette, passage->lane, ascent, descent);
          piece->node_y = piece->y;
          piece->node_look = node_look;
        }
      if (piece->node)
        gtk_snapshot_append_node (snapshot, piece->node);
    }
}

static void
on_text_replaced (ProvisoPassagePainter *self, guint offset, guint n_removed, const char *inserted)
{
  g_clear_pointer (&self->words, g_array_unref);
  proviso_passage_cache_replaced (self->cache, offset, n_removed, (guint) g_utf8_strlen (inserted, -1));
}

/* Most tags, those of spelling and searching among them, only colour the text. */
static gboolean
changes_layout (GtkTextTag *tag)
{
  static const char *const properties_set[] = {
    "family-set",       "style-set",     "variant-set",       "weight-set",         "stretch-set",
    "size-set",         "scale-set",     "rise-set",          "letter-spacing-set", "font-features-set",
    "line-height-set",  "invisible-set", "justification-set", "indent-set",         "left-margin-set",
    "right-margin-set", "tabs-set",      "wrap-mode-set",     "text-transform-set",
  };

  for (guint i = 0; i < G_N_ELEMENTS (properties_set); i++)
    {
      gboolean is_set;

      g_object_get (tag, properties_set[i], &is_set, NULL);
      if (is_set)
        return TRUE;
    }
  return FALSE;
}

static void
on_retagged (ProvisoPassagePainter *self, GtkTextTag *tag, GtkTextIter *start, GtkTextIter *end)
{
  gpointer known;

  if (!g_hash_table_lookup_extended (self->tags, tag, NULL, &known))
    {
      known = GINT_TO_POINTER (changes_layout (tag));
      g_hash_table_insert (self->tags, g_object_ref (tag), known);
    }

  if (GPOINTER_TO_INT (known))
    proviso_passage_cache_retagged (self->cache, gtk_text_iter_get_offset (start),
                                    gtk_text_iter_get_offset (end));
}

static void
on_tag_changed (ProvisoPassagePainter *self, GtkTextTag *tag, gboolean size_changed)
{
  g_hash_table_remove (self->tags, tag);
  if (size_changed)
    proviso_passage_painter_invalidate (self);
}

static void
proviso_passage_painter_dispose (GObject *object)
{
  ProvisoPassagePainter *self = PROVISO_PASSAGE_PAINTER (object);

  if (self->project_signals)
    {
      g_signal_group_set_target (self->project_signals, NULL);
      g_signal_group_set_target (self->buffer_signals, NULL);
      g_signal_group_set_target (self->tag_signals, NULL);
    }
  g_clear_object (&self->project_signals);
  g_clear_object (&self->buffer_signals);
  g_clear_object (&self->tag_signals);
  g_clear_pointer (&self->cache, proviso_passage_cache_free);
  g_clear_pointer (&self->tags, g_hash_table_unref);
  g_clear_object (&self->project);
  g_clear_object (&self->selected);
  g_clear_pointer (&self->passages, g_array_unref);
  g_clear_pointer (&self->pieces, g_ptr_array_unref);
  g_clear_object (&self->coverage);
  g_clear_pointer (&self->words, g_array_unref);
  g_clear_pointer (&self->filled, g_ptr_array_unref);
  g_clear_pointer (&self->tied, g_ptr_array_unref);
  g_clear_pointer (&self->untied, g_ptr_array_unref);

  G_OBJECT_CLASS (proviso_passage_painter_parent_class)->dispose (object);
}

static void
proviso_passage_painter_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FLASH)
    g_value_set_double (value, PROVISO_PASSAGE_PAINTER (object)->flash);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
proviso_passage_painter_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FLASH)
    proviso_passage_painter_set_flash (PROVISO_PASSAGE_PAINTER (object), g_value_get_double (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
proviso_passage_painter_class_init (ProvisoPassagePainterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = proviso_passage_painter_dispose;
  object_class->get_property = proviso_passage_painter_get_property;
  object_class->set_property = proviso_passage_painter_set_property;

  properties[PROP_FLASH] =
      g_param_spec_double ("flash", NULL, NULL, 0, 1, 0,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
proviso_passage_painter_init (ProvisoPassagePainter *self)
{
  self->pieces = g_ptr_array_new ();
  self->filled = g_ptr_array_new ();
  self->tied = g_ptr_array_new ();
  self->untied = g_ptr_array_new ();
  self->tags = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);

  self->project_signals = g_signal_group_new (PROVISO_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "text-replaced", G_CALLBACK (on_text_replaced),
                                  self);
  self->buffer_signals = g_signal_group_new (GTK_TYPE_TEXT_BUFFER);
  g_signal_group_connect_swapped (self->buffer_signals, "apply-tag", G_CALLBACK (on_retagged), self);
  g_signal_group_connect_swapped (self->buffer_signals, "remove-tag", G_CALLBACK (on_retagged), self);
  self->tag_signals = g_signal_group_new (GTK_TYPE_TEXT_TAG_TABLE);
  g_signal_group_connect_swapped (self->tag_signals, "tag-changed", G_CALLBACK (on_tag_changed), self);
}

ProvisoPassagePainter *
proviso_passage_painter_new (GtkTextView *view)
{
  ProvisoPassagePainter *self = g_object_new (PROVISO_TYPE_PASSAGE_PAINTER, NULL);

  self->view = view;
  self->cache = proviso_passage_cache_new (view);
  return self;
}

void
proviso_passage_painter_set_project (ProvisoPassagePainter *self, ProvisoProject *project)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (PROVISO_IS_PASSAGE_PAINTER (self));

  if (!g_set_object (&self->project, project))
    return;

  buffer = project ? gtk_text_view_get_buffer (self->view) : NULL;
  g_hash_table_remove_all (self->tags);
  g_signal_group_set_target (self->project_signals, project);
  g_signal_group_set_target (self->buffer_signals, buffer);
  g_signal_group_set_target (self->tag_signals, buffer ? gtk_text_buffer_get_tag_table (buffer) : NULL);
  proviso_passage_painter_invalidate (self);
}

void
proviso_passage_painter_invalidate (ProvisoPassagePainter *self)
{
  g_return_if_fail (PROVISO_IS_PASSAGE_PAINTER (self));

  proviso_passage_cache_clear (self->cache);
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

void
proviso_passage_painter_set_selected (ProvisoPassagePainter *self, ProvisoRecord *record)
{
  g_return_if_fail (PROVISO_IS_PASSAGE_PAINTER (self));

  if (g_set_object (&self->selected, record))
    gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

void
proviso_passage_painter_set_words (ProvisoPassagePainter *self, GArray *words)
{
  g_return_if_fail (PROVISO_IS_PASSAGE_PAINTER (self));

  if (self->words == words)
    return;

  g_clear_pointer (&self->words, g_array_unref);
  self->words = words ? g_array_ref (words) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

GArray *
proviso_passage_painter_get_words (ProvisoPassagePainter *self)
{
  g_return_val_if_fail (PROVISO_IS_PASSAGE_PAINTER (self), NULL);

  return self->words;
}

void
proviso_passage_painter_set_only_open (ProvisoPassagePainter *self, gboolean only_open)
{
  g_return_if_fail (PROVISO_IS_PASSAGE_PAINTER (self));

  self->only_open = only_open;
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

void
proviso_passage_painter_set_coverage (ProvisoPassagePainter *self, ProvisoCoverageTracker *tracker)
{
  g_return_if_fail (PROVISO_IS_PASSAGE_PAINTER (self));

  if (g_set_object (&self->coverage, tracker))
    gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

void
proviso_passage_painter_set_flash (ProvisoPassagePainter *self, double flash)
{
  g_return_if_fail (PROVISO_IS_PASSAGE_PAINTER (self));

  flash = CLAMP (flash, 0, 1);
  if (self->flash == flash)
    return;

  self->flash = flash;
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FLASH]);
}

void
proviso_passage_painter_snapshot (ProvisoPassagePainter *self, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  g_return_if_fail (PROVISO_IS_PASSAGE_PAINTER (self));

  if (self->project == NULL)
    return;

  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    {
      measure_frame (self);
      if (self->selected || self->filled->len > 0)
        snapshot_fills (self, snapshot);
    }
  else if (self->passages)
    {
      snapshot_lines (self, snapshot);
      if (self->coverage)
        snapshot_coverage (self, snapshot);
    }
}

GArray *
proviso_passage_painter_get_frame (ProvisoPassagePainter *self, guint *visible_start)
{
  g_return_val_if_fail (PROVISO_IS_PASSAGE_PAINTER (self), NULL);

  *visible_start = self->visible_start;
  return self->passages;
}

gboolean
proviso_passage_painter_get_first_rect (ProvisoPassagePainter *self, guint index, GdkRectangle *rect)
{
  ProvisoPassagePiece *piece;
  ProvisoPassageRect *first;

  g_return_val_if_fail (PROVISO_IS_PASSAGE_PAINTER (self), FALSE);
  g_return_val_if_fail (index < self->pieces->len, FALSE);

  piece = g_ptr_array_index (self->pieces, index);
  if (piece->rects->len == 0)
    return FALSE;

  first = &g_array_index (piece->rects, ProvisoPassageRect, 0);
  *rect = (GdkRectangle) { first->x, piece->y + first->y, first->width, first->height };
  return TRUE;
}
