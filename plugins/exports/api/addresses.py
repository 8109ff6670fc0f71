"""Where the documents of the JSON API are; a change that breaks its readers gets another version."""

VERSION = "1"
ROOT = f"api/v{VERSION}/"
INDEX, OPENAPI = f"{ROOT}index.json", f"{ROOT}openapi.json"
SERVICES, OFFICES, TOPICS = (f"{ROOT}{name}.json" for name in ("services", "offices", "topics"))


def service(slug: str) -> str:
    """`api/v1/services/hund-anmelden.json`."""
    return f"{ROOT}services/{slug}.json"


def office(slug: str) -> str:
    """`api/v1/offices/buergerbuero.json`."""
    return f"{ROOT}offices/{slug}.json"


def schema(name: str) -> str:
    """`api/v1/schema/service.json`."""
    return f"{ROOT}schema/{name}.json"
