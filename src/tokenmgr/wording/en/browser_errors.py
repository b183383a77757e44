"""What is said about browsers, in English."""

WORDS = {
    "browser-error": (
        "There is a problem with the browser",
        "The browser's list of modules was not changed.",
        "Close the browser, then try once more.",
    ),
    "browser-not-found": (
        "No such browser",
        "No browser profile, or more than one, is called “{wanted}”.",
        "List the browsers, then name one as it is written there.",
    ),
    "browser-running": (
        "The browser is open",
        "{browser} (profile {profile}) is open and would not notice a change, or overwrite it. Nothing was changed.",
        "Close all of its windows, then try once more.",
    ),
    "browser-sandboxed": (
        "This browser cannot load modules of this computer",
        "{browser} runs in a sandbox and cannot load modules that lie outside it. Nothing was changed.",
        "Install the browser as a package from its maker, then register the module there.",
    ),
    "browser-sandboxed.snap-connect": (
        "This browser has the module inside",
        (
            "{browser} runs in a sandbox and can only load the OpenSC module that came with it, once it may use the "
            "reader service. Nothing was changed."
        ),
        (
            "Ask an administrator to run “snap connect firefox:pcscd” (for Chromium: “chromium:pcscd”), then add "
            "opensc-pkcs11.so in the browser's settings under security devices."
        ),
    ),
    "browser-sandboxed.snap-replace": (
        "This browser cannot load modules of this computer",
        "{browser} runs in the sandbox of a snap and cannot load modules of this computer. Nothing was changed.",
        "Install the browser as a .deb or .rpm package from its maker instead of the snap, then register it there.",
    ),
    "browser-sandboxed.flatpak-replace": (
        "This browser cannot load modules of this computer",
        "{browser} runs in the sandbox of a Flatpak and cannot load modules of this computer. Nothing was changed.",
        "Install the browser as a .deb or .rpm package from its maker instead of the Flatpak, then register it there.",
    ),
    "browser-profile-broken": (
        "The browser's settings cannot be read",
        "“{path}” cannot be used: {reason}. It was left as it is.",
        "Open the browser once and close it again; if that does not help, ask whoever looks after this computer.",
    ),
    "browser-has-module": (
        "The browser has this module already",
        "{browser} (profile {profile}) already lists the module as {name}. A second one would only get in its way.",
        "Nothing has to be done; to use another name or file, take the old one out first.",
    ),
    "browser-has-module.for-all": (
        "This computer's policy has the module already",
        "A policy of this computer already has every user's {browser} load {library} as {name}. It was left as it is.",
        "Choose another name; to use another file take the old one out first, or ask who looks after this computer.",
    ),
    "browser-lacks-module": (
        "The browser does not have this module",
        "{browser} (profile {profile}) does not list a module called {name}.",
        "List the browsers to see what is registered there.",
    ),
    "browser-lacks-module.for-all": (
        "No policy adds this module",
        "No policy of this computer has {browser} load a module called {name}. Nothing was changed.",
        "Check how the name is written: about:policies in Firefox shows what is there.",
    ),
    "browser-name-refused": (
        "The name cannot be used",
        "The browser would not read “{name}” back as it is written.",
        "Choose another name, such as the one the issuer gives; paths have to be complete.",
    ),
}
