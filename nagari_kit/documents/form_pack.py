"""One form as one file `<id>.borang`: a zip of `borang.toml` and the page images that it names."""

from __future__ import annotations

import hashlib
import io
import tomllib
import zipfile
import zlib
from dataclasses import dataclass

from nagari_kit.documents.definition_blocks import FormBlock
from nagari_kit.documents.definition_form_blocks import IMAGE_NAME
from nagari_kit.documents.definition_model import LetterDefinition
from nagari_kit.documents.definition_reader import parse_definition
from nagari_kit.documents.page_image import prepared_page
from nagari_kit.documents.toml_source import MOST_BYTES as MOST_TOML
from nagari_kit.errors import DefinitionError, LetterError

DEFINITION = "borang.toml"
MOST_BYTES = 8 * 1024 * 1024
_MOST_IMAGE, _MOST_PARTS = 6 * 1024 * 1024, 13
_ENCRYPTED = 0x1
_UNCHANGED = "Borang dan jenis surat di kantor ini tidak berubah."
_ORIGIN = "lokal"
"""Nobody signed it: it counts as the office's own."""


@dataclass(frozen=True, slots=True)
class OpenedPack:
    """A pack that was found whole. `raw` is its TOML; `images` by SHA-256 in hex."""

    definition: LetterDefinition
    raw: bytes
    images: dict[str, bytes]


def open_pack(content: bytes) -> OpenedPack:
    """The pack in these bytes; nothing is ever written to a disk.

    Raises DefinitionError for one that is damaged, too large, or holds what does not belong there.
    """
    parts = _parts(content)
    raw = parts.pop(DEFINITION, None)
    if raw is None:
        raise _refused(f"{DEFINITION} tidak ada di dalam paket ini.", "no definition")
    definition = parse_definition(raw, _identity(raw), _ORIGIN)
    pages = [block for block in definition.blocks if isinstance(block, FormBlock)]
    if not pages:
        raise _refused("Paket ini tidak berisi halaman borang.", "no form")
    wanted = {page.image: page.background for page in pages if page.image}
    if unknown := sorted(parts.keys() - wanted.keys()):
        raise _refused(f"{unknown[0]} ada di dalam paket tetapi tidak dipakai.", "unused image")
    for name, digest in wanted.items():
        _check_image(name, digest, parts.get(name))
    return OpenedPack(definition, raw, {wanted[name]: parts[name] for name in parts})


def images_of(content: bytes) -> dict[str, bytes]:
    """The images of a pack that was opened before, by SHA-256 in hex."""
    parts = (one for name, one in _parts(content).items() if name != DEFINITION)
    return {hashlib.sha256(one).hexdigest(): one for one in parts}


def _check_image(name: str, digest: str, image: bytes | None) -> None:
    if image is None:
        raise _refused(f"Gambar {name} tidak ada di dalam paket.", "no image")
    if hashlib.sha256(image).hexdigest() != digest:
        raise _refused(f"Gambar {name} bukan gambar yang dimaksud borangnya.", "other image")
    try:
        prepared_page(image)
    except LetterError as error:
        raise _refused(f"Gambar {name} tidak terbaca.", "no picture") from error


def _parts(content: bytes) -> dict[str, bytes]:
    if len(content) > MOST_BYTES:
        raise _refused(f"Paket ini lebih besar dari {MOST_BYTES // 1024**2} MB.", "too large")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            names = [entry.filename for entry in entries]
            if len(names) > _MOST_PARTS or len(set(names)) < len(names):
                raise _refused("Paket ini berisi terlalu banyak berkas.", "parts")
            return {entry.filename: _part(archive, entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise _refused("Paket ini rusak atau bukan paket borang.", type(error).__name__) from error
    except (NotImplementedError, RuntimeError) as error:
        raise _refused("Paket ini dimampatkan dengan cara lain.", type(error).__name__) from error


def _part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Never more bytes than allowed, whatever the entry says of itself."""
    name = entry.filename
    if name != DEFINITION and not IMAGE_NAME.match(name):
        raise _refused(f"Paket ini memuat berkas yang tidak dikenal: {name[:60]!r}.", "name")
    if entry.flag_bits & _ENCRYPTED:
        raise _refused("Paket ini terkunci dengan sandi.", "encrypted")
    most = MOST_TOML if name == DEFINITION else _MOST_IMAGE
    with archive.open(entry) as file:
        found = file.read(most + 1)
    if len(found) > most:
        raise _refused(f"{name} di dalam paket ini terlalu besar.", "part too large")
    return found


def _identity(raw: bytes) -> str:
    """The id in the TOML; what else is wrong with it is told by the reader."""
    try:
        return str(tomllib.loads(raw.decode("utf-8"))["surat"]["id"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _refused(f"{DEFINITION} di dalam paket ini tidak terbaca.", "no [surat]") from error


def _refused(sentence: str, detail: str) -> DefinitionError:
    return DefinitionError(
        f"{sentence} {_UNCHANGED}",
        hint="Minta lagi paket itu dari pembuatnya, lalu pasang sekali lagi.",
        code="BORANG-01",
        detail=f"form pack: {detail}",
    )
