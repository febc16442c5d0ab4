"""`figures --month`: the population and its LAMPID balance in numbers, without names."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from nagari_kit.cli.commands.grammar import Subcommands, add_command
from nagari_kit.cli.commands.jorong_choice import named_jorong
from nagari_kit.cli.office_session import open_office
from nagari_kit.cli.reply import Reply
from nagari_kit.domain.population import Balance, DayRule
from nagari_kit.domain.registers import RegisterPeriod
from nagari_kit.errors import InputError
from nagari_kit.infra.command_line import IndonesianParser

if TYPE_CHECKING:
    from nagari_kit.domain.figures import PopulationOverview

_RULES = {"peristiwa": DayRule.EVENT, "lapor": DayRule.REPORT}
_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_YEAR = re.compile(r"\d{4}")
_LAST_MONTH = 12


def add_to(commands: Subcommands, shared: IndonesianParser) -> None:
    """Join the grammar."""
    counting = add_command(commands, "figures", "angka penduduk dan LAMPID", _count, shared)
    counting.add_argument(
        "--month", required=True, type=_period, metavar="BULAN", help="seperti 2026-11, atau 2026"
    )
    counting.add_argument("--jorong", metavar="NAMA", help="hanya jorong ini")
    counting.add_argument(
        "--by",
        choices=sorted(_RULES),
        default="peristiwa",
        help="menurut tanggal peristiwa (biasa) atau tanggal lapor",
    )


def _count(args: Namespace) -> Reply:
    with open_office(args) as office:
        if args.month.start > office.clock.today():
            sentence = "Bulan itu belum dimulai. Tidak ada yang dihitung."
            raise InputError(sentence, {"month": sentence}, code="ANGKA-04")
        jorong = (
            named_jorong(office, args.jorong, "Tidak ada yang dihitung.", "ANGKA-03")
            if args.jorong
            else None
        )
        seen = office.figures.overview(args.month, _RULES[args.by], jorong)
    figures, total = seen.figures, seen.lampid.total
    flows = {flow.value: count.total for flow, count in total.flows.items()}
    balance = "seimbang" if seen.lampid.balanced else "tidak seimbang"
    people = (
        f"{args.month.words}: {figures.people} jiwa, {figures.households} keluarga "
        f"({figures.men} laki-laki, {figures.women} perempuan)"
    )
    change = (
        f"Awal {total.start.total}, lahir {flows['birth']}, mati {flows['death']}, "
        f"datang {flows['arrival']}, pindah {flows['departure']}, akhir {total.end.total}: "
        f"{balance}"
    )
    return Reply(_content(seen), [people, change])


def _content(seen: PopulationOverview) -> dict[str, object]:
    figures = seen.figures
    return {
        "day": figures.day.isoformat(),
        "people": figures.people,
        "households": figures.households,
        "men": figures.men,
        "women": figures.women,
        "ktp_due": figures.ktp_due,
        "ktp_recorded": figures.ktp_recorded,
        "ages": [
            {"from": one.first, "to": one.last, "men": one.men, "women": one.women}
            for one in figures.bands
        ],
        "balanced": seen.lampid.balanced,
        "lampid": [_line(one) for one in seen.lampid.rows],
        "total": _line(seen.lampid.total),
    }


def _line(one: Balance) -> dict[str, object]:
    return {
        "jorong": one.jorong,
        "start": one.start.total,
        **{flow.value: count.total for flow, count in one.flows.items()},
        "end": one.end.total,
    }


def _period(text: str) -> RegisterPeriod:
    typed = text.strip()
    month = _MONTH.fullmatch(typed)
    if month and 1 <= int(month[2]) <= _LAST_MONTH:
        return RegisterPeriod.month(int(month[1]), int(month[2]))
    if _YEAR.fullmatch(typed):
        return RegisterPeriod.year(int(typed))
    raise ArgumentTypeError(f"“{text}” bukan bulan; tulis seperti 2026-11, atau 2026")
