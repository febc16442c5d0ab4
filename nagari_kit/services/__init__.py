"""Use cases: the only thing that the window and the command line call."""
