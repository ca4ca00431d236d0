"""Tests of the coordinators' reports."""
