/* proviso-full-stop.c: whether a sentence ends behind a full stop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ICU knows few abbreviations of English, none that are one only before a number, and no ordinals. So what
 * stands before the full stop is looked at, and what comes.
 */
#include "markdown/proviso-full-stop.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/udat.h>
#include <unicode/ures.h>

/* Long enough for every word in the lists below. */
#define MAX_WORD 24

/* Four are a year, which ends a sentence more often than not. */
#define MAX_ORDINAL_DIGITS 3

/* Never the end of a sentence: something follows that belongs to them. */
static const char *const joining[] = {
  "mr",     "mrs", "ms",  "dr",   "prof", "st",     "gen",  "sen", "rep",  "gov",  "lt",  "col",
  "capt",   "sgt", "rev", "hon",  "pres", "messrs", "vs",   "v",   "cf",   "e.g",  "i.e", "viz",
  "approx", "ca",  "mme", "mlle", "m",    "hr",     "fr",   "sr",  "sra",  "srta", "dra", "z.b",
  "d.h",    "u.a", "bzw", "ggf",  "evtl", "vgl",    "p.ej", "sig", "dott", "mt",   "ft",
};

/* Only in front of a number. */
static const char *const counting[] = {
  "no",  "nos", "nr",  "p",   "pp",  "fig", "figs", "vol", "art", "sec", "ch", "para", "jan", "feb",
  "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "s",  "bd",   "abs", "kap",
};

/* At an end or in the middle: it depends on what comes, as for "U.S." and for initials. */
static const char *const companies[] = {
  "inc", "corp", "ltd", "co", "bros", "plc", "jr", "sr", "dept", "univ"
};

/* What begins sentences, and seldom is part of a name. */
static const char *const starters[] = {
  "the",   "a",    "an",      "it",        "its",    "in",        "on",         "at",      "but",
  "and",   "or",   "if",      "this",      "that",   "these",     "those",      "he",      "she",
  "they",  "we",   "you",     "i",         "his",    "her",       "their",      "our",     "my",
  "there", "then", "when",    "while",     "as",     "for",       "from",       "with",    "by",
  "to",    "so",   "yet",     "however",   "both",   "each",      "some",       "many",    "most",
  "not",   "what", "why",     "how",       "who",    "where",     "after",      "before",  "since",
  "until", "now",  "today",   "instead",   "also",   "meanwhile", "separately", "neither", "no",
  "one",   "two",  "critics", "officials", "though", "although",  "because",    "whether", "still",
};

/* Languages that write an ordinal number as figures with a full stop. */
static const char *const with_ordinals[] = {
  "bs", "cs", "da", "de", "dsb", "et", "eu", "fi", "fo", "gsw", "hr", "hsb", "hu",
  "is", "lb", "lv", "nb", "nds", "nn", "no", "pl", "se", "sk",  "sl", "sr",  "tr",
};

/* Those of them that write nouns with a capital, so that a capital says nothing. */
static const char *const with_nouns[] = { "de", "gsw", "lb", "nds" };

/* What a German ordinal stands behind; many take endings. */
static const char *const ordinal_leads[] = {
  "ab",  "als", "am",   "auf", "beim", "bis",  "das",  "dem",  "den",   "der",
  "des", "die", "fürs", "im",  "in",   "ins",  "oder", "seit", "sowie", "und",
  "vom", "von", "vor",  "zum", "zur",  "nach", "mit",  "ums",  "übers",
};
static const char *const ordinal_lead_stems[] = {
  "dein", "dies", "ein", "euer", "eur", "ihr", "jed", "jen", "kein", "mein", "sein", "unser", "unsr",
};

/* What begins German sentences and is no noun. */
static const char *const german_starters[] = {
  "aber",     "alle",     "allerdings", "als",    "am",     "an",      "auch",    "auf",        "aus",
  "außerdem", "bei",      "beide",      "beim",   "bis",    "da",      "dabei",   "dafür",      "dagegen",
  "daher",    "dahinter", "damit",      "danach", "dann",   "daran",   "darauf",  "das",        "dass",
  "davon",    "davor",    "dazu",       "dem",    "den",    "denn",    "dennoch", "der",        "des",
  "deshalb",  "die",      "dies",       "diese",  "diesem", "diesen",  "dieser",  "dieses",     "doch",
  "dort",     "durch",    "ein",        "eine",   "einem",  "einen",   "einer",   "eines",      "einige",
  "er",       "erst",     "es",         "für",    "gegen",  "gestern", "heute",   "hier",       "hinter",
  "ich",      "ihr",      "ihre",       "ihren",  "im",     "immer",   "in",      "inzwischen", "ja",
  "jede",     "jeder",    "jedes",      "jedoch", "jetzt",  "kein",    "keine",   "laut",       "man",
  "manche",   "mehr",     "mit",        "morgen", "nach",   "nachdem", "nein",    "nicht",      "noch",
  "nun",      "nur",      "ob",         "obwohl", "oder",   "ohne",    "schon",   "sechs",      "sein",
  "seine",    "seit",     "sie",        "so",     "sobald", "sogar",   "später",  "trotz",      "trotzdem",
  "über",     "um",       "und",        "unser",  "unsere", "unter",   "viele",   "vom",        "von",
  "vor",      "während",  "wann",       "warum",  "was",    "weil",    "welche",  "wenn",       "wer",
  "wie",      "wir",      "wo",         "zu",     "zudem",  "zuletzt", "zum",     "zur",        "zwar",
  "zwei",     "zwischen",
};

struct _ProvisoFullStop
{
  gboolean has_ordinals;
  gboolean has_nouns;
  /* ICU's abbreviations for the language, with their full stops. */
  GHashTable *abbreviations;
  /* Names of the months in small letters; %NULL until asked for. */
  GHashTable *months;
  char *locale;
};

static gboolean
is_in (const char *word, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_str_equal (word, words[i]))
      return TRUE;
  return FALSE;
}

/* Copies [start, end) in small letters; only words of plain letters are looked for. */
static void
copy_word (const UChar *units, int32_t start, int32_t end, char *word)
{
  int32_t n = 0;

  for (int32_t i = start; i < end && n < MAX_WORD - 1; i++)
    word[n++] = units[i] < 0x80 ? g_ascii_tolower ((char) units[i]) : '?';
  word[n] = '\0';
}

/* Whether [start, end), which ends in front of a full stop, is "J" or "U.S": capitals with full stops. */
static gboolean
is_initials (const UChar *units, int32_t start, int32_t end)
{
  for (int32_t i = start; i < end; i++)
    if ((i - start) % 2 == 0 ? !u_isupper (units[i]) : units[i] != '.')
      return FALSE;
  return (end - start) % 2 == 1;
}

/* [start, end) in small letters. (transfer full) */
static char *
dup_word (const UChar *units, int32_t start, int32_t end)
{
  g_autofree char *word = g_utf16_to_utf8 ((const gunichar2 *) units + start, end - start, NULL, NULL, NULL);

  return word != NULL ? g_utf8_strdown (word, -1) : g_strdup ("");
}

/* What ICU suppresses ends behind for "@ss=standard". It takes them for the ends of any words, so that "m."
 * hides the end of "Er kam."; therefore its list is read and whole words are compared here. */
static void
load_abbreviations (ProvisoFullStop *self)
{
  UErrorCode status = U_ZERO_ERROR;
  UResourceBundle *bundle = ures_open (U_ICUDATA_NAME "-brkitr", self->locale, &status);
  UResourceBundle *exceptions = ures_getByKey (bundle, "exceptions", NULL, &status);
  UResourceBundle *list = ures_getByKey (exceptions, "SentenceBreak", NULL, &status);

  for (int32_t i = 0; U_SUCCESS (status) && i < ures_getSize (list); i++)
    {
      int32_t length;
      const UChar *word = ures_getStringByIndex (list, i, &length, &status);
      char *utf8 =
          U_SUCCESS (status) ? g_utf16_to_utf8 ((const gunichar2 *) word, length, NULL, NULL, NULL) : NULL;

      if (utf8 != NULL)
        g_hash_table_add (self->abbreviations, utf8);
    }
  ures_close (list);
  ures_close (exceptions);
  ures_close (bundle);
}

static gboolean
is_abbreviation (ProvisoFullStop *self, const UChar *units, int32_t start, int32_t end)
{
  g_autofree char *word = NULL;

  if (g_hash_table_size (self->abbreviations) == 0)
    return FALSE;
  word = g_utf16_to_utf8 ((const gunichar2 *) units + start, end + 1 - start, NULL, NULL, NULL);
  return word != NULL && g_hash_table_contains (self->abbreviations, word);
}

static void
add_months (GHashTable *months, const UDateFormat *format, UDateFormatSymbolType type)
{
  int32_t n = udat_countSymbols (format, type);

  for (int32_t i = 0; i < n; i++)
    {
      UErrorCode status = U_ZERO_ERROR;
      UChar name[MAX_WORD];
      int32_t length = udat_getSymbols (format, type, i, name, MAX_WORD, &status);

      while (U_SUCCESS (status) && length > 0 && name[length - 1] == '.')
        length--;
      if (U_SUCCESS (status) && length > 0 && length < MAX_WORD && !u_isdigit (name[0]))
        g_hash_table_add (months, dup_word (name, 0, length));
    }
}

static gboolean
is_month (ProvisoFullStop *self, const char *word)
{
  static const UDateFormatSymbolType types[] = { UDAT_MONTHS, UDAT_SHORT_MONTHS, UDAT_STANDALONE_MONTHS,
                                                 UDAT_STANDALONE_SHORT_MONTHS };

  if (self->months == NULL)
    {
      UErrorCode status = U_ZERO_ERROR;
      UDateFormat *format = udat_open (UDAT_LONG, UDAT_LONG, self->locale, NULL, 0, NULL, 0, &status);

      self->months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < G_N_ELEMENTS (types) && U_SUCCESS (status); i++)
        add_months (self->months, format, types[i]);
      udat_close (format);
    }
  return g_hash_table_contains (self->months, word);
}

/* Whether an ordinal can stand behind the word that ends at `end`; behind nothing, it can. */
static gboolean
leads_to_ordinal (const UChar *units, int32_t end)
{
  g_autofree char *word = NULL;
  int32_t start;

  while (end > 0 && u_isUWhiteSpace (units[end - 1]))
    end--;
  start = end;
  while (start > 0 && u_isalpha (units[start - 1]))
    start--;
  /* Figures at the very beginning of a sentence are none by themselves. */
  if (start == end)
    return end == 0 || strchr (".!?:", units[end - 1] < 0x80 ? (char) units[end - 1] : ' ') != NULL;

  word = dup_word (units, start, end);
  if (is_in (word, ordinal_leads, G_N_ELEMENTS (ordinal_leads)))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (ordinal_lead_stems); i++)
    if (g_str_has_prefix (word, ordinal_lead_stems[i]) && strlen (word) <= strlen (ordinal_lead_stems[i]) + 2)
      return TRUE;
  return FALSE;
}

/* "am 3. Oktober", "im 19. Jahrhundert"; but "Es waren 3. Danach kam keiner." [start, end) is what stands in
 * front of the full stop. */
static gboolean
goes_on_behind_ordinal (ProvisoFullStop *self,
                        const UChar *units,
                        int32_t n_units,
                        int32_t start,
                        int32_t end,
                        int32_t bound)
{
  g_autofree char *next = NULL;
  int32_t next_end = bound;

  if (end - start > MAX_ORDINAL_DIGITS)
    return FALSE;
  for (int32_t i = start; i < end; i++)
    if (!u_isdigit (units[i]))
      return FALSE;

  while (next_end < n_units && u_isalpha (units[next_end]))
    next_end++;
  next = dup_word (units, bound, next_end);
  if (is_month (self, next))
    return TRUE;
  return self->has_nouns && next_end > bound &&
         !is_in (next, german_starters, G_N_ELEMENTS (german_starters)) && leads_to_ordinal (units, start);
}

ProvisoFullStop *
proviso_full_stop_new (const char *locale)
{
  ProvisoFullStop *self = g_new0 (ProvisoFullStop, 1);
  g_autofree char *language = g_strndup (locale, strcspn (locale, "_@"));

  self->locale = g_strdup (locale);
  self->abbreviations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->has_ordinals = is_in (language, with_ordinals, G_N_ELEMENTS (with_ordinals));
  self->has_nouns = is_in (language, with_nouns, G_N_ELEMENTS (with_nouns));
  /* Those of English are few, and taken for no end anywhere: "in the U.S. The law". */
  if (*language != '\0' && !g_str_equal (language, "en"))
    load_abbreviations (self);
  return self;
}

void
proviso_full_stop_free (ProvisoFullStop *self)
{
  g_hash_table_unref (self->abbreviations);
  g_clear_pointer (&self->months, g_hash_table_unref);
  g_free (self->locale);
  g_free (self);
}

gboolean
proviso_full_stop_goes_on (ProvisoFullStop *self, const UChar *units, int32_t n_units, int32_t bound)
{
  char word[MAX_WORD];
  char next[MAX_WORD];
  int32_t end = bound;
  int32_t start, next_end;
  gboolean number_follows, word_follows;

  while (end > 0 && u_isUWhiteSpace (units[end - 1]))
    end--;
  if (end == 0 || bound >= n_units || units[end - 1] != '.')
    return FALSE;
  end--;

  start = end;
  while (start > 0 && end - start < MAX_WORD && (u_isalnum (units[start - 1]) || units[start - 1] == '.'))
    start--;
  if (start == end)
    return FALSE;
  copy_word (units, start, end, word);

  next_end = bound;
  while (next_end < n_units && next_end - bound < MAX_WORD && u_isalnum (units[next_end]))
    next_end++;
  copy_word (units, bound, next_end, next);
  number_follows = u_isdigit (units[bound]);
  word_follows = u_isupper (units[bound]) && !is_in (next, starters, G_N_ELEMENTS (starters));

  /* "z. B.", "d. h.", "J. R." */
  if (end - start == 1 && next_end - bound == 1 && next_end < n_units && units[next_end] == '.')
    return TRUE;
  if (is_in (word, joining, G_N_ELEMENTS (joining)) || is_abbreviation (self, units, start, end))
    return TRUE;
  if (is_in (word, counting, G_N_ELEMENTS (counting)))
    return number_follows;
  if (is_in (word, companies, G_N_ELEMENTS (companies)) || is_initials (units, start, end))
    return word_follows;
  return self->has_ordinals && goes_on_behind_ordinal (self, units, n_units, start, end, bound);
}
