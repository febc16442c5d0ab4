"""The use cases of the editor of letter types."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from nagari_kit.domain import events
from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.letter_editing import (
    LOCAL,
    PACK,
    SHIPPED,
    Content,
    EditableType,
    Examination,
    OpenedDefinition,
    ReadFile,
)
from nagari_kit.errors import DefinitionError, InputError, NotFoundError
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.letter_editor.comparing import changed_blocks
from nagari_kit.services.letter_editor.drafts import DraftFiles, KeptDraft
from nagari_kit.services.letter_editor.judging import Judgement, judge, with_taken_abbreviation
from nagari_kit.services.letter_editor.letter_file import identity_of, open_file, province_key
from nagari_kit.services.letter_editor.names import id_from, names_of, row_names
from nagari_kit.services.letter_editor.sample_page import sample_page
from nagari_kit.services.letter_editor.shelf import DefinitionShelf, values_of
from nagari_kit.services.sync_service import CA_FILE

if TYPE_CHECKING:
    from nagari_kit.documents.definitions import LetterDefinition

MOST_TITLE, MOST_ABBREVIATION = 120, 12
CHANGES = Changes.of(Kind.LETTERS, Kind.NUMBERING, Kind.OFFICE, Kind.SYNC)


class LetterEditorService:
    """Thread-safe. Drafts stay on this PC; what is used is in the office's database."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._shelf = DefinitionShelf(context)
        self._drafts = DraftFiles(context.paths.device_dir)

    def types(self) -> tuple[EditableType, ...]:
        """Every type in use and every draft of a new one, by title."""
        library, drafts = self._context.definitions, self._drafts.all()
        with self._context.store.read() as reader:
            counted = reader.letter_definitions.active_versions()
        found = []
        for name, one in library.items():
            draft = drafts.pop(name, None)
            fault = library.faults.get(name)
            found.append(
                EditableType(
                    name,
                    one.short_title,
                    one.abbreviation,
                    one.code,
                    one.origin,
                    counted.get(name, one.version) if one.origin != SHIPPED else one.version,
                    draft.at if draft else None,
                    fault.user_message if fault else "",
                )
            )
        for name, draft in drafts.items():
            head = draft.content.get("surat", {})
            words = [str(head.get(key, "")) for key in ("judul_pendek", "singkatan", "klasifikasi")]
            found.append(EditableType(name, words[0], words[1], words[2], "", 0, draft.at))
        return tuple(sorted(found, key=lambda one: one.title.casefold()))

    def open(self, type_id: str) -> OpenedDefinition:
        """The type with its draft, if there is one. Raises NotFoundError."""
        library = self._context.definitions
        draft = self._drafts.get(type_id)
        used = library.get(type_id)
        if used is None and draft is None:
            self._context.definition(type_id)
        with self._context.store.read() as reader:
            versions = reader.letter_definitions.versions(type_id)
        active = next((one for one in versions if one.active), None)
        based_on = draft.based_on if draft else active.based_on if active else ""
        base, words = self._shelf.base(type_id, based_on)
        fault = library.faults.get(type_id)
        content = draft.content if draft else values_of(library.source(type_id))
        return OpenedDefinition(
            type_id=type_id,
            content=content,
            base=base,
            base_words=words,
            origin=used.origin if used else "",
            version=self._shelf.version(type_id, active.version if active else 0),
            next_version=self._shelf.next_version(
                type_id, max((one.version for one in versions), default=0)
            ),
            versions=versions,
            is_shipped=library.shipped_source(type_id) is not None,
            draft_at=draft.at if draft else None,
            fault=fault.user_message if fault else "",
        )

    def examine(
        self, type_id: str, content: Content, base: Content | None, extent: str = ""
    ) -> Examination:
        """Faults, page and differences. `extent`: `biasa`, `paling sedikit`, `paling panjang`."""
        judged = self._judged(type_id, content)
        changed, lost = changed_blocks(content, base)
        page = sample_page(self._context, judged.definition, extent) if judged.definition else None
        return Examination(
            faults=judged.faults,
            pdf=page.pdf if page else None,
            boxes=page.boxes if page else (),
            names=names_of(content),
            row_names=row_names(content),
            changed=changed,
            lost=lost,
            text=judged.text.decode("utf-8"),
        )

    def save_draft(self, type_id: str, content: Content) -> KeptDraft:
        """Keep what is being changed; it may be faulty. Raises StorageError."""
        from nagari_kit.documents.definition_writer import write_definition

        before = self._drafts.get(type_id)
        based_on = before.based_on if before else self._shelf.based_on(type_id)
        raw = write_definition(content, self._shelf.comment(type_id))
        draft = KeptDraft(type_id, raw, based_on, self._context.clock.now())
        self._drafts.save(draft)
        return draft

    def discard_draft(self, type_id: str) -> None:
        """Throw away what was not used yet."""
        self._drafts.discard(type_id)

    def begin_from(self, type_id: str, title: str, abbreviation: str) -> str:
        """A draft of a new type that begins as this one; returns its id.

        Raises InputError (`title`, `abbreviation`), NotFoundError.
        """
        from nagari_kit.documents.definition_writer import write_definition

        wanted, short = " ".join(title.split()), "".join(abbreviation.split()).upper()
        library = self._context.definitions
        _refuse_names(wanted, short, library.values())
        definition = self._context.definition(type_id)
        taken = {*library, *self._drafts.all()}
        while self._shelf.was_ever(new_id := id_from(wanted, taken)):
            taken.add(new_id)
        content: dict[str, Any] = deepcopy(dict(values_of(library.source(type_id))))
        head = content["surat"]
        head |= {"id": new_id, "versi": 1, "judul": wanted, "judul_pendek": wanted}
        head |= {"singkatan": short}
        for key in ("paket", "frekuensi"):
            head.pop(key, None)
        based_on = f"{type_id}@{definition.version}@{definition.sha256}"
        raw = write_definition(content)
        self._drafts.save(KeptDraft(new_id, raw, based_on, self._context.clock.now()))
        return new_id

    def publish(self, type_id: str, content: Content) -> tuple[int, Changes]:
        """Use it from now on; returns the version. Letters that are issued stay as they are.

        Raises DefinitionError when something is wrong with it.
        """
        draft = self._drafts.get(type_id)
        based_on = draft.based_on if draft else self._shelf.based_on(type_id)
        with self._context.store.write(self._context.actor) as uow:
            highest = uow.letter_definitions.highest_version(type_id)
            wanted = self._shelf.next_version(type_id, highest)
            head = {**content["surat"], "versi": wanted}
            judged = self._judged(type_id, {**content, "surat": head})
            _refuse_faulty(judged)
            version = self._shelf.put(uow, type_id, judged.text, LOCAL, based_on)
            uow.commit()
        self._shelf.use(type_id, judged.text, LOCAL)
        self._drafts.discard(type_id)
        return version, CHANGES

    def take_again(self, type_id: str, version: int) -> tuple[int, Changes]:
        """Use an older version again, as a new one. Raises NotFoundError, DefinitionError."""
        with self._context.store.read() as reader:
            source = reader.letter_definitions.source(type_id, version)
        if source is None:
            raise NotFoundError(
                f"Versi {version} jenis surat ini tidak ada. Tidak ada yang berubah.",
                hint="Pilih versi lain di Riwayat.",
            )
        return self.publish(type_id, values_of(source))

    def restore(self, type_id: str) -> Changes:
        """Use the shipped one again; own versions stay and can be taken again.

        Raises NotFoundError for a type that the program does not bring.
        """
        library = self._context.definitions
        shipped = library.shipped(type_id)
        if shipped is None:
            raise NotFoundError(
                "Jenis surat ini dibuat di kantor ini, tidak ada bawaannya. "
                "Tidak ada yang berubah.",
                hint="Ambil versi lama di Riwayat.",
            )
        with self._context.store.write(self._context.actor) as uow:
            if type_id in uow.letter_definitions.active():
                uow.letter_definitions.put_out_of_use(type_id)
                uow.record(events.definition_saved(type_id, shipped.version, shipped.sha256))
            uow.commit()
        library.put(type_id, None)
        self._drafts.discard(type_id)
        return CHANGES

    def export(self, type_id: str) -> bytes:
        """What is in use, as one file. Raises NotFoundError."""
        self._context.definition(type_id)
        return self._context.definitions.source(type_id)

    def read_file(self, content: bytes) -> ReadFile:
        """What a file holds, judged. Raises DefinitionError for a damaged or faulty one."""
        from nagari_kit.documents.definition_reader import parse_definition

        opened = open_file(content)
        type_id, title = identity_of(opened.raw)
        known = province_key(self._context.paths.device_dir / CA_FILE)
        signed = bool(opened.signer) and opened.signer == known
        parse_definition(opened.raw, type_id, PACK if signed else LOCAL)
        if signed:
            remark = "Tanda tangan provinsi sah."
        elif opened.signer and not known:
            remark = (
                "Berkas ini bertanda tangan, tetapi komputer ini belum terdaftar di provinsi, "
                "jadi tanda tangannya belum bisa diperiksa. Dianggap buatan kantor."
            )
        elif opened.signer:
            remark = "Tanda tangannya bukan dari provinsi. Dianggap buatan kantor."
        else:
            remark = "Tanpa tanda tangan. Dianggap buatan kantor; periksa dulu sebelum dipakai."
        is_new = type_id not in self._context.definitions
        return ReadFile(type_id, title, opened.raw, signed, is_new, remark)

    def take_file(self, content: bytes) -> tuple[str, Changes]:
        """Take a file in; returns the id. Signed by the province: used at once, as it is.

        Any other becomes a draft that the officer looks at first. Raises DefinitionError.
        """
        found = self.read_file(content)
        if not found.is_signed:
            based_on = self._shelf.based_on(found.type_id)
            draft = KeptDraft(found.type_id, found.raw, based_on, self._context.clock.now())
            self._drafts.save(draft)
            return found.type_id, Changes.of()
        with self._context.store.write(self._context.actor) as uow:
            # The bytes are what was signed: their own number may be another one.
            self._shelf.put(uow, found.type_id, found.raw, PACK, "")
            uow.commit()
        self._shelf.use(found.type_id, found.raw, PACK)
        self._drafts.discard(found.type_id)
        return found.type_id, CHANGES

    def _judged(self, type_id: str, content: Content) -> Judgement:
        """Numbers bear the abbreviation: two types of one could be given the same number."""
        judged = judge(type_id, content, self._shelf.comment(type_id))
        wanted = str(content["surat"].get("singkatan", "")).strip().casefold()
        for other in self._context.definitions.values():
            if other.id != type_id and other.abbreviation.casefold() == wanted:
                return with_taken_abbreviation(judged, other.abbreviation, other.short_title)
        return judged


def _refuse_faulty(judged: Judgement) -> None:
    if judged.faults:
        first = judged.faults[0]
        raise DefinitionError(
            f"Jenis surat ini belum bisa dipakai: {first.sentence} "
            "Yang sedang dipakai dan surat yang sudah terbit tidak berubah.",
            hint=first.hint or "Perbaiki yang ditandai merah.",
            detail=f"{len(judged.faults)} faults",
        )


def _refuse_names(title: str, abbreviation: str, others: Iterable[LetterDefinition]) -> None:
    faults: dict[str, str] = {}
    if not any(letter.isalpha() for letter in title) or len(title) > MOST_TITLE:
        faults["title"] = f"Tulis judul surat, paling banyak {MOST_TITLE} huruf."
    taken = {one.abbreviation.casefold(): one.short_title for one in others}
    if not 0 < len(abbreviation) <= MOST_ABBREVIATION:
        faults["abbreviation"] = f"Tulis singkatan, paling banyak {MOST_ABBREVIATION} huruf."
    elif other := taken.get(abbreviation.casefold()):
        faults["abbreviation"] = f"Singkatan {abbreviation} sudah dipakai {other}. Pilih yang lain."
    if faults:
        raise InputError(
            "Jenis surat baru belum dibuat; yang lain tidak berubah.",
            faults,
            hint="Perbaiki yang ditandai.",
        )
