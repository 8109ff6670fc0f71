"""Why nothing is published: German sentences, and the exit codes of the commands."""


class PublishError(Exception):
    """Something is in the way; what was online stays."""

    code = 1


class RefusedError(PublishError):
    """The command asks for what there is not."""

    code = 2


class BusyError(PublishError):
    """Somebody else is publishing (`EX_TEMPFAIL`: try again later)."""

    code = 75
