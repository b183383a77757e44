"""What is said about browsers, in Simplified Chinese."""

WORDS = {
    "browser-error": (
        "浏览器有问题",
        "浏览器的模块清单没有改动。",
        "请关闭浏览器，然后重试。",
    ),
    "browser-not-found": (
        "没有这个浏览器",
        "没有浏览器配置叫“{wanted}”，或者不止一个叫这个名字。",
        "请先列出浏览器，再照列出的写法指定。",
    ),
    "browser-running": (
        "浏览器正开着",
        "{browser}（配置 {profile}）正开着：它不会发现改动，还可能把改动覆盖掉。没有做任何改动。",
        "请关闭它的所有窗口，然后重试。",
    ),
    "browser-sandboxed": (
        "这个浏览器不能加载本机的模块",
        "{browser} 在沙盒中运行，不能加载沙盒外的模块。没有做任何改动。",
        "请改装开发商提供的安装包版浏览器，再在其中登记模块。",
    ),
    "browser-sandboxed.snap-connect": (
        "这个浏览器自带该模块",
        "{browser} 在沙盒中运行，只能加载自带的 OpenSC 模块，并且要先获准使用读卡器服务。没有做任何改动。",
        (
            "请管理员运行“snap connect firefox:pcscd”（Chromium 则为“chromium:pcscd”），"
            "再在浏览器设置的安全设备里加载 opensc-pkcs11.so。"
        ),
    ),
    "browser-sandboxed.snap-replace": (
        "这个浏览器不能加载本机的模块",
        "{browser} 在 Snap 沙盒中运行，不能加载本机的模块。没有做任何改动。",
        "请改装开发商提供的 .deb 或 .rpm 版浏览器，不用 Snap 版，再在其中登记模块。",
    ),
    "browser-sandboxed.flatpak-replace": (
        "这个浏览器不能加载本机的模块",
        "{browser} 在 Flatpak 沙盒中运行，不能加载本机的模块。没有做任何改动。",
        "请改装开发商提供的 .deb 或 .rpm 版浏览器，不用 Flatpak 版，再在其中登记模块。",
    ),
    "browser-profile-broken": (
        "浏览器的设置不能读取",
        "“{path}”不能使用：{reason}。本程序没有动它。",
        "请打开一次浏览器再关闭；仍不行，请联系管理这台电脑的人。",
    ),
    "browser-has-module": (
        "浏览器已经有这个模块",
        "{browser}（配置 {profile}）已经以 {name} 的名称登记了该模块；再登记一个只会互相妨碍。",
        "不需要再做什么；要换名称或文件，请先移除原有的。",
    ),
    "browser-has-module.for-all": (
        "这台电脑的策略已经有这个模块",
        "这台电脑的策略已经让每位用户的 {browser} 以 {name} 的名称加载 {library}。本程序没有动它。",
        "请改用其他名称；要换文件，请先移除原有的，或联系管理这台电脑的人。",
    ),
    "browser-lacks-module": (
        "浏览器没有这个模块",
        "{browser}（配置 {profile}）没有登记名为 {name} 的模块。",
        "请列出浏览器，查看其中登记了什么。",
    ),
    "browser-lacks-module.for-all": (
        "没有策略登记这个模块",
        "这台电脑没有策略让 {browser} 加载名为 {name} 的模块。没有做任何改动。",
        "请核对名称的写法：在 Firefox 里打开 about:policies 可以看到有哪些。",
    ),
    "browser-name-refused": (
        "这个名称不能用",
        "浏览器读回来的“{name}”会与所写的不同。",
        "请改用其他名称，例如发证机构给出的名称；路径必须完整。",
    ),
}
