"""The probe, against servers on loopback."""
