/* proviso-report.h: a project for people who do not have the program: what was reviewed, and how it stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The readiness, every claim, every caveat, the register of sources, and the article. What of confidential
 * sources is left out, and how, says proviso-redaction.h.
 */
#pragma once

#include "core/proviso-project.h"

G_BEGIN_DECLS

typedef enum
{
  PROVISO_REPORT_MARKDOWN,
  PROVISO_REPORT_HTML, /* one file, without scripts, and without anything that it would have to load */
} ProvisoReportFormat;

/* Asks all records. In the thread that uses the project. `day`: the date of the report, "2026-03-28".
 * Returns: (transfer full): UTF-8. */
char *proviso_report_build (ProvisoProject *project, ProvisoReportFormat format, const char *day);

G_END_DECLS
