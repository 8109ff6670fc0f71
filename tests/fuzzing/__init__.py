"""One statement per thing that reads what others wrote, held against any bytes: docs/fuzzing.md."""
