"""The centre: service descriptions as typed records. Knows nothing of Pelican, HTML pages or search."""
