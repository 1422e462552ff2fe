/* proviso-command.h: the commands of provisoctl.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A command gets its own name and what follows it on the command line, and returns the exit status.
 */
#pragma once

#include "core/proviso-project.h"

G_BEGIN_DECLS

enum
{
  PROVISO_EXIT_SUCCESS = 0,
  PROVISO_EXIT_USAGE = 1,     /* called in a way that makes no sense */
  PROVISO_EXIT_NOT_READY = 1, /* of "check": a project is not ready to be published */
  PROVISO_EXIT_UNUSABLE = 2,  /* a file cannot be read, or is none of ours */
};

int proviso_command_check (int argc, char *argv[]);
int proviso_command_format (int argc, char *argv[]);
int proviso_command_report (int argc, char *argv[]);
int proviso_command_validate (int argc, char *argv[]);

/* Parses what follows a command: options (there are none but --help) and at least one file, at most `max_files`.
 * `summary`: translated. Returns: (transfer full) (nullable): the files' names; %NULL, and said why, where the
 * call makes no sense. */
GStrv proviso_command_parse (int argc, char *argv[], const char *parameters, const char *summary, guint max_files);
/* The same with options. `description`: (nullable): translated; the rest of the help. */
GStrv proviso_command_parse_options (int argc,
                                     char *argv[],
                                     const char *parameters,
                                     const char *summary,
                                     const char *description,
                                     const GOptionEntry *entries,
                                     guint max_files);

/* Loads a file. `warnings`: as for proviso_codec_load(). */
ProvisoProject *proviso_command_load (const char *name, GPtrArray **warnings, GError **error);
/* "NAME:LINE:COLUMN: message", without the place where the error has none. `kind`: (nullable): translated, put
 * before the message. Returns: (transfer full) */
char *proviso_command_describe (const char *name, const char *kind, const GError *error);

G_END_DECLS
