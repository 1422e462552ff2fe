/* proviso-report-writer.h: headings, paragraphs, tables and quotes as Markdown or as HTML.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything that is given is text, and is escaped; there is no way to put marks in.
 */
#pragma once

#include "export/proviso-report.h"

G_BEGIN_DECLS

typedef struct _ProvisoReportWriter ProvisoReportWriter;

/* `language`: the article's, a BCP 47 tag. */
ProvisoReportWriter *
proviso_report_writer_new (ProvisoReportFormat format, const char *title, const char *language);
/* Ends the document. (transfer full): its text, with which the writer goes. */
char *proviso_report_writer_free_to_text (ProvisoReportWriter *self);

/* `level`: 2 or more; 1 is the title. */
void proviso_report_writer_heading (ProvisoReportWriter *self, guint level, const char *text);
void proviso_report_writer_paragraph (ProvisoReportWriter *self, const char *text);
/* Words of the article. `label`: (nullable): what is said of them before. */
void proviso_report_writer_quote (ProvisoReportWriter *self, const char *label, const char *text);
/* Facts are names and values, one after the other. Nothing is said where `value` is %NULL or "". */
void proviso_report_writer_begin_facts (ProvisoReportWriter *self);
void proviso_report_writer_fact (ProvisoReportWriter *self, const char *name, const char *value);
void proviso_report_writer_end_facts (ProvisoReportWriter *self);
/* A table of `n_columns`, its headings first; rows as many cells. `caption`: what it is a table of. */
void proviso_report_writer_begin_table (ProvisoReportWriter *self,
                                        const char *caption,
                                        const char *const *headings,
                                        guint n_columns);
/* `cells`: each (nullable) for "". An address that is safe to follow is a link in HTML. */
void proviso_report_writer_row (ProvisoReportWriter *self, const char *const *cells, guint n_columns);
void proviso_report_writer_end_table (ProvisoReportWriter *self);
/* A text in Markdown as what it means, its headings below those of the report: as it is, or as HTML without raw HTML, pictures and links to anything
 * but the web and mail. */
void proviso_report_writer_article (ProvisoReportWriter *self, const char *markdown);

G_END_DECLS
