"""What the benchmark of a cluster says: what a second worker is worth, and whether all builds are the same."""

from pathlib import Path

from benchmarks import cluster
from benchmarks.cluster import Bench

WALLS = {
    "one process": 10.0,
    "two forked processes": 5.0,
    "one worker": 12.0,
    "two workers": 8.0,
    "two, one killed": 9.0,
}


def test_the_table_tells_what_a_second_worker_and_a_second_process_are_worth() -> None:
    assert list(cluster.table(12, WALLS, 1)) == [
        "| 12 portals built by | wall s | times one worker |",
        "|---|---:|---:|",
        "| one process | 10.00 | 1.20 |",
        "| two forked processes | 5.00 | 2.40 |",
        "| one worker | 12.00 | 1.00 |",
        "| two workers | 8.00 | 1.50 |",
        "| two, one killed | 9.00 | 1.33 |",
        "",
        "cluster_workers_ratio=1.50",
        "cluster_forked_ratio=2.00",
        "cluster_different_outputs=1",
    ]


def test_a_build_that_differs_in_a_byte_is_another_output(tmp_path: Path) -> None:
    for build, said in {"1 forked 0": "hier", "2 workers 1": "hier", "killed 2": "dort"}.items():
        page = tmp_path / build / "portals" / "altbach" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(said, "utf-8")
    assert len(Bench(tmp_path, tmp_path).outputs()) == 2
