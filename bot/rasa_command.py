"""Rasa's own command line for this project, installed as `rasa`.

It starts without the libraries that Lotse does not use (`bot/lean_rasa.py`), and it knows that in
`rasa shell nlu` the last word is a command: Rasa takes it for the path of a model wherever a
folder `nlu` exists (rasa.cli.utils.parse_last_positional_argument_as_model_path).
"""

from __future__ import annotations

import sys

from bot.lean_rasa import without_unused_libraries


def main() -> None:
    """Run `rasa` with this process's arguments."""
    if sys.argv[1:] == ["shell", "nlu"]:
        sys.argv += ["--model", "models"]
    without_unused_libraries(but=("matplotlib",))
    from rasa.__main__ import main as rasa

    rasa()


if __name__ == "__main__":
    main()
