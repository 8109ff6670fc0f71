"""The tests: a mirror of the code, around a tiny country."""
