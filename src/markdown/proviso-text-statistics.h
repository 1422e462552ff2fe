/* proviso-text-statistics.h: how much there is to read in a Markdown text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counted is what a reader reads: paragraphs, headings, lists, quotes and tables without their marks; inline
 * code as the words that it is. Not counted are code blocks, raw HTML, addresses (bare ones and the
 * destinations of links) and what stands for pictures.
 *
 * Reading time: 238 words a minute, the mean for adults reading English non-fiction silently (Brysbaert, How
 * many words do we read per minute? Journal of Memory and Language 109, 2019; most people are between 175 and
 * 300). Chinese and Japanese writing, where words are not set apart, is taken by its characters, 260 a
 * minute, a rate measured for readers of Chinese.
 *
 * A pure function; for worker threads.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PROVISO_WORDS_PER_MINUTE 238
#define PROVISO_IDEOGRAPHS_PER_MINUTE 260

typedef struct
{
  /* As ICU divides them, which knows the words of Chinese, Japanese, Thai and others by dictionary; a
   * compound with hyphens is one. */
  guint n_words;
  /* As a person counts them: an accented letter or an emoji is one. Spaces between words are characters; what
   * is between blocks is not. */
  guint n_characters;
  guint n_characters_without_spaces;
  double reading_seconds;
} ProvisoTextStatistics;

/* Counts in [start, end), code points of `text`; G_MAXUINT as `end` is its end. All of the text is given so
 * that the marks in the slice are read rightly; a word counts to where it begins. `language`: BCP 47 or
 * %NULL. Returns: FALSE if cancelled, and then nothing is counted. */
gboolean proviso_text_statistics_compute (ProvisoTextStatistics *self,
                                          const char *text,
                                          guint start,
                                          guint end,
                                          const char *language,
                                          GCancellable *cancellable);

G_END_DECLS
