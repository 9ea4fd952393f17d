"""Short style sheets say the same."""

from __future__ import annotations

import pytest

from generator.pruning import shortened


@pytest.mark.parametrize(
    ("css", "short"),
    [
        ("a {\n  color: red;\n}\n", "a{color: red}\n"),
        ("/* why */ a, b > c { margin: 0 auto }", "a,b > c{margin: 0 auto}\n"),
        ("a :hover { width: calc(1px + 2px) }", "a :hover{width: calc(1px + 2px)}\n"),
        ('a::after { content: "/* ,  ; */" }', 'a::after{content: "/* ,  ; */"}\n'),
        ("a { background: url('x  y.svg') }", "a{background: url('x  y.svg')}\n"),
        ("@media (min-width: 1px) and (print) { a { b: c } }", "@media (min-width: 1px) and (print){a{b: c}}\n"),
    ],
)  # fmt: skip
def test_space_and_remarks_go(css: str, short: str) -> None:
    assert shortened(css) == short
