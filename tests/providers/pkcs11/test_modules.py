"""The list of modules: which may be loaded, how they are doing, and the user's say."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.providers.pkcs11 import tokens
from tokenmgr.model.errors import ModuleUnfit, ModuleUntrusted, TokenBusy
from tokenmgr.model.module import ModuleState
from tokenmgr.providers.pkcs11.consent import Consents
from tokenmgr.providers.pkcs11.discover import FoundModule
from tokenmgr.providers.pkcs11.modules import Modules, NamedByUser, checked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tests.beds.shim import Shim
    from tests.beds.softhsm import SoftHsm
    from tokenmgr.providers.pkcs11.trust import Origin


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder that nobody else can write to."""
    tmp_path.chmod(0o700)
    return tmp_path


@pytest.fixture
def consents(home: Path) -> Consents:
    return Consents(home / "state" / "modules.json")


@pytest.fixture
def own(home: Path, shim: Shim, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A module of the user's own."""
    for name, value in shim.env.items():
        monkeypatch.setenv(name, value)
    path = home / "own.so"
    shutil.copy(shim.module, path)
    path.chmod(0o644)
    return path


def found(path: Path | str, origin: Origin = "user") -> FoundModule:
    return FoundModule(str(path), str(path), "Vendor", {"en": "Module", "zh-Hans": "模块"}, origin, certain=True)


@pytest.fixture
def listed(consents: Consents) -> Iterator[dict[str, Modules]]:
    """Lists by what was found; their modules are closed after the test."""
    made: dict[str, Modules] = {}
    yield made
    for modules in made.values():
        for provider in modules.providers:
            provider.close()


def over(listed: dict[str, Modules], consents: Consents, what: Sequence[FoundModule], language: str = "en") -> Modules:
    listed[language] = Modules(lambda: what, lambda: consents, lambda: language)
    return listed[language]


def test_a_listed_module_is_ready(
    hsm: SoftHsm, listed: dict[str, Modules], consents: Consents, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOFTHSM2_CONF", hsm.env["SOFTHSM2_CONF"])
    modules = over(listed, consents, [found(hsm.module, "catalogue")], "zh-Hans")
    [status] = modules.status()
    assert (status.state, status.name, status.vendor, status.tokens) == (ModuleState.READY, "模块", "Vendor", 2)
    assert (status.description, status.version) == ("Implementation of PKCS11", "2.6")
    assert 0 < (status.load_ms or 0) < 10_000
    assert [provider.module for provider in modules.providers] == [str(hsm.module.resolve())]


def test_a_module_of_the_users_waits_for_his_word(own: Path, listed: dict[str, Modules], consents: Consents) -> None:
    modules = over(listed, consents, [found(own)])
    [status] = modules.status()
    assert (status.state, status.reason, modules.providers) == (ModuleState.NEEDS_CONSENT, "no-consent", [])
    assert modules.add(str(own)) == str(own)
    assert [status.state for status in modules.status()] == [ModuleState.READY]
    modules.disable(str(own))
    assert [status.state for status in modules.status()] == [ModuleState.DISABLED]
    modules.enable(str(own))
    assert modules.remove(str(own))
    assert not modules.remove(str(own))
    assert [status.state for status in modules.status()] == [ModuleState.NEEDS_CONSENT]


def test_what_has_changed_since_is_not_loaded(own: Path, listed: dict[str, Modules], consents: Consents) -> None:
    modules = over(listed, consents, [found(own)])
    modules.add(str(own))
    with own.open("ab") as file:
        file.write(b"more")
    [status] = modules.status()
    assert (status.state, status.reason) == (ModuleState.UNTRUSTED, "changed")


def test_what_is_unfit_or_unsafe_is_said(home: Path, own: Path, listed: dict[str, Modules], consents: Consents) -> None:
    text = home / "text.so"
    text.write_text("no library at all")
    own.chmod(0o666)
    states = {status.path: status.state for status in over(listed, consents, [found(text), found(own)]).status()}
    assert states[str(own)] is ModuleState.UNTRUSTED
    assert states[str(text)] in {ModuleState.UNFIT, ModuleState.NEEDS_CONSENT}
    modules = listed["en"]
    with pytest.raises(ModuleUnfit):
        modules.add(str(text))
    with pytest.raises(ModuleUntrusted):
        modules.test(str(own))


def test_naming_a_module_is_agreeing_for_this_once(own: Path, listed: dict[str, Modules], consents: Consents) -> None:
    modules = over(listed, consents, [])
    status = modules.test(str(own))
    assert (status.state, status.tokens) == (ModuleState.READY, 2)
    assert consents.all() == ()
    provider = modules.named(str(own))
    assert provider.host.pid == 0  # not before it is asked for something
    assert not NamedByUser().is_disabled(str(own))


def test_a_module_that_fails_is_said_to_and_set_aside_in_the_end(shim: Shim) -> None:
    shim.set(fault="C_GetSlotList:segv@1+")
    provider = tokens.provider_of(shim.module, shim.env)
    about = (str(shim.module), "", "", "user")
    first, _, third = (checked(provider, about) for _ in range(3))
    assert (first.state, first.reason, first.crashes) == (ModuleState.FAILED, "module-crashed", 1)
    assert (third.state, third.crashes) == (ModuleState.SET_ASIDE, 3)


def test_a_held_module_is_not_even_loaded(own: Path, consents: Consents) -> None:
    consents.add(str(own))
    modules = Modules(lambda: [found(own)], lambda: consents, lambda: "en", lambda: {str(own)})
    assert [status.reason for status in modules.status()] == [TokenBusy.code]
    with pytest.raises(TokenBusy):
        modules.test(str(own))
    assert [provider.host.pid for provider in modules.providers] == [0]


def test_a_link_leads_to_the_same_module(own: Path, home: Path, listed: dict[str, Modules], consents: Consents) -> None:
    """A second copy of a loaded library would say that it is initialised already."""
    link = home / "link.so"
    link.symlink_to(own)
    modules = over(listed, consents, [])
    through_link, straight = modules.named(str(link)), modules.named(str(own))
    assert through_link.module == straight.module == str(own)
    assert through_link.tokens() == straight.tokens()
    through_link.close()
    straight.close()


def test_a_module_without_anything_behind_it(home: Path, listed: dict[str, Modules], consents: Consents) -> None:
    source, path = home / "bare.c", home / "bare.so"
    source.write_text("int C_GetFunctionList(void **list) { *list = 0; return 0; }")
    subprocess.run(["cc", "-shared", "-fPIC", "-o", path, source], check=True)
    status = over(listed, consents, []).test(str(path))
    assert (status.state, status.reason) == (ModuleState.FAILED, "module-garbled")
