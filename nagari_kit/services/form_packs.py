"""Takes forms in from files, tells which there are, and puts one out of use."""

from __future__ import annotations

from pathlib import Path

from nagari_kit.domain import events
from nagari_kit.domain.changes import Changes
from nagari_kit.domain.form_packs import FormPack
from nagari_kit.domain.letter_editing import LOCAL
from nagari_kit.errors import InputError, NotFoundError, RuleError
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.letter_editor.service import CHANGES
from nagari_kit.services.letter_editor.shelf import DefinitionShelf

_UNCHANGED = "Borang di kantor ini tidak berubah."


class FormPackService:
    """A form is an ordinary letter type once it is installed. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._shelf = DefinitionShelf(context)

    def installed(self) -> tuple[FormPack, ...]:
        """The newest version of each, by id."""
        from nagari_kit.documents.form_pack import open_pack

        with self._context.store.read() as reader:
            rows = reader.form_packs.newest()
            active = reader.letter_definitions.active()
        found = []
        for pack_id, version, content, moment, actor in rows:
            pack = open_pack(content)
            used = active.get(pack_id)
            in_use = used is not None and used[0] == pack.raw
            pages, title = len(pack.definition.blocks), pack.definition.title
            found.append(FormPack(pack_id, version, title, pages, in_use, moment, actor))
        return tuple(found)

    def install(self, path: Path) -> tuple[FormPack, Changes]:
        """Use the form in this file from now on; letters that are issued stay as they are.

        The same version again puts it in use again. Raises InputError for a file that cannot be
        read, DefinitionError for a faulty pack, RuleError for an older version, or another content
        under the same version.
        """
        from nagari_kit.documents.form_pack import open_pack

        content = _read(path)
        pack = open_pack(content)
        pack_id, version = pack.definition.id, pack.definition.version
        with self._context.store.write(self._context.actor) as uow:
            highest = uow.form_packs.highest_version(pack_id)
            if version < highest:
                raise _older(version, highest)
            if version > highest:
                uow.form_packs.add(pack_id, version, content)
            elif all(open_pack(one).raw != pack.raw for one in uow.form_packs.contents(pack_id)):
                raise _other_content(version)
            self._shelf.put(uow, pack_id, pack.raw, LOCAL, "")
            uow.commit()
        self._shelf.use(pack_id, pack.raw, LOCAL)
        return next(one for one in self.installed() if one.id == pack_id), CHANGES

    def remove(self, pack_id: str) -> Changes:
        """No new letter is made with the form, nor with what the office made of it.

        The shipped type of its id comes back if there is one. The file stays: letters and drafts
        may need its images. Raises NotFoundError.
        """
        with self._context.store.read() as reader:
            is_active = pack_id in reader.letter_definitions.active()
            is_pack = reader.form_packs.highest_version(pack_id) > 0
        if not (is_pack and is_active):
            raise NotFoundError(
                f"Borang “{pack_id}” tidak sedang dipakai. {_UNCHANGED}",
                hint="Lihat daftarnya dengan perintah forms list.",
                code="BORANG-04",
            )
        shipped = self._context.definitions.shipped(pack_id)
        with self._context.store.write(self._context.actor) as uow:
            uow.letter_definitions.put_out_of_use(pack_id)
            if shipped is not None:
                uow.record(events.definition_saved(pack_id, shipped.version, shipped.sha256))
            else:
                uow.record(events.definition_withdrawn(pack_id))
            uow.commit()
        self._context.definitions.put(pack_id, None)
        return CHANGES


def _read(path: Path) -> bytes:
    from nagari_kit.documents.form_pack import MOST_BYTES

    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        sentence = f"Berkas {path.name} tidak dapat dibaca. {_UNCHANGED}"
        raise InputError(
            sentence, {"file": sentence}, hint="Periksa nama dan letak berkasnya.", code="BORANG-05"
        ) from error


def _older(version: int, highest: int) -> RuleError:
    return RuleError(
        f"Paket ini versi {version}, padahal versi {highest} sudah terpasang. {_UNCHANGED}",
        hint="Pasang paket dengan versi yang lebih baru.",
        code="BORANG-02",
    )


def _other_content(version: int) -> RuleError:
    return RuleError(
        f"Versi {version} borang ini sudah terpasang, tetapi isinya lain. {_UNCHANGED}",
        hint="Minta paket dengan nomor versi yang lebih tinggi dari pembuatnya.",
        code="BORANG-03",
    )
