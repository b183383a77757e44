"""A detached signature over SHA256SUMS, and so over everything that was built.

    python3 installers/sign.py --key KEY.pem [FOLDER]     SHA256SUMS.sig: Ed25519, checked with openssl
    python3 installers/sign.py --gpg KEY-ID [FOLDER]      SHA256SUMS.asc, checked with gpg
    python3 installers/sign.py --check PUBLIC.pem [FOLDER]

The key is the publisher's, and stays where it is. `openssl genpkey -algorithm ed25519` makes one.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from installers import sums
from installers.product import DIST
from tools.say import Problem, quietly

SIGNATURE, ARMOURED = f"{sums.NAME}.sig", f"{sums.NAME}.asc"


def sign(folder: Path, key: Path) -> Path:
    """With openssl, so that whoever has it can check."""
    sums.write(folder)
    file = folder / SIGNATURE
    _do("pkeyutl", "-sign", "-inkey", key, "-rawin", "-in", folder / sums.NAME, "-out", file)
    return file


def sign_with_gpg(folder: Path, key: str) -> Path:
    """Armoured, beside the digests."""
    file = sums.write(folder)
    signature = folder / ARMOURED
    signature.unlink(missing_ok=True)
    command = ["gpg", "--batch", "--local-user", key, "--armor", "--detach-sign", "--output", str(signature), str(file)]
    subprocess.run(command, check=True)
    return signature


def check(folder: Path, public: Path) -> None:
    """The signature, and then every file's digest. Problem where one of them is not as it should be."""
    signed = folder / sums.NAME
    _do("pkeyutl", "-verify", "-pubin", "-inkey", public, "-rawin", "-in", signed, "-sigfile", folder / SIGNATURE)
    for line in signed.read_text("utf-8").splitlines():
        digest, _, name = line.partition("  ")
        if not (folder / name).is_file() or sums.digest(folder / name) != digest:
            raise Problem(f"{name} is not what was signed.", "fetch it again")


def _do(*words: str | Path) -> None:
    trouble = quietly(["openssl", *words])
    if trouble:
        raise Problem(f"openssl said: {trouble}", "look at the key: it has to be an Ed25519 key in PEM")


def main() -> int:
    wishes = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    way = wishes.add_mutually_exclusive_group(required=True)
    way.add_argument("--key", type=Path)
    way.add_argument("--gpg")
    way.add_argument("--check", type=Path)
    wishes.add_argument("folder", type=Path, nargs="?", default=DIST)
    wish = wishes.parse_args()
    try:
        if wish.check:
            check(wish.folder, wish.check)
            print("signed, and unchanged since")
        else:
            print(sign(wish.folder, wish.key) if wish.key else sign_with_gpg(wish.folder, wish.gpg))
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
