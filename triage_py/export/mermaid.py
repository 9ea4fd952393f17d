"""The flow of an interview as Mermaid, for documents that draw it themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage_py.dispositions import MOST_URGENT_FIRST, Disposition
from triage_py.export.words import ENGLISH, FlowWords, short_words

if TYPE_CHECKING:
    from triage_py.export.flow import Flow, FlowScreen

CLASSES = {
    Disposition.EMERGENCY: "fill:#fbe8e8,stroke:#8e1520,color:#8e1520,stroke-width:3px",
    Disposition.URGENT: "fill:#ffefd6,stroke:#7c4300,color:#7c4300,stroke-width:2px",
    Disposition.SOON: "fill:#e5eef9,stroke:#1d4b86,color:#1d4b86",
    Disposition.SELF_CARE: "fill:#e3f2e7,stroke:#1c6239,color:#1c6239",
}


def flow_mermaid(flow: Flow, words: FlowWords = ENGLISH) -> str:
    """Write the flow as a Mermaid flowchart, from top to bottom.

    Args:
        flow: The flow of a protocol.
        words: What the chart adds to the protocol's own words.
    """
    protocol = flow.protocol
    lines = ["flowchart TD", f"  accTitle: {_line(words.title.format(title=protocol.title))}"]
    told = words.description.format(screens=len(flow.screens))
    lines += [f"  accDescr: {_line(told)}"]
    for screen in flow.screens:
        lines += _screen(flow, screen, words)
    lines += [f"  finish([{_quoted(words.end)}])"]
    for level in MOST_URGENT_FIRST:
        lines += [_result(flow, level, words)]
        if level != Disposition.EMERGENCY:
            lines += [f"  finish --> {level.id}"]
    lines += [f"  classDef {level.id} {style}" for level, style in CLASSES.items()]
    return "\n".join(lines) + "\n"


def _screen(flow: Flow, screen: FlowScreen, words: FlowWords) -> list[str]:
    here = f"screen{screen.number}"
    after = f"enter{screen.number + 1}"
    if screen.number == len(flow.screens):
        after = "finish"
    elif flow.screens[screen.number].gate is None:
        after = f"screen{screen.number + 1}"
    text = "<br>".join([f"{screen.number}. {screen.title}", *screen.questions])
    lines = []
    if screen.gate is not None:
        asked = words.only_if.format(condition=short_words(flow.protocol, screen.gate, words))
        lines += [
            f"  enter{screen.number}{{{{{_quoted(asked)}}}}}",
            f"  enter{screen.number} --> {here}",
            f"  enter{screen.number} -.-> {after}",
        ]
    lines += [f"  {here}[{_quoted(text)}]", f"  {here} --> {after}"]
    for found in screen.exits:
        arrow = "==>" if found.disposition == Disposition.EMERGENCY else "-.->"
        count = words.rule_count(len(found.rules))
        lines += [f"  {here} {arrow}|{_quoted(count)}| {found.disposition.id}"]
    return lines


def _result(flow: Flow, level: Disposition, words: FlowWords) -> str:
    text = [flow.protocol.words[level].label]
    if level == flow.protocol.default_disposition:
        text += [words.default]
    if level == Disposition.SELF_CARE:
        text += [words.earned, *(rule.because for rule in flow.earned)]
    return f"  {level.id}([{_quoted('<br>'.join(text))}]):::{level.id}"


def _quoted(text: str) -> str:
    """Text as Mermaid takes it: in quotes, with the letters of its own language written out."""
    safe = text.replace("&", "#amp;").replace('"', "#quot;").replace("`", "#96;")
    return f'"{safe}"'


def _line(text: str) -> str:
    return text.replace("\n", " ").replace(";", ",")
