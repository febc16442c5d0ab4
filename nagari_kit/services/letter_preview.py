"""Shows a letter as it would be filed, while it is being written."""

from __future__ import annotations

from nagari_kit.domain.identity import LetterId, ResidentId
from nagari_kit.domain.letters import (
    IssuedLetter,
    LetterCopy,
    LetterInput,
    LetterPreview,
    People,
)
from nagari_kit.domain.signers import rank_signers
from nagari_kit.services.clock_watch import ClockWatch, watch_clock
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.form_images import stored_page_images
from nagari_kit.services.letter_facts import gather


class LetterPreviewService:
    """Draft pages and proposed values. Thread-safe; writes nothing."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def preview(self, wanted: LetterInput) -> LetterPreview:
        """The pages without the number; what is missing stands in `problems`, by field id.

        Raises NotFoundError when resident or type is gone, never for missing values.
        """
        from nagari_kit.documents.letter import check_values, days_of, render, resolve

        definition = self._context.definition(wanted.type_id)
        issue_date = wanted.issue_date or self._context.clock.today()
        with self._context.store.read() as reader:
            gathered = gather(reader, definition, wanted, issue_date)
        problems = check_values(definition, wanted.values, days_of(gathered.facts))
        problems |= gathered.problems()
        snapshot = resolve(definition, gathered.facts)
        office = gathered.facts.office
        rendered = render(
            snapshot,
            logo=office.kop.logo,
            second_logo=office.look.second_logo,
            missing_ok=True,
            page_images=stored_page_images(self._context.store, snapshot),
        )
        return LetterPreview(rendered.pdf, rendered.pages, rendered.boxes, problems)

    def doubts(self, wanted: LetterInput) -> dict[str, str]:
        """What the officer should look at twice before the number is given: key to sentence.

        Empty while a value is faulty: issuing refuses it first. Raises NotFoundError.
        """
        from nagari_kit.documents.letter import check_values, days_of, doubtful_values

        definition = self._context.definition(wanted.type_id)
        issue_date = wanted.issue_date or self._context.clock.today()
        with self._context.store.read() as reader:
            gathered = gather(reader, definition, wanted, issue_date)
        days = days_of(gathered.facts)
        if check_values(definition, wanted.values, days) or gathered.people_problems:
            return {}
        return doubtful_values(definition, wanted.values, days) | gathered.people_doubts

    def clock_watch(self) -> ClockWatch:
        """Whether the date that a letter would bear now can be right."""
        with self._context.store.read() as reader:
            return watch_clock(reader, self._context.clock)

    def last_such(self, type_id: str, resident_id: ResidentId) -> IssuedLetter | None:
        """The letter whose values `defaults` proposes, if there is one."""
        with self._context.store.read() as reader:
            return reader.letters.last_of(type_id, resident_id)

    def defaults(
        self,
        type_id: str,
        resident_id: ResidentId | None,
        *,
        as_last: bool = True,
        people: People | None = None,
    ) -> dict[str, str]:
        """Proposed values: the definition's, over them with `as_last` those of the last letter.

        `people`: who is named already, for proposals that speak of them.
        """
        from nagari_kit.documents.letter import LetterSnapshot, default_values

        definition = self._context.definition(type_id)
        wanted = LetterInput(type_id, resident_id, {}, people=people or {})
        today = self._context.clock.today()
        with self._context.store.read() as reader:
            facts = gather(reader, definition, wanted, today).facts
            last = reader.letters.last_of(type_id, resident_id) if as_last else None
            snapshot = reader.letters.snapshot(last.id) if last is not None else None
        proposed = default_values(definition, facts)
        if snapshot is not None:
            known = {field.id for field in definition.fields}
            entered = LetterSnapshot.from_json(snapshot).values
            proposed |= {name: text for name, text in entered.items() if name in known and text}
        return proposed

    def copy_of(self, letter_id: LetterId) -> LetterCopy:
        """Values, people and signer of one filed letter, for the letter that takes its place.

        What was left empty stays empty; a field that its form did not have yet gets the
        definition's proposal. Raises NotFoundError, LetterError when the filed form is damaged.
        """
        from nagari_kit.documents.letter import LetterSnapshot, default_values
        from nagari_kit.documents.wording import position_in_text

        today = self._context.clock.today()
        with self._context.store.read() as reader:
            letter = reader.letters.get(letter_id)
            entered = LetterSnapshot.from_json(reader.letters.snapshot(letter_id)).values
            definition = self._context.definition(letter.type_id)
            people = reader.letter_people.entered(letter_id)
            wanted = LetterInput(letter.type_id, letter.resident_id, {}, people=people)
            facts = gather(reader, definition, wanted, today).facts
            officers = rank_signers(tuple(reader.office.officers()), today)
        known = {field.id for field in definition.fields}
        values = default_values(definition, facts)
        values |= {name: text for name, text in entered.items() if name in known}
        signed = [one for one in officers if one.name.full() == letter.signer_name]
        # One person may hold two positions in turn: the same one first.
        signed.sort(key=lambda one: position_in_text(one, facts.office) != letter.signer_position)
        return LetterCopy(values, signed[0].id if signed else None, people)
