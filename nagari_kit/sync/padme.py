"""Padme lengths (PURBs, Nikitin et al. 2019): a size tells an observer little, for 12 % at most."""

from __future__ import annotations


def padme_length(length: int) -> int:
    """Smallest allowed size in bytes that holds `length` bytes."""
    if length < 2:
        return length
    exponent = length.bit_length() - 1
    free_bits = exponent - exponent.bit_length()
    mask = (1 << max(free_bits, 0)) - 1
    return (length + mask) & ~mask
