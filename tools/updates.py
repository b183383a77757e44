"""The publisher's side of news of newer versions: makes and signs what `tokenmgr` asks for (The Update Framework).

    python -m tools.updates key FILE                          a new key: FILE and FILE.pub
    python -m tools.updates init FOLDER --root A B C --threshold 2 --targets T --snapshot S --timestamp M
    python -m tools.updates sign FOLDER KEY...                further signatures under the newest root
    python -m tools.updates rotate FOLDER --root ... --targets T ... --sign KEY...     the next root
    python -m tools.updates add FOLDER VERSION FILE... --zh-Hans NOTES --zh-Hant NOTES --en NOTES --targets T ...
    python -m tools.updates refresh FOLDER --snapshot S --timestamp M [--targets T]    from time to time, by a clock

FOLDER is what a web server gives out: `metadata/` and `targets/`. Keys are PEM files (PKCS#8, Ed25519; a passphrase is
asked for where they have one) and are never copied. For root the `.pub` is enough, and its owner signs elsewhere: root
keys stay off the computers that publish, and it takes as many of them as the threshold says. `metadata/1.root.json`
goes into a build as `resources/updates/root.json`, beside a `where.toml` with the two addresses.
"""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_pem_public_key
from securesystemslib.signer import CryptoSigner, SSlibKey
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp

from tokenmgr.updates.news import SUFFIXES, read_news
from tokenmgr.updates.version import version_of
from tools.say import Problem, step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NEWS = "versions.json"
#: How long each statement is good for. The first two are renewed by `refresh`, once a week.
GOOD_DAYS = {"timestamp": 14, "snapshot": 30, "targets": 180, "root": 365}
ONLINE = ("targets", "snapshot", "timestamp")
LANGUAGES = ("zh-Hans", "zh-Hant", "en")
#: Of each channel; whoever has an older one than the oldest of these sees no notes from before.
MOST_RELEASES = 20


class RootKeys(NamedTuple):
    """Who may say who may sign, and how many of them it takes."""

    keys: tuple[SSlibKey, ...]
    threshold: int


class Publisher:
    """A folder to be given out. `now`: when the statements are made."""

    def __init__(self, folder: Path, now: datetime | None = None) -> None:
        self.metadata, self.targets = folder / "metadata", folder / "targets"
        self._now = (now or datetime.now(UTC)).replace(microsecond=0)

    def init(self, root: RootKeys, online: Mapping[str, CryptoSigner], signers: Sequence[CryptoSigner] = ()) -> None:
        """A first root, and nothing published under it."""
        if (self.metadata / "timestamp.json").exists():
            raise Problem(f"{self.metadata} is in use already.", "choose another folder, or use 'rotate'")
        for folder in (self.metadata, self.targets):
            folder.mkdir(parents=True, exist_ok=True)
        self._write_root(self._root(1, root, online), signers)
        self._publish(Targets(1, expires=self._until("targets")), {"format": 1, "channels": {}}, online)

    def rotate(self, root: RootKeys, online: Mapping[str, CryptoSigner], signers: Sequence[CryptoSigner]) -> None:
        """The next root. It needs the signatures of the old one's keys and of its own."""
        version = self.root().signed.version + 1
        self._write_root(self._root(version, root, online), signers)
        self.refresh(online)

    def sign(self, signers: Sequence[CryptoSigner]) -> None:
        """Further signatures under the newest root."""
        root = self.root()
        self._write_root(root.signed, signers, root)

    def add(
        self, release: dict[str, Any], files: Iterable[Path], channel: str, online: Mapping[str, CryptoSigner]
    ) -> None:
        """A version with its packages, before the older ones of its channel."""
        targets = self._newest(Targets)
        news = json.loads(self._content(targets.targets[NEWS]))
        packages = [(f"{release['version']}/{file.name}", file) for file in files]
        release = release | {"files": {_kind(file): path for path, file in packages}}
        releases = [each for each in news["channels"].get(channel, []) if each["version"] != release["version"]]
        news["channels"][channel] = [release, *releases][:MOST_RELEASES]
        read_news(json.dumps(news).encode(), channel)  # what the program would not read is not published
        for path, file in packages:
            targets.targets[path] = self._give_out(path, file.read_bytes())
        targets.version += 1
        self._publish(targets, news, online)

    def refresh(self, online: Mapping[str, CryptoSigner]) -> None:
        """The same once more, good for longer. Targets are signed anew only where their key is at hand."""
        targets = self._newest(Targets)
        if "targets" in online:
            targets.version += 1
            targets.expires = self._until("targets")
            self._write(f"{targets.version}.targets.json", _signed(targets, online["targets"]))
        self._say(targets.version, online)

    def root(self) -> Metadata[Root]:
        """The newest."""
        newest = max(self.metadata.glob("*.root.json"), key=lambda path: int(path.name.partition(".")[0]))
        return Metadata[Root].from_bytes(newest.read_bytes())

    def missing(self) -> int:
        """How many signatures the newest root still needs."""
        root = self.root()
        old = self.metadata / f"{root.signed.version - 1}.root.json"
        before = Metadata[Root].from_bytes(old.read_bytes()).signed if old.exists() else None
        result = root.signed.get_root_verification_result(before, root.signed_bytes, root.signatures)
        return max(result.first.missing, result.second.missing)

    def _root(self, version: int, keys: RootKeys, online: Mapping[str, CryptoSigner]) -> Root:
        root = Root(version, expires=self._until("root"), consistent_snapshot=True)
        for key in keys.keys:
            root.add_key(key, "root")
        root.roles["root"].threshold = keys.threshold
        for role in ONLINE:
            root.add_key(online[role].public_key, role)
        return root

    def _write_root(self, root: Root, signers: Sequence[CryptoSigner], kept: Metadata[Root] | None = None) -> None:
        statement = kept or Metadata(root)
        for signer in signers:
            statement.sign(signer, append=True)
        self._write(f"{root.version}.root.json", statement.to_bytes())

    def _publish(self, targets: Targets, news: dict[str, Any], online: Mapping[str, CryptoSigner]) -> None:
        text = json.dumps(news, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        targets.targets[NEWS] = self._give_out(NEWS, text.encode())
        targets.expires = self._until("targets")
        self._write(f"{targets.version}.targets.json", _signed(targets, online["targets"]))
        self._say(targets.version, online)

    def _say(self, targets: int, online: Mapping[str, CryptoSigner]) -> None:
        """Snapshot, then timestamp: whoever asks in between is told the old, whole."""
        number = self._number("snapshot") + 1
        said = {"targets.json": self._meta(f"{targets}.targets.json", targets)}
        self._write(
            f"{number}.snapshot.json",
            _signed(Snapshot(number, expires=self._until("snapshot"), meta=said), online["snapshot"]),
        )
        moment = Timestamp(
            self._moment() + 1,
            expires=self._until("timestamp"),
            snapshot_meta=self._meta(f"{number}.snapshot.json", number),
        )
        self._write("timestamp.json", _signed(moment, online["timestamp"]))

    def _meta(self, name: str, version: int) -> MetaFile:
        return MetaFile.from_data(version, (self.metadata / name).read_bytes(), ["sha256"])

    def _give_out(self, path: str, data: bytes) -> TargetFile:
        file = TargetFile.from_data(path, data, ["sha256"])
        place = self.targets / file.get_prefixed_paths()[0]
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        return file

    def _content(self, file: TargetFile) -> bytes:
        return (self.targets / file.get_prefixed_paths()[0]).read_bytes()

    def _newest(self, kind: type[Targets]) -> Targets:
        number = self._number(kind.type)
        return Metadata[Targets].from_bytes((self.metadata / f"{number}.{kind.type}.json").read_bytes()).signed

    def _number(self, role: str) -> int:
        return max((int(path.name.partition(".")[0]) for path in self.metadata.glob(f"*.{role}.json")), default=0)

    def _moment(self) -> int:
        path = self.metadata / "timestamp.json"
        return Metadata[Timestamp].from_bytes(path.read_bytes()).signed.version if path.exists() else 0

    def _until(self, role: str) -> datetime:
        return self._now + timedelta(days=GOOD_DAYS[role])

    def _write(self, name: str, data: bytes) -> None:
        beside = self.metadata / f"{name}.new"
        beside.write_bytes(data)
        beside.replace(self.metadata / name)


def _signed(statement: Any, signer: CryptoSigner) -> bytes:
    made = Metadata(statement)
    made.sign(signer)
    return made.to_bytes()


def _kind(file: Path) -> str:
    found = next((kind for kind, end in SUFFIXES.items() if file.name.endswith(end)), "")
    if not found:
        raise Problem(
            f"{file.name} is no package that is known.", f"name it with one of {', '.join(SUFFIXES.values())}"
        )
    return found


def new_key(path: Path) -> CryptoSigner:
    """Made here, readable by its owner only; what is there already is not written over."""
    signer = CryptoSigner.generate_ed25519()
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(signer.private_bytes)
    public = load_pem_private_key(signer.private_bytes, None).public_key()
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    path.with_name(f"{path.name}.pub").write_bytes(public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    return signer


def signer_of(path: Path) -> CryptoSigner:
    """The key in a file."""
    data = path.read_bytes()
    try:
        return CryptoSigner(load_pem_private_key(data, None))
    except TypeError:  # it has a passphrase
        phrase = getpass.getpass(f"Passphrase of {path.name}: ").encode()
        return CryptoSigner(load_pem_private_key(data, phrase))


def public_of(path: Path) -> SSlibKey:
    """Its public part."""
    data = path.read_bytes()
    if b"PRIVATE KEY" in data:
        return signer_of(path).public_key
    return SSlibKey.from_crypto(load_pem_public_key(data))


def _arguments(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("key").add_argument("file", type=Path)
    made = {name: verbs.add_parser(name) for name in ("init", "sign", "rotate", "add", "refresh")}
    for verb in made.values():
        verb.add_argument("folder", type=Path)
    for name in ("init", "rotate"):
        made[name].add_argument("--root", type=Path, nargs="+", required=True)
        made[name].add_argument("--threshold", type=int, default=2)
        made[name].add_argument("--sign", type=Path, nargs="*", default=[])
    made["sign"].add_argument("sign", type=Path, nargs="+")
    made["add"].add_argument("version")
    made["add"].add_argument("files", type=Path, nargs="*")
    made["add"].add_argument("--channel", default="stable")
    for language in LANGUAGES:
        made["add"].add_argument(f"--{language}", type=Path, required=True, dest=language)
    for name in ("init", "rotate", "add", "refresh"):
        for role in ONLINE:
            made[name].add_argument(f"--{role}", type=Path, required=name != "refresh" or role != "targets")
    return parser.parse_args(words)


def _release(said: argparse.Namespace, now: datetime) -> dict[str, Any]:
    if version_of(said.version) is None:
        raise Problem(f"{said.version} is no version.", "write it as numbers with dots, such as 1.2.0 or 1.2.0rc1")
    notes = {language: getattr(said, language).read_text("utf-8").strip() for language in LANGUAGES}
    return {"version": said.version, "date": f"{now:%Y-%m-%d}", "notes": notes}


def run(words: Sequence[str], now: datetime | None = None) -> int:
    """One command."""
    said, moment = _arguments(words), now or datetime.now(UTC)
    if said.verb == "key":
        new_key(said.file)
        return 0
    publisher = Publisher(said.folder, moment)
    online = {role: signer_of(path) for role in ONLINE if (path := getattr(said, role, None))}
    signers = [signer_of(path) for path in getattr(said, "sign", [])]
    if said.verb in {"init", "rotate"}:
        root = RootKeys(tuple(map(public_of, said.root)), said.threshold)
        (publisher.init if said.verb == "init" else publisher.rotate)(root, online, signers)
    elif said.verb == "sign":
        publisher.sign(signers)
    elif said.verb == "add":
        publisher.add(_release(said, moment), said.files, said.channel, online)
    else:
        publisher.refresh(online)
    missing = publisher.missing()
    if missing:
        step(f"the root needs {missing} more signatures: python -m tools.updates sign {said.folder} KEY...")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(run(sys.argv[1:]))
    except Problem as problem:
        sys.exit(str(problem))
