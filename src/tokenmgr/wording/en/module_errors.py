"""What is said about errors of vendor modules, in English."""

WORDS = {
    "module-error": (
        "The vendor module has a problem",
        "The vendor module {module} did not finish its work{during}.",
        "Unplug the token, plug it in again and try once more; if it keeps happening, update the vendor's driver.",
    ),
    "module-crashed": (
        "The vendor module stopped",
        "The vendor module {module} stopped unexpectedly{during}; this program is not affected.",
        "Start the operation again: the module restarts by itself. If it keeps happening, update the vendor's driver.",
    ),
    "module-hung": (
        "The vendor module does not answer",
        "The vendor module {module} gave no answer in time{during} and was stopped.",
        "Unplug the token and plug it in again, close other programs that use it, then try once more.",
    ),
    "module-fault": (
        "The vendor module reports a fault",
        "The vendor module {module} reported a fault{during}: {reason}.",
        (
            "Unplug the token, plug it in again and try once more; if it keeps happening, tell your issuer or the "
            "vendor the name of the fault."
        ),
    ),
    "module-fault.bare": (
        "The vendor module reports a fault",
        "The vendor module {module} reported a fault{during}, but not what it is.",
        "Unplug the token, plug it in again and try once more; if it keeps happening, update the vendor's driver.",
    ),
    "module-garbled": (
        "The answer of the vendor module makes no sense",
        "The vendor module {module} gave an answer that cannot be right{during} and was stopped.",
        "Start the operation again; if it keeps happening, update the vendor's driver.",
    ),
    "module-set-aside": (
        "The vendor module is set aside",
        "The vendor module {module} failed several times in a row, so it is not used for now.",
        "Update or reinstall the vendor's driver, then restart this program or test the module.",
    ),
    "module-unfit": (
        "The module cannot be used",
        "The file {module} does not suit this computer: {reason}.",
        "Download the driver for this computer from your issuer or the vendor.",
    ),
    "module-unfit.other-system": (
        "The module is for another system",
        "The file {module} is made for {found}; this computer runs {needed}.",
        "Download the driver for {needed}.",
    ),
    "module-unfit.not-a-library": (
        "The file is no module",
        "The file {module} cannot be loaded as a module: {found}.",
        "Check the path and choose the module file of the driver.",
    ),
    "module-unfit.other-bits": (
        "The module has the wrong bitness",
        "The file {module} is {found}-bit and this program is {needed}-bit; the two do not work together.",
        "Install the {needed}-bit version of the vendor's driver.",
    ),
    "module-unfit.other-cpu": (
        "The module is for another processor",
        "The file {module} is made for {found} processors; this program runs on {needed}.",
        "Ask the vendor for a driver for {needed} processors.",
    ),
    "module-unfit.unreadable": (
        "The module file cannot be read",
        "The file {module} cannot be read: {found}.",
        "Check the path, or reinstall the vendor's driver.",
    ),
    "module-unfit.empty": (
        "The module file is empty",
        "There is nothing in the file {module}; perhaps its download was cut short.",
        "Reinstall the vendor's driver.",
    ),
    "module-unfit.unloadable": (
        "The module cannot be loaded",
        "The file {module} could not be loaded. The system says: {found}.",
        "Reinstall the vendor's driver; if the system names a missing file, install that too.",
    ),
    "module-untrusted": (
        "The module was not loaded: it is not safe",
        "The file {module} did not pass the safety check: {reason}.",
        "Reinstall the driver from your issuer or the vendor.",
    ),
    "module-untrusted.not-absolute": (
        "The module's path is not complete",
        "“{where}” is not a complete path, and modules are loaded by complete paths only.",
        "Give the path from the root folder or the drive letter on.",
    ),
    "module-untrusted.disabled": (
        "The module is switched off",
        "You switched off the module {module}, so it was not loaded.",
        "Switch it on again when you need it.",
    ),
    "module-untrusted.changed": (
        "The module file has changed",
        "The module {module} is not what it was when you agreed to load it, so it was not loaded.",
        "If you have just updated the driver, add the module again; otherwise find out first who changed it.",
    ),
    "module-untrusted.no-consent": (
        "You have not agreed to this module yet",
        "The module {module} is not among the known drivers, and you have not agreed to load it.",
        "When you are sure that it comes from your issuer or the vendor, add the module.",
    ),
    "module-untrusted.remote": (
        "The module is not on this computer",
        "“{where}” is on the network, and only modules on this computer are loaded.",
        "Install the driver on this computer.",
    ),
    "module-untrusted.not-a-file": (
        "The module's path is not a file",
        "“{where}” is not a plain file and cannot be loaded as a module.",
        "Check the path and choose the module file of the driver.",
    ),
    "module-untrusted.owner": (
        "The module belongs to another user",
        (
            "“{where}” belongs to another user of this computer, who could replace the module {module}, "
            "so it was not loaded."
        ),
        "Ask the administrator to install the driver in a system folder.",
    ),
    "module-untrusted.writable": (
        "Others can change the module",
        "Other users of this computer can change “{where}”, so the module {module} was not loaded.",
        (
            "Ask the administrator to take write access away from other users, or to reinstall the driver in a system "
            "folder."
        ),
    ),
    "module-untrusted.links": (
        "The module's path takes too many turns",
        "Too many links lead to the module {module}, perhaps in a circle, so it was not loaded.",
        "Give the path of the module file itself.",
    ),
}
