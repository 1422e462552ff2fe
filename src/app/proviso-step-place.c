/* proviso-step-place.c: where in the draft a step was done, and where the person had been before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-step-place.h"

struct _ProvisoStepPlace
{
  GObject parent_instance;

  ProvisoWorkspace *workspace; /* weak */
  ProvisoProject *project;     /* weak; NULL once something else was done */
  ProvisoViewState *before;
  ProvisoAnchor *anchor; /* NULL until the step is done */
  guint64 token_before;  /* the history's states */
  guint64 token_after;
  guint64 token;
};

G_DEFINE_FINAL_TYPE (ProvisoStepPlace, proviso_step_place, G_TYPE_OBJECT)

static void
let_go (ProvisoStepPlace *self)
{
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (proviso_project_get_history (self->project), self);
  g_clear_object (&self->anchor);
  g_clear_weak_pointer (&self->project);
}

static void
go (ProvisoStepPlace *self)
{
  if (proviso_anchor_get_state (self->anchor) != PROVISO_ANCHOR_STATE_LOST)
    proviso_workspace_show_place (self->workspace, proviso_anchor_get_start (self->anchor));
}

static void
history_changed_cb (ProvisoStepPlace *self, GParamSpec *pspec, ProvisoHistory *history)
{
  guint64 token = proviso_history_get_token (history);

  /* Saved, say. */
  if (token == self->token)
    return;

  self->token = token;
  if (self->workspace == NULL || proviso_workspace_get_project (self->workspace) != self->project)
    let_go (self);
  else if (token == self->token_before)
    proviso_workspace_return_to_place (self->workspace, self->before);
  else if (token == self->token_after)
    go (self);
  else
    let_go (self);
}

static void
proviso_step_place_dispose (GObject *object)
{
  ProvisoStepPlace *self = PROVISO_STEP_PLACE (object);

  let_go (self);
  g_clear_object (&self->before);
  g_clear_weak_pointer (&self->workspace);

  G_OBJECT_CLASS (proviso_step_place_parent_class)->dispose (object);
}

static void
proviso_step_place_class_init (ProvisoStepPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_step_place_dispose;
}

static void
proviso_step_place_init (ProvisoStepPlace *self)
{
}

ProvisoStepPlace *
proviso_step_place_new (ProvisoWorkspace *workspace)
{
  ProvisoStepPlace *self;

  g_return_val_if_fail (PROVISO_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (proviso_workspace_get_project (workspace) != NULL, NULL);

  self = g_object_new (PROVISO_TYPE_STEP_PLACE, NULL);
  g_set_weak_pointer (&self->workspace, workspace);
  g_set_weak_pointer (&self->project, proviso_workspace_get_project (workspace));
  self->before = proviso_view_state_new ();
  proviso_workspace_save_view (workspace, self->before);
  self->token_before = proviso_history_get_token (proviso_project_get_history (self->project));
  return self;
}

void
proviso_step_place_go (ProvisoStepPlace *self, ProvisoAnchor *anchor)
{
  ProvisoHistory *history;

  g_return_if_fail (PROVISO_IS_STEP_PLACE (self));
  g_return_if_fail (PROVISO_IS_ANCHOR (anchor));

  if (self->project == NULL || self->workspace == NULL ||
      proviso_workspace_get_project (self->workspace) != self->project)
    return;

  history = proviso_project_get_history (self->project);
  self->anchor = g_object_ref (anchor);
  self->token = self->token_after = proviso_history_get_token (history);
  if (self->token_after != self->token_before)
    g_signal_connect_object (history, "notify", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  go (self);
}
