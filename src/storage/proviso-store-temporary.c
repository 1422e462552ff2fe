/* proviso-store-temporary.c: the file beside a file that is being saved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file without any name (O_TMPFILE) would leave nothing behind, but cannot take the place of another: it needs a
 * name for that, and not all file systems have it.
 */
#define _GNU_SOURCE /* O_CLOEXEC, flock */

#include "storage/proviso-store-temporary.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <unistd.h>

#define PREFIX ".proviso-"
#define SUFFIX ".tmp"
#define N_DIGITS 16

#define TRIES 16

/* Whether the file is still there under a name: between its making and the lock, another program's sweep may have
 * taken it for one left behind. */
static gboolean
keep_lock (int fd)
{
  struct stat stamp;

  if (flock (fd, LOCK_EX | LOCK_NB) < 0 && errno == EWOULDBLOCK)
    return FALSE;

  /* Where files cannot be locked, nobody sweeps. */
  return fstat (fd, &stamp) < 0 || stamp.st_nlink > 0;
}

/* A file with a name that nobody can have put a trap under. The name does not grow out of the final one, which may be
 * as long as the file system takes. */
int
proviso_store_temporary_create (int folder_fd, mode_t mode, char **name, int *fd, int *lock_fd)
{
  *lock_fd = -1;
  for (guint i = 0; i < TRIES; i++)
    {
      g_autofree char *candidate = NULL;
      guint64 random;

      if (getrandom (&random, sizeof random, 0) != sizeof random)
        random = ((guint64) g_random_int () << 32) | g_random_int ();
      candidate = g_strdup_printf (PREFIX "%016" G_GINT64_MODIFIER "x" SUFFIX, random);

      *fd = openat (folder_fd, candidate, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
      if (*fd >= 0 && keep_lock (*fd))
        {
          /* The lock outlives `fd`, which is closed before the rename to hear what closing says. */
          *lock_fd = fcntl (*fd, F_DUPFD_CLOEXEC, 0);
          *name = g_steal_pointer (&candidate);
          return 0;
        }
      if (*fd >= 0)
        close (*fd);
      else if (errno != EEXIST && errno != EINTR)
        return errno;
      *fd = -1;
    }

  return EEXIST;
}

static gboolean
is_temporary_name (const char *name)
{
  gsize n_digits;

  if (!g_str_has_prefix (name, PREFIX))
    return FALSE;
  name += strlen (PREFIX);
  n_digits = strspn (name, "0123456789abcdef");

  return n_digits == N_DIGITS && g_str_equal (name + n_digits, SUFFIX);
}

static void
sweep_one (int folder_fd, const char *name)
{
  struct stat stamp;
  int fd = openat (folder_fd, name, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

  if (fd < 0)
    return;
  if (fstat (fd, &stamp) == 0 && S_ISREG (stamp.st_mode) && stamp.st_uid == geteuid () &&
      flock (fd, LOCK_EX | LOCK_NB) == 0)
    unlinkat (folder_fd, name, 0);
  close (fd);
}

void
proviso_store_temporary_sweep (int folder_fd)
{
  int fd = openat (folder_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *dir = fd >= 0 ? fdopendir (fd) : NULL;

  if (dir == NULL)
    {
      if (fd >= 0)
        close (fd);
      return;
    }
  for (struct dirent *entry = readdir (dir); entry != NULL; entry = readdir (dir))
    if (is_temporary_name (entry->d_name))
      sweep_one (folder_fd, entry->d_name);
  closedir (dir);
}
