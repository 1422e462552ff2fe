/* proviso-text.c: a text that can be read and replaced by offsets; what a project's draft is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-text.h"

enum
{
  REPLACED,
  BEGIN_ACTION,
  RESUME_ACTION,
  END_ACTION,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (ProvisoText, proviso_text, G_TYPE_OBJECT)

static void
proviso_text_default_init (ProvisoTextInterface *iface)
{
  /* The strings are the emitter's for the time of the emission: no copy a keystroke. */
  signals[REPLACED] = g_signal_new ("replaced",
                                    PROVISO_TYPE_TEXT,
                                    G_SIGNAL_RUN_LAST,
                                    0,
                                    NULL,
                                    NULL,
                                    NULL,
                                    G_TYPE_NONE,
                                    3,
                                    G_TYPE_UINT,
                                    G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE,
                                    G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[BEGIN_ACTION] =
      g_signal_new ("begin-action", PROVISO_TYPE_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RESUME_ACTION] =
      g_signal_new ("resume-action", PROVISO_TYPE_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[END_ACTION] =
      g_signal_new ("end-action", PROVISO_TYPE_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

void
proviso_text_replace (ProvisoText *self, guint offset, guint n_removed, const char *inserted)
{
  g_return_if_fail (PROVISO_IS_TEXT (self));
  g_return_if_fail (inserted != NULL);
  g_return_if_fail (offset <= proviso_text_get_length (self));
  g_return_if_fail (n_removed <= proviso_text_get_length (self) - offset);

  PROVISO_TEXT_GET_IFACE (self)->replace (self, offset, n_removed, inserted);
}

char *
proviso_text_get_slice (ProvisoText *self, guint start, guint end)
{
  guint length;

  g_return_val_if_fail (PROVISO_IS_TEXT (self), NULL);

  length = proviso_text_get_length (self);
  end = MIN (end, length);

  return PROVISO_TEXT_GET_IFACE (self)->get_slice (self, MIN (start, end), end);
}

char *
proviso_text_dup (ProvisoText *self)
{
  return proviso_text_get_slice (self, 0, G_MAXUINT);
}

guint
proviso_text_get_length (ProvisoText *self)
{
  g_return_val_if_fail (PROVISO_IS_TEXT (self), 0);

  return PROVISO_TEXT_GET_IFACE (self)->get_length (self);
}

void
proviso_text_replaced (ProvisoText *self, guint offset, const char *removed, const char *inserted)
{
  g_signal_emit (self, signals[REPLACED], 0, offset, removed, inserted);
}

void
proviso_text_begin_action (ProvisoText *self)
{
  g_signal_emit (self, signals[BEGIN_ACTION], 0);
}

void
proviso_text_resume_action (ProvisoText *self)
{
  g_signal_emit (self, signals[RESUME_ACTION], 0);
}

void
proviso_text_end_action (ProvisoText *self)
{
  g_signal_emit (self, signals[END_ACTION], 0);
}
