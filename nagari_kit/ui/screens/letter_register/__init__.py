"""The register of issued letters: find, look, reprint, void."""
