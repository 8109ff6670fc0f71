"""`python -m plugins.publishing`, as an operator runs it: the old or the new portal is online, whole."""

import json
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plugins.publishing.home import Home
from plugins.publishing.locking import locked
from plugins.publishing.tree import Tree
from tests.conftest import CONTENT
from tests.portals import PROJECT
from tests.publishing.conftest import Desk, at_home, left_behind, served

PAGE = "leistungen/hund-anmelden/index.html"


def test_the_first_publication_is_whole_and_its_addresses_are_noted(first: Desk) -> None:
    current = first.home.current
    assert current
    assert current.name == "ohne-git-1"
    assert list(current.tree.faults()) == []
    assert (first.content / "addresses" / "grossstadt.yaml").is_file()
    assert left_behind(first.home) == []


def test_a_change_is_a_new_release_and_can_be_taken_back_and_forth(desk: Desk) -> None:
    before = served(desk.home)
    desk.say("Melden Sie den Hund sofort an.")
    done = desk.publish()
    assert done.returncode == 0, done.stderr
    assert "✓ Jede Leistung hat ihre Seite, in jeder Sprache, in der es sie gibt: 11 Leistungen" in done.stdout
    assert "  Online ist jetzt ohne-git-2. Gegenüber ohne-git-1: " in done.stdout
    assert "sofort" in (desk.home.link / PAGE).read_text("utf-8")
    after = served(desk.home)

    back = desk.run(desk.command("rollback"))
    assert back.stdout == "Online ist jetzt ohne-git-1, nicht mehr ohne-git-2. Zurück: make rollback TO=ohne-git-2\n"
    assert served(desk.home) == before
    assert desk.run(desk.command("rollback", "--to", "ohne-git-2")).returncode == 0
    assert served(desk.home) == after


def test_without_a_change_there_is_no_new_release(desk: Desk) -> None:
    done = desk.publish()
    assert done.returncode == 0
    assert "  Online bleibt ohne-git-1: Nichts ist anders.\n" in done.stdout
    assert [release.name for release in desk.home.releases()] == ["ohne-git-1"]
    assert left_behind(desk.home) == []


def test_a_damaged_release_is_healed_by_publishing_the_same_again(desk: Desk) -> None:
    (desk.home.link / PAGE).write_text("defaced")
    said = desk.run(desk.command("verify"))
    assert (said.returncode, said.stderr.splitlines()[0]) == (
        1,
        f"{desk.home.folder}/releases/ohne-git-1 ist beschädigt: {PAGE} hat andere Bytes.",
    )
    assert desk.publish().returncode == 0
    assert desk.run(desk.command("verify")).stdout.startswith("ohne-git-2 ist unversehrt: ")


def test_services_that_cannot_be_read_are_no_services_that_vanish(desk: Desk) -> None:
    before = served(desk.home)
    file = desk.content / "services" / "hund-anmelden.md"
    text = file.read_text("utf-8")
    file.write_bytes(text.replace("Hundesteuer", "Hundegebühr").encode("latin-1"))
    (file.with_name("ohne-titel.md")).write_text(text.replace("title: Hund anmelden\n", ""), "utf-8")
    (file.with_name("falscher-tag.md")).write_text(text.replace("2026-10-20", "2026-13-20"), "utf-8")
    done = desk.publish()
    assert done.returncode == 1
    for name in ("hund-anmelden", "ohne-titel", "falscher-tag"):
        assert f"/services/{name}.md:" in done.stderr
    assert done.stderr.endswith("Nicht veröffentlicht: Es ließ sich nicht bauen.\nOnline ist: ohne-git-1.\n")
    assert served(desk.home) == before
    assert left_behind(desk.home) == []


def test_a_gate_that_nobody_knows_is_refused_before_anything_is_built(desk: Desk) -> None:
    done = desk.publish("--allow", "services,seiten")
    assert done.returncode == 2
    assert done.stderr.startswith("ALLOW=seiten: So heißt keine Prüfung. Möglich sind: ")
    assert done.stdout == ""


def test_a_text_that_names_another_town_on_purpose_is_published_as_the_remedy_says(desk: Desk) -> None:
    desk.say("Die Stadt Kleinstadt hilft.")
    refused = desk.publish()
    allow = re.search(r"ALLOW=(strangers:\d+) make …\n", refused.stdout)
    assert (refused.returncode, bool(allow)) == (1, True)
    assert allow
    assert desk.publish("--allow", "strangers").returncode == 1
    done = desk.publish("--allow", allow[1])
    assert done.returncode == 0, done.stderr
    assert "  – Keine Datei nennt Namen" in done.stdout


def test_the_commit_of_the_content_names_the_release(desk: Desk) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@b.example")
    for command in (["init", "-q"], ["add", "-A"], [*who, "commit", "-qm", "Alles"]):
        subprocess.run(["git", *command], cwd=desk.content, check=True, capture_output=True)
    commit = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=desk.content, capture_output=True, text=True
    ).stdout.strip()
    done = desk.publish(INDEXNOW_KEY="12345678")
    assert done.returncode == 0, done.stderr
    current = desk.home.current
    assert current
    assert (current.name, current.note.commit, current.note.follows) == (f"{commit[:7]}-2", commit, "ohne-git-1")
    file = desk.home.folder.with_name("home.indexnow.json")
    assert f"Melden: make ping FILE={file} TO=https://<Suchmaschine>/indexnow\n" in done.stdout
    assert "https://service.grossstadt.example/" in json.loads(file.read_text("utf-8"))["addresses"]
    listed = desk.run(desk.command("list")).stdout.splitlines()
    assert listed[0] == f"{desk.home.folder}:"
    assert listed[1].startswith(f"  → {commit[:7]}-2  ")
    assert listed[2].startswith("    ohne-git-1  ")


def test_who_may_not_wait_goes_away_and_who_may_comes_next(desk: Desk) -> None:
    desk.say("Melden Sie den Hund sofort an.")
    with locked(desk.home.lock, waits=False):
        busy = desk.publish("--no-wait")
        waiting = subprocess.Popen(
            desk.publishing(), cwd=PROJECT, env=desk.environment, stdout=subprocess.PIPE, encoding="utf-8"
        )
        assert waiting.stdout
        said = waiting.stdout.readline()
    assert busy.returncode == 75
    assert busy.stderr.splitlines() == [
        f"In {desk.home.folder} wird gerade veröffentlicht. Versuchen Sie es später noch einmal.",
        "Online ist: ohne-git-1.",
    ]
    assert said == (
        f"In {desk.home.folder} wird gerade veröffentlicht; gewartet wird, bis es fertig ist (sonst: WAIT=0).\n"
    )
    waiting.communicate()
    assert waiting.returncode == 0
    assert desk.home.current == desk.home.named("ohne-git-2")


def test_two_publishers_at_once_leave_one_whole_portal_each(desk: Desk) -> None:
    desk.say("Melden Sie den Hund sofort an.")
    both = [subprocess.Popen(desk.publishing(), cwd=PROJECT, env=desk.environment, stdout=-3, stderr=-3) for _ in "ab"]
    assert [process.wait() for process in both] == [0, 0]
    assert [release.name for release in desk.home.releases()] == ["ohne-git-2", "ohne-git-1"]
    assert all(not list(release.tree.faults()) for release in desk.home.releases())
    assert left_behind(desk.home) == []


@pytest.mark.parametrize("way", [signal.SIGTERM, signal.SIGINT])
def test_who_is_asked_to_stop_says_so_and_leaves_nothing_behind(desk: Desk, way: signal.Signals) -> None:
    desk.say("Melden Sie den Hund sofort an.")
    before = served(desk.home)
    with started(desk) as process:
        process.send_signal(way)
        _, said = process.communicate()
    assert process.returncode == 130
    assert said.endswith("Abgebrochen.\nOnline ist: ohne-git-1.\n")
    assert served(desk.home) == before
    assert left_behind(desk.home) == []


@contextmanager
def started(desk: Desk) -> Iterator["subprocess.Popen[str]"]:
    """A publisher that builds, and hears Ctrl+C even when these tests run in the background."""
    with subprocess.Popen(
        desk.publishing(),
        cwd=PROJECT,
        env=desk.environment,
        stdout=-1,
        stderr=-1,
        encoding="utf-8",
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        while process.poll() is None and not list(desk.home.folder.glob(".passing-*/*")):
            time.sleep(0.01)
        yield process


def test_a_killed_publisher_keeps_the_next_one_out_until_its_build_is_over(desk: Desk) -> None:
    with started(desk) as process:
        process.kill()
        process.wait()
        desk.say("Melden Sie den Hund sofort an.")
        done = desk.publish()
    assert done.returncode == 0, done.stderr
    assert desk.home.current == desk.home.named("ohne-git-2")
    assert left_behind(desk.home) == []


def test_all_portals_go_online_and_one_that_cannot_spoils_no_other(tmp_path: Path) -> None:
    desk = Desk(shutil.copytree(CONTENT, tmp_path / "content"), Home(tmp_path / "home"))
    foreign = desk.home.portal("kleinstadt").link
    foreign.mkdir(parents=True)
    done = desk.publish("--portals")
    assert done.returncode == 1
    assert f"  {foreign} ist keine Verknüpfung auf eine Veröffentlichung." in done.stderr
    assert "  Online ist noch nichts.\n" in done.stderr
    assert done.stderr.endswith("Nicht veröffentlicht: Stadt Kleinstadt. Die anderen Portale sind online.\n")
    assert [line for line in done.stdout.splitlines() if line.startswith("[") and " Leistungen" not in line] == [
        "[1/3] Stadt Großstadt",
        "[2/3] Stadt Kleinstadt",
        "[3/3] Kreis Muster",
    ]
    for slug in ("grossstadt", "kreis-muster"):
        folder = desk.home.portal(slug).link
        assert list(Tree.of(folder).faults()) == []
        assert f'href="https://service.{slug}.example/"' in (folder / "index.html").read_text("utf-8")
    assert "- kleinstadt\n" not in (desk.content / "addresses" / "shared.yaml").read_text("utf-8")
    assert left_behind(desk.home) == []

    assert not (desk.home.folder / "releases").exists()

    foreign.rmdir()
    assert desk.publish("--portals").returncode == 0
    assert [[release.name for release in home.releases()] for home in desk.home.portals()] == [["ohne-git-1"]] * 3
    alone = Desk(desk.content, desk.home.portal("kleinstadt"))
    assert alone.run(alone.command("verify")).stdout.startswith("ohne-git-1 ist unversehrt: ")


def test_a_disk_without_room_is_said_before_anything_is_built(tmp_path: Path) -> None:
    done = on_another_disk(tmp_path, "size=600k")
    assert "Der Platz reicht nicht: In " in done.stderr
    assert "gebraucht werden 52,4 MB (für die erste Veröffentlichung). Schaffen Sie Platz" in done.stderr


def test_a_disk_that_runs_full_leaves_the_old_portal_online(tmp_path: Path) -> None:
    done = on_another_disk(tmp_path, "size=600k", "old")
    assert re.sub(r"passing-[0-9a-f]+(/[a-z-]+)*", "passing", done.stderr).splitlines()[-4:] == [
        f"{tmp_path}/disk/.passing: Der Datenträger ist voll. Schaffen Sie Platz und wiederholen Sie den Befehl.",
        "Nicht veröffentlicht: Es ließ sich nicht bauen.",
        "Online ist: x-1.",
        "served: old",
    ]
    assert "Traceback" not in done.stderr


def test_a_disk_that_may_only_be_read_is_named(tmp_path: Path) -> None:
    done = on_another_disk(tmp_path, "ro", "old")
    assert done.stderr.splitlines() == [
        f"{tmp_path}/disk/.lock: Hier darf nur gelesen werden. "
        "Nehmen Sie einen Ordner, in den geschrieben werden darf.",
        "Online ist: x-1.",
        "served: old",
    ]


def on_another_disk(tmp_path: Path, kind: str, *texts: str) -> "subprocess.CompletedProcess[str]":
    """Publish to a disk of a kind on which these sites were published before; ends with what is served then."""
    disk = tmp_path / "disk"
    disk.mkdir()
    home = at_home(tmp_path / "home", *texts)
    desk = Desk(shutil.copytree(CONTENT, tmp_path / "content"), Home(disk))
    script = (
        'mount -t tmpfs tmpfs "$0" && cp -a "$1/." "$0" && mount -o "remount,$2" "$0" || exit 99; shift 2; "$@";'
        ' code=$?; echo "served: $(cat "$0/current/page.html")" >&2; exit $code'
    )
    done = desk.run(["unshare", "-rm", "sh", "-c", script, str(disk), str(home.folder), kind, *desk.publishing()])
    if done.returncode == 99 or "unshare" in done.stderr:
        pytest.skip(f"another disk needs the right to mount one: {done.stderr.strip()}")
    assert done.returncode == 1, done.stdout + done.stderr
    return done
