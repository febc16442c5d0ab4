"""Keeps the office's sub-areas and clans as the officer presses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from nagari_kit.domain.changes import Changes
from nagari_kit.domain.identity import JorongId
from nagari_kit.domain.residents import Jorong
from nagari_kit.errors import InputError, NagariError
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.ui.screens.settings.areas_section import AreasSection, NameListCard
from nagari_kit.ui.shell import Shell


@dataclass(frozen=True, slots=True)
class _Lists:
    word: str
    areas: tuple[Jorong, ...]
    clans: tuple[str, ...]


class AreasPresenter(QObject):
    """Every press is a write of its own, and the lists are read again after it."""

    def __init__(self, shell: Shell, section: AreasSection, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._section = section
        section.word_chosen.connect(self._save_word)
        section.areas.added.connect(self._add_area)
        section.areas.second_wanted.connect(self._rename_area)
        section.clans.added.connect(self._add_clan)
        section.clans.second_wanted.connect(self._remove_clan)

    def load(self) -> None:
        """Read the lists."""
        workspace = self._shell.workspace

        def work(_progress: object, _token: object) -> _Lists:
            return _Lists(
                workspace.office.profile().area_word,
                workspace.office.jorong(),
                workspace.suku.names(),
            )

        def show(lists: _Lists) -> None:
            self._section.show_lists(lists.word, lists.areas, lists.clans)

        self._shell.runner.start(
            work, key="settings:wilayah", on_success=show, on_error=self._shell.show_error
        )

    def _save_word(self, word: str) -> None:
        office = self._shell.workspace.office

        def work() -> Changes:
            return office.save_profile(replace(office.profile(), area_word=word))

        self._write(work, None)

    def _add_area(self, name: str) -> None:
        fresh = JorongId(new_uuid7(self._shell.workspace.clock))
        self._save_area(Jorong(fresh, name))

    def _rename_area(self, place: int, name: str) -> None:
        known = self._section.area_at(place)
        if known is not None:
            self._save_area(replace(known, name=name))

    def _save_area(self, area: Jorong) -> None:
        office = self._shell.workspace.office
        self._write(lambda: office.save_jorong(area), self._section.areas)

    def _add_clan(self, name: str) -> None:
        suku = self._shell.workspace.suku
        self._write(lambda: suku.add(name), self._section.clans)

    def _remove_clan(self, place: int, _typed: str) -> None:
        suku, name = self._shell.workspace.suku, self._section.clan_at(place)
        if name:
            self._write(lambda: suku.remove(name), self._section.clans)

    def _write(self, work: Callable[[], Changes], card: NameListCard | None) -> None:
        def saved(changes: Changes) -> None:
            if card is not None:
                card.show_done()
            self._shell.changed(changes, self)
            self.load()

        def refused(error: NagariError) -> None:
            if card is not None and isinstance(error, InputError) and error.fields:
                card.show_fault(next(iter(error.fields.values())))
            else:
                self._shell.show_error(error)

        self._shell.runner.start(
            lambda _progress, _token: work(),
            key="settings:save",
            on_success=saved,
            on_error=refused,
            lane="write",
        )
