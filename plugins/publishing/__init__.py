"""From a built portal to a published one: looked at by gates, put in place whole, taken back in one step."""
