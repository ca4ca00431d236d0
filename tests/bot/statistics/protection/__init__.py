"""Tests of hiding small cells."""
