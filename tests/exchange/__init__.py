"""Tests of the exchange with other systems."""
