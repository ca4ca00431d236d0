"""Residents on Telegram: receiving by polling or webhook, sending within the flood limits."""
