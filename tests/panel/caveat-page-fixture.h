/* caveat-page-fixture.h: the page of a caveat, for tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "panel/sample.h"

typedef struct
{
  Sample *sample;
  GtkWidget *page;
} Fixture;

typedef struct
{
  char *title;
  gboolean can_undo;
} Toast;

/* The page of the sample's caveat, drawn. */
void set_up (Fixture *fixture, gconstpointer data);
void tear_down (Fixture *fixture, gconstpointer data);

void undo (Fixture *fixture);
/* Does an action of the page, or presses its button with this label, and waits until the page is drawn. */
void perform (Fixture *fixture, const char *action);
void press (Fixture *fixture, const char *label);
/* Whether a row by its title is mapped. */
gboolean is_shown (GtkWidget *page, GType type, const char *title);

/* For the page's signal "toast". The title is the caller's to free. */
void toast_cb (AdwNavigationPage *page, const char *title, gboolean can_undo, Toast *toast);
