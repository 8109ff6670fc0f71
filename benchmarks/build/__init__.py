"""Whole builds beside those of other generators: the same services, comparable pages, the same machine."""
