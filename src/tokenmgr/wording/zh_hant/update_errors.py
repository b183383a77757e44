"""What is said about looking for newer versions, in Traditional Chinese."""

LATER = "請檢查網絡，稍後再試；現有版本可以繼續使用。"
ELSEWHERE = "請稍後再試；若一直如此，請從當初取得本程式的地方取得最新版本，並告知發佈者。"

WORDS = {
    "update-unreachable": ("更新伺服器沒有回應", "{host} 沒有回應。", LATER),
    "update-unreachable.proxy": (
        "代理伺服器的設定不能用",
        "這部電腦設定的代理伺服器地址寫法不對，因此沒有詢問 {host}。",
        "請在系統設定或 https_proxy 內改成 http://proxy:8080 這樣的寫法，然後再試。",
    ),
    "update-unreachable.tls": (
        "無法確認更新伺服器的身份",
        "{host} 未能證明自己的身份，沒有向它請求任何內容。",
        "請檢查這部電腦的日期、時間和網絡，然後再試。",
    ),
    "update-unreachable.status": ("更新伺服器上沒有消息", "{host} 有回應，但給出的不是所請求的內容。", LATER),
    "update-unreachable.slow": ("更新伺服器太慢", "{host} 回應得太慢，這次查詢已結束。", LATER),
    "update-unreachable.cut": ("連接中斷", "{host} 的回應中途斷開了。", LATER),
    "update-untrusted": (
        "暫時不能信任更新伺服器",
        "它發來的內容（{what}）不是發佈者簽署的內容，沒有採用其中任何部分。",
        ELSEWHERE,
    ),
    "update-untrusted.rollback": (
        "更新伺服器發來了舊內容",
        "它發來的內容（{what}）比這部電腦以前見過的更舊，沒有採用其中任何部分。",
        ELSEWHERE,
    ),
    "update-untrusted.expired": (
        "更新消息太舊",
        "更新伺服器發來的內容（{what}）有效期到 {since}，之後沒有更新過，沒有採用其中任何部分。",
        "請檢查這部電腦的日期和時間；若沒有錯，請稍後再試。",
    ),
    "update-untrusted.mixed": (
        "更新消息的各部分對不上",
        "更新伺服器發來的內容（{what}）與其餘部分不屬於同一次發佈，沒有採用其中任何部分。",
        ELSEWHERE,
    ),
    "update-untrusted.signature": (
        "更新消息的簽署不對",
        "更新伺服器發來的內容（{what}）沒有足夠的發佈者密鑰簽署，沒有採用其中任何部分。",
        ELSEWHERE,
    ),
    "update-untrusted.length": (
        "更新伺服器發來的內容長短不對",
        "它發來的內容（{what}）與發佈者簽署的長度不一致，沒有採用其中任何部分。",
        ELSEWHERE,
    ),
    "update-untrusted.changed": (
        "檔案不是簽署的那一個",
        "更新伺服器發來的檔案（{what}）與發佈者簽署的內容不同，已經丟棄。",
        ELSEWHERE,
    ),
    "update-untrusted.garbled": (
        "更新消息無法讀懂",
        "更新伺服器發來的內容（{what}）無法讀取，沒有採用其中任何部分。",
        ELSEWHERE,
    ),
    "update-address-missing": (
        "這個版本沒有更新地址",
        "這個版本製作時沒有填寫更新地址，因此不能查看有沒有新版本。",
        "新版本請從當初取得本程式的地方取得。",
    ),
}
