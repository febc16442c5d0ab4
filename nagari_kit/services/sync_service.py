"""Enrols this PC at the province and exchanges what changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from nagari_kit.domain.synchronisation import Enrolment, SyncItem, SyncRun, SyncStatus
from nagari_kit.errors import (
    Cancelled,
    CryptoError,
    InputError,
    NagariError,
    NotFoundError,
    OfflineError,
    SyncError,
)
from nagari_kit.infra.files import write_atomically
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.enrolment_record import (
    KEYLESS,
    KEYSET,
    NONE,
    PENDING,
    REVOKED,
    EnrolmentRecord,
    moment,
    read_record,
    write_record,
)
from nagari_kit.services.progress import CancelToken, Progress

if TYPE_CHECKING:
    from nagari_kit.db.unit_of_work import UnitOfWork
    from nagari_kit.services.sync_session import SyncSession
    from nagari_kit.sync.device_keys import SecretKeys
    from nagari_kit.sync.keyset import Keyset
    from nagari_kit.sync.transport import HubTransport

CA_FILE = "hub-ca.pem"
_HELD = "Belum disetujui provinsi; belum ada yang dikirim."
_HELD_OUTCOME = "held"


class SyncService:
    """The exchange with the hub. Thread-safe; two runs at once send the same bytes twice only."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def status(self) -> SyncStatus:
        """How far every event came, and how the last run went."""
        with self._context.store.read() as reader:
            counts = reader.sync.counts()
            record = read_record(reader.sync)
        state = record.state
        if state != NONE and not self._context.device.holds(record.device):
            state = KEYLESS
        return SyncStatus(
            state,
            *counts,
            hub_url=record.hub_url,
            hub_epoch=record.hub_epoch,
            last_sync=moment(record.last_sync),
            last_try=moment(record.last_try),
            online=record.online,
            last_error=record.last_error,
            device=record.device,
            fingerprint=record.fingerprint,
        )

    def changes(self, limit: int) -> tuple[SyncItem, ...]:
        """The last changes, newest first, each with how far it came."""
        with self._context.store.read() as reader:
            return reader.sync.recent_changes(limit)

    def history(self, limit: int) -> tuple[SyncRun, ...]:
        """The last runs, newest first."""
        with self._context.store.read() as reader:
            return reader.sync.runs(limit)

    def enrol(self, hub_url: str, ca_file: Path, ticket: str) -> Enrolment:
        """Make this PC known at the hub; the state is what the hub signs.

        A PC whose keys are lost gets new ones and begins a new life of the log; a hub that is
        another than before gets everything from the first event on, sealed for it.

        Raises InputError (`hub_url`, `ca_file`, `ticket`), OfflineError, SyncError; then the
        standing is as before.
        """
        from nagari_kit.sync.client import HubClient, fetch_keyset
        from nagari_kit.sync.transport import HubTransport, checked_url

        address = checked_url(hub_url)
        ca_pem = _read_ca(ca_file)
        proposed = self._ca_path.with_suffix(".baru")
        write_atomically(proposed, ca_pem)
        transport = HubTransport(address, proposed)
        keyset = fetch_keyset(transport, ca_pem, 0)
        self._refuse_older(keyset)
        keys = self._own_keys()
        with self._context.store.read() as reader:
            office = reader.office.profile().code or reader.office.office_id().hex
        HubClient(transport, keys, office, keyset).enrol(ticket)
        record = EnrolmentRecord(
            state=PENDING,
            hub_url=address,
            office=office,
            device=keys.public.device_id.hex(),
            fingerprint=keys.public.fingerprint,
        )
        with self._context.store.write(self._context.actor) as uow:
            self._begin_at(uow, keyset, keys)
            write_record(uow.sync, record)
            uow.sync.set_setting(KEYSET, keyset.to_bytes())
            proposed.replace(self._ca_path)
            uow.commit()
        self._session(HubTransport(address, self._ca_path), record).ask_standing()
        record = self._record()
        return Enrolment(record.device, record.fingerprint, record.state)

    def sync_now(
        self, progress: Progress | None = None, token: CancelToken | None = None
    ) -> SyncStatus:
        """Send what waits and take the receipts, until nothing moves any more.

        A PC that the province has not approved yet only asks whether it is: nothing leaves the
        office before the operator has compared its fingerprint.

        Raises SyncError code SINKRON-10 when this PC is not enrolled, OfflineError, SyncError,
        Cancelled. What was sent before stays sent; nothing is sent twice in effect.
        """
        from nagari_kit.sync.transport import HubTransport

        record = self._record()
        if record.state == NONE:
            raise SyncError(
                "Komputer ini belum terdaftar di provinsi. Pelayanan surat tetap berjalan.",
                hint="Daftarkan dulu di halaman Sinkron dengan tiket dari provinsi.",
                code="SINKRON-10",
            )
        transport = HubTransport(record.hub_url, self._ca_path)
        try:
            session = self._session(transport, record)
            if record.state == PENDING:
                session.ask_standing()
            is_held = self._record().state == PENDING
            moved = 0 if is_held else session.run(progress, token)
        except Cancelled:
            self._note("failed", "Dihentikan oleh petugas.", online=None)
            raise
        except NagariError as error:
            offline = isinstance(error, OfflineError)
            self._note("offline" if offline else "failed", error.user_message, online=not offline)
            raise
        if is_held:
            self._note(_HELD_OUTCOME, _HELD, online=True)
        else:
            self._note_success(moved)
        return self.status()

    def _refuse_older(self, keyset: Keyset) -> None:
        """A hub that was enrolled at before may renew its keys and not go back to older ones."""
        from nagari_kit.sync.keyset import read_keyset
        from nagari_kit.sync.strict_json import MalformedError

        with self._context.store.read() as reader:
            stored = reader.sync.setting(KEYSET)
        before = read_keyset(stored) if stored is not None else keyset
        if before.hub == keyset.hub and keyset.version < before.version:
            raise MalformedError("keyset is older than the one enrolled with")

    def _own_keys(self) -> SecretKeys:
        """This PC's keys; new ones when the file is lost or damaged, as after a restored backup."""
        try:
            return self._context.device.load()
        except (NotFoundError, CryptoError):
            return self._context.device.create()

    def _begin_at(self, uow: UnitOfWork, keyset: Keyset, keys: SecretKeys) -> None:
        """What was sealed for another hub is no use to this one; what new keys sign is a new life.

        The receipts of the other hub stay as evidence.
        """
        from nagari_kit.sync.keyset import read_keyset

        before = uow.sync.setting(KEYSET)
        if before is not None and read_keyset(before).hub != keyset.hub:
            uow.sync.forget_containers()
        if uow.events.incarnation().device_id != keys.public.device_id:
            uow.start_incarnation(keys.public.device_id)

    @property
    def _ca_path(self) -> Path:
        return self._context.paths.device_dir / CA_FILE

    def _session(self, transport: HubTransport, record: EnrolmentRecord) -> SyncSession:
        from nagari_kit.services.sync_session import SyncSession

        return SyncSession(self._context, transport, record)

    def _record(self) -> EnrolmentRecord:
        with self._context.store.read() as reader:
            return read_record(reader.sync)

    def _note(self, outcome: str, words: str, *, online: bool | None) -> None:
        now = self._context.clock.now()
        with self._context.store.write(self._context.actor) as uow:
            record = read_record(uow.sync)
            seen = record.online if online is None else online
            trouble = "" if outcome == _HELD_OUTCOME else words
            tried = replace(record, last_try=now.isoformat(), last_error=trouble, online=seen)
            write_record(uow.sync, tried)
            if words != _HELD or words not in {run.detail for run in uow.sync.runs(1)}:
                uow.sync.add_run(SyncRun(now, outcome, words))
            uow.commit()

    def _note_success(self, moved: int) -> None:
        now = self._context.clock.now()
        words = f"{moved} perubahan diterima provinsi." if moved else "Tidak ada yang baru."
        with self._context.store.write(self._context.actor) as uow:
            record = read_record(uow.sync)
            if record.state == REVOKED:
                words = "Komputer ini dicabut oleh provinsi; kiriman ditahan di sana."
            at = now.isoformat()
            write_record(
                uow.sync, replace(record, last_try=at, last_sync=at, online=True, last_error="")
            )
            uow.sync.add_run(SyncRun(now, "ok", words))
            uow.commit()


def _read_ca(path: Path) -> bytes:
    from nagari_kit.sync.keyset import authority_key, read_ca

    try:
        ca_pem = read_ca(path)
        authority_key(ca_pem)
    except NagariError as error:
        sentence = "Berkas sertifikat hub tidak terbaca. Pilih berkas .pem dari provinsi."
        raise InputError(f"{sentence} Tidak ada yang dikirim.", {"ca_file": sentence}) from error
    return ca_pem
