"""Work that can wait until nobody is busy."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress

from tallybook.errors import TallybookError

SECONDS = 1.5
"""How long it must have been quiet."""


class Pause:
    """Does ``work`` in the background once it has been quiet; whoever asks for it meanwhile puts it off."""

    def __init__(self, work: Callable[[], object], seconds: float = SECONDS) -> None:
        self._work = work
        self._seconds = seconds
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None

    def begin(self) -> None:
        """Wait from now on."""
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
            self._timer = threading.Timer(self._seconds, self._do)
            self._timer.daemon = True
            self._timer.start()

    def _do(self) -> None:
        # What fails here stays waiting in the register, and fails again where a person can see it.
        with suppress(TallybookError):
            self._work()
