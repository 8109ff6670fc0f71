"""The facts of a portal in other people's formats: pure functions of what is published, written as they come."""
