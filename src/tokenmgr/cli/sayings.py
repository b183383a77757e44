"""What only the command line says: questions, results, hints. Each in zh-Hans, zh-Hant, English."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tokenmgr.wording.language import Language
from tokenmgr.wording.terms import term
from tokenmgr.wording.tries import tries_left

if TYPE_CHECKING:
    from tokenmgr.actions.overview import Overview
    from tokenmgr.model.pin import TriesLeft

ORDER = (Language.ZH_HANS, Language.ZH_HANT, Language.EN)

SAYINGS: dict[str, tuple[str, str, str]] = {
    "no-token": (
        "没有插入令牌。请插入令牌后再试；想先练习，请加 --practice。",
        "沒有插入令牌。請插入令牌後再試；想先練習，請加 --practice。",
        "No token is plugged in. Insert one and try again, or add --practice to rehearse.",
    ),
    "tokens-unseen": (
        "看不到有没有插入令牌：这台电脑上的厂商模块都不能用。原因见：tokenmgr-cli modules；想先练习，请加 --practice。",
        "看不到有沒有插入令牌：這台電腦上的廠商模組都不能用。原因見：tokenmgr-cli modules；想先練習，請加 --practice。",
        (
            "Whether a token is plugged in cannot be seen: no vendor module of this computer works. To see why: "
            "tokenmgr-cli modules. To rehearse meanwhile, add --practice."
        ),
    ),
    "no-certificate": (
        "令牌上没有证书。",
        "令牌上沒有證書。",
        "There is no certificate on the tokens.",
    ),
    "practising": (
        "没有插入令牌，下面用练习令牌演示。练习令牌不是真的，随便试都不会损失什么。",
        "沒有插入令牌，以下用練習令牌示範。練習令牌不是真的，隨便試都不會損失甚麼。",
        "No token is plugged in, so these are practice tokens. They are not real: nothing can be lost by trying.",
    ),
    "practising-meanwhile": (
        "下面先用练习令牌演示。练习令牌不是真的，随便试都不会损失什么。",
        "以下先用練習令牌示範。練習令牌不是真的，隨便試都不會損失甚麼。",
        "What follows are practice tokens. They are not real: nothing can be lost by trying.",
    ),
    "heading-until": ("到期", "到期", "Until"),
    "heading-days": ("天数", "日數", "Days"),
    "what-next": (
        "下一步：tokenmgr-cli pin status 看剩余次数的依据；pin change 修改密码；--help 看全部命令。",
        "下一步：tokenmgr-cli pin status 看剩餘次數的依據；pin change 更改密碼；--help 看全部指令。",
        "Next: tokenmgr-cli pin status says why; pin change changes the PIN; --help lists everything.",
    ),
    "modules-silent": (
        "有 {count} 个厂商模块没有应答，详情见：tokenmgr-cli modules",
        "有 {count} 個廠商模組沒有回應，詳情見：tokenmgr-cli modules",
        "{count} vendor module(s) did not answer; see: tokenmgr-cli modules",
    ),
    "no-module": (
        "这台电脑上没有找到厂商模块。请安装令牌附带的驱动，或用 tokenmgr-cli module add 路径 添加。",
        "這台電腦上沒有找到廠商模組。請安裝令牌附帶的驅動程式，或用 tokenmgr-cli module add 路徑 加入。",
        "No vendor module was found. Install the token's driver, or add one: tokenmgr-cli module add PATH.",
    ),
    "no-line-left": (
        "标准输入里的行不够：每个密码一行，次序见该命令的 --help。",
        "標準輸入的行數不足：每個密碼一行，次序見該指令的 --help。",
        "Standard input has too few lines: one line for each PIN, in the order that the verb's --help tells.",
    ),
    "no-terminal": (
        "这里没有终端可以输入密码。请加 --pin-stdin，并把密码逐行送入标准输入。",
        "這裡沒有終端機可以輸入密碼。請加 --pin-stdin，並把密碼逐行送入標準輸入。",
        "There is no terminal to type a PIN on. Add --pin-stdin and send PINs as lines on standard input.",
    ),
    "not-text": (
        "标准输入里有不是文字的内容。没有发送。",
        "標準輸入裡有不是文字的內容。沒有發送。",
        "Standard input holds something that is not text. It was not sent.",
    ),
    "typed-not-text": (
        "输入的内容里有不是文字的东西，没有发送。请重新输入；如果又是这样，请把终端的编码设为 UTF-8。",
        "輸入的內容裡有不是文字的東西，沒有發送。請重新輸入；如果又是這樣，請把終端機的編碼設為 UTF-8。",
        "What was typed is not text, and was not sent. Type it again; if that does not help, use UTF-8 here.",
    ),
    "binary-here": (
        "结果不是文字，不能显示在终端上。请用 --out 文件，或者把输出接到别的程序。",
        "結果不是文字，不能顯示在終端機上。請用 --out 檔案，或者把輸出接到其他程式。",
        "The result is not text and cannot be shown on a terminal. Name a file with --out, or pipe it on.",
    ),
    "use-pin-pad": (
        "请在读卡器（{reader}）的键盘上输入密码。",
        "請在讀卡器（{reader}）的鍵盤上輸入密碼。",
        "Type the PIN on the reader's own keys ({reader}).",
    ),
    "about-token": ("令牌 {label} ·{tail}", "令牌 {label} ·{tail}", "Token {label} ·{tail}"),
    "ask-user": ("令牌密码", "令牌密碼", "Token PIN"),
    "ask-so": ("管理员密码", "管理員密碼", "Administrator PIN"),
    "ask-puk": ("PUK 解锁码", "PUK 解鎖碼", "PUK"),
    "ask-new": ("新密码", "新密碼", "New PIN"),
    "ask-again": ("再输入一次新密码", "再輸入一次新密碼", "New PIN again"),
    "ask-file-password": ("文件 {file} 的密码", "檔案 {file} 的密碼", "Password of the file {file}"),
    "ask-response": ("管理员给的响应码", "管理員給的回應碼", "The administrator's response"),
    "purpose-change-pin": ("修改密码", "更改密碼", "Change PIN"),
    "purpose-unlock": ("解锁令牌", "解鎖令牌", "Unlock"),
    "purpose-sign": ("签名", "簽署", "Sign"),
    "purpose-sign-again": (
        "这个密钥每次签名都要密码",
        "這條密鑰每次簽署都要密碼",
        "This key wants its PIN for every signature",
    ),
    "purpose-self-test": ("自检", "自我檢查", "Self-test"),
    "purpose-import": ("导入", "匯入", "Import"),
    "purpose-delete": ("删除", "刪除", "Delete"),
    "purpose-make-key": ("生成密钥", "產生密鑰", "New key"),
    "purpose-rename": ("改名", "改名", "Rename"),
    "purpose-initialise": ("初始化令牌", "初始化令牌", "Initialise"),
    "last-try-warning": (
        "只剩最后一次。再错，令牌 ·{tail} 就会锁死。不确定就按 Ctrl-C，先看 tokenmgr-cli pin status。",
        "只剩最後一次。再錯，令牌 ·{tail} 就會鎖死。不確定就按 Ctrl-C，先看 tokenmgr-cli pin status。",
        "This is the last try. One more mistake locks token ·{tail}. If unsure press Ctrl-C and see pin status.",
    ),
    "last-try-word": (
        "要继续，请输入序列号的最后四位",
        "要繼續，請輸入序號的最後四位",
        "To go on, type the last four characters of the serial number",
    ),
    "nothing-deleted": (
        "输入的不是序列号的最后四位，所以没有删除任何内容。要继续，请再运行一次，照上面显示的输入。",
        "輸入的不是序號的最後四位，所以沒有刪除任何內容。要繼續，請再執行一次，照上面顯示的輸入。",
        "That is not the end of the serial number, so nothing was deleted. Run this again and type it as shown above.",
    ),
    "pin-changed": (
        "令牌 {label} ·{tail} 的密码已经修改。发证机构不保存密码，请记牢。",
        "令牌 {label} ·{tail} 的密碼已經更改。發證機構不保存密碼，請記牢。",
        "The PIN of token {label} ·{tail} is changed. The issuer keeps no copy of it.",
    ),
    "pin-unlocked": (
        "令牌 {label} ·{tail} 已经解锁，新密码生效。",
        "令牌 {label} ·{tail} 已經解鎖，新密碼生效。",
        "Token {label} ·{tail} is unlocked; the new PIN is in force.",
    ),
    "pin-set": (
        "令牌 {label} ·{tail} 的用户密码已经设定。",
        "令牌 {label} ·{tail} 的用戶密碼已經設定。",
        "The user PIN of token {label} ·{tail} is set.",
    ),
    "challenge": (
        "令牌 {label} ·{tail} 的挑战码：{challenge}",
        "令牌 {label} ·{tail} 的挑戰碼：{challenge}",
        "Challenge of token {label} ·{tail}: {challenge}",
    ),
    "response-unreadable": (
        "响应码只含数字 0 到 9 和字母 A 到 F，总数是双数。这次没有发送，挑战码仍然有效。请再输入；按 Ctrl-C 放弃。",
        "回應碼只含數字 0 到 9 和字母 A 到 F，總數是雙數。這次沒有發送，挑戰碼仍然有效。請再輸入；按 Ctrl-C 放棄。",
        (
            "A response is an even number of the digits 0-9 and letters A-F. This was not sent, and the challenge "
            "still stands. Type it again, or press Ctrl-C to give up."
        ),
    ),
    "then-respond": (
        "请把它告诉管理员，十分钟内用 tokenmgr-cli pin respond 输入响应码和新密码。在此之前令牌不能做别的事。",
        "請把它告訴管理員，十分鐘內用 tokenmgr-cli pin respond 輸入回應碼和新密碼。在此之前令牌不能做其他事。",
        "Tell it to the administrator; within ten minutes give the response to tokenmgr-cli pin respond.",
    ),
    "given-up": (
        "令牌 {serial} 不再等待响应码，没有改变。",
        "令牌 {serial} 不再等候回應碼，沒有改變。",
        "Token {serial} no longer waits for a response; nothing on it has changed.",
    ),
    "exported": ("已写入 {file}", "已寫入 {file}", "Written to {file}"),
    "imported": (
        "已放入令牌：证书 {count} 张，私钥 {keys} 个。",
        "已放入令牌：證書 {count} 張，私鑰 {keys} 個。",
        "On the token now: {count} certificate(s), {keys} private key(s).",
    ),
    "deleted": ("已删除 {count} 个对象。", "已刪除 {count} 個物件。", "{count} object(s) deleted."),
    "delete-warning": (
        "将从令牌 ·{tail} 删除：{name}。删除后无法恢复。",
        "將從令牌 ·{tail} 刪除：{name}。刪除後無法復原。",
        "About to delete from token ·{tail}: {name}. This cannot be undone.",
    ),
    "init-warning": (
        "初始化会删除令牌 ·{tail} 上的全部内容：{count} 张证书和所有密钥。无法恢复。",
        "初始化會刪除令牌 ·{tail} 上的全部內容：{count} 張證書和所有密鑰。無法復原。",
        "Initialising deletes everything on token ·{tail}: {count} certificate(s) and all keys. This cannot be undone.",
    ),
    "initialised": (
        "令牌已清空，新名称：{label}",
        "令牌已清空，新名稱：{label}",
        "The token is empty; its new label: {label}",
    ),
    "renamed": ("名称：{name}", "名稱：{name}", "Name: {name}"),
    "key-made": (
        "密钥已在令牌内生成（{id}），证书请求已写入 {file}",
        "密鑰已在令牌內產生（{id}），證書請求已寫入 {file}",
        "The key was made on the token ({id}); the request is in {file}",
    ),
    "signed": ("签名已写入 {file}", "簽署已寫入 {file}", "The signature is in {file}"),
    "test-sign-works": ("签名正常", "簽署正常", "signs"),
    "test-sign-untested": ("未测签名", "未測簽署", "signing not tested"),
    "test-decrypt-works": ("解密正常", "解密正常", "decrypts"),
    "test-decrypt-untested": ("未测解密", "未測解密", "decrypting not tested"),
    "test-failed": (
        "没有通过。请换一个 USB 口再试；仍不行请联系发证机构。",
        "沒有通過。請換一個 USB 埠再試；仍不行請聯絡發證機構。",
        "failed. Try another USB port; if it fails again, call the issuer.",
    ),
    "module-added": ("已同意加载 {path}", "已同意載入 {path}", "Agreed to load {path}"),
    "module-removed": ("已收回对 {path} 的同意", "已收回對 {path} 的同意", "No longer agreed to: {path}"),
    "module-not-listed": ("{path} 本来就不在名单里", "{path} 本來就不在名單內", "{path} was not listed"),
    "module-disabled": ("已停用 {path}", "已停用 {path}", "Disabled {path}"),
    "module-enabled": ("已启用 {path}", "已啟用 {path}", "Enabled {path}"),
    "profile-right": ("{file} 没有问题（{id}）", "{file} 沒有問題（{id}）", "{file} is right ({id})"),
    "profile-broken": (
        "发证机构文件 {file} 不能用：{key}：{reason}",
        "發證機構檔案 {file} 不能用：{key}：{reason}",
        "The issuer file {file} cannot be used: {key}: {reason}",
    ),
    "heading-browser": ("浏览器", "瀏覽器", "Browser"),
    "heading-registered": ("已登记模块", "已登記模組", "Registered"),
    "browser-ready": ("可以登记", "可以登記", "ready"),
    "browser-open": ("正开着", "正開啟", "open"),
    "browser-shut-in": ("沙盒", "沙盒", "sandboxed"),
    "browser-unread": ("不能读取", "不能讀取", "unreadable"),
    "browser-registered": (
        "已在 {browser}（{profile}）登记 {name}，下次打开浏览器时生效。撤销：tokenmgr-cli browsers remove {id}",
        "已在 {browser}（{profile}）登記 {name}，下次開啟瀏覽器時生效。還原：tokenmgr-cli browsers remove {id}",
        "{browser} ({profile}) will load {name} when next opened. To undo: tokenmgr-cli browsers remove {id}",
    ),
    "browser-policy": (
        "这台电脑上每位用户的 Firefox 下次打开时都会加载 {name}。撤销：{program} doctor --undo {change}",
        "這部電腦上每位用戶的 Firefox 下次開啟時都會載入 {name}。還原：{program} doctor --undo {change}",
        "Every user's Firefox will load {name} when next opened. To undo: {program} doctor --undo {change}",
    ),
    "browser-policy-had-it": (
        "每位用户的 Firefox 早已会加载 {name}，不需要改动",
        "每位用戶的 Firefox 早已會載入 {name}，不需要改動",
        "Every user's Firefox loads {name} already; nothing was changed",
    ),
    "browser-policy-removed": (
        "每位用户的 Firefox 下次打开时都会取出 {name}。撤销：{program} doctor --undo {change}",
        "每位用戶的 Firefox 下次開啟時都會取出 {name}。還原：{program} doctor --undo {change}",
        "Every user's Firefox will take {name} out when next opened. To undo: {program} doctor --undo {change}",
    ),
    "browser-had-it": (
        "{browser}（{profile}）早已登记 {name}，不需要改动",
        "{browser}（{profile}）早已登記 {name}，不需要改動",
        "{browser} ({profile}) had {name} already; nothing was changed",
    ),
    "browser-removed": (
        "已从 {browser}（{profile}）移除 {name}",
        "已從 {browser}（{profile}）移除 {name}",
        "{name} is out of {browser} ({profile})",
    ),
    "browser-waiting": (
        "{browser}（{profile}）正开着。请关闭它的所有窗口；按 Ctrl-C 放弃。",
        "{browser}（{profile}）正開啟。請關閉它的所有視窗；按 Ctrl-C 放棄。",
        "{browser} ({profile}) is open. Close all of its windows, or press Ctrl-C to give up.",
    ),
    "no-browser": (
        "没有找到 Firefox 或 Chromium 类浏览器的配置。",
        "沒有找到 Firefox 或 Chromium 類瀏覽器的設定檔。",
        "No profile of Firefox, nor of Chromium or its family, was found.",
    ),
    "no-module-ready": (
        "没有可以登记的模块。请先安装令牌驱动，或用 --module 路径 指定。",
        "沒有可以登記的模組。請先安裝令牌驅動程式，或用 --module 路徑 指定。",
        "There is no module to register. Install the token's driver, or name a file with --module PATH.",
    ),
    "which-module": (
        "不止一个模块可选，请用 --module 或 --name 指定：{names}",
        "不止一個模組可選，請用 --module 或 --name 指定：{names}",
        "There is more than one module; say which with --module or --name: {names}",
    ),
    "practice-pulled": ("练习令牌 {serial} 已拔出", "練習令牌 {serial} 已拔出", "Practice token {serial} is out"),
    "practice-plugged": ("练习令牌 {serial} 已插入", "練習令牌 {serial} 已插入", "Practice token {serial} is in"),
    "practice-reset": ("练习令牌 {serial} 已复原", "練習令牌 {serial} 已復原", "Practice token {serial} is new again"),
    "repaired": (
        "已修复（更改 {number}）。撤销：{program} doctor --undo {number}",
        "已修復（更改 {number}）。還原：{program} doctor --undo {number}",
        "Repaired (change {number}). To take it back: {program} doctor --undo {number}",
    ),
    "repaired-in-vain": (
        "已执行（更改 {number}），但问题仍在。撤销：{program} doctor --undo {number}",
        "已執行（更改 {number}），但問題仍在。還原：{program} doctor --undo {number}",
        "Done (change {number}), but the trouble is still there. To take it back: {program} doctor --undo {number}",
    ),
    "undone": ("已撤销更改 {number}", "已還原更改 {number}", "Change {number} is undone"),
    "no-change": (
        "本程序没有改动过这台电脑。",
        "本程式沒有改動過這台電腦。",
        "This program has changed nothing on this computer.",
    ),
    "came": (
        "插入：{label} ·{tail}（{certificates} 张证书，{tries}）",
        "插入：{label} ·{tail}（{certificates} 張證書，{tries}）",
        "In: {label} ·{tail} ({certificates} certificates, {tries})",
    ),
    "went": ("拔出：{label} ·{tail}", "拔出：{label} ·{tail}", "Out: {label} ·{tail}"),
    "must-change": (
        "令牌要求先修改密码。",
        "令牌要求先更改密碼。",
        "The token wants its PIN changed first.",
    ),
    "newest-here": (
        "{version} 已是最新版本。",
        "{version} 已是最新版本。",
        "{version} is the newest version.",
    ),
    "newer-there": (
        "有新版本 {version}；现在用的是 {present}。",
        "有新版本 {version}；現在用的是 {present}。",
        "There is a newer version, {version}; this is {present}.",
    ),
    "system-brings-it": (
        "由这台电脑的软件包管理器安装：{command}",
        "由這部電腦的套件管理程式安裝：{command}",
        "Your system's package manager brings it: {command}",
    ),
    "window-brings-it": (
        "没有安装任何内容。窗口里的“设置 > 关于”可以从 {host} 下载并核对安装包。",
        "沒有安裝任何內容。視窗內的「設定 > 關於」可以從 {host} 下載並核對安裝檔。",
        "Nothing was installed. Settings > About in the window downloads it from {host}, and checks it.",
    ),
    "nobody-brings-it": (
        "没有安装任何内容。新版本请从当初取得本程序的地方获取。",
        "沒有安裝任何內容。新版本請從當初取得本程式的地方取得。",
        "Nothing was installed. It comes from where you got this one.",
    ),
    "of-limit": ("{left}（上限 {limit}）", "{left}（上限 {limit}）", "{left} (limit {limit})"),
}


def sentence(key: str, language: Language, /, **facts: object) -> str:
    """A saying with its facts."""
    return SAYINGS[key][ORDER.index(language)].format(**facts)


def called_again() -> str:
    """What to type for this program with the rights it has now: every user, root too, has a record of changes alone."""
    return "sudo tokenmgr-cli" if os.name != "nt" and os.geteuid() == 0 else "tokenmgr-cli"


def tries_shortly(tries: TriesLeft, language: Language) -> str:
    """For a table: the number, its limit, how sure."""
    if tries.at_most is None:
        return term(tries.certainty, language)
    number = f"{tries.at_most}/{tries.limit}" if tries.limit else str(tries.at_most)
    return f"{number} {term(tries.certainty, language)}"


def tries_fully(seen: Overview, language: Language) -> list[str]:
    """For one token: how many, how sure, and why."""
    left = tries_left(seen.tries, language)
    lines = [sentence("of-limit", language, left=left, limit=seen.tries.limit) if seen.tries.limit else left]
    lines.append(term(seen.tries.why, language))
    if seen.reading.must_change:
        lines.append(sentence("must-change", language))
    return lines
