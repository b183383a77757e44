"""What people call the things they look for, beside what they are called here: in every language at once."""

from __future__ import annotations

SYNONYMS = {
    "home": "start overview attention 主页 主頁 总览 總覽 首页 首頁",
    "tokens": "device usb key ukey dongle stick card 设备 設備 U盾 盾 介质 介質 智能卡 令牌",
    "certificates": "cert x509 digital id 数字证书 數碼證書 电子证书 電子證書 CA",
    "pin": "password passcode device password rules cache 口令 密码 密碼 设备密码 裝置密碼 缓存",
    "doctor": "help problem trouble diagnose check driver not recognised hotline support report "
    "诊断 診斷 故障 问题 問題 检测 檢測 不识别 不識別 驱动 驅動 客服 报告 報告",
    "history": "log events record audit 历史 歷史 记录 記錄 日志 审计 審計",
    "settings": "options preferences language theme 选项 選項 设置 設定 语言 語言 主题 主題",
    "change-pin": "password device password token password initial new modify passcode "
    "口令 密码 密碼 修改密码 修改口令 改密 更改密碼 初始密码 设备密码 裝置密碼 PIN",
    "change-so-pin": "so admin administrator password security officer 管理员 管理員 口令 密码 密碼 SO PIN",
    "set-pin": "reset password admin forgot 重置 重設 重置密码 重設密碼 忘记密码 忘記密碼 口令 PIN",
    "unlock": "unblock puk challenge response locked blocked forgot reset 解锁 解鎖 解封 锁死 鎖死 忘记 忘記 "
    "口令 密码 密碼 PIN",
    "way-out": "locked blocked unlock hotline 锁定 鎖定 锁死 鎖死 解锁 解鎖",
    "log-on": "login sign in open enter password unlock 登录 登入 输入密码 輸入密碼 口令 PIN",
    "log-on-officer": "login sign in so admin administrator security officer 登录 登入 管理员 管理員 口令 SO PIN",
    "log-off": "logout sign out close 注销 登出 退出登录",
    "lock": "logout forget 锁定 鎖定 锁 鎖",
    "lock-all": "logout forget everything 锁定 鎖定 全部",
    "rename": "name label alias 名称 名稱 改名 别名 別名 标签 標籤",
    "information": "details serial number version memory firmware 详情 詳情 序列号 序列號 版本 内存 容量",
    "delete": "remove erase content certificate 删除 刪除 清空 移除",
    "initialise": "format reset erase initialize new 初始化 格式化 重置 重設",
    "self-test": "test check sign try works 自检 自檢 测试 測試 检测 檢測 验证 驗證",
    "import": "pfx p12 pkcs12 load install 导入 匯入 安装 安裝",
    "tries": "counter left retries attempts 次数 次數 剩余 剩餘 重试 重試",
    "renewal-info": "renew renewal expire expiry extend 续期 續期 续费 到期 更新证书 延期 年审",
    "events": "log record misses 记录 記錄 事件",
    "practise": "practice demo try rehearse sample 练习 練習 演示 试用 試用 体验 體驗",
    "add-module": "driver vendor library pkcs11 dll so middleware 驱动 驅動 模块 模組 中间件",
    "check": "check examine doctor repair fix trouble 检查 檢查 诊断 診斷 修复 修復 故障",
    "check-updates": "newer version update upgrade download 新版本 更新 升级 升級 下载 下載",
    "about": "version licence 版本 关于 關於",
    "keys": "shortcuts hotkeys keyboard help 快捷键 快速鍵 键盘 鍵盤 帮助 說明",
    "quit": "exit close end 退出 结束 結束 关闭 關閉",
}
