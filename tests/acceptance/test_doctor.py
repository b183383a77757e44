"""Everything that the doctor looks for, made to fail for real: found, and where it can be, repaired and undone."""

from __future__ import annotations

import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.beds import own_computer, softhsm
from tests.beds.own_computer import OwnComputer, finding
from tests.beds.pcsc import PCSCD, opensc_module

NEEDS_DOING = 11
#: The rules that the driver of readers brings.
LIBCCID = [*Path("/usr/lib/udev/rules.d").glob("92*ccid.rules")]
#: A token as the kernel shows one; it may be put to sleep, and by its one interface it is a reader.
SLEEPY = r"""P: /devices/pci0000:00/0000:00:14.0/usb1/1-1
N: bus/usb/001/012
E: DEVNAME=/dev/bus/usb/001/012
E: DEVTYPE=usb_device
E: ID_USB_INTERFACES=:0b0000:
E: SUBSYSTEM=usb
A: busnum=1\n
A: devnum=12\n
A: idVendor={vendor}\n
A: idProduct={product}\n
A: power/control=auto\n
A: product=Token JC\n
"""
#: Its place.
SLEEPER = "/sys/devices/pci0000:00/0000:00:14.0/usb1/1-1"
WITHOUT_POWER = "setpriv --bounding-set=-dac_override,-dac_read_search"
#: A whole module, as far as it is asked here: it tells its version and that it has no slot.
OLD_MODULE = r"""
#include <string.h>
typedef unsigned long (*call)();
static unsigned long ok(void) { return 0; }
static unsigned long no(void) { return 0x54; }
static unsigned long info(unsigned char *out)
{
    memset(out, ' ', 96); memset(out + 40, 0, 8); out[0] = 2; out[1] = 40;
    memset(out + 34, 0, 14); memset(out + 80, 0, 16); out[80] = 1; out[81] = 2; return 0;
}
static unsigned long slots(unsigned char some, unsigned long *list, unsigned long *count) { *count = 0; return 0; }
static struct { unsigned char major, minor; call calls[68]; } table = {2, 40};
unsigned long C_GetFunctionList(void **list)
{
    for (int n = 0; n < 68; n++) table.calls[n] = no;
    table.calls[0] = ok; table.calls[1] = ok; table.calls[2] = (call)info;
    table.calls[3] = (call)C_GetFunctionList; table.calls[4] = (call)slots;
    *list = &table;
    return 0;
}
"""
why_not = own_computer.available()
no_udev = "" if shutil.which("udevadm") and LIBCCID else "udevadm or libccid is not installed"
pytestmark = pytest.mark.skipif(bool(why_not), reason=why_not or "it can")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made = tmp_path / "home"
    made.mkdir(mode=0o700)
    return made


@pytest.fixture
def computer(home: Path) -> OwnComputer:
    return OwnComputer(home, options=("--practice",), env={"XDG_CONFIG_HOME": str(home.parent / "config")})


def three(computer: OwnComputer, repair: str, check: str, *, wrap: str = "") -> list[dict[str, Any]]:
    """Found, repaired, undone: what the check says after each."""
    look = computer.command("doctor", wrap=wrap)
    fix, undo = computer.command("doctor", "--fix", repair, wrap=wrap), computer.command("doctor", "--undo", "1")
    answers = computer.run(look, fix, look, undo, look)
    assert answers[1][0] == 0, answers[1]
    assert answers[1][1] == {"done": "repaired", "number": "1", "repair": repair}
    assert answers[3][1] == {"done": "undone", "number": "1"}
    return [finding(answers[number], check) for number in (0, 2, 4)]


@pytest.mark.skipif(not Path(PCSCD).exists(), reason="pcscd is not installed")
def test_the_reader_service_is_stopped(computer: OwnComputer) -> None:
    before, mended, after = three(computer, "reader-service", "reader-service")
    assert (before["state"], before["repair"]) == ("bad", "reader-service")
    assert mended["state"] == "ok"
    assert after["state"] == "bad"
    assert PCSCD in before["evidence"]


def plugged_in(folder: Path, vendor: str, product: str) -> str:
    """Before a command: a token is plugged in."""
    (folder / "token.umockdev").write_text(SLEEPY.format(vendor=vendor, product=product))
    return f"umockdev-run --device {folder}/token.umockdev --"


@pytest.fixture
def safenet(tmp_path: Path) -> str:
    """One that is met through the reader service."""
    return plugged_in(tmp_path, "0529", "0620")


@pytest.fixture
def longmai(tmp_path: Path) -> str:
    """One that its module reaches by itself."""
    return plugged_in(tmp_path, "055c", "db08")


def test_a_usb_token_is_put_to_sleep(computer: OwnComputer, longmai: str) -> None:
    before, mended, after = three(computer, "device-rule:055c", "usb-sleep", wrap=longmai)
    assert (before["state"], before["next_step"]) == ("warn", "add-device-rule")
    assert (mended["state"], mended["next_step"], mended["repair"]) == ("warn", "plug-in-again", "")
    assert after["next_step"] == "add-device-rule"


@pytest.mark.skipif(bool(no_udev), reason=no_udev or "it can")
def test_a_usb_token_stays_awake_whenever_it_comes(computer: OwnComputer, longmai: str, tmp_path: Path) -> None:
    """The driver of readers lets each sleep as it comes, by rules of its own. The token that is here wakes up, too."""
    control = f"{SLEEPER}/power/control"  # of a played one only the beginning is written anew
    event = f"echo $2 >{control}; udevadm test --action=$1 {SLEEPER} >{tmp_path}/udev 2>&1; head -c 2 {control}; echo"
    (tmp_path / "event").write_text(event)
    look = f"for each in add:on change:auto; do {longmai} sh {tmp_path}/event ${{each%:*}} ${{each#*:}}; done"
    fix = computer.command("doctor", "--fix", "device-rule:055c", wrap=longmai)
    undo = computer.command("doctor", "--undo", "1")
    names = ("before", "mended", "after")
    before, mended, after = (f"{{ {look}; }} >{tmp_path}/{name}" for name in names)
    computer.run(before, fix, mended, undo, after)
    found = {name: (tmp_path / name).read_text().split() for name in names}
    assert found == {"before": ["au", "au"], "mended": ["on", "on"], "after": ["au", "au"]}


def test_a_readers_sleep_is_no_finding(computer: OwnComputer, safenet: str) -> None:
    """Every one sleeps where libccid is installed."""
    [answer] = computer.run(computer.command("doctor", wrap=safenet))
    assert "usb-sleep" not in {each["check"] for each in answer[1]}


def test_the_rules_stand_where_the_system_looks(computer: OwnComputer, longmai: str, tmp_path: Path) -> None:
    fix = computer.command("doctor", "--fix", "device-rule:055c", wrap=longmai)
    undo = computer.command("doctor", "--undo", "1")
    rules = f"cat /etc/udev/rules.d/* > {tmp_path}/rules; ls /etc/udev/rules.d > {tmp_path}/names"
    computer.run(fix, rules, undo, f"ls /etc/udev/rules.d > {tmp_path}/left")
    assert (tmp_path / "names").read_text().split() == ["70-tokenmgr-055c.rules", "93-tokenmgr-055c.rules"]
    assert 'ATTR{idVendor}=="055c", TAG+="uaccess"' in (tmp_path / "rules").read_text()
    assert (tmp_path / "left").read_text() == ""


def test_a_usb_token_without_a_module(computer: OwnComputer, safenet: str) -> None:
    code, _ = answer = computer.run(computer.command("doctor", wrap=safenet))[0]
    found = finding(answer, "usb-token")
    assert code == NEEDS_DOING
    assert (found["state"], found["next_step"]) == ("bad", "install-module")
    assert "0529:0620" in found["evidence"]


#: A token whose module reaches it with the user's own rights, as the kernel shows it.
OF_THE_USER = {"idVendor": "055c", "idProduct": "db08", "busnum": "1", "devnum": "12", "product": "Token"}


def test_a_usb_token_that_its_user_may_not_reach(computer: OwnComputer) -> None:
    """Root may reach everything, so the look is one without that power."""
    place, node = "/sys/bus/usb/devices/1-1", "/dev/bus/usb/001/012"
    files = "; ".join(f"echo {text} > {place}/{name}" for name, text in OF_THE_USER.items())
    computer.before = [
        f"mount -t tmpfs tmpfs /sys/bus; mkdir -p {place}; {files}",
        "mount -t tmpfs tmpfs /mnt; mknod /mnt/null c 1 3; mknod /mnt/urandom c 1 9; chmod 666 /mnt/*; mkdir /mnt/shm",
        f"mkdir -p /mnt/bus/usb/001; touch /mnt{node[4:]}; chown 65534 /mnt{node[4:]}; chmod 600 /mnt{node[4:]}",
        "mount --move /mnt /dev",
    ]
    before, mended, after = three(computer, "device-rule:055c", "usb-access", wrap=WITHOUT_POWER)
    assert (before["state"], before["next_step"]) == ("bad", "add-device-rule")
    assert node in before["evidence"][0]
    assert (mended["next_step"], mended["repair"]) == ("plug-in-again", "")
    assert after["next_step"] == "add-device-rule"


def test_no_module_at_all(home: Path, tmp_path: Path) -> None:
    installed = softhsm.module()
    assert installed
    folders = {str(installed.resolve().parent), "/usr/lib/x86_64-linux-gnu/opencryptoki", "/usr/share/p11-kit/modules"}
    there = [folder for folder in sorted(folders) if Path(folder).is_dir()]
    empty = [f"mount -t tmpfs -o mode=755 tmpfs {folder}" for folder in there]
    opensc = opensc_module()
    libraries = sorted(opensc.resolve().parent.glob("*opensc-pkcs11.so")) if opensc else []
    hidden = [f"mount --bind /dev/null {each}" for each in libraries if not each.is_symlink()]
    computer = OwnComputer(home, [*empty, *hidden], env={"HOME": str(tmp_path)})
    code, _ = answer = computer.run(computer.command("doctor"))[0]
    found = finding(answer, "modules")
    assert (code, found["state"], found["next_step"]) == (NEEDS_DOING, "bad", "install-module")


def test_two_versions_of_one_vendors_module(home: Path, tmp_path: Path) -> None:
    """SafeNet's computers are like that: an old one stays behind when the new one is installed."""
    older = tmp_path / "old" / "libsofthsm2.so"
    older.parent.mkdir(mode=0o755)
    source = tmp_path / "old.c"
    source.write_text(OLD_MODULE)
    subprocess.run(["cc", "-shared", "-fPIC", "-o", older, source], check=True)
    older.chmod(0o755)
    computer = OwnComputer(home)
    answers = computer.run(computer.command("module", "add", str(older)), computer.command("doctor"))
    found = finding(answers[1], "module-duplicates")
    assert (found["state"], found["next_step"]) == ("warn", "remove-other-version")
    assert any(str(older) in line and "1.2" in line for line in found["evidence"])


@pytest.mark.skipif(not Path(PCSCD).exists(), reason="pcscd is not installed")
def test_no_reader_is_plugged_in(computer: OwnComputer) -> None:
    computer.before = [
        "mkdir -p /etc/reader.conf.d; mount -t tmpfs tmpfs /etc/reader.conf.d",
        "service pcscd start >/dev/null",
    ]
    found = finding(computer.run(computer.command("doctor"))[0], "readers")
    assert (found["state"], found["next_step"], found["facts"]["count"]) == ("warn", "plug-in-reader", 0)


def test_own_files_that_others_may_read(computer: OwnComputer, home: Path) -> None:
    (home / "settings.json").write_text("{}")
    (home / "settings.json").chmod(0o666)
    home.chmod(0o755)
    before, mended, after = three(computer, "own-files", "own-files")
    assert (before["state"], before["facts"]["reason"]) == ("bad", "writable")
    assert mended["state"] == "ok"
    assert after["state"] == "bad"
    assert stat.S_IMODE((home / "settings.json").stat().st_mode) == 0o666


def test_a_module_that_others_could_swap(home: Path, tmp_path: Path) -> None:
    module = own_module(tmp_path, "writable.so")
    computer = OwnComputer(home)
    add = computer.command("module", "add", str(module))
    loose = f"chmod 666 {module}"
    look, fix = computer.command("doctor"), computer.command("doctor", "--fix", f"module-file:{module}")
    answers = computer.run(add, loose, look, fix, look, computer.command("doctor", "--undo", "1"), look)
    states = [of_module(answers[number], module) for number in (1, 3, 5)]
    assert [each["facts"]["state"] for each in states] == ["untrusted", "ready", "untrusted"]
    assert answers[2][1]["done"] == "repaired"


def test_a_module_that_was_swapped(home: Path, tmp_path: Path) -> None:
    module = own_module(tmp_path, "changed.so")
    computer = OwnComputer(home)
    look = computer.command("doctor")
    add = computer.command("module", "add", str(module))
    answers = computer.run(add, look, f"printf x >> {module}", look, add, look)
    states = [of_module(answers[number], module)["facts"]["state"] for number in (1, 2, 4)]
    assert states == ["ready", "untrusted", "ready"]
    assert of_module(answers[2], module)["next_step"] == "agree-to-module"


def test_a_module_for_another_processor(home: Path, tmp_path: Path) -> None:
    module = own_module(tmp_path, "foreign.so")
    data = bytearray(module.read_bytes())
    data[18] ^= 0xFF  # another processor
    module.write_bytes(data)
    installed = softhsm.module()
    assert installed
    installed = installed.resolve()
    computer = OwnComputer(home, [f"mount -t tmpfs -o mode=755 tmpfs {installed.parent}", f"cp {module} {installed}"])
    found = of_module(computer.run(computer.command("doctor"))[0], installed)
    assert (found["state"], found["next_step"]) == ("bad", "install-fitting-module")


def test_two_modules_for_one_token(home: Path, tmp_path: Path) -> None:
    first, second = own_module(tmp_path, "first.so"), own_module(tmp_path, "second.so")
    bed = softhsm.SoftHsm(tmp_path / "hsm")
    bed.add_token("Twice", pin="123456", so_pin="12345678")
    computer = OwnComputer(home, options=("--module", str(first), "--module", str(second)), env=bed.env)
    found = finding(computer.run(computer.command("doctor"))[0], "token-shared")
    assert (found["state"], found["next_step"]) == ("warn", "disable-one-module")
    assert sorted(found["evidence"]) == sorted(map(str, (first, second)))


def own_module(folder: Path, name: str) -> Path:
    """SoftHSM's own library under another name."""
    installed = softhsm.module()
    if installed is None:
        pytest.skip("SoftHSM's module is not installed")
    place = folder / "modules" / name
    place.parent.mkdir(mode=0o700, exist_ok=True)
    shutil.copyfile(installed, place)
    place.chmod(0o755)
    return place


def of_module(answer: tuple[int, Any], module: Path) -> dict[str, Any]:
    found: dict[str, Any] = next(
        each for each in answer[1] if each["check"] == "module" and str(module) in each["evidence"]
    )
    return found


def test_a_full_disk(computer: OwnComputer, home: Path) -> None:
    look = computer.command("doctor")
    small, fill = f"mount -t tmpfs -o size=30m tmpfs {home}", f"head -c 29M /dev/zero > {home}/big"
    answers = computer.run(small, fill, look, f"umount {home}", look)
    full, roomy = (finding(each, "disk-space") for each in answers)
    assert (full["state"], full["next_step"]) == ("bad", "free-disk-space")
    assert roomy["state"] == "ok"


def test_a_clock_that_stands_still(computer: OwnComputer) -> None:
    [library] = Path("/usr/lib").glob("*/faketime/libfaketime.so.1")
    faked = f"env LD_PRELOAD={library} DONT_FAKE_MONOTONIC=1 FAKETIME='@2015-01-01 00:00:00'"
    wrong = computer.command("doctor", wrap=faked)
    behind, right = (finding(each, "clock") for each in computer.run(wrong, computer.command("doctor")))
    assert (behind["state"], behind["next_step"], behind["facts"]["wrong"]) == ("bad", "set-clock", "behind")
    assert right["state"] == "ok"


def test_a_keyring_that_is_dead(computer: OwnComputer) -> None:
    computer.env["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere"
    found = finding(computer.run(computer.command("doctor"))[0], "keyring")
    assert (found["state"], found["next_step"]) == ("warn", "install-keyring")


def test_an_entry_that_starts_what_is_gone(computer: OwnComputer, tmp_path: Path) -> None:
    place = tmp_path / "config" / "autostart" / "tokenmgr.desktop"
    place.parent.mkdir(parents=True)
    gone = b'[Desktop Entry]\nType=Application\nName=tokenmgr\nExec="/opt/gone/tokenmgr" "--hidden"\n'
    place.write_bytes(gone)
    before, mended, after = three(computer, "autostart", "autostart")
    assert (before["state"], before["next_step"]) == ("bad", "renew-autostart")
    assert mended["state"] == "ok"
    assert after["state"] == "bad"
    assert place.read_bytes() == gone


def test_security_software_that_runs(computer: OwnComputer, tmp_path: Path) -> None:
    guard = tmp_path / "360tray.exe"
    shutil.copyfile("/bin/sleep", guard)
    guard.chmod(0o755)
    look = computer.command("doctor")
    there, gone = computer.run(f"{guard} 60 & guard=$!", look, "kill $guard; wait $guard || true", look)
    found = finding(there, "security-software")
    assert (found["state"], found["next_step"]) == ("warn", "allow-in-security-software")
    assert found["facts"]["product"].startswith("360")
    assert sys.executable in found["evidence"]
    assert finding(gone, "security-software")["state"] == "ok"


def test_a_clock_that_nobody_sets(computer: OwnComputer, tmp_path: Path) -> None:
    """Systemd does not run here, so its command is played: it writes down what it is told."""
    told = tmp_path / "told"
    played = tmp_path / "timedatectl"
    played.write_text(
        f'#!/bin/sh\n[ "$1" = show ] && {{ [ -e /run/systemd/timesync ] && echo yes || echo no; exit; }}\n'
        f'echo "$@" >> {told}\nmkdir -p /run/systemd/timesync\n'
        '[ "$2" = true ] && touch /run/systemd/timesync/synchronized || rm -r /run/systemd/timesync\n'
    )
    played.chmod(0o755)
    there = shutil.which("timedatectl", path="/usr/sbin:/usr/bin:/sbin:/bin")
    if there is None:
        pytest.skip("timedatectl is not installed")
    computer.before = ["mkdir -p /run/systemd/system", f"mount --bind {played} {there}"]
    before, mended, after = three(computer, "time-service", "clock-service")
    assert (before["state"], before["facts"]["reason"]) == ("warn", "off")
    assert (mended["state"], after["state"]) == ("ok", "warn")
    assert told.read_text() == "set-ntp true\nset-ntp false\n"


def test_this_program_has_died(computer: OwnComputer, home: Path) -> None:
    (home / "logs").mkdir(mode=0o700)
    crashes = home / "logs" / "crashes.txt"
    crashes.write_text("Fatal Python error: Segmentation fault\n")
    crashes.chmod(0o600)
    found = finding(computer.run(computer.command("doctor"))[0], "crashes")
    assert (found["state"], found["next_step"]) == ("warn", "save-report")
    assert found["facts"]["date"] == time.strftime("%Y-%m-%d", time.gmtime())


def test_a_repair_that_nobody_offers(computer: OwnComputer) -> None:
    code, said = computer.run(computer.command("doctor", "--fix", "own-files"))[0]
    assert code == 6
    assert "repair-unknown" in said
