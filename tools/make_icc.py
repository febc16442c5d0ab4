"""Makes the colour profile that PDF/A asks for; the result is committed.

    python tools/make_icc.py

The sRGB profile that littleCMS (in Pillow) builds from the standard's own numbers, marked by it
"No copyright, use freely". Date and version are set, so that every run gives the same bytes:
version 4.2 is the newest that PDF 1.7 names (ISO 32000-1, 8.6.5.5).
"""

from __future__ import annotations

import struct
from pathlib import Path

from PIL import ImageCms

TARGET = Path(__file__).resolve().parents[1] / "resources" / "colour" / "srgb.icc"
_VERSION = slice(8, 12)
_MADE_ON = slice(24, 36)


def profile() -> bytes:
    """The profile's bytes, alike on every machine."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[_VERSION] = bytes((4, 0x20, 0, 0))
    made[_MADE_ON] = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    return bytes(made)


def main() -> None:
    """Write the profile."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(profile())
    print(f"{TARGET.name} {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
