"""Saved pages of old systems, all of them invented."""
