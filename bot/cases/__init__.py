"""Handing over: the state machine, hours, relay, expiry; no Rasa, no channel."""
