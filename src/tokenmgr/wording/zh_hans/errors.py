"""What is said about errors, in Simplified Chinese."""

from tokenmgr.wording.zh_hans.browser_errors import WORDS as BROWSERS
from tokenmgr.wording.zh_hans.computer_errors import WORDS as COMPUTER
from tokenmgr.wording.zh_hans.module_errors import WORDS as MODULES
from tokenmgr.wording.zh_hans.update_errors import WORDS as UPDATES

WORDS = {
    **BROWSERS,
    **COMPUTER,
    **MODULES,
    **UPDATES,
    "token-error": (
        "操作没有完成",
        "程序遇到了没有预料到的情况，操作已停止。",
        "请重新插拔令牌后再操作一次；若仍然如此，请联系技术支持。",
    ),
    # PINs
    "pin-error": (
        "{kind}有问题",
        "令牌{token}没有完成与{kind}有关的操作。",
        "请先查看令牌密码状态，再决定是否重试。",
    ),
    "wrong-pin": (
        "{kind}不正确",
        "令牌{token}核对后没有接受{kind}，这次计为一次输错。{tries}。",
        "请检查大小写和输入法后再输入；没有把握时先不要再试。",
    ),
    "wrong-pin.last-exact": (
        "{kind}不正确，只剩最后一次",
        "令牌{token}核对后没有接受{kind}。{tries}，再输错一次就会锁定。",
        "请先停下来，确认密码后再输入；没有把握时请先联系发证机构。",
    ),
    "wrong-pin.last-at_most": (
        "{kind}不正确，可能只剩最后一次",
        "令牌{token}核对后没有接受{kind}。{tries}，再输错一次很可能锁定。",
        "请先停下来，确认密码后再输入；没有把握时请先联系发证机构。",
    ),
    "wrong-pin.none-exact": (
        "{kind}不正确，已经锁定",
        "令牌{token}核对后没有接受{kind}。{tries}。",
        "请不要再输入，并联系发证机构了解解锁办法。",
    ),
    "wrong-pin.none-at_most": (
        "{kind}不正确，次数可能已用完",
        "令牌{token}核对后没有接受{kind}。{tries}。",
        "请不要再输入；先查看令牌密码状态，若已锁定，请联系发证机构。",
    ),
    "pin-locked": (
        "{kind}已锁定",
        "令牌{token}已没有剩余次数，不再接受{kind}。",
        "请不要再输入，并联系发证机构了解解锁办法。",
    ),
    "pin-locked.so": (
        "{kind}已锁定",
        "令牌{token}已没有剩余次数，不再接受{kind}；令牌密码不受影响。",
        "请不要再输入；{kind}锁定后通常无法恢复，请联系发证机构。",
    ),
    "pin-locked.puk": (
        "{kind}已锁定",
        "令牌{token}已没有剩余次数，不再接受{kind}，不能再用它解锁令牌密码。",
        "请不要再输入；请联系发证机构，问清还有没有别的解锁办法。",
    ),
    "pin-refused": (
        "{kind}没有发送到令牌",
        "输入的{kind}不符合要求：{rule}。",
        "请按要求重新输入。",
    ),
    "pin-refused.empty": (
        "{kind}没有发送到令牌",
        "没有输入{kind}。",
        "请输入{kind}后再确认。",
    ),
    "pin-refused.full-width": (
        "{kind}没有发送到令牌",
        "输入的{kind}里有全角字符或汉字，多半是输入法打出来的。",
        "请切换到英文（半角）输入后重新输入。",
    ),
    "pin-refused.blank-at-edge": (
        "{kind}没有发送到令牌",
        "输入的{kind}开头或结尾有空格，可能是粘贴时带进来的。",
        "请去掉空格后重新输入。",
    ),
    "pin-refused.control-character": (
        "{kind}没有发送到令牌",
        "输入的{kind}里有看不见的字符，可能是粘贴时带进来的。",
        "请不要粘贴，用键盘逐个字符重新输入。",
    ),
    "pin-refused.refused-before": (
        "{kind}没有发送到令牌",
        "输入的{kind}与刚才被令牌拒绝的一样，再发送只会浪费一次机会。",
        "请检查大小写和输入法，或输入另一个；想不起来时先不要再试。",
    ),
    "pin-refused.token-rules": (
        "密码不符合令牌的规则",
        "令牌{token}认为密码的长度或字符不符合它的规则，没有接受。这不算输错，未消耗次数。",
        "请换一个长度和字符都符合规则的密码；令牌信息里列有规则。",
    ),
    "pin-refused.new-differs": (
        "{kind}没有发送到令牌",
        "两次输入的{kind}不一样。",
        "请重新输入，两次要完全相同。",
    ),
    "pin-refused.same-as-old": (
        "{kind}没有发送到令牌",
        "{kind}与当前的相同。",
        "请换一个与当前不同的密码。",
    ),
    "pin-must-change": (
        "需要先修改{kind}",
        "令牌{token}要求先修改{kind}，在此之前不能做别的操作。",
        "请先修改{kind}，然后重新操作。",
    ),
    "pin-not-set": (
        "还没有设置{kind}",
        "令牌{token}还没有设置{kind}。",
        "请让发证机构或单位的令牌管理员设置后再使用。",
    ),
    "last-try": (
        "只剩最后一次机会",
        "令牌{token}的{kind}{tries}，输错就会锁定；因为没有得到明确同意，操作已停止。",
        "请确认密码后再操作，并明确同意使用这一次机会；没有把握时请先联系发证机构。",
    ),
    "last-try.last-at_most": (
        "可能只剩最后一次机会",
        "令牌{token}的{kind}{tries}，输错很可能锁定；因为没有得到明确同意，操作已停止。",
        "请确认密码后再操作，并明确同意使用这一次机会；没有把握时请先联系发证机构。",
    ),
    "last-try.none-at_most": (
        "次数可能已用完",
        "令牌{token}的{kind}{tries}，但令牌没有报告锁定；因为没有得到明确同意，操作已停止。",
        "请先查看令牌密码状态；没有把握时请先联系发证机构。",
    ),
    # The token is not there
    "unreachable": (
        "现在无法使用令牌",
        "程序没有连上令牌。",
        "请重新插入令牌，等几秒再试。",
    ),
    "token-not-found": (
        "没有找到令牌",
        "电脑上没有检测到令牌。",
        "请插入令牌，等几秒再试；仍找不到时，请检查厂商的驱动是否已安装。",
    ),
    "token-not-found.named": (
        "没有找到这个令牌",
        "插着的令牌里没有“{wanted}”。",
        "请核对名称或序列号，或者先列出所有令牌再选择。",
    ),
    "token-ambiguous": (
        "有多个令牌",
        "现在插着不止一个令牌，序列号为：{serials}。",
        "请用完整的序列号指明要用哪一个，或者只插一个令牌。",
    ),
    "token-ambiguous.named": (
        "有多个令牌符合",
        "名为“{wanted}”的令牌不止一个，序列号为：{serials}。",
        "请用完整的序列号指明要用哪一个，或者只插一个令牌。",
    ),
    "token-gone": (
        "令牌已拔出",
        "令牌{token}已被拔出，或者与电脑的连接断开了。",
        "请重新插入令牌，等几秒再试。",
    ),
    "token-swapped": (
        "插着的是另一个令牌",
        "原来的令牌{token}不在了，同一位置现在是另一个令牌{found}。",
        "请插回原来的令牌，或者对现在的令牌重新开始操作。",
    ),
    "service-down": (
        "系统服务没有运行",
        "使用令牌需要系统服务 {service}，它现在没有运行。",
        "请重新启动电脑；若仍然如此，请让管理员启动该服务。",
    ),
    "service-down.pcscd": (
        "智能卡服务没有运行",
        "使用令牌需要智能卡服务 {service}，它现在没有运行。",
        "请重新启动电脑，或者让管理员安装并启动 {service}。",
    ),
    # What cannot be granted
    "refused": (
        "这个操作不能进行",
        "操作没有进行，令牌上的内容没有改变。",
        "请查看令牌信息，确认它支持什么操作。",
    ),
    "not-supported": (
        "这个令牌不支持",
        "这个令牌不支持这项功能：{what}。",
        "请查看令牌信息里列出的可用功能，或者联系发证机构。",
    ),
    "not-supported.no-challenge": (
        "没有正在等待的挑战码",
        "令牌没有在等待响应码，没有向它发送任何内容。",
        "请先用 pin challenge 取得挑战码，交给管理员计算响应码。",
    ),
    "not-supported.response": (
        "响应码没有被接受",
        "令牌没有接受管理员给出的响应码，令牌密码没有改变。",
        "请重新取得挑战码，再请管理员计算一个新的响应码；这期间不要对令牌做别的操作。",
    ),
    "not-supported.label-too-long": (
        "标签太长",
        "令牌放不下这么长的标签。",
        "请用短一些的标签：最多 32 个英文字母，或 10 个汉字。",
    ),
    "not-supported.second-key-with-this-id": (
        "编号已被占用",
        "令牌上已有一个同编号的密钥，没有再写入。",
        "请换一个编号，或者先删除原来的密钥。",
    ),
    "login-needed": (
        "令牌尚未打开",
        "令牌{token}需要先输入令牌密码才能继续，也可能是别的程序把它关上了。",
        "请输入令牌密码打开令牌，然后重新操作。",
    ),
    "token-full": (
        "令牌已满",
        "令牌{token}上没有空间了，没有写入新内容。",
        "请先导出并删除不再需要的证书，再试一次。",
    ),
    "token-busy": (
        "令牌正在等待响应码",
        "令牌{token}正在等管理员的响应码，其他操作会让挑战码作废，所以没有进行。",
        "请先输入响应码完成解锁，或者放弃解锁后再操作。",
    ),
    "key-missing": (
        "没有找到私钥",
        "令牌上没有需要的私钥。",
        "请确认插的是正确的令牌；若证书是导入的，请把私钥一并导入。",
    ),
    "key-missing.named": (
        "没有找到私钥",
        "令牌上没有与“{wanted}”对应的私钥。",
        "请确认插的是正确的令牌，或者换一张有私钥的证书。",
    ),
    "object-missing": (
        "没有确定的证书",
        "令牌上没有符合的证书或对象，或者不止一个。",
        "请先列出证书，再用编号或指纹指明要用哪一张。",
    ),
    "object-missing.named": (
        "没有找到证书或对象",
        "令牌上没有“{wanted}”，或者不止一个。",
        "请先列出证书，再用编号或指纹指明要用哪一张。",
    ),
    "mechanism-refused": (
        "密钥不能这样使用",
        "令牌不能用这个密钥完成操作：{what}。",
        "请换一张用途相符的证书，或者换一种签名方式。",
    ),
    "self-test-failed": (
        "自检没有通过",
        "令牌有应答，但结果不对，步骤：{step}。",
        "请重新插拔令牌后再测一次；若仍不通过，请先不要用它办理业务，并联系发证机构。",
    ),
    "file-unreadable": (
        "文件无法使用",
        "文件“{path}”无法使用：{reason}。",
        "请核对路径和访问权限，然后再试。",
    ),
    "file-unreadable.damaged": (
        "文件已损坏",
        "文件“{path}”的内容不完整或被改动过，没有使用。",
        "请从备份恢复这个文件，或者删除它后重新开始。",
    ),
    "file-unreadable.newer-version": (
        "文件来自更新的版本",
        "文件“{path}”是由本程序的更新版本写成的。",
        "请更新本程序。",
    ),
    "file-unreadable.no-certificate": (
        "文件里没有可用的证书",
        "在文件“{path}”里没有读到完整的证书。",
        "请选择证书文件（PEM、DER 或 PKCS#12），然后再试。",
    ),
    "file-unreadable.password": (
        "没有打开这个文件",
        "文件“{path}”的密码不对，或者它不是 PKCS#12 文件。这是文件的密码，令牌密码的次数没有减少。",
        "请核对文件的密码后再试。",
    ),
    "file-unreadable.pem": (
        "文件内容有误",
        "文件里标明有证书，但内容不完整或被改动过，没有使用。",
        "请向提供者重新索取这个文件。",
    ),
    "file-unreadable.response": (
        "响应码写法不对",
        "响应码只含数字 0 到 9 和字母 A 到 F，输入的内容不是这样，没有发送到令牌。",
        "请与管理员核对响应码，然后重新取得挑战码再试一次。",
    ),
    "file-unreadable.subject": (
        "主体名称写法不对",
        "“{path}”不能作为证书的主体名称。",
        "请按 CN=姓名,O=单位,C=CN 的写法重新填写。",
    ),
    "ledger-unwritable": (
        "无法记录这次尝试",
        "程序必须先记下每一次尝试，但记录写不进去（{reason}），操作已停止。",
        "请检查磁盘空间，以及数据文件夹的写权限，然后再试。",
    ),
    "profile-broken": (
        "数据文件有误",
        "文件“{path}”的 {key} 项有误：{reason}。",
        "请改正这一项；若是随程序安装的文件，请重新安装本程序。",
    ),
    "profile-broken.whole": (
        "数据文件有误",
        "文件“{path}”有误：{reason}。",
        "请改正这个文件；若是随程序安装的文件，请重新安装本程序。",
    ),
    "cancelled": (
        "已取消",
        "操作已按您的意思取消。",
        "需要时重新开始即可。",
    ),
}
