"""What is said about the computer around a token, in Simplified Chinese."""

WORDS = {
    "computer-error": (
        "这台电脑上有阻碍",
        "操作没有完成。",
        "请再诊断一次，然后重试。",
    ),
    "changed-since": (
        "期间被改动过",
        "“{path}”已被其他程序改动，本程序没有动它。",
        "请先查看它，然后重新诊断；现在的内容不是本程序写的。",
    ),
    "change-unknown": (
        "没有这项更改",
        "没有编号为 {number} 的更改记录。",
        "请先列出更改，再选择其中的编号。",
    ),
    "step-refused": (
        "系统不允许",
        "步骤“{step}”未能执行：{reason}。",
        "请让管理员来做，或按诊断的说明手动完成。",
    ),
    "repair-unknown": (
        "那里没有需要修复的",
        "现在没有名为 {repair} 的修复。",
        "请重新诊断，再选择列出的修复。",
    ),
}
