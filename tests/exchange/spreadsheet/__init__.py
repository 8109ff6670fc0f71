"""Tables of services from other systems."""
