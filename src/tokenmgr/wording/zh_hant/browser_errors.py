"""What is said about browsers, in Traditional Chinese."""

WORDS = {
    "browser-error": (
        "瀏覽器有問題",
        "瀏覽器的模組清單沒有改動。",
        "請關閉瀏覽器，然後重試。",
    ),
    "browser-not-found": (
        "沒有這個瀏覽器",
        "沒有瀏覽器設定檔叫「{wanted}」，或者不止一個叫這個名稱。",
        "請先列出瀏覽器，再照列出的寫法指定。",
    ),
    "browser-running": (
        "瀏覽器正開啟",
        "{browser}（設定檔 {profile}）正開啟：它不會發現改動，還可能把改動覆蓋。沒有做任何改動。",
        "請關閉它的所有視窗，然後重試。",
    ),
    "browser-sandboxed": (
        "這個瀏覽器不能載入本機的模組",
        "{browser} 在沙盒中執行，不能載入沙盒外的模組。沒有做任何改動。",
        "請改裝開發商提供的安裝套件版瀏覽器，再在其中登記模組。",
    ),
    "browser-sandboxed.snap-connect": (
        "這個瀏覽器自帶該模組",
        "{browser} 在沙盒中執行，只能載入自帶的 OpenSC 模組，並且要先獲准使用讀卡器服務。沒有做任何改動。",
        (
            "請管理員執行「snap connect firefox:pcscd」（Chromium 則為「chromium:pcscd」），"
            "再在瀏覽器設定的安全裝置中載入 opensc-pkcs11.so。"
        ),
    ),
    "browser-sandboxed.snap-replace": (
        "這個瀏覽器不能載入本機的模組",
        "{browser} 在 Snap 沙盒中執行，不能載入本機的模組。沒有做任何改動。",
        "請改裝開發商提供的 .deb 或 .rpm 版瀏覽器，不用 Snap 版，再在其中登記模組。",
    ),
    "browser-sandboxed.flatpak-replace": (
        "這個瀏覽器不能載入本機的模組",
        "{browser} 在 Flatpak 沙盒中執行，不能載入本機的模組。沒有做任何改動。",
        "請改裝開發商提供的 .deb 或 .rpm 版瀏覽器，不用 Flatpak 版，再在其中登記模組。",
    ),
    "browser-profile-broken": (
        "瀏覽器的設定不能讀取",
        "「{path}」不能使用：{reason}。本程式沒有動它。",
        "請開啟一次瀏覽器再關閉；仍不行，請聯絡管理這部電腦的人。",
    ),
    "browser-has-module": (
        "瀏覽器已有這個模組",
        "{browser}（設定檔 {profile}）已經以 {name} 的名稱登記了該模組；再登記一個只會互相妨礙。",
        "不需要再做甚麼；要換名稱或檔案，請先移除原有的。",
    ),
    "browser-has-module.for-all": (
        "這部電腦的原則已有這個模組",
        "這部電腦的原則已經讓每位用戶的 {browser} 以 {name} 的名稱載入 {library}。本程式沒有動它。",
        "請改用其他名稱；要換檔案，請先移除原有的，或聯絡管理這部電腦的人。",
    ),
    "browser-lacks-module": (
        "瀏覽器沒有這個模組",
        "{browser}（設定檔 {profile}）沒有登記名為 {name} 的模組。",
        "請列出瀏覽器，查看其中登記了甚麼。",
    ),
    "browser-lacks-module.for-all": (
        "沒有原則登記這個模組",
        "這部電腦沒有原則讓 {browser} 載入名為 {name} 的模組。沒有做任何改動。",
        "請核對名稱的寫法：在 Firefox 內開啟 about:policies 可以看到有哪些。",
    ),
    "browser-name-refused": (
        "這個名稱不能用",
        "瀏覽器讀回來的「{name}」會與所寫的不同。",
        "請改用其他名稱，例如發證機構給出的名稱；路徑必須完整。",
    ),
}
