"""Which things hang together by links: groups that grow, shrink and stay right one change at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tallybook.reconcile.recalling import Recalled


class Components:
    """Connected groups of ids. A change costs as much as the groups that it touches."""

    def __init__(self) -> None:
        self._near: dict[str, set[str]] = {}
        self._group: dict[str, frozenset[str]] = {}
        self._dirty: set[str] = set()
        self._recalled = False

    def recall(self, near: Callable[[str], set[str] | None]) -> None:
        """Ask ``near`` for what an id is linked to, as links are held elsewhere."""
        self._near = Recalled(near)
        self._recalled = True

    def add(self, item: str) -> None:
        """Take in an id, alone at first."""
        if item not in self._near:
            self._near[item] = set()
            self._dirty.add(item)

    def remove(self, item: str) -> None:
        """Forget an id and its links."""
        self._spoil(item)
        for other in self._near.pop(item, set()):
            self._near[other].discard(item)
        self._dirty.discard(item)

    def link(self, one: str, two: str) -> None:
        """Join two ids that are there."""
        self._spoil(one)
        self._spoil(two)
        self._near[one].add(two)
        self._near[two].add(one)

    def unlink(self, one: str, two: str) -> None:
        """Part two ids; nothing happens where one of them is gone."""
        self._spoil(one)
        self._spoil(two)
        self._near.get(one, set()).discard(two)
        self._near.get(two, set()).discard(one)

    def group(self, item: str) -> frozenset[str]:
        """Every id that hangs together with ``item``."""
        known = self._group.get(item)
        if known is None:
            known = reached(item, self._near.__getitem__)
            for member in known:
                self._group[member] = known
        return known

    def groups(self) -> Iterable[frozenset[str]]:
        """Every group once."""
        seen: set[str] = set()
        for item in self._near:
            if item not in seen:
                group = self.group(item)
                seen |= group
                yield group

    def changed(self) -> set[str]:
        """Ids whose group may have changed since this was last asked, those that are gone left out."""
        dirty, self._dirty = self._dirty, set()
        return {item for item in dirty if item in self._near}

    def _spoil(self, item: str) -> None:
        if self._recalled and item not in self._dirty and item in self._near:
            self.group(item)
        self._dirty.add(item)
        for member in self._group.get(item, ()):
            self._group.pop(member, None)
            self._dirty.add(member)


def reached(item: str, near: Callable[[str], Iterable[str]]) -> frozenset[str]:
    """Every id to which links lead from ``item``, itself among them; ``near`` gives those next to one."""
    seen, todo = {item}, [item]
    while todo:
        for other in near(todo.pop()):
            if other not in seen:
                seen.add(other)
                todo.append(other)
    return frozenset(seen)
