/* window-fixture.h: the program with its windows, for tests of what a person does in them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/proviso-window.h"
#include "wait-until.h"

/* An article of three lines, without records. */
#define PROJECT_ID "0b8d8f1e-9d5c-4f53-8f0a-2b8a4b0f9f10"
#define PROJECT                                                                                              \
  "{\n  \"proviso\": 1,\n  \"id\": \"" PROJECT_ID "\",\n  \"title\": \"\",\n"                                \
  "  \"language\": \"en\",\n  \"created\": \"2026-03-28T10:00:00Z\",\n"                                      \
  "  \"modified\": \"2026-03-28T10:00:00Z\",\n"                                                              \
  "  \"draft\": [\n    \"# Two labs\\n\",\n    \"\\n\",\n    \"The lab left video.\\n\"\n  ],\n"             \
  "  \"claims\": [],\n  \"caveats\": [],\n  \"sources\": []\n}\n"

typedef struct
{
  char *folder; /* goes, with all files in it, after the test */
  GFile *file;  /* PROJECT, in there */
} Fixture;

extern ProvisoApplication *application;

/* Before tests are added, and after that. */
void begin_tests (int *argc, char ***argv);
int run_tests (void);

/* A person who has never seen the project before comes to the desk; no window is open. */
void set_up (Fixture *fixture, gconstpointer data);
/* Closes what is open, whatever is unsaved. */
void tear_down (Fixture *fixture, gconstpointer data);

/* Returns: (transfer full): a file in the fixture's folder. */
GFile *create_file (Fixture *fixture, const char *name, const char *contents);
/* Opens the fixture's project and waits until all of it is there. (transfer none) */
ProvisoWindow *open_project (Fixture *fixture);
/* As a person would: it may ask first. */
void close_window (ProvisoWindow *window);

guint count_windows (void);
/* Returns: (transfer none): the one that was used last. */
ProvisoWindow *get_window (void);
ProvisoProject *get_project (ProvisoWindow *window);
char *dup_draft (ProvisoWindow *window);
/* Puts text in at the start of the draft. */
void type (ProvisoWindow *window, const char *text);
gboolean is_saved (ProvisoWindow *window);
/* Whether the project is in the window, draft and panel. */
gboolean shows_project (ProvisoWindow *window);

void activate (ProvisoWindow *window, const char *action);
/* `action`: of the window, without "win.". */
gboolean can_activate (ProvisoWindow *window, const char *action);
/* Returns: (transfer none) (nullable): the mapped button for this action. */
GtkWidget *find_action_button (GtkWidget *parent, const char *action);

/* Returns: (transfer none) (nullable) */
AdwDialog *get_dialog (ProvisoWindow *window);
/* Waits for an alert and presses the button of this response. */
void respond (ProvisoWindow *window, const char *response);

/* Returns: (nullable): what the notice above the draft says. */
const char *get_notice (ProvisoWindow *window);
/* Whether a label below has exactly this text. */
gboolean shows_label (GtkWidget *parent, const char *text);
/* Returns: (transfer none) (nullable): a toast by its title. */
GtkWidget *find_toast (ProvisoWindow *window, const char *title);
gboolean shows_toast (ProvisoWindow *window, const char *title);
/* Whether the toast ends above what is at the bottom of the window. */
gboolean is_clear_of (GtkWidget *toast, GtkWidget *bar);
