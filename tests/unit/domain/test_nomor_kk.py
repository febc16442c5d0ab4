"""A KK number is sixteen digits and not one digit sixteen times."""

from __future__ import annotations

from nagari_kit.domain import nomor_kk


def test_a_kk_number_is_judged_by_its_shape():
    assert nomor_kk.fault("1306990103150001") == ""
    assert "16 angka" in nomor_kk.fault("130699010315000")
    assert "satu angka" in nomor_kk.fault("0000000000000000")
