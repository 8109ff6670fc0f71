"""Tests of plugins/media."""
