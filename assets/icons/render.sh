#!/usr/bin/env bash
# Draws the icon's PNGs from duken.svg and packs them for Windows and macOS. Needs Chromium, ImageMagick and Python; run it after changing the SVG.
set -eu
cd "$(dirname "$0")"
large=$(mktemp --suffix=.png)
trap 'rm -f "$large"' EXIT
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=4 \
  --default-background-color=00000000 --window-size=256,256 --screenshot="$large" \
  "file://$PWD/duken.svg" >/dev/null 2>&1
for size in 16 32 48 64 128 256; do
  convert "$large" -resize "${size}x${size}" -strip "duken-$size.png"
done
python3 containers.py
