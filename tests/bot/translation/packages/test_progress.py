"""How far a download is."""

from __future__ import annotations

from rich.console import Console

from bot.translation.packages.progress import Bar, Lines, meter


def test_a_bar_is_drawn_on_a_terminal_only() -> None:
    terminal = Console(force_terminal=True, width=100)
    with terminal.capture() as drawn:
        bar = meter(terminal)
        bar.begin("x.argosmodel", 500_000, 1_000_000)
        bar.at(1_000_000)
        bar.end()
        bar.say("done [b]and[/b] said")
    assert isinstance(bar, Bar)
    assert "━" in drawn.get()
    assert "1.0/1.0 MB" in drawn.get()
    assert "[b]and[/b]" in drawn.get()
    assert isinstance(meter(Console(force_terminal=False)), Lines)


def test_plain_lines_come_at_each_tenth() -> None:
    console = Console(force_terminal=False)
    with console.capture() as written:
        lines = Lines(console)
        lines.begin("x", 250, 1000)
        for done in range(250, 1001, 10):
            lines.at(done)
        lines.end()
        lines.begin("y", 0, None)
        for done in range(0, 25_000_000, 1_000_000):
            lines.at(done)
        lines.end()
    assert written.get().splitlines() == [
        "x: 1.0 kB, goes on at 250 bytes",
        *(f"x: {tenth}00 bytes ({tenth}0 %)" for tenth in range(3, 10)),
        "x: 1.0 kB (100 %)",
        "y: size not known",
        "y: 10.0 MB",
        "y: 20.0 MB",
    ]
