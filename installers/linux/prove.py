"""Prove the package on a bare system: installed, started, used with a card, upgraded, removed, purged, nothing left.

    sudo .venv/bin/python installers/linux/prove.py BASE FOLDER [--deb FILE]

BASE is a system as debootstrap makes it; FOLDER, best of a short name, gets a copy of it. The card is the test beds'
own, of 15 tries, behind a pcscd on this side; what talks to it is the chroot's OpenSC. Needs what `make test` needs.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from installers import product, sums
from installers.linux import build
from tests.beds.pcsc import PcscBed, numbered_card
from tools.chroot_proof import ENVIRONMENT, INSIDE, copy_in, run_inside

OLDER = "0.0.1"
USER = "tester"
AS_USER = f"runuser -u {USER} -- env HOME=/home/{USER} QT_QPA_PLATFORM=offscreen"
HOME = f"/home/{USER}/.local/share/{product.NAME}"
APT = "apt-get -q -y -o Dpkg::Use-Pty=0 --no-install-recommends"
AIDS = "opensc, libpcsclite1, procps"
MODULE = "/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so"
#: As root: pcscd lets others in who sit before the computer, which it asks a service that a chroot has not.
WITH_CARD = f"env HOME=/home/{USER} tokenmgr-cli --home {HOME} --language en --module {MODULE}"
#: What an upgrade may not touch; the last is the administrator's.
KEPT = (f"{HOME}/ledger.sqlite", f"{HOME}/known.json", f"{HOME}/settings.json", "/etc/tokenmgr/issuer.toml")
#: What a repair writes for devices, and a file of the administrator's beside it.
RULES, OURS, ANOTHERS = "/etc/udev/rules.d", "70-tokenmgr-0529.rules 93-tokenmgr-0529.rules", "70-another.rules"
#: What apt and dpkg write down for themselves, and what is the user's own.
NOT_LEFT = (
    "/proc", "/sys", "/dev", "/tmp", "/run", INSIDE,  # noqa: S108 - named to be left out
    f"/home/{USER}/.local", f"/home/{USER}/.cache", "/var/log",
    "/var/cache", "/var/lib/apt", "/var/lib/dpkg/status-old", "/var/lib/dpkg/available", "/var/lib/dpkg/diversions-old",
)  # fmt: skip
#: The window listens when it has been painted; a second start that is answered has met a living one.
WINDOW = f"""
{AS_USER} tokenmgr --practice >{INSIDE}/window.txt 2>&1 & started=$!
for _ in $(seq 100); do ls {HOME}/window-* 2>/dev/null | grep -qv lock && break; sleep 0.2; kill -0 $started; done
{AS_USER} tokenmgr certificates; kill -TERM $(pgrep -u {USER} -x tokenmgr); wait
cat {INSIDE}/window.txt; ! grep -q Traceback {INSIDE}/window.txt
"""


class Proof:
    """One system, step by step."""

    def __init__(self, base: Path, folder: Path, bed: PcscBed) -> None:
        self.root, self.bed = folder, bed
        self.seconds: dict[str, float] = {}
        self.base = base

    def step(self, name: str, command: str) -> str:
        """What it said; ends the proof where it fails."""
        socket = f"{INSIDE}/{self.bed.home.name}/run/pcscd.comm"
        env = {**ENVIRONMENT, "DEBIAN_FRONTEND": "noninteractive", "PCSCLITE_CSOCK_NAME": socket}
        code, took = run_inside(self.root, f"set -eu; {{ {command}\n}} >{INSIDE}/said.txt 2>&1", env)
        said = (self.inside / "said.txt").read_text("utf-8", "replace")
        self.seconds[name] = took
        if code:
            raise SystemExit(f"{name} failed with code {code}:\n{said}")
        print(f"{took:6.1f} s  {name}", flush=True)
        return said

    @property
    def inside(self) -> Path:
        """The folder that both sides know."""
        return self.root / INSIDE.lstrip("/")

    def files(self) -> set[str]:
        """Everything there is, but for what is named above."""
        pruned = " -o ".join(f"-path {place}" for place in NOT_LEFT)
        said = self.step("look at all files", f"find / \\( {pruned} \\) -prune -o -print")
        return set(said.splitlines())


def prove(proof: Proof, deb: Path, older: Path) -> list[str]:
    """Every step; the files that are left behind."""
    for file in (deb, older):
        shutil.copy2(file, proof.inside)
    depends = subprocess.run(["dpkg-deb", "-f", deb, "Depends"], stdout=subprocess.PIPE, text=True, check=True).stdout
    proof.step("update", f"{APT} update")
    proof.step("apt would do it alone", f"{APT} install --simulate {INSIDE}/{older.name}")
    proof.step("what it depends on", f"{APT} satisfy '{depends.strip()}' '{AIDS}'")
    proof.step("a user", f"useradd -m -s /bin/sh {USER}; ldconfig; mkdir -p {RULES}")
    before = proof.files()
    proof.step("install the older", f"{APT} install {INSIDE}/{older.name}; dpkg -s tokenmgr | grep '^Version: {OLDER}'")
    proof.step("nothing starts with the computer", "! grep -rl tokenmgr /etc/xdg/autostart /etc/systemd 2>/dev/null")
    proof.step("command line", f"{AS_USER} tokenmgr-cli --language en overview --practice | grep -q 'pin status'")
    use_card(proof)
    choose(proof)
    proof.step("window", WINDOW)
    tokens, keep = on_the_card(proof), kept(proof)
    proof.step("upgrade", f"{APT} install {INSIDE}/{deb.name}")
    same(kept(proof), keep)
    print(f"          kept: {', '.join(keep)}", flush=True)
    same(proof.step("files that are not as they came", "dpkg --verify tokenmgr || true").split()[1:], ["c", KEPT[-1]])
    proof.step("window after the upgrade", WINDOW)
    same(on_the_card(proof), tokens)
    leave(proof)
    return sorted(proof.files() - before)


def leave(proof: Proof) -> None:
    """Removed, the program is gone and what was chosen is not; purged, all that it ever wrote for the computer is."""
    proof.step("rules for devices, and another's", f"cd {RULES}; touch {OURS} {ANOTHERS}")
    gone = "if command -v tokenmgr; then exit 1; fi"
    proof.step("remove", f"{APT} remove tokenmgr; {gone}; test -f /etc/tokenmgr/issuer.toml; cd {RULES}; ls {OURS}")
    proof.step("purge", f"{APT} purge tokenmgr; if test -e /etc/tokenmgr; then exit 1; fi")
    same(proof.step("rules that are left", f"ls {RULES}; rm {RULES}/{ANOTHERS}").split(), [ANOTHERS])


def use_card(proof: Proof) -> None:
    """Tries, certificates, a signature, and one wrong PIN that counts."""
    tokens = on_the_card(proof)
    certificates = json.loads(proof.step("certificates on the card", f"{WITH_CARD} certs --json"))
    print(f"          {json.dumps(tokens)[:300]}\n          {len(certificates)} certificates", flush=True)
    sign = f"{WITH_CARD} --pin-stdin sign /etc/os-release --cert 01 -o /tmp/signature"
    proof.step("sign with the card", f"echo 123456 | {sign}; test -s /tmp/signature")
    proof.step("a wrong PIN", f"if echo 999999 | {sign}; then exit 1; fi")
    card = proof.bed.cards[0]
    left, missed = card.tries_left(), card.wrong_pins()
    print(f"          the card says: {left} tries left, {missed} wrong", flush=True)
    same((left, missed), (14, 1))


def on_the_card(proof: Proof) -> list[dict[str, object]]:
    """What the program says of it, with what it remembers of the tries."""
    found: list[dict[str, object]] = json.loads(proof.step("tokens on the card", f"{WITH_CARD} tokens --json"))
    return found


def choose(proof: Proof) -> None:
    """The user and the administrator; and the home that root used is the user's again."""
    chosen = {"theme": "dark", "welcomed": "1", "autostart_asked": True, "page": "certificates"}
    proof.step(
        "settings",
        f"""install -d -m 700 {HOME}; echo '{json.dumps(chosen)}' >{HOME}/settings.json; chown -R {USER}: /home/{USER}
        echo 'issuer = "netca"' >/etc/tokenmgr/issuer.toml
        {AS_USER} tokenmgr-cli profiles --json | head -c 40 | grep netca""",
    )


def kept(proof: Proof) -> dict[str, str]:
    """What an upgrade may not touch, by digest."""
    return {place: sums.digest(proof.root / place.lstrip("/")) for place in KEPT}


def same(found: object, wanted: object) -> None:
    if found != wanted:
        raise SystemExit(f"found {found}, wanted {wanted}")


def older_package(folder: Path) -> Path:
    """The same bundle under a lower version."""
    file = folder / f"{product.NAME}_{OLDER}_amd64.deb"
    return file if file.exists() else build.build(product.BUILD / "bundle", OLDER, folder)


def main() -> int:
    wishes = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wishes.add_argument("base", type=Path)
    wishes.add_argument("folder", type=Path)
    wishes.add_argument("--deb", type=Path, default=product.DIST / f"{product.NAME}_{product.version()}_amd64.deb")
    wish = wishes.parse_args()
    older = older_package(product.BUILD)
    shutil.rmtree(wish.folder, ignore_errors=True)
    subprocess.run(["cp", "-a", wish.base, wish.folder], check=True)
    for file in ("/etc/resolv.conf", "/etc/hosts"):
        copy_in(wish.folder, file)
    inside = wish.folder / INSIDE.lstrip("/")
    inside.mkdir(parents=True, exist_ok=True)
    inside.chmod(0o777)
    tempfile.tempdir = str(inside)  # where both sides can reach the card reader's socket
    began = time.monotonic()
    with PcscBed() as bed:
        bed.home.chmod(0o755)
        bed.card(numbered_card(1)).plug()
        left = prove(Proof(wish.base, wish.folder, bed), wish.deb, older)
    print("\n".join(left))
    print(f"{len(left)} files left behind; {time.monotonic() - began:.0f} s in all")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
