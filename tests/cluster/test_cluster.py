"""Portals built by workers elsewhere: the same bytes as here, whoever dies, and never from anything else."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from plugins.catalog import manifest
from plugins.cluster import client
from tests.cluster.conftest import DAY, Cluster, lists, soon
from tests.conftest import CONTENT, TODAY
from tests.portals import PROJECT, inherited, pelican


def build(cluster: Cluster, output: Path, content: Path = CONTENT, **more: str) -> "subprocess.CompletedProcess[str]":
    return pelican(CONTENT=content, OUTPUT=output, PORTALS="1", SCHEDULER=cluster.address, **DAY, **more)


def test_a_cluster_writes_the_same_bytes_as_one_process(
    cluster: Cluster, local: Mapping[str, str], tmp_path: Path
) -> None:
    done = build(cluster, tmp_path)
    assert done.returncode == 0, done.stderr
    assert {line.split()[0] for line in done.stdout.splitlines()} == {"[1/3]", "[2/3]", "[3/3]", "lesen"}
    assert lists(tmp_path) == local


def test_a_cluster_fills_an_object_store(cluster: Cluster, local: Mapping[str, str], tmp_path: Path) -> None:
    done = build(cluster, tmp_path / "unused", OUT=f"file://{tmp_path}/bucket")
    assert done.returncode == 0, done.stderr
    assert lists(tmp_path / "bucket") == local
    assert not (tmp_path / "unused").exists()
    again = build(cluster, tmp_path / "unused", OUT=f"file://{tmp_path}/bucket")
    assert again.stdout.count("; 0 Dateien übertragen\n") == 3


def test_other_content_is_refused_and_the_old_output_stays(cluster: Cluster, tmp_path: Path) -> None:
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    service = content / "services/gewerbe-anmelden.md"
    service.write_text(service.read_text("utf-8") + "\n## Volltext\n\nBringen Sie Ihren Ausweis mit.\n", "utf-8")
    done = build(cluster, tmp_path / "output", content)
    assert done.returncode == 1
    assert f":{CONTENT} ist anders als dort, wo der Auftrag herkommt. " in done.stderr
    assert "Gleichen Sie beides ab und wiederholen Sie den Befehl." in done.stderr
    assert done.stderr.splitlines()[-1] == "Nicht gebaut: Stadt Großstadt, Stadt Kleinstadt, Kreis Muster."
    assert not (tmp_path / "output").exists()


def test_a_worker_that_is_killed_while_it_writes_is_replaced(
    cluster: Cluster, local: Mapping[str, str], tmp_path: Path
) -> None:
    assert built_while_one_dies(cluster, "finish-kleinstadt", tmp_path) == local


def test_the_last_portal_is_made_in_pieces_to_the_same_bytes(
    cluster_for_pieces: Cluster, local: Mapping[str, str], tmp_path: Path
) -> None:
    done = build(cluster_for_pieces, tmp_path)
    assert done.returncode == 0, done.stderr
    assert lists(tmp_path) == local
    assert not list(tmp_path.glob("portals/*/.new-*"))
    (tmp_path / "portals/kreis-muster/index.html").unlink()
    again = build(cluster_for_pieces, tmp_path)
    assert again.stdout.count("; 0 Dateien geschrieben, 0 entfernt") == 2
    assert again.stdout.count("; 1 Dateien geschrieben, 0 entfernt") == 1
    assert lists(tmp_path) == local


def test_a_piece_of_which_the_worker_is_killed_is_made_once_more(
    cluster_for_pieces: Cluster, local: Mapping[str, str], tmp_path: Path
) -> None:
    assert built_while_one_dies(cluster_for_pieces, "piece-kreis-muster", tmp_path) == local


def built_while_one_dies(cluster: Cluster, moment: str, output: Path) -> Mapping[str, str]:
    dies = cluster.halts(moment)
    environment = {"CONTENT": str(CONTENT), "OUTPUT": str(output), "PORTALS": "1", "SCHEDULER": cluster.address}
    with subprocess.Popen(
        [sys.executable, "-m", "pelican"],
        cwd=PROJECT,
        env=inherited() | DAY | environment,
        stdout=subprocess.DEVNULL,
    ) as building:
        os.kill(int(soon(dies)), signal.SIGKILL)
    assert building.returncode == 0
    return lists(output)


def test_where_nobody_answers_the_remedy_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "PATIENCE", 0.2)
    settings = {"PATH": str(CONTENT), "OUTPUT_PATH": str(tmp_path)} | dict.fromkeys(client.SENT, "")
    with pytest.raises(SystemExit, match=r"^Unter SCHEDULER=tcp://127\.0\.0\.1:1 antwortet kein Scheduler: "):
        list(client.each("tcp://127.0.0.1:1", "", settings, TODAY, ["grossstadt"]))


def test_a_list_that_is_not_to_be_seen_here_is_none(tmp_path: Path) -> None:
    assert client.digest_of(tmp_path) == ""
    (tmp_path / manifest.NAME).write_bytes(b"")
    assert client.digest_of(tmp_path) == manifest.digest(b"")
