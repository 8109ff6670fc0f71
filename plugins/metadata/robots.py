"""What robots are told before they read a page."""

ADDRESS = "/robots.txt"


def robots(sitemap: str) -> bytes:
    """Everything may be read: only who reads a page sees that it must not be listed."""
    return f"User-agent: *\nDisallow:\n\nSitemap: {sitemap}\n".encode()
