/* proviso-caveat-gutter.c: the marks beside lines of the draft that have an open caveat.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawing a mark asks a passage for its record's state and nothing else; which caveats stand behind it is
 * looked up when the pointer asks.
 */
#include "editor/proviso-caveat-gutter.h"

#include <glib/gi18n-lib.h>

#include "core/proviso-enum-types.h"
#include "core/proviso-vocabulary.h"
#include "editor/proviso-passage-geometry.h"
#include "editor/proviso-passage-look.h"

#define ICON_SIZE 16

/* How many caveats a tooltip lists. */
#define MAX_LISTED 5

struct _ProvisoCaveatGutter
{
  GObject parent_instance;

  GtkTextView *view;
  ProvisoPassagePainter *painter;
  ProvisoProject *project;
};

G_DEFINE_FINAL_TYPE (ProvisoCaveatGutter, proviso_caveat_gutter, G_TYPE_OBJECT)

typedef struct
{
  GdkRectangle area;
  ProvisoCaveatSeverity severity;
} Mark;

gboolean
proviso_caveat_gutter_get_severity (ProvisoRecord *record, ProvisoCaveatSeverity *severity)
{
  if (PROVISO_IS_CAVEAT (record))
    {
      *severity = proviso_caveat_get_severity (PROVISO_CAVEAT (record));
      return proviso_caveat_get_state (PROVISO_CAVEAT (record)) == PROVISO_CAVEAT_STATE_OPEN;
    }

  return PROVISO_IS_CLAIM (record) && proviso_claim_get_open_severity (PROVISO_CLAIM (record), severity);
}

/* The mark beside words at `location`. */
static void
get_area (ProvisoCaveatGutter *self, const GdkRectangle *location, GdkRectangle *area)
{
  GtkWidget *widget = GTK_WIDGET (self->view);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    area->x = gtk_widget_get_width (widget) - gtk_text_view_get_right_margin (self->view) +
              PROVISO_CAVEAT_GUTTER_WIDTH - ICON_SIZE - 4;
  else
    area->x = gtk_text_view_get_left_margin (self->view) - PROVISO_CAVEAT_GUTTER_WIDTH + 4;
  area->y = location->y + (location->height - ICON_SIZE) / 2;
  area->width = area->height = ICON_SIZE;
}

static gboolean
is_marked (ProvisoPassage *passage, guint from, ProvisoCaveatSeverity *severity)
{
  return passage->start >= from &&
         proviso_caveat_gutter_get_severity (proviso_record_get_root (PROVISO_RECORD (passage->anchor)), severity);
}

static GArray *
get_marks (ProvisoCaveatGutter *self)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  GdkRectangle location;
  guint start;
  GArray *passages = proviso_passage_painter_get_frame (self->painter, &start);

  for (guint i = 0; passages && i < passages->len; i++)
    {
      ProvisoPassage *passage = &g_array_index (passages, ProvisoPassage, i);
      Mark mark, *last = marks->len > 0 ? &g_array_index (marks, Mark, marks->len - 1) : NULL;

      if (!is_marked (passage, start, &mark.severity) ||
          !proviso_passage_painter_get_first_rect (self->painter, i, &location))
        continue;

      get_area (self, &location, &mark.area);
      if (last && last->area.y == mark.area.y)
        last->severity = MIN (last->severity, mark.severity);
      else
        g_array_append_val (marks, mark);
    }

  return marks;
}

static void
add_caveats_of (ProvisoCaveatGutter *self, ProvisoRecord *record, GPtrArray *caveats)
{
  ProvisoRecordList *all = proviso_project_get_caveats (self->project);

  if (PROVISO_IS_CAVEAT (record))
    {
      if (!g_ptr_array_find (caveats, record, NULL))
        g_ptr_array_add (caveats, record);
      return;
    }

  for (guint i = 0; i < proviso_record_list_get_size (all); i++)
    {
      ProvisoCaveat *caveat = proviso_record_list_peek (all, i);

      if (proviso_caveat_get_state (caveat) == PROVISO_CAVEAT_STATE_OPEN &&
          g_strcmp0 (proviso_caveat_get_claim (caveat), proviso_claim_get_id (PROVISO_CLAIM (record))) == 0 &&
          !g_ptr_array_find (caveats, caveat, NULL))
        g_ptr_array_add (caveats, caveat);
    }
}

static int
compare_caveats (gconstpointer a, gconstpointer b)
{
  return (int) proviso_caveat_get_severity (*(ProvisoCaveat **) a) -
         (int) proviso_caveat_get_severity (*(ProvisoCaveat **) b);
}

static void
proviso_caveat_gutter_dispose (GObject *object)
{
  ProvisoCaveatGutter *self = PROVISO_CAVEAT_GUTTER (object);

  g_clear_object (&self->project);
  g_clear_object (&self->painter);

  G_OBJECT_CLASS (proviso_caveat_gutter_parent_class)->dispose (object);
}

static void
proviso_caveat_gutter_class_init (ProvisoCaveatGutterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_caveat_gutter_dispose;
}

static void
proviso_caveat_gutter_init (ProvisoCaveatGutter *self)
{
}

ProvisoCaveatGutter *
proviso_caveat_gutter_new (GtkTextView *view, ProvisoPassagePainter *painter)
{
  ProvisoCaveatGutter *self = g_object_new (PROVISO_TYPE_CAVEAT_GUTTER, NULL);

  self->view = view;
  self->painter = g_object_ref (painter);
  return self;
}

void
proviso_caveat_gutter_set_project (ProvisoCaveatGutter *self, ProvisoProject *project)
{
  g_return_if_fail (PROVISO_IS_CAVEAT_GUTTER (self));

  g_set_object (&self->project, project);
}

void
proviso_caveat_gutter_snapshot (ProvisoCaveatGutter *self, GtkSnapshot *snapshot)
{
  g_autoptr (GArray) marks = NULL;
  GtkIconTheme *theme;
  GdkRGBA color;

  g_return_if_fail (PROVISO_IS_CAVEAT_GUTTER (self));

  if (self->project == NULL)
    return;

  marks = get_marks (self);
  if (marks->len == 0)
    return;

  theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self->view)));
  proviso_passage_look_get_color (proviso_passage_look_of_state (PROVISO_CAVEAT_STATE_OPEN),
                                  proviso_palette_get_current (), &color);

  for (guint i = 0; i < marks->len; i++)
    {
      Mark *mark = &g_array_index (marks, Mark, i);
      g_autoptr (GtkIconPaintable) icon =
          gtk_icon_theme_lookup_icon (theme,
                                      proviso_vocabulary_get_icon_name (PROVISO_TYPE_CAVEAT_SEVERITY,
                                                                        mark->severity),
                                      NULL, ICON_SIZE, gtk_widget_get_scale_factor (GTK_WIDGET (self->view)),
                                      GTK_TEXT_DIR_NONE, 0);

      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (mark->area.x, mark->area.y));
      gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON_SIZE, ICON_SIZE,
                                                (GdkRGBA[4]) { color, color, color, color }, 4);
      gtk_snapshot_restore (snapshot);
    }
}

GPtrArray *
proviso_caveat_gutter_get_caveats_at (ProvisoCaveatGutter *self, int x, int y, GdkRectangle *area)
{
  g_autoptr (GPtrArray) caveats = NULL;
  g_autoptr (GArray) passages = NULL;
  guint start, end;

  g_return_val_if_fail (PROVISO_IS_CAVEAT_GUTTER (self), NULL);

  if (self->project == NULL)
    return NULL;

  proviso_passage_geometry_get_visible (self->view, y, y + 1, &start, &end);
  passages = proviso_passage_painter_get_passages (self->painter, start, end);
  caveats = g_ptr_array_new ();

  for (guint i = 0; i < passages->len; i++)
    {
      ProvisoPassage *passage = &g_array_index (passages, ProvisoPassage, i);
      ProvisoCaveatSeverity severity;
      GdkRectangle location, mark;
      GtkTextIter iter;

      if (passage->start >= end || !is_marked (passage, start, &severity))
        continue;

      gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->view), &iter, passage->start);
      gtk_text_view_get_iter_location (self->view, &iter, &location);
      get_area (self, &location, &mark);
      if (x < mark.x - 4 || x >= mark.x + mark.width + 4 || y < mark.y - 4 || y >= mark.y + mark.height + 4)
        continue;

      *area = mark;
      add_caveats_of (self, proviso_record_get_root (PROVISO_RECORD (passage->anchor)), caveats);
    }

  if (caveats->len == 0)
    return NULL;

  g_ptr_array_sort (caveats, compare_caveats);
  return g_steal_pointer (&caveats);
}

char *
proviso_caveat_gutter_dup_tooltip (GPtrArray *caveats)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < MIN (caveats->len, MAX_LISTED); i++)
    {
      ProvisoCaveat *caveat = g_ptr_array_index (caveats, i);
      const char *severity =
          proviso_vocabulary_get_label (PROVISO_TYPE_CAVEAT_SEVERITY, proviso_caveat_get_severity (caveat));
      const char *type =
          proviso_vocabulary_get_label (PROVISO_TYPE_CAVEAT_TYPE, proviso_caveat_get_caveat_type (caveat));
      const char *text = proviso_caveat_get_text (caveat);

      if (i > 0)
        g_string_append_c (string, '\n');
      if (*text != '\0')
        /* Translators: severity, type and text of a caveat: “Major · Single Source: Only one outlet says so”
         */
        g_string_append_printf (string, _ ("%s · %s: %s"), severity, type, text);
      else
        /* Translators: severity and type of a caveat: “Major · Single Source” */
        g_string_append_printf (string, _ ("%s · %s"), severity, type);
    }

  if (caveats->len > MAX_LISTED)
    {
      guint more = caveats->len - MAX_LISTED;

      g_string_append_c (string, '\n');
      g_string_append_printf (string, ngettext ("and %u more", "and %u more", more), more);
    }

  return g_string_free_and_steal (string);
}
