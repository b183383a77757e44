"""What is said about looking for newer versions, in Simplified Chinese."""

LATER = "请检查网络，稍后再试；现有版本可以继续使用。"
ELSEWHERE = "请稍后再试；若一直如此，请从当初取得本程序的地方获取最新版本，并告知发布者。"

WORDS = {
    "update-unreachable": ("更新服务器没有应答", "{host} 没有应答。", LATER),
    "update-unreachable.proxy": (
        "代理服务器的设置不能用",
        "这台电脑设置的代理服务器地址写法不对，因此没有询问 {host}。",
        "请在系统设置或 https_proxy 里改成 http://proxy:8080 这样的写法，然后再试。",
    ),
    "update-unreachable.tls": (
        "无法确认更新服务器的身份",
        "{host} 没能证明自己的身份，没有向它请求任何内容。",
        "请检查这台电脑的日期、时间和网络，然后再试。",
    ),
    "update-unreachable.status": ("更新服务器上没有消息", "{host} 有应答，但给出的不是所请求的内容。", LATER),
    "update-unreachable.slow": ("更新服务器太慢", "{host} 应答得太慢，这次查询已结束。", LATER),
    "update-unreachable.cut": ("连接中断", "{host} 的应答中途断开了。", LATER),
    "update-untrusted": (
        "暂时不能信任更新服务器",
        "它发来的内容（{what}）不是发布者签名的内容，没有采用其中任何部分。",
        ELSEWHERE,
    ),
    "update-untrusted.rollback": (
        "更新服务器发来了旧内容",
        "它发来的内容（{what}）比这台电脑以前见过的更旧，没有采用其中任何部分。",
        ELSEWHERE,
    ),
    "update-untrusted.expired": (
        "更新消息太旧",
        "更新服务器发来的内容（{what}）有效期到 {since}，之后没有更新过，没有采用其中任何部分。",
        "请检查这台电脑的日期和时间；若没有错，请稍后再试。",
    ),
    "update-untrusted.mixed": (
        "更新消息的各部分不相符",
        "更新服务器发来的内容（{what}）与其余部分不属于同一次发布，没有采用其中任何部分。",
        ELSEWHERE,
    ),
    "update-untrusted.signature": (
        "更新消息的签名不对",
        "更新服务器发来的内容（{what}）没有足够的发布者密钥签名，没有采用其中任何部分。",
        ELSEWHERE,
    ),
    "update-untrusted.length": (
        "更新服务器发来的内容长短不对",
        "它发来的内容（{what}）与发布者签名的长度不一致，没有采用其中任何部分。",
        ELSEWHERE,
    ),
    "update-untrusted.changed": (
        "文件不是签名的那一个",
        "更新服务器发来的文件（{what}）与发布者签名的内容不同，已经丢弃。",
        ELSEWHERE,
    ),
    "update-untrusted.garbled": (
        "更新消息无法读懂",
        "更新服务器发来的内容（{what}）无法读取，没有采用其中任何部分。",
        ELSEWHERE,
    ),
    "update-address-missing": (
        "这个版本没有更新地址",
        "这个版本制作时没有填写更新地址，因此不能查看有没有新版本。",
        "新版本请从当初取得本程序的地方获取。",
    ),
}
