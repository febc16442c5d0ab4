"""`init`: makes the office's database."""

from __future__ import annotations

import tomllib
from argparse import Namespace
from pathlib import Path
from typing import Any

from nagari_kit.cli.commands.grammar import Subcommands, add_command
from nagari_kit.cli.office_session import office_paths, passphrase, the_clock
from nagari_kit.cli.reply import Reply
from nagari_kit.domain.identity import OfficerId
from nagari_kit.domain.name_titles import person_name
from nagari_kit.domain.office import (
    HEAD_POSITIONS,
    Kop,
    OfficeProfile,
    Officer,
    OfficeRegion,
    PaperSize,
)
from nagari_kit.errors import InputError
from nagari_kit.infra.command_line import IndonesianParser

KINDS = ("nagari", "desa", "kelurahan")
TEXTS = (
    "name",
    "kind",
    "kecamatan",
    "kabupaten",
    "unit",
    "address",
    "wali_nagari",
    "logo",
    "paper",
)
"""What both the command line and a provisioning file may say of the office."""


def add_to(commands: Subcommands, shared: IndonesianParser) -> None:
    """Join the grammar."""
    parser = add_command(commands, "init", "buat data kantor baru", _init, shared)
    parser.add_argument("--office", metavar="KODE", help="kode Kemendagri, misalnya 13.06.01.2001")
    parser.add_argument("--provision", metavar="BERKAS", help="berkas TOML berisi pilihan di bawah")
    parser.add_argument("--name", metavar="NAMA", help="nama nagari; baku: dari daftar wilayah")
    parser.add_argument("--kind", choices=KINDS, help="jenis kantor")
    parser.add_argument("--kecamatan", metavar="NAMA")
    parser.add_argument("--kabupaten", metavar="NAMA", help='dengan kata "Kabupaten" atau "Kota"')
    parser.add_argument("--unit", metavar="KODE", help="kode unit dalam nomor surat")
    parser.add_argument("--address", metavar="ALAMAT", help="baris alamat pada kop")
    parser.add_argument(
        "--wali-nagari", metavar="NAMA", help="nama pimpinan dengan gelarnya, penanda tangan surat"
    )
    parser.add_argument("--logo", metavar="BERKAS", help="logo kabupaten, PNG atau JPEG")
    parser.add_argument("--paper", choices=[size.value for size in PaperSize])


def _init(args: Namespace) -> Reply:
    from nagari_kit.infra.identifiers import new_uuid7
    from nagari_kit.services.workspace import create_workspace

    stated = _stated(args)
    profile = _profile(stated)
    paths, clock = office_paths(args), the_clock()
    officers: tuple[Officer, ...] = ()
    if (head := stated.get("wali_nagari")) and profile.kind in HEAD_POSITIONS:
        signer = Officer(
            id=OfficerId(new_uuid7(clock)),
            name=person_name(head),
            position=HEAD_POSITIONS[profile.kind],
            is_head=True,
        )
        officers = (signer,)
    create_workspace(paths, passphrase(args), profile, clock=clock, officers=officers).close()
    lines = [f"Kantor {profile.name} siap di {paths.data_dir}."]
    if not stated.get("wali_nagari"):
        lines.append(
            "Belum ada penanda tangan: tambahkan dengan officers add sebelum membuat surat."
        )
    return Reply({"office": profile.code, "data_dir": str(paths.data_dir)}, lines)


def _stated(args: Namespace) -> dict[str, str]:
    """What the file says, overlaid by what the command line says."""
    stated = _provision(Path(args.provision)) if args.provision else {}
    for name in ("office", *TEXTS):
        value = getattr(args, name)
        if value is not None:
            stated[name] = value
    if not stated.get("office"):
        raise InputError(
            "Kode kantor belum diberikan. Belum ada yang dibuat.",
            hint="Beri --office KODE, misalnya --office 13.06.01.2001.",
            code="ISI-04",
        )
    return stated


def _provision(path: Path) -> dict[str, str]:
    try:
        table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(
            f"Berkas penyediaan {path.name} tidak dapat dibaca. Belum ada yang dibuat.",
            hint="Minta berkas yang baru kepada admin kabupaten.",
            code="ISI-05",
        ) from error
    known = {"office", *TEXTS}
    stranger = next((key for key in table if key.replace("-", "_") not in known), None)
    if stranger is not None:
        raise InputError(
            f"Berkas penyediaan {path.name} memuat kunci yang tidak dikenal: {stranger}.",
            hint=f"Kunci yang dikenal: {', '.join(sorted(known))}.",
            code="ISI-05",
        )
    return {key.replace("-", "_"): str(value) for key, value in table.items()}


def _profile(stated: dict[str, str]) -> OfficeProfile:
    from nagari_kit.services.regions import RegionService

    code = stated["office"].strip()
    region = RegionService().by_code(code) or OfficeRegion(code, "", "nagari", "", "")
    name = stated.get("name") or region.name
    if not name:
        raise InputError(
            f"Kode {code} tidak ada di daftar wilayah. Belum ada yang dibuat.",
            hint="Periksa kodenya; untuk nagari baru beri juga --name, --kecamatan, --kabupaten.",
            code="ISI-04",
        )
    kind = stated.get("kind") or region.kind
    kecamatan = stated.get("kecamatan") or region.kecamatan
    kabupaten = stated.get("kabupaten") or region.kabupaten
    address = stated.get("address", "")
    kop = Kop(
        line1=f"PEMERINTAH {kabupaten.upper()}".strip(),
        line2=f"KECAMATAN {kecamatan.upper()}" if kecamatan else "",
        line3=f"{kind.upper()} {name.upper()}",
        address_lines=(address,) if address else (),
        logo=_logo(stated.get("logo")),
    )
    return OfficeProfile(
        code=code,
        name=name,
        kind=kind,
        kecamatan=kecamatan,
        kabupaten=kabupaten,
        unit=stated.get("unit") or _initials(name),
        kop=kop,
        paper=_paper(stated.get("paper") or PaperSize.F4.value),
    )


def _paper(word: str) -> PaperSize:
    try:
        return PaperSize(word)
    except ValueError as error:
        known = ", ".join(size.value for size in PaperSize)
        raise InputError(
            f"Ukuran kertas “{word}” tidak dikenal. Belum ada yang dibuat.",
            hint=f"Kunci paper di berkas penyediaan: {known}.",
            code="ISI-05",
        ) from error


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isalnum()).upper()


def _logo(file: str | None) -> bytes | None:
    if not file:
        return None
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise InputError(
            f"Logo {file} tidak dapat dibaca. Belum ada yang dibuat.",
            hint="Periksa nama berkas logo.",
            code="ISI-06",
        ) from error
