"""The portal as HTML: the only package that imports Pelican.

`pelicanconf.py` names two things from here: the plugin itself (`register`) and `portal_run`, which replaces Pelican's
run loop so that content is checked before anything is written. `python -m plugins.pages` builds without Pelican where
little is to be done.

Most runs of a day find little to do. So what a whole build needs is imported where it begins.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pelican.generators import Generator

    from plugins.pages.run import PortalRun


def portal_run(settings: dict[str, Any]) -> "PortalRun":
    """What Pelican runs. Set as `PELICAN_CLASS`."""
    from plugins.pages.run import PortalRun

    return PortalRun(settings)


def _portal_generator(_: object) -> type["Generator"]:
    from plugins.pages.generator import PortalGenerator

    return PortalGenerator


def register() -> None:
    """Called by Pelican; a named function, because Pelican would register a lambda twice."""
    from pelican import signals

    signals.get_generators.connect(_portal_generator)
