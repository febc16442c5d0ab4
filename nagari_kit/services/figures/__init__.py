"""Figures of the population: sums over the ledger, with the names behind each."""

from nagari_kit.services.figures.service import FiguresService

__all__ = ["FiguresService"]
