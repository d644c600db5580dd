"""XML files of the public side, as they are sent."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

# Characters that no XML document may hold, not even escaped.
IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def written(root: ET.Element) -> bytes:
    """A document as bytes, with its declaration, and without what XML cannot hold."""
    text = IMPOSSIBLE.sub("", ET.tostring(root, encoding="unicode"))
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()
