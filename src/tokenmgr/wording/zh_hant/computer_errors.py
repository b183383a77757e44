"""What is said about the computer around a token, in Traditional Chinese."""

WORDS = {
    "computer-error": (
        "這部電腦上有阻礙",
        "操作未能完成。",
        "請再診斷一次，然後重試。",
    ),
    "changed-since": (
        "期間被改動過",
        "「{path}」已被其他程式改動，本程式沒有動它。",
        "請先查看它，然後重新診斷；現在的內容並非本程式所寫。",
    ),
    "change-unknown": (
        "沒有這項更改",
        "沒有編號為 {number} 的更改記錄。",
        "請先列出更改，再選擇其中的編號。",
    ),
    "step-refused": (
        "系統不允許",
        "步驟「{step}」未能執行：{reason}。",
        "請由管理員處理，或按診斷的說明手動完成。",
    ),
    "repair-unknown": (
        "那裡沒有需要修復的",
        "現在沒有名為 {repair} 的修復。",
        "請重新診斷，再選擇列出的修復。",
    ),
}
