"""Writing one letter for one resident, from the choice to the printed page."""
