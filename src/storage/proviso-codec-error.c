/* proviso-codec-error.c: why a project could not be read or written, and where.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "storage/proviso-codec-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  guint line;
  guint column;
  char *field;
  char *sentence;
} ProvisoCodecErrorPrivate;

static void
proviso_codec_error_private_init (ProvisoCodecErrorPrivate *priv)
{
}

static void
proviso_codec_error_private_copy (const ProvisoCodecErrorPrivate *from, ProvisoCodecErrorPrivate *to)
{
  to->line = from->line;
  to->column = from->column;
  to->field = g_strdup (from->field);
  to->sentence = g_strdup (from->sentence);
}

static void
proviso_codec_error_private_clear (ProvisoCodecErrorPrivate *priv)
{
  g_free (priv->field);
  g_free (priv->sentence);
}

G_DEFINE_EXTENDED_ERROR (ProvisoCodecError, proviso_codec_error)

GError *
proviso_codec_error_new (ProvisoCodecError code,
                         guint line,
                         guint column,
                         const char *field,
                         const char *sentence)
{
  GError *error;
  ProvisoCodecErrorPrivate *priv;

  g_return_val_if_fail (sentence != NULL, NULL);

  /* Translators: where in a file something is wrong, then what. */
  error = line > 0
              ? g_error_new (PROVISO_CODEC_ERROR, code, _ ("Line %u, column %u: %s"), line, column, sentence)
              : g_error_new_literal (PROVISO_CODEC_ERROR, code, sentence);
  priv = proviso_codec_error_get_private (error);
  priv->line = line;
  priv->column = column;
  priv->field = g_strdup (field);
  priv->sentence = g_strdup (sentence);

  return error;
}

void
proviso_codec_error_get_place (const GError *error, guint *line, guint *column)
{
  const ProvisoCodecErrorPrivate *priv;

  g_return_if_fail (error != NULL && error->domain == PROVISO_CODEC_ERROR);

  priv = proviso_codec_error_get_private (error);
  *line = priv->line;
  *column = priv->column;
}

const char *
proviso_codec_error_get_field (const GError *error)
{
  const ProvisoCodecErrorPrivate *priv;

  g_return_val_if_fail (error != NULL && error->domain == PROVISO_CODEC_ERROR, NULL);

  priv = proviso_codec_error_get_private (error);

  return priv->field;
}

const char *
proviso_codec_error_get_sentence (const GError *error)
{
  const ProvisoCodecErrorPrivate *priv;

  g_return_val_if_fail (error != NULL && error->domain == PROVISO_CODEC_ERROR, NULL);

  priv = proviso_codec_error_get_private (error);

  return priv->sentence;
}
