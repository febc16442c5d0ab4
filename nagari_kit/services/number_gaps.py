"""Reports which numbers of every counter are missing and why, and takes the reasons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from nagari_kit.domain import number_events
from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.dates import MONTHS
from nagari_kit.domain.number_gaps import GapKind, GapReport, SeriesReport, gaps_in
from nagari_kit.domain.number_reservations import Skip
from nagari_kit.domain.numbering import Series
from nagari_kit.domain.office import INCOMING
from nagari_kit.errors import ConflictError, InputError
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.registers.signing import signatories

if TYPE_CHECKING:
    from nagari_kit.db.queries.number_places import SeriesContent
    from nagari_kit.documents.definitions import LetterDefinition

SHORTEST_REASON = 5


class NumberGapService:
    """Missing numbers. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def report(self, year: int | None = None) -> GapReport:
        """Every counter of a year (None: this one) and those that never reset.

        Those in which something is to be said come first.
        """
        wanted = year or self._context.clock.today().year
        with self._context.store.read() as reader:
            years = reader.number_places.years()
            content = reader.number_places.of_year(wanted)
        titles = self._context.definitions
        found = [_series(series, one, titles) for series, one in content.items()]
        found.sort(key=lambda one: (not one.unsettled(), -one.issued - one.waiting, one.title))
        return GapReport(wanted, years or (wanted,), tuple(found))

    def pdf(self, year: int | None = None) -> bytes:
        """The report as a sheet on the office's paper, with places to sign."""
        from nagari_kit.documents.registers.form import Register
        from nagari_kit.documents.registers.gap_list import GAPS, gap_remarks, gap_rows
        from nagari_kit.documents.registers.printing import render_register
        from nagari_kit.documents.wording import office_name

        report, today = self.report(year), self._context.clock.today()
        with self._context.store.read() as reader:
            office = reader.office.profile()
            left, right = signatories(reader, office, today)
        period = f"Tahun {report.year}"
        register = Register(
            form=GAPS,
            place=f"{office_name(office)}, {office.kabupaten}",
            period=period,
            foot=f"{GAPS.title} {office_name(office)}, {period.lower()}",
            rows=gap_rows(report),
            left=left,
            right=right,
            remarks=gap_remarks(report),
            nothing="Tidak ada sela: semua nomor ada suratnya.",
        )
        return render_register(register, office.paper, today).pdf

    def explain(self, series: Series, first: int, last: int, reason: str) -> Changes:
        """Say why the numbers `first` to `last` are on no letter; it stays for good.

        Raises InputError (`reason`), ConflictError (NOMOR-03) when one of them is no unexplained
        gap any more.
        """
        said = " ".join(reason.split())
        if sum(1 for sign in said if sign.isalpha()) < SHORTEST_REASON:
            raise InputError(
                "Alasan belum dicatat.",
                {"reason": "Tulis ke mana nomor itu, paling sedikit lima huruf."},
            )
        with self._context.store.write(self._context.actor) as uow:
            content = uow.queries.number_places.of_year(series.year).get(series)
            open_ones = _unexplained(content) if content is not None else set()
            if not 1 <= first <= last or not open_ones.issuperset(range(first, last + 1)):
                raise ConflictError(
                    "Nomor itu sudah dijelaskan atau sudah ada suratnya. Tidak ada yang berubah.",
                    hint="Muat ulang laporan sela.",
                    code="NOMOR-03",
                )
            uow.numbering.note_skips(series, [Skip("note", first, last, said)])
            uow.record(number_events.gap_explained(series, first, last, said))
            uow.commit()
        return Changes.of(Kind.NUMBERING)


def series_title(series: Series, definitions: Mapping[str, LetterDefinition]) -> str:
    """What a counter is called: the letter type, the code, the group, or the office."""
    name, _, month = series.name.partition("#")
    scope, _, own = name.partition(":")
    if own == INCOMING:
        title = "Agenda surat masuk"
    elif scope == "type":
        title = definitions[own].short_title if own in definitions else own
    else:
        words = {"code": f"Kode {own}", "group": own[:1].upper() + own[1:]}
        title = words.get(scope, "Semua surat kantor")
    return f"{title}, {MONTHS[int(month) - 1]}" if month else title


def _series(
    series: Series, content: SeriesContent, definitions: Mapping[str, LetterDefinition]
) -> SeriesReport:
    places = content.places
    return SeriesReport(
        series=series,
        title=series_title(series, definitions),
        last=max(
            (*(one.sequence for one in places), *(one.sequence for one in content.reservations)),
            default=0,
        ),
        issued=sum(1 for one in places if not one.voided),
        voided=sum(1 for one in places if one.voided),
        waiting=content.waiting,
        gaps=gaps_in(places, content.reservations, content.notes),
    )


def _unexplained(content: SeriesContent) -> set[int]:
    gaps = gaps_in(content.places, content.reservations, content.notes)
    return {
        number
        for gap in gaps
        if gap.kind is GapKind.UNEXPLAINED
        for number in range(gap.first, gap.last + 1)
    }
