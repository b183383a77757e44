"""What is said about errors of vendor modules, in Traditional Chinese as Hong Kong writes it."""

WORDS = {
    "module-error": (
        "廠商模組出了問題",
        "廠商模組 {module} {during}沒有完成工作。",
        "請重新插入令牌後再試；反覆出現時，請更新廠商的驅動程式。",
    ),
    "module-crashed": (
        "廠商模組意外停止",
        "廠商模組 {module} {during}意外停止了，本程式不受影響。",
        "請再操作一次，模組會自動重新啟動；反覆出現時，請更新廠商的驅動程式。",
    ),
    "module-hung": (
        "廠商模組沒有回應",
        "廠商模組 {module} {during}在規定時間內沒有回應，已被停止。",
        "請重新插入令牌，關閉其他正在使用令牌的程式，然後再試。",
    ),
    "module-fault": (
        "廠商模組回報故障",
        "廠商模組 {module} {during}回報了故障：{reason}。",
        "請重新插入令牌後再試；反覆出現時，請把上面的故障名稱告訴發證機構或廠商。",
    ),
    "module-fault.bare": (
        "廠商模組回報故障",
        "廠商模組 {module} {during}回報了故障，但沒有說明原因。",
        "請重新插入令牌後再試；反覆出現時，請更新廠商的驅動程式。",
    ),
    "module-garbled": (
        "廠商模組的回應無法理解",
        "廠商模組 {module} {during}給出了不合理的回應，已被停止。",
        "請再操作一次；反覆出現時，請更新廠商的驅動程式。",
    ),
    "module-set-aside": (
        "廠商模組已暫停使用",
        "廠商模組 {module} 連續多次失敗，程式暫時不再使用它。",
        "請先更新或重新安裝廠商的驅動程式，然後重新啟動本程式，或者測試該模組。",
    ),
    "module-unfit": (
        "模組無法使用",
        "檔案 {module} 不適合在這台電腦上使用：{reason}。",
        "請從發證機構或廠商下載適合這台電腦的驅動程式。",
    ),
    "module-unfit.other-system": (
        "模組屬於另一種系統",
        "檔案 {module} 是為 {found} 製作的，這台電腦是 {needed}。",
        "請下載適用於 {needed} 的驅動程式。",
    ),
    "module-unfit.not-a-library": (
        "檔案不是模組",
        "檔案 {module} 不能作為模組載入：{found}。",
        "請核對路徑，選擇驅動程式內的模組檔案。",
    ),
    "module-unfit.other-bits": (
        "模組的位元數不符",
        "檔案 {module} 是 {found} 位元的，本程式是 {needed} 位元的，兩者不能一起使用。",
        "請安裝廠商驅動程式的 {needed} 位元版本。",
    ),
    "module-unfit.other-cpu": (
        "模組屬於另一種處理器",
        "檔案 {module} 是為 {found} 處理器製作的，本程式使用的是 {needed} 處理器。",
        "請向廠商索取適用於 {needed} 處理器的驅動程式。",
    ),
    "module-unfit.unreadable": (
        "讀不到模組檔案",
        "檔案 {module} 無法讀取：{found}。",
        "請核對路徑，或者重新安裝廠商的驅動程式。",
    ),
    "module-unfit.empty": (
        "模組檔案是空的",
        "檔案 {module} 內沒有任何內容，可能沒有下載完整。",
        "請重新安裝廠商的驅動程式。",
    ),
    "module-unfit.unloadable": (
        "模組無法載入",
        "檔案 {module} 載入失敗，系統的說明是：{found}。",
        "請重新安裝廠商的驅動程式；說明內若提到缺少的檔案，請一併安裝。",
    ),
    "module-untrusted": (
        "模組不可信，沒有載入",
        "檔案 {module} 沒有通過安全檢查：{reason}。",
        "請從發證機構或廠商重新安裝驅動程式。",
    ),
    "module-untrusted.not-absolute": (
        "模組路徑不完整",
        "「{where}」不是完整路徑，程式只按完整路徑載入模組。",
        "請給出從根目錄或磁碟機代號開始的完整路徑。",
    ),
    "module-untrusted.disabled": (
        "模組已停用",
        "模組 {module} 已被你停用，所以沒有載入。",
        "需要使用時，請重新啟用它。",
    ),
    "module-untrusted.changed": (
        "模組檔案已改變",
        "模組 {module} 與你同意載入時的內容不一樣，所以沒有載入。",
        "如果你剛更新過驅動程式，請重新加入該模組；否則請先查明是誰改動了它。",
    ),
    "module-untrusted.no-consent": (
        "模組還沒有得到同意",
        "模組 {module} 不在已知的驅動程式之列，你也還沒有同意載入它。",
        "確認它來自發證機構或廠商後，請加入該模組。",
    ),
    "module-untrusted.remote": (
        "模組不在這台電腦上",
        "「{where}」在網絡上，程式只載入本機上的模組。",
        "請把驅動程式安裝到這台電腦上。",
    ),
    "module-untrusted.not-a-file": (
        "模組路徑不是檔案",
        "「{where}」不是普通檔案，不能作為模組載入。",
        "請核對路徑，選擇驅動程式內的模組檔案。",
    ),
    "module-untrusted.owner": (
        "模組屬於其他用戶",
        "「{where}」屬於這台電腦的另一個用戶，他可以換掉模組 {module}，所以沒有載入。",
        "請管理員把驅動程式安裝到系統目錄。",
    ),
    "module-untrusted.writable": (
        "模組可能被別人改動",
        "這台電腦的其他用戶可以改動「{where}」，所以沒有載入模組 {module}。",
        "請管理員收回其他用戶的寫入權限，或者把驅動程式重新安裝到系統目錄。",
    ),
    "module-untrusted.links": (
        "模組路徑繞得太遠",
        "通往模組 {module} 的連結太多，可能繞成了圈，所以沒有載入。",
        "請直接給出模組檔案本身的路徑。",
    ),
}
