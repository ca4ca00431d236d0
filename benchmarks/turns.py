"""Turns a second through REST, beside a freshly trained stock `rasa init` bot in the same run.

Run: python -m benchmarks.turns [--seconds 20]. Needs about ten minutes, most of it stock training.
Lotse is measured with free text it never saw (tests/nlu/utterances) and with button presses; stock
Rasa with free text of its own domain and with its `/intent` form of button presses.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import httpx
import yaml

from benchmarks.load import Figures, measure
from benchmarks.processes import Started, start
from bot.settings import ROOT, child_environment

STOCK_TEXTS = (
    "hello there my friend",
    "i feel rather gloomy this evening",
    "today was really wonderful",
    "are you a machine or what",
    "see you next week then",
    "nope not at all",
    "sure go ahead",
    "my day went badly and i am upset",
    "good evening to you",
    "could be better honestly",
)
STOCK_BUTTONS = ("/greet", "/mood_great", "/mood_unhappy", "/bot_challenge", "/goodbye")
OUR_BUTTONS = (
    "/midwife",
    "/nursing_care",
    "/interpreter",
    "/capabilities",
    "/mental_health",
    "/forms_help",
    "/no_insurance",
    "/book_appointment",
)


def our_texts() -> list[str]:
    """Utterances that were not trained on, of every language, mixed; no danger among them."""
    texts = []
    for path in sorted((ROOT / "tests" / "nlu" / "utterances").glob("*.yml")):
        blocks = yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
        texts.append(
            [
                line[2:]
                for block in blocks
                if block["intent"] not in {"emergency", "crisis"}
                for line in block["examples"].splitlines()
                if line.startswith("- ")
            ]
        )
    return [text for row in zip(*texts, strict=False) for text in row]


def start_stock(folder: Path, port: int) -> Started:
    """Train and start the bot that `rasa init` makes."""
    rasa = [sys.executable, "-m", "rasa"]
    environment = child_environment(threads=2)
    print("training the stock bot ...", flush=True)
    subprocess.run(
        [*rasa, "init", "--no-prompt", "--init-dir", str(folder)],
        check=True,
        env=environment,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    (folder / "credentials.yml").write_text("rest:\n")
    command = [*rasa, "run", "--enable-api", "-p", str(port), "-i", "127.0.0.1"]
    return start(command, folder, environment, f"http://127.0.0.1:{port}", "/status")


def start_lotse(folder: Path, port: int, workers: int) -> Started:
    """Start Lotse with an empty database."""
    environment = {
        "LOTSE_DATA": str(folder / "data"),
        "LOTSE_PORT": str(port),
        "LOTSE_WORKERS": str(workers),
        "LOTSE_TELEGRAM_TOKEN": "",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "bot", "run"]
    return start(command, folder, environment, f"http://127.0.0.1:{port}", "/ready")


def _agree(url: str, senders: Sequence[str]) -> None:
    for sender in senders:
        for text in ("/start de", "/give_consent"):
            body = {"sender": sender, "message": text}
            httpx.post(f"{url}/webhooks/rest/webhook", json=body, timeout=60)


def _row(name: str, residents: int, figures: Figures) -> str:
    return (
        f"{name:<28}{residents:>4}{figures.rate:>10.1f}{figures.p50:>10.0f}{figures.p95:>10.0f}"
        f"{figures.failures:>8}"
    )


def measure_server(
    name: str,
    server: Started,
    texts: Sequence[str],
    buttons: Sequence[str],
    seconds: float,
    consent: bool,
) -> dict[tuple[str, int], Figures]:
    """Measure free text and buttons with 1 and 8 residents, and print the rows."""
    found = {}
    for kind, messages in (("text", texts), ("buttons", buttons)):
        for residents in (1, 8):
            senders = [f"{kind}-{residents}-{i}" for i in range(residents)]
            if consent:
                _agree(server.url, senders)
            measure(server.url, senders, messages, 3)
            found[kind, residents] = measure(server.url, senders, messages, seconds)
            print(_row(f"{name}, {kind}", residents, found[kind, residents]), flush=True)
    return found


def main() -> None:
    """Measure both and print the comparison."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        stock = start_stock(Path(one), 5805)
        header = f"{'':<28}{'res.':>4}{'msg/s':>10}{'p50 ms':>10}{'p95 ms':>10}{'failed':>8}"
        print(header)
        theirs = measure_server(
            "stock", stock, STOCK_TEXTS, STOCK_BUTTONS, options.seconds, consent=False
        )
        their_memory = stock.memory_mb()
        stock.stop()
        lotse = start_lotse(Path(two), 5806, options.workers)
        ours = measure_server(
            "Lotse", lotse, our_texts(), OUR_BUTTONS, options.seconds, consent=True
        )
        our_memory = lotse.memory_mb()
        lotse.stop()
    print(f"\nready after   stock {stock.seconds:.1f} s   Lotse {lotse.seconds:.1f} s")
    print(f"resident MiB  stock {their_memory[0]:.0f}   Lotse {our_memory[0]:.0f}")
    print(f"  shared pages counted once: stock {their_memory[1]:.0f}   Lotse {our_memory[1]:.0f}")
    for kind in ("text", "buttons"):
        rate = ours[kind, 8].rate / theirs[kind, 8].rate
        p95 = ours[kind, 8].p95 / theirs[kind, 8].p95
        print(f"at 8 residents, {kind}: {rate:.1f} times the messages, {p95:.2f} of the p95")


if __name__ == "__main__":
    main()
