/* proviso-vocabulary.c: what the values of the enumerations are called, in the file and in the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table an enumeration, in the order of its values. The explanations say when a value holds; they follow
 * the Admiralty code (AJP-2.1), ICD 203 and the practice of checking desks.
 */
#include "core/proviso-vocabulary.h"

#include "core/proviso-enum-types.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *label;
  const char *explanation;
} Term;

#define NOT_SET { NC_("vocabulary", "Not Set"), "" }

static const Term claim_kinds[] = {
  { NC_("claim kind", "Event"), N_("Something happened") },
  { NC_("claim kind", "Statement"), N_("Somebody said something") },
  { NC_("claim kind", "Quotation"), N_("Somebody’s exact words") },
  { NC_("claim kind", "Quantity"), N_("A figure, an amount or a share") },
  { NC_("claim kind", "Comparison"), N_("One thing measured against another") },
  { NC_("claim kind", "Cause"), N_("One thing led to another") },
  { NC_("claim kind", "Capability or Rule"), N_("What something can do, or what is allowed") },
  { NC_("claim kind", "Absence"), N_("Something does not exist or did not happen") },
  { NC_("claim kind", "Prediction"), N_("What will or may happen") },
  { NC_("claim kind", "Interpretation"), N_("The author’s reading of the facts") },
};

static const Term claim_statuses[] = {
  { NC_("claim status", "Unchecked"), N_("Nobody has looked yet") },
  { NC_("claim status", "Confirmed"),
    N_("A primary record, the responsible party on the record, or two independent sources") },
  { NC_("claim status", "Stated"), N_("A named party said it; only the saying is established") },
  { NC_("claim status", "Reported"), N_("A named outlet says so; the subject has not confirmed it") },
  { NC_("claim status", "Leaked"), N_("From unpublished material") },
  { NC_("claim status", "Unconfirmed"), N_("No origin can be traced") },
  { NC_("claim status", "Disputed"), N_("Credible sources conflict, or the subject denies it") },
  { NC_("claim status", "Analysis"), N_("The author’s judgement") },
  { NC_("claim status", "Unverifiable"), N_("It cannot be checked; say why") },
  { NC_("claim status", "Refuted"), N_("Shown to be false; say by what") },
  { NC_("claim status", "Superseded"), N_("True once, overtaken since; say by what") },
};

static const Term authenticities[] = {
  NOT_SET,
  { NC_("authenticity", "Acknowledged"), N_("The owner of the material has confirmed that it is theirs") },
  { NC_("authenticity", "Authenticated"), N_("Somebody competent has verified the material") },
  { NC_("authenticity", "Unknown"), N_("Nobody has shown that the material is genuine") },
};

static const Term likelihoods[] = {
  NOT_SET,
  { NC_("likelihood", "Almost No Chance"), N_("1 to 5 percent") },
  { NC_("likelihood", "Very Unlikely"), N_("5 to 20 percent") },
  { NC_("likelihood", "Unlikely"), N_("20 to 45 percent") },
  { NC_("likelihood", "Roughly Even Chance"), N_("45 to 55 percent") },
  { NC_("likelihood", "Likely"), N_("55 to 80 percent") },
  { NC_("likelihood", "Very Likely"), N_("80 to 95 percent") },
  { NC_("likelihood", "Almost Certain"), N_("95 to 99 percent") },
};

static const Term confidences[] = {
  NOT_SET,
  { NC_("confidence", "Low"), N_("Scant, fragmentary or questionable information") },
  { NC_("confidence", "Moderate"), N_("Credible and plausible, but not well enough corroborated") },
  { NC_("confidence", "High"), N_("Good information from several sources") },
};

static const Term source_types[] = {
  { NC_("source type", "Primary Document"), N_("The record itself: a law, a contract, a ruling") },
  { NC_("source type", "Filing or Dataset"), N_("A register entry, a regulatory filing, published data") },
  { NC_("source type", "Official Statement"), N_("The responsible party, on the record") },
  { NC_("source type", "Press Release"), N_("What the party wants to be said") },
  { NC_("source type", "Interview, on Record"), N_("Named and quotable") },
  { NC_("source type", "Interview, Background"), N_("Usable, not to be named") },
  { NC_("source type", "Anonymous"), N_("Known to you or not, not named to readers") },
  { NC_("source type", "Leaked Document"), N_("Unpublished material that got out") },
  { NC_("source type", "Outlet Report"), N_("Reporting by a named outlet") },
  { NC_("source type", "Aggregator or Newsletter"), N_("Retells what others reported") },
  { NC_("source type", "Social Post"), N_("A post on a social network") },
  { NC_("source type", "Reference Work"), N_("An encyclopedia, a handbook, a standard") },
  { NC_("source type", "Independent Evaluation"), N_("A test or a study by somebody without a stake") },
  { NC_("source type", "Own Observation"), N_("Seen or tried by the author") },
  { NC_("source type", "Own Calculation"), N_("Worked out by the author from other data") },
};

static const Term reliabilities[] = {
  NOT_SET,
  { NC_("reliability", "A – Completely Reliable"), N_("No doubt of authenticity, trustworthiness or competency") },
  { NC_("reliability", "B – Usually Reliable"), N_("Minor doubts; mostly right in the past") },
  { NC_("reliability", "C – Fairly Reliable"), N_("Some doubts; has been right before") },
  { NC_("reliability", "D – Not Usually Reliable"), N_("Significant doubts; has been right at times") },
  { NC_("reliability", "E – Unreliable"), N_("Lacking authenticity, trustworthiness or competency") },
  { NC_("reliability", "F – Cannot Be Judged"), N_("No basis for a judgement, such as a new source") },
};

static const Term credibilities[] = {
  NOT_SET,
  { NC_("credibility", "1 – Confirmed by Others"), N_("Logical, and borne out by independent sources") },
  { NC_("credibility", "2 – Probably True"), N_("Logical and consistent, not confirmed") },
  { NC_("credibility", "3 – Possibly True"), N_("Reasonably logical, agrees with some of what is known") },
  { NC_("credibility", "4 – Doubtful"), N_("Possible but not logical; nothing else on the subject") },
  { NC_("credibility", "5 – Improbable"), N_("Contradicted by what else is known") },
  { NC_("credibility", "6 – Cannot Be Judged"), N_("No basis for a judgement") },
};

static const Term relations[] = {
  { NC_("relation", "Supports"), N_("The source says so") },
  { NC_("relation", "Contradicts"), N_("The source says otherwise") },
  { NC_("relation", "Context"), N_("The source helps to understand it") },
};

static const Term caveat_types[] = {
  { NC_("caveat type", "Unsupported"), N_("No source backs this") },
  { NC_("caveat type", "Weak Source"), N_("The source does not carry this much") },
  { NC_("caveat type", "Single Source"), N_("Rests on one source, or on several that copy one") },
  { NC_("caveat type", "Anonymous Source"), N_("Readers cannot judge who says so") },
  { NC_("caveat type", "Leak Authenticity"), N_("Nobody has shown that the material is genuine") },
  { NC_("caveat type", "Overstated"), N_("The words say more than the sourcing does") },
  { NC_("caveat type", "Understated"), N_("The words say less than the sourcing does") },
  { NC_("caveat type", "Missing Attribution"), N_("Does not say who says so") },
  { NC_("caveat type", "Vague Attribution"), N_("“Reports”, “experts”, “many”: who?") },
  { NC_("caveat type", "Out of Date"), N_("May have been overtaken") },
  { NC_("caveat type", "Vague Time"), N_("“This week”, “recently”: when?") },
  { NC_("caveat type", "Imprecise Figure"), N_("A figure without a source, a unit, a date or a base") },
  { NC_("caveat type", "Unverified Quotation"), N_("Not compared with the original words") },
  { NC_("caveat type", "Internal Contradiction"), N_("Another part of the piece says otherwise") },
  { NC_("caveat type", "External Contradiction"), N_("A credible source says otherwise") },
  { NC_("caveat type", "Inference Gap"), N_("The conclusion does not follow from what is given") },
  { NC_("caveat type", "Presupposition"), N_("Takes for granted what has not been shown") },
  { NC_("caveat type", "Overgeneral"), N_("“Every”, “never”, “all”: is it?") },
  { NC_("caveat type", "Shifting Term"), N_("One word for two things, or two words for one") },
  { NC_("caveat type", "Response Not Sought"), N_("The subject was not asked") },
  { NC_("caveat type", "Legal Risk"), N_("Defamation, privacy, confidence, court reporting") },
  { NC_("caveat type", "Compound Claim"), N_("Several claims in one; check them apart") },
  { NC_("caveat type", "Unclear"), N_("Can be read in more than one way") },
  { NC_("caveat type", "Structure"), N_("In the wrong place, missing or said twice") },
  { NC_("caveat type", "Style"), N_("Wording, spelling, grammar") },
};

static const Term severities[] = {
  { NC_("caveat severity", "Blocker"), N_("False, misquoted or a legal matter") },
  { NC_("caveat severity", "Major"), N_("Wording and status disagree, or a figure without a source") },
  { NC_("caveat severity", "Minor"), N_("Should be better, does not mislead") },
  { NC_("caveat severity", "Note"), N_("For the writer to weigh") },
};

static const Term caveat_states[] = {
  { NC_("caveat state", "Open"), N_("Waits for an answer") },
  { NC_("caveat state", "Addressed"), N_("The text or the sourcing was changed") },
  { NC_("caveat state", "Accepted"), N_("Real, and kept knowingly; say why") },
  { NC_("caveat state", "Dismissed"), N_("Not a defect; say why") },
};

static const Term anchor_states[] = {
  { NC_("passage state", "In Place"), "" },
  { NC_("passage state", "Found Again"), N_("The draft was changed elsewhere; the words were found again") },
  { NC_("passage state", "Lost"), N_("These words are no longer in the draft") },
};

typedef struct
{
  GType (*get_type) (void);
  const char *context;
  const Term *terms;
  guint n_terms;
  gboolean none_first;    /* the first value says that nothing is set, and is null in the file */
  const char *icon_stem;  /* nullable */
} Vocabulary;

#define TERMS(array) array, G_N_ELEMENTS (array)

static const Vocabulary vocabularies[] = {
  { proviso_claim_kind_get_type, "claim kind", TERMS (claim_kinds), FALSE, NULL },
  { proviso_claim_status_get_type, "claim status", TERMS (claim_statuses), FALSE, "proviso-status" },
  { proviso_authenticity_get_type, "authenticity", TERMS (authenticities), TRUE, NULL },
  { proviso_likelihood_get_type, "likelihood", TERMS (likelihoods), TRUE, NULL },
  { proviso_confidence_get_type, "confidence", TERMS (confidences), TRUE, NULL },
  { proviso_source_type_get_type, "source type", TERMS (source_types), FALSE, NULL },
  { proviso_reliability_get_type, "reliability", TERMS (reliabilities), TRUE, NULL },
  { proviso_credibility_get_type, "credibility", TERMS (credibilities), TRUE, NULL },
  { proviso_relation_get_type, "relation", TERMS (relations), FALSE, NULL },
  { proviso_caveat_type_get_type, "caveat type", TERMS (caveat_types), FALSE, NULL },
  { proviso_caveat_severity_get_type, "caveat severity", TERMS (severities), FALSE, "proviso-severity" },
  { proviso_caveat_state_get_type, "caveat state", TERMS (caveat_states), FALSE, "proviso-state" },
  { proviso_anchor_state_get_type, "passage state", TERMS (anchor_states), FALSE, NULL },
};

/* The names in the file and of the icons, made once: they stand in the enumerations already. */
static char **wire_names[G_N_ELEMENTS (vocabularies)];
static char **icon_names[G_N_ELEMENTS (vocabularies)];

static void
make_names (guint index)
{
  const Vocabulary *vocabulary = &vocabularies[index];
  g_autoptr (GEnumClass) klass = g_type_class_ref (vocabulary->get_type ());
  gboolean upper_case = vocabulary->terms == reliabilities;

  wire_names[index] = g_new0 (char *, vocabulary->n_terms + 1);
  icon_names[index] = g_new0 (char *, vocabulary->n_terms + 1);
  for (guint i = 0; i < vocabulary->n_terms; i++)
    {
      const char *nick = g_enum_get_value (klass, i)->value_nick;
      char *name = upper_case ? g_ascii_strup (nick, -1) : g_strdelimit (g_strdup (nick), "-", '_');

      wire_names[index][i] = name;
      if (vocabulary->icon_stem != NULL)
        icon_names[index][i] = g_strdup_printf ("%s-%s-symbolic", vocabulary->icon_stem, nick);
    }
}

static guint
find_vocabulary (GType enum_type)
{
  static gsize made;

  if (g_once_init_enter (&made))
    {
      for (guint i = 0; i < G_N_ELEMENTS (vocabularies); i++)
        make_names (i);
      g_once_init_leave (&made, 1);
    }

  for (guint i = 0; i < G_N_ELEMENTS (vocabularies); i++)
    if (vocabularies[i].get_type () == enum_type)
      return i;

  g_assert_not_reached ();
}

const char *
proviso_vocabulary_get_wire_name (GType enum_type, int value)
{
  guint index = find_vocabulary (enum_type);

  g_return_val_if_fail (value >= 0 && (guint) value < vocabularies[index].n_terms, NULL);

  return value == 0 && vocabularies[index].none_first ? NULL : wire_names[index][value];
}

gboolean
proviso_vocabulary_from_wire_name (GType enum_type, const char *wire_name, int *value)
{
  guint index = find_vocabulary (enum_type);

  for (guint i = vocabularies[index].none_first ? 1 : 0; i < vocabularies[index].n_terms; i++)
    if (g_str_equal (wire_names[index][i], wire_name))
      {
        *value = i;
        return TRUE;
      }

  return FALSE;
}

const char *
proviso_vocabulary_get_label (GType enum_type, int value)
{
  const Vocabulary *vocabulary = &vocabularies[find_vocabulary (enum_type)];

  g_return_val_if_fail (value >= 0 && (guint) value < vocabulary->n_terms, "");

  if (value == 0 && vocabulary->none_first)
    return C_ ("vocabulary", "Not Set");

  return g_dpgettext2 (GETTEXT_PACKAGE, vocabulary->context, vocabulary->terms[value].label);
}

const char *
proviso_vocabulary_get_explanation (GType enum_type, int value)
{
  const Vocabulary *vocabulary = &vocabularies[find_vocabulary (enum_type)];
  const char *explanation;

  g_return_val_if_fail (value >= 0 && (guint) value < vocabulary->n_terms, "");

  explanation = vocabulary->terms[value].explanation;

  /* gettext answers "" with the catalogue's header. */
  return *explanation != '\0' ? _ (explanation) : "";
}

const char *
proviso_vocabulary_get_icon_name (GType enum_type, int value)
{
  guint index = find_vocabulary (enum_type);

  g_return_val_if_fail (value >= 0 && (guint) value < vocabularies[index].n_terms, NULL);

  return icon_names[index][value];
}

guint
proviso_vocabulary_get_n_values (GType enum_type)
{
  return vocabularies[find_vocabulary (enum_type)].n_terms;
}
