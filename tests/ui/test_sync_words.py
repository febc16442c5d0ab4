"""What the exchange's page says when something did not go through."""

from __future__ import annotations

from datetime import date

from nagari_kit.domain.synchronisation import SyncStatus
from nagari_kit.errors import OfflineError, ServerRefusedError, SyncError
from nagari_kit.ui.screens.sync.sync_words import head_line, notice_of, standing_notice
from nagari_kit.ui.sync_watch import pill_words

TODAY = date(2026, 11, 24)


def status(**facts) -> SyncStatus:
    known = {
        "enrolment": "approved", "waiting": 0, "sent": 0, "stored": 0, "applied": 9,
        "hub_url": "https://hub.example", "hub_epoch": "", "last_sync": None, "last_try": None,
        "online": True, "last_error": "",
    }  # fmt: skip
    return SyncStatus(**{**known, **facts})


def test_being_offline_is_no_alarm() -> None:
    assert notice_of(OfflineError("Tidak tersambung.")).kind == "neutral"
    offline = standing_notice(status(online=False))
    assert offline is not None
    assert offline.kind == "neutral"
    assert "tetap aman" in offline.sentence


def test_a_refusal_is_told_with_its_code_and_what_to_do() -> None:
    refused = notice_of(ServerRefusedError("Ditolak.", hint="Telepon operator."))
    assert refused.kind == "err"
    assert refused.sentence == "Telepon operator. (SINKRON-03)"
    assert notice_of(SyncError("Terputus.")).kind == "warn"


def test_all_is_well_says_nothing() -> None:
    assert standing_notice(status()) is None


def test_what_is_stored_but_not_applied_counts_as_not_received() -> None:
    assert head_line(status(stored=3), TODAY).startswith("3 perubahan belum diterima")


def test_a_revoked_pc_is_told_whom_to_call() -> None:
    revoked = standing_notice(status(enrolment="revoked"))
    assert revoked is not None
    assert "tiket baru" in revoked.sentence


def test_a_pc_without_its_keys_is_told_to_enrol_again_everywhere() -> None:
    lost = status(enrolment="keyless", online=False)
    assert "didaftarkan lagi" in head_line(lost, TODAY)
    assert pill_words(lost, TODAY).text == "Perlu didaftarkan lagi"
    notice = standing_notice(lost)
    assert notice is not None
    assert "tiket baru" in notice.sentence
