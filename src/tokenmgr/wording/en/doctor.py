"""What the doctor says, in English."""

#: What is looked at.
CHECKS = {
    "modules": "Vendor modules",
    "module": "Vendor module",
    "module-duplicates": "Versions of a module",
    "token-shared": "Modules for one token",
    "reader-service": "Reader service",
    "readers": "Readers",
    "reader-taken": "Programs that hold a reader",
    "usb-access": "Access to USB tokens",
    "usb-sleep": "Sleep of USB tokens",
    "clock": "Clock",
    "clock-service": "Setting the clock",
    "keyring": "Keyring of the system",
    "disk-space": "Free space",
    "own-files": "Rights on this program's files",
    "autostart": "Starting with the computer",
    "browsers": "Browsers",
    "security-software": "Security software",
    "vendor-service": "The vendor's service",
    "crashes": "Crashes of this program",
    "usb-token": "USB tokens",
}

#: For whoever cannot see the shape.
STATES = {
    "ok": "Good:",
    "warn": "Worth a look:",
    "bad": "Needs doing:",
    "skipped": "Skipped:",
}

#: What a person can do about it.
STEPS = {
    "install-module": "Install the driver from your token's issuer or maker, or add its module.",
    "enable-module": "Switch it on again below, if you need it.",
    "agree-to-module": "Agree to it below, if it comes from your issuer or maker.",
    "install-fitting-module": "Install the driver that is made for this computer.",
    "protect-module-file": "Have an administrator install the driver into a system folder.",
    "restart-module": "Test it below; if it fails again, install the driver anew.",
    "update-module": "It works now. Look for a newer driver if this happens again.",
    "look-at-module": "Look at its module below: it is there, but not ready.",
    "remove-other-version": "Uninstall the versions that you do not need.",
    "disable-one-module": "Switch one of the modules off below.",
    "look-again": "Check again; if it stays so, close other programs that use the token.",
    "install-reader-service": "Install the reader service (pcscd).",
    "start-reader-service": "Start the reader service; on Linux: systemctl start pcscd.socket",
    "allow-readers": "Log in at the computer itself, or ask an administrator for the right.",
    "install-reader-driver": "Install the reader driver (ccid).",
    "plug-in-reader": "Plug in the reader, if your token needs one.",
    "insert-card-again": "Take the card out, turn it the right way, and insert it again.",
    "close-other-program": "Close the other program.",
    "plug-in-again": "Pull the token out, wait five seconds, and plug it in again.",
    "add-device-rule": (
        "Install the vendor's driver package, which brings the rule for the device, or add the rule here."
    ),
    "set-clock": "Set the computer's date and time.",
    "turn-on-time-service": "Connect to a network, or set the time by hand.",
    "install-keyring": "Nothing needs to be done.",
    "free-disk-space": "Make room on the disk.",
    "make-home-writable": "Give yourself the right to write there.",
    "protect-own-files": "Take the rights on these files from everybody else.",
    "renew-autostart": "Make the entry anew, or take it away in the settings.",
    "register-in-browser": "Make the module known to the browser, if you sign in with your certificate there.",
    "close-browser": "Close the browser; then it can be set up.",
    "use-other-browser": (
        "This browser is shut in by its packaging and cannot load the module; use the "
        "browser from its maker's own package."
    ),
    "allow-in-security-software": (
        "If something is blocked, put these files on its list of trusted programs; it need not be switched off."
    ),
    "start-vendor-service": (
        "Set the service to start by itself in the system's list of services; cleaning tools like to switch it off."
    ),
    "save-report": "Export the log under Settings > Log and give it to the hotline, if this happens again.",
}

#: Why something could not be looked at, or complains.
REASONS = {
    "no-answer": "It did not answer in time.",
    "not-on-this-system": "There is no such thing on this system.",
    "failed": "The check itself failed.",
    "no-library": "It is not installed.",
    "not-running": "It is not running.",
    "denied": "The system refuses you access.",
    "none-found": "No service of a known kind was found.",
    "no-node": "The device was gone again.",
    "not-seen": "Its module does not see it.",
    "read-only": "Nothing can be written there.",
    "windows": "Windows keeps users' folders apart by itself.",
    "owner": "Some belong to another user.",
    "writable": "Other users of this computer can change them.",
    "readable": "Other users of this computer can read them.",
    "off": "It is switched off.",
    "no-browser": "No browser of a known kind was found.",
    "no-reader": "Windows runs it only while a reader is plugged in.",
}

#: Pieces of sentences.
PARTS = {
    "between": ", ",
    "a-module": "A module",
    "version": "version {version}",
    "tokens": "tokens: {tokens}",
    "crashes": "crashed: {crashes}",
    "hangs": "did not answer: {hangs}",
}

#: A title, and more of it, which may be empty.
SAID = {
    "modules.ok": ("Vendor modules found: {count}", "{ready} of them ready"),
    "modules": ("No vendor module was found", "Without one no real token shows"),
    "module": ("{name}: {state}", "{more}"),
    "module-duplicates.ok": ("No module is there in two versions", ""),
    "module-duplicates": (
        "{vendor} is there in several versions",
        "Each program takes another of them, and they behave differently",
    ),
    "token-shared.ok": ("No token is shown by two modules", ""),
    "token-shared": (
        "Several modules show the token {model} ·{tail}",
        "What one of them does to it, the other does not know",
    ),
    "reader-service.ok": ("The reader service answers", ""),
    "reader-service": ("The reader service does not answer", "{answer}"),
    "readers": ("No reader is plugged in", "Tokens that need none are not concerned"),
    "readers.yes": ("Reader {reader}", "A card is in it"),
    "readers.no": ("Reader {reader}", "Empty"),
    "readers.mute": ("Reader {reader}", "The card in it does not answer"),
    "reader-taken.ok": ("No other program keeps a reader for itself", ""),
    "reader-taken": (
        "Another program keeps {reader} for itself",
        "Until it lets go, no other program reaches the card",
    ),
    "usb-token.none": ("No USB token of a known kind is plugged in", ""),
    "usb-token.ok": ("{name} is plugged in, and its module is there", ""),
    "usb-token.not-seen": ("{name} is plugged in, but its module does not see it", ""),
    "usb-token": ("{name} is plugged in, and no module for it is ready", "It cannot be shown without one"),
    "usb-access.ok": ("You may use {name}", ""),
    "usb-access": ("The system does not let you use {name}", "Its module reaches the device with your own rights"),
    "usb-sleep.ok": ("The system lets {name} stay awake", ""),
    "usb-sleep": (
        "The system puts {name} to sleep to save power",
        "After that some tokens do not answer until they are plugged in again",
    ),
    "clock.ok": ("The clock is plausible", "It says {clock} (UTC)"),
    "clock.behind": ("The clock is behind", "It says {clock}, but {not-before} has passed already (UTC)"),
    "clock.early": ("The clock may be behind", "It says {clock}, and a certificate begins only at {not-before} (UTC)"),
    "clock": ("The clock may be ahead", "It says {clock} (UTC)"),
    "clock-service.ok": ("The clock is kept right by {service}", ""),
    "clock-service": ("The clock has not been set from the network yet", "{service}"),
    "keyring.ok": ("The system's keyring is there", ""),
    "keyring": ("The system has no keyring", "PINs are never kept in it; tokens work without"),
    "disk-space.ok": ("There is room for this program's files", "{free-mb} MB free"),
    "disk-space.read-only": (
        "This program's folder cannot be written to",
        "A try that cannot be written down is not made",
    ),
    "disk-space": ("The disk is almost full", "{free-mb} MB free"),
    "own-files.ok": ("Nobody else can read or change this program's files", ""),
    "own-files": ("This program's files are not protected", "{reason}"),
    "autostart.ok": ("The entry that starts this program with the computer is whole", ""),
    "autostart": (
        "The entry that starts this program with the computer leads nowhere",
        "It names {program}, which is not there",
    ),
    "browsers.ok": ("{browser} knows {name}", "{profile}"),
    "browsers.gone": ("{browser} is told to load {name}, which is not there any more", "{profile}"),
    "browsers.sandboxed": ("{browser} cannot load {name} by itself", "It is shut in by its packaging; {profile}"),
    "browsers": ("{browser} does not know {name} yet", "{profile}"),
    "security-software.ok": ("No security software is running that is known to block drivers", ""),
    "security-software": ("{product} is running", "It may block the driver or this program"),
    "vendor-service.ok": ("The service {service} is set to run", ""),
    "vendor-service": ("The service {service} is switched off", "Without it {vendor} does not notice its tokens"),
    "crashes.ok": ("This program has not crashed", ""),
    "crashes": (
        "This program has crashed; last on {date}",
        "The exported log holds where it stood, and nothing about you",
    ),
    "not-looked-at": ("{what}: not looked at", "{reason}"),
}

#: What a repair is called, and what it does.
REPAIRS = {
    "reader-service": ("Start the reader service", "The service is started now and with every start of the computer."),
    "device-rule": (
        "Let the person at this computer use {about}",
        (
            "A rule is added that gives whoever sits at this computer access to these "
            "tokens, and keeps them awake. If nothing changes, plug the token in again."
        ),
    ),
    "time-service": ("Set the clock from the network", "The system is told to keep its clock right by itself."),
    "own-files": (
        "Protect this program's files",
        "The rights of other users on these files are taken away. Their content stays.",
    ),
    "module-file": ("Protect the module's file", "Other users lose the right to change this file. Its content stays."),
    "autostart": ("Make the entry anew", "The entry is made to lead to this program as it is installed now."),
    "browser": (
        "Make {about} known to the browser",
        ("One entry is added to the browser's list of security modules. Nothing else is touched."),
    ),
}

#: What was changed on the computer.
CHANGES = {
    "browser": "{name} was made known to {browser}",
    "browser-removed": "{name} was taken out of {browser}",
    "browser-policy": "{name} was made known to every {browser} on this computer",
    "browser-policy-removed": "{name} was taken out of every {browser} on this computer",
    "autostart": "This program starts with the computer",
    "rights": "Other users lost rights on files",
    "reader-service": "The reader service was started",
    "time-service": "The clock is set from the network",
    "device-rule": "A rule lets the person at this computer use {name}",
}
