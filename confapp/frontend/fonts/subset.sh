#!/bin/sh
# Makes the web fonts beside this file from the full OpenType families; needed only when a family or a range changes.
# The releases weigh 57 MB, which no first start should have to fetch, so the results (500 kB) are committed instead.
# Needs npm and pyftsubset with fonttools (pip install fonttools brotli) on the PATH.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm init -y >/dev/null && npm install --no-audit --no-fund source-serif@4.5.1 source-sans@3.52.0 >/dev/null)
serif="$work/node_modules/source-serif/WOFF2/TTF"
sans="$work/node_modules/source-sans/WOFF2/VF"
fonttools varLib.instancer -q "$sans/SourceSans3VF-Upright.ttf.woff2" wght=400:600 -o "$work/sans.ttf"

latin="U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+02BC,U+2009,U+200A,U+200B-200D,U+2010-2015,U+2018-201A,U+201C-201E"
latin="$latin,U+2020-2022,U+2026,U+202F,U+2030,U+2032-2033,U+2039-203A,U+2044,U+20AC,U+2116,U+2122,U+2190-2193,U+2212"
latin_ext="U+0100-0130,U+0132-0151,U+0154-024F,U+0259,U+02B0-02BB,U+02BD-02FF,U+0300-036F,U+1E00-1EFF,U+2070-209F,U+20A0-20AB,U+20AD-20BF"
cyrillic="U+0301,U+0400-052F,U+1C80-1C88,U+2DE0-2DFF,U+A640-A69F"
greek="U+0370-03FF,U+1F00-1FFF"

# The names go: "Source" is reserved for the unmodified fonts by their licence. Copyright and licence stay inside.
subset() { # face file, result, layout features
  for range in latin latin_ext cyrillic greek; do
    eval "codepoints=\$$range"
    pyftsubset "$1" --unicodes="$codepoints" --layout-features="$3" --flavor=woff2 --no-hinting --name-IDs=0,13,14 \
      --output-file="$here/$2-$(echo $range | tr _ -).woff2"
  done
}
marks="ccmp,locl,mark,mkmk,kern,liga"
subset "$serif/SourceSerif4-Regular.ttf.woff2" serif-regular "$marks,smcp,c2sc,tnum,onum,lnum,pnum,case,sups,frac"
subset "$serif/SourceSerif4-It.ttf.woff2" serif-italic "$marks,tnum,onum,lnum,pnum"
subset "$serif/SourceSerif4-Semibold.ttf.woff2" serif-semibold "$marks,tnum,onum,lnum,pnum"
subset "$serif/SourceSerif4Display-Regular.ttf.woff2" serif-display "$marks,lnum,pnum"
subset "$work/sans.ttf" sans "$marks,pnum,case"
cp "$work/node_modules/source-serif/LICENSE.md" "$here/OFL.md"
sed -i '1s/^/Source Sans: Copyright 2010 - 2024 Adobe (http:\/\/www.adobe.com\/), with Reserved Font Name ‘Source’.\n\nSource Serif: /' "$here/OFL.md"
