/* proviso-clippings.c: passages whose words were taken out, for when the words come back elsewhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-clippings.h"

/* Enough to cut several things before pasting them; a person does not expect more of a clipboard. */
#define MAX_CLIPPINGS 16

typedef struct
{
  char *text;
  GArray *passages;
} Clipping;

struct _ProvisoClippings
{
  GQueue clippings; /* latest first */
};

static void
passage_clear (gpointer data)
{
  g_clear_object (&((ProvisoClippedPassage *) data)->anchor);
}

static void
clipping_free (Clipping *clipping)
{
  g_free (clipping->text);
  g_array_unref (clipping->passages);
  g_free (clipping);
}

ProvisoClippings *
proviso_clippings_new (void)
{
  return g_new0 (ProvisoClippings, 1);
}

void
proviso_clippings_free (ProvisoClippings *self)
{
  g_queue_clear_full (&self->clippings, (GDestroyNotify) clipping_free);
  g_free (self);
}

void
proviso_clippings_add (ProvisoClippings *self, const char *text, GArray *passages)
{
  Clipping *clipping = g_new0 (Clipping, 1);

  for (guint i = 0; i < passages->len; i++)
    g_object_ref (g_array_index (passages, ProvisoClippedPassage, i).anchor);
  g_array_set_clear_func (passages, passage_clear);

  clipping->text = g_strdup (text);
  clipping->passages = passages;
  g_queue_push_head (&self->clippings, clipping);
  if (g_queue_get_length (&self->clippings) > MAX_CLIPPINGS)
    clipping_free (g_queue_pop_tail (&self->clippings));
}

GArray *
proviso_clippings_take (ProvisoClippings *self, const char *text)
{
  for (GList *l = self->clippings.head; l != NULL; l = l->next)
    {
      Clipping *clipping = l->data;
      g_autoptr (GArray) taken = NULL;

      if (!g_str_equal (clipping->text, text))
        continue;

      /* Undo may have brought some back already, or all. The clipping stays: the words can be cut again. */
      taken = g_array_new (FALSE, FALSE, sizeof (ProvisoClippedPassage));
      g_array_set_clear_func (taken, passage_clear);
      for (guint i = 0; i < clipping->passages->len; i++)
        {
          ProvisoClippedPassage passage = g_array_index (clipping->passages, ProvisoClippedPassage, i);

          if (proviso_anchor_get_state (passage.anchor) != PROVISO_ANCHOR_STATE_LOST ||
              proviso_anchor_get_range (passage.anchor) == NULL)
            continue;
          g_object_ref (passage.anchor);
          g_array_append_val (taken, passage);
        }
      if (taken->len > 0)
        return g_steal_pointer (&taken);
    }

  return NULL;
}
