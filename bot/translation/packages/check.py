"""Whether an installed package is what was installed, and whether it translates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bot.translation.packages import record
from bot.translation.packages.shelf import InstalledPackage
from bot.translation.packages.trouble import PackageError, meaning

#: A word of the language that any model of it should know.
WORDS = {"de": "Arzt", "en": "doctor", "ar": "طبيب", "ru": "врач", "tr": "doktor"}
_LONGEST = 32


def changes(package: InstalledPackage) -> list[str]:
    """What differs from what was installed, a sentence each; empty if nothing does.

    Raises PackageError when there is nothing to compare with, or a file cannot be read.
    """
    try:
        kept = record.read(package.path)
        if kept is None:
            raise PackageError(f"no {record.FILE}: it was not installed by Lotse")
        there = _files(package.path)
        found = [f"{name} is missing" for name in kept.files if name not in there]
        found += [f"{name} is new" for name in there if name not in kept.files]
        found += [
            f"{name} was changed"
            for name, sha256 in kept.files.items()
            if name in there and record.digest(package.path / name) != sha256
        ]
    except OSError as error:
        raise PackageError(meaning(error)) from None
    return sorted(found)


def try_out(package: InstalledPackage) -> tuple[str, str]:
    """A word and its translation by this package alone. Raises PackageError when there is none."""
    import ctranslate2

    word = WORDS.get(package.from_code, "a")
    try:
        translator = ctranslate2.Translator(
            str(package.path / "model"), device="cpu", inter_threads=1, intra_threads=1
        )
        encode, decode = _tokeniser(package.path)
        prefix = [[package.target_prefix]] if package.target_prefix else None
        result = translator.translate_batch(
            [encode(word)], target_prefix=prefix, max_decoding_length=_LONGEST
        )
        tokens = [token for token in result[0].hypotheses[0] if token != package.target_prefix]
        translation = decode(tokens).strip()
    # Both libraries raise these for files that make no sense to them.
    except (RuntimeError, ValueError, OSError) as error:
        raise PackageError(f"the model does not load ({str(error).splitlines()[0]})") from None
    if not translation:
        raise PackageError(f"the model makes nothing of {word!r}")
    return word, translation


def _files(package: Path) -> set[str]:
    there = {
        path.relative_to(package).as_posix() for path in package.rglob("*") if not path.is_dir()
    }
    return there - {record.FILE}


def _tokeniser(package: Path) -> tuple[Callable[[str], list[str]], Callable[[list[str]], str]]:
    """How the package's model wants its text in pieces, and back."""
    from sentencepiece import SentencePieceProcessor

    if not (package / "sentencepiece.model").is_file():
        return _letters, lambda tokens: " ".join(tokens).replace("@@ ", "")
    processor = SentencePieceProcessor(model_file=str(package / "sentencepiece.model"))
    return (
        lambda text: list(processor.encode(text, out_type=str)),
        lambda tokens: str(processor.decode_pieces(tokens)).replace("▁", " "),
    )


def _letters(word: str) -> list[str]:
    """A word as subword-nmt writes it when it knows no longer pieces; enough to try a model out."""
    return [f"{letter}@@" for letter in word[:-1]] + [word[-1]]
