"""Secrets are known by the forms their issuers gave them; prose, keys of laws and digests are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalog.scanning import scanner
from plugins.catalog.secrets import FORMS, Secret, secrets, widened
from tests.conftest import Draft, said

RANDOM = "x7Qm2Lk9Rt4Wb8Nz5Vc1Hd6Jf3Pg0Ys"
LETTERS = "B7QM2LK3RT4WZ5NV"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("-----BEGIN " + "PRIVATE KEY-----", "privater Schlüssel"),
        ("-----BEGIN RSA " + "PRIVATE KEY-----", "privater Schlüssel"),
        ("-----BEGIN PGP " + "PRIVATE KEY BLOCK-----", "privater Schlüssel"),
        ("PuTTY-User-Key-File-" + "3: ssh-ed25519", "privater Schlüssel"),
        ("git clone https://anna:" + "geheim@git.example/x", "Adresse mit Passwort"),
        ("glpat" + f"-{RANDOM[:20]}", "Token von GitLab"),
        ("glrt" + f"-{RANDOM[:20]}", "Token von GitLab"),
        ("ghp" + f"_{RANDOM}abcd1", "Token von GitHub"),
        ("github" + f"_pat_{RANDOM}_{RANDOM}", "Token von GitHub"),
        ("AKIA" + LETTERS, "Schlüssel von Amazon"),
        ("AIza" + f"{RANDOM}abcd", "Schlüssel von Google"),
        ("xoxb" + f"-123456789012-{RANDOM}", "Token von Slack"),
        ("sk" + f"_live_{RANDOM}", "Schlüssel von Stripe"),
        ("npm" + f"_{RANDOM}abcde", "Token von npm"),
        ("eyJ" + f"{RANDOM}.eyJ{RANDOM}.{RANDOM}", "Anmelde-Token (JWT)"),
        (f"Authorization: Bearer {RANDOM}", "Zugangsdaten"),
        (f"password: {RANDOM}", "Passwort oder Schlüssel"),
        (f'"clientSecret": "{RANDOM}"', "Passwort oder Schlüssel"),
        (f"API_KEY={RANDOM}", "Passwort oder Schlüssel"),
        (f"https://karte.example/?api_key={RANDOM}", "Passwort oder Schlüssel"),
        (f"api_key = &#34;{RANDOM}&#34;", "Passwort oder Schlüssel"),
        (f'{{\\"api_key\\": \\"{RANDOM}\\"}}', "Passwort oder Schlüssel"),
        ("aws_secret_access_key = wJalrXUtnF" + "EMI/K7MDENG/bPxRfiCYQ2ZZ", "Passwort oder Schlüssel"),
        (f'"Authorization":"Bearer {RANDOM}"', "Zugangsdaten"),
        (f"authorization = BEARER {RANDOM}", "Zugangsdaten"),
        (f"AUTHORIZATION: basic {RANDOM}", "Zugangsdaten"),
        ("SG." + f"{RANDOM[:22]}.{RANDOM}{RANDOM[:12]}", "Schlüssel von SendGrid"),
        ("123456789:" + f"AA{RANDOM}abcd", "Token von Telegram"),
        ("SK" + "0123456789abcdef" * 2, "Schlüssel von Twilio"),
        ("https://discord.com/api/" + f"webhooks/123456/{RANDOM}", "Adresse mit Token von Discord"),
        (r"https:\/\/hooks.slack.com\/" + rf"services\/T01\/{RANDOM}", "Adresse mit Token von Slack"),
        ("sk" + f"-{RANDOM}{RANDOM}", "Schlüssel eines Sprachmodells"),
        ("postgres://u:" + "p@db.example/x", "Adresse mit Passwort"),
        ("redis://:" + "geheim@db.example", "Adresse mit Passwort"),
        (f"PRIVATE_TOKEN = '{RANDOM}'", "Passwort oder Schlüssel"),
    ],
)
def test_a_secret_is_known_by_its_form_and_told_by_its_line(text: str, name: str) -> None:
    assert list(secrets(f"eins\n{text}\n".encode())) == [Secret(name, 2)]


@pytest.mark.parametrize(
    "text",
    [
        "Ihr Passwort: siehe Brief der Bundesagentur",
        "Passwort: Mindestens12Zeichen und eine Zahl",
        "Passwort=Ihre-Steuernummer-11-stellig",
        "Secret: Aktenzeichen-2026/0815-AbC",
        "https://formulare.kreis-muster.example/antrag?token=abc123def456ghi789jkl",
        "https://formulare.kreis-muster.example/antrag?a=1&amp;token=abc123def456ghi789jkl",
        "Das Passwort besteht aus 12 Zeichen.",
        "token: bundid-anmeldung-starten",
        "secret: geheimnisvoll-aber-nur-ein-wort",
        "https://www.stadt.example/a:b@c",
        "https://www.stadt.example/?mail=info@stadt.example:443",
        "mailto:info@stadt.example",
        "möglich-täglich-vorzüglich-unverzüglich-glücklich",
        "-----BEGIN CERTIFICATE-----",
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "99050012104000 053740012012 DE02120300000000202051",
        "AKIA und ASIA sind Abkürzungen",
        "task-oriented, risk-ant-hill-and-some-more-words-here",
    ],
)
def test_what_people_write_is_none(text: str) -> None:
    assert list(secrets(text.encode())) == []


@pytest.mark.parametrize("start", ["token=", "eyJ", "-----BEGIN ", "://a:", "password = ", "secret:::", "gl", "_KEY="])
def test_a_file_made_to_be_read_for_long_ends_without_a_find(start: str) -> None:
    assert list(secrets((start * 200_000).encode())) == []


def test_a_line_is_told_once_and_every_line_is_told() -> None:
    line = "glpat" + f"-{RANDOM}"
    assert [found.line for found in secrets(f"{line} {line}\n\n{line}".encode())] == [1, 3]


@pytest.mark.parametrize(
    ("path", "line"),
    [("services/hund-anmelden.md", 36), ("offices/amtsgericht.yaml", 1), ("services/neu.md", 3)],
)
def test_content_with_a_secret_is_an_error_that_names_the_line_and_not_the_secret(
    write: Draft, path: str, line: int
) -> None:
    token = "glpat" + f"-{RANDOM}"
    file = write.folder / path
    before = file.read_text("utf-8").splitlines() if file.is_file() else ["---", "title: Neu"]
    text = "\n".join([*before[: line - 1], f"# {token}", *before[line - 1 :]])
    found = [one for one in said(write(path, text)) if "[secret]" in one]
    assert found == [
        f"content/{path}:{line}:1: Das darf niemand lesen: Token von GitLab  [secret] → Löschen Sie die Stelle, und "
        "sperren Sie den Zugang beim Anbieter: Im Verlauf von git bleibt er lesbar."
    ]
    assert RANDOM not in " ".join(said(write.problems()))


@given(st.data())
def test_what_a_form_matches_is_never_ruled_out_beforehand(data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(FORMS))
    written = data.draw(st.from_regex(form.pattern))
    assert scanner(widened(form))(written)
