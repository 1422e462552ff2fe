#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# standin.sh: what the test of the Flatpak needs where Flathub and the sources' own sites cannot be reached.
#
#   standin.sh runtime             makes and installs org.gnome.Platform and org.gnome.Sdk out of Debian packages
#   standin.sh sources MANIFEST    puts the archives that the manifest names where flatpak-builder looks first
#   standin.sh ready               whether "runtime" has done its work already
#   standin.sh missing             says which modules are Debian's binaries
#
# The first two work once and then find their work done. flatpak/test calls them; README.md in this folder says what a
# stand-in does not prove.
#
#   DIR=FOLDER          where everything goes; the host's own Flatpak state stays untouched
#   PROVISO_MIRROR=URL  the Debian mirror
#   PROVISO_ARCHIVES=FOLDER   where archives of sources lie already, under their own names
set -euo pipefail

DIR=${DIR:?say where to work with DIR=FOLDER}
suite=forky branch=51 # forky has the GTK, libadwaita and GLib of GNOME 51
mirror=${PROVISO_MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null | head -n 1)}
mirror=${mirror:?no Debian mirror is configured here: name one with PROVISO_MIRROR=URL}
mirror=${mirror%/}
arch=$(flatpak --default-arch)
export FLATPAK_USER_DIR=$DIR/flatpak

# What the real Platform has of what Proviso uses, and what any program needs to show itself.
platform=(
  libgtk-4-1 libgtk-4-bin libadwaita-1-0 libgtksourceview-5-0 libenchant-2-2 hunspell-en-us libicu78
  libglib2.0-bin glib-networking gsettings-desktop-schemas dconf-gsettings-backend shared-mime-info
  adwaita-icon-theme hicolor-icon-theme librsvg2-common fontconfig fonts-adwaita-sans fonts-dejavu-core
  xkb-data iso-codes tzdata ca-certificates locales libgl1 libegl1 libgles2 libgl1-mesa-dri
)
sdk=(
  build-essential meson ninja-build cmake pkgconf git gettext patch elfutils
  libgtk-4-dev libadwaita-1-dev libgtksourceview-5-dev libenchant-2-dev libicu-dev
  desktop-file-utils appstream appstream-compose libxml2-utils gobject-introspection
)
# Debian's binaries of the modules whose archive cannot be had: module=packages.
declare -A binaries=(
  [libspelling]='libspelling-1-2 libspelling-1-dev'
  [yyjson]='libyyjson0 libyyjson-dev'
)
# Debian's copies that are, byte for byte, upstream's archives (their sum is checked): file name=path on the mirror.
declare -A same_archive=(
  [release-0.5.2.tar.gz]=pool/main/m/md4c/md4c_0.5.2.orig.tar.gz
  [libspelling-0.4.10.tar.xz]=pool/main/libs/libspelling/libspelling_0.4.10.orig.tar.xz
)
locales=(en_US de_DE ar_EG)

say() { printf '%s\n' "$*" >&2; }

# make_runtime Platform|Sdk PACKAGE…: one Debian root becomes one Flatpak runtime.
make_runtime() {
  local id=org.gnome.$1 root=$DIR/root/$1 log=$DIR/$1.log locale_hook=
  shift
  say "  $id//$branch out of Debian $suite"
  cd "$DIR"
  for locale in "${locales[@]}"; do
    locale_hook+="chroot \"\$1\" localedef --no-archive -i $locale -f UTF-8 /usr/lib/locale/$locale.UTF-8;"
  done
  rm -rf --one-file-system "$root"
  mkdir -p "$DIR/root" "$DIR/debs"
  rm -f "$DIR"/debs/*
  # The Release file of a mirror that stands still has expired: its date is not looked at.
  if ! mmdebstrap --variant=essential --include="$(IFS=,; echo "$*")" \
      --aptopt='Acquire::Check-Valid-Until "false"' --aptopt='APT::Install-Recommends "0"' \
      --aptopt='Acquire::Retries "3"' \
      --dpkgopt=force-unsafe-io --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
      --dpkgopt='path-exclude=/usr/share/info/*' --dpkgopt='path-exclude=/usr/share/gtk-doc/*' \
      --customize-hook="$locale_hook" \
      --customize-hook="cd '$DIR/debs' && APT_CONFIG=\$MMDEBSTRAP_APT_CONFIG apt-get -qq -o APT::Sandbox::User=root download ${binaries[*]}" \
      "$suite" "$root" "$mirror" >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    say "The stand-in runtime could not be made; the whole log is $log"
    return 1
  fi
  # A runtime is /usr; its usr/etc appears as /etc.
  local usr=$root/runtime/usr
  mkdir -p "$root/runtime/files" "$root/runtime/var"
  mv "$root/usr" "$usr"
  mv "$root/etc" "$usr/etc"
  # Empty, so that Flatpak writes its own with /app/lib in it. Debian's would hide /app/lib.
  : >"$usr/etc/ld.so.conf"
  # Without these two, meson and cmake choose /app/lib as they do in the real SDK, not Debian's lib/<triplet>.
  rm -f "$usr/etc/debian_version"
  rm -rf "${usr:?}/lib64"
  ln -s "lib/$(basename "$(dirname "$usr"/lib/*-linux-gnu*/libc.so.6)")" "$usr/lib64"
  [ "$id" = org.gnome.Platform ] || complete_sdk "$usr"
  cat >"$root/runtime/metadata" <<E
[Runtime]
name=$id
runtime=org.gnome.Platform/$arch/$branch
sdk=org.gnome.Sdk/$arch/$branch

[Environment]
GI_TYPELIB_PATH=/app/lib/girepository-1.0
XDG_DATA_DIRS=/app/share:/usr/share:/usr/share/runtime/share:/run/host/user-share:/run/host/share
E
  # bare-user-only: nothing is compressed, and the installation is hard links into it.
  if [ ! -d "$DIR/repo" ]; then
    ostree init --repo="$DIR/repo" --mode=bare-user-only
    ostree config --repo="$DIR/repo" set core.min-free-space-size 100MB
  fi
  flatpak build-export --runtime --disable-sandbox --subject="Debian $suite in place of GNOME's runtime" \
    "$DIR/repo" "$root/runtime" "$branch" >>"$log"
  rm -rf --one-file-system "$root"
}

# complete_sdk USR: the flags that modules are compiled with, and the composer of metainfo.
complete_sdk() {
  sed -i 's/"lib64"/"lib"/' "$1"/share/cmake-*/Modules/GNUInstallDirs.cmake
  mkdir -p "$1/etc/flatpak-builder"
  cat >"$1/etc/flatpak-builder/defaults.json" <<'E'
{ "libdir": "/app/lib",
  "cflags": "-O2 -g -pipe -Wp,-D_FORTIFY_SOURCE=3 -fexceptions -fstack-protector-strong -fstack-clash-protection",
  "cxxflags": "-O2 -g -pipe -Wp,-D_FORTIFY_SOURCE=3 -Wp,-D_GLIBCXX_ASSERTIONS -fexceptions -fstack-protector-strong -fstack-clash-protection",
  "ldflags": "-L/app/lib -Wl,-z,relro,-z,now -Wl,--as-needed" }
E
  # flatpak-builder before 1.3 runs appstream-glib's composer inside the SDK, with the metainfo at its old place.
  [ -e "$1/bin/appstream-compose" ] && return
  cat >"$1/bin/appstream-compose" <<'E'
#!/bin/sh
for a; do case $a in --prefix=*) p=${a#*=};; --origin=*) o=${a#*=};; --basename=*) b=${a#*=};; -*) ;; *) id=$a;; esac; done
mkdir -p "$p/share/metainfo" && cp "$p/share/appdata/$id.appdata.xml" "$p/share/metainfo/$id.metainfo.xml" || exit
appstreamcli compose --no-net --prefix=/ --origin="$b" --result-root="$p" --data-dir="$p/share/app-info/xmls" \
  --icons-dir="$p/share/app-info/icons/$o" --components="$id" --print-report=full "$p"; rc=$?
rm "$p/share/metainfo/$id.metainfo.xml"; rmdir "$p/share/metainfo" 2>/dev/null; exit $rc
E
  chmod +x "$1/bin/appstream-compose"
}

# look_at NAME: sets "packages" to the list of Platform or Sdk, and "stamp" to what is there once that is made.
look_at() {
  packages=("${platform[@]}")
  [ "$1" = Platform ] || packages+=("${sdk[@]}")
  stamp=$DIR/runtime-$1-$(printf '%s\n' "$suite" "$branch" "${packages[@]}" - "${locales[@]}" | sha256sum | cut -c1-12)
}

# Makes each of the two once: again only when its list of packages is another.
cmd_runtime() {
  local name packages stamp
  mkdir -p "$DIR"
  for name in Platform Sdk; do
    look_at "$name"
    [ ! -e "$stamp" ] || continue
    [ "$(id -u)" = 0 ] || { say "Making the stand-in runtime needs root: its files have to keep their owners."; return 1; }
    say "Making the stand-in for the GNOME runtime (once, some minutes and 1.5 GB in $DIR)"
    rm -f "$DIR/runtime-$name-"*
    make_runtime "$name" "${packages[@]}"
    flatpak --user remote-add --if-not-exists --no-gpg-verify standin "$DIR/repo"
    flatpak --user config --set languages '*all*' # or the program's translations stay uninstalled
    flatpak --user install -y --noninteractive --or-update standin "org.gnome.$name//$branch" >>"$DIR/$name.log"
    touch "$stamp"
  done
}

cmd_ready() {
  local name packages stamp
  for name in Platform Sdk; do
    look_at "$name"
    [ -e "$stamp" ] || return 1
  done
}

# put_binaries MODULE SHA256 ARCHIVE: packs Debian's binaries of the module as a meson or cmake project that
# installs them, under the archive's name. flatpak-builder does not sum what lies in its own download folder.
put_binaries() {
  local module=$1 sum=$2 archive=$3 folder=$DIR/state/downloads/$2 tree package version
  tree=$(mktemp -d)
  local top=$tree/${archive%.tar.*}
  mkdir -p "$top/usr"
  for package in ${binaries[$module]}; do dpkg-deb -x "$(ls "$DIR/debs/${package}_"*.deb)" "$tree/unpacked"; done
  version=$(dpkg-deb -f "$(ls "$DIR/debs/${package}_"*.deb)" Version)
  mv "$tree/unpacked/usr/include" "$top/usr/"
  mkdir "$top/usr/lib"
  mv "$tree"/unpacked/usr/lib/*/*.so* "$top/usr/lib/"
  mv "$tree"/unpacked/usr/lib/*/pkgconfig "$top/usr/lib/"
  sed -i -e 's|^prefix=.*|prefix=/app|; s|/lib/[a-z0-9_]*-linux-gnu[a-z0-9]*|/lib|; s|=/usr/|=/app/|' "$top"/usr/lib/pkgconfig/*.pc
  case $module in
    yyjson)
      echo 'cmake_minimum_required(VERSION 3.16)
            project(yyjson NONE)
            install(DIRECTORY usr/ DESTINATION . USE_SOURCE_PERMISSIONS)' >"$top/CMakeLists.txt" ;;
    libspelling)
      echo "project('libspelling')
            install_subdir('usr', install_dir: get_option('prefix'), strip_directory: true)" >"$top/meson.build"
      printf "option('%s', type: 'boolean', value: false)\n" docs vapi sysprof >"$top/meson.options"
      echo "option('introspection', type: 'feature', value: 'disabled')" >>"$top/meson.options" ;;
  esac
  mkdir -p "$folder"
  tar -C "$tree" -caf "$folder/$archive.part.tar" "$(basename "$top")"
  case $archive in *.xz) xz "$folder/$archive.part.tar" ;; *.gz) gzip -n "$folder/$archive.part.tar" ;; esac
  mv "$folder/$archive".part.tar.* "$folder/$archive"
  rm -rf "$tree"
  echo "$module: its archive could not be had; Debian's binaries ($version) are in its place" >"$folder/not-from-source"
}

cmd_sources() {
  local module url sum archive seed had where manifest
  manifest=$(readlink -f "$1")
  while read -r module url sum; do
    archive=${url##*/}
    seed=$DIR/sources/downloads/$sum/$archive
    had=$DIR/state/downloads/$sum
    [ ! -e "$seed" ] || continue
    [ ! -e "$had/$archive" ] || [ -e "$had/not-from-source" ] || continue
    mkdir -p "$(dirname "$seed")"
    for where in ${PROVISO_ARCHIVES:+"file://$(realpath "$PROVISO_ARCHIVES")/$archive"} "$url" ${same_archive[$archive]:+"$mirror/${same_archive[$archive]}"}; do
      curl -fsSL -m 120 --connect-timeout 10 -o "$seed.part" "$where" 2>/dev/null || continue
      echo "$sum  $seed.part" | sha256sum -c --quiet && mv "$seed.part" "$seed" && break
    done
    if [ -e "$seed" ]; then
      # What was built of something else does not count any more.
      [ ! -e "$had/not-from-source" ] || rm -rf "$had" "$DIR/state/cache"
      continue
    fi
    rm -rf "$(dirname "$seed")"
    [ ! -e "$had/not-from-source" ] || continue
    if [ -n "${binaries[$module]:-}" ] && [ -d "$DIR/debs" ]; then
      put_binaries "$module" "$sum" "$archive"
    else
      say "The archive of $module is not to be had: $url"
      return 1
    fi
  done < <(cd "$DIR" && flatpak-builder --show-manifest "$manifest" | python3 -c '
import json, sys
for module in json.load(sys.stdin)["modules"]:
    for source in module["sources"]:
        if source["type"] == "archive":
            print(module["name"], source["url"], source["sha256"])')
}

cmd_missing() {
  local marker
  for marker in "$DIR"/state/downloads/*/not-from-source; do
    [ ! -e "$marker" ] || say "NOT COMPILED FROM SOURCE: $(cat "$marker")."
  done
}

command=${1:-}
[ "$(type -t "cmd_$command")" = function ] || { sed -n '4,16{s/^# \{0,1\}//p}' "$0"; exit 2; }
shift
"cmd_$command" "$@"
