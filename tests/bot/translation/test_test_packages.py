"""The small packages translate through Argos itself, offline, and say that they are test data."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import sacrebleu

from bot.curated import KNOWLEDGE, ROOT
from bot.translation.parallel import parallel_texts
from bot.translation.placeholders import STYLES
from dialogues import ready_made
from knowledge import library

FOLDER = ROOT / "tests" / "packages"
OTHERS = ("ar", "ru", "tr", "en")
PAIRS = [pair for other in OTHERS for pair in (("de", other), (other, "de"))]
PACKAGES = {pair: FOLDER / f"translate-{pair[0]}_{pair[1]}-0_1.argosmodel" for pair in PAIRS}

# Argos reads the environment and makes folders when it is imported, hence a process of its own.
ARGOS = """
import json, socket, sys

def refuse(*arguments):
    raise AssertionError("a test reached for the network")

socket.socket.connect = refuse
socket.getaddrinfo = refuse

from argostranslate import package, translate

class Whole:
    def split_sentences(self, text):
        return [text]

asked = json.load(sys.stdin)
for path in asked["packages"]:
    package.install_from_path(path)
answers = []
for source, target, text in asked["texts"]:
    translation = translate.get_translation_from_codes(source, target)
    translation.underlying.sentencizer = Whole()  # the default one downloads a model
    answers.append(translation.translate(text))
json.dump(answers, sys.stdout)
"""

# The assistant keeps TensorFlow out of its process, and so out of the tests' process.
CONVERTED = """
import json, pathlib, sys

import ctranslate2
import numpy as np

from scripts.test_packages.conversion import write_model
from scripts.test_packages.network import Shape, new_weights
from scripts.test_packages.training import translate

shape = Shape(pieces=40, width=32, inner=48, layers=2)
weights = new_weights(shape, seed=3)
chance = np.random.default_rng(5)
for weight in weights.values():  # so that no bias is nothing
    weight.assign_add(chance.normal(0, 0.3, weight.shape))
pieces = ["<unk>", "<s>", "</s>", "<pad>", *(f"piece{number}" for number in range(4, 40))]
values = {name: weight.numpy() for name, weight in weights.items()}
write_model(values, pieces, shape, pathlib.Path(sys.argv[1]), quantization=None)
sources = [[int(n) for n in chance.integers(4, 40, size)] for size in (1, 3, 7, 20)]
model = ctranslate2.Translator(sys.argv[1], intra_threads=1)
results = model.translate_batch(
    [[pieces[number] for number in source] for source in sources],
    beam_size=1,
    min_decoding_length=0,
    max_decoding_length=30,
)
converted = [result.hypotheses[0] for result in results]
trained = [[pieces[n] for n in found] for found in translate(weights, shape, sources, longest=30)]
json.dump([converted, trained], sys.stdout)
"""


class Argos:
    """Argos Translate with packages installed in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        """folder: for everything Argos writes."""
        places = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "HOME")
        self._environment = {
            **os.environ,
            **{place: str(folder / place.lower()) for place in places},
            "ARGOS_PACKAGES_DIR": str(folder / "packages"),
            "ARGOS_CHUNK_TYPE": "MINISBD",
            "ARGOS_INTRA_THREADS": "1",
        }

    def translate(self, packages: list[Path], texts: list[tuple[str, str, str]]) -> list[str]:
        """Each (source, target, text) translated by the first of its hypotheses."""
        asked = {"packages": [str(path) for path in packages], "texts": texts}
        done = subprocess.run(
            [sys.executable, "-c", ARGOS],
            input=json.dumps(asked),
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=420,
        )
        assert done.returncode == 0, done.stderr
        answers: list[str] = json.loads(done.stdout)
        return answers


def inside(package: Path, name: str) -> str:
    """A text file of a package."""
    with zipfile.ZipFile(package) as archive:
        return archive.read(f"{package.stem}/{name}").decode()


@pytest.fixture(scope="module")
def argos(tmp_path_factory: pytest.TempPathFactory) -> Argos:
    return Argos(tmp_path_factory.mktemp("argos"))


AGE = "Wie alt ist die Person?"
KNOWN = [
    ("de", "ar", AGE, "كم عمر هذا الشخص؟"),
    ("ar", "de", "كم عمر هذا الشخص؟", AGE),
    ("de", "ru", AGE, "Сколько лет этому человеку?"),
    ("de", "tr", AGE, "Bu kişi kaç yaşında?"),
    ("de", "en", AGE, "How old is the person?"),
]


def test_a_known_sentence_comes_out_of_argos_as_people_wrote_it(argos: Argos) -> None:
    said = argos.translate(list(PACKAGES.values()), [known[:3] for known in KNOWN])
    assert said == [wanted for *_, wanted in KNOWN]


def test_ready_made_replies_come_out_nearly_as_people_wrote_them(argos: Argos) -> None:
    texts = parallel_texts(library.load(KNOWLEDGE), ready_made.load())
    replies = [t.texts for t in texts if t.origin.startswith("reply:")]
    few = [t for t in replies if "{" not in t["de"] and not any(map(str.isdigit, t["de"]))][::8]
    asked = [(s, t, reply[s]) for s, t in PAIRS for reply in few]
    said = argos.translate(list(PACKAGES.values()), asked)
    for number, (source, target) in enumerate(PAIRS):
        part = said[number * len(few) : (number + 1) * len(few)]
        score = sacrebleu.corpus_chrf(part, [[reply[target] for reply in few]]).score
        assert score > 80, f"{source} to {target}"


@pytest.mark.parametrize(
    ("source", "target", "text", "placeholders"),
    [
        ("de", "ar", "Die Adresse ist: {}.", 1),
        ("de", "ar", "Bitte schicken oder bringen Sie es bis {}.", 1),
        ("de", "ar", "In dem Brief steht: Sie sollen {} bis {} bezahlen.", 2),
        ("de", "ar", "Passt Ihnen ein {} am {} um {}?", 3),
        ("ar", "de", "الهاتف: {}.", 1),
    ],
)
def test_placeholders_survive_in_one_of_the_styles_that_are_tried_in_turn(
    argos: Argos, source: str, target: str, text: str, placeholders: int
) -> None:
    written = [text.format(*map(style.write, range(placeholders))) for style in STYLES]
    said = argos.translate(
        [PACKAGES[(source, target)]], [(source, target, each) for each in written]
    )
    read = [style.read(each, placeholders) for style, each in zip(STYLES, said, strict=True)]
    assert any(read), said


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_every_package_says_that_it_is_test_data(pair: tuple[str, str]) -> None:
    metadata = json.loads(inside(PACKAGES[pair], "metadata.json"))
    assert metadata["test_data"] is True
    assert "TEST DATA" in metadata["name"]
    assert (metadata["from_code"], metadata["to_code"]) == pair
    assert "never for residents" in inside(PACKAGES[pair], "README.md")


def test_every_package_has_one_folder_as_those_of_argos_have() -> None:
    for path in PACKAGES.values():
        with zipfile.ZipFile(path) as archive:
            assert {name.split("/")[0] for name in archive.namelist()} == {path.stem}


def test_all_packages_together_are_small_enough_to_be_kept_with_the_code() -> None:
    assert sum(path.stat().st_size for path in PACKAGES.values()) < 8_000_000


@pytest.mark.timeout(480)
def test_the_script_makes_a_package_that_loads(argos: Argos, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "scripts.train_test_packages"]
        + ["--pairs", "tr-de", "--texts", "20", "--epochs", "1", "--jobs", "1"]
        + ["--out", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=420,
    )
    assert done.returncode == 0, done.stderr
    assert "chrF" in done.stdout
    package = tmp_path / "translate-tr_de-0_1.argosmodel"
    assert len(argos.translate([package], [("tr", "de", "Ücretsizdir.")])) == 1


@pytest.mark.timeout(480)
def test_the_converted_model_says_what_the_trained_network_says(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", CONVERTED, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=420,
    )
    assert done.returncode == 0, done.stderr
    converted, trained = json.loads(done.stdout)
    assert len({tuple(pieces) for pieces in trained}) > 1
    assert converted == trained
