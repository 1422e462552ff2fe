/* test-json.c: strict JSON, and where in the source each value stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "storage/proviso-json.h"

#include <string.h>

static ProvisoJson *
parse (const char *source, gssize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (source, length >= 0 ? (gsize) length : strlen (source));

  return proviso_json_parse (bytes, error);
}

static void
test_suite (void)
{
  g_autofree char *folder =
      g_test_build_filename (G_TEST_DIST, "data", "json-testsuite", "test_parsing", NULL);
  g_autoptr (GError) dir_error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &dir_error);
  guint n_accepted = 0, n_refused = 0, n_either = 0;
  const char *name;

  g_assert_no_error (dir_error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (ProvisoJson) json = NULL;
      gsize length;

      g_file_get_contents (path, &contents, &length, &error);
      g_assert_no_error (error);
      json = parse (contents, length, &error);
      g_test_message ("%s: %s", name, error != NULL ? error->message : "accepted");
      g_assert_true ((json == NULL) == (error != NULL));
      if (*name == 'y')
        {
          g_assert_no_error (error);
          n_accepted++;
        }
      else if (*name == 'n')
        {
          g_assert_nonnull (error);
          g_assert_true (error->domain == PROVISO_CODEC_ERROR);
          n_refused++;
        }
      else
        n_either++;
    }

  g_assert_cmpuint (n_accepted, ==, 95);
  g_assert_cmpuint (n_refused, ==, 188);
  g_assert_cmpuint (n_either, ==, 35);
}

typedef struct
{
  const char *source;
  gssize length;
  int code; /* a ProvisoCodecError */
  guint line;
  guint column;
  const char *sentence; /* a part of it */
} Refused;

static const Refused refused[] = {
  { "", -1, PROVISO_CODEC_ERROR_SYNTAX, 1, 1, "nothing in the file" },
  { " \n ", -1, PROVISO_CODEC_ERROR_SYNTAX, 1, 1, "nothing in the file" },
  { "{\"a\": 1,}", -1, PROVISO_CODEC_ERROR_SYNTAX, 1, 8, "comma" },
  { "[1\n,\n]", -1, PROVISO_CODEC_ERROR_SYNTAX, 2, 1, "comma" },
  { "{\"a\" 1}", -1, PROVISO_CODEC_ERROR_SYNTAX, 1, 6, "“1” cannot stand here" },
  { "[\"a\" \"b\"]", -1, PROVISO_CODEC_ERROR_SYNTAX, 1, 6, "quotation mark cannot stand here; a comma" },
  { "{\n  \"é—𝄞\": x}", -1, PROVISO_CODEC_ERROR_SYNTAX, 2, 10, "“x” cannot stand here" },
  { "[é]", -1, PROVISO_CODEC_ERROR_SYNTAX, 1, 2, "“é” cannot stand here" },
  { "[1] x", -1, PROVISO_CODEC_ERROR_SYNTAX, 1, 5, "after the end" },
  { "[\"a", -1, PROVISO_CODEC_ERROR_SYNTAX, 1, 4, "ends in the middle" },
  { "{\"a\": [1, 2", -1, PROVISO_CODEC_ERROR_SYNTAX, 1, 12, "ends in the middle" },
  { "[1\0]", 4, PROVISO_CODEC_ERROR_SYNTAX, 1, 3, "U+0000" },
  { "[\"\\x\"]", -1, PROVISO_CODEC_ERROR_SYNTAX, 1, 3, "escape" },
  { "[\"a\\\\\\u12x4\"]", -1, PROVISO_CODEC_ERROR_SYNTAX, 1, 6, "escape" },
  { "[\"a\\\\\tb\"]", -1, PROVISO_CODEC_ERROR_SYNTAX, 1, 6, "control character" },
  { "[\"a\tb\"]", -1, PROVISO_CODEC_ERROR_SYNTAX, 1, 4, "control character" },
  { "[01]", -1, PROVISO_CODEC_ERROR_SYNTAX, 1, 2, "number" },
  { "[nul]", -1, PROVISO_CODEC_ERROR_SYNTAX, 1, 2, "null" },
  { "[\"ab\xff\"]", -1, PROVISO_CODEC_ERROR_ENCODING, 1, 5, "UTF-8" },
  { "\xff\xfe[\0]\0", 6, PROVISO_CODEC_ERROR_ENCODING, 1, 1, "UTF-16" },
  { "[\0]\0", 4, PROVISO_CODEC_ERROR_ENCODING, 1, 1, "UTF-16" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ProvisoJson) json = parse (refused[i].source, refused[i].length, &error);
      g_autofree char *place = g_strdup_printf ("Line %u, column %u: ", refused[i].line, refused[i].column);
      /* The test's output is UTF-8, and some of these are not. */
      g_autofree char *shown = g_strescape (refused[i].source, NULL);
      guint line, column;

      g_test_message ("%s", shown);
      g_assert_error (error, PROVISO_CODEC_ERROR, refused[i].code);
      g_assert_null (json);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, place));
      g_assert_nonnull (strstr (error->message, refused[i].sentence));
      proviso_codec_error_get_place (error, &line, &column);
      g_assert_cmpuint (line, ==, refused[i].line);
      g_assert_cmpuint (column, ==, refused[i].column);
      g_assert_cmpstr (proviso_codec_error_get_sentence (error), ==, error->message + strlen (place));
      g_assert_null (proviso_codec_error_get_field (error));
    }
}

static void
test_too_deep (void)
{
  g_autoptr (GString) source = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ProvisoJson) json = NULL;
  guint line, column;

  for (guint i = 0; i < PROVISO_JSON_MAX_DEPTH; i++)
    g_string_append (source, "[");
  for (guint i = 0; i < PROVISO_JSON_MAX_DEPTH; i++)
    g_string_append (source, "]");
  json = parse (source->str, -1, &error);
  g_assert_no_error (error);
  proviso_json_free (g_steal_pointer (&json));

  g_string_insert (source, PROVISO_JSON_MAX_DEPTH, "\n \"[\", [], \n[]");
  json = parse (source->str, -1, &error);
  g_assert_error (error, PROVISO_CODEC_ERROR, PROVISO_CODEC_ERROR_TOO_DEEP);
  proviso_codec_error_get_place (error, &line, &column);
  g_assert_cmpuint (line, ==, 2);
  g_assert_cmpuint (column, ==, 7);
}

static void
test_too_large (void)
{
  char *source = g_malloc (PROVISO_JSON_MAX_SIZE + 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  memset (source, ' ', PROVISO_JSON_MAX_SIZE + 1);
  source[0] = '0';
  bytes = g_bytes_new_take (source, PROVISO_JSON_MAX_SIZE + 1);
  g_assert_null (proviso_json_parse (bytes, &error));
  g_assert_error (error, PROVISO_CODEC_ERROR, PROVISO_CODEC_ERROR_TOO_LARGE);
}

static void
assert_source (ProvisoJson *json,
               yyjson_val *val,
               const char *expected,
               guint expected_line,
               guint expected_column)
{
  gsize length;
  const char *source = proviso_json_get_source (json, val, &length);
  g_autofree char *copy = g_strndup (source, length);
  guint line, column;

  g_assert_cmpstr (copy, ==, expected);
  proviso_json_get_place (json, val, &line, &column);
  g_assert_cmpuint (line, ==, expected_line);
  g_assert_cmpuint (column, ==, expected_column);
}

/* A number keeps its spelling, members their order, and those of the same name are all there. */
static void
test_kept (void)
{
  const char *source = "\xef\xbb\xbf {\"é\\\"}\\\\\" : [1.50, -0E+0 ,\n{}, \"]\\u005d\"] ,\r\n\t\"b\": "
                       "10000000000000000000000001,\"b\":true}";
  g_autoptr (ProvisoJson) json = parse (source, -1, NULL);
  yyjson_val *root = proviso_json_get_root (json);
  yyjson_val *list = yyjson_obj_get (root, "é\"}\\");
  yyjson_obj_iter iter = yyjson_obj_iter_with (root);
  yyjson_val *first, *second;

  g_assert_cmpuint (yyjson_obj_size (root), ==, 3);
  yyjson_obj_iter_next (&iter);
  first = yyjson_obj_iter_get_val (yyjson_obj_iter_next (&iter));
  second = yyjson_obj_iter_get_val (yyjson_obj_iter_next (&iter));
  g_assert_cmpstr (yyjson_get_raw (first), ==, "10000000000000000000000001");

  /* Forwards, backwards, and the same one again. */
  assert_source (json, list, "[1.50, -0E+0 ,\n{}, \"]\\u005d\"]", 1, 14);
  assert_source (json, yyjson_arr_get (list, 0), "1.50", 1, 15);
  assert_source (json, yyjson_arr_get (list, 3), "\"]\\u005d\"", 2, 5);
  assert_source (json, second, "true", 3, 38);
  assert_source (json, first, "10000000000000000000000001", 3, 7);
  assert_source (json, yyjson_arr_get (list, 1), "-0E+0", 1, 21);
  assert_source (json, yyjson_arr_get (list, 2), "{}", 2, 1);
  assert_source (json, yyjson_arr_get (list, 2), "{}", 2, 1);
  assert_source (json, root, source + 4, 1, 2);
}

/* Writes a random value, and notes where every value and key in it starts, in order. */
static void
append_random (GString *source, GArray *starts, guint depth)
{
  static const char *const scalars[] = { "0",    "-1.5e+3",         "true",     "null",
                                         "\"\"", "\"\\\\\\\"[{,\"", "\"é\\n𝄞\"" };
  static const char *const blanks[] = { "", " ", "\n", "\t \r\n" };
  guint kind = g_test_rand_int_range (0, depth < 6 ? 9 : 7);
  guint n_children = g_test_rand_int_range (0, 5);

  g_string_append (source, blanks[g_test_rand_int_range (0, 4)]);
  g_array_append_val (starts, source->len);
  if (kind < 7)
    g_string_append (source, scalars[kind]);
  else
    {
      g_string_append_c (source, kind == 7 ? '[' : '{');
      for (guint i = 0; i < n_children; i++)
        {
          if (i > 0)
            g_string_append_c (source, ',');
          if (kind == 8)
            {
              g_string_append (source, blanks[g_test_rand_int_range (0, 4)]);
              g_array_append_val (starts, source->len);
              g_string_append (source, scalars[g_test_rand_int_range (4, 7)]);
              g_string_append (source, blanks[g_test_rand_int_range (0, 4)]);
              g_string_append_c (source, ':');
            }
          append_random (source, starts, depth + 1);
        }
      g_string_append (source, blanks[g_test_rand_int_range (0, 4)]);
      g_string_append_c (source, kind == 7 ? ']' : '}');
    }
  g_string_append (source, blanks[g_test_rand_int_range (0, 4)]);
}

static void
test_places (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) source = g_string_new (NULL);
      g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize));
      g_autoptr (GError) error = NULL;
      g_autoptr (ProvisoJson) json = NULL;
      yyjson_val *root;
      gsize length;
      const char *from;

      append_random (source, starts, 0);
      json = parse (source->str, source->len, &error);
      g_assert_no_error (error);
      root = proviso_json_get_root (json);
      from = proviso_json_get_source (json, root, &length) - g_array_index (starts, gsize, 0);
      for (guint i = 0; i < starts->len; i++)
        {
          guint number = g_test_rand_int_range (0, starts->len);
          const char *at = proviso_json_get_source (json, root + number, &length);
          g_autoptr (ProvisoJson) part = NULL;

          g_assert_cmpuint (at - from, ==, g_array_index (starts, gsize, number));
          part = parse (at, length, &error);
          g_assert_no_error (error);
          g_assert_true (yyjson_equals (proviso_json_get_root (part), root + number));
          g_assert_false (g_ascii_isspace (at[length - 1]));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/suite", test_suite);
  g_test_add_func ("/json/refused", test_refused);
  g_test_add_func ("/json/too-deep", test_too_deep);
  g_test_add_func ("/json/too-large", test_too_large);
  g_test_add_func ("/json/kept", test_kept);
  g_test_add_func ("/json/places", test_places);

  return g_test_run ();
}
