/* proviso-difference-view.c: what differs between two texts, word by word, as one text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-difference-view.h"
#include "merge/proviso-word-diff.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Code points shown on either side of a change where the rest is left out; more, up to the end of a word. */
#define CONTEXT 40
/* How narrow it may become; words that are longer are broken. */
#define MIN_CHARS 10
/* Bytes shown and told: some pages. A label lays out all that it has at once. */
#define MAX_SHOWN 8000
#define MAX_DESCRIPTION 1000

/* How much of the tint is seen. The letters keep their colour, and so at least 7:1 against it. */
#define TINT_LIGHT 0.20
#define TINT_DARK 0.35

struct _ProvisoDifferenceView
{
  AdwBin parent_instance;

  GtkLabel *label;
  gboolean abbreviated;
  char *old_text;
  char *new_text;
  char *description;
  GArray *runs; /* of Run */
};

/* A stretch of the label that was removed or inserted, bytes. */
typedef struct
{
  gboolean inserted;
  guint start;
  guint end;
} Run;

enum
{
  PROP_0,
  PROP_ABBREVIATED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ProvisoDifferenceView, proviso_difference_view, ADW_TYPE_BIN)

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, const Run *run)
{
  attribute->start_index = run->start;
  attribute->end_index = run->end;
  pango_attr_list_insert (attributes, attribute);
}

static void
update_attributes (ProvisoDifferenceView *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  gboolean dark = adw_style_manager_get_dark (style);
  guint16 alpha = (guint16) (G_MAXUINT16 * (dark ? TINT_DARK : TINT_LIGHT));

  for (guint i = 0; i < self->runs->len; i++)
    {
      const Run *run = &g_array_index (self->runs, Run, i);

      /* GNOME's red and green. */
      if (run->inserted)
        {
          add_attribute (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), run);
          add_attribute (attributes, pango_attr_background_new (0x2e00, 0xc200, 0x7e00), run);
        }
      else
        {
          add_attribute (attributes, pango_attr_strikethrough_new (TRUE), run);
          add_attribute (attributes, pango_attr_background_new (0xe000, 0x1b00, 0x2400), run);
        }
      add_attribute (attributes, pango_attr_background_alpha_new (alpha), run);
    }
  gtk_label_set_attributes (self->label, attributes);
}

static gboolean
is_space (const char *p)
{
  return g_unichar_isspace (g_utf8_get_char (p));
}

/* Appends words that stay, without the middle of many. `first`, `last`: nothing before or behind them changed; nothing at
 * all did where both hold. */
static void
append_context (ProvisoDifferenceView *self, GString *shown, const char *words, gboolean first, gboolean last)
{
  const char *end = words + strlen (words);
  glong n_words = g_utf8_strlen (words, -1);
  const char *head = words, *tail = end;

  if (!self->abbreviated || (first && last) || n_words <= CONTEXT * (first || last ? 1 : 2) + CONTEXT / 2)
    {
      g_string_append (shown, words);
      return;
    }

  if (!first)
    for (head = g_utf8_offset_to_pointer (words, CONTEXT); head < end && !is_space (head);)
      head = g_utf8_next_char (head);
  if (!last)
    {
      tail = g_utf8_offset_to_pointer (words, n_words - CONTEXT);
      while (tail > head && !is_space (g_utf8_prev_char (tail)))
        tail = g_utf8_prev_char (tail);
    }
  if (head >= tail)
    {
      g_string_append (shown, words);
      return;
    }

  g_string_append_len (shown, words, head - words);
  g_string_append (shown, first ? "… " : last ? " …" : " … ");
  g_string_append (shown, tail);
}

static void
append_run (ProvisoDifferenceView *self, GString *shown, const char *words, gboolean inserted)
{
  Run run = { inserted, (guint) shown->len };

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '\n')
        g_string_append (shown, inserted ? "¶\n" : "¶");
      else
        g_string_append_len (shown, p, g_utf8_next_char (p) - p);
    }
  run.end = (guint) shown->len;
  if (run.start < run.end)
    g_array_append_val (self->runs, run);
}

static void
describe_change (GString *description, const char *removed, const char *inserted)
{
  g_autofree char *change = NULL;

  if (description->len > MAX_DESCRIPTION)
    return;

  /* Translators: what was changed in a text, as a screen reader says it. */
  if (*removed != '\0' && *inserted != '\0')
    change = g_strdup_printf (_ ("removed “%s”, inserted “%s”"), removed, inserted);
  else if (*removed != '\0')
    change = g_strdup_printf (_ ("removed “%s”"), removed);
  else
    change = g_strdup_printf (_ ("inserted “%s”"), inserted);
  if (description->len > 0)
    g_string_append (description, "; ");
  g_string_append (description, change);
  if (description->len > MAX_DESCRIPTION)
    {
      g_string_truncate (description, (gsize) (g_utf8_find_prev_char (description->str,
                                                                      description->str + MAX_DESCRIPTION) -
                                               description->str));
      g_string_append (description, "…");
    }
}

/* Cuts what is shown at a whole character, and the runs along with it. */
static void
cut (ProvisoDifferenceView *self, GString *shown)
{
  if (shown->len <= MAX_SHOWN)
    return;

  g_string_truncate (shown,
                     (gsize) (g_utf8_find_prev_char (shown->str, shown->str + MAX_SHOWN) - shown->str));
  while (self->runs->len > 0 && g_array_index (self->runs, Run, self->runs->len - 1).start >= shown->len)
    g_array_set_size (self->runs, self->runs->len - 1);
  if (self->runs->len > 0)
    {
      Run *last = &g_array_index (self->runs, Run, self->runs->len - 1);

      last->end = MIN (last->end, (guint) shown->len);
    }
  g_string_append (shown, "…");
}

static void
update (ProvisoDifferenceView *self)
{
  g_autoptr (GArray) hunks = proviso_word_diff (self->old_text, self->new_text);
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (GString) description = g_string_new (NULL);
  const char *old_at = self->old_text, *new_at = self->new_text;

  g_array_set_size (self->runs, 0);
  for (guint i = 0; i < hunks->len && shown->len <= MAX_SHOWN; i++)
    {
      const ProvisoDiffHunk *hunk = &g_array_index (hunks, ProvisoDiffHunk, i);
      const char *old_end = g_utf8_offset_to_pointer (old_at, hunk->old_end - hunk->old_start);
      const char *new_end = g_utf8_offset_to_pointer (new_at, hunk->new_end - hunk->new_start);
      g_autofree char *removed = g_strndup (old_at, old_end - old_at);
      g_autofree char *inserted = g_strndup (new_at, new_end - new_at);

      if (hunk->equal)
        {
          append_context (self, shown, inserted, i == 0, i + 1 == hunks->len);
        }
      else
        {
          append_run (self, shown, removed, FALSE);
          append_run (self, shown, inserted, TRUE);
          describe_change (description, removed, inserted);
        }
      old_at = old_end;
      new_at = new_end;
    }
  cut (self, shown);

  gtk_label_set_attributes (self->label, NULL);
  gtk_label_set_label (self->label, shown->str);
  update_attributes (self);
  g_set_str (&self->description, description->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  *self->new_text != '\0' ? self->new_text : shown->str,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->description, -1);
}

static void
proviso_difference_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ProvisoDifferenceView *self = PROVISO_DIFFERENCE_VIEW (object);

  switch (id)
    {
    case PROP_ABBREVIATED:
      g_value_set_boolean (value, self->abbreviated);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
proviso_difference_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ProvisoDifferenceView *self = PROVISO_DIFFERENCE_VIEW (object);

  switch (id)
    {
    case PROP_ABBREVIATED:
      proviso_difference_view_set_abbreviated (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
proviso_difference_view_finalize (GObject *object)
{
  ProvisoDifferenceView *self = PROVISO_DIFFERENCE_VIEW (object);

  g_free (self->old_text);
  g_free (self->new_text);
  g_free (self->description);
  g_array_unref (self->runs);

  G_OBJECT_CLASS (proviso_difference_view_parent_class)->finalize (object);
}

static void
proviso_difference_view_class_init (ProvisoDifferenceViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = proviso_difference_view_get_property;
  object_class->set_property = proviso_difference_view_set_property;
  object_class->finalize = proviso_difference_view_finalize;

  properties[PROP_ABBREVIATED] =
      g_param_spec_boolean ("abbreviated", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
proviso_difference_view_init (ProvisoDifferenceView *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  self->old_text = g_strdup ("");
  self->new_text = g_strdup ("");
  self->description = g_strdup ("");
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  /* Else its least width is found by breaking all of it behind each letter, which takes ten times as long as all the
   * rest. */
  gtk_label_set_width_chars (self->label, MIN_CHARS);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update_attributes), self, G_CONNECT_SWAPPED);
}

GtkWidget *
proviso_difference_view_new (void)
{
  return g_object_new (PROVISO_TYPE_DIFFERENCE_VIEW, NULL);
}

void
proviso_difference_view_set_texts (ProvisoDifferenceView *self, const char *old_text, const char *new_text)
{
  g_return_if_fail (PROVISO_IS_DIFFERENCE_VIEW (self));
  g_return_if_fail (old_text != NULL);
  g_return_if_fail (new_text != NULL);

  if (g_str_equal (self->old_text, old_text) && g_str_equal (self->new_text, new_text))
    return;

  g_set_str (&self->old_text, old_text);
  g_set_str (&self->new_text, new_text);
  update (self);
}

gboolean
proviso_difference_view_get_abbreviated (ProvisoDifferenceView *self)
{
  g_return_val_if_fail (PROVISO_IS_DIFFERENCE_VIEW (self), FALSE);

  return self->abbreviated;
}

void
proviso_difference_view_set_abbreviated (ProvisoDifferenceView *self, gboolean abbreviated)
{
  g_return_if_fail (PROVISO_IS_DIFFERENCE_VIEW (self));

  if (self->abbreviated == abbreviated)
    return;

  self->abbreviated = abbreviated;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ABBREVIATED]);
}

const char *
proviso_difference_view_get_description (ProvisoDifferenceView *self)
{
  g_return_val_if_fail (PROVISO_IS_DIFFERENCE_VIEW (self), NULL);

  return self->description;
}
