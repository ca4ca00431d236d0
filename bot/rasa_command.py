"""Rasa's own command line without TensorFlow: `python -m bot.rasa_command train`."""

from __future__ import annotations

from bot.lean_rasa import without_unused_libraries


def main() -> None:
    """Run `rasa` with this process's arguments."""
    without_unused_libraries()
    from rasa.__main__ import main as rasa

    rasa()


if __name__ == "__main__":
    main()
