"""What the program does with Windows itself, asked of a real registry and a real credential store. Run under wine by
prove.py, or by any Python on Windows; prints one line for each thing that holds, and raises where one does not.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


#: Windows 10 and 11 alike.
TEN = 10


def same(found: object, wanted: object) -> None:
    """AssertionError with both."""
    if found != wanted:
        raise AssertionError(f"found {found!r}, wanted {wanted!r}")


def start_with_the_computer() -> None:
    from tokenmgr.actions.autostart import Autostart
    from tokenmgr.actions.steps import STEPPERS
    from tokenmgr.changes.record import Changes
    from tokenmgr.system import autostart, registry

    with tempfile.TemporaryDirectory() as folder:
        changes = Changes(Path(folder), STEPPERS)
        wish = Autostart(lambda: changes)
        same(wish.is_on(), False)
        wish.turn_on()
        line = registry.read(autostart.RUN_KEY, autostart.NAME)
        same((line or "").endswith(autostart.HIDDEN), True)
        same(Path(autostart.program((line or "").encode())), Path(autostart.command()[0]))
        same([change.kind for change in changes.standing()], ["autostart"])
        wish.turn_off()
        same(registry.read(autostart.RUN_KEY, autostart.NAME), None)
        same(list(changes.standing()), [])
    quoted = autostart.entry([r"C:\a folder\tokenmgr.exe", "--hidden"])
    same(autostart.program(quoted), r"C:\a folder\tokenmgr.exe")


def registry_texts() -> None:
    from tokenmgr.system import registry

    key = r"Software\tokenmgr-proof"
    registry.write(key, "名称", "令牌 ✓")
    same(registry.read(key, "名称"), "令牌 ✓")
    registry.write(key, "名称", None)
    same(registry.read(key, "名称"), None)
    same(registry.machine_number(r"Software\Microsoft\Windows NT\CurrentVersion", "CurrentMajorVersionNumber"), TEN)


def credentials() -> None:
    import keyring
    from keyring.backends.Windows import WinVaultKeyring

    vault: type = WinVaultKeyring
    keyring.set_keyring(vault())
    keyring.set_password("tokenmgr-proof", "某人", "a secret 秘密")
    same(keyring.get_password("tokenmgr-proof", "某人"), "a secret 秘密")
    keyring.delete_password("tokenmgr-proof", "某人")
    same(keyring.get_password("tokenmgr-proof", "某人"), None)


def places_of_this_user() -> None:
    from tokenmgr.places import places

    found = places()
    same(found.home, Path(os.environ["LOCALAPPDATA"]) / "tokenmgr")
    same(found.given_settings, Path(sys.executable).parent / "issuer.toml")


def a_vendors_service_that_was_switched_off() -> None:
    """As cleaning tools do it; and set to start again; and gone."""
    from tokenmgr.actions.checks.blockers import SERVICES, Service, check_services
    from tokenmgr.model.module import ModuleState, ModuleStatus

    bjca = ModuleStatus("C:/bjca.dll", "bjca", "BJCA", "catalogue", ModuleState.READY)
    key = SERVICES + r"\tokenmgr-proof"
    for start, state in ((4, "bad"), (2, "ok"), (None, "skipped")):
        _set_start(key, start)
        [found] = check_services([Service("tokenmgr-proof", "bjca")], [bjca])
        same(found.state, state)


def _set_start(key: str, start: int | None) -> None:
    if sys.platform == "win32":
        import winreg

        if start is None:
            winreg.DeleteKey(winreg.HKEY_LOCAL_MACHINE, key)
            return
        with winreg.CreateKey(winreg.HKEY_LOCAL_MACHINE, key) as opened:
            winreg.SetValueEx(opened, "Start", 0, winreg.REG_DWORD, start)


def programs_that_run() -> None:
    from tokenmgr.system.processes import running

    same(Path(sys.executable).name.lower() in {name.lower() for name in running()}, True)


def firefox_profiles() -> None:
    from tokenmgr.browsers import found

    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        profile = home / "Mozilla" / "Firefox" / "Profiles" / "abc.default-release"
        profile.mkdir(parents=True)
        (profile / "prefs.js").touch()
        listing = "[Profile0]\nName=default-release\nIsRelative=1\nPath=Profiles/abc.default-release\nDefault=1\n"
        (home / "Mozilla" / "Firefox" / "profiles.ini").write_text(listing, "utf-8")
        seen = found.profiles(found.here(home, {"APPDATA": str(home)}))
        same([(each.name, each.folder) for each in seen], [("default-release", profile)])


CHECKS: tuple[Callable[[], None], ...] = (
    start_with_the_computer, registry_texts, credentials, places_of_this_user, firefox_profiles,
    a_vendors_service_that_was_switched_off, programs_that_run,
)  # fmt: skip


def main() -> None:
    """Each by its name."""
    for check in CHECKS:
        check()
        print(f"holds: {check.__name__.replace('_', ' ')}")


if __name__ == "__main__":
    main()
