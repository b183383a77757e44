"""What is said about errors, in Traditional Chinese as Hong Kong writes it."""

from tokenmgr.wording.zh_hant.browser_errors import WORDS as BROWSERS
from tokenmgr.wording.zh_hant.computer_errors import WORDS as COMPUTER
from tokenmgr.wording.zh_hant.module_errors import WORDS as MODULES
from tokenmgr.wording.zh_hant.update_errors import WORDS as UPDATES

WORDS = {
    **BROWSERS,
    **COMPUTER,
    **MODULES,
    **UPDATES,
    "token-error": (
        "操作沒有完成",
        "程式遇到了沒有預料到的情況，操作已停止。",
        "請重新插入令牌後再操作一次；若仍是如此，請聯絡技術支援。",
    ),
    # PINs
    "pin-error": (
        "{kind}有問題",
        "令牌{token}沒有完成與{kind}有關的操作。",
        "請先查看令牌密碼狀態，再決定是否再試。",
    ),
    "wrong-pin": (
        "{kind}不正確",
        "令牌{token}核對後沒有接受{kind}，這次計為一次輸錯。{tries}。",
        "請檢查大小寫和輸入法後再輸入；沒有把握時先不要再試。",
    ),
    "wrong-pin.last-exact": (
        "{kind}不正確，只剩最後一次",
        "令牌{token}核對後沒有接受{kind}。{tries}，再輸錯一次就會鎖定。",
        "請先停下來，確認密碼後再輸入；沒有把握時請先聯絡發證機構。",
    ),
    "wrong-pin.last-at_most": (
        "{kind}不正確，可能只剩最後一次",
        "令牌{token}核對後沒有接受{kind}。{tries}，再輸錯一次很可能鎖定。",
        "請先停下來，確認密碼後再輸入；沒有把握時請先聯絡發證機構。",
    ),
    "wrong-pin.none-exact": (
        "{kind}不正確，已經鎖定",
        "令牌{token}核對後沒有接受{kind}。{tries}。",
        "請不要再輸入，並聯絡發證機構了解解鎖辦法。",
    ),
    "wrong-pin.none-at_most": (
        "{kind}不正確，次數可能已用完",
        "令牌{token}核對後沒有接受{kind}。{tries}。",
        "請不要再輸入；先查看令牌密碼狀態，若已鎖定，請聯絡發證機構。",
    ),
    "pin-locked": (
        "{kind}已鎖定",
        "令牌{token}已沒有剩餘次數，不再接受{kind}。",
        "請不要再輸入，並聯絡發證機構了解解鎖辦法。",
    ),
    "pin-locked.so": (
        "{kind}已鎖定",
        "令牌{token}已沒有剩餘次數，不再接受{kind}；令牌密碼不受影響。",
        "請不要再輸入；{kind}鎖定後通常無法復原，請聯絡發證機構。",
    ),
    "pin-locked.puk": (
        "{kind}已鎖定",
        "令牌{token}已沒有剩餘次數，不再接受{kind}，不能再用它解鎖令牌密碼。",
        "請不要再輸入；請聯絡發證機構，問清還有沒有其他解鎖辦法。",
    ),
    "pin-refused": (
        "{kind}沒有發送到令牌",
        "輸入的{kind}不符合要求：{rule}。",
        "請按要求重新輸入。",
    ),
    "pin-refused.empty": (
        "{kind}沒有發送到令牌",
        "沒有輸入{kind}。",
        "請輸入{kind}後再確認。",
    ),
    "pin-refused.full-width": (
        "{kind}沒有發送到令牌",
        "輸入的{kind}內有全形字元或漢字，多半是輸入法打出來的。",
        "請切換到英文（半形）輸入後重新輸入。",
    ),
    "pin-refused.blank-at-edge": (
        "{kind}沒有發送到令牌",
        "輸入的{kind}開頭或結尾有空格，可能是貼上時帶進來的。",
        "請去掉空格後重新輸入。",
    ),
    "pin-refused.control-character": (
        "{kind}沒有發送到令牌",
        "輸入的{kind}內有看不見的字元，可能是貼上時帶進來的。",
        "請不要貼上，用鍵盤逐個字元重新輸入。",
    ),
    "pin-refused.refused-before": (
        "{kind}沒有發送到令牌",
        "輸入的{kind}與剛才被令牌拒絕的一樣，再發送只會浪費一次機會。",
        "請檢查大小寫和輸入法，或輸入另一個；想不起來時先不要再試。",
    ),
    "pin-refused.token-rules": (
        "密碼不符合令牌的規則",
        "令牌{token}認為密碼的長度或字元不符合它的規則，沒有接受。這不算輸錯，沒有消耗次數。",
        "請換一個長度和字元都符合規則的密碼；令牌資料內列有規則。",
    ),
    "pin-refused.new-differs": (
        "{kind}沒有發送到令牌",
        "兩次輸入的{kind}不一樣。",
        "請重新輸入，兩次要完全相同。",
    ),
    "pin-refused.same-as-old": (
        "{kind}沒有發送到令牌",
        "{kind}與現時的相同。",
        "請換一個與現時不同的密碼。",
    ),
    "pin-must-change": (
        "需要先更改{kind}",
        "令牌{token}要求先更改{kind}，在此之前不能做其他操作。",
        "請先更改{kind}，然後重新操作。",
    ),
    "pin-not-set": (
        "還沒有設定{kind}",
        "令牌{token}還沒有設定{kind}。",
        "請發證機構或所屬機構的令牌管理員設定後再使用。",
    ),
    "last-try": (
        "只剩最後一次機會",
        "令牌{token}的{kind}{tries}，輸錯就會鎖定；因為沒有得到明確同意，操作已停止。",
        "請確認密碼後再操作，並明確同意使用這一次機會；沒有把握時請先聯絡發證機構。",
    ),
    "last-try.last-at_most": (
        "可能只剩最後一次機會",
        "令牌{token}的{kind}{tries}，輸錯很可能鎖定；因為沒有得到明確同意，操作已停止。",
        "請確認密碼後再操作，並明確同意使用這一次機會；沒有把握時請先聯絡發證機構。",
    ),
    "last-try.none-at_most": (
        "次數可能已用完",
        "令牌{token}的{kind}{tries}，但令牌沒有回報鎖定；因為沒有得到明確同意，操作已停止。",
        "請先查看令牌密碼狀態；沒有把握時請先聯絡發證機構。",
    ),
    # The token is not there
    "unreachable": (
        "現在無法使用令牌",
        "程式沒有連上令牌。",
        "請重新插入令牌，等幾秒再試。",
    ),
    "token-not-found": (
        "沒有找到令牌",
        "電腦上沒有檢測到令牌。",
        "請插入令牌，等幾秒再試；仍找不到時，請檢查廠商的驅動程式是否已安裝。",
    ),
    "token-not-found.named": (
        "沒有找到這個令牌",
        "已插入的令牌中沒有「{wanted}」。",
        "請核對名稱或序列號，或者先列出所有令牌再選擇。",
    ),
    "token-ambiguous": (
        "有多個令牌",
        "現在插了不止一個令牌，序列號為：{serials}。",
        "請用完整的序列號指明要用哪一個，或者只插一個令牌。",
    ),
    "token-ambiguous.named": (
        "有多個令牌符合",
        "名為「{wanted}」的令牌不止一個，序列號為：{serials}。",
        "請用完整的序列號指明要用哪一個，或者只插一個令牌。",
    ),
    "token-gone": (
        "令牌已拔出",
        "令牌{token}已被拔出，或者與電腦的連接斷開了。",
        "請重新插入令牌，等幾秒再試。",
    ),
    "token-swapped": (
        "插入的是另一個令牌",
        "原來的令牌{token}不在了，同一位置現在是另一個令牌{found}。",
        "請插回原來的令牌，或者對現在的令牌重新開始操作。",
    ),
    "service-down": (
        "系統服務沒有運作",
        "使用令牌需要系統服務 {service}，它現在沒有運作。",
        "請重新啟動電腦；若仍是如此，請管理員啟動該服務。",
    ),
    "service-down.pcscd": (
        "智能卡服務沒有運作",
        "使用令牌需要智能卡服務 {service}，它現在沒有運作。",
        "請重新啟動電腦，或者請管理員安裝並啟動 {service}。",
    ),
    # What cannot be granted
    "refused": (
        "這個操作不能進行",
        "操作沒有進行，令牌上的內容沒有改變。",
        "請查看令牌資料，確認它支援什麼操作。",
    ),
    "not-supported": (
        "這個令牌不支援",
        "這個令牌不支援這項功能：{what}。",
        "請查看令牌資料內列出的可用功能，或者聯絡發證機構。",
    ),
    "not-supported.browser-policy": (
        "沒有找到所有用戶共用的 Firefox",
        "Firefox 從程式旁邊讀取原則，而這部電腦沒有為所有用戶安裝 Firefox。沒有做任何改動。",
        "請為所有用戶安裝 Firefox 後再試，或者由各用戶在設定的「瀏覽器」內登記模組。",
    ),
    "not-supported.no-challenge": (
        "沒有正在等待的挑戰碼",
        "令牌沒有在等待回應碼，沒有向它發送任何內容。",
        "請先用 pin challenge 取得挑戰碼，交給管理員計算回應碼。",
    ),
    "not-supported.response": (
        "回應碼沒有被接受",
        "令牌沒有接受管理員給出的回應碼，令牌密碼沒有改變。",
        "請重新取得挑戰碼，再請管理員計算一個新的回應碼；這期間不要對令牌做其他操作。",
    ),
    "not-supported.label-too-long": (
        "標籤太長",
        "令牌放不下這麼長的標籤。",
        "請用短一些的標籤：最多 32 個英文字母，或 10 個漢字。",
    ),
    "not-supported.second-key-with-this-id": (
        "編號已被佔用",
        "令牌上已有一個同編號的密鑰，沒有再寫入。",
        "請換一個編號，或者先刪除原來的密鑰。",
    ),
    "login-needed": (
        "令牌尚未開啟",
        "令牌{token}需要先輸入令牌密碼才能繼續，也可能是其他程式把它關上了。",
        "請輸入令牌密碼開啟令牌，然後重新操作。",
    ),
    "token-full": (
        "令牌已滿",
        "令牌{token}上沒有空間了，沒有寫入新內容。",
        "請先匯出並刪除不再需要的證書，再試一次。",
    ),
    "token-busy": (
        "令牌正在等待回應碼",
        "令牌{token}正在等管理員的回應碼，其他操作會讓挑戰碼作廢，所以沒有進行。",
        "請先輸入回應碼完成解鎖，或者放棄解鎖後再操作。",
    ),
    "key-missing": (
        "沒有找到私鑰",
        "令牌上沒有需要的私鑰。",
        "請確認插的是正確的令牌；若證書是匯入的，請把私鑰一併匯入。",
    ),
    "key-missing.named": (
        "沒有找到私鑰",
        "令牌上沒有與「{wanted}」對應的私鑰。",
        "請確認插的是正確的令牌，或者換一張有私鑰的證書。",
    ),
    "object-missing": (
        "沒有確定的證書",
        "令牌上沒有符合的證書或物件，或者不止一個。",
        "請先列出證書，再用編號或指紋指明要用哪一張。",
    ),
    "object-missing.named": (
        "沒有找到證書或物件",
        "令牌上沒有「{wanted}」，或者不止一個。",
        "請先列出證書，再用編號或指紋指明要用哪一張。",
    ),
    "mechanism-refused": (
        "密鑰不能這樣使用",
        "令牌不能用這個密鑰完成操作：{what}。",
        "請換一張用途相符的證書，或者換一種簽署方式。",
    ),
    "self-test-failed": (
        "自我檢查沒有通過",
        "令牌有回應，但結果不對，步驟：{step}。",
        "請重新插入令牌後再測一次；若仍不通過，請先不要用它辦理業務，並聯絡發證機構。",
    ),
    "file-unreadable": (
        "檔案無法使用",
        "檔案「{path}」無法使用：{reason}。",
        "請核對路徑和存取權限，然後再試。",
    ),
    "file-unreadable.choices": (
        "你的選擇未能儲存",
        "你的選擇在本程式結束前有效，但未能寫入磁碟。",
        "請檢查磁碟是否有空間、是否可以寫入，然後再選擇一次。",
    ),
    "file-unreadable.damaged": (
        "檔案已損壞",
        "檔案「{path}」的內容不完整或被改動過，沒有使用。",
        "請從備份還原這個檔案，或者刪除它後重新開始。",
    ),
    "file-unreadable.newer-version": (
        "檔案來自更新的版本",
        "檔案「{path}」是由本程式的更新版本寫成的。",
        "請更新本程式。",
    ),
    "file-unreadable.no-certificate": (
        "檔案內沒有可用的證書",
        "在檔案「{path}」內沒有讀到完整的證書。",
        "請選擇證書檔案（PEM、DER 或 PKCS#12），然後再試。",
    ),
    "file-unreadable.kind-of-key": (
        "檔案中的密鑰類型無法處理",
        "「{path}」裡的密鑰是本程式無法寫入令牌的類型，例如 SM2。沒有寫入任何內容。",
        "請用發證機構或令牌廠商的程式把它寫入令牌。",
    ),
    "file-unreadable.no-certificate-of-its-key": (
        "檔案中沒有與私鑰對應的證書",
        "「{path}」裡有一個私鑰，但其中的證書都不屬於這個私鑰。沒有寫入任何內容。",
        "請重新匯出檔案，並包含私鑰自己的證書，然後再試一次。",
    ),
    "file-unreadable.password": (
        "沒有開啟這個檔案",
        "檔案「{path}」的密碼不對，或者它不是 PKCS#12 檔案。這是檔案的密碼，令牌密碼的次數沒有減少。",
        "請核對檔案的密碼後再試。",
    ),
    "file-unreadable.pem": (
        "檔案內容有誤",
        "檔案內標明有證書，但內容不完整或被改動過，沒有使用。",
        "請向提供者重新索取這個檔案。",
    ),
    "file-unreadable.response": (
        "回應碼寫法不對",
        "回應碼只含數字 0 到 9 和字母 A 到 F，輸入的內容不是這樣，沒有發送到令牌。",
        "請與管理員核對回應碼，然後重新取得挑戰碼再試一次。",
    ),
    "file-unreadable.same-file": (
        "結果會覆蓋檔案本身",
        "「{path}」就是要簽署的那個檔案。沒有簽署，檔案也沒有改動。",
        "請給簽署結果另起一個名稱，例如在原檔名後加 .sig。",
    ),
    "file-unreadable.subject": (
        "主體名稱寫法不對",
        "「{path}」不能作為證書的主體名稱。",
        "請按 CN=姓名,O=機構,C=CN 的寫法重新填寫。",
    ),
    "ledger-unwritable": (
        "無法記錄這次嘗試",
        "程式必須先記下每一次嘗試，但記錄寫不進去（{reason}），操作已停止。",
        "請檢查磁碟空間，以及資料夾的寫入權限，然後再試。",
    ),
    "profile-broken": (
        "資料檔案有誤",
        "檔案「{path}」的 {key} 項有誤：{reason}。",
        "請改正這一項；若是隨程式安裝的檔案，請重新安裝本程式。",
    ),
    "profile-broken.whole": (
        "資料檔案有誤",
        "檔案「{path}」有誤：{reason}。",
        "請改正這個檔案；若是隨程式安裝的檔案，請重新安裝本程式。",
    ),
    "cancelled": (
        "已取消",
        "操作已按你的意思取消。",
        "需要時重新開始即可。",
    ),
}
