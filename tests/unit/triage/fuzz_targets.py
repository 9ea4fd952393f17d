"""What a coverage-guided fuzzer calls. Not a test: docs/how-to/fuzz-the-parsers.md says how to run it.

    python tests/unit/triage/fuzz_targets.py protocol FOLDER -max_total_time=180
    python tests/unit/triage/fuzz_targets.py answers FOLDER -max_total_time=180

Anything but the documented errors ends the run and leaves the input in a file.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[2]))

with atheris.instrument_imports(include=["triage_py", "tomllib"]):
    from triage_py import (
        Answers,
        AnswersError,
        Ask,
        Finished,
        MessageError,
        Protocol,
        ProtocolError,
        TriageError,
        assess,
        explain,
        load_protocol,
        next_step,
        read_answers,
        read_protocol,
        write_answers,
    )
    from triage_py.messages import read_json

PLANT = HERE / "plant.toml"
DICTIONARY = Path(__file__).with_suffix(".dict")
"""Words of the two formats, so that the fuzzer need not find them letter by letter."""
FIRST_ANSWERS = (
    b'{"danger": ["none"], "plant": "cactus", "colour": "green", "spots": ["none"], "days": 3}',
    b'{"danger": ["unsure"], "droop": 0, "height": 0.4, "days": 1e400}',
)


def fuzz_protocol(plant: Protocol, data: bytes) -> None:
    """A text is refused as a protocol, or it can be used."""
    del plant
    try:
        protocol = read_protocol(data.decode("utf-8", "surrogateescape"))
    except ProtocolError as error:
        check_told(error)
        return
    use(protocol, Answers({}))


def fuzz_answers(plant: Protocol, data: bytes) -> None:
    """A text is refused as JSON or as answers, or the answers can be used and written again."""
    try:
        answers = read_answers(plant, read_json(data.decode("utf-8", "surrogateescape"), "answers"))
    except (MessageError, AnswersError) as error:
        check_told(error)
        return
    use(plant, answers)
    assert read_answers(plant, write_answers(plant, answers)) == answers


def use(protocol: Protocol, answers: Answers) -> None:
    """What happens to answers on a page."""
    explain(protocol, assess(protocol, answers))
    assert isinstance(next_step(protocol, answers), Ask | Finished)


def check_told(error: TriageError) -> None:
    """A refusal tells of at least one problem, each in one line that can be written anywhere."""
    assert error.problems
    for line in error.lines():
        assert line.isprintable(), line
        line.encode()


TARGETS = {"protocol": fuzz_protocol, "answers": fuzz_answers}


def main() -> None:
    """Hand one target to the fuzzer, with something to start from."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    target, plant = TARGETS[name], load_protocol(PLANT)
    folder.mkdir(parents=True, exist_ok=True)
    protocols = [PLANT, *sorted((HERE / "broken_protocols").glob("*.toml"))]
    seeds = [path.read_bytes() for path in protocols] if name == "protocol" else FIRST_ANSWERS
    for number, seed in enumerate(seeds):
        (folder / f"seed-{number}").write_bytes(seed)
    arguments = [sys.argv[0], str(folder), f"-dict={DICTIONARY}", "-max_len=8192", "-timeout=5"]
    atheris.Setup([*arguments, *sys.argv[3:]], lambda data: target(plant, data))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
