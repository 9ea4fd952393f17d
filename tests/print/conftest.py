"""A small protocol of another topic, so that nothing here depends on the shipped one."""

from __future__ import annotations

import pytest

SMALL = """
[protocol]
id = "burn"
title = "A small burn"
version = "1.0.0"
language = "en"
reviewed = 2026-01-01
review_due = 2027-01-01
none_text = "None of these"
unsure_text = "I'm not sure"

[dispositions.emergency]
label = "Call now"
lead = "This needs help now."
do = ["Call {emergency_number}."]
[dispositions.urgent]
label = "Today"
lead = "Have it seen today."
do = ["Ring {helpline}."]
[dispositions.soon]
label = "Soon"
lead = "Book."
do = ["Book a visit."]
[dispositions.self_care]
label = "At home"
lead = "Look after it."
do = ["Cool it."]
check_again_days = 2

[default]
disposition = "soon"
pattern = "other"
because = "It is not plain."

[patterns.other]
title = "Other"
text = "Other."

[questions.signs]
kind = "choose-any"
text = "Any of these?"
[questions.signs.options]
face = "It is on the face"
breath = "Smoke was breathed in"
[questions.signs.unsure]

[questions.look]
kind = "choose-one"
text = "How does it look?"
[questions.look.options]
red = "Red"
pink = "Pink"
blister = "Blistered"
white = "White"
[questions.look.unsure]

[questions.size]
kind = "scale"
text = "How large?"
ends = ["A dot", "A hand"]

[signs.plain]
text = "It is red or pink and small."
[signs.plain.when]
all = ["look is red or pink", "size at most 3", "signs is none"]

[rules.face]
when = "signs includes face"
disposition = "emergency"
because = "A face."
sources = ["a"]
[rules.breath]
when = "signs includes breath"
disposition = "emergency"
because = "Smoke."
sources = ["a"]
[rules.large]
when = { all = ["look is blister or white", "size at least 6"] }
disposition = "urgent"
because = "Large."
sources = ["a"]
[rules.not-plain]
when = { all = [{ none = ["plain holds"] }, "size at least 5"] }
disposition = "urgent"
because = "Not plain."
sources = ["a"]
[rules.white]
when = "look is white"
disposition = "soon"
because = "White."
sources = ["a"]
[rules.plain]
when = "plain holds"
disposition = "self_care"
because = "Plain."
sources = ["a"]
"""


@pytest.fixture
def small_protocol_text() -> str:
    return SMALL
