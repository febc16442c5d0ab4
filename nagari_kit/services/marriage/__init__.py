"""The marriage set N1 to N6 as one piece of work, from one entry."""

from nagari_kit.services.marriage.service import FormPage, MarriageLook, MarriageService

__all__ = ["FormPage", "MarriageLook", "MarriageService"]
