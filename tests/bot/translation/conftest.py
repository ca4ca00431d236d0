"""Imports the libraries that warn about each other, so that warnings of ours stay errors."""

from __future__ import annotations

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import spacy  # noqa: F401
