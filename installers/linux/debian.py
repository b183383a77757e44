"""The package's own papers: what it needs, what it may be used for, what it was made of."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING

from installers import licences, parts
from installers.linux import floor
from installers.product import NAME, PUBLISHER, epoch

if TYPE_CHECKING:
    from pathlib import Path

#: What nothing of the bundle is linked to, but the window needs to show letters and hear a reader.
RECOMMENDED = "pcscd, fonts-noto-cjk | fonts-wqy-microhei"
CONFFILES = ("/etc/tokenmgr/issuer.toml",)
DESCRIPTION = """certificate tokens, and how many PIN tries they have left
 See how many PIN tries a certificate token has left and how sure that is, see
 its certificates, change and unlock PINs, sign, without ever wasting a try:
 Hongkong Post e-Cert on SafeNet, BJCA/CLII, NETCA, eSignTrust, and whatever
 else has a PKCS#11 module. A window with a tray icon, and tokenmgr-cli.
"""
#: Texts that every Debian system has.
COMMON = {"Apache-2.0": "Apache-2.0", "LGPL-3.0-only": "LGPL-3", "GPL-2.0-or-later WITH Bootloader-exception": "GPL-2"}


def control(version: str, bundle: Path, installed_kilobytes: int) -> str:
    """The file `control`."""
    fields = {
        "Package": NAME,
        "Version": version,
        "Architecture": "amd64",
        "Maintainer": PUBLISHER,
        "Installed-Size": str(installed_kilobytes),
        "Depends": ", ".join(floor.packages(bundle)),
        "Recommends": RECOMMENDED,
        "Section": "utils",
        "Priority": "optional",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items()) + f"Description: {DESCRIPTION}"


def changelog(version: str) -> str:
    """The file `changelog`: which version this is, and of when. What is new in it is told where it is published."""
    day = format_datetime(datetime.fromtimestamp(epoch(), UTC))
    return f"{NAME} ({version}) stable; urgency=medium\n\n  * Version {version}.\n\n -- {PUBLISHER}  {day}\n"


def checksums(root: Path) -> str:
    """The file `md5sums`, which `dpkg --verify` and debsums look at."""
    files = [path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink()]
    inside = [path for path in files if path.relative_to(root).parts[0] not in {"DEBIAN", "etc"}]
    return "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(root)}\n"
        for path in inside
    )


def copyright_file(bundle: Path) -> str:
    """Under which licences everything in the package stands, with the words that have to come along."""
    lines = [
        f"{NAME} is under the Apache License 2.0: /usr/share/common-licenses/Apache-2.0 on Debian.",
        "With it come parts that others made:\n",
    ]
    found = parts.of(bundle)
    lines += [f"  {part.name} {part.version}: {part.licence}{_common(part)}" for part in found]
    lines += [
        "\nQt and PySide are used as shared libraries under the GNU Lesser General Public License 3; whoever wants may",
        f"replace them in /usr/lib/{NAME}/_internal. Their source: https://download.qt.io. The bootloader's exception",
        "lets programs be put together with it under any licence.\n",
    ]
    lines += [
        f"{'=' * 78}\n{part.name} {part.version}\n{'=' * 78}\n{text.strip()}\n" for part in found for text in part.texts
    ]
    return "\n".join(lines)


def _common(part: licences.Part) -> str:
    name = COMMON.get(part.licence)
    return f" (/usr/share/common-licenses/{name})" if name else ""
