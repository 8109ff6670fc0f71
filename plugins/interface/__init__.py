"""The language of the interface: what a page says by itself, around the texts that editors write."""
