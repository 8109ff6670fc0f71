"""Builds that do again only what changed: what a build was made of, what it left, and what follows from both.

Nothing here decides about a byte. What is left alone is what a clean build would write there once more.
"""
