"""Hides small cells of published tables so that nobody can compute them; no database."""
