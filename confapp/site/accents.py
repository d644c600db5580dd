"""A conference's own colour as a stylesheet, made darker or lighter until it can be read on every surface."""

from __future__ import annotations

from typing import NamedTuple

# The surfaces of the two themes that text in the accent stands on, the more difficult one of each.
LIGHT_PAPER, DARK_PAPER = "#f4f1ea", "#23211d"
WHITE, BLACK = "#ffffff", "#14110e"
TEXT_CONTRAST, STEPS = 4.5, 40


class Colour(NamedTuple):
    """Red, green and blue from 0 to 255."""

    red: int
    green: int
    blue: int

    @classmethod
    def parse(cls, text: str) -> Colour:
        """Read `#1f4e79`."""
        return cls(*(int(text[at : at + 2], 16) for at in (1, 3, 5)))

    def __str__(self) -> str:
        """Write it as it is read."""
        return "#{:02x}{:02x}{:02x}".format(*self)

    @property
    def luminance(self) -> float:
        """How light it is, as WCAG reckons."""
        linear = ((c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4) for c in (part / 255 for part in self))  # noqa: PLR2004
        red, green, blue = linear
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def towards(self, other: Colour, step: int) -> Colour:
        """Mixed with another one, by so many of all steps."""
        return Colour(*((a * (STEPS - step) + b * step) // STEPS for a, b in zip(self, other, strict=True)))


def contrast(one: Colour, other: Colour) -> float:
    """The ratio of WCAG, 1 to 21."""
    darker, lighter = sorted((one.luminance, other.luminance))
    return (lighter + 0.05) / (darker + 0.05)


def readable(accent: Colour, paper: Colour, end: Colour) -> Colour:
    """The accent itself where it can be read on the paper, else as little as needed of the way to black or white."""
    mixes = (accent.towards(end, step) for step in range(STEPS + 1))
    return next((colour for colour in mixes if contrast(colour, paper) >= TEXT_CONTRAST), end)


def stylesheet(accent: str) -> str:
    """What sets the accent in both themes; its ink is whatever can be read on it."""
    colour, white, black = Colour.parse(accent), Colour.parse(WHITE), Colour.parse(BLACK)
    light = readable(colour, Colour.parse(LIGHT_PAPER), black)
    dark = readable(colour, Colour.parse(DARK_PAPER), white)
    inks = (max((white, black), key=lambda ink: contrast(ink, surface)) for surface in (light, dark))
    return (
        ":root {{\n  --accent: light-dark({light}, {dark});\n  --accent-text: light-dark({light}, {dark});\n"
        "  --accent-ink: light-dark({}, {});\n}}\n"
    ).format(*inks, light=light, dark=dark)
