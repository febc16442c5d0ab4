"""Health of one office on this PC: each check says in a sentence whether all is well."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from nagari_kit.domain.amounts import grouped
from nagari_kit.errors import NagariError
from nagari_kit.infra.clock import Clock
from nagari_kit.infra.disk_space import ENOUGH_BYTES, MEGABYTE, free_bytes
from nagari_kit.infra.paths import OfficePaths, resource_path
from nagari_kit.services.clock_watch import PROGRAM_MADE, watch_clock
from nagari_kit.services.enrolment_record import NONE, PENDING, read_record
from nagari_kit.services.office import is_in_office

if TYPE_CHECKING:
    from nagari_kit.db.store import Store
    from nagari_kit.services.workspace import Workspace

NUMBERS_SHOWN = 5
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class HealthCheck:
    """One checked thing; `detail` is an Indonesian sentence without personal data."""

    name: str
    ok: bool
    detail: str


@dataclass(frozen=True, slots=True)
class HealthReport:
    """All checks; `ok` when every one is."""

    checks: tuple[HealthCheck, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing needs attention."""
        return all(check.ok for check in self.checks)


def examine(paths: OfficePaths, passphrase: str | None, *, clock: Clock) -> HealthReport:
    """Check program, disk, data folder and, with the passphrase, the database and its log."""
    checks = _outside(paths, clock)
    if passphrase is None:
        checks.append(
            HealthCheck("isi data", ok=True, detail="Tidak diperiksa: kata sandi tidak diberikan.")
        )
    elif checks[-1].ok:
        checks.extend(_inside(paths, passphrase, clock))
    return HealthReport(tuple(checks))


def examine_open(workspace: Workspace) -> HealthReport:
    """The same for an office that is open: no passphrase is needed."""
    checks = _outside(workspace.paths, workspace.clock)
    checks.extend(_content(workspace.context.store, workspace.clock))
    return HealthReport(tuple(checks))


def _outside(paths: OfficePaths, clock: Clock) -> list[HealthCheck]:
    return [_clock(clock), _letters(), _folder(paths), _space(paths), _office_files(paths)]


def _content(store: Store, clock: Clock) -> Iterator[HealthCheck]:
    yield _checked("isi berkas", lambda: _pages(store))
    yield _checked("catatan peristiwa", lambda: _chain(store))
    yield _checked("surat", lambda: _letters_and_log(store))
    yield _checked("penduduk", lambda: _people_and_ledger(store))
    yield _checked("data dan catatan", lambda: _books_and_log(store))
    yield _checked("tanda terima", lambda: _receipts(store))
    yield _checked("jam dan catatan", lambda: _clock_and_log(store, clock))
    yield _checked("pejabat", lambda: _signers(store, clock.today()))
    yield _checked("sinkronisasi", lambda: _sync(store))


def _checked(name: str, check: Callable[[], str]) -> HealthCheck:
    try:
        return HealthCheck(name, ok=True, detail=check())
    except NagariError as error:
        detail = " ".join(part for part in (error.user_message, error.hint) if part)
        return HealthCheck(name, ok=False, detail=f"{detail} ({error.code})")
    except OSError as error:
        detail = f"Berkas atau folder tidak dapat dipakai (errno {error.errno})."
        return HealthCheck(name, ok=False, detail=detail)
    except (TypeError, ValueError, LookupError, AttributeError) as error:
        # Somebody put into a column what the program never writes there.
        _log.warning("check %s met %s", name, type(error).__name__)
        detail = "Ada isi yang bukan tulisan program ini. Hubungi admin kabupaten. (DOKTER-07)"
        return HealthCheck(name, ok=False, detail=detail)


def _clock(clock: Clock) -> HealthCheck:
    today = clock.today()
    if today < PROGRAM_MADE:
        return HealthCheck("jam", ok=False, detail=f"Jam komputer salah: {today:%d-%m-%Y}.")
    return HealthCheck("jam", ok=True, detail=f"Tanggal komputer {today:%d-%m-%Y}.")


def _letters() -> HealthCheck:
    def check() -> str:
        from nagari_kit.documents.definitions import load_definitions

        return f"{len(load_definitions(resource_path('letters')))} jenis surat siap."

    return _checked("jenis surat", check)


def _folder(paths: OfficePaths) -> HealthCheck:
    def check() -> str:
        with tempfile.TemporaryFile(dir=paths.data_dir):
            return "Folder data dapat ditulisi."

    return _checked("folder data", check)


def _space(paths: OfficePaths) -> HealthCheck:
    def check() -> str:
        free = free_bytes(paths.data_dir)
        if free < ENOUGH_BYTES:
            raise NagariError(
                f"Ruang disk tinggal {grouped(free // MEGABYTE)} MB.",
                hint="Kosongkan sebagian disk.",
                code="SIMPAN-02",
            )
        return f"Ruang disk {grouped(free // MEGABYTE)} MB."

    return _checked("ruang disk", check)


def _office_files(paths: OfficePaths) -> HealthCheck:
    missing = [file.name for file in (paths.database, paths.key_slots) if not file.is_file()]
    if missing:
        detail = f"Belum ada data kantor di sini: {', '.join(missing)} tidak ditemukan."
        return HealthCheck("berkas kantor", ok=False, detail=detail)
    if os.name == "posix" and paths.database.stat().st_mode & 0o077:
        detail = "Berkas data dapat dibaca pengguna lain di komputer ini."
        return HealthCheck("berkas kantor", ok=False, detail=detail)
    return HealthCheck("berkas kantor", ok=True, detail="Berkas data dan kunci ada.")


def _inside(paths: OfficePaths, passphrase: str, clock: Clock) -> Iterator[HealthCheck]:
    """Look into the file as it is; nothing is migrated or written."""
    from nagari_kit.db.engine import open_engine
    from nagari_kit.db.key_slots import unlock_key
    from nagari_kit.db.store import Store

    try:
        store = Store(open_engine(paths.database, unlock_key(paths.key_slots, passphrase)), clock)
    except NagariError as error:
        yield HealthCheck("kunci", ok=False, detail=f"{error.user_message} ({error.code})")
        return
    try:
        yield HealthCheck("kunci", ok=True, detail="Kata sandi membuka data.")
        if store.is_up_to_date():
            yield from _content(store, clock)
        else:
            yield _checked("isi berkas", lambda: _pages(store))
            detail = "Data dari versi lama; isinya diperiksa sesudah kantor dibuka sekali."
            yield HealthCheck("versi data", ok=True, detail=detail)
    except NagariError as error:
        yield HealthCheck("versi data", ok=False, detail=f"{error.user_message} ({error.code})")
    finally:
        store.close()


def _pages(store: Store) -> str:
    store.check_pages()
    return "Semua halaman berkas data terbaca seperti ditulis."


def _chain(store: Store) -> str:
    with store.read() as reader:
        return f"{reader.events.verify_chain()} peristiwa utuh, rantainya tidak putus."


def _letters_and_log(store: Store) -> str:
    with store.read() as reader:
        odd = reader.letters.at_odds()
    if odd:
        shown = ", ".join(odd[:NUMBERS_SHOWN])
        raise NagariError(
            f"{len(odd)} surat tidak sama dengan catatan penerbitannya: {shown}.",
            hint="Jangan pakai surat itu; hubungi admin kabupaten.",
            code="DOKTER-03",
        )
    return "Semua surat sama dengan catatan penerbitannya."


def _people_and_ledger(store: Store) -> str:
    with store.read() as reader:
        odd, counted = reader.ledger.contradictions(), reader.ledger.counted_now()
    if odd:
        raise NagariError(
            f"{odd} catatan warga tidak seimbang dengan buku peristiwa.",
            hint="Jangan cetak laporan penduduk; hubungi admin kabupaten.",
            code="DOKTER-04",
        )
    return f"{counted} warga, seimbang dengan buku peristiwa."


def _books_and_log(store: Store) -> str:
    with store.read() as reader:
        events, records = reader.ledger.events_at_odds(), reader.ledger.records_at_odds()
    if events or records:
        raise NagariError(
            f"{grouped(records)} data warga, KK, atau wilayah dan {grouped(events)} peristiwa "
            "tidak sama dengan yang terakhir dicatat.",
            hint="Ada yang mengubah berkas di luar program ini; hubungi admin kabupaten.",
            code="DOKTER-06",
        )
    return "Data warga dan peristiwa sama dengan catatannya."


def _receipts(store: Store) -> str:
    """Whatever is shown as received by the province has the province's signature."""
    from nagari_kit.db.sync_store import APPLIED, STORED
    from nagari_kit.services.enrolment_record import KEYSET
    from nagari_kit.sync.keyset import read_keyset
    from nagari_kit.sync.receipts import SignedReceipt, verify_receipt
    from nagari_kit.sync.strict_json import MalformedError

    with store.read() as reader:
        delivered = reader.sync.containers(STORED, APPLIED)
        receipts, raw = reader.sync.receipts(), reader.sync.setting(KEYSET)
    signed: set[tuple[bytes, str]] = set()
    if raw is not None:
        keys = read_keyset(raw)
        for one in receipts:
            try:
                receipt = SignedReceipt(one.body, one.signature)
                facts = verify_receipt(receipt, keys.stored, keys.applied)
            except MalformedError:
                continue
            signed.add((facts.cid, facts.level))
    unsigned = [one for one in delivered if (one.cid, one.state) not in signed]
    if unsigned:
        raise NagariError(
            f"{len(unsigned)} kiriman disebut diterima provinsi tanpa tanda terima yang sah.",
            hint="Jalankan Sinkron sekali lagi; bila tetap, hubungi admin kabupaten.",
            code="DOKTER-05",
        )
    return f"{len(delivered)} kiriman bertanda terima sah."


def _clock_and_log(store: Store, clock: Clock) -> str:
    with store.read() as reader:
        doubt = watch_clock(reader, clock).doubt()
    if doubt:
        raise NagariError(
            doubt,
            hint="Betulkan tanggal dan jam komputer sebelum menerbitkan surat.",
            code="DOKTER-02",
        )
    return "Jam komputer tidak lebih awal dari catatan terakhir."


def _signers(store: Store, today: date) -> str:
    with store.read() as reader:
        officers = reader.office.officers()
    if not any(is_in_office(officer, today) for officer in officers):
        raise NagariError(
            "Belum ada pejabat yang dapat menanda tangani hari ini.",
            hint="Tambahkan di Pengaturan, atau dengan officers add.",
            code="DOKTER-01",
        )
    return "Penanda tangan ada."


def _sync(store: Store) -> str:
    with store.read() as reader:
        waiting, sent, stored, applied = reader.sync.counts()
        state = read_record(reader.sync).state
    left = grouped(waiting + sent + stored)
    if state == NONE:
        return f"Belum terdaftar di provinsi; {left} perubahan aman di komputer ini."
    if state == PENDING:
        return f"Menunggu persetujuan provinsi; {left} perubahan belum dikirim."
    return f"{grouped(applied)} perubahan diterima provinsi, {left} belum."
