/* faults.h: programs whose system calls fail, or that are killed at one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For programs that mark the calls of interest by two that never succeed: rmdir() of FAULTS_BEGIN and FAULTS_END.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FAULTS_BEGIN "/proviso-faults-begin"
#define FAULTS_END "/proviso-faults-end"

typedef struct
{
  char *name;
  guint index; /* counted from 1 over the whole program */
} FaultsCall;

/* Whether strace works here; else the test that asks is skipped, so that it is seen not to have run. */
gboolean faults_can_trace (void);

/* Runs `argv` under strace. `injections`: NULL-terminated, such as "write:error=ENOSPC:when=3". `output`,
 * `words`: (out) (optional) (transfer full): standard output and standard error. Returns: the wait status. */
int faults_run (const char *const *argv, const char *const *injections, char **output, char **words);

/* Runs `argv` undisturbed. Returns: (element-type FaultsCall): the calls between the marks, but for those that ask
 * for memory: a GLib program ends where there is none. */
GPtrArray *faults_list_calls (const char *const *argv);

G_END_DECLS
