"""The SentencePiece model of a package, one for both languages."""

from __future__ import annotations

import io
from collections.abc import Iterable

import sentencepiece

from bot.translation.placeholders import STYLES

#: Characters a name or an address may need although no training text has them.
ALPHABET = (
    "abcdefghijklmnopqrstuvwxyzäöüßçğışéèABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜÇĞİŞ"
    "абвгдежзийклмнопрстуфхцчшщъыьэюяёАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯЁ"
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةًٌٍَُِّْ،؛؟"
    "0123456789.,:;!?-–—…'\"„“”«»()[]{}<>/@#%&+*=€№°"
)
PAD = 3
#: So many placeholders of every style are pieces of their own: a small model copies one piece
#: more surely than four digits.
PLACEHOLDERS = 12


def train(texts: Iterable[str], pieces: int) -> bytes:
    """A unigram model of at most so many pieces, as the content of a model file.

    Other numbers are split into digits, so that any can be written. The text is taken as it is
    (no Unicode normalisation): a translation must keep it.
    """
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts),
        model_writer=model,
        model_type="unigram",
        vocab_size=pieces,
        hard_vocab_limit=False,
        character_coverage=1.0,
        required_chars=ALPHABET,
        normalization_rule_name="identity",
        split_digits=True,
        user_defined_symbols=[s.write(n) for s in STYLES for n in range(PLACEHOLDERS)],
        pad_id=PAD,
        num_threads=1,
        minloglevel=2,
    )
    return model.getvalue()


class Vocabulary:
    """Text to numbers of pieces and back."""

    def __init__(self, model: bytes) -> None:
        """model: the content of a model file."""
        self._processor = sentencepiece.SentencePieceProcessor(model_proto=model)

    @property
    def pieces(self) -> list[str]:
        """Every piece, in the order of its number."""
        return [self._processor.id_to_piece(n) for n in range(self._processor.get_piece_size())]

    def encode(self, text: str) -> list[int]:
        """The numbers of the text's pieces."""
        return list(self._processor.encode(text))

    def pieces_of(self, text: str) -> list[str]:
        """The text's pieces themselves, as CTranslate2 takes them."""
        return list(self._processor.encode(text, out_type=str))

    def joined(self, pieces: list[str]) -> str:
        """The text of the pieces themselves."""
        return str(self._processor.decode_pieces(pieces))

    def decode(self, numbers: list[int]) -> str:
        """The text of these pieces."""
        return str(self._processor.decode(numbers))
