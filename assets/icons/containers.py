#!/usr/bin/env python3
"""Packs the PNGs into duken.ico (Windows) and duken.icns (macOS): both are plain containers of them."""
import pathlib
import struct

here = pathlib.Path(__file__).parent
pictures = {size: (here / f"duken-{size}.png").read_bytes() for size in (16, 32, 48, 64, 128, 256)}

# ICONDIR, one ICONDIRENTRY each, then the PNGs; a width of 256 is written as 0.
offset = 6 + 16 * len(pictures)
entries, bodies = b"", b""
for size, png in pictures.items():
    entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), offset + len(bodies))
    bodies += png
(here / "duken.ico").write_bytes(struct.pack("<HHH", 0, 1, len(pictures)) + entries + bodies)

# Type and length before each; the second column is for screens of double density.
types = [("icp4", 16), ("icp5", 32), ("icp6", 64), ("ic07", 128), ("ic08", 256), ("ic11", 32), ("ic12", 64), ("ic13", 256)]
parts = b"".join(name.encode() + struct.pack(">I", 8 + len(pictures[size])) + pictures[size] for name, size in types)
(here / "duken.icns").write_bytes(b"icns" + struct.pack(">I", 8 + len(parts)) + parts)
