"""Pure rules and values of population, letters and numbers: no I/O, no Qt, no SQL."""
