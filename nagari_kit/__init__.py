"""Nagari Kit: the offline front desk of a nagari office, and the province's hub."""
