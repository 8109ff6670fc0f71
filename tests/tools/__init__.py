"""Checkers that others wrote, run over what was built and over the code."""
