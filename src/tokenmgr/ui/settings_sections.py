"""The sections of the settings, by name: for the page itself, and for whoever leads there."""

from __future__ import annotations

from typing import NamedTuple

from tokenmgr.ui.words import QT_TRANSLATE_NOOP, translate


class Section(NamedTuple):
    """One of them. `words`: what else somebody may look for when this is what they need."""

    icon: str
    text: str
    words: str


SECTIONS = {
    "general": Section(
        "sliders",
        QT_TRANSLATE_NOOP("Settings", "General"),
        "general language theme dark light start tray mini window update 语言 語言 主题 主題 深色 浅色 淺色 "
        "开机 開機 启动 啟動 托盘 系統匣 小窗",
    ),
    "security": Section(
        "shield",
        QT_TRANSLATE_NOOP("Settings", "Security"),
        "security cache minutes remember pin lock guard 缓存 緩存 快取 记住 記住 密码 密碼 锁定 鎖定 保护 保護",
    ),
    "notices": Section(
        "bell",
        QT_TRANSLATE_NOOP("Settings", "Notifications"),
        "notifications notice reminder expiry days ahead alert 通知 提醒 到期 提前 天",
    ),
    "modules": Section(
        "module",
        QT_TRANSLATE_NOOP("Settings", "Modules"),
        "modules driver vendor library pkcs11 dll so middleware 驱动 驅動 厂商 廠商 模块 模組 库 中间件",
    ),
    "browsers": Section(
        "globe",
        QT_TRANSLATE_NOOP("Settings", "Browsers"),
        "browsers firefox chromium chrome edge web sign in security device 浏览器 瀏覽器 火狐 网页 網頁 登录 登入",
    ),
    "log": Section(
        "file",
        QT_TRANSLATE_NOOP("Settings", "Log"),
        "log logging debug export clear 日志 日誌 运行记录 執行記錄 导出 匯出 清除",
    ),
    "privacy": Section(
        "fingerprint",
        QT_TRANSLATE_NOOP("Settings", "Privacy"),
        "privacy agreement policy summary consent withdraw permissions data stored delete download third parties "
        "协议 協議 隐私 隱私 政策 摘要 同意 撤回 权限 權限 个人信息 個人資料 下载 下載 删除 刪除 第三方 许可 許可",
    ),
    "about": Section(
        "info",
        QT_TRANSLATE_NOOP("Settings", "About"),
        "about version update upgrade licence 版本 更新 升级 升級 关于 關於",
    ),
}


def section_text(key: str) -> str:
    """What the section is called, in the language in use."""
    return translate("Settings", SECTIONS[key].text)
