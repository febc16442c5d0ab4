"""The first tab: figures, the pyramid, LAMPID and the year in a line."""

from __future__ import annotations

from calendar import monthrange

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.amounts import grouped
from nagari_kit.domain.dates import long_date
from nagari_kit.domain.figures import (
    AgeBand,
    FlowBehind,
    MonthlyFlows,
    PeopleBehind,
    PopulationFigures,
    PopulationOverview,
    Recording,
    Trait,
)
from nagari_kit.domain.population import DayRule, Flow
from nagari_kit.domain.residents import Sex
from nagari_kit.ui.screens.figures.figure_tile import FigureTile
from nagari_kit.ui.screens.figures.figure_words import (
    decimal,
    lampid_words,
    month_words,
    percent,
    short_month,
    signed,
)
from nagari_kit.ui.screens.figures.grid_making import CountedWhere, lampid_grid
from nagari_kit.ui.screens.figures.grids import NamesWish
from nagari_kit.ui.screens.figures.number_card import BalanceChip, NumberCard
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets import Card
from nagari_kit.ui.widgets.charts_lines import LineChart, LineSeries
from nagari_kit.ui.widgets.charts_pyramid import TOTAL, PyramidBand, PyramidChart

_SEXES = ((Sex.MALE, "Laki-laki"), (Sex.FEMALE, "Perempuan"))
_NO_DATE, _NO_SEX = "tanggal", "kelamin"
_FLOWS = (Flow.BIRTH, Flow.DEATH)


class SummaryPage(QWidget):
    """`opened` carries a NamesWish."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: PopulationOverview | None = None
        self._where = CountedWhere(None, "", "")
        self.people = FigureTile(self.tr("Jumlah jiwa"))
        self.households = FigureTile(self.tr("Keluarga"))
        self.sexes = FigureTile(self.tr("Rasio jenis kelamin"))
        self.dependency = FigureTile(self.tr("Rasio ketergantungan"))
        self.cards = FigureTile(self.tr("KTP-el terekam"))
        self.pyramid = PyramidChart()
        self.unseen = QLabel()
        self.unseen.setObjectName("secondary")
        self.unseen.setWordWrap(True)
        self.unseen.setTextFormat(Qt.TextFormat.RichText)
        links = Qt.TextInteractionFlag
        self.unseen.setTextInteractionFlags(
            links.LinksAccessibleByMouse | links.LinksAccessibleByKeyboard
        )
        self.lampid = NumberCard(self.tr("LAMPID"))
        self.balance = BalanceChip()
        self.lines = LineChart(self.tr("Kelahiran dan kematian dua belas bulan"))
        self._build()
        self._connect()

    def show_overview(self, seen: PopulationOverview, where: CountedWhere) -> None:
        """Other numbers."""
        self._shown, self._where = seen, where
        self._show_tiles(seen)
        figures = seen.figures
        bands = [PyramidBand(_band_words(one), one.men, one.women) for one in figures.bands]
        self.pyramid.show_bands(bands, figures.men, figures.women)
        self._show_unseen(figures)
        self.lampid.set_title(lampid_words(seen.period))
        self.lampid.table.show_grid(lampid_grid(seen.lampid, DayRule.EVENT, where))
        self.balance.show_report(seen.lampid)
        self._show_lines(seen.months)
        self.arrange(self.width())

    def set_compact(self, *, compact: bool) -> None:
        """The window is small: one card under the other."""
        self._is_compact = compact
        self.arrange(self.width())

    def arrange(self, width: int) -> None:
        """Pyramid and table side by side where both have room."""
        needed = self.pyramid.minimumSizeHint().width() + self.lampid.needed_width() + 12 + 40
        stacked = self._is_compact or needed > width
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self.lampid.setMinimumWidth(0 if stacked else self.lampid.needed_width())

    def _show_tiles(self, seen: PopulationOverview) -> None:
        figures = seen.figures
        about = f"keadaan {long_date(figures.day)}, {self._where.words}"
        here = self._where.jorong_id
        span = self.tr("tahun ini") if seen.period.span == "tahun" else self.tr("bulan ini")
        change = f"{signed(figures.change)} {span}" if figures.change else f"tetap {span}"
        kind = "ok" if figures.change > 0 else ""
        self.people.show_figure(
            grouped(figures.people),
            change,
            kind,
            NamesWish(self.tr("Semua penduduk"), about, PeopleBehind(figures.day, here)),
        )
        each = decimal(figures.people / figures.households if figures.households else None)
        self.households.show_figure(
            grouped(figures.households),
            self.tr("{0} jiwa tiap keluarga").format(each),
            wish=NamesWish(
                self.tr("Kepala keluarga"),
                about,
                PeopleBehind(figures.day, here, one_of_household=True),
            ),
        )
        self.sexes.show_figure(decimal(figures.sex_ratio), self.tr("laki-laki per 100 perempuan"))
        self.dependency.show_figure(decimal(figures.dependency), self.tr("per 100 usia 15–64"))
        self._show_cards(figures, about)

    def _show_cards(self, figures: PopulationFigures, about: str) -> None:
        missing = figures.ktp_due - figures.ktp_recorded
        note = self.tr("{0} wajib KTP belum").format(grouped(missing))
        behind = PeopleBehind(
            figures.day,
            self._where.jorong_id,
            trait=Trait.RECORDING,
            value=Recording.DUE.value,
        )
        wish = NamesWish(self.tr("Wajib KTP, belum rekam"), about, behind) if missing else None
        self.cards.show_figure(
            percent(figures.ktp_recorded, figures.ktp_due),
            note if missing else self.tr("semua wajib KTP sudah"),
            "warn" if missing else "ok",
            wish,
        )

    def _show_unseen(self, figures: PopulationFigures) -> None:
        found = _unseen(figures)
        ink = current_theme().pri_ink
        words = ", ".join(
            f'<a style="color:{ink}" href="{name}">{one}</a>' for name, one in found.items()
        )
        said = self.tr("Tidak tampak di piramida: {0}.")
        self.unseen.setText(said.format(words))
        self.unseen.setAccessibleName(said.format(", ".join(found.values())))
        self.unseen.setVisible(bool(found))

    def _open_unseen(self, link: str) -> None:
        if self._shown is None:
            return
        figures = self._shown.figures
        behind = PeopleBehind(
            figures.day,
            self._where.jorong_id,
            no_birth_date=link == _NO_DATE,
            no_sex=link == _NO_SEX,
        )
        titles = {
            _NO_DATE: self.tr("Tanpa tanggal lahir"),
            _NO_SEX: self.tr("Tanpa jenis kelamin"),
        }
        about = f"keadaan {long_date(figures.day)}, {self._where.words}"
        self.opened.emit(NamesWish(titles[link], about, behind))

    def _show_lines(self, months: tuple[MonthlyFlows, ...]) -> None:
        births = tuple(one.births for one in months)
        deaths = tuple(one.deaths for one in months)
        self.lines.show_series(
            [short_month(one.month) for one in months],
            [month_words(one.month) for one in months],
            (
                LineSeries(self.tr("Lahir"), "chart1", "pri_ink", births),
                LineSeries(self.tr("Mati"), "chart3", "ink2", deaths, is_dashed=True),
            ),
        )

    def _open_band(self, place: int, side: int) -> None:
        if self._shown is None:
            return
        figures = self._shown.figures
        sex, words = _SEXES[side]
        about = f"keadaan {long_date(figures.day)}, {self._where.words}"
        behind = PeopleBehind(figures.day, self._where.jorong_id, sex)
        title = words
        if place != TOTAL:
            band = figures.bands[place]
            behind = PeopleBehind(
                figures.day, self._where.jorong_id, sex, age_from=band.first, age_to=band.last
            )
            title = f"{words}, {_band_words(band)} tahun"
        self.opened.emit(NamesWish(title, about, behind))

    def _open_month(self, series: int, place: int) -> None:
        if self._shown is None:
            return
        month = self._shown.months[place].month
        end = month.replace(day=monthrange(month.year, month.month)[1])
        behind = FlowBehind(
            month,
            min(end, self._shown.figures.day),
            _FLOWS[series],
            jorong_id=self._where.jorong_id,
        )
        title = (self.tr("Lahir"), self.tr("Mati"))[series]
        self.opened.emit(NamesWish(title, f"{month_words(month)}, {self._where.words}", behind))

    def _connect(self) -> None:
        for tile in (self.people, self.households, self.cards):
            tile.opened.connect(self.opened)
        self.lampid.table.opened.connect(self.opened)
        self.pyramid.opened.connect(self._open_band)
        self.lines.opened.connect(self._open_month)
        self.unseen.linkActivated.connect(self._open_unseen)

    def _build(self) -> None:
        self._is_compact = False
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for tile in (self.people, self.households, self.sexes, self.dependency, self.cards):
            tiles.addWidget(tile, 1)
        ages = Card(self.tr("Piramida umur"))
        hint = QLabel(self.tr("pilih batang untuk melihat namanya"))
        hint.setObjectName("hint")
        ages.head.addWidget(hint)
        ages.body.addWidget(self.pyramid, 1)
        ages.body.addWidget(self.unseen)
        year = Card(self.tr("Dua belas bulan"))
        about = QLabel(self.tr("kelahiran dan kematian"))
        about.setObjectName("hint")
        year.head.addWidget(about)
        year.body.addWidget(self.lines, 1)
        self.lampid.head.addWidget(self.balance)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.lampid)
        right.addWidget(year, 1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(12)
        self._halves.addWidget(ages, 1)
        self._halves.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(tiles)
        layout.addLayout(self._halves, 1)


def _band_words(band: AgeBand) -> str:
    return f"{band.first}–{band.last}" if band.last is not None else f"{band.first}+"


def _unseen(figures: PopulationFigures) -> dict[str, str]:
    """What the pyramid cannot show, by the name of its link."""
    found = {}
    if figures.without_birth_date:
        found[_NO_DATE] = f"{grouped(figures.without_birth_date)} jiwa tanpa tanggal lahir"
    if figures.without_sex:
        found[_NO_SEX] = f"{grouped(figures.without_sex)} jiwa tanpa jenis kelamin"
    return found
