"""When the protocol is due to be read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from triage_py.protocol import Protocol
    from triage_py.protocol.tables import Findings


def review_is_not_late(protocol: Protocol, findings: Findings, today: date) -> None:
    """Note a review that was due before today.

    Args:
        protocol: A protocol, as far as it could be read.
        findings: Where problems go.
        today: The day on which the date is judged.
    """
    if protocol.reviewed < protocol.review_due < today:  # a date that is missing is told elsewhere
        findings.add(
            "protocol.review_due",
            f"the review was due on {protocol.review_due}.",
            "Read the protocol against its sources, then set reviewed and review_due.",
        )
