"""Where the form saves: a repository on GitHub or GitLab, or the folder of somebody who works on their own computer."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.catalog import addresses
from plugins.catalog.git import GitError, git

GITHUB = "github.com"
_NOWHERE = {"name": "github", "repo": "lokal/inhalte", "auth_methods": ["token"]}
_MESSAGES = {
    "create": "{{collection}}: {{slug}} angelegt",
    "update": "{{collection}}: {{slug}} geändert",
    "delete": "{{collection}}: {{slug}} gelöscht",
}


@dataclass(frozen=True, slots=True)
class Forge:
    """The address of the repository, and what people log in with.

    `login` is the address of an authenticator for GitHub, and the id of an OAuth application for GitLab.
    """

    address: str = ""
    login: str = ""

    @property
    def host(self) -> str:
        """`github.com`, `gitlab.opencode.de`; empty when there is no repository. Raises `AddressError`."""
        return addresses.parse(self.address).host if self.address else ""

    def backend(self) -> dict[str, Any]:
        """What Sveltia calls a backend."""
        if not self.address:
            return _NOWHERE
        repository = addresses.path_of(self.address).strip("/").removesuffix(".git")
        if self.host == GITHUB:
            login = {"base_url": self.login} if self.login else {"auth_methods": ["token"]}
            return {"name": "github", "repo": repository, "commit_messages": _MESSAGES, **login}
        server = f"https://{self.host}"
        login = {"auth_type": "pkce", "app_id": self.login} if self.login else {"auth_methods": ["token"]}
        places = {"base_url": server, "api_root": f"{server}/api/v4"}
        return {"name": "gitlab", "repo": repository, "commit_messages": _MESSAGES, **places, **login}

    @property
    def servers(self) -> tuple[str, ...]:
        """The servers that the form asks, as a Content-Security-Policy names them."""
        if not self.address:
            return ()
        return ("https://api.github.com",) if self.host == GITHUB else (f"https://{self.host}",)


def folder_in_repository(content: Path) -> str:
    """The folder of the content as its repository names it, with a slash at its end; empty when it is the top."""
    try:
        return git(content, "rev-parse", "--show-prefix").strip()
    except GitError:
        return f"{content.name}/"
