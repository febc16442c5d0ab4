"""The page of the editor: title and buttons, version bar, blocks, the form, the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from nagari_kit.errors import NagariError
from nagari_kit.ui.jobs.runner import Runner
from nagari_kit.ui.preview.preview_pane import PreviewPane
from nagari_kit.ui.screens.letter_editor.block_list import BlockList
from nagari_kit.ui.screens.letter_editor.form_pane import FormPane
from nagari_kit.ui.screens.letter_editor.version_bar import VersionBar
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import (
    BusyLine,
    Button,
    ComboInput,
    ElidedLabel,
    EmptyState,
    IconLabel,
    Tabs,
)

_WAITING, _EDITOR, _TROUBLE = 0, 1, 2
_LIST, _FORM, _LEAST_FORM = 252, 430, 320
_EXTENTS = (
    ("biasa", "Data contoh: biasa"),
    ("paling sedikit", "Data contoh: paling sedikit"),
    ("paling panjang", "Data contoh: paling panjang"),
)


class EditorView(QWidget):
    """Emits wishes; what is typed comes from `pane`."""

    back_requested = Signal()
    publish_requested = Signal()
    restore_requested = Signal()
    export_requested = Signal()
    new_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    extent_chosen = Signal(str)

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._is_compact = False
        self.back = Button(self.tr("Jenis surat"), kind="ghost")
        self._crumb = ElidedLabel()
        self._crumb.setObjectName("secondary")
        self.begin = Button(self.tr("Surat baru dari ini"), kind="ghost", icon="copy")
        self.restore = Button(self.tr("Pulihkan bawaan"), kind="ghost", icon="arrow-back-up")
        self.export = Button(self.tr("Ekspor berkas"), kind="secondary", icon="download")
        self.publish = Button(self.tr("Pakai"), kind="primary", icon="check", key_hint="F9")
        self.bar = VersionBar()
        self.blocks = BlockList()
        self.add = Button("", kind="ghost", icon="plus")
        self.add.setAccessibleName(self.tr("Tambah blok"))
        self.add.setToolTip(self.tr("Tambah blok (Insert)"))
        self.pane = FormPane()
        self.preview = PreviewPane(runner, self.tr("Pratinjau"))
        self.extent = ComboInput()
        self.extent.setAccessibleName(self.tr("Data contoh"))
        self.tabs = Tabs([self.tr("Susunan"), self.tr("Isi"), self.tr("Pratinjau")])
        self._pages = QStackedWidget()
        self._trouble = EmptyState("alert-triangle", "", "")
        self._build()
        self._connect()
        self.set_compact(compact=False)

    def show_waiting(self) -> None:
        """A type is being read."""
        self._pages.setCurrentIndex(_WAITING)

    def show_editor(self, title: str) -> None:
        """The type is there."""
        self._crumb.setText(title)
        self._pages.setCurrentIndex(_EDITOR)

    def show_trouble(self, error: NagariError) -> None:
        """The type could not be read."""
        words = " ".join(part for part in (error.hint, f"({error.code})") if part)
        self._trouble.show_words(
            "alert-triangle", error.user_message, words, self.tr("Kembali ke daftar")
        )
        self._pages.setCurrentIndex(_TROUBLE)

    def show_version(
        self, number: int, *, is_draft: bool, may_restore: bool, is_used: bool
    ) -> None:
        """The buttons of the head."""
        self.publish.setText(self.tr("Pakai versi {0}").format(number))
        self.publish.setEnabled(is_draft)
        self.begin.setEnabled(is_used)
        self.export.setEnabled(is_used)
        self.restore.setVisible(may_restore)

    def set_compact(self, *, compact: bool) -> None:
        """In a small window the three panes stand behind tabs."""
        self._is_compact = compact
        self.tabs.setVisible(compact)
        for button, words in (
            (self.begin, self.tr("Surat baru dari ini")),
            (self.restore, self.tr("Pulihkan bawaan")),
        ):
            button.setText("" if compact else words)
            button.setAccessibleName(words)
            button.setToolTip(words)
        self.begin.setToolTip(self.tr("Surat baru dari ini (Ctrl+N)"))
        self.bar.set_compact(compact=compact)
        left = (_LIST + scaled(_LIST)) // 2
        self._left.setMinimumWidth(0 if compact else left)
        self._left.setMaximumWidth(_WIDEST if compact else left)
        # The three share what there is; in large letters the page gives way last.
        self.pane.setMinimumWidth(0 if compact else _LEAST_FORM)
        self.pane.setMaximumWidth(_WIDEST if compact else scaled(_FORM))
        self._show_parts()

    def event(self, event: QEvent) -> bool:
        """Undo is the page's, not the window's, while the editor has the keys."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (
                event.matches(QKeySequence.StandardKey.Undo)
                or event.matches(QKeySequence.StandardKey.Redo)
                or _is_redo(event)
            )
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F9 uses it, Ctrl+N begins another, Ctrl+Z and Ctrl+Y, Esc goes back, F6 changes panes."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_F9:
            self.publish.click()
        elif event.matches(QKeySequence.StandardKey.Redo) or _is_redo(event):
            self.redo_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        elif control and event.key() == Qt.Key.Key_N:
            self.begin.click()
        elif event.key() == Qt.Key.Key_F6:
            self._next_pane()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in {
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
        }:
            self.blocks.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def show_form_tab(self) -> None:
        """In a small window: the form."""
        if self._is_compact:
            self.tabs.set_current(1)
            self._show_parts()

    def _next_pane(self) -> None:
        panes: Sequence[QWidget] = (self.blocks, self.pane, self.preview)
        focused = self.focusWidget()
        place = next(
            (
                n
                for n, one in enumerate(panes)
                if focused and (one is focused or one.isAncestorOf(focused))
            ),
            -1,
        )
        place = (place + 1) % 3
        if self._is_compact:
            self.tabs.set_current(place)
            self._show_parts()
        if place == 1:
            self.pane.take_focus()
        else:
            (self.blocks if place == 0 else self.preview.desk).setFocus()

    def _show_parts(self) -> None:
        place = self.tabs.current()
        for number, part in enumerate((self._left, self.pane, self._right)):
            part.setVisible(not self._is_compact or number == place)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.begin.clicked.connect(self.new_requested)
        self.restore.clicked.connect(self.restore_requested)
        self.export.clicked.connect(self.export_requested)
        self.publish.clicked.connect(self.publish_requested)
        self._trouble.action_requested.connect(self.back_requested)
        self.add.clicked.connect(self.blocks.add_requested)
        self.tabs.current_changed.connect(lambda _place: self._show_parts())
        self.blocks.opened.connect(self._open_form)
        self.extent.currentIndexChanged.connect(
            lambda _place: self.extent_chosen.emit(self.extent.currentData())
        )

    def _open_form(self) -> None:
        self.show_form_tab()
        self.pane.take_focus()

    def _build(self) -> None:
        for key, words in _EXTENTS:
            self.extent.addItem(words, key)
        crumbs = QHBoxLayout()
        crumbs.setContentsMargins(0, 0, 0, 0)
        crumbs.setSpacing(2)
        self.back.setMinimumHeight(24)
        self.back.setFixedHeight(26)
        crumbs.addWidget(self.back)
        crumbs.addWidget(IconLabel("chevron-right", 14))
        crumbs.addWidget(self._crumb, 1)
        title = QLabel(self.tr("Ubah contoh surat"))
        title.setObjectName("workTitle")
        title.setContentsMargins(10, 0, 0, 0)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addLayout(crumbs)
        lines.addWidget(title)
        head = QHBoxLayout()
        head.setContentsMargins(14, 6, 18, 6)
        head.setSpacing(8)
        head.addLayout(lines, 1)
        for button in (self.begin, self.restore, self.export, self.publish):
            head.addWidget(button)
        body = QVBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.bar)
        self.tabs.setContentsMargins(14, 0, 14, 0)
        body.addWidget(self.tabs)
        body.addLayout(self._panes(), 1)
        editor = QWidget()
        editor.setLayout(body)
        self._pages.addWidget(BusyLine(self.tr("Membuka jenis surat …")))
        self._pages.addWidget(editor)
        self._pages.addWidget(self._trouble)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(_rule(upright=False))
        column.addWidget(self._pages, 1)

    def _panes(self) -> QHBoxLayout:
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(16, 10, 12, 10)
        left.setSpacing(6)
        head = QHBoxLayout()
        title = ElidedLabel(self.tr("Susunan surat"))
        title.setObjectName("cardTitle")
        head.addWidget(title, 1)
        head.addWidget(self.add)
        left.addLayout(head)
        left.addWidget(self.blocks, 1)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(14, 6, 14, 2)
        line.addWidget(self.extent, 1)
        right.addLayout(line)
        right.addWidget(self.preview, 1)
        panes = QHBoxLayout()
        panes.setContentsMargins(0, 0, 0, 0)
        panes.setSpacing(0)
        panes.addWidget(self._left)
        panes.addWidget(_rule())
        panes.addWidget(self.pane, 12)
        panes.addWidget(_rule())
        panes.addWidget(self._right, 13)
        return panes


_WIDEST = 16_777_215


def _is_redo(event: QKeyEvent) -> bool:
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return control and event.key() == Qt.Key.Key_Y


def _rule(*, upright: bool = True) -> QFrame:
    found = QFrame()
    found.setObjectName("rule")
    (found.setFixedWidth if upright else found.setFixedHeight)(1)
    return found
