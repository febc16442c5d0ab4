"""Measurements against limits and peers, as ratios within one run; never timed tests."""
