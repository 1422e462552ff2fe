/* proviso-report-writer.c: headings, paragraphs, tables and quotes as Markdown or as HTML.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "export/proviso-report-writer.h"

#include "core/proviso-source.h"
#include "export/proviso-export-text.h"
#include "export/proviso-raised-headings.h"
#include "markdown/proviso-dialect.h"

#include <glib/gi18n-lib.h>
#include <md4c-html.h>
#include <string.h>
#include <unicode/uloc.h>

/* The report's own headings go down to this level; the article's come below. */
#define ARTICLE_LEVEL 2
#define MAX_LEVEL 6

struct _ProvisoReportWriter
{
  gboolean html;
  GString *text;
  char *language;
};

/* System colours follow the reader's choice of light or dark and of contrast. */
static const char style[] =
    ":root { color-scheme: light dark; }\n"
    "body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; "
    "overflow-wrap: anywhere; }\n"
    "h1, h2, h3 { line-height: 1.25; }\n"
    "h2 { margin-top: 2.5rem; border-bottom: 1px solid; }\n"
    "h3 { margin-top: 2rem; }\n"
    "dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .25rem 1rem; }\n"
    "dt { font-weight: 600; }\n"
    "dd { margin: 0; }\n"
    "blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid; }\n"
    "blockquote p { margin: 0; }\n"
    ".table { overflow-x: auto; }\n"
    "table { border-collapse: collapse; width: 100%; }\n"
    "caption { text-align: start; font-weight: 600; }\n"
    "th, td { text-align: start; vertical-align: top; padding: .25rem .5rem; border: 1px solid; "
    "min-width: 5rem; }\n"
    "pre { overflow-x: auto; }\n"
    "@media print { :root { color-scheme: light; } body { max-width: none; margin: 0; } h2, h3 { "
    "break-after: avoid; } "
    "blockquote, tr { break-inside: avoid; } }\n";

static const char *
get_direction (const char *language)
{
  return uloc_isRightToLeft (language) ? "rtl" : "ltr";
}

/* Characters that neither HTML nor a reader has a use for become a space. */
static void
append_html (GString *html, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '&':
        g_string_append (html, "&amp;");
        break;
      case '<':
        g_string_append (html, "&lt;");
        break;
      case '>':
        g_string_append (html, "&gt;");
        break;
      case '"':
        g_string_append (html, "&quot;");
        break;
      default:
        g_string_append_c (html, (guchar) *p < 0x20 && *p != '\n' && *p != '\t' ? ' ' : *p);
      }
}

/* One line of plain text. */
static void
append (ProvisoReportWriter *self, const char *text, gboolean at_start)
{
  g_autofree char *line = proviso_export_one_line (text);

  if (self->html)
    append_html (self->text, line);
  else
    proviso_export_append_escaped (self->text, line, at_start);
}

ProvisoReportWriter *
proviso_report_writer_new (ProvisoReportFormat format, const char *title, const char *language)
{
  ProvisoReportWriter *self = g_new0 (ProvisoReportWriter, 1);
  /* Translators: the BCP 47 tag of the language into which this is translated: "de", "pt-BR". */
  const char *own_language = C_ ("report", "en");

  self->html = format == PROVISO_REPORT_HTML;
  self->text = g_string_new (NULL);
  self->language = g_strdup (language);
  if (!self->html)
    {
      g_string_append (self->text, "# ");
      append (self, title, FALSE);
      g_string_append (self->text, "\n");
      return self;
    }

  g_string_append_printf (self->text,
                          "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\" "
                          "/>\n",
                          own_language, get_direction (own_language));
  g_string_append (self->text,
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n");
  /* Even where a reader's program is deceived, nothing is loaded. */
  g_string_append (self->text,
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                   "'unsafe-inline'\" />\n<title>");
  append (self, title, FALSE);
  g_string_append_printf (self->text,
                          "</title>\n<style>\n%s</style>\n</head>\n<body>\n<main>\n<h1 dir=\"auto\" lang=\"",
                          style);
  append_html (self->text, self->language);
  g_string_append (self->text, "\">");
  append (self, title, FALSE);
  g_string_append (self->text, "</h1>\n");

  return self;
}

char *
proviso_report_writer_free_to_text (ProvisoReportWriter *self)
{
  char *text;

  if (self->html)
    g_string_append (self->text, "</main>\n</body>\n</html>\n");
  text = g_string_free_and_steal (self->text);
  g_free (self->language);
  g_free (self);

  return text;
}

void
proviso_report_writer_heading (ProvisoReportWriter *self, guint level, const char *text)
{
  if (self->html)
    {
      g_string_append_printf (self->text, "<h%u dir=\"auto\">", level);
      append (self, text, FALSE);
      g_string_append_printf (self->text, "</h%u>\n", level);
      return;
    }
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < level; i++)
    g_string_append_c (self->text, '#');
  g_string_append_c (self->text, ' ');
  append (self, text, FALSE);
  g_string_append_c (self->text, '\n');
}

void
proviso_report_writer_paragraph (ProvisoReportWriter *self, const char *text)
{
  g_string_append (self->text, self->html ? "<p dir=\"auto\">" : "\n");
  append (self, text, TRUE);
  g_string_append (self->text, self->html ? "</p>\n" : "\n");
}

void
proviso_report_writer_quote (ProvisoReportWriter *self, const char *label, const char *text)
{
  if (label != NULL)
    proviso_report_writer_paragraph (self, label);
  if (self->html)
    {
      g_string_append (self->text, "<blockquote dir=\"auto\" lang=\"");
      append_html (self->text, self->language);
      g_string_append (self->text, "\"><p>");
    }
  else
    g_string_append (self->text, "\n> ");
  append (self, text, TRUE);
  g_string_append (self->text, self->html ? "</p></blockquote>\n" : "\n");
}

void
proviso_report_writer_begin_facts (ProvisoReportWriter *self)
{
  g_string_append (self->text, self->html ? "<dl>\n" : "\n");
}

void
proviso_report_writer_fact (ProvisoReportWriter *self, const char *name, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_string_append (self->text, self->html ? "<dt>" : "- **");
  append (self, name, FALSE);
  /* Translators: put behind the name of a fact, as in "Status: Reported". */
  g_string_append (self->text, self->html ? "</dt><dd dir=\"auto\">" : C_ ("report", ":"));
  if (!self->html)
    g_string_append (self->text, "** ");
  append (self, value, FALSE);
  g_string_append (self->text, self->html ? "</dd>\n" : "\n");
}

void
proviso_report_writer_end_facts (ProvisoReportWriter *self)
{
  if (self->html)
    g_string_append (self->text, "</dl>\n");
}

static void
append_cell (ProvisoReportWriter *self, const char *text)
{
  g_autofree char *line = proviso_export_one_line (text);

  if (self->html)
    {
      gboolean link = proviso_source_url_is_web (line);

      if (link)
        {
          g_string_append (self->text, "<a rel=\"noreferrer\" href=\"");
          append_html (self->text, line);
          g_string_append (self->text, "\">");
        }
      append_html (self->text, line);
      if (link)
        g_string_append (self->text, "</a>");
    }
  else
    {
      g_string_append_c (self->text, ' ');
      proviso_export_append_cell (self->text, line);
      g_string_append (self->text, " |");
    }
}

void
proviso_report_writer_begin_table (ProvisoReportWriter *self,
                                   const char *caption,
                                   const char *const *headings,
                                   guint n_columns)
{
  if (self->html)
    {
      g_string_append (self->text, "<div class=\"table\"><table>\n<caption>");
      append (self, caption, FALSE);
      g_string_append (self->text, "</caption>\n<thead><tr>");
      for (guint i = 0; i < n_columns; i++)
        {
          g_string_append (self->text, "<th scope=\"col\">");
          append (self, headings[i], FALSE);
          g_string_append (self->text, "</th>");
        }
      g_string_append (self->text, "</tr></thead>\n<tbody>\n");
      return;
    }
  proviso_report_writer_paragraph (self, caption);
  g_string_append_c (self->text, '\n');
  proviso_report_writer_row (self, headings, n_columns);
  g_string_append_c (self->text, '|');
  for (guint i = 0; i < n_columns; i++)
    g_string_append (self->text, " --- |");
  g_string_append_c (self->text, '\n');
}

void
proviso_report_writer_row (ProvisoReportWriter *self, const char *const *cells, guint n_columns)
{
  g_string_append (self->text, self->html ? "<tr>" : "|");
  for (guint i = 0; i < n_columns; i++)
    {
      if (self->html)
        g_string_append (self->text, "<td dir=\"auto\">");
      append_cell (self, cells[i]);
      if (self->html)
        g_string_append (self->text, "</td>");
    }
  g_string_append (self->text, self->html ? "</tr>\n" : "\n");
}

void
proviso_report_writer_end_table (ProvisoReportWriter *self)
{
  if (self->html)
    g_string_append (self->text, "</tbody>\n</table></div>\n");
}

static gboolean
is_safe_link (const char *url)
{
  return g_ascii_strncasecmp (url, "https://", 8) == 0 || g_ascii_strncasecmp (url, "http://", 7) == 0 ||
         g_ascii_strncasecmp (url, "mailto:", 7) == 0;
}

/* Appends the tag at `tag`, made by md4c, with what may stay of it. Returns: where it ends. */
static const char *
append_tag (GString *html, const char *tag)
{
  const char *end = strchr (tag, '>');
  gboolean closing = tag[1] == '/';
  const char *name = tag + (closing ? 2 : 1);

  /* Quotation marks within attributes are escaped, and so is ">" in all but addresses, where it is as
   * well. */
  g_assert (end != NULL);
  end++;
  if (g_str_has_prefix (tag, "<a href=\"") && !is_safe_link (tag + strlen ("<a href=\"")))
    {
      g_string_append (html, "<a>");
    }
  else if (g_str_has_prefix (tag, "<img "))
    {
      const char *alt = strstr (tag, " alt=\"");
      const char *stop = alt != NULL && alt < end ? strchr (alt + 6, '"') : NULL;

      /* What a picture shows, without the picture, which would be loaded from somewhere. */
      if (stop != NULL && stop < end)
        g_string_append_len (html, alt + 6, stop - alt - 6);
    }
  else if (g_str_has_prefix (tag, "<input "))
    {
      g_string_append (html, g_strstr_len (tag, end - tag, " checked") != NULL ? "☑ " : "☐ ");
    }
  else if (name[0] == 'h' && g_ascii_isdigit (name[1]) && name[2] == '>')
    {
      g_string_append_printf (html, "<%sh%d>", closing ? "/" : "",
                              MIN (name[1] - '0' + ARTICLE_LEVEL, MAX_LEVEL));
    }
  else if (g_str_has_prefix (tag, "<table"))
    {
      /* One that is too wide for the page is scrolled by itself. */
      g_string_append (html, "<div class=\"table\"><table>");
    }
  else if (g_str_has_prefix (tag, "</table"))
    {
      g_string_append (html, "</table></div>");
    }
  else if (g_str_has_prefix (tag, "<th") && name[2] != 'e')
    {
      g_string_append_printf (html, "<th scope=\"col\"%.*s", (int) (end - tag - 3), tag + 3);
    }
  else
    {
      g_string_append_len (html, tag, end - tag);
    }

  return end;
}

static void
append_output (const MD_CHAR *output, MD_SIZE size, void *user_data)
{
  g_string_append_len (user_data, output, size);
}

void
proviso_report_writer_article (ProvisoReportWriter *self, const char *markdown)
{
  g_autofree char *clean = g_strdup (markdown);
  g_autoptr (GString) output = g_string_new (NULL);

  for (char *p = clean; *p != '\0'; p++)
    if ((guchar) *p < 0x20 && *p != '\n' && *p != '\t' && *p != '\r')
      *p = ' ';
  if (!self->html)
    {
      g_autofree char *raised = proviso_raise_headings (clean, ARTICLE_LEVEL);

      g_string_append_printf (self->text, "\n%s%s", raised, g_str_has_suffix (raised, "\n") ? "" : "\n");
      return;
    }

  /* A project says that it is English until somebody says otherwise. */
  g_string_append_printf (self->text, "<article dir=\"%s\" lang=\"",
                          uloc_isRightToLeft (self->language) ? "rtl" : "auto");
  append_html (self->text, self->language);
  g_string_append (self->text, "\">\n");
  md_html (clean, (MD_SIZE) strlen (clean), append_output, output, PROVISO_DIALECT_FLAGS | MD_FLAG_NOHTML,
           MD_HTML_FLAG_XHTML);
  /* All "<" are those of md4c's own tags: raw HTML is off, and in text it is an entity. */
  for (const char *p = output->str; *p != '\0';)
    {
      if (*p == '<')
        p = append_tag (self->text, p);
      else
        g_string_append_c (self->text, *p++);
    }
  g_string_append (self->text, "</article>\n");
}
