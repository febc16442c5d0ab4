"""The quality desk: whoever is told of a wrong fact gets a field to put it right."""

from __future__ import annotations

from uuid import UUID

import pytest

from nagari_kit.domain.doubts.mend_fields import FieldKind, mend_fields
from nagari_kit.domain.doubts.rules import RULES, DoubtRule, Mend
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.resident_checks import fact
from nagari_kit.domain.residents import Resident

ONE = Resident(ResidentId(UUID(int=1)), PersonName("Yusmaniar"))


@pytest.mark.parametrize("rule", list(DoubtRule))
def test_a_rule_that_is_mended_by_facts_offers_facts_and_no_other_does(rule):
    fields = mend_fields(rule)

    assert bool(fields) == (RULES[rule].mend is Mend.FACTS)
    assert len({(one.person, one.path) for one in fields}) == len(fields)
    for one in fields:
        fact(ONE, one.path)
        assert bool(one.options) == (one.kind is FieldKind.CHOICE)
        assert one.person in (0, 1)
