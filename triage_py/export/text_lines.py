"""Break text into lines without knowing the font: widths are those of a wide sans-serif."""

from __future__ import annotations

_NARROW = "iljtfrI.,:;'|!()[] "
_WIDE = "mwMWQOGD%@—"
_EM = {"narrow": 0.37, "wide": 0.9, "capital": 0.7, "usual": 0.62}
_BOLD = 1.1


def broken_into_lines(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Break text at its spaces.

    Args:
        text: One paragraph.
        width: The longest line, in the units of `size`.
        size: The height of the font.
        bold: Whether the font is bold, and so a little wider.

    Returns:
        The lines; a single word that is too long keeps a line of its own.
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide a text is: rather too much than too little."""
    ems = sum(_EM[_breadth(letter)] for letter in text)
    return ems * size * (_BOLD if bold else 1.0)


def _breadth(letter: str) -> str:
    if letter in _NARROW:
        return "narrow"
    if letter in _WIDE or ord(letter) > 0x2E80:  # Chinese, Japanese and Korean letters are square
        return "wide"
    return "capital" if letter.isupper() else "usual"
