/* proviso-text-import.c: plain text becomes Markdown, with every repair on the table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each line knows the changes that concern it; the result is written from the lines anew whenever a change
 * was switched. So no change has to know of any other, and any set of them gives a whole text.
 */
#include "markdown/proviso-text-import.h"

#include "markdown/proviso-heading-guess.h"
#include "markdown/proviso-outline.h"
#include "markdown/proviso-plain-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How much of a line's end or start a change shows. */
#define EXCERPT_CHARS 60
/* A first line that is longer is a paragraph, not a title. */
#define MAX_TITLE_CHARS 80
/* Where this many lines in a row read like headings, they are a list. */
#define MAX_STACKED_HEADINGS 2

/* What can happen to the line at the same place in ProvisoPlainLines; all owned by the list of changes. */
typedef struct
{
  ProvisoImportChange *clean;
  ProvisoImportChange *blanks;
  ProvisoImportChange *apart;
  ProvisoImportChange *indent;
  ProvisoImportChange *bullet;
  ProvisoImportChange *heading;
  guint level;
  ProvisoImportChange *row;
  char *new_row;
} Repairs;

struct _ProvisoTextImport
{
  GObject parent_instance;

  ProvisoPlainLines *text;
  /* Of Repairs. */
  GArray *repairs;
  ProvisoImportChange *final_blanks;
  GListStore *changes;
  /* NULL when it has to be written anew. */
  char *result;
  /* Of guint: which line of the result, from 0, the line at the same place in ProvisoPlainLines is. */
  GArray *result_lines;
};

enum
{
  PROP_0,
  PROP_RESULT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ProvisoTextImport, proviso_text_import, G_TYPE_OBJECT)

static ProvisoPlainLine *
get_line (ProvisoTextImport *self, guint i)
{
  return &g_array_index (self->text->lines, ProvisoPlainLine, i);
}

static Repairs *
get_repairs (ProvisoTextImport *self, guint i)
{
  return &g_array_index (self->repairs, Repairs, i);
}

static char *
get_head (const char *text)
{
  if (g_utf8_strlen (text, -1) <= EXCERPT_CHARS)
    return g_strdup (text);
  g_autofree char *head = g_utf8_substring (text, 0, EXCERPT_CHARS);
  return g_strconcat (head, "…", NULL);
}

static char *
get_tail (const char *text)
{
  glong length = g_utf8_strlen (text, -1);

  if (length <= EXCERPT_CHARS)
    return g_strdup (text);
  g_autofree char *tail = g_utf8_substring (text, length - EXCERPT_CHARS, length);
  return g_strconcat ("…", tail, NULL);
}

static void
enabled_changed (ProvisoTextImport *self)
{
  g_clear_pointer (&self->result, g_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULT]);
}

static ProvisoImportChange *
add_change (ProvisoTextImport *self,
            ProvisoImportKind kind,
            guint line,
            const char *before,
            const char *after,
            const char *description)
{
  g_autoptr (ProvisoImportChange) change = proviso_import_change_new (kind, line, before, after, description);

  g_signal_connect_object (change, "notify::enabled", G_CALLBACK (enabled_changed), self, G_CONNECT_SWAPPED);
  g_list_store_append (self->changes, change);
  return change;
}

static ProvisoImportChange *
add_line_change (ProvisoTextImport *self,
                 ProvisoImportKind kind,
                 guint i,
                 const char *after,
                 const char *description)
{
  const ProvisoPlainLine *line = get_line (self, i);
  g_autofree char *short_before = get_head (line->text);
  g_autofree char *short_after = get_head (after);

  return add_change (self, kind, line->number, short_before, short_after, description);
}

static const char *
trimmed (const ProvisoPlainLine *line)
{
  return line->text + strspn (line->text, " \t");
}

/* Whether the line before `i` needs to stand apart from it, and why. */
static void
propose_apart (ProvisoTextImport *self, guint i)
{
  const ProvisoPlainLine *line = get_line (self, i);
  const ProvisoPlainLine *before = i > 0 ? get_line (self, i - 1) : NULL;
  ProvisoImportKind kind = PROVISO_IMPORT_PARAGRAPH;
  const char *description = _ ("Empty line put in between two paragraphs");

  if (before == NULL || line->is_joined || line->n_blank_before > 0)
    return;

  if (line->block == PROVISO_PLAIN_TABLE)
    {
      kind = PROVISO_IMPORT_TABLE;
      description = _ ("Empty line put in before the table");
    }
  else if (before->block == PROVISO_PLAIN_TABLE)
    {
      kind = PROVISO_IMPORT_TABLE;
      description = _ ("Empty line put in after the table, so that what follows is not a row of it");
    }
  else if (line->block == PROVISO_PLAIN_ITEM)
    {
      kind = PROVISO_IMPORT_LIST;
      description = _ ("Empty line put in before the list");
    }
  else if (before->block == PROVISO_PLAIN_ITEM)
    {
      kind = PROVISO_IMPORT_LIST;
      description = _ ("Empty line put in after the list, so that what follows is not part of it");
    }

  g_autofree char *tail = get_tail (before->text);
  g_autofree char *head = get_head (line->text);
  g_autofree char *old = g_strconcat (tail, "\n", head, NULL);
  g_autofree char *new = g_strconcat (tail, "\n\n", head, NULL);

  get_repairs (self, i)->apart = add_change (self, kind, line->number, old, new, description);
}

/* The empty lines that are to stand before line `i`, if it has any. */
static const char *
get_wanted_blanks (ProvisoTextImport *self, guint i)
{
  const ProvisoPlainLine *line = get_line (self, i);

  return i == 0 || (line->is_joined && line->block == PROVISO_PLAIN_TABLE) ? "" : "\n";
}

static void
propose_blanks (ProvisoTextImport *self, guint i)
{
  const ProvisoPlainLine *line = get_line (self, i);
  const char *wanted = get_wanted_blanks (self, i);

  /* What stands in a code block stands there on purpose. */
  if (line->n_blank_before == 0 || g_str_equal (line->blank_before, wanted) ||
      (line->is_joined && line->block == PROVISO_PLAIN_CODE))
    return;

  g_autofree char *head = get_head (line->text);
  g_autofree char *old = g_strconcat (line->blank_before, head, NULL);
  g_autofree char *new = g_strconcat (wanted, head, NULL);

  if (line->is_joined && line->block == PROVISO_PLAIN_TABLE)
    get_repairs (self, i)->blanks = add_change (self, PROVISO_IMPORT_TABLE, line->number, old, new,
                                                _ ("Empty lines inside the table removed"));
  else
    get_repairs (self, i)->blanks = add_change (self, PROVISO_IMPORT_WHITESPACE, line->number, old, new,
                                                _ ("Surplus empty lines or blanks removed"));
}

static void
propose_clean (ProvisoTextImport *self, guint i)
{
  const ProvisoPlainLine *line = get_line (self, i);

  if (g_str_equal (line->raw, line->text) || (line->is_joined && line->block == PROVISO_PLAIN_CODE))
    return;

  g_autofree char *old = get_tail (line->raw);
  g_autofree char *new = get_tail (line->text);

  get_repairs (self, i)->clean = add_change (self, PROVISO_IMPORT_WHITESPACE, line->number, old, new,
                                             _ ("Stray blanks or control characters removed"));
}

static void
propose_indent (ProvisoTextImport *self, guint i)
{
  const ProvisoPlainLine *line = get_line (self, i);

  if (line->block == PROVISO_PLAIN_PROSE && line->parsed.indent >= 4)
    get_repairs (self, i)->indent =
        add_line_change (self, PROVISO_IMPORT_INDENT, i, trimmed (line),
                         _ ("Indent removed, which would turn the paragraph into code"));
}

static char *
make_item (const ProvisoPlainLine *line)
{
  gsize indent = strspn (line->text, " \t");
  g_autofree char *blanks = g_strndup (line->text, indent);

  return g_strconcat (blanks, "- ", line->text + line->bullet_width, NULL);
}

static void
propose_bullet (ProvisoTextImport *self, guint i)
{
  const ProvisoPlainLine *line = get_line (self, i);

  if (line->block != PROVISO_PLAIN_ITEM || line->bullet_width == 0)
    return;
  g_autofree char *item = make_item (line);

  get_repairs (self, i)->bullet =
      add_line_change (self, PROVISO_IMPORT_LIST, i, item, _ ("Bullet made a list item"));
}

/* A paragraph that stands on a line of its own and may be a heading by its looks. */
static ProvisoHeadingGuess
guess (ProvisoTextImport *self, guint i)
{
  const ProvisoPlainLine *line;

  if (i >= self->text->lines->len)
    return PROVISO_HEADING_NO;
  line = get_line (self, i);
  return line->block == PROVISO_PLAIN_PROSE ? proviso_heading_guess (trimmed (line), i == 0)
                                            : PROVISO_HEADING_NO;
}

/* Looks at the lines from `i` on that read like headings. Returns: how many they are. */
static guint
propose_headings (ProvisoTextImport *self, guint i)
{
  const ProvisoPlainLine *after;
  guint n = 0;
  gboolean sure = TRUE;

  while (guess (self, i + n) != PROVISO_HEADING_NO)
    n++;
  if (n == 0)
    return 0;
  /* A list that has lost its marks; or nothing comes for them to head. */
  if (n > MAX_STACKED_HEADINGS || i + n >= self->text->lines->len)
    return n;

  after = get_line (self, i + n);
  if (after->block == PROVISO_PLAIN_RULE || after->block == PROVISO_PLAIN_HEADING)
    return n;
  if (i > 0)
    {
      const ProvisoPlainLine *before = get_line (self, i - 1);

      if (before->block == PROVISO_PLAIN_PROSE)
        {
          /* "Two things matter:" and then the things. */
          if (proviso_heading_leads_in (before->text))
            return n;
          sure = proviso_heading_ends_sentence (before->text);
        }
    }
  if (after->block == PROVISO_PLAIN_PROSE && !proviso_heading_ends_sentence (after->text) &&
      !proviso_heading_leads_in (after->text))
    sure = FALSE;

  for (guint j = i; j < i + n; j++)
    {
      Repairs *repairs = get_repairs (self, j);
      g_autofree char *heading = NULL;

      repairs->level = j == 0 ? 1 : 2;
      heading = g_strconcat (repairs->level == 1 ? "# " : "## ", trimmed (get_line (self, j)), NULL);
      repairs->heading =
          add_line_change (self, PROVISO_IMPORT_HEADING, j, heading,
                           repairs->level == 1 ? _ ("First line made the title") : _ ("Line made a heading"));
      /* Sentence case is enough between whole paragraphs only, and what stands under a title is as often an
       * author's name. */
      if (!sure || (j > 0 && n > 1 && (i == 0 || guess (self, j) != PROVISO_HEADING_LIKELY)))
        proviso_import_change_set_enabled (repairs->heading, FALSE);
    }
  return n;
}

static char *
join_row (GPtrArray *cells)
{
  GString *row = g_string_new ("|");

  for (guint i = 0; i < cells->len; i++)
    {
      const char *cell = g_ptr_array_index (cells, i);

      if (*cell != '\0')
        g_string_append_printf (row, " %s", cell);
      g_string_append (row, " |");
    }
  return g_string_free_and_steal (row);
}

/* A table whose columns have headers but for the last, though every row has a cell there: the header of the
 * first column, empty as that of row labels often is, got lost and the others moved over. */
static void
propose_table_header (ProvisoTextImport *self, guint i)
{
  const ProvisoPlainLine *line = get_line (self, i);
  g_autoptr (GPtrArray) header = NULL;
  g_autoptr (GPtrArray) rule = NULL;
  guint n_columns = 0;
  guint n_rows = 0;
  gboolean lost;

  if (line->block != PROVISO_PLAIN_TABLE || line->is_joined || i + 2 >= self->text->lines->len ||
      !get_line (self, i + 1)->is_table_rule)
    return;

  header = proviso_plain_split_row (line->text);
  rule = proviso_plain_split_row (get_line (self, i + 1)->text);
  for (guint j = i + 2; j < self->text->lines->len; j++)
    {
      const ProvisoPlainLine *row = get_line (self, j);
      g_autoptr (GPtrArray) cells = NULL;

      if (row->block != PROVISO_PLAIN_TABLE || !row->is_joined)
        break;
      cells = proviso_plain_split_row (row->text);
      if (n_rows++ == 0)
        n_columns = cells->len;
      if (cells->len != n_columns)
        return;
      for (guint k = 0; k < cells->len; k++)
        if (*(char *) g_ptr_array_index (cells, k) == '\0')
          return;
    }
  if (n_rows == 0 || n_columns < 2 || rule->len > n_columns || header->len > n_columns ||
      header->len < n_columns - 1)
    return;

  lost = header->len == n_columns - 1;
  for (guint k = 0; k < header->len; k++)
    {
      gboolean empty = *(char *) g_ptr_array_index (header, k) == '\0';

      if (empty != (k == n_columns - 1))
        return;
    }
  if (header->len == n_columns)
    {
      if (rule->len != n_columns)
        return;
      g_ptr_array_remove_index (header, n_columns - 1);
    }
  g_ptr_array_insert (header, 0, g_strdup (""));

  Repairs *repairs = get_repairs (self, i);
  repairs->new_row = join_row (header);
  repairs->row = add_line_change (self, PROVISO_IMPORT_TABLE_HEADER, i, repairs->new_row,
                                  _ ("Table header moved one column along: its first cell was missing"));
  if (lost && rule->len < n_columns)
    {
      g_ptr_array_insert (rule, 0, g_strdup ("---"));
      get_repairs (self, i + 1)->row = repairs->row;
      get_repairs (self, i + 1)->new_row = join_row (rule);
    }
}

static void
propose (ProvisoTextImport *self)
{
  guint n_lines = self->text->lines->len;
  guint n_guessed = 0;

  if (!proviso_plain_lines_run_together (self->text) || proviso_plain_lines_are_markdown (self->text))
    return;

  for (guint i = 0; i < n_lines; i++)
    {
      propose_blanks (self, i);
      propose_clean (self, i);
      propose_apart (self, i);
      propose_indent (self, i);
      propose_bullet (self, i);
      if (n_guessed == 0)
        n_guessed = propose_headings (self, i);
      if (n_guessed > 0)
        n_guessed--;
      propose_table_header (self, i);
    }

  if (*self->text->blank_after != '\0')
    {
      g_autofree char *tail = get_tail (get_line (self, n_lines - 1)->text);
      g_autofree char *old = g_strconcat (tail, "\n", self->text->blank_after, NULL);
      g_autofree char *new = g_strconcat (tail, "\n", NULL);

      self->final_blanks =
          add_change (self, PROVISO_IMPORT_WHITESPACE, get_line (self, n_lines - 1)->number + 1, old, new,
                      _ ("Empty lines at the end removed"));
    }
}

static gboolean
is_on (ProvisoImportChange *change)
{
  return change != NULL && proviso_import_change_get_enabled (change);
}

static char *
write_line (ProvisoTextImport *self, guint i)
{
  const ProvisoPlainLine *line = get_line (self, i);
  const Repairs *repairs = get_repairs (self, i);

  if (is_on (repairs->heading))
    return g_strconcat (repairs->level == 1 ? "# " : "## ", trimmed (line), NULL);
  if (is_on (repairs->row))
    return g_strdup (repairs->new_row);
  if (is_on (repairs->bullet))
    return make_item (line);
  if (is_on (repairs->indent))
    return g_strdup (trimmed (line));
  return g_strdup (is_on (repairs->clean) ? line->text : line->raw);
}

static guint
count_breaks (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '\n';
  return n;
}

static char *
write_result (ProvisoTextImport *self)
{
  GString *result = g_string_new (NULL);
  guint n_lines = 0;

  g_array_set_size (self->result_lines, 0);
  for (guint i = 0; i < self->text->lines->len; i++)
    {
      const ProvisoPlainLine *line = get_line (self, i);
      const Repairs *repairs = get_repairs (self, i);
      g_autofree char *text = write_line (self, i);
      const char *blanks = line->blank_before;

      if (is_on (repairs->apart))
        blanks = "\n";
      else if (is_on (repairs->blanks))
        blanks = get_wanted_blanks (self, i);
      g_string_append (result, blanks);
      n_lines += count_breaks (blanks);
      g_array_append_val (self->result_lines, n_lines);
      g_string_append (result, text);
      if (line->has_break)
        g_string_append_c (result, '\n');
      n_lines++;
    }
  if (!is_on (self->final_blanks))
    g_string_append (result, self->text->blank_after);
  return g_string_free_and_steal (result);
}

static void
repairs_clear (gpointer data)
{
  g_free (((Repairs *) data)->new_row);
}

static void
proviso_text_import_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ProvisoTextImport *self = PROVISO_TEXT_IMPORT (object);

  switch (id)
    {
    case PROP_RESULT:
      g_value_set_string (value, proviso_text_import_get_result (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
proviso_text_import_finalize (GObject *object)
{
  ProvisoTextImport *self = PROVISO_TEXT_IMPORT (object);

  g_clear_pointer (&self->text, proviso_plain_lines_free);
  g_clear_pointer (&self->repairs, g_array_unref);
  g_clear_object (&self->changes);
  g_clear_pointer (&self->result_lines, g_array_unref);
  g_free (self->result);

  G_OBJECT_CLASS (proviso_text_import_parent_class)->finalize (object);
}

static void
proviso_text_import_class_init (ProvisoTextImportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = proviso_text_import_get_property;
  object_class->finalize = proviso_text_import_finalize;

  properties[PROP_RESULT] =
      g_param_spec_string ("result", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
proviso_text_import_init (ProvisoTextImport *self)
{
  self->changes = g_list_store_new (PROVISO_TYPE_IMPORT_CHANGE);
  self->repairs = g_array_new (FALSE, TRUE, sizeof (Repairs));
  g_array_set_clear_func (self->repairs, repairs_clear);
  self->result_lines = g_array_new (FALSE, FALSE, sizeof (guint));
}

ProvisoTextImport *
proviso_text_import_new (const char *text)
{
  ProvisoTextImport *self = g_object_new (PROVISO_TYPE_TEXT_IMPORT, NULL);

  g_return_val_if_fail (text != NULL, self);

  self->text = proviso_plain_lines_new (text);
  g_array_set_size (self->repairs, self->text->lines->len);
  propose (self);
  return self;
}

GListModel *
proviso_text_import_get_changes (ProvisoTextImport *self)
{
  g_return_val_if_fail (PROVISO_IS_TEXT_IMPORT (self), NULL);

  return G_LIST_MODEL (self->changes);
}

/* Calls for each change of the kind until one says FALSE. */
static guint
foreach_of_kind (ProvisoTextImport *self, ProvisoImportKind kind, int enable, guint *n_enabled)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->changes)); i++)
    {
      g_autoptr (ProvisoImportChange) change = g_list_model_get_item (G_LIST_MODEL (self->changes), i);

      if (proviso_import_change_get_kind (change) != kind)
        continue;
      n++;
      if (enable >= 0)
        proviso_import_change_set_enabled (change, enable);
      if (n_enabled != NULL)
        *n_enabled += proviso_import_change_get_enabled (change);
    }
  return n;
}

guint
proviso_text_import_get_n_changes (ProvisoTextImport *self, ProvisoImportKind kind)
{
  g_return_val_if_fail (PROVISO_IS_TEXT_IMPORT (self), 0);

  return foreach_of_kind (self, kind, -1, NULL);
}

gboolean
proviso_text_import_get_kind_enabled (ProvisoTextImport *self, ProvisoImportKind kind)
{
  guint n_enabled = 0;

  g_return_val_if_fail (PROVISO_IS_TEXT_IMPORT (self), FALSE);

  foreach_of_kind (self, kind, -1, &n_enabled);
  return n_enabled > 0;
}

void
proviso_text_import_set_kind_enabled (ProvisoTextImport *self, ProvisoImportKind kind, gboolean enabled)
{
  g_return_if_fail (PROVISO_IS_TEXT_IMPORT (self));

  g_object_freeze_notify (G_OBJECT (self));
  foreach_of_kind (self, kind, !!enabled, NULL);
  g_object_thaw_notify (G_OBJECT (self));
}

const char *
proviso_text_import_get_result (ProvisoTextImport *self)
{
  g_return_val_if_fail (PROVISO_IS_TEXT_IMPORT (self), NULL);

  if (self->result == NULL)
    self->result = write_result (self);
  return self->result;
}

guint
proviso_text_import_get_result_line (ProvisoTextImport *self, ProvisoImportChange *change)
{
  guint first = 0, end, number;

  g_return_val_if_fail (PROVISO_IS_TEXT_IMPORT (self), 0);
  g_return_val_if_fail (PROVISO_IS_IMPORT_CHANGE (change), 0);

  proviso_text_import_get_result (self);
  /* The last line that does not stand behind it: of empty lines at the end there is nothing else left. */
  number = proviso_import_change_get_line (change);
  for (end = self->text->lines->len; first + 1 < end;)
    {
      guint middle = first + (end - first) / 2;

      if (get_line (self, middle)->number <= number)
        first = middle;
      else
        end = middle;
    }
  return first < self->result_lines->len ? g_array_index (self->result_lines, guint, first) : 0;
}

char *
proviso_text_import_dup_title (ProvisoTextImport *self)
{
  g_autoptr (ProvisoOutline) outline = NULL;
  const char *line;

  g_return_val_if_fail (PROVISO_IS_TEXT_IMPORT (self), NULL);

  outline = proviso_outline_new (proviso_text_import_get_result (self));
  for (guint i = 0; i < proviso_outline_get_n_headings (outline); i++)
    if (proviso_outline_get_heading (outline, i)->level == 1)
      return g_strdup (proviso_outline_get_heading (outline, i)->title);
  if (self->text->lines->len == 0)
    return NULL;
  /* A heading further down is that of a section. */
  if (proviso_outline_get_n_headings (outline) > 0 &&
      proviso_outline_get_heading (outline, 0)->start <= get_line (self, 0)->n_blank_before)
    return g_strdup (proviso_outline_get_heading (outline, 0)->title);

  if (get_line (self, 0)->block != PROVISO_PLAIN_PROSE)
    return NULL;
  line = trimmed (get_line (self, 0));
  if (g_utf8_strlen (line, -1) > MAX_TITLE_CHARS || proviso_heading_ends_sentence (line) ||
      proviso_heading_leads_in (line))
    return NULL;
  return g_strdup (line);
}

gboolean
proviso_text_looks_like_markdown (const char *text)
{
  g_autoptr (ProvisoPlainLines) lines = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  lines = proviso_plain_lines_new (text);
  return proviso_plain_lines_are_markdown (lines);
}
