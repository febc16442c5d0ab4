"""How the page says what became of a change and of a run; offline is normal, never an alarm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nagari_kit.domain.synchronisation import SyncRun, SyncStatus
from nagari_kit.errors import NagariError, OfflineError, ServerRefusedError
from nagari_kit.ui.letter_words import ChipWords, near_moment, thousands

_STATES = {
    "local": ChipWords("Di komputer ini", "neutral", "device-desktop"),
    "sent": ChipWords("Terkirim", "info", "send"),
    "stored": ChipWords("Disimpan provinsi", "info", "cloud-up"),
    "applied": ChipWords("Diterima provinsi", "ok", "cloud-check"),
}
_OUTCOMES = {
    "ok": ChipWords("Berhasil", "ok", "cloud-check"),
    "held": ChipWords("Menunggu", "gold", "clock"),
    "offline": ChipWords("Tidak tersambung", "neutral", "cloud-off"),
    "failed": ChipWords("Ditolak atau gagal", "warn", "alert-triangle"),
}
_KINDS = {
    "resident.registered": "Warga baru",
    "resident.list_registered": "Daftar warga baru",
    "resident.changed": "Warga diubah",
    "export.made": "Ekspor data",
    "household.saved": "Kartu keluarga",
    "household.list_saved": "Daftar kartu keluarga",
    "lineage.saved": "Ranji",
    "correspondence.received": "Surat masuk",
    "population.recorded": "Peristiwa penduduk",
    "jorong.saved": "Jorong",
    "office.configured": "Profil kantor",
    "officer.saved": "Pejabat",
    "numbering.saved": "Aturan nomor surat",
    "letter.issued": "Surat terbit",
    "letter.voided": "Surat dibatalkan",
    "letter.stepped": "Langkah surat",
    "office.look_saved": "Tampilan surat",
    "office.neighbours": "Nama camat dan KAN",
    "letter.numbered": "Nomor surat dicatat",
    "number.reserved": "Nomor dipesan",
    "number.released": "Pesanan nomor dilepas",
    "definition.saved": "Jenis surat",
    "definition.withdrawn": "Jenis surat ditarik",
    "number.explained": "Nomor tanpa surat dijelaskan",
}


@dataclass(frozen=True, slots=True)
class Notice:
    """A banner: kind, bold sentence, plain sentence."""

    kind: str
    title: str
    sentence: str


def kind_words(kind: str) -> str:
    """What an event's type is called on the page."""
    return _KINDS.get(kind, "Perubahan")


def state_chip(state: str) -> ChipWords:
    """How far one change came."""
    return _STATES.get(state, _STATES["local"])


def outcome_words(run: SyncRun) -> ChipWords:
    """How one run ended."""
    return _OUTCOMES.get(run.outcome, _OUTCOMES["failed"])


def head_line(status: SyncStatus, today: date) -> str:
    """One sentence under the title."""
    if status.enrolment == "none":
        return "Kantor ini belum tersambung ke provinsi. Pelayanan berjalan seperti biasa."
    if status.enrolment == "pending":
        return "Menunggu persetujuan provinsi. Pelayanan berjalan seperti biasa."
    if status.enrolment == "revoked":
        return "Komputer ini tidak lagi diterima provinsi. Tidak ada data yang hilang."
    if status.enrolment == "keyless":
        return "Komputer ini perlu didaftarkan lagi. Pelayanan berjalan seperti biasa."
    if status.online is False:
        return "Tanpa sambungan. Pelayanan jalan terus, tidak ada yang hilang."
    waiting = status.waiting + status.sent + status.stored
    if waiting:
        return f"{thousands(waiting)} perubahan belum diterima provinsi."
    if status.last_sync is None:
        return "Belum pernah dikirim."
    return f"Semua sudah diterima provinsi, {near_moment(status.last_sync, today)}."


def flow_notes(status: SyncStatus, today: date) -> tuple[str, str, str, str]:
    """A line under each of the four figures."""
    last = near_moment(status.last_sync, today) if status.last_sync else ""
    return (
        "menunggu dikirim" if status.waiting else "semua sudah dikirim",
        "menunggu jawaban" if status.sent else "tidak ada di jalan",
        "menunggu dibukukan" if status.stored else "tidak ada yang tertahan",
        f"terakhir {last}" if status.applied and last else "belum ada tanda terima",
    )


def notice_of(error: NagariError) -> Notice:
    """What to say when a run or an enrolment did not succeed."""
    words = " ".join(part for part in (error.hint, f"({error.code})") if part)
    if isinstance(error, OfflineError):
        kind = "neutral"
    elif isinstance(error, ServerRefusedError):
        kind = "err"
    else:
        kind = "warn"
    return Notice(kind, error.user_message, words)


def standing_notice(status: SyncStatus) -> Notice | None:
    """What the last run left to be said; None when all is well."""
    if status.enrolment == "revoked":
        return Notice(
            "err",
            "Provinsi mencabut izin komputer ini.",
            "Hubungi operator provinsi, minta tiket baru, lalu daftarkan lagi di bawah.",
        )
    if status.enrolment == "keyless":
        return Notice(
            "warn",
            "Kunci komputer ini tidak ada lagi; data kantor tetap utuh.",
            "Minta tiket baru dari operator provinsi, lalu daftarkan lagi di bawah.",
        )
    if status.online is False:
        return Notice(
            "neutral",
            status.last_error or "Tidak tersambung ke provinsi.",
            "Perubahan tetap aman di komputer ini dan dikirim saat tersambung lagi.",
        )
    if status.last_error:
        return Notice("warn", status.last_error, "Tidak ada data yang hilang.")
    return None
