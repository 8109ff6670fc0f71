"""The portal as HTML: the only package that imports Pelican.

`pelicanconf.py` names two things from here: the plugin itself (`register`) and `PortalRun`, which replaces Pelican's
run loop so that content is checked before anything is written.

Most runs of a day find little to do. So what a whole build needs is imported where it begins.
"""

from pelican import signals
from pelican.generators import Generator

from plugins.pages.run import PortalRun

__all__ = ["PortalRun", "register"]


def _portal_generator(_: object) -> type[Generator]:
    from plugins.pages.generator import PortalGenerator

    return PortalGenerator


def register() -> None:
    """Called by Pelican; a named function, because Pelican would register a lambda twice."""
    signals.get_generators.connect(_portal_generator)
