"""Sample reports that come with Tallybook: the demonstration, the tutorial and the golden tests.

Three events of public record as invented outlets might have told them. Facts, figures and offices are
those of the record; outlets and wording are ours, nobody is quoted directly, and every report says in its
last line that it is a sample.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def folder() -> Path:
    """The folder of the sample reports, one folder an event inside it."""
    return Path(str(files(__name__) / "reports"))
