/* proviso-search-bar.c: find and replace in the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GtkSourceView searches in slices of the main loop; the count comes when it is through. While a search is on
 * its way to the next match another one may be asked for: the newer cancels the older.
 */
#include "editor/proviso-search-bar.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Longer selections are passages, not what somebody looks for. */
#define MAX_PREFILL 100

struct _ProvisoSearchBar
{
  GtkWidget parent_instance;

  GtkWidget *clamp;
  GtkWidget *find_box;
  GtkText *find_entry;
  GtkEntry *replace_entry;
  GtkLabel *count;
  GtkLabel *error;
  GtkWidget *replace_row;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkWidget *replace_button;
  GtkWidget *replace_all_button;
  GtkWidget *options_button;
  GtkWidget *close_button;

  ProvisoDraftView *view;
  GtkSourceSearchSettings *settings;
  GtkSourceSearchContext *context; /* while the bar is open */
  GSignalGroup *buffer_signals;
  GCancellable *cancellable;
  guint origin;         /* where searching as one types begins */
  gboolean keep_origin; /* the search under way is such a one */
  guint n_replaced;     /* all at once, just before; 0 once something else is asked for */
};

enum
{
  CLOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoSearchBar, proviso_search_bar, GTK_TYPE_WIDGET)

static GtkTextBuffer *
get_buffer (ProvisoSearchBar *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static void
update_count (ProvisoSearchBar *self)
{
  g_autofree char *text = NULL;
  int n_matches, position;
  GtkTextIter start, end;
  gboolean editable = gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view));

  if (self->context == NULL)
    return;

  n_matches = gtk_source_search_context_get_occurrences_count (self->context);
  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  position = gtk_source_search_context_get_occurrence_position (self->context, &start, &end);

  /* Undone: there are matches again. */
  if (n_matches > 0)
    self->n_replaced = 0;

  if (self->n_replaced > 0)
    text = g_strdup_printf (ngettext ("%u replaced", "%u replaced", self->n_replaced), self->n_replaced);
  else if (gtk_source_search_settings_get_search_text (self->settings) == NULL || n_matches < 0)
    text = g_strdup ("");
  else if (position > 0)
    /* Translators: the place of a match and how many there are: “3 of 12” */
    text = g_strdup_printf (_ ("%d of %d"), position, n_matches);
  else
    text = g_strdup_printf (ngettext ("%d match", "%d matches", n_matches), n_matches);

  if (g_strcmp0 (text, gtk_label_get_label (self->count)) != 0)
    {
      gtk_label_set_label (self->count, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->find_entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      text, -1);
    }
  gtk_widget_set_sensitive (self->previous_button, n_matches != 0);
  gtk_widget_set_sensitive (self->next_button, n_matches != 0);
  gtk_widget_set_sensitive (self->replace_button, editable && n_matches != 0);
  gtk_widget_set_sensitive (self->replace_all_button, editable && n_matches != 0);

  if (n_matches == 0 && self->n_replaced == 0 && gtk_source_search_settings_get_search_text (self->settings))
    gtk_widget_add_css_class (self->find_box, "error");
  else
    gtk_widget_remove_css_class (self->find_box, "error");
}

static void
update_error (ProvisoSearchBar *self)
{
  g_autoptr (GError) error = self->context ? gtk_source_search_context_get_regex_error (self->context) : NULL;

  gtk_label_set_label (self->error, error ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), error != NULL);
}

/* Selects without making that the desktop's primary selection: then the entry would lose its selection to the
 * text, and the text this one to the entry's next. */
static void
select_quietly (ProvisoSearchBar *self, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GdkClipboard *primary = gtk_widget_get_primary_clipboard (GTK_WIDGET (self->view));
  gboolean realized = gtk_widget_get_realized (GTK_WIDGET (self->view));

  if (realized)
    gtk_text_buffer_remove_selection_clipboard (buffer, primary);
  gtk_text_buffer_select_range (buffer, end, start);
  if (realized)
    gtk_text_buffer_add_selection_clipboard (buffer, primary);
}

/* What the person has selected stays the primary selection, but no longer hangs on the text's own. */
static void
detach_selection (ProvisoSearchBar *self)
{
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
    return;

  text = gtk_text_iter_get_slice (&start, &end);
  gdk_clipboard_set_text (gtk_widget_get_primary_clipboard (GTK_WIDGET (self->view)), text);
  select_quietly (self, &start, &end);
}

static void
select_match (ProvisoSearchBar *self, GtkTextIter *start, GtkTextIter *end)
{
  if (!self->keep_origin)
    self->origin = gtk_text_iter_get_offset (start);
  select_quietly (self, start, end);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (get_buffer (self)),
                                0.15, FALSE, 0, 0);
  update_count (self);
}

/* A match that was found just before the search was given up for another one still arrives. */
static gboolean
is_latest (ProvisoSearchBar *self, GAsyncResult *result)
{
  return self->cancellable && g_task_get_cancellable (G_TASK (result)) == self->cancellable;
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoSearchBar) self = user_data;
  GtkTextIter start, end;

  if (gtk_source_search_context_forward_finish (GTK_SOURCE_SEARCH_CONTEXT (source), result, &start, &end,
                                                NULL, NULL) &&
      is_latest (self, result))
    select_match (self, &start, &end);
}

static void
on_found_backward (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoSearchBar) self = user_data;
  GtkTextIter start, end;

  if (gtk_source_search_context_backward_finish (GTK_SOURCE_SEARCH_CONTEXT (source), result, &start, &end,
                                                 NULL, NULL) &&
      is_latest (self, result))
    select_match (self, &start, &end);
}

static void
search (ProvisoSearchBar *self, guint from, gboolean forward)
{
  GtkTextIter iter;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->context == NULL || gtk_source_search_settings_get_search_text (self->settings) == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &iter, from);
  if (forward)
    gtk_source_search_context_forward_async (self->context, &iter, self->cancellable, on_found,
                                             g_object_ref (self));
  else
    gtk_source_search_context_backward_async (self->context, &iter, self->cancellable, on_found_backward,
                                              g_object_ref (self));
}

/* Connected after the context, which has to hear of a change before it can search by it. */
static void
on_settings_changed (ProvisoSearchBar *self)
{
  self->n_replaced = 0;
  update_error (self);
  update_count (self);
  self->keep_origin = TRUE;
  search (self, self->origin, TRUE);
}

static void
on_find_text_changed (ProvisoSearchBar *self)
{
  gtk_source_search_settings_set_search_text (self->settings,
                                              gtk_editable_get_text (GTK_EDITABLE (self->find_entry)));
}

/* Selected words would stay grey, as if they were what is found. */
static void
deselect (GtkEditable *editable)
{
  int position = gtk_editable_get_position (editable);

  gtk_editable_select_region (editable, position, position);
}

static void
on_find_leave (ProvisoSearchBar *self)
{
  deselect (GTK_EDITABLE (self->find_entry));
}

static void
on_replace_leave (ProvisoSearchBar *self)
{
  deselect (GTK_EDITABLE (self->replace_entry));
}

/* Beside its text, the field is one all the same. */
static void
on_find_box_pressed (ProvisoSearchBar *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self->find_entry)))
    gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
}

static void
on_close_clicked (ProvisoSearchBar *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  on_close_clicked (PROVISO_SEARCH_BAR (widget));
  return TRUE;
}

static gboolean
on_shift_enter (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  proviso_search_bar_previous (PROVISO_SEARCH_BAR (widget));
  return TRUE;
}

/* Tab goes from one field to the other and then to what is done with them. */
static gboolean
proviso_search_bar_focus (GtkWidget *widget, GtkDirectionType direction)
{
  ProvisoSearchBar *self = PROVISO_SEARCH_BAR (widget);
  GtkWidget *const order[] = {
    GTK_WIDGET (self->find_entry), GTK_WIDGET (self->replace_entry), self->replace_button,
    self->replace_all_button,      self->previous_button,            self->next_button,
    self->options_button,          self->close_button,
  };
  const int n = G_N_ELEMENTS (order);
  int step = direction == GTK_DIR_TAB_FORWARD ? 1 : -1;
  int at = step > 0 ? -1 : n;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (proviso_search_bar_parent_class)->focus (widget, direction);

  for (int i = 0; i < n; i++)
    if (gtk_widget_get_state_flags (order[i]) & GTK_STATE_FLAG_FOCUS_WITHIN)
      at = i;
  for (at += step; at >= 0 && at < n; at += step)
    if (gtk_widget_get_mapped (order[at]) && gtk_widget_child_focus (order[at], direction))
      return TRUE;
  return FALSE;
}

static void
proviso_search_bar_dispose (GObject *object)
{
  ProvisoSearchBar *self = PROVISO_SEARCH_BAR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->buffer_signals)
    g_signal_group_set_target (self->buffer_signals, NULL);
  g_clear_object (&self->buffer_signals);
  g_clear_object (&self->context);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_SEARCH_BAR);

  G_OBJECT_CLASS (proviso_search_bar_parent_class)->dispose (object);
}

static void
proviso_search_bar_class_init (ProvisoSearchBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = proviso_search_bar_dispose;
  widget_class->focus = proviso_search_bar_focus;

  signals[CLOSE] = g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/proviso_editor/Proviso/editor/"
                                                             "proviso-search-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoSearchBar, clamp);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSearchBar, find_box);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSearchBar, find_entry);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSearchBar, replace_entry);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSearchBar, count);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSearchBar, error);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSearchBar, replace_row);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSearchBar, previous_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSearchBar, next_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSearchBar, replace_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSearchBar, replace_all_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSearchBar, options_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSearchBar, close_button);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_find_leave);
  gtk_widget_class_bind_template_callback (widget_class, on_replace_leave);
  gtk_widget_class_bind_template_callback (widget_class, on_find_box_pressed);
  gtk_widget_class_bind_template_callback (widget_class, proviso_search_bar_next);
  gtk_widget_class_bind_template_callback (widget_class, proviso_search_bar_previous);
  gtk_widget_class_bind_template_callback (widget_class, proviso_search_bar_replace);
  gtk_widget_class_bind_template_callback (widget_class, proviso_search_bar_replace_all);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_SHIFT_MASK, on_shift_enter, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_SHIFT_MASK, on_shift_enter, NULL);
}

static void
proviso_search_bar_init (ProvisoSearchBar *self)
{
  static const char *const options[] = { "case-sensitive", "at-word-boundaries", "regex-enabled" };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GPropertyAction) replace_visible = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = gtk_source_search_settings_new ();
  gtk_source_search_settings_set_wrap_around (self->settings, TRUE);
  g_signal_connect_object (self->settings, "notify", G_CALLBACK (on_settings_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->find_entry, "changed", G_CALLBACK (on_find_text_changed), self,
                           G_CONNECT_SWAPPED);

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr (GPropertyAction) action = g_property_action_new (options[i], self->settings, options[i]);

      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  replace_visible = g_property_action_new ("replace-visible", self->replace_row, "visible");
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (replace_visible));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "search", G_ACTION_GROUP (group));

  self->buffer_signals = g_signal_group_new (GTK_TYPE_TEXT_BUFFER);
  g_signal_group_connect_swapped (self->buffer_signals, "notify::cursor-position", G_CALLBACK (update_count),
                                  self);
}

ProvisoSearchBar *
proviso_search_bar_new (ProvisoDraftView *view)
{
  ProvisoSearchBar *self = g_object_new (PROVISO_TYPE_SEARCH_BAR, NULL);

  self->view = view;
  g_signal_connect_object (view, "notify::editable", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  return self;
}

static char *
get_prefill (ProvisoSearchBar *self)
{
  guint start, end;
  g_autofree char *text = NULL;

  if (!proviso_buffer_get_selection (PROVISO_BUFFER (get_buffer (self)), &start, &end) ||
      end - start > MAX_PREFILL)
    return NULL;

  text = proviso_text_get_slice (PROVISO_TEXT (get_buffer (self)), start, end);
  return strpbrk (text, "\n\r") ? NULL : g_steal_pointer (&text);
}

void
proviso_search_bar_open (ProvisoSearchBar *self, gboolean replace)
{
  GtkTextBuffer *buffer;
  g_autofree char *prefill = NULL;
  guint end;

  g_return_if_fail (PROVISO_IS_SEARCH_BAR (self));

  buffer = get_buffer (self);
  if (!PROVISO_IS_BUFFER (buffer))
    return;

  if (self->context == NULL || (gpointer) gtk_source_search_context_get_buffer (self->context) != buffer)
    {
      g_clear_object (&self->context);
      self->context = gtk_source_search_context_new (GTK_SOURCE_BUFFER (buffer), self->settings);
      g_signal_connect_object (self->context, "notify::occurrences-count", G_CALLBACK (update_count), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->context, "notify::regex-error", G_CALLBACK (update_error), self,
                               G_CONNECT_SWAPPED);
      g_signal_group_set_target (self->buffer_signals, buffer);
    }

  gtk_widget_set_visible (self->replace_row, replace);
  proviso_buffer_get_selection (PROVISO_BUFFER (buffer), &self->origin, &end);
  prefill = get_prefill (self);
  detach_selection (self);
  if (prefill)
    gtk_editable_set_text (GTK_EDITABLE (self->find_entry), prefill);
  update_error (self);
  update_count (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->find_entry), 0, -1);
}

void
proviso_search_bar_close (ProvisoSearchBar *self)
{
  g_return_if_fail (PROVISO_IS_SEARCH_BAR (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_signal_group_set_target (self->buffer_signals, NULL);
  g_clear_object (&self->context);
}

gboolean
proviso_search_bar_is_open (ProvisoSearchBar *self)
{
  g_return_val_if_fail (PROVISO_IS_SEARCH_BAR (self), FALSE);

  return self->context != NULL;
}

void
proviso_search_bar_next (ProvisoSearchBar *self)
{
  guint start, end;

  g_return_if_fail (PROVISO_IS_SEARCH_BAR (self));

  proviso_buffer_get_selection (PROVISO_BUFFER (get_buffer (self)), &start, &end);
  self->keep_origin = FALSE;
  self->n_replaced = 0;
  update_count (self);
  search (self, end, TRUE);
}

void
proviso_search_bar_previous (ProvisoSearchBar *self)
{
  guint start, end;

  g_return_if_fail (PROVISO_IS_SEARCH_BAR (self));

  proviso_buffer_get_selection (PROVISO_BUFFER (get_buffer (self)), &start, &end);
  self->keep_origin = FALSE;
  self->n_replaced = 0;
  update_count (self);
  search (self, start, FALSE);
}

static void
say_replace_error (ProvisoSearchBar *self, GError *error)
{
  gtk_label_set_label (self->error, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
}

void
proviso_search_bar_replace (ProvisoSearchBar *self)
{
  const char *replacement;
  g_autoptr (GError) error = NULL;
  GtkTextIter start, end;

  g_return_if_fail (PROVISO_IS_SEARCH_BAR (self));

  if (self->context == NULL || !gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)))
    return;

  replacement = gtk_editable_get_text (GTK_EDITABLE (self->replace_entry));
  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_begin_user_action (get_buffer (self));
  gtk_source_search_context_replace (self->context, &start, &end, replacement, -1, &error);
  gtk_text_buffer_end_user_action (get_buffer (self));

  if (error)
    say_replace_error (self, error);
  else
    proviso_search_bar_next (self);
}

void
proviso_search_bar_replace_all (ProvisoSearchBar *self)
{
  const char *replacement;
  g_autoptr (GError) error = NULL;
  guint n_replaced;

  g_return_if_fail (PROVISO_IS_SEARCH_BAR (self));

  if (self->context == NULL || !gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)))
    return;

  replacement = gtk_editable_get_text (GTK_EDITABLE (self->replace_entry));
  gtk_text_buffer_begin_user_action (get_buffer (self));
  n_replaced = gtk_source_search_context_replace_all (self->context, replacement, -1, &error);
  gtk_text_buffer_end_user_action (get_buffer (self));

  if (error)
    {
      say_replace_error (self, error);
    }
  else if (n_replaced > 0)
    {
      g_cancellable_cancel (self->cancellable);
      self->n_replaced = n_replaced;
      update_count (self);
      gtk_accessible_announce (GTK_ACCESSIBLE (self->find_entry), gtk_label_get_label (self->count),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
}

GtkSourceSearchSettings *
proviso_search_bar_get_settings (ProvisoSearchBar *self)
{
  g_return_val_if_fail (PROVISO_IS_SEARCH_BAR (self), NULL);

  return self->settings;
}

void
proviso_search_bar_set_replacement (ProvisoSearchBar *self, const char *replacement)
{
  g_return_if_fail (PROVISO_IS_SEARCH_BAR (self));

  gtk_editable_set_text (GTK_EDITABLE (self->replace_entry), replacement);
}

const char *
proviso_search_bar_get_count_text (ProvisoSearchBar *self)
{
  g_return_val_if_fail (PROVISO_IS_SEARCH_BAR (self), "");

  return gtk_label_get_label (self->count);
}

const char *
proviso_search_bar_get_error_text (ProvisoSearchBar *self)
{
  g_return_val_if_fail (PROVISO_IS_SEARCH_BAR (self), "");

  return gtk_label_get_label (self->error);
}
