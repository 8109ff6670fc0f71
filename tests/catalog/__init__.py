"""The catalog: reading, checking, resolving."""
