"""What a portal was built with: every package of the lock files, as a CycloneDX bill of materials (SBOM).

The lock files alone decide about its bytes. Licences of Python's packages stand in the packages: all that are locked
for every machine have to be installed as locked; those for some machines only are named without a licence everywhere.
"""

import base64
import json
import tomllib
import uuid
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from plugins.publishing.errors import PublishError

PYTHON, NODE = Path("requirements/build.txt"), Path("package-lock.json")
"""The lock files of what a build needs; tools of the tests are in none of it."""

NAME = "Fundstelle"
_FILES = "fundstelle:sha256"
"""The digests of all files that a package of Python comes as; which of them is installed, the machine decides."""

_LICENCE = "EUPL-1.2"
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "fundstelle")


def lock_digest(project: Path) -> str:
    """The SHA-256 of the lock files: the same packages, the same digest."""
    return sha256(b"\0".join((project / file).read_bytes() for file in (PYTHON, NODE))).hexdigest()


def bill(project: Path, version: str) -> bytes:
    """The bill as CycloneDX 1.6 in JSON; the same lock files give the same bytes."""
    software = Component(
        name=NAME, version=version, bom_ref=NAME, type=ComponentType.APPLICATION, licenses=_licences(_LICENCE)
    )
    packages = [*_python(project / PYTHON), *_node(project / NODE)]
    made = Bom(
        serial_number=uuid.uuid5(_NAMESPACE, lock_digest(project)),
        metadata=BomMetaData(component=software),
        components=packages,
    )
    wanted = _wanted(project)
    made.register_dependency(software, [one for one in packages if one.purl and _key(one.purl) in wanted])
    written = json.loads(make_outputter(made, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string())
    del written["metadata"]["timestamp"]
    return json.dumps(written, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def _wanted(project: Path) -> set[tuple[str, str]]:
    """The packages that we ask for ourselves; the others come with them."""
    ours = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    theirs = json.loads((project / NODE).read_text("utf-8"))["packages"][""]["dependencies"]
    return {("pypi", canonicalize_name(Requirement(one).name)) for one in ours} | {("npm", name) for name in theirs}


def _key(url: PackageURL) -> tuple[str, str]:
    """`pkg:npm/%40kern-ux/native@2.7.2` → npm, @kern-ux/native."""
    return url.type, f"{url.namespace}/{url.name}" if url.namespace else url.name


def _python(lock: Path) -> Iterator[Component]:
    """The packages of a pip lock file, each with the digests of all its files. Raises `PublishError`."""
    for line in lock.read_text("utf-8").replace("\\\n", " ").splitlines():
        if line and not line.startswith((" ", "#")):
            written, *digests = line.split("--hash=sha256:")
            wanted = Requirement(written.strip())
            version = str(wanted.specifier).removeprefix("==")
            licence = "" if wanted.marker else _licence_of(_installed(wanted.name, version))
            yield _component(
                PackageURL("pypi", name=wanted.name, version=version),
                licence,
                digests=" ".join(map(str.strip, digests)),
            )


def _installed(name: str, version: str) -> Distribution:
    """A package as it is locked. Raises `PublishError` where it is another one, or none."""
    try:
        found = distribution(name)
    except PackageNotFoundError:
        found = None
    if found is None or Version(found.version) != Version(version):
        there = f"installiert ist {found.version}" if found else "installiert ist es nicht"
        raise PublishError(f"{PYTHON} verlangt {name} {version}, {there}. Holen Sie das nach: make setup")
    return found


def _node(lock: Path) -> Iterator[Component]:
    """The packages of an npm lock file that are no tools of the tests."""
    for place, entry in json.loads(lock.read_text("utf-8"))["packages"].items():
        if place and not entry.get("dev"):
            group, _, name = place.rpartition("node_modules/")[2].rpartition("/")
            url = PackageURL("npm", namespace=group or None, name=name, version=entry["version"])
            yield _component(url, entry.get("license", ""), entry["integrity"])


def _component(url: PackageURL, licence: str, integrity: str = "", digests: str = "") -> Component:
    return Component(
        name=url.name,
        group=url.namespace,
        version=url.version,
        purl=url,
        bom_ref=url.to_string(),
        licenses=_licences(licence),
        hashes=[_hash(integrity)] if integrity else [],
        properties=[Property(name=_FILES, value=digests)] if digests else [],
    )


def _hash(integrity: str) -> HashType:
    """npm's `sha512-<base64>` as CycloneDX wants it."""
    return HashType(alg=HashAlgorithm.SHA_512, content=base64.b64decode(integrity.partition("-")[2]).hex())


def _licences(named: str) -> list[Any]:
    found = LicenseFactory().make_from_string(named) if named else None
    return [found] if found else []


def _licence_of(package: Distribution) -> str:
    """What a package says its licence is."""
    said: Any = package.metadata
    short = said.get("License-Expression") or said.get("License") or ""
    named = [line.rpartition(" :: ")[2] for line in said.get_all("Classifier") or () if line.startswith("License :: ")]
    return short if short and "\n" not in short else " AND ".join(named)
