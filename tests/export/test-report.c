/* test-report.c: review reports, and what must not be in them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-comment.h"
#include "core/proviso-identity.h"
#include "core/proviso-review.h"
#include "export/proviso-remains-content.h"
#include "export/proviso-report.h"
#include "markdown/proviso-dialect.h"
#include "merge/proviso-suggestion.h"
#include "storage/proviso-codec.h"

#define DAY "2026-03-28"

static ProvisoProject *
load (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  ProvisoProject *project = proviso_codec_load (bytes, NULL, &error);

  g_assert_no_error (error);

  return project;
}

/* A golden file is written anew with PROVISO_UPDATE set, to be read by whoever changed it. */
static void
assert_golden (const char *report, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "export", name, NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("PROVISO_UPDATE") != NULL)
    g_file_set_contents (path, report, -1, NULL);
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (report, ==, expected);
}

static void
test_golden (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "export", "report.proviso", NULL);
  g_autofree char *json = NULL;
  g_autoptr (ProvisoProject) project = NULL;
  g_autofree char *markdown = NULL;
  g_autofree char *html = NULL;

  g_assert_true (g_file_get_contents (path, &json, NULL, NULL));
  project = load (json);
  markdown = proviso_report_build (project, PROVISO_REPORT_MARKDOWN, DAY);
  html = proviso_report_build (project, PROVISO_REPORT_HTML, DAY);
  assert_golden (markdown, "report.md");
  assert_golden (html, "report.html");
}

static void
test_empty (void)
{
  g_autoptr (ProvisoProject) project = proviso_project_new ();
  g_autofree char *markdown = proviso_report_build (project, PROVISO_REPORT_MARKDOWN, DAY);

  g_assert_true (g_str_has_prefix (markdown, "# Untitled\n\nReview report of 28 March 2026\n"));
}

/* Of a draft, what the HTML has between the tags of the article. */
static char *
get_article (const char *draft)
{
  g_autoptr (ProvisoProject) project = proviso_project_new ();
  g_autofree char *html = NULL;
  const char *start, *end;

  proviso_text_replace (proviso_project_get_text (project), 0, 0, draft);
  html = proviso_report_build (project, PROVISO_REPORT_HTML, DAY);
  start = strchr (strstr (html, "<article"), '\n') + 1;
  end = strstr (start, "</article>");

  return g_strndup (start, end - start);
}

static void
test_article (void)
{
  static const char *const drafts[][2] = {
    { "# One\n\nTwo *three*.", "<h3>One</h3>\n<p>Two <em>three</em>.</p>\n" },
    { "###### Six", "<h6>Six</h6>\n" },
    { "<script>alert(1)</script> & <b onclick=\"x\">y</b>",
      "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b onclick=&quot;x&quot;&gt;y&lt;/b&gt;</p>\n" },
    { "[a](https://a.example \"t\")", "<p><a href=\"https://a.example\" title=\"t\">a</a></p>\n" },
    { "[a](HTTP://a.example)", "<p><a href=\"HTTP://a.example\">a</a></p>\n" },
    { "[a](mailto:a@b.example)", "<p><a href=\"mailto:a@b.example\">a</a></p>\n" },
    { "[a](javascript:alert(1))", "<p><a>a</a></p>\n" },
    { "[a](JaVaScRiPt&#58;alert(1))", "<p><a>a</a></p>\n" },
    { "[a](data:text/html,x) [b](/etc/passwd) [c](//x.example) [d](#e) [f](file:///x)",
      "<p><a>a</a> <a>b</a> <a>c</a> <a>d</a> <a>f</a></p>\n" },
    { "<javascript:alert(1)>", "<p><a>javascript:alert(1)</a></p>\n" },
    { "![a \"b\" *c*](https://x.example/a>b.png \"t\")", "<p>a &quot;b&quot; c</p>\n" },
    { "- [x] one\n- [ ] two",
      "<ul>\n<li class=\"task-list-item\">☑ one</li>\n<li class=\"task-list-item\">☐ two</li>\n</ul>\n" },
    { "|a|b|\n|-|:-:|\n|c|d|",
      "<div class=\"table\"><table>\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n<th scope=\"col\" "
      "align=\"center\">b</th>\n</tr>\n"
      "</thead>\n<tbody>\n<tr>\n<td>c</td>\n<td align=\"center\">d</td>\n</tr>\n</tbody>\n</table></div>\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      g_autofree char *article = get_article (drafts[i][0]);

      if (!g_str_equal (article, drafts[i][1]))
        g_test_message ("%s", drafts[i][0]);
      g_assert_cmpstr (article, ==, drafts[i][1]);
    }
}

/* In Markdown, the headings of the article are below that which stands above it, and all else is as it was. */
static void
test_headings (void)
{
  static const char *const drafts[][2] = {
    { "# One\n\nTwo *three*.\n", "### One\n\nTwo *three*.\n" },
    { "## *A* b ##\n##### c\n###### d\n", "#### *A* b ##\n###### c\n###### d\n" },
    { "```\n# no\n```\n\n    # no\n", "```\n# no\n```\n\n    # no\n" },
    { "x\n\nOne\n===\nTwo\nlines #\n---\ny\n", "x\n\n### One\n#### Two lines \\#\ny\n" },
    { "> # q\n\n- ## l\n\n1. # n\n", "> ### q\n\n- #### l\n\n1. ### n\n" },
    { "#no\n\n\\# no\n\nA\n\n---\n", "#no\n\n\\# no\n\nA\n\n---\n" },
    { "# [a](b)\r\n\r\nx\r\n", "### [a](b)\r\n\r\nx\r\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      g_autoptr (ProvisoProject) project = proviso_project_new ();
      g_autofree char *markdown = NULL;

      proviso_text_replace (proviso_project_get_text (project), 0, 0, drafts[i][0]);
      markdown = proviso_report_build (project, PROVISO_REPORT_MARKDOWN, DAY);
      g_assert_cmpstr (strstr (markdown, "\n## Article\n\n") + strlen ("\n## Article\n\n"), ==, drafts[i][1]);
    }
}

/* A caveat says who raised it, and that what it suggested was done. */
static void
test_caveat_history (void)
{
  g_autoptr (ProvisoProject) project = proviso_project_new ();
  ProvisoCaveat *caveat;

  proviso_identity_set_name ("Omar");
  proviso_text_replace (proviso_project_get_text (project), 0, 0, "One.\n");
  caveat = proviso_project_add_caveat (project, NULL, 0, 4);
  proviso_project_set (project, caveat, "suggestion", "Two.", NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *markdown = NULL;

      if (i == 1)
        g_assert_true (proviso_suggestion_apply (project, caveat, NULL));
      else if (i == 2)
        proviso_project_set (project, caveat, "state", PROVISO_CAVEAT_STATE_OPEN, NULL);
      markdown = proviso_report_build (project, PROVISO_REPORT_MARKDOWN, DAY);
      g_assert_nonnull (strstr (markdown, "- **Raised:** By Omar on "));
      g_assert_true ((strstr (markdown, "- **Suggestion applied:** By Omar on ") != NULL) == (i == 1));
    }
}

static void
test_direction (void)
{
  static const char *const languages[][2] = { { "en", "dir=\"auto\" lang=\"en\"" },
                                              { "ar-EG", "dir=\"rtl\" lang=\"ar-EG\"" },
                                              { "\"><b", "dir=\"auto\" lang=\"&quot;&gt;&lt;b\"" } };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (ProvisoProject) project = proviso_project_new ();
      g_autofree char *html = NULL;

      proviso_project_set_language (project, languages[i][0]);
      html = proviso_report_build (project, PROVISO_REPORT_HTML, DAY);
      g_assert_nonnull (strstr (html, "<html lang=\"en\" dir=\"ltr\">"));
      g_assert_true (g_str_has_prefix (strstr (html, "<article ") + strlen ("<article "), languages[i][1]));
    }
}

static void
test_source_links (void)
{
  static const char *const urls[] = { "javascript:alert(1)", "file:///x", "\"><script>", "https:\"x" };

  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_autoptr (ProvisoProject) project = proviso_project_new ();
      ProvisoSource *source = proviso_project_add_source (project, "A \"<b>title</b>\"");
      g_autofree char *html = NULL;

      proviso_project_set (project, source, "url", urls[i], NULL);
      html = proviso_report_build (project, PROVISO_REPORT_HTML, DAY);
      g_assert_null (strstr (html, "href"));
      g_assert_null (strstr (html, "<script>"));
      g_assert_null (strstr (html, "<b>"));
    }
}

/* A project all of whose records say `words`, in turn. */
static ProvisoProject *
new_project_saying (char **words, guint n_words)
{
  static const char *const claim_properties[] = { "statement", "reason", "attributed-to", "for-readers" };
  static const char *const caveat_properties[] = { "text", "reason", "suggestion", "for-readers" };
  static const char *const source_properties[] = { "title", "publisher", "url" };
  ProvisoProject *project = proviso_project_new ();
  ProvisoClaim *claim;
  ProvisoCaveat *caveat;
  ProvisoSource *source;
  ProvisoEvidence *link;
  guint n = 0;

  proviso_text_replace (proviso_project_get_text (project), 0, 0, "One.\n");
  proviso_project_set (project, project, "title", words[n++ % n_words], NULL);
  claim = proviso_project_add_claim (project, 0, 4);
  proviso_project_set (project, claim, "status", PROVISO_CLAIM_STATUS_UNVERIFIABLE, NULL);
  caveat = proviso_project_add_caveat (project, claim, 0, 0);
  proviso_project_set (project, caveat, "state", PROVISO_CAVEAT_STATE_ACCEPTED, NULL);
  source = proviso_project_add_source (project, "A");
  link = proviso_project_add_evidence (project, claim, source);
  for (guint i = 0; i < G_N_ELEMENTS (claim_properties); i++)
    proviso_project_set (project, claim, claim_properties[i], words[n++ % n_words], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (caveat_properties); i++)
    proviso_project_set (project, caveat, caveat_properties[i], words[n++ % n_words], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (source_properties); i++)
    proviso_project_set (project, source, source_properties[i], words[n++ % n_words], NULL);
  proviso_project_set (project, link, "excerpt", words[n++ % n_words], NULL);
  proviso_project_set (project, link, "locator", words[n++ % n_words], NULL);
  proviso_project_add_comment (project, caveat, words[n++ % n_words]);

  return project;
}

static int
enter_block (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  g_string_append_printf (user_data, "%d(", type);
  if (type == MD_BLOCK_H)
    g_string_append_printf (user_data, "%u", ((MD_BLOCK_H_DETAIL *) detail)->level);

  return 0;
}

static int
leave_block (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  g_string_append_c (user_data, ')');

  return 0;
}

static int
ignore_span (MD_SPANTYPE type, void *detail, void *user_data)
{
  return 0;
}

static int
check_text (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user_data)
{
  g_assert_cmpint (type, ==, MD_TEXT_NORMAL);

  return 0;
}

/* The blocks of Markdown, or the tags of HTML, without the words. */
static char *
get_outline (ProvisoProject *project, ProvisoReportFormat format)
{
  MD_PARSER parser = { 0,           PROVISO_DIALECT_FLAGS, enter_block, leave_block,
                       ignore_span, ignore_span,           check_text };
  g_autofree char *report = proviso_report_build (project, format, DAY);
  GString *outline = g_string_new (NULL);

  if (format == PROVISO_REPORT_MARKDOWN)
    g_assert_cmpint (md_parse (report, (MD_SIZE) strlen (report), &parser, outline), ==, 0);
  else
    for (const char *p = strchr (report, '<'); p != NULL; p = strchr (p + 1, '<'))
      g_string_append_len (outline, p, strchr (p, '>') + 1 - p);

  return g_string_free_and_steal (outline);
}

/* Whatever the records say, the report has the same parts. */
static void
test_hostile_words (void)
{
  static const char *const pieces[] = { "*b*",    "_x_",    "<b>",   "</td>",        "<!--",   "&amp;",
                                        "# h",    "1. one", "- x",   "> q",          "|",      "\\|",
                                        "\\",     "~~~\n",  "```\n", "\n\n## H\n\n", "[x](y)", "![x](y)",
                                        "[ ] t",  "===",    "---",   "\"",           "'",      "end #",
                                        "\u2028", "\x01" };
  char *plain_words[] = { (char *) "x y" };
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (ProvisoProject) plain = new_project_saying (plain_words, 1);

  for (guint round = 0; round < 100; round++)
    {
      g_auto (GStrv) words = g_new0 (char *, 8);
      g_autoptr (ProvisoProject) project = NULL;

      for (guint i = 0; i < 7; i++)
        {
          const char *one = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];
          const char *other = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];

          words[i] = g_strconcat (one, g_rand_boolean (rand) ? " " : "", other,
                                  g_rand_boolean (rand) ? "." : "#.", NULL);
        }
      project = new_project_saying (words, 7);
      for (guint i = 0; i < 2; i++)
        {
          g_autofree char *expected = get_outline (plain, i);
          g_autofree char *outline = get_outline (project, i);

          g_assert_cmpstr (outline, ==, expected);
        }
    }
}

/* A text in which some secrets stand among other words. */
static char *
some_words (GRand *rand, GPtrArray *secrets)
{
  static const char *const words[] = { "The", "lab", "*left*", "video", "|", "`", "<b>",
                                       "5%",  "in",  "2026.",  "שלום",  "&", "-", "\n" };
  GString *text = g_string_new (NULL);

  for (guint n = (guint) g_rand_int_range (rand, 0, 8); n > 0; n--)
    {
      if (secrets->len > 0 && g_rand_int_range (rand, 0, 3) == 0)
        g_string_append (text,
                         g_ptr_array_index (secrets, g_rand_int_range (rand, 0, (gint32) secrets->len)));
      else
        g_string_append (text, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      g_string_append_c (text, ' ');
    }

  return g_string_free_and_steal (text);
}

static const char *
new_secret (GPtrArray *secrets, const char *kind)
{
  /* With the marks of Markdown and HTML in them, and in another script. */
  static const char *const shapes[][2] = { { "Zq", "zq" },      { "zq", " *zq*" },  { "Zq", "’s “zq”" },
                                           { "zq", " & <zq>" }, { "zq", "_zq|zq" }, { "זק", "זק zq" } };
  const char *const *shape = shapes[secrets->len % G_N_ELEMENTS (shapes)];

  g_ptr_array_add (secrets, g_strdup_printf ("%s%s%03u%s", shape[0], kind, secrets->len, shape[1]));

  return g_ptr_array_index (secrets, secrets->len - 1);
}

static void
set_words (ProvisoProject *project, gpointer record, const char *property, GRand *rand, GPtrArray *secrets)
{
  g_autofree char *words = some_words (rand, secrets);

  proviso_project_set (project, record, property, words, NULL);
}

/* What a secret alone has. Returns: (transfer full) */
static char *
dup_mark (const char *secret)
{
  g_autofree char *lower = g_utf8_strdown (secret, -1);
  const char *digit = strpbrk (lower, "0123456789");
  const char *start = digit;

  if (digit == NULL)
    return g_strdup ("zq.example");
  while (start > lower && g_ascii_isalpha (start[-1]))
    start--;

  return g_strndup (start, (gsize) (digit + 3 - start));
}

/* `text` without spaces and what makes headings. */
static char *
dup_bare (const char *text)
{
  GString *bare = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (strchr ("#=- \n", *p) == NULL)
      g_string_append_c (bare, *p);

  return g_string_free_and_steal (bare);
}

static void
assert_nothing_leaks (const char *out, const char *draft, GPtrArray *secrets)
{
  g_autofree char *lower = g_utf8_strdown (out, -1);
  g_autofree char *lower_draft = g_utf8_strdown (draft, -1);

  for (guint i = 0; i < secrets->len; i++)
    {
      g_autofree char *mark = dup_mark (g_ptr_array_index (secrets, i));
      const char *leak = strstr (lower_draft, mark) == NULL ? strstr (lower, mark) : NULL;

      if (leak != NULL)
        g_test_message ("%s: …%.120s", mark, leak - MIN (60, leak - lower));
      g_assert_null (leak);
    }
}

/* What a confidential source consists of is in no report and no section, wherever else it was written, but for what
 * the draft says; and that goes out whole. */
static void
test_nothing_leaks (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint round = 0; round < 30; round++)
    {
      g_autoptr (ProvisoProject) project = proviso_project_new ();
      g_autoptr (GPtrArray) secrets = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) public = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *draft = NULL;
      guint n_article_secrets;

      for (guint i = 0; i < 3; i++)
        {
          ProvisoSource *source = proviso_project_add_source (project, new_secret (secrets, "former"));

          proviso_project_set (project, source, "title", new_secret (secrets, "title"), "url",
                               "https://www.zq.example/zq", "archived", "https://zq.example/archived", NULL);
          proviso_project_set (project, source, "note", new_secret (secrets, "note"), "confidential", TRUE,
                               NULL);
        }
      g_ptr_array_add (secrets, g_strdup ("https://www.zq.example/zq"));
      n_article_secrets = secrets->len;
      draft = some_words (rand, secrets);
      proviso_text_replace (proviso_project_get_text (project), 0, 0, draft);
      proviso_project_set (project, project, "title",
                           g_ptr_array_index (secrets,
                                              g_rand_int_range (rand, 0, (gint32) n_article_secrets)),
                           NULL);
      for (guint i = 0; i < 3; i++)
        {
          ProvisoSource *source = proviso_record_list_peek (proviso_project_get_sources (project), i);

          proviso_project_set (project, source, "publisher", new_secret (secrets, "publisher"),
                               "independence-group", new_secret (secrets, "group"), NULL);
        }
      for (guint i = 0; i < 4; i++)
        {
          ProvisoClaim *claim =
              proviso_project_add_claim (project, (guint) g_rand_int_range (rand, 0, 5), 60);
          ProvisoSource *source = proviso_record_list_peek (proviso_project_get_sources (project),
                                                            (guint) g_rand_int_range (rand, 0, 3));
          ProvisoEvidence *link = proviso_project_add_evidence (project, claim, source);

          proviso_project_set (project, link, "excerpt", new_secret (secrets, "excerpt"), "locator",
                               new_secret (secrets, "place"), NULL);
          proviso_project_mark_checked (project, claim);
          if (g_rand_boolean (rand))
            proviso_project_remove (project, link);
        }
      for (guint i = 0; i < 4; i++)
        {
          ProvisoClaim *claim = proviso_record_list_peek (proviso_project_get_claims (project), i);
          ProvisoCaveat *caveat = proviso_project_add_caveat (project, i % 2 == 0 ? claim : NULL, 0, 0);
          g_autofree char *comment = some_words (rand, secrets);

          set_words (project, claim, "statement", rand, secrets);
          set_words (project, claim, "reason", rand, secrets);
          set_words (project, claim, "for-readers", rand, secrets);
          set_words (project, claim, "attributed-to", rand, secrets);
          set_words (project, claim, "note", rand, secrets);
          proviso_project_set (project, claim, "status",
                               g_rand_int_range (rand, 0, PROVISO_CLAIM_STATUS_SUPERSEDED + 1), NULL);
          set_words (project, caveat, "text", rand, secrets);
          set_words (project, caveat, "suggestion", rand, secrets);
          proviso_project_add_comment (project, caveat, comment);
          set_words (project, caveat, "reason", rand, secrets);
          set_words (project, caveat, "for-readers", rand, secrets);
          proviso_project_set (project, caveat, "state", PROVISO_CAVEAT_STATE_ACCEPTED, NULL);
        }
      {
        ProvisoSource *open = proviso_project_add_source (project, "Open");
        g_autofree char *words = some_words (rand, secrets);
        /* Not the very name of a confidential one, which would be none then. */
        g_autofree char *name = g_strconcat ("Open ", words, NULL);

        proviso_project_set (project, open, "title", name, NULL);
        set_words (project, open, "publisher", rand, public);
      }

      for (guint i = 0; i < 3; i++)
        {
          g_autofree char *out =
              i < 2 ? proviso_report_build (project, i, DAY) : proviso_remains_generate (project, NULL);

          assert_nothing_leaks (out, draft, secrets);
          if (i == PROVISO_REPORT_MARKDOWN)
            {
              g_autofree char *bare = dup_bare (strstr (out, "\n## Article\n") + strlen ("\n## Article\n"));
              g_autofree char *bare_draft = dup_bare (draft);

              g_assert_cmpstr (bare, ==, bare_draft);
            }
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/golden", test_golden);
  g_test_add_func ("/report/empty", test_empty);
  g_test_add_func ("/report/article", test_article);
  g_test_add_func ("/report/headings", test_headings);
  g_test_add_func ("/report/caveat-history", test_caveat_history);
  g_test_add_func ("/report/direction", test_direction);
  g_test_add_func ("/report/source-links", test_source_links);
  g_test_add_func ("/report/hostile-words", test_hostile_words);
  g_test_add_func ("/report/nothing-leaks", test_nothing_leaks);

  return g_test_run ();
}
