"""One file per rule: what passes, what fails, and the exact words."""
