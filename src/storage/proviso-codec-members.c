/* proviso-codec-members.c: the members of each kind of record, in the order in which they are written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "storage/proviso-codec-members.h"

#include <string.h>

/* clang-format off */
#define MEMBER(name) { name, sizeof (name) - 1 }

const ProvisoMembers proviso_project_members = { 11, {
  MEMBER ("proviso"), MEMBER ("id"), MEMBER ("title"), MEMBER ("language"),
  MEMBER ("created"), MEMBER ("modified"), MEMBER ("draft"), MEMBER ("claims"), MEMBER ("caveats"), MEMBER ("sources"),
  MEMBER ("remains"),
} };

const ProvisoMembers proviso_claim_members = { 17, {
  MEMBER ("id"), MEMBER ("statement"), MEMBER ("kind"), MEMBER ("status"), MEMBER ("reason"), MEMBER ("forReaders"),
  MEMBER ("authenticity"), MEMBER ("likelihood"), MEMBER ("confidence"),
  MEMBER ("asOf"), MEMBER ("reviewAfter"),
  MEMBER ("attributedTo"), MEMBER ("anchors"), MEMBER ("evidence"), MEMBER ("check"), MEMBER ("note"),
  MEMBER ("history"),
} };

const ProvisoMembers proviso_caveat_members = { 13, {
  MEMBER ("id"), MEMBER ("type"), MEMBER ("severity"), MEMBER ("state"), MEMBER ("text"), MEMBER ("claim"),
  MEMBER ("anchors"), MEMBER ("suggestion"), MEMBER ("reason"), MEMBER ("forReaders"), MEMBER ("confirmed"),
  MEMBER ("thread"), MEMBER ("history"),
} };

const ProvisoMembers proviso_source_members = { 13, {
  MEMBER ("id"), MEMBER ("type"), MEMBER ("title"), MEMBER ("publisher"), MEMBER ("url"),
  MEMBER ("published"), MEMBER ("accessed"), MEMBER ("archived"), MEMBER ("reliability"), MEMBER ("independenceGroup"),
  MEMBER ("confidential"), MEMBER ("note"), MEMBER ("history"),
} };

const ProvisoMembers proviso_remains_members = { 14, {
  MEMBER ("heading"), MEMBER ("leadIn"), MEMBER ("caveat"), MEMBER ("unchecked"), MEMBER ("stated"), MEMBER ("reported"),
  MEMBER ("leaked"), MEMBER ("unconfirmed"), MEMBER ("disputed"), MEMBER ("unverifiable"),
  MEMBER ("attributedTo"), MEMBER ("asOf"), MEMBER ("generated"), MEMBER ("anchor"),
} };

const ProvisoMembers proviso_anchor_members = { 7, {
  MEMBER ("start"), MEMBER ("end"), MEMBER ("exact"), MEMBER ("prefix"), MEMBER ("suffix"),
  MEMBER ("heading"), MEMBER ("state"),
} };

const ProvisoMembers proviso_evidence_members = { 5, {
  MEMBER ("source"), MEMBER ("relation"), MEMBER ("credibility"), MEMBER ("excerpt"), MEMBER ("locator"),
} };

const ProvisoMembers proviso_check_members = { 6, {
  MEMBER ("by"), MEMBER ("at"), MEMBER ("passages"), MEMBER ("statement"), MEMBER ("status"), MEMBER ("evidence"),
} };

const ProvisoMembers proviso_confirmation_members = { 2, {
  MEMBER ("by"), MEMBER ("at"),
} };

const ProvisoMembers proviso_comment_members = { 5, {
  MEMBER ("id"), MEMBER ("by"), MEMBER ("at"), MEMBER ("text"), MEMBER ("edited"),
} };

const ProvisoMembers proviso_event_members = { 7, {
  MEMBER ("at"), MEMBER ("by"), MEMBER ("what"), MEMBER ("from"), MEMBER ("to"), MEMBER ("reason"), MEMBER ("cause"),
} };
/* clang-format on */

static gboolean
matches (const ProvisoMember *member, const char *name, gsize length)
{
  return member->length == length && memcmp (member->name, name, length) == 0;
}

int
proviso_members_find (const ProvisoMembers *self, const char *name, gsize length, guint expected)
{
  if (expected < self->n_members && matches (&self->members[expected], name, length))
    return expected;
  for (guint i = 0; i < self->n_members; i++)
    if (matches (&self->members[i], name, length))
      return i;

  return -1;
}
