/* proviso-readiness-text.c: how near a project is to publication, in words and by an icon.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-readiness-text.h"

#include <glib/gi18n-lib.h>

/* Shapes tell the states apart, colours besides. */
static const struct
{
  const char *icon_name;
  const char *style_class;
} looks[] = {
  [PROVISO_READINESS_UNKNOWN] = { "content-loading-symbolic", "dimmed" },
  [PROVISO_READINESS_BLOCKED] = { "proviso-severity-blocker-symbolic", "error" },
  [PROVISO_READINESS_TO_GO] = { "view-list-bullet-symbolic", "warning" },
  [PROVISO_READINESS_READY] = { "object-select-symbolic", "success" },
};

gboolean
proviso_readiness_text_is_empty (ProvisoReadiness *readiness)
{
  ProvisoProject *project;

  g_return_val_if_fail (PROVISO_IS_READINESS (readiness), FALSE);

  project = proviso_readiness_get_project (readiness);

  return proviso_record_list_get_size (proviso_project_get_claims (project)) == 0 &&
         proviso_record_list_get_size (proviso_project_get_caveats (project)) == 0;
}

char *
proviso_readiness_text_create_note (ProvisoReadiness *readiness)
{
  guint n_blocking = proviso_readiness_get_n_blocking (readiness);

  switch (proviso_readiness_get_state (readiness))
    {
    case PROVISO_READINESS_BLOCKED:
      /* Translators: on a small button below the window's title: this must not be published. */
      return g_strdup (C_ ("readiness", "Blocked"));
    case PROVISO_READINESS_TO_GO:
      /* Translators: on a small button below the window's title: so much is left to do before publishing. */
      return g_strdup_printf (ngettext ("%u to go", "%u to go", n_blocking), n_blocking);
    case PROVISO_READINESS_READY:
      /* Translators: on a small button below the window's title: this can be published. */
      return proviso_readiness_text_is_empty (readiness) ? NULL : g_strdup (C_ ("readiness", "Ready"));
    case PROVISO_READINESS_UNKNOWN:
    default:
      return NULL;
    }
}

char *
proviso_readiness_text_create_title (ProvisoReadiness *readiness)
{
  guint n_blocking = proviso_readiness_get_n_blocking (readiness);

  switch (proviso_readiness_get_state (readiness))
    {
    case PROVISO_READINESS_BLOCKED:
    case PROVISO_READINESS_TO_GO:
      return g_strdup_printf (ngettext ("%u to Go", "%u to Go", n_blocking), n_blocking);
    case PROVISO_READINESS_READY:
      return g_strdup (proviso_readiness_text_is_empty (readiness) ? _ ("Nothing to Check Yet") : _ ("Ready to Publish"));
    case PROVISO_READINESS_UNKNOWN:
    default:
      return g_strdup (_ ("Looking Through the Records…"));
    }
}

char *
proviso_readiness_text_create_explanation (ProvisoReadiness *readiness)
{
  guint n_blockers = proviso_readiness_get_n_blockers (readiness);

  switch (proviso_readiness_get_state (readiness))
    {
    case PROVISO_READINESS_BLOCKED:
      return g_strdup_printf (ngettext ("%u blocker is still open. The article must not be published like this.",
                                        "%u blockers are still open. The article must not be published like this.",
                                        n_blockers),
                              n_blockers);
    case PROVISO_READINESS_TO_GO:
      return g_strdup (_ ("When this is done, the article can be published."));
    case PROVISO_READINESS_READY:
      if (proviso_readiness_text_is_empty (readiness))
        return g_strdup (_ ("What the draft asserts becomes a claim: select the words and make one."));
      return g_strdup (proviso_readiness_get_n_warnings (readiness) > 0
                         ? _ ("Nothing blocks the article any more. Look at what is listed here before you publish it.")
                         : _ ("Every grave caveat is settled, every check holds, and every claim has its source."));
    case PROVISO_READINESS_UNKNOWN:
    default:
      return g_strdup ("");
    }
}

const char *
proviso_readiness_text_get_icon_name (ProvisoReadinessState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (looks), NULL);

  return looks[state].icon_name;
}

const char *
proviso_readiness_text_get_style_class (ProvisoReadinessState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (looks), NULL);

  return looks[state].style_class;
}
