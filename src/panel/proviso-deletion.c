/* proviso-deletion.c: deleting a claim, a caveat or a source as the person asks for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-deletion.h"
#include "panel/proviso-line-text.h"

#include <glib/gi18n-lib.h>

/* How many of the claims are named, and how much of each: a dialog has little room. */
#define MAX_NAMED 3
#define MAX_STATEMENT 80

typedef struct
{
  ProvisoProject *project;
  ProvisoRecord *record;
  ProvisoDeletedFunc func;
  GWeakRef owner;
} Deletion;

static void
deletion_free (Deletion *deletion)
{
  g_object_unref (deletion->project);
  g_object_unref (deletion->record);
  g_weak_ref_clear (&deletion->owner);
  g_free (deletion);
}

static void
carry_out (Deletion *deletion)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&deletion->owner);
  const char *toast;

  /* It may have gone while the dialog was open. */
  if (proviso_record_get_owner (deletion->record) != PROVISO_RECORD (deletion->project))
    return;

  if (PROVISO_IS_CLAIM (deletion->record))
    toast = _ ("Claim deleted");
  else if (PROVISO_IS_CAVEAT (deletion->record))
    toast = _ ("Caveat deleted");
  else
    toast = _ ("Source deleted");

  proviso_project_remove (deletion->project, deletion->record);
  if (owner != NULL && deletion->func != NULL)
    deletion->func (toast, owner);
}

static void
response_cb (AdwAlertDialog *dialog, const char *response, Deletion *deletion)
{
  if (g_str_equal (response, "delete"))
    carry_out (deletion);
}

static void
closure_free (gpointer data, GClosure *closure)
{
  deletion_free (data);
}

void
proviso_deletion_start (GtkWidget *parent,
                        ProvisoProject *project,
                        gpointer record,
                        ProvisoDeletedFunc func,
                        gpointer owner)
{
  Deletion *deletion;
  g_autofree char *use = NULL;
  AdwDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (PROVISO_IS_PROJECT (project));
  g_return_if_fail (PROVISO_IS_CLAIM (record) || PROVISO_IS_CAVEAT (record) || PROVISO_IS_SOURCE (record));
  g_return_if_fail (G_IS_OBJECT (owner));

  deletion = g_new0 (Deletion, 1);
  deletion->project = g_object_ref (project);
  deletion->record = g_object_ref (record);
  deletion->func = func;
  g_weak_ref_init (&deletion->owner, owner);

  if (PROVISO_IS_SOURCE (record))
    use = proviso_deletion_describe_use (project, record);
  if (use == NULL)
    {
      carry_out (deletion);
      deletion_free (deletion);
      return;
    }

  dialog = adw_alert_dialog_new (_ ("Delete Source?"), use);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "delete", _ ("_Delete"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), deletion, closure_free, 0);
  adw_dialog_present (dialog, parent);
}

char *
proviso_deletion_describe_use (ProvisoProject *project, ProvisoSource *source)
{
  g_autoptr (GPtrArray) claims = NULL;
  GString *use;
  guint n_more;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), NULL);
  g_return_val_if_fail (PROVISO_IS_SOURCE (source), NULL);

  claims = proviso_project_get_claims_of_source (project, source);
  if (claims == NULL || claims->len == 0)
    return NULL;

  use = g_string_new (NULL);
  g_string_append_printf (use,
                          ngettext ("%u claim names it as evidence, and will lose that link:",
                                    "%u claims name it as evidence, and will lose that link:", claims->len),
                          claims->len);
  g_string_append_c (use, '\n');
  for (guint i = 0; i < MIN (claims->len, MAX_NAMED); i++)
    {
      g_autofree char *cut =
          proviso_line_text_shorten (proviso_claim_get_statement (claims->pdata[i]), MAX_STATEMENT);

      g_string_append_c (use, '\n');
      g_string_append_printf (use, _ ("“%s”"), cut);
    }
  n_more = claims->len - MIN (claims->len, MAX_NAMED);
  if (n_more > 0)
    {
      g_string_append_c (use, '\n');
      g_string_append_printf (use, ngettext ("and %u more", "and %u more", n_more), n_more);
    }

  return g_string_free_and_steal (use);
}
