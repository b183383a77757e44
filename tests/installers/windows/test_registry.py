"""What is written into the registry: offered under "Open with", never the default, and all of it ours to take back."""

from __future__ import annotations

import re

from installers.windows import registry


def test_a_link_is_one_argument_of_the_window() -> None:
    commands = [value.data for value in registry.values() if value.key.endswith("command")]
    assert len(commands) == 1 + len(registry.KINDS)
    assert set(commands) == {'"{folder}tokenmgr.exe" "%1"'}


def test_no_kind_of_file_is_taken_over() -> None:
    endings = [value for value in registry.values() if re.match(r"Software\\Classes\\\.", value.key)]
    assert {value.key for value in endings} == {
        rf"Software\Classes\{ending}\OpenWithProgids" for ending in (".cer", ".crt", ".pem", ".p12", ".pfx")
    }
    assert all(value.name.startswith("tokenmgr.") and value.data == "" for value in endings)


def test_nothing_starts_with_the_computer() -> None:
    assert not [value for value in registry.values() if "\\Run" in value.key]


def test_everything_is_ours_or_shared_with_others() -> None:
    for value in registry.values():
        own = any(value.key == key or value.key.startswith(key + "\\") for key in registry.own_keys())
        assert own != (value in registry.shared()), value


def test_the_run_key_is_the_programs_own() -> None:
    from tokenmgr.system import autostart

    assert (registry.RUN, registry.RUN_NAME) == (autostart.RUN_KEY, autostart.NAME)
