"""A host that we accept is the host that browsers read; Node answers for many addresses at once."""

import json
import subprocess

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.catalog import addresses
from tests.fuzzing.targets.addresses import TOKENS
from tests.search.node import needs_node

HOSTS = """
const hostOf = (text) => { try { return new URL(text).host; } catch { return null; } };
console.log(JSON.stringify(JSON.parse(require("fs").readFileSync(0)).map(hostOf)));
"""
START = st.sampled_from(["https://", "https://www.rurheim.example", "https://service.wirtschaft.nrw/"])
REST = st.lists(st.sampled_from(TOKENS) | st.text(max_size=3), max_size=5).map("".join)


@needs_node
@pytest.mark.tools
@settings(max_examples=3, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.builds("{}{}".format, START, REST), min_size=300, max_size=400))
def test_an_accepted_address_has_the_host_that_browsers_read(texts: list[str]) -> None:
    ours = {text: host for text in texts if (host := addresses.host_of(text))}
    done = subprocess.run(["node", "-e", HOSTS], input=json.dumps([*ours]), capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [*ours.values()]
