"""Residents on Telegram: receiving by polling or webhook, sending within the flood limits."""

from connectors.telegram.connector import Misconfigured, TelegramConnector

__all__ = ["Misconfigured", "TelegramConnector"]
