/* test-search-key.c: what a search calls the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-search-key.h"

static void
test_folding (void)
{
  static const struct
  {
    const char *text;
    const char *typed;
    gboolean found;
  } cases[] = {
    { "The port authority", "PORT", TRUE },
    { "The port authority", "port the", TRUE },
    { "The port authority", "port  \t authority ", TRUE },
    { "The port authority", "harbour", FALSE },
    { "The port authority", "port harbour", FALSE },
    { "Mayor José Ibáñez", "jose ibanez", TRUE },
    { "Mayor Jose Ibanez", "José Ibáñez", TRUE },
    { "Jose\xcc\x81", "josé", TRUE },
    { "GROSSE STRASSE", "große straße", TRUE },
    { "Große Straße", "grosse strasse", TRUE },
    { "ΟΔΥΣΣΕΥΣ", "οδυσσευς", TRUE },
    { "ﬁling", "filing", TRUE },
    { "１２ berths", "12", TRUE },
    { "Чёрный ящик", "черный", TRUE },
    { "مُحَمَّد", "محمد", TRUE },
    { "", "a", FALSE },
    { "", "", TRUE },
    { "anything", " ", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = proviso_search_key_new (cases[i].text);
      g_auto (GStrv) terms = proviso_search_key_split (cases[i].typed);

      g_test_message ("“%s” in “%s”", cases[i].typed, cases[i].text);
      g_assert_cmpint (proviso_search_key_has_all (key, (const char *const *) terms), ==, cases[i].found);
    }
}

static void
test_split (void)
{
  g_auto (GStrv) none = proviso_search_key_split (" \t\n\xe3\x80\x80");
  g_auto (GStrv) two = proviso_search_key_split (" Éclair\xc2\xa0Sur ");

  g_assert_null (none);
  g_assert_cmpstrv (two, ((const char *const[]) { "eclair", "sur", NULL }));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-key/folding", test_folding);
  g_test_add_func ("/search-key/split", test_split);

  return g_test_run ();
}
