; What the installer says, in three languages. $R0, $There and $LOCALAPPDATA are filled in when it is said.

LangString TooOld ${LANG_ENGLISH} "tokenmgr needs Windows 10 or newer."
LangString TooOld ${LANG_SIMPCHINESE} "tokenmgr 需要 Windows 10 或更新的系统。"
LangString TooOld ${LANG_TRADCHINESE} "tokenmgr 需要 Windows 10 或更新的系統。"

LangString NewerIsThere ${LANG_ENGLISH} "Version $There of tokenmgr is installed, which is newer than this one. Nothing was changed."
LangString NewerIsThere ${LANG_SIMPCHINESE} "已安装的 tokenmgr 是 $There 版，比这个更新。没有改动任何东西。"
LangString NewerIsThere ${LANG_TRADCHINESE} "已安裝的 tokenmgr 是 $There 版，比這個更新。沒有改動任何東西。"

LangString OlderGoes ${LANG_ENGLISH} "Version $There gives way; your settings stay."
LangString OlderGoes ${LANG_SIMPCHINESE} "移除 $There 版，您的设置保留。"
LangString OlderGoes ${LANG_TRADCHINESE} "移除 $There 版，您的設定保留。"

LangString Took ${LANG_ENGLISH} "Done in $R0 seconds."
LangString Took ${LANG_SIMPCHINESE} "完成，用时 $R0 秒。"
LangString Took ${LANG_TRADCHINESE} "完成，用時 $R0 秒。"

LangString StillRunning ${LANG_ENGLISH} "Stopped: these programs of tokenmgr are running:"
LangString StillRunning ${LANG_SIMPCHINESE} "已停止：tokenmgr 的这些程序正在运行："
LangString StillRunning ${LANG_TRADCHINESE} "已停止：tokenmgr 的這些程式正在執行："

LangString RunningTitle ${LANG_ENGLISH} "tokenmgr is running"
LangString RunningTitle ${LANG_SIMPCHINESE} "tokenmgr 正在运行"
LangString RunningTitle ${LANG_TRADCHINESE} "tokenmgr 正在執行"

LangString RunningWhy ${LANG_ENGLISH} "Its files can only be exchanged when it is closed."
LangString RunningWhy ${LANG_SIMPCHINESE} "关闭以后才能更换它的文件。"
LangString RunningWhy ${LANG_TRADCHINESE} "關閉以後才能更換它的檔案。"

LangString RunningWords ${LANG_ENGLISH} "These programs of tokenmgr hold files. Other programs are left alone. Do not close them while a token is at work: wait until its light is steady."
LangString RunningWords ${LANG_SIMPCHINESE} "tokenmgr 的这些程序占用着文件。别的程序不会被动。令牌正在工作时请不要关闭：等它的指示灯不再闪烁。"
LangString RunningWords ${LANG_TRADCHINESE} "tokenmgr 的這些程式佔用著檔案。別的程式不會被動。令牌正在工作時請不要關閉：等它的指示燈不再閃爍。"

LangString RunningClose ${LANG_ENGLISH} "Close these"
LangString RunningClose ${LANG_SIMPCHINESE} "关闭这些程序"
LangString RunningClose ${LANG_TRADCHINESE} "關閉這些程式"

LangString RunningAgain ${LANG_ENGLISH} "Look again"
LangString RunningAgain ${LANG_SIMPCHINESE} "再看一次"
LangString RunningAgain ${LANG_TRADCHINESE} "再看一次"

LangString ThereTitle ${LANG_ENGLISH} "This version is installed already"
LangString ThereTitle ${LANG_SIMPCHINESE} "这个版本已经安装"
LangString ThereTitle ${LANG_TRADCHINESE} "這個版本已經安裝"

LangString ThereWhy ${LANG_ENGLISH} "What would you like to do?"
LangString ThereWhy ${LANG_SIMPCHINESE} "您想做什么？"
LangString ThereWhy ${LANG_TRADCHINESE} "您想做什麼？"

LangString ThereRepair ${LANG_ENGLISH} "Repair: put every file back as it should be. Your settings stay."
LangString ThereRepair ${LANG_SIMPCHINESE} "修复：把每个文件恢复原样。您的设置保留。"
LangString ThereRepair ${LANG_TRADCHINESE} "修復：把每個檔案恢復原樣。您的設定保留。"

LangString ThereRemove ${LANG_ENGLISH} "Remove tokenmgr"
LangString ThereRemove ${LANG_SIMPCHINESE} "移除 tokenmgr"
LangString ThereRemove ${LANG_TRADCHINESE} "移除 tokenmgr"

LangString WishesTitle ${LANG_ENGLISH} "Your wishes"
LangString WishesTitle ${LANG_SIMPCHINESE} "您的选择"
LangString WishesTitle ${LANG_TRADCHINESE} "您的選擇"

LangString WishesWhy ${LANG_ENGLISH} "All of it can be changed later."
LangString WishesWhy ${LANG_SIMPCHINESE} "以后都可以改。"
LangString WishesWhy ${LANG_TRADCHINESE} "以後都可以改。"

LangString WishesDesktop ${LANG_ENGLISH} "A link on the desktop"
LangString WishesDesktop ${LANG_SIMPCHINESE} "在桌面上放一个图标"
LangString WishesDesktop ${LANG_TRADCHINESE} "在桌面上放一個圖示"

LangString WishesStart ${LANG_ENGLISH} "tokenmgr does not start with the computer unless you tell it to: it will ask you once. No service is installed, no driver, nothing for other users of this computer."
LangString WishesStart ${LANG_SIMPCHINESE} "除非您要求，tokenmgr 不会随电脑启动：它只会问您一次。不安装任何服务和驱动程序，也不影响这台电脑的其他用户。"
LangString WishesStart ${LANG_TRADCHINESE} "除非您要求，tokenmgr 不會隨電腦啟動：它只會問您一次。不安裝任何服務和驅動程式，也不影響這台電腦的其他使用者。"

LangString TokenTitle ${LANG_ENGLISH} "Your token"
LangString TokenTitle ${LANG_SIMPCHINESE} "您的令牌"
LangString TokenTitle ${LANG_TRADCHINESE} "您的令牌"

LangString TokenWhy ${LANG_ENGLISH} "Nothing is sent to it, and no PIN is asked for."
LangString TokenWhy ${LANG_SIMPCHINESE} "不会向它发送任何东西，也不会问密码。"
LangString TokenWhy ${LANG_TRADCHINESE} "不會向它傳送任何東西，也不會問密碼。"

LangString TokenLooking ${LANG_ENGLISH} "Looking for a token…"
LangString TokenLooking ${LANG_SIMPCHINESE} "正在查找令牌…"
LangString TokenLooking ${LANG_TRADCHINESE} "正在尋找令牌…"

LangString TokenFound ${LANG_ENGLISH} "tokenmgr sees a token. All is ready."
LangString TokenFound ${LANG_SIMPCHINESE} "tokenmgr 看到了令牌。一切就绪。"
LangString TokenFound ${LANG_TRADCHINESE} "tokenmgr 看到了令牌。一切就緒。"

LangString TokenMissing ${LANG_ENGLISH} "tokenmgr sees no token yet. Insert yours and look again, or skip this: the program will notice it later. Where it stays unseen, its driver may be missing; the page Doctor says which."
LangString TokenMissing ${LANG_SIMPCHINESE} "tokenmgr 还没有看到令牌。请插入后再看一次，也可以跳过：以后插入时程序会发现。一直看不到，可能是缺少驱动程序；“诊断”页会说明缺哪一个。"
LangString TokenMissing ${LANG_TRADCHINESE} "tokenmgr 還沒有看到令牌。請插入後再看一次，也可以跳過：以後插入時程式會發現。一直看不到，可能是缺少驅動程式；「診斷」頁會說明缺哪一個。"

LangString TokenUnknown ${LANG_ENGLISH} "tokenmgr could not find out whether a token is there. You can skip this; the page Doctor says what is wrong."
LangString TokenUnknown ${LANG_SIMPCHINESE} "tokenmgr 没能确定有没有令牌。可以跳过；“诊断”页会说明原因。"
LangString TokenUnknown ${LANG_TRADCHINESE} "tokenmgr 沒能確定有沒有令牌。可以跳過；「診斷」頁會說明原因。"

LangString TokenAgain ${LANG_ENGLISH} "Look again"
LangString TokenAgain ${LANG_SIMPCHINESE} "再看一次"
LangString TokenAgain ${LANG_TRADCHINESE} "再看一次"

LangString TokenSkip ${LANG_ENGLISH} "Skip"
LangString TokenSkip ${LANG_SIMPCHINESE} "跳过"
LangString TokenSkip ${LANG_TRADCHINESE} "跳過"

LangString TokenOn ${LANG_ENGLISH} "Next"
LangString TokenOn ${LANG_SIMPCHINESE} "下一步"
LangString TokenOn ${LANG_TRADCHINESE} "下一步"

LangString DataTitle ${LANG_ENGLISH} "Your own data"
LangString DataTitle ${LANG_SIMPCHINESE} "您自己的数据"
LangString DataTitle ${LANG_TRADCHINESE} "您自己的資料"

LangString DataWhy ${LANG_ENGLISH} "It stays, unless you say otherwise."
LangString DataWhy ${LANG_SIMPCHINESE} "除非您另作选择，否则保留。"
LangString DataWhy ${LANG_TRADCHINESE} "除非您另作選擇，否則保留。"

LangString DataWords ${LANG_ENGLISH} "Settings, names, the history and the count of wrong PINs lie in $LOCALAPPDATA\tokenmgr. Without that count, tokenmgr would no longer know how many tries of a token were spent on this computer."
LangString DataWords ${LANG_SIMPCHINESE} "设置、名称、历史和密码错误次数的记录在 $LOCALAPPDATA\tokenmgr。删掉这份记录，tokenmgr 就不再知道令牌在这台电脑上已经输错几次。"
LangString DataWords ${LANG_TRADCHINESE} "設定、名稱、歷史和密碼錯誤次數的記錄在 $LOCALAPPDATA\tokenmgr。刪掉這份記錄，tokenmgr 就不再知道令牌在這台電腦上已經輸錯幾次。"

LangString DataGo ${LANG_ENGLISH} "Delete it too"
LangString DataGo ${LANG_SIMPCHINESE} "也一并删除"
LangString DataGo ${LANG_TRADCHINESE} "也一併刪除"
