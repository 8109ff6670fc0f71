"""What a command at the desk may be asked for."""


class RefusedError(Exception):
    """What was asked for cannot be done; says so in German, with the remedy."""
