"""The words that the terminal adds to those of the protocol."""

from __future__ import annotations

from triage_py.dispositions import Disposition

HOW_TO = "Type the number of your answer. Also: ? not sure, w why we ask, b back, q stop."
ANY_OF = "Type one or more numbers, such as 1 3."
BACK = "b"
STOP = "q"
WHY = "w"
NOT_SURE = "?"
PROMPT = "> "
NUMBER_OF = "A number from {least} to {most}{unit}"
STEP = "Step {done} of at most {all}"
SO_FAR = "So far: {label}. A few more questions show whether it is more urgent."
NO_WHY = "No reason stands beside this question."
AT_START = "This is the first question."
CANNOT_BE_UNSURE = '"Not sure" cannot be said here. Choose what fits best.'
NOT_A_CHOICE = 'There is no answer "{typed}". Type a number from 1 to {most}.'
ONE_ONLY = "Only one answer fits here. Type one number."
NONE_ALONE = '"{none}" cannot stand beside other answers.'
NOT_A_NUMBER = 'Not understood: "{typed}". Type a number from {least} to {most}, such as {least}.'
NOT_WHOLE = "Type a whole number."
NOTHING_TYPED = "Nothing was typed. Not answered is never counted as no, so type an answer."

DO = "What to do"
EXPECT = "What to expect"
SAFETY_NET = {
    Disposition.EMERGENCY: "And remember",
    Disposition.URGENT: "Call {emergency_number} now if you notice",
    Disposition.SOON: "Get help at once if you notice",
    Disposition.SELF_CARE: "Get help at once if you notice",
}
CHECK_AGAIN = "Check again in {days} days."
CHECK_AGAIN_TOMORROW = "Check again tomorrow."
WHY_THIS = "Why this result"
SOURCES = "sources: {ids}"
CHANGES = "What would change it"
UNSURE = "What you were not sure of"
NOT_REVIEWED = "No clinician has reviewed these rules."
NOTHING_KEPT = "Your answers were not kept."
STOPPED = "Stopped before the end, so there is no advice. Your answers were not kept."
EMERGENCY_NUMBER = "the emergency number"
HELPLINE = "a health helpline"
