"""The program in which pictures are drawn: specifications come in, SVG goes out, one after the other.

Each message is its length in four bytes, then its bytes; an answer has one byte more in front of these,
``+`` for a picture and ``-`` for what was wrong. It ends when nothing more can come. It is run as a file and
imports nothing of ours, so that it starts quickly and stays small.
"""

from __future__ import annotations

import struct
import sys

LENGTH = struct.Struct(">I")


def main() -> None:
    """Draw until the desk is gone."""
    import vl_convert  # noqa: PLC0415 - only the program needs it, not those who read its messages

    came, answers = sys.stdin.buffer, sys.stdout.buffer
    while len(head := came.read(LENGTH.size)) == LENGTH.size:
        spec = came.read(LENGTH.unpack(head)[0])
        try:
            answer = b"+" + vl_convert.vegalite_to_svg(spec.decode()).encode()
        except Exception as error:  # whatever it is, the desk is told
            answer = b"-" + str(error).encode("utf-8", "replace")
        answers.write(LENGTH.pack(len(answer)) + answer)
        answers.flush()


if __name__ == "__main__":
    main()
