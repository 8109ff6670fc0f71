"""The facts of a department's services as a table for Excel, out and back in."""
