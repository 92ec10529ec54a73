"""What stands under a key: mostly one thing, sometimes many."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Generic, TypeVar

from tallybook.reconcile.recalling import Recalled

K = TypeVar("K")


class Index(Generic[K]):
    """Names by key. A key with one name, as most are, holds it without a set of its own."""

    def __init__(self) -> None:
        self._held: dict[K, str | set[str]] = {}

    def recall(self, fetch: Callable[[K], set[str]]) -> None:
        """Ask ``fetch`` for what stood under a key."""
        self._held = Recalled(fetch)

    def get(self, key: K) -> Collection[str]:
        """The names under a key."""
        held = self._held.get(key, ())
        return (held,) if isinstance(held, str) else held

    def add(self, key: K, name: str) -> None:
        """Put a name under a key."""
        held = self._held.get(key)
        if held is None:
            self._held[key] = name
        elif not isinstance(held, str):
            held.add(name)
        elif held != name:
            self._held[key] = {held, name}

    def discard(self, key: K, name: str) -> None:
        """Take a name from under a key, where it stands there."""
        held = self._held.get(key)
        if held == name:
            del self._held[key]
        elif held is not None and not isinstance(held, str):
            held.discard(name)
