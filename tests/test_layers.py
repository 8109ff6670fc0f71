"""The layer rule of the house: a module imports from lower layers and from its own room, and nothing else of ours."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LAYERS = (
    "plugins.catalog.places plugins.catalog.german plugins.catalog.tolerant plugins.catalog.addresses"
    " plugins.catalog.records plugins.catalog.kept plugins.catalog.manifest plugins.catalog.opening"
    " plugins.catalog.stages plugins.catalog.scanning plugins.catalog.today plugins.catalog.cores",
    "plugins.catalog.nodes plugins.catalog.facts plugins.catalog.yaml_errors"
    " plugins.catalog.sections plugins.catalog.fences plugins.catalog.source plugins.catalog.files"
    " plugins.catalog.shapes plugins.catalog.salvage plugins.catalog.messages plugins.catalog.markdown"
    " plugins.catalog.sanitising"
    " plugins.catalog.hours plugins.catalog.links plugins.catalog.holidays plugins.catalog.kinds"
    " plugins.catalog.reading plugins.catalog.urls plugins.catalog.ordinary"
    " plugins.catalog.secrets plugins.catalog.suspects plugins.catalog.allowing plugins.catalog.deciphering"
    " plugins.catalog.glancing"
    " plugins.catalog.labels plugins.catalog.official plugins.catalog.policies plugins.catalog.reference"
    " plugins.catalog.manuscript"
    " plugins.catalog.written plugins.catalog.encodings plugins.catalog.git plugins.catalog.history"
    " plugins.catalog.digests"
    " plugins.catalog.yaml_writing"
    " plugins.catalog.json_schema plugins.catalog.persons plugins.catalog.wording plugins.catalog.contacts"
    " plugins.media",
    "plugins.catalog.catalog plugins.catalog.targets plugins.catalog.by_rule plugins.catalog.offer"
    " plugins.catalog.nearest plugins.catalog.ways_in plugins.catalog.competence plugins.catalog.directory"
    " plugins.catalog.marks plugins.catalog.answering plugins.catalog.doubtful"
    " plugins.catalog.brief plugins.catalog.checks plugins.catalog.validation plugins.catalog.choosing"
    " plugins.catalog.printing plugins.catalog.disk"
    " plugins.catalog.changes plugins.catalog.presence plugins.catalog.published plugins.catalog.impersonal"
    " plugins.catalog.forwarding plugins.catalog.registering"
    " plugins.authoring.scaffold",
    "plugins.editing plugins.exchange plugins.interface plugins.language plugins.links plugins.metadata search",
    "plugins.exports plugins.hosting plugins.catalog.explaining plugins.catalog.explaining_ways",
    "plugins.authoring plugins.pages plugins.probe plugins.publishing plugins.review plugins.search_page",
    "plugins.status plugins.cluster",
    "plugins.catalog.__main__ plugins.authoring.__main__ plugins.exchange.__main__ plugins.language.__main__"
    " plugins.editing.__main__ plugins.exports.__main__ plugins.links.__main__ plugins.review.__main__ search.__main__"
    " plugins.status.__main__ plugins.metadata.__main__ plugins.probe.__main__ plugins.publishing.__main__"
    " plugins.hosting.__main__"
    " plugins.serve"
    " pelicanconf",
    "publishconf",
)
ALONE = "search.analysis"
OWNERS = {
    "pelican": ("plugins.pages", "pelicanconf", "publishconf"),
    "whoosh": ("search",),
    "lunr": ("search",),
    "PIL": ("plugins.media",),
    "pikepdf": ("plugins.media",),
    "distributed": ("plugins.cluster",),
    "fsspec": ("plugins.cluster",),
}


def within(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def layer(module: str) -> int | None:
    """The layer of the longest name that the module belongs to; None when nobody gave it one."""
    places = [
        (len(name), number) for number, names in enumerate(LAYERS) for name in names.split() if within(module, name)
    ]
    return max(places)[1] if places else None


def room(module: str) -> str:
    """`plugins.catalog`, `plugins.pages`, `search`, `pelicanconf`."""
    return ".".join(module.split(".")[: 2 if within(module, "plugins") else 1])


def modules(root: Path) -> dict[str, Path]:
    """Every module of ours by its dotted name."""
    files = [*root.glob("plugins/**/*.py"), *root.glob("search/**/*.py"), *root.glob("*conf.py")]
    names = {file: ".".join(file.relative_to(root).with_suffix("").parts) for file in files}
    return {name.removesuffix(".__init__"): file for file, name in sorted(names.items())}


def imports(file: Path, known: Mapping[str, Path]) -> Iterator[str]:
    """What a file imports, `from package import module` as the module."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = "." * node.level + (node.module or "")
            yield from (f"{start}.{alias.name}" if f"{start}.{alias.name}" in known else start for alias in node.names)


def violations(root: Path) -> list[str]:
    """Every import that the rule forbids, as a sentence."""
    known = modules(root)
    pairs = sorted({(name, target) for name, file in known.items() for target in imports(file, known)})
    return [f"{name} imports {target}: {why}" for name, target in pairs if (why := objection(name, target, known))]


def objection(name: str, target: str, known: Mapping[str, Path]) -> str:
    owners = OWNERS.get(target.split(".")[0])
    if owners and not any(within(name, owner) for owner in owners):
        return f"only {', '.join(owners)} may"
    if target.startswith("."):
        return "relative"
    if target not in known:
        return ""
    if within(name, ALONE):
        return "" if within(target, ALONE) else f"{ALONE} stands alone"
    own, other = layer(name), layer(target)
    if own is None or other is None:
        return "no layer"
    if other > own:
        return f"layer {other} above {own}"
    return "strangers" if other == own and room(name) != room(target) else ""


def test_modules_import_only_from_lower_layers_and_their_own_room() -> None:
    assert violations(ROOT) == []


def test_every_module_has_a_layer() -> None:
    packages = {"plugins", "plugins.catalog"}
    assert [name for name in modules(ROOT) if name not in packages and layer(name) is None] == []


def test_a_layer_names_only_what_there_is() -> None:
    known = modules(ROOT)
    assert [name for names in LAYERS for name in names.split() if name not in known] == []


def test_the_real_tree_is_seen() -> None:
    known = modules(ROOT)
    assert {"plugins.catalog.checks.slug", "plugins.pages", "search.analysis.folding", "pelicanconf"} <= known.keys()
    assert "plugins.catalog.places" in set(imports(known["plugins.catalog.nodes"], known))
    assert "plugins.catalog.source" in set(imports(known["plugins.catalog.catalog"], known))


@pytest.mark.parametrize(
    ("name", "text", "objection"),
    [
        (
            "plugins.catalog.records.fee",
            "from plugins.catalog import catalog",
            "plugins.catalog.catalog: layer 2 above 0",
        ),
        (
            "plugins.catalog.source",
            "import plugins.catalog.checks.slug",
            "plugins.catalog.checks.slug: layer 2 above 1",
        ),
        (
            "plugins.catalog.catalog",
            "def late():\n    from plugins.pages.run import build",
            "plugins.pages.run: layer 5 above 2",
        ),
        ("plugins.exchange.csv", "from search import documents", "search.documents: strangers"),
        ("plugins.exchange.csv", "from ..catalog import places", "..catalog: relative"),
        (
            "search.analysis.words",
            "from plugins.catalog.places import Place",
            "plugins.catalog.places: search.analysis stands alone",
        ),
        ("search.analysis.words", "from search import documents", "search.documents: search.analysis stands alone"),
        (
            "plugins.catalog.printing",
            "from pelican import signals",
            "pelican: only plugins.pages, pelicanconf, publishconf may",
        ),
        ("plugins.exchange.csv", "import whoosh.index", "whoosh.index: only search may"),
        ("plugins.pages.run", "import lunr", "lunr: only search may"),
        ("plugins.pages.run", "import pelicanconf", "pelicanconf: layer 7 above 5"),
        ("plugins.newcomer", "from plugins.catalog import places", "plugins.catalog.places: no layer"),
    ],
)
def test_a_forbidden_import_is_found(tmp_path: Path, name: str, text: str, objection: str) -> None:
    tree = ["plugins.catalog.places", "plugins.catalog.catalog", "plugins.catalog.checks.slug", "plugins.pages.run"]
    for module in [*tree, "search.documents", "pelicanconf", name]:
        file = tmp_path / f"{module.replace('.', '/')}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text if module == name else "", encoding="utf-8")
    assert violations(tmp_path) == [f"{name} imports {objection}"]
