"""Numbers for the operator's metrics page; none of them says anything about a person."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest


class Metrics:
    """The counters of the serving process."""

    def __init__(self) -> None:
        """All at zero."""
        self._registry = CollectorRegistry()
        self._received = Counter(
            "lotse_messages_received", "Messages accepted", ["channel"], registry=self._registry
        )
        self._repeats = Counter(
            "lotse_messages_repeated",
            "Messages known already",
            ["channel"],
            registry=self._registry,
        )
        self._deliveries = Counter(
            "lotse_deliveries",
            "Replies sent, put off or failed",
            ["channel", "result"],
            registry=self._registry,
        )
        self._turn = Histogram(
            "lotse_turn_seconds",
            "From accepting a message to its answer being written",
            registry=self._registry,
            buckets=(0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 15, 60),
        )
        self._workers = Gauge("lotse_workers_ready", "Workers ready", registry=self._registry)
        self._restarts = Counter(
            "lotse_worker_restarts",
            "Workers that died and were started again",
            registry=self._registry,
        )

        self._translations = Counter(
            "lotse_translations",
            "Messages translated, by whom, or why not",
            ["source", "target", "result"],
            registry=self._registry,
        )
        self._gates = Counter(
            "lotse_translation_gates",
            "Tries to translate a sentence that a gate stopped",
            ["gate", "source", "target"],
            registry=self._registry,
        )

        self._erased = Counter(
            "lotse_rows_erased",
            "Rows erased because their time was over",
            ["table"],
            registry=self._registry,
        )

    def erased(self, table: str, rows: int) -> None:
        """So many rows of a table were past their time."""
        self._erased.labels(table).inc(rows)

    def received(self, channel: str, repeat: bool) -> None:
        """A channel delivered a message."""
        (self._repeats if repeat else self._received).labels(channel).inc()

    def delivery(self, channel: str, result: str) -> None:
        """A reply was "sent", put off ("later") or "failed"."""
        self._deliveries.labels(channel, result).inc()

    def turn(self, seconds: float) -> None:
        """A message was answered after so many seconds."""
        self._turn.observe(seconds)

    def workers(self, ready: int) -> None:
        """So many workers are ready."""
        self._workers.set(ready)

    def restarted(self) -> None:
        """A worker died and is started again."""
        self._restarts.inc()

    def translated(self, source: str, target: str, result: str) -> None:
        """A message was translated by "people" or "machine", or not for a reason."""
        self._translations.labels(source, target, result).inc()

    def stopped(self, gate: str, source: str, target: str) -> None:
        """A gate stopped a try to translate a sentence."""
        self._gates.labels(gate, source, target).inc()

    def page(self) -> bytes:
        """The page in Prometheus' text format."""
        return bytes(generate_latest(self._registry))
