"""What the app tells macOS of itself: its name, its links, the files it can be asked to open."""

from __future__ import annotations

from typing import Any

IDENTIFIER = "tokenmgr.tokenmgr"
#: What the wheels of Qt 6.11 are for.
OLDEST = "13.0"
SCHEME = "tokenmgr"
#: What people see, the system's names for the kind, and the endings.
KINDS = (
    ("Certificate", ("public.x509-certificate",), ("cer", "crt", "pem")),
    ("Certificate with its key", ("com.rsa.pkcs-12",), ("p12", "pfx")),
)


def info(version: str) -> dict[str, Any]:
    """All of it. The program is offered for these files, and never the one that opens them by itself."""
    return {
        "CFBundleName": "tokenmgr",
        "CFBundleDisplayName": "tokenmgr",
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleLocalizations": ["en", "zh-Hans", "zh-Hant"],
        "CFBundleURLTypes": [{"CFBundleURLName": IDENTIFIER, "CFBundleURLSchemes": [SCHEME]}],
        "CFBundleDocumentTypes": [_kind(*kind) for kind in KINDS],
        "LSMinimumSystemVersion": OLDEST,
        "LSApplicationCategoryType": "public.app-category.utilities",
        "LSUIElement": False,
        "LSBackgroundOnly": False,  # PyInstaller says yes where the last of several programs is for a terminal
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "Apache-2.0",
        "NSRequiresAquaSystemAppearance": False,
    }


def _kind(title: str, names: tuple[str, ...], endings: tuple[str, ...]) -> dict[str, Any]:
    return {
        "CFBundleTypeName": title,
        "CFBundleTypeRole": "Viewer",
        "CFBundleTypeExtensions": list(endings),
        "LSItemContentTypes": list(names),
        "LSHandlerRank": "Alternate",
    }
