"""Search: the services of one municipality as an index that the browser reads, and the same ranking at the desk."""
