"""From a resolved letter to marks on pages; points, origin at the top left of the page."""
