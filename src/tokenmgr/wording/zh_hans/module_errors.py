"""What is said about errors of vendor modules, in Simplified Chinese."""

WORDS = {
    "module-error": (
        "厂商模块出了问题",
        "厂商模块 {module} {during}没有完成工作。",
        "请重新插拔令牌后再试；反复出现时，请更新厂商的驱动。",
    ),
    "module-crashed": (
        "厂商模块意外停止",
        "厂商模块 {module} {during}意外停止了，本程序不受影响。",
        "请再操作一次，模块会自动重新启动；反复出现时，请更新厂商的驱动。",
    ),
    "module-hung": (
        "厂商模块没有应答",
        "厂商模块 {module} {during}在规定时间内没有应答，已被停止。",
        "请重新插拔令牌，关闭其他正在使用令牌的程序，然后再试。",
    ),
    "module-fault": (
        "厂商模块报告故障",
        "厂商模块 {module} {during}报告了故障：{reason}。",
        "请重新插拔令牌后再试；反复出现时，请把上面的故障名称告诉发证机构或厂商。",
    ),
    "module-fault.bare": (
        "厂商模块报告故障",
        "厂商模块 {module} {during}报告了故障，但没有说明原因。",
        "请重新插拔令牌后再试；反复出现时，请更新厂商的驱动。",
    ),
    "module-garbled": (
        "厂商模块的应答无法理解",
        "厂商模块 {module} {during}给出了不合理的应答，已被停止。",
        "请再操作一次；反复出现时，请更新厂商的驱动。",
    ),
    "module-set-aside": (
        "厂商模块已暂停使用",
        "厂商模块 {module} 连续多次失败，程序暂时不再使用它。",
        "请先更新或重装厂商的驱动，然后重新启动本程序，或者测试该模块。",
    ),
    "module-unfit": (
        "模块无法使用",
        "文件 {module} 不适合在这台电脑上使用：{reason}。",
        "请从发证机构或厂商下载适合这台电脑的驱动。",
    ),
    "module-unfit.other-system": (
        "模块属于另一种系统",
        "文件 {module} 是为 {found} 制作的，这台电脑是 {needed}。",
        "请下载适用于 {needed} 的驱动。",
    ),
    "module-unfit.not-a-library": (
        "文件不是模块",
        "文件 {module} 不能作为模块加载：{found}。",
        "请核对路径，选择驱动里的模块文件。",
    ),
    "module-unfit.other-bits": (
        "模块的位数不符",
        "文件 {module} 是 {found} 位的，本程序是 {needed} 位的，两者不能一起使用。",
        "请安装厂商驱动的 {needed} 位版本。",
    ),
    "module-unfit.other-cpu": (
        "模块属于另一种处理器",
        "文件 {module} 是为 {found} 处理器制作的，本程序运行在 {needed} 上。",
        "请向厂商索取适用于 {needed} 处理器的驱动。",
    ),
    "module-unfit.unreadable": (
        "读不到模块文件",
        "文件 {module} 无法读取：{found}。",
        "请核对路径，或者重新安装厂商的驱动。",
    ),
    "module-unfit.empty": (
        "模块文件是空的",
        "文件 {module} 里没有任何内容，可能没有下载完整。",
        "请重新安装厂商的驱动。",
    ),
    "module-unfit.unloadable": (
        "模块无法加载",
        "文件 {module} 加载失败，系统的说明是：{found}。",
        "请重新安装厂商的驱动；说明里若提到缺少的文件，请一并安装。",
    ),
    "module-untrusted": (
        "模块不可信，没有加载",
        "文件 {module} 没有通过安全检查：{reason}。",
        "请从发证机构或厂商重新安装驱动。",
    ),
    "module-untrusted.not-absolute": (
        "模块路径不完整",
        "“{where}”不是完整路径，程序只按完整路径加载模块。",
        "请给出从根目录或盘符开始的完整路径。",
    ),
    "module-untrusted.disabled": (
        "模块已停用",
        "模块 {module} 已被您停用，所以没有加载。",
        "需要使用时，请重新启用它。",
    ),
    "module-untrusted.changed": (
        "模块文件已改变",
        "模块 {module} 与您同意加载时的内容不一样，所以没有加载。",
        "如果您刚更新过驱动，请重新添加该模块；否则请先查明是谁改动了它。",
    ),
    "module-untrusted.no-consent": (
        "模块还没有得到同意",
        "模块 {module} 不在已知的驱动之列，您也还没有同意加载它。",
        "确认它来自发证机构或厂商后，请添加该模块。",
    ),
    "module-untrusted.remote": (
        "模块不在这台电脑上",
        "“{where}”在网络上，程序只加载本机上的模块。",
        "请把驱动安装到这台电脑上。",
    ),
    "module-untrusted.not-a-file": (
        "模块路径不是文件",
        "“{where}”不是普通文件，不能作为模块加载。",
        "请核对路径，选择驱动里的模块文件。",
    ),
    "module-untrusted.owner": (
        "模块属于别的用户",
        "“{where}”属于这台电脑的另一个用户，他可以换掉模块 {module}，所以没有加载。",
        "请让管理员把驱动安装到系统目录。",
    ),
    "module-untrusted.writable": (
        "模块可能被别人改动",
        "这台电脑的其他用户可以改动“{where}”，所以没有加载模块 {module}。",
        "请让管理员收回其他用户的写权限，或者把驱动重新安装到系统目录。",
    ),
    "module-untrusted.links": (
        "模块路径绕得太远",
        "通往模块 {module} 的链接太多，可能绕成了圈，所以没有加载。",
        "请直接给出模块文件本身的路径。",
    ),
}
