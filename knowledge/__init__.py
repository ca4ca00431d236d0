"""Answers, contacts and places as curators wrote them. Imports nothing of ours."""
