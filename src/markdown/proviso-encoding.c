/* proviso-encoding.c: bytes of a text file become UTF-8, or a question, never a guess passed off as a fact.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/ustring.h>

/* What ICU's detector looks at; more is not read. */
#define SAMPLE_BYTES 8192
/* In text, control characters are rarer than one in so many bytes. */
#define MIN_BYTES_PER_CONTROL 50
#define MAX_CANDIDATES 8
/* What the detector says of an encoding that nothing speaks for or against. */
#define IDLE_CONFIDENCE 10
#define PREVIEW_CHARS 240
#define CHUNK_UNITS 4096

G_DEFINE_QUARK (proviso - encoding - error - quark, proviso_encoding_error)

struct _ProvisoEncodingGuess
{
  ProvisoEncodingVerdict verdict;
  char *text;
  char *encoding;
  ProvisoLineBreaks line_breaks;
  /* Of ProvisoEncodingCandidate. */
  GArray *candidates;
  char *problem;
};

typedef struct
{
  const char *encoding;
  const char *script;
} Known;

static const Known known[] = {
  { "UTF-8", N_ ("Unicode") },
  { "windows-1252", N_ ("Western European") },
  { "windows-1250", N_ ("Central European") },
  { "windows-1251", N_ ("Cyrillic") },
  { "UTF-16LE", N_ ("Unicode") },
  { "UTF-16BE", N_ ("Unicode") },
  { "UTF-32LE", N_ ("Unicode") },
  { "UTF-32BE", N_ ("Unicode") },
  { "GB18030", N_ ("Chinese, Simplified") },
  { "Big5", N_ ("Chinese, Traditional") },
  { "Shift_JIS", N_ ("Japanese") },
  { "EUC-JP", N_ ("Japanese") },
  { "ISO-2022-JP", N_ ("Japanese") },
  { "EUC-KR", N_ ("Korean") },
  { "ISO-2022-KR", N_ ("Korean") },
  { "windows-1253", N_ ("Greek") },
  { "windows-1254", N_ ("Turkish") },
  { "windows-1255", N_ ("Hebrew") },
  { "windows-1256", N_ ("Arabic") },
  { "windows-1257", N_ ("Baltic") },
  { "windows-1258", N_ ("Vietnamese") },
  { "windows-874", N_ ("Thai") },
  { "KOI8-R", N_ ("Cyrillic") },
  { "KOI8-U", N_ ("Cyrillic") },
  { "ISO-8859-2", N_ ("Central European") },
  { "ISO-8859-5", N_ ("Cyrillic") },
  { "ISO-8859-6", N_ ("Arabic") },
  { "ISO-8859-7", N_ ("Greek") },
  { "ISO-8859-8", N_ ("Hebrew") },
  { "ISO-8859-9", N_ ("Turkish") },
  { "ISO-8859-15", N_ ("Western European") },
  { "macintosh", N_ ("Western European") },
  { "IBM850", N_ ("Western European") },
  { "IBM866", N_ ("Cyrillic") },
};

static void
candidate_clear (gpointer data)
{
  ProvisoEncodingCandidate *candidate = data;

  g_free (candidate->encoding);
  g_free (candidate->preview);
}

const char *const *
proviso_encoding_get_all (void)
{
  static const char *all[G_N_ELEMENTS (known) + 1];
  static gsize once;

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < G_N_ELEMENTS (known); i++)
        all[i] = known[i].encoding;
      g_once_init_leave (&once, 1);
    }
  return all;
}

char *
proviso_encoding_dup_label (const char *encoding)
{
  g_return_val_if_fail (encoding != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strcasecmp (known[i].encoding, encoding) == 0)
      /* Translators: a script or group of languages, and the name of an encoding: “Cyrillic (KOI8-R)” */
      return g_strdup_printf (C_ ("text encoding", "%s (%s)"), _ (known[i].script), known[i].encoding);
  return g_strdup (encoding);
}

static const char *
get_data (GBytes *bytes, gsize *size)
{
  const char *data = g_bytes_get_data (bytes, size);

  return data != NULL ? data : "";
}

/* The encoding that a byte order mark declares. */
static const char *
find_mark (const char *data, gsize size, gsize *width)
{
  static const struct
  {
    const char *mark;
    gsize width;
    const char *encoding;
  } marks[] = {
    { "\xef\xbb\xbf", 3, "UTF-8" }, { "\xff\xfe\0\0", 4, "UTF-32LE" }, { "\0\0\xfe\xff", 4, "UTF-32BE" },
    { "\xff\xfe", 2, "UTF-16LE" },  { "\xfe\xff", 2, "UTF-16BE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (size >= marks[i].width && memcmp (data, marks[i].mark, marks[i].width) == 0)
      {
        *width = marks[i].width;
        return marks[i].encoding;
      }
  *width = 0;
  return NULL;
}

static guint
count_lines (const char *data, gsize end)
{
  guint n = 1;

  for (gsize i = 0; i < end; i++)
    n += data[i] == '\n' || (data[i] == '\r' && i + 1 < end && data[i + 1] != '\n');
  return n;
}

static void
set_invalid (GError **error, const char *data, gsize at, const char *encoding, gsize *invalid_at)
{
  if (invalid_at != NULL)
    *invalid_at = at;
  g_set_error (error, PROVISO_ENCODING_ERROR, PROVISO_ENCODING_ERROR_INVALID,
               _ ("The file is not %s: byte %u, in line %u, has no meaning there. Choose another encoding."),
               encoding, (guint) at + 1, count_lines (data, at));
}

/* Makes all line breaks "\n", in place. */
static ProvisoLineBreaks
unify_line_breaks (char *text)
{
  ProvisoLineBreaks breaks = PROVISO_LINE_BREAKS_NONE;
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    {
      if (*from == '\n')
        {
          breaks |= PROVISO_LINE_BREAKS_LF;
        }
      else if (*from == '\r')
        {
          breaks |= from[1] == '\n' ? PROVISO_LINE_BREAKS_CRLF : PROVISO_LINE_BREAKS_CR;
          if (from[1] == '\n')
            from++;
          *to++ = '\n';
          continue;
        }
      *to++ = *from;
    }
  *to = '\0';
  return breaks;
}

/* Whether the encoding can have this character only for a byte that it leaves undefined. */
static gboolean
is_undefined (gunichar c, const char *encoding)
{
  return c == 0xfffd || c == 0x1a ||
         (c >= 0x80 && c < 0xa0 && g_ascii_strncasecmp (encoding, "windows-", 8) == 0);
}

/* Appends UTF-16 units to UTF-8 text. Returns: the index of the first unit that must not be; -1 if all are
 * fine. */
static gssize
append_units (GString *text, const UChar *units, gsize n, const char *encoding, gboolean is_unicode)
{
  for (gsize i = 0; i < n;)
    {
      gsize start = i;
      UChar32 c;

      U16_NEXT (units, i, n, c);
      if (c == 0 || U_IS_SURROGATE (c) || (!is_unicode && is_undefined ((gunichar) c, encoding)))
        return (gssize) start;
      g_string_append_unichar (text, (gunichar) c);
    }
  return -1;
}

static char *
convert_by_icu (const char *data, gsize size, const char *encoding, gsize *invalid_at, GError **error)
{
  g_autoptr (GString) text = g_string_sized_new (size);
  gboolean is_unicode =
      g_ascii_strncasecmp (encoding, "UTF-", 4) == 0 || g_ascii_strcasecmp (encoding, "GB18030") == 0;
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open (encoding, &status);
  const char *source = data;
  const char *limit = data + size;
  UChar units[CHUNK_UNITS + 1];
  int32_t offsets[CHUNK_UNITS + 1];
  UChar pending = 0;
  gsize pending_at = 0;
  gssize bad = -1;

  if (U_FAILURE (status))
    {
      g_set_error (error, PROVISO_ENCODING_ERROR, PROVISO_ENCODING_ERROR_UNKNOWN,
                   _ ("The encoding “%s” is not known. Choose another one."), encoding);
      return NULL;
    }
  ucnv_setToUCallBack (converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);

  do
    {
      const char *start = source;
      UChar *target = units;
      gsize n;

      /* A pair of surrogates may come in two chunks. */
      if (pending != 0)
        *target++ = pending;
      status = U_ZERO_ERROR;
      ucnv_toUnicode (converter, &target, units + CHUNK_UNITS, &source, limit, offsets + (pending != 0), TRUE,
                      &status);
      if (pending != 0)
        offsets[0] = 0;
      n = (gsize) (target - units);
      gboolean carried = pending != 0;
      pending = 0;
      if (status == U_BUFFER_OVERFLOW_ERROR && n > 1 && U16_IS_LEAD (units[n - 1]))
        {
          pending = units[n - 1];
          n--;
        }
      gssize at = append_units (text, units, n, encoding, is_unicode);
      if (at >= 0)
        bad = carried && at == 0 ? (gssize) pending_at : start - data + MAX (offsets[at], 0);
      else if (U_FAILURE (status) && status != U_BUFFER_OVERFLOW_ERROR)
        {
          char invalid[32];
          int8_t n_invalid = sizeof invalid;
          UErrorCode ignored = U_ZERO_ERROR;

          ucnv_getInvalidChars (converter, invalid, &n_invalid, &ignored);
          bad = source - data - (U_SUCCESS (ignored) ? n_invalid : 0);
        }
      if (pending != 0)
        pending_at = (gsize) (start - data + MAX (offsets[n], 0));
    }
  while (bad < 0 && status == U_BUFFER_OVERFLOW_ERROR);

  ucnv_close (converter);
  if (bad >= 0)
    {
      set_invalid (error, data, MIN ((gsize) bad, size - 1), encoding, invalid_at);
      return NULL;
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
proviso_encoding_convert (GBytes *bytes,
                          const char *encoding,
                          ProvisoLineBreaks *line_breaks,
                          gsize *invalid_at,
                          GError **error)
{
  gsize size, mark_width;
  const char *data, *mark, *end;
  ProvisoLineBreaks breaks;
  char *text;

  g_return_val_if_fail (bytes != NULL && encoding != NULL, NULL);

  data = get_data (bytes, &size);
  if (size > PROVISO_ENCODING_MAX_BYTES)
    {
      g_set_error (error, PROVISO_ENCODING_ERROR, PROVISO_ENCODING_ERROR_TOO_LARGE,
                   _ ("The file is larger than %d MB. Proviso drafts articles; take the part that you need "
                      "from it."),
                   PROVISO_ENCODING_MAX_BYTES / (1024 * 1024));
      return NULL;
    }

  /* A mark of the chosen encoding is not part of the text. */
  mark = find_mark (data, size, &mark_width);
  if (mark == NULL || g_ascii_strcasecmp (mark, encoding) != 0)
    mark_width = size >= 2 && g_ascii_strncasecmp (encoding, "UTF-16", 6) == 0 && mark != NULL &&
                         encoding[6] != '\0' && g_str_has_suffix (mark, encoding + 6)
                     ? 2
                     : 0;

  if (g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    {
      if (!g_utf8_validate_len (data + mark_width, size - mark_width, &end))
        {
          set_invalid (error, data, (gsize) (end - data), encoding, invalid_at);
          return NULL;
        }
      text = g_strndup (data + mark_width, size - mark_width);
    }
  else
    {
      gsize at = 0;

      text = convert_by_icu (data + mark_width, size - mark_width, encoding, &at, error);
      if (text == NULL)
        {
          if (invalid_at != NULL)
            *invalid_at = at + mark_width;
          return NULL;
        }
    }
  breaks = unify_line_breaks (text);
  if (line_breaks != NULL)
    *line_breaks = breaks;
  return text;
}

static gboolean
is_control (guchar c)
{
  /* Escape switches sets of characters in some encodings. */
  return (c < 0x20 && c != 0x1b && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v') ||
         c == 0x7f;
}

static gboolean
looks_binary (const char *data, gsize size)
{
  gsize n_controls = 0;

  if (size >= 5 && memcmp (data, "%PDF-", 5) == 0)
    return TRUE;
  if (memchr (data, '\0', size) != NULL)
    return TRUE;
  for (gsize i = 0; i < size; i++)
    n_controls += is_control ((guchar) data[i]);
  return n_controls * MIN_BYTES_PER_CONTROL > size;
}

/* Text of mostly ASCII in two bytes a character has a zero in every other byte. */
static const char *
find_wide_encoding (const char *data, gsize size)
{
  gsize n[2] = { 0, 0 };

  if (size < 4 || size % 2 != 0)
    return NULL;
  for (gsize i = 0; i < size; i++)
    n[i % 2] += data[i] == '\0';
  if (n[1] * 4 > size && n[0] * 100 < size)
    return "UTF-16LE";
  if (n[0] * 4 > size && n[1] * 100 < size)
    return "UTF-16BE";
  return NULL;
}

/* Lines with something else than ASCII in them, which are all that tells encodings apart. */
static GString *
take_sample (const char *data, gsize size)
{
  GString *sample = g_string_new (NULL);
  gsize start = 0;

  if (size <= SAMPLE_BYTES)
    return g_string_append_len (sample, data, (gssize) size);

  while (start < size && sample->len < SAMPLE_BYTES)
    {
      const char *found = memchr (data + start, '\n', size - start);
      gsize end = found != NULL ? (gsize) (found - data) + 1 : size;
      gboolean telling = FALSE;

      for (gsize i = start; i < end && !telling; i++)
        telling = (guchar) data[i] >= 0x80 || data[i] == 0x1b;
      if (telling)
        g_string_append_len (sample, data + start, (gssize) MIN (end - start, SAMPLE_BYTES));
      start = end;
    }
  return sample;
}

static char *
make_preview (const char *text)
{
  const char *start = text;
  const char *at = text;

  /* From the line with the first character that is not ASCII. */
  for (; *at != '\0' && (guchar) *at < 0x80; at++)
    if (*at == '\n')
      start = at + 1;
  if (*at == '\0')
    start = text;
  /* Lines can be paragraphs. */
  else if (g_utf8_strlen (start, at - start) > PREVIEW_CHARS / 2)
    start = at - PREVIEW_CHARS / 2;

  if (g_utf8_strlen (start, -1) <= PREVIEW_CHARS)
    return g_strdup (start);
  return g_utf8_substring (start, 0, PREVIEW_CHARS);
}

static void
add_candidate (ProvisoEncodingGuess *self, GBytes *bytes, const char *encoding, int confidence)
{
  ProvisoEncodingCandidate candidate = { .confidence = CLAMP (confidence, 0, 100) };
  g_autofree char *text = NULL;

  if (self->candidates->len >= MAX_CANDIDATES)
    return;
  /* Of mainframes. */
  if (g_str_has_prefix (encoding, "IBM42"))
    return;
  /* The difference is only that the former has no quotes and dashes. */
  if (g_str_equal (encoding, "ISO-8859-1"))
    encoding = "windows-1252";
  if (g_str_equal (encoding, "ISO-8859-8-I"))
    encoding = "ISO-8859-8";
  for (guint i = 0; i < self->candidates->len; i++)
    if (g_str_equal (g_array_index (self->candidates, ProvisoEncodingCandidate, i).encoding, encoding))
      return;

  text = proviso_encoding_convert (bytes, encoding, NULL, NULL, NULL);
  if (text == NULL || looks_binary (text, strlen (text)))
    return;
  candidate.encoding = g_strdup (encoding);
  candidate.preview = make_preview (text);
  g_array_append_val (self->candidates, candidate);
}

/* The detector's matches: those that something speaks for, and the first, whatever it is; or the others. */
static void
add_matches (ProvisoEncodingGuess *self,
             GBytes *bytes,
             const UCharsetMatch **matches,
             int32_t n_matches,
             gboolean likely)
{
  for (int32_t i = 0; i < n_matches; i++)
    {
      UErrorCode status = U_ZERO_ERROR;
      const char *name = ucsdet_getName (matches[i], &status);
      int32_t confidence = ucsdet_getConfidence (matches[i], &status);
      gboolean idle = confidence <= IDLE_CONFIDENCE;

      /* Unicode of two or four bytes, without a mark, is looked for elsewhere. */
      if (U_SUCCESS (status) && likely == (i == 0 || !idle) && !(idle && g_str_has_prefix (name, "UTF-")))
        add_candidate (self, bytes, name, confidence);
    }
}

static void
find_candidates (ProvisoEncodingGuess *self, GBytes *bytes)
{
  /* What is in use where the detector knows no better. */
  static const char *const common[] = { "UTF-8", "windows-1252", "macintosh", "windows-1250",
                                        "windows-1251" };
  gsize size;
  const char *data = get_data (bytes, &size);
  g_autoptr (GString) sample = take_sample (data, size);
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  const UCharsetMatch **matches;
  int32_t n_matches = 0;

  ucsdet_setText (detector, sample->str, (int32_t) sample->len, &status);
  matches = ucsdet_detectAll (detector, &n_matches, &status);
  if (U_FAILURE (status))
    n_matches = 0;
  add_matches (self, bytes, matches, n_matches, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    add_candidate (self, bytes, common[i], 0);
  add_matches (self, bytes, matches, n_matches, FALSE);
  ucsdet_close (detector);
}

static ProvisoEncodingGuess *
settle (ProvisoEncodingGuess *self, GBytes *bytes, const char *encoding, GError **error)
{
  self->text = proviso_encoding_convert (bytes, encoding, &self->line_breaks, NULL, error);
  if (self->text == NULL)
    return NULL;
  self->verdict = PROVISO_ENCODING_CERTAIN;
  self->encoding = g_strdup (encoding);
  return self;
}

/* ASCII by its bytes, but switching to other sets with escapes. */
static gboolean
has_shifts (const char *data, gsize size)
{
  for (gsize i = 0; i + 1 < size; i++)
    if (data[i] == 0x1b && (data[i + 1] == '$' || data[i + 1] == '('))
      return TRUE;
  return FALSE;
}

ProvisoEncodingGuess *
proviso_encoding_detect (GBytes *bytes)
{
  ProvisoEncodingGuess *self = g_new0 (ProvisoEncodingGuess, 1);
  g_autoptr (GError) error = NULL;
  gsize size, mark_width;
  const char *data = get_data (bytes, &size);
  const char *encoding = find_mark (data, size, &mark_width);

  self->candidates = g_array_new (FALSE, FALSE, sizeof (ProvisoEncodingCandidate));
  g_array_set_clear_func (self->candidates, candidate_clear);
  self->verdict = PROVISO_ENCODING_NOT_TEXT;

  if (encoding != NULL)
    {
      if (settle (self, bytes, encoding, &error) != NULL)
        return self;
      /* A mark of four bytes may be one of two and a character. */
      if (g_str_equal (encoding, "UTF-32LE") && settle (self, bytes, "UTF-16LE", NULL) != NULL)
        return self;
      self->problem = g_strdup (error->message);
      if (!g_str_equal (encoding, "UTF-8"))
        return self;
    }
  else if (size > PROVISO_ENCODING_MAX_BYTES)
    {
      g_free (proviso_encoding_convert (bytes, "UTF-8", NULL, NULL, &error));
      self->problem = g_strdup (error->message);
      return self;
    }
  else if (!has_shifts (data, size) && !looks_binary (data, size) &&
           settle (self, bytes, "UTF-8", &error) != NULL)
    {
      return self;
    }

  encoding = find_wide_encoding (data, size);
  if (encoding != NULL)
    add_candidate (self, bytes, encoding, 90);
  else if (!looks_binary (data, size))
    find_candidates (self, bytes);

  g_clear_pointer (&self->problem, g_free);
  if (self->candidates->len > 0)
    {
      self->verdict = PROVISO_ENCODING_GUESSED;
      self->problem =
          g_strdup (_ ("The file does not say how its characters are encoded, and it is not UTF-8."));
    }
  else
    {
      self->problem =
          g_strdup (_ ("The file is not a text file: it contains bytes that no text has. Export it as "
                       "plain text or Markdown from the program that it belongs to."));
    }
  return self;
}

void
proviso_encoding_guess_free (ProvisoEncodingGuess *self)
{
  g_array_unref (self->candidates);
  g_free (self->text);
  g_free (self->encoding);
  g_free (self->problem);
  g_free (self);
}

ProvisoEncodingVerdict
proviso_encoding_guess_get_verdict (ProvisoEncodingGuess *self)
{
  return self->verdict;
}

const char *
proviso_encoding_guess_get_text (ProvisoEncodingGuess *self)
{
  return self->text;
}

const char *
proviso_encoding_guess_get_encoding (ProvisoEncodingGuess *self)
{
  return self->encoding;
}

ProvisoLineBreaks
proviso_encoding_guess_get_line_breaks (ProvisoEncodingGuess *self)
{
  return self->line_breaks;
}

guint
proviso_encoding_guess_get_n_candidates (ProvisoEncodingGuess *self)
{
  return self->candidates->len;
}

const ProvisoEncodingCandidate *
proviso_encoding_guess_get_candidate (ProvisoEncodingGuess *self, guint position)
{
  g_return_val_if_fail (position < self->candidates->len, NULL);

  return &g_array_index (self->candidates, ProvisoEncodingCandidate, position);
}

const char *
proviso_encoding_guess_get_problem (ProvisoEncodingGuess *self)
{
  return self->problem;
}
