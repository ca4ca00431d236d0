"""A draft becomes the answer only when it fits, and somebody stands for it by name and date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import Result

from bot.settings import ROOT
from bot.translation.confirming import problems, recorded
from bot.translation.drafts import TARGETS, Draft, DraftError, digest, german_of, read, write
from knowledge import library as shelves
from knowledge.library import KnowledgeError, Library
from knowledge.model import Confirmation
from tests.bot.translation.small_library import GERMAN, TOPIC, TURKISH, Lotse

BY = ("--by", 'Elif Ş. "Ela"', "--on", "2026-11-22")


@pytest.fixture
def lotse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lotse:
    """A curator with a Turkish draft that a person has gone over."""
    curator = Lotse(tmp_path, monkeypatch)
    topic = shelves.load(curator.knowledge).topics["midwife"]
    german = digest(german_of(curator.topic, topic))
    draft = Draft("tr", date(2026, 11, 21), ("de-en 1.0", "en-tr 1.5"), german, TURKISH)
    write(curator.topic / "tr.draft.md", draft)
    return curator


def _edit(lotse: Lotse, text: str) -> None:
    path = lotse.topic / "tr.draft.md"
    head = path.read_text().split("\n---\n", 1)[0]
    path.write_text(f"{head}\n---\n{text}")


def _confirm(lotse: Lotse, *more: str) -> Result:
    return lotse("translate", "confirm", "midwife", "tr", *BY, *more)


def test_a_confirmed_draft_is_the_answer_and_says_who_confirmed_it(lotse: Lotse) -> None:
    said = _confirm(lotse)
    assert said.exit_code == 0, said.output
    assert "tr.md is the answer, confirmed by Elif" in said.output
    assert (lotse.topic / "tr.md").read_text() == TURKISH
    assert not (lotse.topic / "tr.draft.md").exists()
    topic = shelves.load(lotse.knowledge).topics["midwife"]
    assert topic.wordings["tr"].title == "Ebe bulmak"
    assert topic.translations == {"tr": Confirmation('Elif Ş. "Ela"', date(2026, 11, 22))}
    assert topic.drafts == ()


def test_the_rest_of_topic_yml_stays_as_it_was_written(lotse: Lotse) -> None:
    _confirm(lotse)
    noted = (lotse.topic / "topic.yml").read_text()
    assert noted == TOPIC + ('translations:\n  tr: {by: "Elif Ş. \\"Ela\\"", on: 2026-11-22}\n')


def test_other_confirmations_are_kept_and_the_same_language_is_replaced() -> None:
    text = recorded(TOPIC, "tr", "Elif", date(2026, 11, 22)) + "# the end\n"
    text = recorded(text, "ru", "Olga", date(2026, 11, 23))
    text = recorded(text, "tr", "Cem", date(2026, 11, 24))
    assert text == TOPIC + (
        'translations:\n  tr: {by: "Cem", on: 2026-11-24}\n'
        '  ru: {by: "Olga", on: 2026-11-23}\n# the end\n'
    )


def test_windows_line_ends_are_kept() -> None:
    text = recorded(TOPIC.replace("\n", "\r\n"), "tr", "Elif", date(2026, 11, 22))
    assert text.count("\r\n") == text.count("\n") == TOPIC.count("\n") + 2


@pytest.mark.parametrize("block", ["translations: {}\n", "translations: # none\n  {}\n"])
def test_what_is_written_in_another_way_is_left_to_the_curator(block: str) -> None:
    with pytest.raises(
        DraftError, match='add under translations: tr: {by: "Elif", on: 2026-11-22}'
    ):
        recorded(TOPIC + block, "tr", "Elif", date(2026, 11, 22))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "Ücretsizdir.",
            "[[nicht übersetzt: Das kostet nichts.]]",
            "line 22 is not translated yet: [[nicht übersetzt: Das kostet nichts.]]",
        ),
        ("2. Randevunuzu söyleyin.\n", "", "has the steps 1, in German the steps 1, 2"),
        ("- sorularınız\n", "", "lines of ## bring: 1, in German 2"),
        ("36100", "36101", "numbers are missing: 36100"),
        ("36100", "36100 2026", "numbers are not in the German answer: 2026"),
        ("## more\nÜcretsizdir. Sigortanıza da sorun.\n", "", "## more is missing"),
        ("\n## desk\nİyi günler, bir ebe arıyorum.\n", "", "## desk"),
        ("# Ebe bulmak", "# Kendinize uygun bir ebe bulmak", "the title has 30 characters"),
        ("# Ebe bulmak", "Ebe bulmak", "the first line must be '# ' and a title"),
        ("## bring", "## getirin", "section 'getirin' is none of"),
    ],
)
def test_what_does_not_fit_the_german_is_told_and_nothing_changes(
    lotse: Lotse, old: str, new: str, told: str
) -> None:
    _edit(lotse, TURKISH.replace(old, new))
    said = _confirm(lotse, "--anyway")
    assert said.exit_code == 1
    assert told in said.stderr
    assert not (lotse.topic / "tr.md").exists()
    assert (lotse.topic / "tr.draft.md").exists()
    assert (lotse.topic / "topic.yml").read_text() == TOPIC


@pytest.mark.parametrize("file", ["de.md", "topic.yml"])
def test_german_that_changed_meanwhile_is_told(lotse: Lotse, file: str) -> None:
    path = lotse.topic / file
    path.write_text(path.read_text().replace("Hebamme", "gute Hebamme"))
    said = _confirm(lotse)
    assert said.exit_code == 1
    assert "the German answer has changed since the draft was made" in said.stderr
    assert _confirm(lotse, "--anyway").exit_code == 0


def test_an_answer_that_is_there_is_replaced_only_when_asked_to(lotse: Lotse) -> None:
    (lotse.topic / "tr.md").write_text(TURKISH.replace("Ücretsizdir", "Bedavadır"))
    said = _confirm(lotse)
    assert said.exit_code == 1
    assert "there is an answer in tr already; --replace takes its place" in said.stderr
    assert _confirm(lotse, "--replace").exit_code == 0
    assert (lotse.topic / "tr.md").read_text() == TURKISH


def test_a_confirmation_that_was_cut_off_can_be_done_again(lotse: Lotse) -> None:
    (lotse.topic / "tr.md").write_text(TURKISH)
    assert _confirm(lotse).exit_code == 0
    assert not (lotse.topic / "tr.draft.md").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--by", " "), "--by must be a name"),
        (("--by", "a\nb"), "--by must be a name"),
        (("--by", "x" * 81), "--by must be a name"),
        (("--by", "Elif", "--on", "2999-01-01"), "is in the future"),
    ],
)
def test_nobody_confirms_without_a_name_or_ahead_of_time(
    lotse: Lotse, arguments: tuple[str, ...], told: str
) -> None:
    said = lotse("translate", "confirm", "midwife", "tr", *arguments)
    assert said.exit_code == 1
    assert told in said.stderr


def test_who_confirms_is_asked_for(lotse: Lotse) -> None:
    assert lotse("translate", "confirm", "midwife", "tr").exit_code == 2
    assert (
        lotse("translate", "confirm", "midwife", "tr", "--by", "E", "--on", "1.2.").exit_code == 2
    )


def test_without_a_draft_there_is_nothing_to_confirm(lotse: Lotse) -> None:
    said = lotse("translate", "confirm", "midwife", "ru", *BY)
    assert (said.exit_code, said.stderr) == (1, "there is no draft midwife/ru.draft.md\n")


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("[tr]", "translations is no mapping"),
        ("{tr: Elif}", "tr needs by"),
        ("{tr: {by: Elif}}", "tr needs by"),
        ("{tr: {by: '', on: 2026-11-22}}", "tr needs by"),
        ("{tr: {by: Elif, on: soon}}", "'soon' is no date"),
        ("{ru: {by: Olga, on: 2026-11-22}}", "ru is no language this is translated into"),
        ("{de: {by: Olga, on: 2026-11-22}}", "de is no language this is translated into"),
    ],
)
def test_a_mistake_in_the_confirmations_is_told(lotse: Lotse, value: str, told: str) -> None:
    (lotse.topic / "tr.md").write_text(TURKISH)
    (lotse.topic / "topic.yml").write_text(TOPIC + f"translations: {value}\n")
    with pytest.raises(KnowledgeError, match=told) as caught:
        shelves.load(lotse.knowledge)
    assert "topic.yml" in str(caught.value)


def test_a_quoted_on_is_understood_too(lotse: Lotse) -> None:
    (lotse.topic / "tr.md").write_text(TURKISH)
    (lotse.topic / "topic.yml").write_text(
        TOPIC + 'translations: {tr: {by: Elif, "on": 2026-11-22}}\n'
    )
    found = shelves.load(lotse.knowledge).topics["midwife"].translations
    assert found["tr"].on == date(2026, 11, 22)


def test_a_draft_reads_as_it_was_written(tmp_path: Path) -> None:
    draft = Draft("tr", date(2026, 11, 22), ("de-en 1.0", "en-tr 1.5"), "ab" * 32, TURKISH)
    folder = tmp_path / "midwife"
    folder.mkdir()
    write(folder / "tr.draft.md", draft)
    assert read(folder, "tr") == draft
    assert [path.name for path in folder.iterdir()] == ["tr.draft.md"]


def test_every_answer_that_people_wrote_would_pass(library: Library) -> None:
    """So what is asked of a draft is what good answers have."""
    for topic in library.topics.values():
        folder = ROOT / "knowledge" / "topics" / topic.id
        german = german_of(folder, topic)
        for language in TARGETS:
            path = folder / f"{language}.md"
            draft = Draft(language, date(2026, 11, 22), (), "", path.read_text(encoding="utf-8"))
            assert problems(draft, german, path) == [], (topic.id, language)


def test_a_real_topic_yml_can_be_added_to() -> None:
    for path in (ROOT / "knowledge" / "topics").glob("*/topic.yml"):
        text = path.read_text(encoding="utf-8")
        noted = recorded(text, "tr", "Elif", date(2026, 11, 22))
        assert noted.startswith(text.rstrip())
        assert yaml.safe_load(noted)["translations"]["tr"]["by"] == "Elif"


def test_the_german_that_is_compared_has_the_desk_sentence(lotse: Lotse) -> None:
    topic = shelves.load(lotse.knowledge).topics["midwife"]
    assert german_of(lotse.topic, topic) == (
        f"{GERMAN}\n## desk\nGuten Tag, ich suche eine Hebamme.\n"
    )
