from __future__ import annotations

import io
import re
from copy import deepcopy
from datetime import UTC, datetime

import pypdf
import pytest

from confapp.errors import RuleViolation
from confapp.proceedings.exports.book import book
from confapp.proceedings.exports.pdf import fallback_fonts, font_folders, pdf
from confapp.proceedings.exports.worker import answer
from confapp.proceedings.sealing import redact, seal
from tests.proceedings.samples import KEY, draft, fixed_salts, record, sealed

URL = "https://example.org/proceedings/meridian-1884/"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def read(data):
    return pypdf.PdfReader(io.BytesIO(data))


def text_of(reader):
    """The text as words; hyphens at the end of lines are taken back."""
    whole = "\n".join(page.extract_text() for page in reader.pages)
    return " ".join(re.sub(r"[-\u00ad]\n", "", whole).split())


def pdf_with(text, *, language="en", title="Proceedings"):
    one = draft()
    one["edition"] |= {"language": language, "title": title}
    one["sections"] = [record(1, text)]
    return pdf(seal(one, KEY, salt=fixed_salts()))


@pytest.fixture(scope="module")
def written():
    return pdf(sealed(), url=URL)


@pytest.fixture(scope="module")
def reader(written):
    return read(written)


def test_same_edition_same_bytes(written):
    assert pdf(sealed(), url=URL) == written


def test_it_says_what_it_is(reader):
    assert (reader.metadata.title, reader.metadata.author, reader.metadata.subject) == (
        "Proceedings of the International Meridian Conference",
        "The Secretariat",
        "International Meridian Conference",
    )
    assert reader.metadata.creation_date.date().isoformat() == "2026-11-21"
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"].value is True


def test_it_is_archivable_and_accessible_by_its_own_word(reader):
    metadata = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    found = dict(re.findall(r"<(pdf(?:a|ua)id:\w+)>(\w+)<", metadata))
    assert found == {"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
    assert reader.trailer["/Root"]["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"


def test_it_is_tagged(reader):
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"].value is True
    kinds = set()
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, pypdf.generic.ArrayObject):
            waiting += node
        elif isinstance(node, pypdf.generic.DictionaryObject):
            kinds.add(node.get("/S"))
            waiting += [node["/K"]] if "/K" in node else []
    assert kinds >= {"/H1", "/P", "/Table", "/TH", "/TD", "/TOC", "/Link"}


def test_every_font_is_embedded(reader):
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            (child,) = font.get_object()["/DescendantFonts"]
            descriptor = child.get_object()["/FontDescriptor"].get_object()
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)


def test_its_outline_has_every_section(reader):
    titles = [item.title for item in reader.outline]
    assert titles == ["Record of session 1", "Record of session 2", "This edition"]


def test_title_page_and_proof(reader):
    first, last = reader.pages[0].extract_text(), text_of(reader)
    assert "1 October – 1 November 1884" in " ".join(first.split())
    assert "Edition 1" in first
    assert f"sha256:{sealed()['tree']['root']}" in last
    assert sealed()["key"]["id"] in last


def test_every_paragraph_leads_to_its_address(reader):
    links = {
        annotation.get_object()["/A"]["/URI"]
        for page in reader.pages
        for annotation in page.get("/Annots", [])
        if "/URI" in annotation.get_object().get("/A", {})
    }
    assert links == {f"{URL}#{name}" for name in ("s1.p1", "s1.p2", "s1.p3", "s2.p1")}


def test_running_heads_and_page_numbers():
    one = draft()
    one["sections"] = [record(1, *["The Conference went on. " * 40] * 8)]
    pages = read(pdf(seal(one, KEY))).pages
    heads = [" ".join(page.extract_text().split()[:6]) for page in pages]
    assert heads[3].startswith("4 International Meridian Conference")
    assert heads[4].startswith("Record of session 1 5")


def test_rolls_and_votes_are_tables(reader):
    whole = text_of(reader)
    for expected in ("Present · 3", "In favour 2", "Against 0", "Abstaining 1", "(ad referendum)"):
        assert expected in whole, expected


def test_a_black_out_is_shown():
    whole = text_of(read(pdf(redact(sealed(), "s1.p2", "By order of a court", KEY, at=NOW))))
    assert "Paragraph s1.p2 was blacked out on 23 November 2026: By order of a court" in whole
    assert "took the chair" not in whole


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Заседание открыл председатель"),
        ("ja", "会議は午後一時に開会した"),
        ("ko", "회의는 오후에 개회하였다"),
        ("zh-Hans", "会议于下午一时开幕"),
    ],
)
def test_other_scripts(language, text):
    reader = read(pdf_with(text, language=language, title=text))
    assert text.replace(" ", "") in text_of(reader).replace(" ", "")
    assert reader.trailer["/Root"]["/Lang"] == language.partition("-")[0]


def test_a_script_from_right_to_left():
    reader = read(pdf_with("افتتح المؤتمر", language="ar", title="أعمال المؤتمر"))
    assert reader.metadata.title == "أعمال المؤتمر"
    fonts = {str(font.get_object()["/BaseFont"]) for font in reader.pages[2]["/Resources"]["/Font"].values()}
    assert any("NotoSansArabic" in name for name in fonts)


def test_a_character_that_no_font_has_is_named():
    assert "[U+13000] and [U+1F600]" in text_of(read(pdf_with("𓀀 and 😀")))


@pytest.mark.parametrize(
    "text",
    ['#panic("x") #read("/etc/passwd")', "= Heading", "$x$ `raw` <label> @ref \\ // /* */", '"]); #panic("y")', "{\\}"],
)
def test_nothing_in_the_text_is_markup_of_the_template(text):
    shown = text.replace("\\ ", "").replace("{\\}", "{").replace("//", "//")
    assert shown.split()[0] in text_of(read(pdf_with(text)))


def test_a_template_that_fails_is_told():
    task = {"book": {}, "fonts": [], "fallback": [], "timestamp": 0, "seconds": 1, "memory": 1}
    said = answer(task)
    assert said.startswith(b"error\n")
    assert b"does not contain key" in said


def test_the_worker_answers_with_the_pdf():
    document = sealed()
    document["sections"][0]["paragraphs"][0]["text"] = "𓀀"
    task = {"book": book(document), "fonts": font_folders(), "fallback": fallback_fonts("en"), "timestamp": 0}
    said = answer({**task, "seconds": 1, "memory": 1})
    assert said.startswith(b"pdf\n%PDF-1.7")


def test_fonts_that_are_not_installed_are_passed_over():
    assert font_folders({"no_such_package": "files"}) == []


def test_too_little_time_is_answered_with_a_sentence():
    with pytest.raises(RuleViolation, match=r"not ready after 0\.01 seconds"):
        pdf(sealed(), seconds=0.01)


def test_too_little_memory_is_answered_with_a_sentence():
    with pytest.raises(RuleViolation, match="could not be made"):
        pdf(sealed(), memory=1_000_000)


def test_the_editions_own_language_chooses_its_shapes():
    assert [fallback_fonts(tag)[1] for tag in ("ja", "ko-KP", "zh-Hans", "en")] == [
        "Noto Sans CJK JP",
        "Noto Sans CJK KR",
        "Noto Sans CJK SC",
        "Noto Sans CJK JP",
    ]


def test_the_book_leaves_the_edition_as_it_was():
    document = sealed()
    before = deepcopy(document)
    book(document)
    assert document == before


def test_a_section_may_begin_with_a_heading_of_the_second_level():
    one = draft()
    one["sections"] = [
        {
            "id": "s9",
            "kind": "record",
            "title": "Ninth session",
            "paragraphs": [
                {"id": "s9.h", "kind": "heading", "text": "Deep at once", "data": {"level": 2}},
                {"id": "s9.p", "kind": "text", "text": "Said."},
            ],
        }
    ]
    assert "Deep at once" in text_of(read(pdf(seal(one, KEY, salt=fixed_salts()))))
