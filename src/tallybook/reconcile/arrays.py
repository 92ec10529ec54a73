"""numpy, opened when texts are first compared: most decisions compare none and do not wait for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

__all__ = ["Counts", "Hashes", "Mask", "Short", "np"]

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Hashes: TypeAlias = npt.NDArray[np.uint64]
    Short: TypeAlias = npt.NDArray[np.uint32]
    Counts: TypeAlias = npt.NDArray[np.intp]
    Mask: TypeAlias = npt.NDArray[np.bool_]
else:
    Hashes = Short = Counts = Mask = Any

    class _Later:
        def __getattr__(self, name: str) -> Any:
            import numpy  # noqa: PLC0415

            value = getattr(numpy, name)
            setattr(self, name, value)
            return value

    np = _Later()
