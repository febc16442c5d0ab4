"""Inputs that forms about people and households share."""
