"""Between the fields of the two number cards and a NumberRule."""

from __future__ import annotations

from dataclasses import replace

from nagari_kit.domain.number_models import NumberModel
from nagari_kit.domain.office import INCOMING, OFFICIAL, NumberRule
from nagari_kit.ui.screens.settings.counter_card import OWN, SAME, CounterCard
from nagari_kit.ui.screens.settings.pattern_card import PatternCard

OFFICIAL_GROUP = "surat dinas"
_CHOOSE = "pilih jenis suratnya"


class RuleForm:
    """The next number counts as typed only when it differs from the one that comes anyway."""

    def __init__(self, card: PatternCard, counter: CounterCard) -> None:
        self._card, self._counter = card, counter
        self._coming = ""

    def show_rule(self, rule: NumberRule, own: dict[str, NumberRule]) -> None:
        """Fill the fields; `own`: the exceptions of the office."""
        type_id = self._card.type_id()
        self._card.pattern.set_pattern(rule.pattern)
        self._counter.show_rule(rule, is_office=not type_id)
        self._counter.show_sharing(
            OWN if OFFICIAL in own else SAME, SAME if INCOMING in own else OWN
        )
        self._card.drop.setVisible(bool(type_id) and type_id in own)
        self._forget_next()
        self.follow_scope()

    def use_model(self, model: NumberModel) -> None:
        """Fill with a pattern of another office; the archive code stays."""
        code = self._counter.classification.text().strip()
        self._card.pattern.set_pattern(model.rule.pattern)
        used = replace(model.rule, classification=code)
        self._counter.show_rule(used, is_office=not self._card.type_id())

    def follow_scope(self) -> None:
        """One field for the next number only where it is that of one counter."""
        can = bool(self._card.type_id()) or self._counter.counts_alone()
        start = self._counter.start
        if can != start.isEnabled():
            start.setEnabled(can)
            self._forget_next()
        start.setPlaceholderText("" if can else _CHOOSE)

    def show_coming(self, sequence: int) -> None:
        """The number that comes anyway, shown where none was typed."""
        if not self.typed_start() and self._counter.start.isEnabled():
            self._coming = str(sequence)
            self._counter.start.setText(self._coming)

    def typed_start(self) -> str:
        """The next number as the officer wants it; "" for the one that comes anyway."""
        start = self._counter.start
        typed = start.text().strip()
        return "" if typed == self._coming or not start.isEnabled() else typed or "?"

    def rule(self, stored: NumberRule) -> NumberRule:
        """What stands in the form; a next number that is no number counts as 0."""
        typed, rule = self.typed_start(), self.rule_without_start(stored)
        if not typed:
            return rule
        is_number = typed.isascii() and typed.isdigit() and len(typed) < 8
        return replace(rule, start=int(typed) if is_number else 0, start_year=0)

    def rule_without_start(self, stored: NumberRule) -> NumberRule:
        """The same with the start value that is stored."""
        counter = self._counter
        return NumberRule(
            pattern=self._card.pattern.pattern(),
            scope=str(counter.scope.currentData()),
            reset=str(counter.reset.currentData()),
            start=stored.start,
            classification=counter.classification.text().strip(),
            group_name=" ".join(counter.group.text().split()),
            mode=str(counter.mode.currentData()),
            unit=counter.unit.text().strip(),
            start_year=stored.start_year,
        )

    def content(self, stored: NumberRule) -> tuple[object, ...]:
        """What the officer could have changed, to be compared."""
        counter = self._counter
        shared = (counter.official.currentData(), counter.incoming.currentData())
        return (self.rule_without_start(stored), self.typed_start(), shared)

    def share(self, own: dict[str, NumberRule], rule: NumberRule) -> None:
        """Set or take away the exceptions of official and incoming letters.

        Official letters in a series of their own begin with the office's rule; incoming letters
        either count in the office's counter or have no rule.
        """
        begun = replace(rule, start=1, start_year=0)
        if self._counter.official.currentData() == OWN:
            own.setdefault(OFFICIAL, replace(begun, scope="group", group_name=OFFICIAL_GROUP))
        else:
            own.pop(OFFICIAL, None)
        if self._counter.incoming.currentData() == SAME and self._counter.counts_alone():
            own[INCOMING] = begun
        else:
            own.pop(INCOMING, None)

    def _forget_next(self) -> None:
        self._coming = ""
        self._counter.start.clear()
