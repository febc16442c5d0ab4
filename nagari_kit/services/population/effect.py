"""What a form would do when it is saved, in sentences and in counts before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from nagari_kit.domain.event_outcomes import Affected, Outcome
from nagari_kit.domain.identity import HouseholdId, JorongId
from nagari_kit.domain.population import EffectLine, EventEffect
from nagari_kit.domain.residents import Household, LifeStatus, Resident


def effect_of(
    outcome: Outcome,
    books: Affected,
    people_by_jorong: Mapping[JorongId | None, int],
    names: Mapping[JorongId, str],
) -> EventEffect:
    """The effect for the form. `people_by_jorong` counts who is in each jorong today."""
    homes = dict(books.households) | {one.after.id: one.after for one in outcome.households}
    return EventEffect(
        people=tuple(outcome.people),
        households=tuple(outcome.households),
        counts=(
            *_household_lines(outcome, books, homes),
            *_area_lines(outcome, books, homes, people_by_jorong, names),
        ),
        follow_ups=tuple(outcome.follow_ups),
        warnings=tuple(outcome.warnings),
    )


def _household_lines(
    outcome: Outcome, books: Affected, homes: Mapping[HouseholdId, Household]
) -> list[EffectLine]:
    before = {home: len(people) for home, people in books.members.items()}
    after = Counter(before)
    for change in outcome.people:
        if change.before is not None and _lives(change.before) and change.before.household_id:
            after[change.before.household_id] -= 1
        if _lives(change.after) and change.after.household_id:
            after[change.after.household_id] += 1
    lines = []
    for home_id in after:
        home = homes.get(home_id)
        if home is None or before.get(home_id, 0) == after[home_id]:
            continue
        number = home.nomor_kk or "baru (belum bernomor)"
        lines.append(
            EffectLine(f"Anggota KK {number}", str(before.get(home_id, 0)), str(after[home_id]))
        )
    return lines


def _area_lines(
    outcome: Outcome,
    books: Affected,
    homes: Mapping[HouseholdId, Household],
    people_by_jorong: Mapping[JorongId | None, int],
    names: Mapping[JorongId, str],
) -> list[EffectLine]:
    moved: Counter[JorongId | None] = Counter()
    for change in outcome.people:
        if change.before is not None and change.before.is_counted:
            moved[_area(change.before, books.households)] -= 1
        if change.after.is_counted:
            moved[_area(change.after, homes)] += 1
    renewed = {change.after.id for change in outcome.people}
    for home in outcome.households:
        if home.before is not None and home.before.jorong_id != home.after.jorong_id:
            staying = sum(
                one.is_counted and one.id not in renewed for one in books.members_of(home.after.id)
            )
            moved[home.before.jorong_id] -= staying
            moved[home.after.jorong_id] += staying
    lines = [
        EffectLine(
            f"Warga {names[place]}" if place else "Warga tanpa wilayah",
            _number(people_by_jorong.get(place, 0)),
            _number(people_by_jorong.get(place, 0) + difference),
        )
        for place, difference in moved.items()
        if difference
    ]
    total = sum(people_by_jorong.values())
    if difference := sum(moved.values()):
        lines.append(EffectLine("Warga nagari", _number(total), _number(total + difference)))
    return lines


def _lives(one: Resident) -> bool:
    return one.life_status is LifeStatus.ALIVE


def _area(one: Resident, homes: Mapping[HouseholdId, Household]) -> JorongId | None:
    home = homes.get(one.household_id) if one.household_id is not None else None
    return home.jorong_id if home else None


def _number(count: int) -> str:
    return f"{count:,}".replace(",", ".")
