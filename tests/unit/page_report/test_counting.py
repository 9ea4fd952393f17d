"""What a page holds is counted as a reader meets it."""

from __future__ import annotations

from macros.page_report import count_page


def test_sentences_are_those_of_the_running_text() -> None:
    html = "<h2>No sentence of the text here</h2><p>You can walk a little today. It gets better soon.</p>"

    assert count_page(html).sentences == 2


def test_pieces_of_a_table_do_not_flatter_the_page() -> None:
    assert count_page("<table><tr><td>In 3 days</td></tr></table>").sentences == 0


def test_marks_and_drawings_are_not_read() -> None:
    plain = "<p>You can walk a little today.</p>"
    marked = '<p>You can walk a little today.<sup><a href="x">1, 2</a></sup><svg><text>A b c d e.</text></svg></p>'

    assert count_page(marked).grade == count_page(plain).grade


def test_a_long_sentence_is_one_of_twenty_words() -> None:
    words = "you can walk " * 6 + "a "

    assert count_page(f"<p>{words}.</p>").long_sentences == 0
    assert count_page(f"<p>{words} bit.</p>").long_sentences == 1


def test_an_item_is_counted_without_the_items_inside_it() -> None:
    html = "<ul><li>You can walk a little.<ul><li>You can also rest a little.</li></ul></li></ul>"

    assert count_page(html).sentences == 2


def test_links_are_told_apart() -> None:
    html = '<p><a href="../b/">b</a> <a href="#c">c</a> <a href="https://example.org/">d</a> <a href="tel:1">e</a></p>'
    counts = count_page(html)

    assert (counts.links_within, counts.links_elsewhere) == (2, 1)


def test_harder_words_make_a_higher_grade() -> None:
    easy = count_page("<p>You can walk a little today.</p>")
    hard = count_page("<p>Ambulation remains advisable notwithstanding discomfort.</p>")

    assert hard.grade > easy.grade + 10
