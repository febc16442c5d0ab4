"""The live preview beside a form: bar with paper size, page switch and zoom, and the desk."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from nagari_kit.domain.letters import FieldBox
from nagari_kit.errors import NagariError
from nagari_kit.ui.jobs.runner import Runner
from nagari_kit.ui.preview.page_desk import ZOOM_STEP, PageDesk
from nagari_kit.ui.preview.paper_names import paper_words
from nagari_kit.ui.preview.pdf_raster import PageImage, page_shapes, render_page
from nagari_kit.ui.preview.preview_bar import PreviewBar

RASTER_AFTER_MS = 90


@dataclass(frozen=True, slots=True)
class _Raster:
    """One finished rendering; `serial` tells whether it is still wanted."""

    serial: int
    pages: int
    page: int
    image: PageImage


class PreviewPane(QWidget):
    """Shows PDF bytes; rendering runs in the runner's read lane, one page at a time.

    `title` stands in the bar ("Pratinjau langsung", or the number of a stored letter).
    """

    def __init__(self, runner: Runner, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._key = f"preview:{id(self):x}"
        self._pdf: bytes | None = None
        self._boxes: tuple[FieldBox, ...] = ()
        self._field = ""
        self._page = 0
        self._pages = 0
        self._serial = 0
        self._whole = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(RASTER_AFTER_MS)
        self._timer.timeout.connect(self._render)
        self.bar = PreviewBar(title)
        self.desk = PageDesk()
        self.desk.setAccessibleName(self.tr("Pratinjau surat"))
        self._trouble = QLabel()
        self._trouble.setWordWrap(True)
        self._trouble.setMargin(20)
        self._trouble.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._trouble.hide()
        self._build()
        self._connect()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._trouble)
        layout.addWidget(self.desk, 1)

    def _connect(self) -> None:
        self.desk.raster_needed.connect(self._on_size)
        self.desk.page_turn_wanted.connect(self.turn_page)
        self.bar.page_turn_wanted.connect(self.turn_page)
        self.bar.zoom_in.connect(lambda: self.desk.set_zoom(self.desk.zoom * ZOOM_STEP))
        self.bar.zoom_out.connect(lambda: self.desk.set_zoom(self.desk.zoom / ZOOM_STEP))
        self.bar.fit.connect(lambda: self.desk.set_zoom(1.0))

    @property
    def page(self) -> int:
        """The page on the desk, from 0."""
        return self._page

    @property
    def pages(self) -> int:
        """How many pages the document has; 0 before the first rendering."""
        return self._pages

    def show_pdf(
        self,
        pdf: bytes,
        boxes: tuple[FieldBox, ...] = (),
        *,
        from_start: bool = False,
        whole: int = 0,
    ) -> None:
        """Render `pdf`; the former page stays until it is ready. The newest call wins.

        The number of the page stays too, unless another document is shown `from_start`. When `pdf`
        has only the first pages and the last of a longer document, `whole` says how many it has.
        """
        if from_start:
            self._page = 0
        self._pdf = pdf
        self._boxes = boxes
        self._whole = whole
        self._render()

    def clear(self) -> None:
        """Show an empty desk, and drop what is still being rendered."""
        self._serial += 1
        self._timer.stop()
        self._pdf = None
        self._page = self._pages = 0
        self._field = ""
        self.desk.clear()
        self.bar.show_paper("")
        self.bar.show_pages(0, 0)
        self._trouble.hide()

    def highlight(self, field_id: str) -> None:
        """Mark where the value of `field_id` stands, and turn to its page; "" marks nothing."""
        self._field = field_id
        places = [box.page for box in self._boxes if box.field_id == field_id]
        if places and self._page not in places:
            self._page = places[0]
            self._render()
        else:
            self._mark()

    def mark_boxes(self, boxes: tuple[FieldBox, ...], field_id: str) -> None:
        """Other places of the same document, and those of `field_id` marked."""
        self._boxes = boxes
        self.highlight(field_id)

    def show_trouble(self, error: NagariError) -> None:
        """Say why there is no picture; the last good page stays under it."""
        self._trouble.setText(f"<b>{error.user_message}</b><br>{error.hint or ''}")
        self._trouble.show()

    def is_in_trouble(self) -> bool:
        """Whether the last wish could not be drawn."""
        return not self._trouble.isHidden()

    def turn_page(self, step: int) -> None:
        """Go to the next (+1) or former (-1) page, if there is one."""
        wanted = self._page + step
        if 0 <= wanted < self._pages:
            self._page = wanted
            self.desk.set_marks(())
            self._render()

    def _on_size(self, _pixel_width: int) -> None:
        if self._pdf is not None:
            self._timer.start()

    def _render(self) -> None:
        pdf = self._pdf
        if pdf is None:
            return
        self._serial += 1
        serial, wanted, width = self._serial, self._page, self.desk.pixel_width

        def work(_progress: object, _token: object) -> _Raster:
            pages = len(page_shapes(pdf))
            page = min(wanted, pages - 1)
            return _Raster(serial, pages, page, render_page(pdf, page, width))

        def failed(error: NagariError) -> None:
            if isValid(self) and serial == self._serial:
                self.show_trouble(error)

        self._runner.start(work, key=self._key, on_success=self._show, on_error=failed, lane="read")

    def _show(self, raster: _Raster) -> None:
        # A letter may be closed while its page is still being rendered.
        if not isValid(self) or raster.serial != self._serial:
            return
        self._trouble.hide()
        self._page, self._pages = raster.page, raster.pages
        self.desk.show_page(raster.image)
        self.bar.show_paper(paper_words(raster.image.shape))
        self.bar.show_pages(raster.page, raster.pages, self._whole)
        self._mark()

    def _mark(self) -> None:
        self.desk.set_marks(
            tuple(
                box for box in self._boxes if box.field_id == self._field and box.page == self._page
            )
        )
