/* sample.h: a small project for the tests of the panel.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-project.h"
#include "core/proviso-selection.h"

#include <adwaita.h>

typedef struct
{
  ProvisoProject *project;
  ProvisoSelection *selection;
  ProvisoSource *newsletter;
  ProvisoSource *memo;
  ProvisoClaim *claim;   /* two passages, two evidence links, a caveat */
  ProvisoClaim *empty;   /* nothing set, no passage */
  ProvisoCaveat *caveat; /* on `claim`, with a passage */
  AdwNavigationView *view;
  GtkWidget *window;
} Sample;

/* `width`, `height`: of the window, which stands for the panel. */
Sample *sample_new (int width, int height);
/* Checks that nothing keeps a page alive. */
void sample_free (Sample *sample);

/* Shows the page and waits until it is drawn. */
void sample_push (Sample *sample, AdwNavigationPage *page);
/* Runs what is due in the main loop, and waits until the window is drawn. */
void sample_settle (void);
