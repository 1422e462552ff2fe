/* proviso-draft-view.c: the text view of a draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The column's width is made by the view's margins, so that the whole pane scrolls and takes clicks. They are
 * set as the view is given its size, before it lays out text.
 */
#include "editor/proviso-draft-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "editor/proviso-draft-keys.h"
#include "editor/proviso-draft-style.h"
#include "editor/proviso-spelling.h"

#define TOP_MARGIN 24
#define MIN_END_MARGIN 14

/* How far down a line is brought that is gone to for what stands below it, as a part of the height. */
#define TOP_ALIGN 0.15

#define FLASH_MS 900

struct _ProvisoDraftView
{
  GtkSourceView parent_instance;

  ProvisoProject *project;
  ProvisoSelection *selection;
  ProvisoChanges *changes; /* nullable */
  GSignalGroup *project_signals;
  GSignalGroup *selection_signals;
  GSignalGroup *buffer_signals;

  ProvisoPassagePainter *painter;
  ProvisoCaveatGutter *gutter;
  ProvisoDraftPointer *pointer;
  ProvisoReadingAids *aids;
  ProvisoSpelling *spelling;
  guint spelling_source;
  AdwAnimation *flash;

  ProvisoDraftStyle *style;
  gboolean check_spelling;
  gboolean reviewing;
  gboolean typing_refused; /* since then */
  int width;
  int start_margin;
};

enum
{
  PROP_0,
  PROP_PROJECT,
  PROP_SELECTION,
  PROP_FONT_SCALE,
  PROP_CHECK_SPELLING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  MESSAGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoDraftView, proviso_draft_view, GTK_SOURCE_TYPE_VIEW)

static void
on_cursor_moved (ProvisoDraftView *self, GParamSpec *pspec, GtkTextBuffer *buffer)
{
  guint start, end;

  if (self->selection == NULL)
    return;

  proviso_buffer_get_selection (PROVISO_BUFFER (buffer), &start, &end);
  proviso_selection_set_range (self->selection, start, end);
}

static void
on_mark_set (ProvisoDraftView *self, GtkTextIter *iter, GtkTextMark *mark, GtkTextBuffer *buffer)
{
  if (mark != gtk_text_buffer_get_insert (buffer) && mark != gtk_text_buffer_get_selection_bound (buffer))
    return;

  on_cursor_moved (self, NULL, buffer);
  proviso_passage_painter_set_words (self->painter, NULL);

  /* Typing carries the cursor along and does not set it: this is the person, moving it elsewhere. */
  if (self->project && !proviso_buffer_get_replacing (PROVISO_BUFFER (buffer)))
    proviso_history_seal (proviso_project_get_history (self->project));
}

static void
on_text_replaced (ProvisoDraftView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  /* Undo and what the panel puts in happen elsewhere; what they did is to be seen. */
  if (proviso_buffer_get_replacing (PROVISO_BUFFER (buffer)))
    gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
}

static void
flash (ProvisoDraftView *self)
{
  if (self->flash == NULL)
    {
      AdwAnimationTarget *target = adw_property_animation_target_new (G_OBJECT (self->painter), "flash");

      self->flash = adw_timed_animation_new (GTK_WIDGET (self), 1, 0, FLASH_MS, target);
    }
  adw_animation_reset (self->flash);
  adw_animation_play (self->flash);
}

/* Words that somebody else changed, say: filled, so that they are told apart from those around them, until the cursor
 * leaves their start. Selected, the next key would replace them. */
static void
on_show_range (ProvisoDraftView *self, guint start, guint end)
{
  g_autoptr (GArray) words = NULL;

  if (self->changes)
    words = proviso_changes_find_words (self->changes, start, end);
  else
    words = g_array_new (FALSE, FALSE, sizeof (ProvisoChangedWords));
  if (words->len == 0 && start < end)
    g_array_append_vals (words, &(ProvisoChangedWords) { start, end }, 1);

  proviso_draft_view_go_to (self, words->len > 0 ? g_array_index (words, ProvisoChangedWords, 0).start : start);
  proviso_passage_painter_set_words (self->painter, words);
  flash (self);
}

/* What is filled: the record's own passages, or for a caveat without any, those of its claim. */
static void
on_record_selected (ProvisoDraftView *self)
{
  ProvisoRecord *record = proviso_selection_get_record (self->selection);

  if (PROVISO_IS_CAVEAT (record) && proviso_caveat_get_position (PROVISO_CAVEAT (record)) == G_MAXUINT &&
      proviso_caveat_get_claim (PROVISO_CAVEAT (record)))
    {
      ProvisoClaim *claim =
          proviso_project_find_claim (self->project, proviso_caveat_get_claim (PROVISO_CAVEAT (record)));

      if (claim)
        record = PROVISO_RECORD (claim);
    }
  proviso_passage_painter_set_selected (self->painter, record);
}

/* Also where the words are not to be typed into: what was done to records is undone as well. */
static gboolean
undo (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  proviso_draft_view_undo (PROVISO_DRAFT_VIEW (widget));
  return TRUE;
}

static gboolean
redo (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  proviso_draft_view_redo (PROVISO_DRAFT_VIEW (widget));
  return TRUE;
}

/* GtkSourceView asks whether the text may change before it does most of its own things to it, but not before these two.
 */
static void
change_number (ProvisoDraftView *self, int count)
{
  if (proviso_draft_view_may_change (self))
    g_signal_chain_from_overridden_handler (self, count);
}

static void
change_case (ProvisoDraftView *self, GtkSourceChangeCaseType case_type)
{
  if (proviso_draft_view_may_change (self))
    g_signal_chain_from_overridden_handler (self, case_type);
}

static void
on_spelling_switched_off (ProvisoDraftView *self)
{
  proviso_draft_view_set_check_spelling (self, FALSE);
}

static gboolean
start_spelling (gpointer user_data)
{
  ProvisoDraftView *self = user_data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  self->spelling_source = 0;
  if (self->spelling == NULL && self->check_spelling && self->project)
    {
      self->spelling = proviso_spelling_new (GTK_WIDGET (self), PROVISO_BUFFER (buffer), self->project);
      g_signal_connect_object (self->spelling, "switched-off", G_CALLBACK (on_spelling_switched_off), self,
                               G_CONNECT_SWAPPED);
    }
  return G_SOURCE_REMOVE;
}

static void
on_painted (GdkFrameClock *clock, ProvisoDraftView *self)
{
  g_signal_handlers_disconnect_by_func (clock, on_painted, self);
  if (self->spelling_source == 0)
    self->spelling_source = g_idle_add_full (G_PRIORITY_LOW, start_spelling, self, NULL);
}

/* A dictionary takes longer to load than the window to come up, so it waits until that has been painted and
 * nothing else is to be done. */
static void
update_spelling (ProvisoDraftView *self)
{
  gboolean wanted = self->check_spelling && self->project && gtk_widget_get_mapped (GTK_WIDGET (self));

  if (wanted && self->spelling == NULL && self->spelling_source == 0)
    {
      GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

      g_signal_handlers_disconnect_by_func (clock, on_painted, self);
      g_signal_connect_object (clock, "after-paint", G_CALLBACK (on_painted), self, G_CONNECT_DEFAULT);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }

  if (!self->check_spelling || self->project == NULL)
    {
      g_clear_handle_id (&self->spelling_source, g_source_remove);
      g_clear_object (&self->spelling);
    }
}

static void
proviso_draft_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (proviso_draft_view_parent_class)->map (widget);
  update_spelling (PROVISO_DRAFT_VIEW (widget));
}

static void
proviso_draft_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  ProvisoDraftView *self = PROVISO_DRAFT_VIEW (widget);

  GTK_WIDGET_CLASS (proviso_draft_view_parent_class)->css_changed (widget, change);
  if (self->painter)
    proviso_passage_painter_invalidate (self->painter);
}

static void
proviso_draft_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  ProvisoDraftView *self = PROVISO_DRAFT_VIEW (widget);

  GTK_WIDGET_CLASS (proviso_draft_view_parent_class)->direction_changed (widget, previous);
  if (self->painter)
    proviso_passage_painter_invalidate (self->painter);
  gtk_widget_queue_allocate (widget);
}

static void
proviso_draft_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ProvisoDraftView *self = PROVISO_DRAFT_VIEW (widget);
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int measure = PANGO_PIXELS_CEIL ((int) proviso_draft_style_get_measure (self->style) *
                                   pango_font_metrics_get_approximate_char_width (metrics));
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int side = (width - measure) / 2;
  int start = MAX (side, PROVISO_CAVEAT_GUTTER_WIDTH), end = MAX (side, MIN_END_MARGIN);

  pango_font_metrics_unref (metrics);

  if (width != self->width || start != self->start_margin)
    proviso_passage_painter_invalidate (self->painter);
  self->width = width;
  self->start_margin = start;

  gtk_text_view_set_left_margin (view, rtl ? end : start);
  gtk_text_view_set_right_margin (view, rtl ? start : end);
  /* The last line can be brought to the middle, so that nobody writes at the window's edge. */
  gtk_text_view_set_bottom_margin (view, MAX (height / 2, TOP_MARGIN));

  GTK_WIDGET_CLASS (proviso_draft_view_parent_class)->size_allocate (widget, width, height, baseline);
  proviso_draft_pointer_allocate (self->pointer);
}

static void
proviso_draft_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  ProvisoDraftView *self = PROVISO_DRAFT_VIEW (view);

  GTK_TEXT_VIEW_CLASS (proviso_draft_view_parent_class)->snapshot_layer (view, layer, snapshot);

  proviso_passage_painter_snapshot (self->painter, layer, snapshot);
  if (layer == GTK_TEXT_VIEW_LAYER_ABOVE_TEXT)
    proviso_caveat_gutter_snapshot (self->gutter, snapshot);
}

static void
proviso_draft_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ProvisoDraftView *self = PROVISO_DRAFT_VIEW (object);

  switch (id)
    {
    case PROP_PROJECT:
      g_value_set_object (value, self->project);
      break;
    case PROP_SELECTION:
      g_value_set_object (value, self->selection);
      break;
    case PROP_FONT_SCALE:
      g_value_set_double (value, proviso_draft_style_get_font_scale (self->style));
      break;
    case PROP_CHECK_SPELLING:
      g_value_set_boolean (value, self->check_spelling);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
proviso_draft_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ProvisoDraftView *self = PROVISO_DRAFT_VIEW (object);

  switch (id)
    {
    case PROP_FONT_SCALE:
      proviso_draft_view_set_font_scale (self, g_value_get_double (value));
      break;
    case PROP_CHECK_SPELLING:
      proviso_draft_view_set_check_spelling (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
proviso_draft_view_dispose (GObject *object)
{
  ProvisoDraftView *self = PROVISO_DRAFT_VIEW (object);

  g_clear_handle_id (&self->spelling_source, g_source_remove);
  if (self->project_signals)
    {
      g_signal_group_set_target (self->project_signals, NULL);
      g_signal_group_set_target (self->selection_signals, NULL);
      g_signal_group_set_target (self->buffer_signals, NULL);
    }
  g_clear_object (&self->project_signals);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->buffer_signals);
  if (self->flash)
    adw_animation_skip (self->flash);
  g_clear_object (&self->flash);
  g_clear_object (&self->spelling);
  g_clear_object (&self->pointer);
  g_clear_object (&self->aids);
  g_clear_object (&self->gutter);
  g_clear_object (&self->painter);
  g_clear_object (&self->project);
  g_clear_object (&self->selection);
  g_clear_object (&self->changes);
  g_clear_object (&self->style);

  G_OBJECT_CLASS (proviso_draft_view_parent_class)->dispose (object);
}

/* In the first line one is at the top, the margin above it included; the text view scrolls no further than to the line. */
static void
proviso_draft_view_move_cursor (GtkTextView *view, GtkMovementStep step, int count, gboolean extend)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, cursor;
  GdkRectangle first_line, line;

  GTK_TEXT_VIEW_CLASS (proviso_draft_view_parent_class)->move_cursor (view, step, count, extend);

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_view_get_iter_location (view, &start, &first_line);
  gtk_text_view_get_iter_location (view, &cursor, &line);
  if (line.y == first_line.y)
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)), 0);
}

static void
proviso_draft_view_class_init (ProvisoDraftViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = proviso_draft_view_get_property;
  object_class->set_property = proviso_draft_view_set_property;
  object_class->dispose = proviso_draft_view_dispose;
  widget_class->map = proviso_draft_view_map;
  widget_class->css_changed = proviso_draft_view_css_changed;
  widget_class->direction_changed = proviso_draft_view_direction_changed;
  widget_class->size_allocate = proviso_draft_view_size_allocate;
  GTK_TEXT_VIEW_CLASS (klass)->move_cursor = proviso_draft_view_move_cursor;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = proviso_draft_view_snapshot_layer;

  properties[PROP_PROJECT] = g_param_spec_object ("project", NULL, NULL, PROVISO_TYPE_PROJECT,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTION] = g_param_spec_object ("selection", NULL, NULL, PROVISO_TYPE_SELECTION,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FONT_SCALE] =
      g_param_spec_double ("font-scale", NULL, NULL, PROVISO_DRAFT_VIEW_MIN_SCALE,
                           PROVISO_DRAFT_VIEW_MAX_SCALE, 1.0,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHECK_SPELLING] =
      g_param_spec_boolean ("check-spelling", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[MESSAGE] = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_signal_override_class_handler ("change-number", G_TYPE_FROM_CLASS (klass), G_CALLBACK (change_number));
  g_signal_override_class_handler ("change-case", G_TYPE_FROM_CLASS (klass), G_CALLBACK (change_case));

  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, undo, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, redo, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, redo, NULL);
}

static void
proviso_draft_view_init (ProvisoDraftView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_text_view_set_monospace (view, TRUE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (view, TOP_MARGIN);
  gtk_text_view_set_input_hints (view, GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_UPPERCASE_SENTENCES);
  gtk_source_view_set_smart_home_end (GTK_SOURCE_VIEW (self), GTK_SOURCE_SMART_HOME_END_BEFORE);
  gtk_source_view_set_tab_width (GTK_SOURCE_VIEW (self), 4);
  gtk_source_view_set_insert_spaces_instead_of_tabs (GTK_SOURCE_VIEW (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Draft"), -1);

  /* The project's history undoes; the toolkit's own actions would take the keys and do nothing. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "text.undo", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "text.redo", FALSE);

  self->style = proviso_draft_style_new (GTK_SOURCE_VIEW (self));
  self->painter = proviso_passage_painter_new (view);
  self->gutter = proviso_caveat_gutter_new (view, self->painter);
  self->aids = proviso_reading_aids_new (view, self->painter);
  self->pointer = proviso_draft_pointer_new (self);
  proviso_draft_keys_attach (self, self->pointer);

  g_signal_connect_object (self, "preedit-changed", G_CALLBACK (proviso_passage_painter_invalidate),
                           self->painter, G_CONNECT_SWAPPED);

  self->project_signals = g_signal_group_new (PROVISO_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "text-replaced", G_CALLBACK (on_text_replaced),
                                  self);
  g_signal_group_connect_swapped (self->project_signals, "passages-changed",
                                  G_CALLBACK (gtk_widget_queue_draw), self);
  self->selection_signals = g_signal_group_new (PROVISO_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "notify::record", G_CALLBACK (on_record_selected),
                                  self);
  g_signal_group_connect_swapped (self->selection_signals, "show-in-text",
                                  G_CALLBACK (proviso_draft_view_show_anchor), self);
  g_signal_group_connect_swapped (self->selection_signals, "show-range", G_CALLBACK (on_show_range), self);
  self->buffer_signals = g_signal_group_new (PROVISO_TYPE_BUFFER);
  g_signal_group_connect_swapped (self->buffer_signals, "notify::cursor-position",
                                  G_CALLBACK (on_cursor_moved), self);
  g_signal_group_connect_swapped (self->buffer_signals, "mark-set", G_CALLBACK (on_mark_set), self);
}

GtkWidget *
proviso_draft_view_new (void)
{
  return g_object_new (PROVISO_TYPE_DRAFT_VIEW, NULL);
}

/* GTK 4.18 keeps the layout of each line whose place somebody asked for. With its buffer it lets go only of those
 * that it had also measured for scrolling; another's, of a line out of sight, is left with a line that is freed,
 * and is read when the next line is laid out. Setting the tabs makes it let go of all of them. */
static void
forget_lines (ProvisoDraftView *self)
{
  PangoTabArray *tabs = gtk_text_view_get_tabs (GTK_TEXT_VIEW (self));

  gtk_text_view_set_tabs (GTK_TEXT_VIEW (self), tabs);
  g_clear_pointer (&tabs, pango_tab_array_free);
}

void
proviso_draft_view_show_buffer (ProvisoDraftView *self, GtkTextBuffer *buffer)
{
  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (self));
  g_return_if_fail (buffer == NULL || GTK_IS_TEXT_BUFFER (buffer));

  if (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)) == buffer)
    return;

  forget_lines (self);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self), buffer);
}

void
proviso_draft_view_set_project (ProvisoDraftView *self, ProvisoProject *project, ProvisoSelection *selection)
{
  ProvisoText *text;

  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (self));
  g_return_if_fail ((project == NULL) == (selection == NULL));

  if (self->project == project && self->selection == selection)
    return;

  text = project ? proviso_project_get_text (project) : NULL;
  g_return_if_fail (text == NULL || PROVISO_IS_BUFFER (text));

  g_clear_object (&self->spelling);
  g_set_object (&self->project, project);
  g_set_object (&self->selection, selection);

  proviso_draft_view_show_buffer (self, (gpointer) text);
  proviso_draft_style_update_scheme (self->style);

  g_signal_group_set_target (self->project_signals, project);
  g_signal_group_set_target (self->selection_signals, selection);
  g_signal_group_set_target (self->buffer_signals, text);
  proviso_passage_painter_set_project (self->painter, project);
  proviso_caveat_gutter_set_project (self->gutter, project);
  proviso_reading_aids_set_project (self->aids, project);
  if (selection)
    {
      on_record_selected (self);
      on_cursor_moved (self, NULL, GTK_TEXT_BUFFER (text));
    }
  update_spelling (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTION]);
}

ProvisoProject *
proviso_draft_view_get_project (ProvisoDraftView *self)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_VIEW (self), NULL);

  return self->project;
}

ProvisoSelection *
proviso_draft_view_get_selection (ProvisoDraftView *self)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_VIEW (self), NULL);

  return self->selection;
}

ProvisoPassagePainter *
proviso_draft_view_get_painter (ProvisoDraftView *self)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_VIEW (self), NULL);

  return self->painter;
}

ProvisoCaveatGutter *
proviso_draft_view_get_gutter (ProvisoDraftView *self)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_VIEW (self), NULL);

  return self->gutter;
}

ProvisoReadingAids *
proviso_draft_view_get_reading_aids (ProvisoDraftView *self)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_VIEW (self), NULL);

  return self->aids;
}

ProvisoSpelling *
proviso_draft_view_get_spelling (ProvisoDraftView *self)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_VIEW (self), NULL);

  return self->spelling;
}

ProvisoDraftStyle *
proviso_draft_view_get_draft_style (ProvisoDraftView *self)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_VIEW (self), NULL);

  return self->style;
}

double
proviso_draft_view_get_font_scale (ProvisoDraftView *self)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_VIEW (self), 1.0);

  return proviso_draft_style_get_font_scale (self->style);
}

void
proviso_draft_view_set_font_scale (ProvisoDraftView *self, double font_scale)
{
  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (self));

  font_scale = CLAMP (font_scale, PROVISO_DRAFT_VIEW_MIN_SCALE, PROVISO_DRAFT_VIEW_MAX_SCALE);
  if (proviso_draft_style_get_font_scale (self->style) == font_scale)
    return;

  proviso_draft_style_set_font_scale (self->style, font_scale);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FONT_SCALE]);
}

gboolean
proviso_draft_view_get_check_spelling (ProvisoDraftView *self)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_VIEW (self), FALSE);

  return self->check_spelling;
}

void
proviso_draft_view_set_check_spelling (ProvisoDraftView *self, gboolean check_spelling)
{
  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (self));

  check_spelling = !!check_spelling;
  if (self->check_spelling == check_spelling)
    return;

  self->check_spelling = check_spelling;
  update_spelling (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHECK_SPELLING]);
}

gboolean
proviso_draft_view_get_reviewing (ProvisoDraftView *self)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_VIEW (self), FALSE);

  return self->reviewing;
}

void
proviso_draft_view_set_reviewing (ProvisoDraftView *self, gboolean reviewing)
{
  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (self));

  self->reviewing = !!reviewing;
  self->typing_refused = FALSE;
}

void
proviso_draft_view_refuse_typing (ProvisoDraftView *self)
{
  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (self));

  if (self->typing_refused)
    return;

  self->typing_refused = TRUE;
  proviso_draft_view_message (self, _ ("In review mode the text stays as it is: leave it to go on writing"));
}

gboolean
proviso_draft_view_may_change (ProvisoDraftView *self)
{
  gboolean editable;

  g_return_val_if_fail (PROVISO_IS_DRAFT_VIEW (self), FALSE);

  editable = gtk_text_view_get_editable (GTK_TEXT_VIEW (self));
  if (!editable && self->reviewing)
    proviso_draft_view_refuse_typing (self);
  return editable;
}

void
proviso_draft_view_undo (ProvisoDraftView *self)
{
  ProvisoHistory *history;

  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (self));

  if (self->project == NULL)
    return;

  history = proviso_project_get_history (self->project);
  if (self->reviewing && proviso_history_undo_changes_text (history))
    proviso_draft_view_message (self, _ ("The last step changed the text: leave review mode to undo it"));
  else
    proviso_history_undo (history);
}

void
proviso_draft_view_redo (ProvisoDraftView *self)
{
  ProvisoHistory *history;

  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (self));

  if (self->project == NULL)
    return;

  history = proviso_project_get_history (self->project);
  if (self->reviewing && proviso_history_redo_changes_text (history))
    proviso_draft_view_message (self, _ ("The next step changes the text: leave review mode to redo it"));
  else
    proviso_history_redo (history);
}

void
proviso_draft_view_set_changes (ProvisoDraftView *self, ProvisoChanges *changes)
{
  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (self));
  g_return_if_fail (changes == NULL || PROVISO_IS_CHANGES (changes));

  g_set_object (&self->changes, changes);
}

void
proviso_draft_view_go_to (ProvisoDraftView *self, guint offset)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  proviso_passage_painter_set_words (self->painter, NULL);
  proviso_buffer_select (PROVISO_BUFFER (buffer), offset, offset);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer), 0.15, FALSE, 0, 0);
}

void
proviso_draft_view_go_to_top (ProvisoDraftView *self, guint offset)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (self));

  proviso_draft_view_go_to (self, offset);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer), 0, TRUE, 0, TOP_ALIGN);
}

void
proviso_draft_view_show_anchor (ProvisoDraftView *self, ProvisoAnchor *anchor)
{
  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (self));
  g_return_if_fail (PROVISO_IS_ANCHOR (anchor));

  if (proviso_anchor_get_state (anchor) == PROVISO_ANCHOR_STATE_LOST)
    {
      proviso_draft_view_message (self, _ ("This passage is no longer in the draft"));
      return;
    }

  proviso_draft_view_go_to (self, proviso_anchor_get_start (anchor));
  flash (self);
}

void
proviso_draft_view_message (ProvisoDraftView *self, const char *text)
{
  g_return_if_fail (PROVISO_IS_DRAFT_VIEW (self));

  g_signal_emit (self, signals[MESSAGE], 0, text);
}
