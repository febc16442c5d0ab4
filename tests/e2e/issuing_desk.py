"""A desk that issues letters until its power is cut; run as a program by test_power_cut.

    python issuing_desk.py DATA_DIR OUT_DIR

Every line on standard input is a seed: it starts one desk, as a child process. The program answers
with the child's process id, and once more when that child is gone. A child that stops by itself is
a failure: its traceback goes to standard error and the answer is its exit status.
"""

from __future__ import annotations

import os
import random
import sys
import traceback
from pathlib import Path

from nagari_kit.domain.letters import LetterFilter, LetterInput
from nagari_kit.domain.residents import ResidentFilter
from nagari_kit.infra.clock import SystemClock
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.workspace import Workspace, open_workspace

PASSPHRASE = "listrik sering padam"
VALUES = {
    "sku": {
        "nama_usaha": "Warung Sari",
        "jenis_usaha": "Perdagangan eceran",
        "tempat_usaha": "Jorong Koto Tangah",
        "berdiri_sejak": "2019",
        "keperluan": "pengajuan kredit usaha rakyat",
    },
    "sktm": {"keperluan": "keringanan biaya sekolah"},
    "domisili": {
        "sejak": "2020-03-01",
        "jorong": "Koto Tangah",
        "alamat": "Jalan Balai Adat Nomor 3",
        "keperluan": "pembukaan rekening bank",
    },
}


def work_until_the_power_goes(data_dir: Path, out: Path, seed: int) -> None:
    """Issue, print and now and then void, as fast as it goes, for ever."""
    chance = random.Random(seed)
    workspace = open_workspace(OfficePaths(data_dir), PASSPHRASE, clock=SystemClock())
    people = workspace.residents.page(ResidentFilter(), 0, 50).rows
    (out / f"open-{seed}").touch()
    while True:
        kind = chance.choice(sorted(VALUES))
        wanted = LetterInput(kind, chance.choice(people).id, VALUES[kind])
        if chance.random() < 0.5:
            draft = workspace.drafts.save(wanted)
            wanted = LetterInput(kind, wanted.resident_id, VALUES[kind], draft_id=draft.id)
        letter = workspace.issuing.issue(wanted)
        paper = out / f"{letter.id}.pdf"
        paper.write_bytes(workspace.register.document(letter.id))
        workspace.register.record_print(letter.id, "Printer kantor", 1)
        if chance.random() < 0.1:
            void_one(workspace, chance)


def void_one(workspace: Workspace, chance: random.Random) -> None:
    """Void one of the newest letters that still stand."""
    rows = workspace.register.page(LetterFilter(), 0, 5).rows
    standing = [row for row in rows if row.status.value == "issued"]
    if standing:
        workspace.register.void(chance.choice(standing).id, "Salah menulis keperluan surat")


def main() -> None:
    """Start a desk for every seed that comes in."""
    data_dir, out = Path(sys.argv[1]), Path(sys.argv[2])
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                work_until_the_power_goes(data_dir, out, int(line))
            except BaseException:  # noqa: BLE001 - a forked child must never run its parent's code
                traceback.print_exc()
                sys.stderr.flush()
            os._exit(3)
        print(child, flush=True)  # noqa: T201 - the answer
        _pid, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201 - the answer


if __name__ == "__main__":
    main()
