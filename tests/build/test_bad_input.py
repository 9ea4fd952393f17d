"""A mistake of an author is told with file, place and remedy, and costs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.build.conftest import Workshop

MISTAKES = {
    "an unknown claim": (
        "content/red-flags.md",
        'cite("flag-bladder-bowel"',
        'cite("flag-bladder-bowl"',
        ["content/red-flags.md:", "flag-bladder-bowl", 'Did you mean "flag-bladder-bowel"?'],
    ),
    "an unknown figure": (
        "content/prevention.md",
        'figure("plank")',
        'figure("plonk")',
        ["content/prevention.md:", "plonk", 'Did you mean "plank"?'],
    ),
    "an unknown timeline": (
        "content/what-to-do.md",
        'timeline("after-training")',
        'timeline("after-trainin")',
        ["content/what-to-do.md:", "after-trainin", 'Did you mean "after-training"?'],
    ),
    "an unknown level": (
        "content/red-flags.md",
        'red_flags("urgent")',
        'red_flags("urgnt")',
        ["content/red-flags.md:", "urgnt", 'Did you mean "urgent"?'],
    ),
    "a macro that cannot be read": (
        "content/red-flags.md",
        '{{ red_flags("urgent") }}',
        '{{ red_flags("urgent" }}',
        ["content/red-flags.md:", "cannot be read"],
    ),
    "broken TOML": (
        "content/self-check/protocol.toml",
        "[default]",
        "[default",
        ["content/self-check/protocol.toml", "not valid TOML", "line"],
    ),
    "a rule that names what is not there": (
        "content/self-check/protocol.toml",
        '"emergency-signs includes bladder"',
        '"emergency-sings includes bladder"',
        ["content/self-check/protocol.toml:", "rules.bladder.when", "emergency-sings", "Did you"],
    ),
    "a rule whose evidence is not in the register": (
        "content/self-check/protocol.toml",
        '"ces-bladder-subtle"',
        '"ces-blader-subtle"',
        ["rules.bladder.sources", "ces-blader-subtle", 'Did you mean "ces-bladder-subtle"?'],
    ),
    "a question that paper cannot ask": (
        "content/self-check/protocol.toml",
        'ask_when = "health includes pregnant"',
        'ask_when = { all = ["health includes pregnant", { none = ["age is oldest"] }] }',
        ["protocol.toml: questions.pregnancy-signs.ask_when", "Write ask_when as"],
    ),
    "a vignette whose answer is not in the protocol": (
        "content/self-check/vignettes/young-and-old.toml",
        'age = "young"',
        'age = "yong"',
        ["content/self-check/vignettes/young-and-old.toml: 16-year-old gymnast", '"yong"', "Did"],
    ),
    "an unknown region": (
        "mkdocs.yml",
        "region: uk",
        "region: atlantis",
        ["mkdocs.yml: extra.region", "atlantis", '"uk"'],
    ),
    "an address of the FHIR questionnaire that is none": (
        "mkdocs.yml",
        'fhir_url: ""',
        "fhir_url: our-clinic",
        ["mkdocs.yml: extra.fhir_url", "our-clinic", "https://"],
    ),
    "a text without its translation": (
        "content/self-check/protocol.toml",
        'text = "Which side?"',
        'text = "Which side?"\nhint = "A new line of the original"',
        [
            "content/es/self-check/protocol.toml: questions.sides.hint",
            "missing",
            "“A new line of the original”",
        ],
    ),
    "a translation that tells another number": (
        "content/es/self-check/protocol.toml",
        "Un dolor de 0 a 3 sobre 10",
        "Un dolor de 0 a 5 sobre 10",
        ["content/es/self-check/protocol.toml: dispositions.self_care.do[3]", "0, 3, 10"],
    ),
    "a language without a folder": (
        "mkdocs.yml",
        "languages: [es]",
        "languages: [es, pl]",
        ["mkdocs.yml: extra.languages", "content/pl", "add-a-language.md"],
    ),
    "settings without their translation": (
        "content/es/site.toml",
        "site_name =",
        "site_nam =",
        ["content/es/site.toml: site_name: this text is missing", "site_nam: nothing has"],
    ),
    "a snippet of a page that the settings do not allow": (
        "mkdocs.yml",
        '  embed:\n    sites: "*"\n',
        "",
        ["content/put-it-on-your-site.md:", "embed_snippet()", "In mkdocs.yml"],
    ),
    "a source without its title": (
        "content/evidence/care.toml",
        "title =",
        "titel =",
        ["content/evidence/care.toml:", "titel"],
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_and_the_old_site_stays(mistake: str, workshop: Workshop) -> None:
    """File, place and remedy in plain words; no traceback; the site as it was."""
    file, old, new, told = MISTAKES[mistake]
    workshop.site.mkdir()
    (workshop.site / "index.html").write_text("yesterday's site")
    workshop.replace(file, old, new)

    built = workshop.build()

    said = built.stdout + built.stderr
    assert built.returncode != 0
    assert [word for word in told if word not in said] == [], said
    assert "Traceback" not in said
    assert [path.name for path in workshop.site.iterdir()] == ["index.html"]
    assert (workshop.site / "index.html").read_text() == "yesterday's site"
    assert not list(workshop.root.glob(".site-*"))
