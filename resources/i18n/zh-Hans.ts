<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Attention</name>
        <message numerus="yes">
            <source>A certificate expires in %n day(s)</source>
            <translation>
                <numerusform>证书还有 %n 天到期</numerusform>
            </translation>
        </message>
        <message>
            <source>A certificate on {name} has expired</source>
            <translation>{name}中有证书已过期</translation>
        </message>
        <message>
            <source>A right PIN gives them back on most tokens</source>
            <translation>多数令牌在输入正确密码后会恢复次数</translation>
        </message>
        <message>
            <source>An administrator has to set one</source>
            <translation>需要由管理员设置</translation>
        </message>
        <message numerus="yes">
            <source>Another program entered %n wrong PIN(s)</source>
            <translation>
                <numerusform>其他程序输错过 %n 次密码</numerusform>
            </translation>
        </message>
        <message>
            <source>Change PIN...</source>
            <translation>更改密码...</translation>
        </message>
        <message>
            <source>Ended on {date}; old files may still need it</source>
            <translation>已于 {date} 到期，旧文件可能仍要用它</translation>
        </message>
        <message>
            <source>How to renew...</source>
            <translation>如何续期...</translation>
        </message>
        <message>
            <source>It cannot sign or decrypt any more until it is unlocked or replaced</source>
            <translation>解锁或更换之前不能再签名或解密</translation>
        </message>
        <message>
            <source>It does nothing else until then</source>
            <translation>在此之前不能做其他操作</translation>
        </message>
        <message>
            <source>Noticed {when}, outside this program</source>
            <translation>{when}，发生在本程序之外</translation>
        </message>
        <message>
            <source>Show events</source>
            <translation>查看记录</translation>
        </message>
        <message>
            <source>The initial PIN is public: whoever holds the token can sign</source>
            <translation>初始密码是公开的，拿到令牌的人就能签名</translation>
        </message>
        <message>
            <source>The next wrong PIN locks it</source>
            <translation>再输错一次就会锁定</translation>
        </message>
        <message>
            <source>Valid until {date}; renewal can start now</source>
            <translation>有效期至 {date}，现在可以开始办理</translation>
        </message>
        <message>
            <source>What to do...</source>
            <translation>怎么办...</translation>
        </message>
        <message>
            <source>{name} has few tries left</source>
            <translation>{name}剩余次数不多</translation>
        </message>
        <message>
            <source>{name} has no PIN yet</source>
            <translation>{name}还没有密码</translation>
        </message>
        <message>
            <source>{name} has one try left</source>
            <translation>{name}只剩一次机会</translation>
        </message>
        <message>
            <source>{name} is locked</source>
            <translation>{name}已锁定</translation>
        </message>
        <message>
            <source>{name} still uses its initial PIN</source>
            <translation>{name}仍在使用初始密码</translation>
        </message>
        <message>
            <source>{name} wants a new PIN first</source>
            <translation>{name}要求先更改密码</translation>
        </message>
    </context>
    <context>
        <name>Browsers</name>
        <message>
            <source>Close {browser}; this goes on by itself</source>
            <translation>请关闭 {browser}，之后会自动继续</translation>
        </message>
        <message>
            <source>Do not wait</source>
            <translation>不等了</translation>
        </message>
        <message>
            <source>Does not know {name} yet</source>
            <translation>还不认识 {name}</translation>
        </message>
        <message>
            <source>Does not know {name} yet; it is open now</source>
            <translation>还不认识 {name}；它现在开着</translation>
        </message>
        <message>
            <source>It knows no module, and none is ready on this computer</source>
            <translation>它不认识任何模块，这台电脑上也没有就绪的模块</translation>
        </message>
        <message>
            <source>Knows {name}: {file}</source>
            <translation>认识 {name}：{file}</translation>
        </message>
        <message>
            <source>Looking for browsers...</source>
            <translation>正在查找浏览器...</translation>
        </message>
        <message>
            <source>Make it known</source>
            <translation>让它认识</translation>
        </message>
        <message>
            <source>No browser of a known kind was found for this user.</source>
            <translation>没有找到这位用户的已知浏览器。</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>取出</translation>
        </message>
        <message>
            <source>To sign in to a web page with your certificate, the browser has to know your token's module. One entry is added to the browser's own list; it can be taken out again to the byte.</source>
            <translation>要用证书登录网页，浏览器必须认识您令牌的模块。只会在浏览器自己的列表里添加一项，也可以一字不差地取出来。</translation>
        </message>
        <message>
            <source>{browser} does not load {name} any more</source>
            <translation>{browser} 不再加载 {name}</translation>
        </message>
        <message>
            <source>{browser} knows {name} now</source>
            <translation>{browser} 已认识 {name}</translation>
        </message>
        <message>
            <source>{wish} when it is closed</source>
            <translation>关闭后{wish}</translation>
        </message>
    </context>
    <context>
        <name>CertificateDialogs</name>
        <message numerus="yes">
            <source>%n certificate(s)</source>
            <translation>
                <numerusform>%n 张证书</numerusform>
            </translation>
        </message>
        <message>
            <source>A pair: one for signing, one for encryption</source>
            <translation>一对证书：一张签名，一张加密</translation>
        </message>
        <message>
            <source>Binary form (DER)</source>
            <translation>二进制格式 (DER)</translation>
        </message>
        <message>
            <source>Both are equal to the last byte.</source>
            <translation>两张逐字节相同。</translation>
        </message>
        <message>
            <source>Both end on the same day.</source>
            <translation>两张同时到期。</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>日历</translation>
        </message>
        <message>
            <source>Certificate (.cer, .crt, .pem), or with key (.p12, .pfx)</source>
            <translation>证书（.cer、.crt、.pem），或带密钥的证书（.p12、.pfx）</translation>
        </message>
        <message>
            <source>Certificate of {name} ends</source>
            <translation>{name} 的证书到期</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>证书</translation>
        </message>
        <message>
            <source>Certificates and keys</source>
            <translation>证书和密钥</translation>
        </message>
        <message>
            <source>Choose a file first</source>
            <translation>请先选择文件</translation>
        </message>
        <message>
            <source>Choose a file...</source>
            <translation>选择文件...</translation>
        </message>
        <message>
            <source>Compare certificates</source>
            <translation>对比证书</translation>
        </message>
        <message>
            <source>Compare with</source>
            <translation>对比对象</translation>
        </message>
        <message>
            <source>Compare with a file</source>
            <translation>与文件对比</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>已复制</translation>
        </message>
        <message>
            <source>Copy as text</source>
            <translation>复制文本</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>差异</translation>
        </message>
        <message>
            <source>Different holders</source>
            <translation>持有人不同</translation>
        </message>
        <message>
            <source>Every field in words, to look at or to print</source>
            <translation>逐项列出各字段，供查看或打印</translation>
        </message>
        <message>
            <source>Export certificate</source>
            <translation>导出证书</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Files and bids that were encrypted to the old certificate open with the old key only.</source>
            <translation>用旧证书加密的文件和标书，只有旧密钥能打开。</translation>
        </message>
        <message>
            <source>First</source>
            <translation>第一张</translation>
        </message>
        <message>
            <source>For most programs, and to send by mail</source>
            <translation>适合大多数程序，也便于用邮件发送</translation>
        </message>
        <message>
            <source>For servers, and programs that want the whole chain</source>
            <translation>适合服务器和需要完整证书链的程序</translation>
        </message>
        <message>
            <source>From a file...</source>
            <translation>从文件选择...</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Import certificate</source>
            <translation>导入证书</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>已导入</translation>
        </message>
        <message>
            <source>In the file</source>
            <translation>文件内容</translation>
        </message>
        <message>
            <source>In {folder}</source>
            <translation>位置：{folder}</translation>
        </message>
        <message>
            <source>Issued anew: the same holder, another key</source>
            <translation>重新签发：持有人相同，密钥不同</translation>
        </message>
        <message>
            <source>It is the file's own password, not the token's. No try of the token was used.</source>
            <translation>这是文件自己的密码，不是令牌密码。没有消耗令牌的次数。</translation>
        </message>
        <message>
            <source>It was not touched.</source>
            <translation>原文件没有改动。</translation>
        </message>
        <message>
            <source>It was not touched. Replace it, or choose a form again to save under another name.</source>
            <translation>原文件没有改动。可以替换它，或重新选择格式后另取名字。</translation>
        </message>
        <message>
            <source>Keep the old token: its key may still be needed</source>
            <translation>请保留旧令牌：里面的密钥可能还要用</translation>
        </message>
        <message>
            <source>Name on the token</source>
            <translation>在令牌中的名称</translation>
        </message>
        <message>
            <source>Name or key of one of them cannot be read.</source>
            <translation>其中一张的主题或密钥无法读取。</translation>
        </message>
        <message>
            <source>No other certificate is known here</source>
            <translation>没有其他证书可以对比</translation>
        </message>
        <message>
            <source>Open it, and your calendar takes the date with its reminders.</source>
            <translation>打开这个文件，日历就会加入到期日和提醒。</translation>
        </message>
        <message>
            <source>Open the file</source>
            <translation>打开文件</translation>
        </message>
        <message>
            <source>Opens with a double click on Windows and macOS</source>
            <translation>在 Windows 和 macOS 上双击即可打开</translation>
        </message>
        <message>
            <source>Password of the file</source>
            <translation>文件密码</translation>
        </message>
        <message>
            <source>Plug in the token that the file should go onto</source>
            <translation>请插入要写入该文件的令牌</translation>
        </message>
        <message>
            <source>Programs that were set to the old one have to be told of the new one.</source>
            <translation>设置过旧证书的程序需要改用新证书。</translation>
        </message>
        <message>
            <source>Readable text</source>
            <translation>可读文字</translation>
        </message>
        <message>
            <source>Renewed: the same holder and the same key</source>
            <translation>续期：持有人和密钥都相同</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>替换</translation>
        </message>
        <message>
            <source>Save as...</source>
            <translation>另存为...</translation>
        </message>
        <message>
            <source>Save calendar entry</source>
            <translation>保存日历文件</translation>
        </message>
        <message>
            <source>Save certificate</source>
            <translation>保存证书</translation>
        </message>
        <message>
            <source>Saved as {file}</source>
            <translation>已保存为 {file}</translation>
        </message>
        <message>
            <source>Second</source>
            <translation>第二张</translation>
        </message>
        <message>
            <source>Show equal fields too</source>
            <translation>同时显示相同的字段</translation>
        </message>
        <message>
            <source>Text form (PEM)</source>
            <translation>文本格式 (PEM)</translation>
        </message>
        <message>
            <source>The file does not open with this password</source>
            <translation>文件密码不正确</translation>
        </message>
        <message>
            <source>The first one lasts longer.</source>
            <translation>第一张到期较晚。</translation>
        </message>
        <message>
            <source>The names differ, so neither replaces the other.</source>
            <translation>主题不同，不能互相替代。</translation>
        </message>
        <message>
            <source>The private key stays where it is. A certificate is public: it may be given to anybody.</source>
            <translation>私钥不会导出。证书本身是公开的，可以交给任何人。</translation>
        </message>
        <message>
            <source>The same certificate</source>
            <translation>同一张证书</translation>
        </message>
        <message>
            <source>The same holder and the same key</source>
            <translation>持有人和密钥都相同</translation>
        </message>
        <message>
            <source>The same holder with two keys; both are needed.</source>
            <translation>同一持有人的两把密钥，两张都要用到。</translation>
        </message>
        <message>
            <source>The second one lasts longer.</source>
            <translation>第二张到期较晚。</translation>
        </message>
        <message>
            <source>Then open it once more: {file}</source>
            <translation>然后再打开一次：{file}</translation>
        </message>
        <message>
            <source>There is another file called {file}</source>
            <translation>已有同名文件 {file}</translation>
        </message>
        <message>
            <source>There is no certificate in this file</source>
            <translation>这个文件里没有证书</translation>
        </message>
        <message>
            <source>They cannot be compared for certain</source>
            <translation>无法可靠对比</translation>
        </message>
        <message>
            <source>This token takes no certificates</source>
            <translation>这个令牌不能写入证书</translation>
        </message>
        <message>
            <source>Token: {name} ·{tail}</source>
            <translation>令牌：{name} ·{tail}</translation>
        </message>
        <message>
            <source>Type the file's password</source>
            <translation>请输入文件密码</translation>
        </message>
        <message>
            <source>Whatever was encrypted to the old one opens with the new one too.</source>
            <translation>用旧证书加密的内容，用新证书同样可以打开。</translation>
        </message>
        <message>
            <source>With its issuers (PEM chain)</source>
            <translation>连同签发机构 (PEM 证书链)</translation>
        </message>
        <message>
            <source>{certificates} and their private key. Delete the file once it is on the token.</source>
            <translation>{certificates}，含私钥。导入令牌后请删除这个文件。</translation>
        </message>
        <message>
            <source>{certificates}, no private key: it can be shown, not signed with.</source>
            <translation>{certificates}，不含私钥：只能查看，不能用来签名。</translation>
        </message>
    </context>
    <context>
        <name>Certificates</name>
        <message numerus="yes">
            <source>%n expired certificate(s)</source>
            <translation>
                <numerusform>已过期证书 %n 张</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in all</source>
            <translation>
                <numerusform>共 %n 张</numerusform>
            </translation>
        </message>
        <message>
            <source>An issuer's certificate is neither on a token nor in this computer. That alone is no fault: many programs bring it with them.</source>
            <translation>令牌和这台电脑里都没有签发者的证书。这本身不是故障，许多程序自带这些证书。</translation>
        </message>
        <message>
            <source>Cannot be read in full</source>
            <translation>无法完整读取</translation>
        </message>
        <message>
            <source>Certificate as text (PEM)</source>
            <translation>证书原文（PEM）</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>证书</translation>
        </message>
        <message>
            <source>Chain</source>
            <translation>证书链</translation>
        </message>
        <message>
            <source>Chain is too long</source>
            <translation>证书链过长</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Copy PEM</source>
            <translation>复制 PEM</translation>
        </message>
        <message>
            <source>Could not be read</source>
            <translation>未能读取</translation>
        </message>
        <message>
            <source>Dates unknown</source>
            <translation>有效期未知</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详细</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮件</translation>
        </message>
        <message>
            <source>Every signature up to a trusted root is right.</source>
            <translation>直到受信任的根证书，每一级签名都正确。</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>Expired on {date}</source>
            <translation>已于 {date} 过期</translation>
        </message>
        <message>
            <source>Expiring</source>
            <translation>即将到期</translation>
        </message>
        <message>
            <source>Extensions</source>
            <translation>扩展项</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Filter by name or issuer</source>
            <translation>筛选姓名、机构</translation>
        </message>
        <message>
            <source>Holder</source>
            <translation>持有人</translation>
        </message>
        <message>
            <source>How to renew...</source>
            <translation>如何续期...</translation>
        </message>
        <message>
            <source>Import...</source>
            <translation>导入...</translation>
        </message>
        <message>
            <source>Insert a token and its certificates appear here by themselves.
They stay listed when the token is pulled out.</source>
            <translation>插入令牌后，里面的证书会自动显示在这里。
拔出令牌后仍会列出。</translation>
        </message>
        <message>
            <source>Insert a token that takes certificates first</source>
            <translation>请先插入可写入证书的令牌</translation>
        </message>
        <message>
            <source>Install the issuer's root certificate if programs here refuse the certificate.</source>
            <translation>如果有程序拒绝这张证书，请安装签发机构的根证书。</translation>
        </message>
        <message>
            <source>Issuer</source>
            <translation>签发机构</translation>
        </message>
        <message>
            <source>Issuer or not</source>
            <translation>是否签发机构</translation>
        </message>
        <message>
            <source>Issuer's certificate is not here</source>
            <translation>找不到签发者的证书</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>密钥</translation>
        </message>
        <message>
            <source>Key identifier</source>
            <translation>密钥标识</translation>
        </message>
        <message>
            <source>May not issue certificates</source>
            <translation>无权签发证书</translation>
        </message>
        <message>
            <source>No certificate passes this filter</source>
            <translation>没有符合筛选条件的证书</translation>
        </message>
        <message>
            <source>No certificates yet</source>
            <translation>还没有证书</translation>
        </message>
        <message>
            <source>Not inserted, last seen {when}</source>
            <translation>未插入，上次见到 {when}</translation>
        </message>
        <message>
            <source>Not signed by this issuer</source>
            <translation>不是该签发者所签</translation>
        </message>
        <message>
            <source>Not valid yet</source>
            <translation>尚未生效</translation>
        </message>
        <message>
            <source>Nothing appears after inserting it</source>
            <translation>插入后没有反应</translation>
        </message>
        <message>
            <source>Old files may still need them</source>
            <translation>旧文件和旧标书可能仍要用它解密</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>概要</translation>
        </message>
        <message>
            <source>Public key</source>
            <translation>公钥</translation>
        </message>
        <message>
            <source>Raw</source>
            <translation>原文</translation>
        </message>
        <message>
            <source>Reading...</source>
            <translation>正在读取...</translation>
        </message>
        <message>
            <source>Root, not trusted by this computer</source>
            <translation>根证书，系统未信任</translation>
        </message>
        <message>
            <source>Root, trusted by this computer</source>
            <translation>根证书，系统已信任</translation>
        </message>
        <message>
            <source>SHA-1 fingerprint</source>
            <translation>SHA-1 指纹</translation>
        </message>
        <message>
            <source>SHA-256 fingerprint</source>
            <translation>SHA-256 指纹</translation>
        </message>
        <message>
            <source>Serial number</source>
            <translation>序列号</translation>
        </message>
        <message>
            <source>Show all valid ones</source>
            <translation>显示全部有效证书</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>签名</translation>
        </message>
        <message>
            <source>Signature algorithm</source>
            <translation>签名算法</translation>
        </message>
        <message>
            <source>Signature cannot be checked here</source>
            <translation>此处无法验证签名</translation>
        </message>
        <message>
            <source>Signed with a method that is not safe any more</source>
            <translation>签名算法已不安全</translation>
        </message>
        <message>
            <source>Something is wrong in this chain</source>
            <translation>证书链有问题</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>The certificate is on the clipboard</source>
            <translation>证书已复制</translation>
        </message>
        <message>
            <source>The chain is not complete</source>
            <translation>证书链不完整</translation>
        </message>
        <message>
            <source>The links below say what. Other programs may refuse it for the same reason.</source>
            <translation>下面逐级说明。其他程序可能因此拒绝这张证书。</translation>
        </message>
        <message>
            <source>This computer does not know the root</source>
            <translation>系统不信任这个根证书</translation>
        </message>
        <message>
            <source>This computer trusts it</source>
            <translation>系统信任这张证书</translation>
        </message>
        <message>
            <source>This computer's trusted roots cannot be read</source>
            <translation>读不到系统信任的根证书</translation>
        </message>
        <message>
            <source>Too many possible issuers</source>
            <translation>可能的签发者太多</translation>
        </message>
        <message>
            <source>Try it with a practice token</source>
            <translation>用练习令牌试一遍</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>Valid</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>Valid from</source>
            <translation>生效时间</translation>
        </message>
        <message>
            <source>Valid only from {date}</source>
            <translation>{date} 才生效</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>到期时间</translation>
        </message>
        <message>
            <source>Valid until {date}</source>
            <translation>有效至 {date}</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Whether it was revoked is not asked: that would tell the issuer over the network who looks at it.</source>
            <translation>未查询是否已吊销：查询要联网，会让签发机构知道谁在查看。</translation>
        </message>
        <message>
            <source>Whole value</source>
            <translation>完整内容</translation>
        </message>
        <message>
            <source>folded</source>
            <translation>已折叠</translation>
        </message>
        <message>
            <source>unfolded</source>
            <translation>已展开</translation>
        </message>
        <message>
            <source>until {date}</source>
            <translation>至 {date}</translation>
        </message>
        <message>
            <source>{kind}, private key on this token</source>
            <translation>{kind}，私钥在令牌内</translation>
        </message>
        <message>
            <source>{name} (critical)</source>
            <translation>{name}（关键）</translation>
        </message>
    </context>
    <context>
        <name>Changes</name>
        <message>
            <source>Take back</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <source>What this program changed on this computer</source>
            <translation>本程序在这台电脑上做过的更改</translation>
        </message>
        <message>
            <source>{made}; taken back {undone}</source>
            <translation>{made}；{undone} 已撤销</translation>
        </message>
    </context>
    <context>
        <name>Dialogs</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Done: {what}</source>
            <translation>已完成：{what}</translation>
        </message>
        <message>
            <source>Hide what is typed</source>
            <translation>隐藏输入内容</translation>
        </message>
        <message>
            <source>Show what is typed</source>
            <translation>显示输入内容</translation>
        </message>
        <message>
            <source>Started by you in this program</source>
            <translation>由您在本程序发起</translation>
        </message>
        <message>
            <source>Working</source>
            <translation>正在处理</translation>
        </message>
    </context>
    <context>
        <name>Doctor</name>
        <message numerus="yes">
            <source>%n more worth a look</source>
            <translation>
                <numerusform>另有 %n 项值得留意</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n result(s)</source>
            <translation>
                <numerusform>%n 条结果</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) are worth a look</source>
            <translation>
                <numerusform>%n 项值得留意</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) need doing</source>
            <translation>
                <numerusform>%n 项需要处理</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n token(s)</source>
            <translation>
                <numerusform>%n 个令牌</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>A module is the vendor's library that talks to the token. It gets to see your PIN, so add only what comes from your issuer or the token's maker.</source>
            <translation>模块是厂商提供的、与令牌通信的程序库。它会接触到您的密码，所以只添加来自发证机构或令牌厂商的模块。</translation>
        </message>
        <message>
            <source>Add a module</source>
            <translation>添加模块</translation>
        </message>
        <message>
            <source>Add a module...</source>
            <translation>添加模块...</translation>
        </message>
        <message>
            <source>Agree...</source>
            <translation>同意...</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>所有文件</translation>
        </message>
        <message>
            <source>Ask the hotline...</source>
            <translation>联系热线...</translation>
        </message>
        <message>
            <source>Ask the modules again</source>
            <translation>重新询问模块</translation>
        </message>
        <message>
            <source>Asking the module...</source>
            <translation>正在询问模块...</translation>
        </message>
        <message>
            <source>Asking the modules...</source>
            <translation>正在询问各模块...</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>重新检查</translation>
        </message>
        <message>
            <source>Check now</source>
            <translation>开始检查</translation>
        </message>
        <message>
            <source>Check the file</source>
            <translation>检查文件</translation>
        </message>
        <message>
            <source>Checking</source>
            <translation>正在检查</translation>
        </message>
        <message>
            <source>Checking...</source>
            <translation>正在检查...</translation>
        </message>
        <message>
            <source>Choose a file first</source>
            <translation>请先选择文件</translation>
        </message>
        <message>
            <source>Choose the module</source>
            <translation>选择模块</translation>
        </message>
        <message>
            <source>Choose...</source>
            <translation>选择...</translation>
        </message>
        <message>
            <source>Copy report</source>
            <translation>复制报告</translation>
        </message>
        <message>
            <source>Do you trust this file with your PIN? If it changes, you will be asked again.</source>
            <translation>您愿意把密码交给这个文件吗？如果它有变化，会再次询问您。</translation>
        </message>
        <message>
            <source>Doctor</source>
            <translation>诊断</translation>
        </message>
        <message>
            <source>Everything is as it should be</source>
            <translation>一切正常</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>File of the module</source>
            <translation>模块文件</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>It is a library for this computer, and only you or an administrator can change it.</source>
            <translation>它是适用于这台电脑的程序库，只有您或管理员能改动它。</translation>
        </message>
        <message>
            <source>Its file is still there; nothing of the vendor's was changed.</source>
            <translation>文件还在原处，厂商的内容没有任何改动。</translation>
        </message>
        <message>
            <source>Libraries</source>
            <translation>程序库</translation>
        </message>
        <message>
            <source>Looked at: {what}</source>
            <translation>已查看：{what}</translation>
        </message>
        <message>
            <source>Module added, and it answers</source>
            <translation>模块已添加，应答正常</translation>
        </message>
        <message>
            <source>Module added, but it did not answer</source>
            <translation>模块已添加，但没有应答</translation>
        </message>
        <message>
            <source>Module removed from the list</source>
            <translation>模块已从列表中移除</translation>
        </message>
        <message>
            <source>Modules, readers, tokens and the clock are looked at one by one.
Nothing is changed, no PIN is sent, and nothing leaves this computer.</source>
            <translation>逐项查看模块、读卡器、令牌和时钟。
不做任何改动，不发送密码，也没有任何内容离开这台电脑。</translation>
        </message>
        <message>
            <source>Names, full serial numbers and folders of yours are not in it.</source>
            <translation>里面没有姓名、完整的序列号和您的文件夹。</translation>
        </message>
        <message>
            <source>No vendor module is known. Install the driver of your token, or add its module.</source>
            <translation>还没有厂商模块。请安装令牌的驱动，或者添加它的模块。</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Repair...</source>
            <translation>修复...</translation>
        </message>
        <message>
            <source>Report copied</source>
            <translation>报告已复制</translation>
        </message>
        <message>
            <source>Report saved</source>
            <translation>报告已保存</translation>
        </message>
        <message>
            <source>Save report...</source>
            <translation>保存报告...</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>保存报告</translation>
        </message>
        <message>
            <source>Something does not work?</source>
            <translation>哪里不对劲？</translation>
        </message>
        <message>
            <source>Still starting</source>
            <translation>正在启动</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <source>Switch off</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Switch on</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>测试</translation>
        </message>
        <message>
            <source>The file fits</source>
            <translation>文件适用</translation>
        </message>
        <message>
            <source>The module answers</source>
            <translation>模块应答正常</translation>
        </message>
        <message>
            <source>The module does not answer</source>
            <translation>模块没有应答</translation>
        </message>
        <message>
            <source>Trust, add and test</source>
            <translation>信任、添加并测试</translation>
        </message>
        <message>
            <source>Use again</source>
            <translation>重新使用</translation>
        </message>
        <message>
            <source>Vendor modules</source>
            <translation>厂商模块</translation>
        </message>
        <message numerus="yes">
            <source>crashed %n time(s)</source>
            <translation>
                <numerusform>崩溃 %n 次</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>did not answer %n time(s)</source>
            <translation>
                <numerusform>%n 次没有应答</numerusform>
            </translation>
        </message>
        <message>
            <source>last fault: {error}</source>
            <translation>最近故障：{error}</translation>
        </message>
        <message>
            <source>loaded in {count} ms</source>
            <translation>加载用时 {count} 毫秒</translation>
        </message>
        <message>
            <source>stopped before the end</source>
            <translation>中途停止</translation>
        </message>
        <message>
            <source>version {version}</source>
            <translation>版本 {version}</translation>
        </message>
    </context>
    <context>
        <name>Errands</name>
        <message>
            <source>About</source>
            <translation>关于</translation>
        </message>
        <message>
            <source>Add a module...</source>
            <translation>添加模块...</translation>
        </message>
        <message>
            <source>Add to calendar</source>
            <translation>加入日历</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>证书</translation>
        </message>
        <message>
            <source>Change PIN...</source>
            <translation>更改密码...</translation>
        </message>
        <message>
            <source>Change administrator PIN...</source>
            <translation>更改管理员密码...</translation>
        </message>
        <message>
            <source>Check everything</source>
            <translation>全面检查</translation>
        </message>
        <message>
            <source>Check for updates</source>
            <translation>检查更新</translation>
        </message>
        <message>
            <source>Compare...</source>
            <translation>对比...</translation>
        </message>
        <message>
            <source>Delete content...</source>
            <translation>删除内容...</translation>
        </message>
        <message>
            <source>Doctor</source>
            <translation>诊断</translation>
        </message>
        <message>
            <source>Does my token really work?</source>
            <translation>令牌真的能用吗</translation>
        </message>
        <message>
            <source>Export...</source>
            <translation>导出...</translation>
        </message>
        <message>
            <source>History</source>
            <translation>历史</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>首页</translation>
        </message>
        <message>
            <source>How to renew</source>
            <translation>如何续期</translation>
        </message>
        <message>
            <source>Import certificate...</source>
            <translation>导入证书...</translation>
        </message>
        <message>
            <source>Initialise...</source>
            <translation>初始化...</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>键盘快捷键</translation>
        </message>
        <message>
            <source>Lock all</source>
            <translation>全部锁定</translation>
        </message>
        <message>
            <source>Lock now</source>
            <translation>立即锁定</translation>
        </message>
        <message>
            <source>Log off</source>
            <translation>注销</translation>
        </message>
        <message>
            <source>Log on as administrator...</source>
            <translation>以管理员身份登录...</translation>
        </message>
        <message>
            <source>Log on...</source>
            <translation>登录...</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Practise without a token</source>
            <translation>用练习令牌试一遍</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Rename...</source>
            <translation>重命名...</translation>
        </message>
        <message>
            <source>Repair...</source>
            <translation>修复...</translation>
        </message>
        <message>
            <source>Set PIN as administrator...</source>
            <translation>以管理员身份设置密码...</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Show events</source>
            <translation>查看记录</translation>
        </message>
        <message>
            <source>Token information</source>
            <translation>令牌信息</translation>
        </message>
        <message>
            <source>Tokens</source>
            <translation>令牌</translation>
        </message>
        <message>
            <source>Unlock...</source>
            <translation>解锁...</translation>
        </message>
        <message>
            <source>What to do about a locked token</source>
            <translation>令牌锁定后怎么办</translation>
        </message>
        <message>
            <source>Why this many tries?</source>
            <translation>为什么是这个次数</translation>
        </message>
    </context>
    <context>
        <name>Events</name>
        <message numerus="yes">
            <source>%n certificate(s) deleted</source>
            <translation>
                <numerusform>已删除 %n 张证书</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n data object(s) deleted</source>
            <translation>
                <numerusform>已删除 %n 个数据对象</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n key object(s) deleted</source>
            <translation>
                <numerusform>已删除 %n 个密钥对象</numerusform>
            </translation>
        </message>
        <message>
            <source>Another program, known from the token's count</source>
            <translation>其他程序，由令牌计数得知</translation>
        </message>
        <message>
            <source>Certificate imported</source>
            <translation>已导入证书</translation>
        </message>
        <message>
            <source>Certificate imported: {name}</source>
            <translation>已导入证书：{name}</translation>
        </message>
        <message>
            <source>Decrypted</source>
            <translation>解密</translation>
        </message>
        <message>
            <source>Deleted</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Exported</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Exported: {name}</source>
            <translation>已导出：{name}</translation>
        </message>
        <message>
            <source>History cleared</source>
            <translation>清空历史</translation>
        </message>
        <message numerus="yes">
            <source>History cleared, %n line(s) taken out</source>
            <translation>
                <numerusform>历史已清空，共 %n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Initialised</source>
            <translation>初始化</translation>
        </message>
        <message>
            <source>Initialised, everything on it was deleted</source>
            <translation>已初始化，原有内容全部删除</translation>
        </message>
        <message>
            <source>Inserted</source>
            <translation>插入</translation>
        </message>
        <message>
            <source>Key imported</source>
            <translation>已导入私钥</translation>
        </message>
        <message>
            <source>Key imported: {name}</source>
            <translation>已导入私钥：{name}</translation>
        </message>
        <message>
            <source>Key made</source>
            <translation>生成密钥</translation>
        </message>
        <message>
            <source>Key pair made: {what}</source>
            <translation>已生成密钥对：{what}</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>锁定</translation>
        </message>
        <message>
            <source>Misses elsewhere</source>
            <translation>其他程序输错</translation>
        </message>
        <message>
            <source>Module crashed</source>
            <translation>模块崩溃</translation>
        </message>
        <message>
            <source>Module hung</source>
            <translation>模块无应答</translation>
        </message>
        <message>
            <source>Module {module} crashed and was restarted</source>
            <translation>模块 {module} 崩溃，已重新启动</translation>
        </message>
        <message>
            <source>Module {module} did not answer in time</source>
            <translation>模块 {module} 没有及时应答</translation>
        </message>
        <message>
            <source>Name taken away</source>
            <translation>名称已取消</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>PIN changed</source>
            <translation>更改密码</translation>
        </message>
        <message>
            <source>PIN right, unlocked</source>
            <translation>密码正确，已解锁</translation>
        </message>
        <message>
            <source>PIN stopped</source>
            <translation>密码被拦下</translation>
        </message>
        <message>
            <source>Removed</source>
            <translation>拔出</translation>
        </message>
        <message>
            <source>Renamed</source>
            <translation>重命名</translation>
        </message>
        <message>
            <source>Renamed to {name}</source>
            <translation>已重命名为 {name}</translation>
        </message>
        <message>
            <source>Right PIN</source>
            <translation>密码正确</translation>
        </message>
        <message>
            <source>Setting changed</source>
            <translation>更改设置</translation>
        </message>
        <message>
            <source>Setting changed: {setting}</source>
            <translation>设置已更改：{setting}</translation>
        </message>
        <message>
            <source>Setting changed: {setting} = {value}</source>
            <translation>设置已更改：{setting} = {value}</translation>
        </message>
        <message>
            <source>Signed</source>
            <translation>签名</translation>
        </message>
        <message>
            <source>Signed {name}</source>
            <translation>已签名 {name}</translation>
        </message>
        <message>
            <source>Tested</source>
            <translation>测试</translation>
        </message>
        <message>
            <source>This program</source>
            <translation>本程序</translation>
        </message>
        <message>
            <source>Token inserted</source>
            <translation>令牌已插入</translation>
        </message>
        <message>
            <source>Token removed</source>
            <translation>令牌已拔出</translation>
        </message>
        <message>
            <source>Token tested with a signature of its own</source>
            <translation>已用令牌试签并核对</translation>
        </message>
        <message>
            <source>Unlocked</source>
            <translation>解锁</translation>
        </message>
        <message>
            <source>Unlocked by {way}, new PIN set</source>
            <translation>已用{way}解锁，密码已重新设置</translation>
        </message>
        <message>
            <source>Unlocked, new PIN set</source>
            <translation>已解锁，密码已重新设置</translation>
        </message>
        <message>
            <source>Wrong PIN</source>
            <translation>密码错误</translation>
        </message>
        <message numerus="yes">
            <source>Wrong PIN, %n time(s)</source>
            <translation>
                <numerusform>密码错误 %n 次</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Wrong, %n try(s) left</source>
            <translation>
                <numerusform>输入错误，剩余 %n 次</numerusform>
            </translation>
        </message>
        <message>
            <source>agreement to the texts</source>
            <translation>对协议的同意</translation>
        </message>
        <message>
            <source>change PIN</source>
            <translation>更改密码</translation>
        </message>
        <message>
            <source>days before the end of a certificate</source>
            <translation>证书到期前几天提醒</translation>
        </message>
        <message>
            <source>how long PINs are kept</source>
            <translation>密码保留多久</translation>
        </message>
        <message>
            <source>initialise</source>
            <translation>初始化</translation>
        </message>
        <message>
            <source>issuer</source>
            <translation>发证机构</translation>
        </message>
        <message>
            <source>it is locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <source>it was refused before</source>
            <translation>之前已被拒绝</translation>
        </message>
        <message>
            <source>language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>light or dark</source>
            <translation>浅色或深色</translation>
        </message>
        <message>
            <source>log file</source>
            <translation>日志文件</translation>
        </message>
        <message>
            <source>log on</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>log on as administrator</source>
            <translation>以管理员身份登录</translation>
        </message>
        <message>
            <source>looking for newer versions</source>
            <translation>检查新版本</translation>
        </message>
        <message>
            <source>none is set</source>
            <translation>未设密码</translation>
        </message>
        <message>
            <source>notifications</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>notifications of certificates that expire</source>
            <translation>证书到期的通知</translation>
        </message>
        <message>
            <source>notifications of tokens</source>
            <translation>令牌插拔的通知</translation>
        </message>
        <message>
            <source>notifications of wrong PINs from other programs</source>
            <translation>其他程序输错密码的通知</translation>
        </message>
        <message>
            <source>only one try is left</source>
            <translation>只剩最后一次</translation>
        </message>
        <message>
            <source>practice tokens</source>
            <translation>练习令牌</translation>
        </message>
        <message>
            <source>sign</source>
            <translation>签名</translation>
        </message>
        <message>
            <source>small window</source>
            <translation>小窗</translation>
        </message>
        <message>
            <source>starting with the computer</source>
            <translation>随电脑启动</translation>
        </message>
        <message>
            <source>starting without a window</source>
            <translation>启动时不显示窗口</translation>
        </message>
        <message>
            <source>staying in the tray</source>
            <translation>留在托盘</translation>
        </message>
        <message>
            <source>the new one is the old one</source>
            <translation>新旧密码相同</translation>
        </message>
        <message>
            <source>the try could not be written down</source>
            <translation>这次尝试无法记录</translation>
        </message>
        <message>
            <source>unlock</source>
            <translation>解锁</translation>
        </message>
        <message>
            <source>{pin} changed</source>
            <translation>{pin}已更改</translation>
        </message>
        <message>
            <source>{pin} not changed: the token has rules of its own</source>
            <translation>{pin}未更改，不符合令牌自身的规则</translation>
        </message>
        <message>
            <source>{pin} not sent to the token, no try used</source>
            <translation>{pin}没有送到令牌，未消耗次数</translation>
        </message>
        <message>
            <source>{pin} not sent to the token: {why}</source>
            <translation>{pin}没有送到令牌：{why}</translation>
        </message>
        <message>
            <source>{pin} right</source>
            <translation>{pin}正确</translation>
        </message>
        <message>
            <source>{pin} right, but it has to be changed first</source>
            <translation>{pin}正确，须先更改</translation>
        </message>
        <message>
            <source>{pin} wrong</source>
            <translation>{pin}错误</translation>
        </message>
        <message>
            <source>{pin} wrong, now locked</source>
            <translation>{pin}错误，令牌已锁定</translation>
        </message>
        <message>
            <source>{pin}: {what}</source>
            <translation>{pin}{what}</translation>
        </message>
        <message>
            <source>{who}, {purpose}</source>
            <translation>{who}，{purpose}</translation>
        </message>
    </context>
    <context>
        <name>Facts</name>
        <message>
            <source>Copy {what}</source>
            <translation>复制{what}</translation>
        </message>
        <message>
            <source>Not reported</source>
            <translation>未报告</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message numerus="yes">
            <source>%n line(s)</source>
            <translation>
                <numerusform>%n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>All tokens</source>
            <translation>所有令牌</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>更改</translation>
        </message>
        <message>
            <source>Checking the record...</source>
            <translation>正在核对记录...</translation>
        </message>
        <message>
            <source>Export the history</source>
            <translation>导出历史</translation>
        </message>
        <message>
            <source>Export...</source>
            <translation>导出...</translation>
        </message>
        <message>
            <source>For programs (JSON)...</source>
            <translation>供程序使用（JSON）...</translation>
        </message>
        <message>
            <source>For spreadsheets (CSV)...</source>
            <translation>供表格使用（CSV）...</translation>
        </message>
        <message>
            <source>History</source>
            <translation>历史</translation>
        </message>
        <message>
            <source>History exported</source>
            <translation>历史已导出</translation>
        </message>
        <message>
            <source>In and out</source>
            <translation>插拔</translation>
        </message>
        <message>
            <source>Line {number} was changed or is missing</source>
            <translation>第 {number} 条被改动或缺失</translation>
        </message>
        <message>
            <source>No line fits these filters.</source>
            <translation>没有符合筛选条件的记录。</translation>
        </message>
        <message>
            <source>Nothing has happened yet</source>
            <translation>还没有记录</translation>
        </message>
        <message>
            <source>Of which token</source>
            <translation>哪个令牌</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>程序</translation>
        </message>
        <message>
            <source>Record intact: every line is as it was written</source>
            <translation>记录完整，每一条都与写下时相同</translation>
        </message>
        <message>
            <source>Search the history</source>
            <translation>搜索历史</translation>
        </message>
        <message>
            <source>The record could not be read or written: {why}</source>
            <translation>记录无法读写：{why}</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>使用</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>发生过的事</translation>
        </message>
        <message>
            <source>What this program and others do to your tokens is written down here, line by line.
It stays on this computer. There is never a PIN in it.</source>
            <translation>本程序和其他程序对令牌做过的事，会逐条记在这里。
记录只保存在这台电脑上，里面从不出现密码。</translation>
        </message>
        <message>
            <source>Which lines</source>
            <translation>哪些记录</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>昨天</translation>
        </message>
    </context>
    <context>
        <name>Home</name>
        <message numerus="yes">
            <source>%n inserted</source>
            <translation>
                <numerusform>已插入 %n 个</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n 项</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more module(s) did not answer either.</source>
            <translation>
                <numerusform>另有 %n 个模块也没有回应。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n practice</source>
            <translation>
                <numerusform>练习 %n 个</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>证书</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Expires</source>
            <translation>证书到期</translation>
        </message>
        <message>
            <source>From this computer's own memory</source>
            <translation>内容来自本机记录</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>首页</translation>
        </message>
        <message>
            <source>It is recognised by itself; there is nothing to refresh.
Certificates, tries left and the next step appear here.</source>
            <translation>插入后会自动认出，不需要刷新。
证书、剩余次数和下一步会显示在这里。</translation>
        </message>
        <message>
            <source>Lock all</source>
            <translation>全部锁定</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>重新查看</translation>
        </message>
        <message>
            <source>Looking for tokens...</source>
            <translation>正在查找令牌...</translation>
        </message>
        <message>
            <source>Module</source>
            <translation>模块</translation>
        </message>
        <message>
            <source>More for {name}</source>
            <translation>{name} 的更多操作</translation>
        </message>
        <message>
            <source>Needs attention</source>
            <translation>需要处理</translation>
        </message>
        <message>
            <source>Nothing happens after inserting it</source>
            <translation>插入后没有反应</translation>
        </message>
        <message>
            <source>Please insert your token</source>
            <translation>请插入令牌</translation>
        </message>
        <message>
            <source>Tokens</source>
            <translation>令牌</translation>
        </message>
        <message>
            <source>Tokens seen before</source>
            <translation>上次见过的令牌</translation>
        </message>
        <message>
            <source>Try it with a practice token</source>
            <translation>用练习令牌试一遍</translation>
        </message>
        <message>
            <source>Updated {time}</source>
            <translation>{time} 已更新</translation>
        </message>
    </context>
    <context>
        <name>Hotline</name>
        <message>
            <source>A report about my certificate token</source>
            <translation>关于我的证书令牌的报告</translation>
        </message>
        <message>
            <source>Ask the hotline</source>
            <translation>联系热线</translation>
        </message>
        <message>
            <source>Attach it to the mail: {path}</source>
            <translation>请把它附在邮件里：{path}</translation>
        </message>
        <message>
            <source>Begin a mail</source>
            <translation>写邮件</translation>
        </message>
        <message>
            <source>No mail program opened</source>
            <translation>没有打开任何邮件程序</translation>
        </message>
        <message>
            <source>Only save the report</source>
            <translation>只保存报告</translation>
        </message>
        <message>
            <source>Report saved</source>
            <translation>报告已保存</translation>
        </message>
        <message>
            <source>The report says how modules, readers and tokens are. Names, full serial numbers and folders of yours are not in it. It is saved among your downloads; you look at the mail and send it yourself.</source>
            <translation>报告说明模块、读卡器和令牌的状况，里面没有姓名、完整的序列号和您的文件夹。它会保存到下载文件夹；邮件由您自己查看和发送。</translation>
        </message>
        <message>
            <source>What does not work:

</source>
            <translation>哪里不正常：

</translation>
        </message>
        <message>
            <source>Write to your issuer yourself and attach {path}</source>
            <translation>请自行写信给发证机构，并附上 {path}</translation>
        </message>
        <message>
            <source>Write to {address} yourself and attach {path}</source>
            <translation>请自行写信到 {address}，并附上 {path}</translation>
        </message>
    </context>
    <context>
        <name>Mini</name>
        <message numerus="yes">
            <source>%n min</source>
            <translation>
                <numerusform>%n 分钟</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Certificate ends in %n day(s)</source>
            <translation>
                <numerusform>证书还有 %n 天到期</numerusform>
            </translation>
        </message>
        <message>
            <source>Change PIN</source>
            <translation>更改密码</translation>
        </message>
        <message>
            <source>Fold</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>It appears here when it is inserted</source>
            <translation>插入后显示在这里</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>锁定</translation>
        </message>
        <message>
            <source>No token is plugged in</source>
            <translation>没有插入令牌</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Open the window</source>
            <translation>打开主窗口</translation>
        </message>
        <message>
            <source>Take this small window away</source>
            <translation>关闭悬浮窗</translation>
        </message>
        <message>
            <source>Token at a glance</source>
            <translation>令牌悬浮窗</translation>
        </message>
        <message>
            <source>Unfold</source>
            <translation>展开</translation>
        </message>
        <message>
            <source>Unlocked</source>
            <translation>已解锁</translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message numerus="yes">
            <source>A certificate expires in %n day(s)</source>
            <translation>
                <numerusform>证书还有 %n 天到期</numerusform>
            </translation>
        </message>
        <message>
            <source>A certificate has expired</source>
            <translation>有证书已过期</translation>
        </message>
        <message>
            <source>A module does not answer</source>
            <translation>有模块没有回应</translation>
        </message>
        <message numerus="yes">
            <source>Another program entered %n wrong PIN(s)</source>
            <translation>
                <numerusform>其他程序输错过 %n 次密码</numerusform>
            </translation>
        </message>
        <message>
            <source>Doctor...</source>
            <translation>诊断...</translation>
        </message>
        <message>
            <source>How to renew...</source>
            <translation>如何续期...</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Show events</source>
            <translation>查看记录</translation>
        </message>
        <message>
            <source>Token inserted</source>
            <translation>令牌已插入</translation>
        </message>
        <message>
            <source>Token removed</source>
            <translation>令牌已拔出</translation>
        </message>
        <message>
            <source>{module}. Tokens that need it are not shown; all others work</source>
            <translation>{module}。依赖它的令牌暂时不显示，其他令牌照常使用</translation>
        </message>
        <message>
            <source>{who}, noticed {when}</source>
            <translation>{who}，{when}发现</translation>
        </message>
        <message>
            <source>{who}, on {date}</source>
            <translation>{who}，{date} 到期</translation>
        </message>
        <message>
            <source>{who}, valid until {date}</source>
            <translation>{who}，有效期至 {date}</translation>
        </message>
    </context>
    <context>
        <name>PinDialogs</name>
        <message numerus="yes">
            <source>%n wrong since it was last right</source>
            <translation>
                <numerusform>上次正确以来输错 %n 次</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message numerus="yes">
            <source>, %n without an answer</source>
            <translation>
                <numerusform>，另有 %n 次没有得到回应</numerusform>
            </translation>
        </message>
        <message>
            <source>.</source>
            <translation>。</translation>
        </message>
        <message>
            <source>; </source>
            <translation>，</translation>
        </message>
        <message>
            <source>A blank at the start or end of the new PIN</source>
            <translation>新密码开头或结尾有空格</translation>
        </message>
        <message>
            <source>A right PIN does not give them back on this token.</source>
            <translation>这个令牌输入正确密码后也不会恢复次数。</translation>
        </message>
        <message>
            <source>A right PIN gives them back on most tokens.</source>
            <translation>多数令牌在输入正确密码后恢复次数。</translation>
        </message>
        <message>
            <source>A wrong PIN, typed here or in any other program, takes one away.</source>
            <translation>在本程序或其他程序输错密码，都会减少一次。</translation>
        </message>
        <message>
            <source>Administrator PIN</source>
            <translation>管理员密码</translation>
        </message>
        <message>
            <source>All four kinds advised</source>
            <translation>建议四类字符齐全</translation>
        </message>
        <message>
            <source>All tokens are locked, no PIN is kept</source>
            <translation>已全部锁定，不再保留任何密码</translation>
        </message>
        <message>
            <source>Asked by</source>
            <translation>发起方</translation>
        </message>
        <message>
            <source>At most: the token does not tell. Other programs or computers may have used some.</source>
            <translation>最多：令牌不报告次数，其他程序或电脑可能已经用掉一些。</translation>
        </message>
        <message>
            <source>Caps Lock is on</source>
            <translation>大写锁定已打开</translation>
        </message>
        <message>
            <source>Challenge and response</source>
            <translation>挑战码</translation>
        </message>
        <message>
            <source>Challenge, for your administrator</source>
            <translation>挑战码，请告诉管理员</translation>
        </message>
        <message>
            <source>Change PIN</source>
            <translation>更改密码</translation>
        </message>
        <message>
            <source>Change administrator PIN</source>
            <translation>更改管理员密码</translation>
        </message>
        <message>
            <source>Change the PIN</source>
            <translation>更改密码</translation>
        </message>
        <message>
            <source>Characters in the new PIN that cannot be seen</source>
            <translation>新密码里有看不见的字符</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已下班</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Current PIN</source>
            <translation>当前密码</translation>
        </message>
        <message>
            <source>Current administrator PIN</source>
            <translation>当前管理员密码</translation>
        </message>
        <message>
            <source>Data for the form</source>
            <translation>填表用的资料</translation>
        </message>
        <message>
            <source>Decrypt</source>
            <translation>解密</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Do nothing else with this token now</source>
            <translation>现在请不要用这个令牌做别的事</translation>
        </message>
        <message>
            <source>Done by</source>
            <translation>办理方式</translation>
        </message>
        <message>
            <source>Downloads</source>
            <translation>下载</translation>
        </message>
        <message>
            <source>Enter PIN</source>
            <translation>输入密码</translation>
        </message>
        <message>
            <source>Exact: the token itself counts, and tells.</source>
            <translation>精确：令牌自己计数，并且会报告。</translation>
        </message>
        <message>
            <source>Fair</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>Flags of the token</source>
            <translation>令牌标志</translation>
        </message>
        <message>
            <source>For</source>
            <translation>用于</translation>
        </message>
        <message numerus="yes">
            <source>For %n minute(s) setting a PIN and initialising do not ask for it again. It is kept in memory only, and forgotten when you log off, when a PIN fails or when the token is pulled.</source>
            <translation>
                <numerusform>%n 分钟内，设置密码和初始化不再询问管理员密码。它只在内存里，退出登录、密码出错或拔出令牌时立即忘记。</numerusform>
            </translation>
        </message>
        <message>
            <source>Full-width or Chinese characters in the new PIN</source>
            <translation>新密码里有全角字符或汉字</translation>
        </message>
        <message>
            <source>Full-width or Chinese characters: switch the input method off</source>
            <translation>有全角字符或汉字，请切换到英文输入</translation>
        </message>
        <message>
            <source>Get a challenge</source>
            <translation>获取挑战码</translation>
        </message>
        <message>
            <source>Give up</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>较强</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>使用指南</translation>
        </message>
        <message>
            <source>How to renew</source>
            <translation>如何续期</translation>
        </message>
        <message>
            <source>If this {pin} is wrong, it is locked.</source>
            <translation>这次{pin}再输错就会锁定。</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Initialise</source>
            <translation>初始化</translation>
        </message>
        <message>
            <source>Issuer not known: ask whoever gave you the token</source>
            <translation>签发机构未知，请询问发放令牌的人</translation>
        </message>
        <message>
            <source>It begins or ends with a blank, perhaps from pasting.</source>
            <translation>开头或结尾有空格，可能是粘贴时带进来的。</translation>
        </message>
        <message>
            <source>It has not been sent yet, no try is used.</source>
            <translation>目前还没有发送，没有消耗次数。</translation>
        </message>
        <message>
            <source>It holds characters that cannot be seen, perhaps from pasting.</source>
            <translation>里面有看不见的字符，可能是粘贴时带进来的。</translation>
        </message>
        <message>
            <source>It is the same as the current one</source>
            <translation>新密码与当前密码相同</translation>
        </message>
        <message>
            <source>It knows no PUK and no administrator. This is what its issuer says.</source>
            <translation>它不支持 PUK 解锁码，也没有管理员。以下是签发机构的说明。</translation>
        </message>
        <message>
            <source>It locks after {limit} wrong ones</source>
            <translation>输错满 {limit} 次会锁定</translation>
        </message>
        <message>
            <source>It must have: {rule}.</source>
            <translation>要求：{rule}。</translation>
        </message>
        <message>
            <source>It was locked already: nothing was sent. It cannot sign or decrypt.</source>
            <translation>令牌此前已经锁定，这次没有发送密码。它不能再用来签名或解密。</translation>
        </message>
        <message>
            <source>Its tries are counted from the start again.</source>
            <translation>剩余次数已恢复，请使用新密码。</translation>
        </message>
        <message>
            <source>Keep this PIN</source>
            <translation>保留密码</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>密钥</translation>
        </message>
        <message>
            <source>Last try</source>
            <translation>最后一次</translation>
        </message>
        <message>
            <source>Leave it plugged in. Any other use makes this challenge void.</source>
            <translation>请保持插着。做别的操作会使这个挑战码作废。</translation>
        </message>
        <message>
            <source>Log on</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>Log on as administrator</source>
            <translation>以管理员身份登录</translation>
        </message>
        <message>
            <source>Longer is better</source>
            <translation>再长一些更好</translation>
        </message>
        <message>
            <source>Looking...</source>
            <translation>正在查看...</translation>
        </message>
        <message>
            <source>Mail</source>
            <translation>电邮</translation>
        </message>
        <message>
            <source>Make a key</source>
            <translation>生成密钥</translation>
        </message>
        <message>
            <source>New PIN</source>
            <translation>新密码</translation>
        </message>
        <message>
            <source>New PIN again</source>
            <translation>确认新密码</translation>
        </message>
        <message>
            <source>New PIN: {rule}</source>
            <translation>新密码须{rule}</translation>
        </message>
        <message>
            <source>New administrator PIN</source>
            <translation>新管理员密码</translation>
        </message>
        <message>
            <source>No PIN was sent. Plug it in again, or close this.</source>
            <translation>没有发送任何密码。请重新插入，或关闭本窗口。</translation>
        </message>
        <message>
            <source>Nobody keeps a copy of the PIN: once forgotten only unlocking gives a new one.</source>
            <translation>没有人保存密码副本，忘记后只能通过解锁重设。</translation>
        </message>
        <message>
            <source>None set</source>
            <translation>没有</translation>
        </message>
        <message>
            <source>Not offered</source>
            <translation>不办理</translation>
        </message>
        <message>
            <source>Not sent to the token, no try used</source>
            <translation>没有发送到令牌，没有消耗次数</translation>
        </message>
        <message>
            <source>Noted on this computer</source>
            <translation>本机记录</translation>
        </message>
        <message>
            <source>Nothing has been sent yet</source>
            <translation>还没有发送</translation>
        </message>
        <message>
            <source>Nothing was changed. Get a new challenge and try again.</source>
            <translation>没有任何改动。请获取新的挑战码再试。</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>不保留</translation>
        </message>
        <message>
            <source>Once locked</source>
            <translation>锁定以后</translation>
        </message>
        <message>
            <source>Only 0 to 9 and A to F, in pairs</source>
            <translation>只能是成对的 0 至 9、A 至 F</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>办公中</translation>
        </message>
        <message>
            <source>Open {what} in the browser</source>
            <translation>在浏览器中打开{what}</translation>
        </message>
        <message>
            <source>Open...</source>
            <translation>打开...</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>PUK</source>
            <translation>PUK 解锁码</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Portal</source>
            <translation>办理网站</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <source>Response</source>
            <translation>响应码</translation>
        </message>
        <message>
            <source>Same</source>
            <translation>一致</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>服务网页</translation>
        </message>
        <message>
            <source>Set PIN as administrator</source>
            <translation>设置密码</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>签名</translation>
        </message>
        <message>
            <source>Sign: this key asks each time</source>
            <translation>签名（这个密钥每次都要密码）</translation>
        </message>
        <message>
            <source>Spend the last try</source>
            <translation>用掉最后一次</translation>
        </message>
        <message>
            <source>Strength</source>
            <translation>强度</translation>
        </message>
        <message>
            <source>Strong</source>
            <translation>强</translation>
        </message>
        <message>
            <source>Test the token</source>
            <translation>测试令牌</translation>
        </message>
        <message>
            <source>That was the last try. Its certificates cannot sign or decrypt any more.</source>
            <translation>最后一次机会已经用完，证书不能再用来签名或解密。</translation>
        </message>
        <message>
            <source>The PIN is changed</source>
            <translation>密码已更改</translation>
        </message>
        <message>
            <source>The PIN is right, but the token wants a new one first</source>
            <translation>密码正确，但令牌要求先更改密码</translation>
        </message>
        <message>
            <source>The PIN may have reached it: look at the tries left before typing it again.</source>
            <translation>密码可能已送到令牌，请先查看剩余次数再输入。</translation>
        </message>
        <message>
            <source>The administrator PIN is changed</source>
            <translation>管理员密码已更改</translation>
        </message>
        <message>
            <source>The issuer keeps no copy of the PIN: once forgotten it cannot be found again.</source>
            <translation>签发机构不保存密码副本，忘记后无法找回。</translation>
        </message>
        <message>
            <source>The number comes from</source>
            <translation>次数来自</translation>
        </message>
        <message>
            <source>The response does not fit the challenge</source>
            <translation>响应码与挑战码不符</translation>
        </message>
        <message>
            <source>The same wrong PIN would be stopped here, without using a try.</source>
            <translation>再输同一个错误密码会被拦下，不扣次数。</translation>
        </message>
        <message>
            <source>The token gives a challenge; your administrator answers it with a response. Until then the token can do nothing else.</source>
            <translation>令牌给出挑战码，管理员据此回复响应码。在此之前令牌不能做别的事。</translation>
        </message>
        <message>
            <source>The token has a new PIN</source>
            <translation>令牌已解锁，新密码已生效</translation>
        </message>
        <message>
            <source>The token has counted this try.</source>
            <translation>这次已计入令牌。</translation>
        </message>
        <message>
            <source>The token has refused this very PIN already.</source>
            <translation>令牌刚才已经拒绝过同一个密码。</translation>
        </message>
        <message>
            <source>The token is locked</source>
            <translation>令牌已锁上</translation>
        </message>
        <message>
            <source>The token is not plugged in</source>
            <translation>令牌没有插着</translation>
        </message>
        <message>
            <source>The token is unlocked</source>
            <translation>令牌已解锁</translation>
        </message>
        <message>
            <source>The token was plugged in again</source>
            <translation>令牌已重新插入</translation>
        </message>
        <message>
            <source>The token was removed</source>
            <translation>令牌已拔出</translation>
        </message>
        <message>
            <source>The token's flags are read again at every look; where they say less, that holds.</source>
            <translation>每次查看都会重读令牌标志，如果它说得更少，就以它为准。</translation>
        </message>
        <message>
            <source>The two new PINs differ</source>
            <translation>两次输入的新密码不一致</translation>
        </message>
        <message>
            <source>The user is logged off first.</source>
            <translation>会先退出用户的登录。</translation>
        </message>
        <message>
            <source>The user's PIN is not touched by that: with it the token works as before.</source>
            <translation>用户密码不受影响，知道它就能照常使用令牌。</translation>
        </message>
        <message>
            <source>The {pin} is locked</source>
            <translation>{pin}已锁定</translation>
        </message>
        <message>
            <source>There are full-width or Chinese characters in it.</source>
            <translation>里面有全角字符或汉字。</translation>
        </message>
        <message>
            <source>This is the last try</source>
            <translation>这是最后一次机会</translation>
        </message>
        <message>
            <source>This may be the last try</source>
            <translation>这可能是最后一次机会</translation>
        </message>
        <message>
            <source>This program</source>
            <translation>本程序</translation>
        </message>
        <message>
            <source>This reader has keys of its own: the PIN is typed there after the next step</source>
            <translation>读卡器自带键盘，下一步请在读卡器上输入密码</translation>
        </message>
        <message>
            <source>This token cannot be unlocked here</source>
            <translation>这个令牌不能在本机解锁</translation>
        </message>
        <message>
            <source>This token is locked</source>
            <translation>这个令牌锁定了</translation>
        </message>
        <message>
            <source>To go on, type the end of the serial number: {word}</source>
            <translation>如要继续，请输入序列号尾号 {word}</translation>
        </message>
        <message>
            <source>To go on, type: {word}</source>
            <translation>如要继续，请输入 {word}</translation>
        </message>
        <message>
            <source>Tries in all</source>
            <translation>总次数</translation>
        </message>
        <message>
            <source>Type the PIN</source>
            <translation>请输入密码</translation>
        </message>
        <message>
            <source>Type the PIN first</source>
            <translation>请先输入密码</translation>
        </message>
        <message>
            <source>Type the PIN on the reader's own keys now</source>
            <translation>现在请在读卡器键盘上输入密码</translation>
        </message>
        <message>
            <source>Type the PINs once more.</source>
            <translation>请重新输入密码。</translation>
        </message>
        <message>
            <source>Type the current PIN first</source>
            <translation>请先输入当前密码</translation>
        </message>
        <message>
            <source>Type the new PIN</source>
            <translation>请输入新密码</translation>
        </message>
        <message>
            <source>Type the new PIN once more</source>
            <translation>请再次输入新密码</translation>
        </message>
        <message>
            <source>Type the response</source>
            <translation>请输入响应码</translation>
        </message>
        <message>
            <source>Type the {pin} first</source>
            <translation>请先输入{pin}</translation>
        </message>
        <message>
            <source>Unknown: neither token nor issuer says how many there are. Stop after the first wrong PIN.</source>
            <translation>未知：令牌和签发机构都没有说明次数，输错一次就请停下。</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>解锁</translation>
        </message>
        <message>
            <source>Use the new one from now on, in every program.</source>
            <translation>从现在起，所有程序都要用新密码。</translation>
        </message>
        <message>
            <source>Wait</source>
            <translation>先等等</translation>
        </message>
        <message>
            <source>Wait if you are not sure: the token keeps its last try for as long as you like.</source>
            <translation>没有把握就先等等，最后一次机会会一直保留。</translation>
        </message>
        <message>
            <source>Waiting for the token...</source>
            <translation>正在等待令牌...</translation>
        </message>
        <message>
            <source>Weak</source>
            <translation>弱</translation>
        </message>
        <message>
            <source>Web site</source>
            <translation>网站</translation>
        </message>
        <message>
            <source>What changes it</source>
            <translation>什么会改变它</translation>
        </message>
        <message>
            <source>What is stopped before the token (a slip, the same wrong PIN, Cancel) takes none.</source>
            <translation>没有送到令牌的不扣次数：手误、同一个错误密码、取消。</translation>
        </message>
        <message>
            <source>What still works</source>
            <translation>现在还能做什么</translation>
        </message>
        <message>
            <source>Whoever has its PUK can unlock it here</source>
            <translation>持有 PUK 的人可以在这里解锁</translation>
        </message>
        <message>
            <source>Why this many tries</source>
            <translation>为什么是这个次数</translation>
        </message>
        <message>
            <source>Wrong {pin}, {tries}</source>
            <translation>{pin}不正确，{tries}</translation>
        </message>
        <message>
            <source>You are logged on as administrator</source>
            <translation>已以管理员身份登录</translation>
        </message>
        <message numerus="yes">
            <source>You are logged on as administrator for %n more minute(s): the PIN is not asked for.</source>
            <translation>
                <numerusform>已以管理员身份登录，%n 分钟内不再询问管理员密码。</numerusform>
            </translation>
        </message>
        <message>
            <source>administrator PIN</source>
            <translation>管理员密码</translation>
        </message>
        <message>
            <source>kept</source>
            <translation>已满足</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>未满足</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>{count} h</source>
            <translation>{count} 小时</translation>
        </message>
        <message>
            <source>{issuer} can unlock it</source>
            <translation>{issuer}可以办理解锁</translation>
        </message>
        <message>
            <source>{issuer} does not unlock, only a new certificate helps then</source>
            <translation>{issuer}不提供解锁，只能吊销后重新申请</translation>
        </message>
        <message>
            <source>{issuer} says</source>
            <translation>{issuer}公布</translation>
        </message>
        <message>
            <source>{issuer}: {ways}</source>
            <translation>{issuer}：{ways}</translation>
        </message>
        <message>
            <source>{rule} (required)</source>
            <translation>{rule}（必须）</translation>
        </message>
    </context>
    <context>
        <name>PinPage</name>
        <message>
            <source>; </source>
            <translation>；</translation>
        </message>
        <message>
            <source>All events</source>
            <translation>全部记录</translation>
        </message>
        <message>
            <source>Forget this PIN</source>
            <translation>忘掉这个密码</translation>
        </message>
        <message>
            <source>In this program's memory only. Forgotten when the token is removed, when a PIN fails, when the computer sleeps and when the program ends.</source>
            <translation>只保留在本程序的内存里。拔出令牌、输错密码、电脑睡眠或退出程序时立即忘掉。</translation>
        </message>
        <message>
            <source>Keep PINs</source>
            <translation>保留密码</translation>
        </message>
        <message>
            <source>Lock all</source>
            <translation>全部锁定</translation>
        </message>
        <message>
            <source>Looking for tokens...</source>
            <translation>正在查找令牌...</translation>
        </message>
        <message>
            <source>No PIN has been typed for it yet, as far as this computer knows.</source>
            <translation>本机还没有这个令牌的密码记录。</translation>
        </message>
        <message>
            <source>No token is plugged in</source>
            <translation>没有插入令牌</translation>
        </message>
        <message>
            <source>Nothing said</source>
            <translation>没有说明</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Plug in the token whose PIN you want to change or unlock.</source>
            <translation>请插入要更改密码或解锁的令牌。</translation>
        </message>
        <message>
            <source>Rules of {issuer}</source>
            <translation>{issuer}的密码规则</translation>
        </message>
        <message numerus="yes">
            <source>This PIN is kept for %n more minute(s)</source>
            <translation>
                <numerusform>这个密码还保留 %n 分钟</numerusform>
            </translation>
        </message>
        <message>
            <source>This PIN is not kept now</source>
            <translation>这个密码现在没有保留</translation>
        </message>
        <message>
            <source>Try it with a practice token</source>
            <translation>用练习令牌试一遍</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>密码记录</translation>
        </message>
        <message>
            <source>While it is locked its PIN cannot be changed or used: unlock it first.</source>
            <translation>锁定期间不能更改或使用密码，请先解锁。</translation>
        </message>
        <message>
            <source>{limit} wrong PINs lock the token</source>
            <translation>输错满 {limit} 次锁定</translation>
        </message>
    </context>
    <context>
        <name>Privacy</name>
        <message numerus="yes">
            <source>%n entries</source>
            <translation>
                <numerusform>%n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>A window above others</source>
            <translation>显示在其他窗口之上</translation>
        </message>
        <message>
            <source>All of it in one zip file, as texts that any program reads</source>
            <translation>全部内容放进一个 zip 文件，都是任何程序都能读的文本</translation>
        </message>
        <message>
            <source>Also delete everything this program keeps on this computer</source>
            <translation>同时删除本程序在这台电脑上保存的全部内容</translation>
        </message>
        <message>
            <source>At its next start it asks again; until you agree, nothing else can be done in it.</source>
            <translation>下次启动时会再次询问，在您同意之前无法进行其他操作。</translation>
        </message>
        <message>
            <source>Bluetooth, location, camera, microphone</source>
            <translation>蓝牙、位置、摄像头、麦克风</translation>
        </message>
        <message>
            <source>Changes on this computer</source>
            <translation>在这台电脑上的更改</translation>
        </message>
        <message>
            <source>Clipboard</source>
            <translation>剪贴板</translation>
        </message>
        <message>
            <source>Codes of what this program did, where you turned it on</source>
            <translation>程序所做事情的代码，仅在您开启时</translation>
        </message>
        <message>
            <source>Count of tries</source>
            <translation>尝试次数</translation>
        </message>
        <message>
            <source>Delete for good</source>
            <translation>永久删除</translation>
        </message>
        <message>
            <source>Delete...</source>
            <translation>删除...</translation>
        </message>
        <message>
            <source>Delete: {what}</source>
            <translation>删除：{what}</translation>
        </message>
        <message>
            <source>Deleted: {what}</source>
            <translation>已删除：{what}</translation>
        </message>
        <message>
            <source>Download my data</source>
            <translation>下载我的数据</translation>
        </message>
        <message>
            <source>Download...</source>
            <translation>下载...</translation>
        </message>
        <message>
            <source>Every choice is as it was at first.</source>
            <translation>所有选择恢复为最初的样子。</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Files as they were before, so that each change can be taken back</source>
            <translation>文件原来的样子，以便逐项撤销</translation>
        </message>
        <message>
            <source>Files of yours with the rules of other issuers</source>
            <translation>您提供的、其他发证机构的规则文件</translation>
        </message>
        <message>
            <source>From the next start on you are asked again before they are loaded.</source>
            <translation>从下次启动起，加载之前会再次询问。</translation>
        </message>
        <message>
            <source>History</source>
            <translation>历史</translation>
        </message>
        <message>
            <source>History, names, tokens seen before, the count of tries, the log and practice tokens. Your tokens themselves are not touched.</source>
            <translation>历史、名称、以前见过的令牌、尝试次数、日志和练习令牌。令牌本身不受影响。</translation>
        </message>
        <message>
            <source>In one folder of yours that other users cannot read. No PIN is among it.</source>
            <translation>都在您自己的一个文件夹里，其他用户无法读取，其中没有密码。</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>使用中</translation>
        </message>
        <message>
            <source>Installing programs</source>
            <translation>安装程序</translation>
        </message>
        <message>
            <source>Issuers you added</source>
            <translation>您添加的发证机构</translation>
        </message>
        <message>
            <source>It does not start with the computer any more; notifications and the log are off.</source>
            <translation>不再随电脑启动，通知和日志关闭。</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>日志</translation>
        </message>
        <message>
            <source>Misses so far are forgotten. Tokens that report no count may then show more tries than they have.</source>
            <translation>到目前为止的错误次数会被忘掉。不报告次数的令牌，显示的剩余次数可能偏多。</translation>
        </message>
        <message>
            <source>Modules you agreed to</source>
            <translation>您同意加载的模块</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>网络</translation>
        </message>
        <message>
            <source>Network, Bluetooth, location, camera, microphone</source>
            <translation>网络、蓝牙、位置、摄像头、麦克风</translation>
        </message>
        <message>
            <source>News of newer versions</source>
            <translation>新版本的消息</translation>
        </message>
        <message>
            <source>Not given yet</source>
            <translation>尚未同意</translation>
        </message>
        <message>
            <source>Not used</source>
            <translation>不使用</translation>
        </message>
        <message>
            <source>Nothing can be deleted yet</source>
            <translation>现在还不能删除任何内容</translation>
        </message>
        <message>
            <source>Nothing else changes.</source>
            <translation>其他不变。</translation>
        </message>
        <message>
            <source>Nothing in this version needs them</source>
            <translation>本版本不需要</translation>
        </message>
        <message>
            <source>Nothing now</source>
            <translation>目前没有</translation>
        </message>
        <message>
            <source>Notifications given</source>
            <translation>已发出的通知</translation>
        </message>
        <message>
            <source>Notifications of the system</source>
            <translation>系统通知</translation>
        </message>
        <message>
            <source>Older signatures of the publisher are believed again until the next look.</source>
            <translation>到下次查看之前，发布者以前的签名会重新被接受。</translation>
        </message>
        <message>
            <source>One line stays: that the history was cleared.</source>
            <translation>会留下一条：历史已清除。</translation>
        </message>
        <message>
            <source>Open-source components</source>
            <translation>开源组件</translation>
        </message>
        <message>
            <source>Parts of this program made by others, with their licences</source>
            <translation>本程序中由他人开发的部分及其许可证</translation>
        </message>
        <message>
            <source>Paths and checksums of vendors' files</source>
            <translation>厂商文件的路径和校验值</translation>
        </message>
        <message>
            <source>Practice tokens</source>
            <translation>练习令牌</translation>
        </message>
        <message>
            <source>Privacy policy</source>
            <translation>隐私政策</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Read...</source>
            <translation>阅读...</translation>
        </message>
        <message>
            <source>Right and wrong PINs by token, as a protection against locking</source>
            <translation>每个令牌密码正确和错误的次数，用来防止锁定</translation>
        </message>
        <message>
            <source>Serial numbers, labels and certificates, shown at once at the next start</source>
            <translation>序列号、标签和证书，下次启动时立即显示</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Shared with others: nothing</source>
            <translation>与他人共享：无</translation>
        </message>
        <message>
            <source>Show...</source>
            <translation>查看...</translation>
        </message>
        <message>
            <source>So that none comes twice</source>
            <translation>避免重复</translation>
        </message>
        <message>
            <source>Some may come once more.</source>
            <translation>有些通知可能再次出现。</translation>
        </message>
        <message>
            <source>Starting with the computer</source>
            <translation>随电脑启动</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>The mini window</source>
            <translation>小窗</translation>
        </message>
        <message>
            <source>The program has not finished starting. Wait a moment, then try again.</source>
            <translation>程序还没有完成启动。请稍等片刻，然后再试一次。</translation>
        </message>
        <message>
            <source>The program lets go of every token, forgets PINs, and ends.</source>
            <translation>程序放开所有令牌，忘掉密码，然后结束。</translation>
        </message>
        <message>
            <source>Their invented keys, certificates and PINs</source>
            <translation>虚构的密钥、证书和密码</translation>
        </message>
        <message>
            <source>Their tokens are no longer recognised as theirs.</source>
            <translation>将不再识别它们的令牌。</translation>
        </message>
        <message>
            <source>They are made anew when you practise again.</source>
            <translation>再次练习时会重新生成。</translation>
        </message>
        <message>
            <source>They run inside this program. None of them is given any data of yours by it.</source>
            <translation>它们在本程序内部运行，本程序不会把您的数据交给它们的开发者。</translation>
        </message>
        <message>
            <source>Third parties</source>
            <translation>第三方</translation>
        </message>
        <message>
            <source>This program has no account and no statistics. It uses the network only to look for a newer version, if you want that, and says nothing of you there</source>
            <translation>本程序没有账号，没有统计。它只在您愿意时使用网络查看有没有新版本，并且不透露关于您的任何内容</translation>
        </message>
        <message>
            <source>This program has no server, no account and no statistics, and never uses the network</source>
            <translation>本程序没有服务器、账号和统计，从不使用网络</translation>
        </message>
        <message>
            <source>This version does not bring itself up to date</source>
            <translation>本版本不会自行升级</translation>
        </message>
        <message>
            <source>Those you choose, and its own folder</source>
            <translation>您选定的文件，以及它自己的文件夹</translation>
        </message>
        <message>
            <source>To look for a newer version, once a day or when you press the button. {host} is told which file is wanted, and sees the internet address you have</source>
            <translation>每天一次或在您按下按钮时查看有没有新版本。{host} 会知道请求的是哪个文件，并看到您的网络地址</translation>
        </message>
        <message>
            <source>To show and use your tokens, through their vendors' modules</source>
            <translation>通过厂商模块显示和使用您的令牌</translation>
        </message>
        <message>
            <source>To tell of tokens, wrong PINs elsewhere and certificates that end</source>
            <translation>提醒令牌插拔、其他程序输错密码、证书到期</translation>
        </message>
        <message>
            <source>To watch tokens from the beginning</source>
            <translation>从一开始就留意令牌</translation>
        </message>
        <message>
            <source>Tokens are called again as they call themselves.</source>
            <translation>令牌将重新显示自带的名称。</translation>
        </message>
        <message>
            <source>Tokens seen before</source>
            <translation>以前见过的令牌</translation>
        </message>
        <message>
            <source>Tokens that are not plugged in are not shown any more.</source>
            <translation>没有插入的令牌将不再显示。</translation>
        </message>
        <message>
            <source>USB tokens and card readers</source>
            <translation>USB 令牌和读卡器</translation>
        </message>
        <message>
            <source>Unlocking under way</source>
            <translation>正在进行的解锁</translation>
        </message>
        <message>
            <source>User agreement</source>
            <translation>用户协议</translation>
        </message>
        <message>
            <source>What is kept on this computer</source>
            <translation>这台电脑上保存的内容</translation>
        </message>
        <message>
            <source>What is kept stays where it is until you delete it.</source>
            <translation>保存的内容会留在原处，直到您删除。</translation>
        </message>
        <message>
            <source>What this program may do</source>
            <translation>本程序可以做什么</translation>
        </message>
        <message>
            <source>What tokenmgr keeps on this computer for its user. No PIN is in it. Practice tokens are left out.</source>
            <translation>tokenmgr 在这台电脑上为用户保存的内容。里面没有密码。不包括练习令牌。</translation>
        </message>
        <message>
            <source>What was done to which token, and when; never a PIN</source>
            <translation>对哪个令牌做过什么、何时；没有密码</translation>
        </message>
        <message>
            <source>What was heard last, and the publisher's signatures</source>
            <translation>上次得到的内容，以及发布者的签名</translation>
        </message>
        <message>
            <source>What you agreed to</source>
            <translation>您同意的内容</translation>
        </message>
        <message>
            <source>What you call them, by serial number</source>
            <translation>按序列号保存的名称</translation>
        </message>
        <message>
            <source>Which token waits for an administrator's response; it goes by itself</source>
            <translation>哪个令牌在等管理员的应答；完成后自动消失</translation>
        </message>
        <message>
            <source>Withdraw and quit</source>
            <translation>撤回并退出</translation>
        </message>
        <message>
            <source>Withdraw consent</source>
            <translation>撤回同意</translation>
        </message>
        <message>
            <source>Withdraw consent...</source>
            <translation>撤回同意...</translation>
        </message>
        <message>
            <source>Written to when you press a copy button; never read, never a PIN</source>
            <translation>只在您按复制按钮时写入，从不读取，从不写入密码</translation>
        </message>
        <message>
            <source>You agreed to version {version}</source>
            <translation>您已同意第 {version} 版</translation>
        </message>
        <message>
            <source>Your choices on these pages, and where the window was</source>
            <translation>您在这里的选择，以及窗口的位置</translation>
        </message>
        <message>
            <source>Your consent</source>
            <translation>您的同意</translation>
        </message>
        <message>
            <source>Your data was saved</source>
            <translation>您的数据已保存</translation>
        </message>
        <message>
            <source>Your names for tokens</source>
            <translation>您给令牌起的名称</translation>
        </message>
        <message>
            <source>Your tokens and other programs go on as before. Nothing was ever sent to anybody.</source>
            <translation>令牌和其他程序一切照旧。从来没有向任何人发送过任何内容。</translation>
        </message>
        <message>
            <source>{count}, {size}</source>
            <translation>{count}，{size}</translation>
        </message>
        <message>
            <source>{text}; last: {when}</source>
            <translation>{text}；最近：{when}</translation>
        </message>
    </context>
    <context>
        <name>Program</name>
        <message>
            <source>Not quite yet: something is still being changed</source>
            <translation>请稍等：还有更改正在进行</translation>
        </message>
        <message>
            <source>The program ends by itself as soon as that is done.</source>
            <translation>更改一完成，程序就会自动退出。</translation>
        </message>
    </context>
    <context>
        <name>Repair</name>
        <message>
            <source>Done, but the trouble is still there</source>
            <translation>已执行，但问题仍在</translation>
        </message>
        <message>
            <source>It is written down, and can be taken back at any time on the page behind this.</source>
            <translation>会记录下来，随时可以在后面的页面上撤销。</translation>
        </message>
        <message>
            <source>Repair</source>
            <translation>修复</translation>
        </message>
        <message>
            <source>Repaired</source>
            <translation>已修复</translation>
        </message>
        <message>
            <source>The check still complains. The change can be taken back below.</source>
            <translation>检查仍有问题。可以在下方撤销这项更改。</translation>
        </message>
        <message>
            <source>The system will ask for the administrator's password.</source>
            <translation>系统会要求输入管理员密码。</translation>
        </message>
    </context>
    <context>
        <name>Search</name>
        <message>
            <source>Arrow keys to choose, Return to open</source>
            <translation>方向键选择，回车打开</translation>
        </message>
        <message>
            <source>Certificate without a name</source>
            <translation>没有名称的证书</translation>
        </message>
        <message>
            <source>Certificate, {until}</source>
            <translation>证书，{until}</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Nothing is called that. Try another word, such as PIN, certificate or language.</source>
            <translation>没有找到。换个词试试，例如密码、证书、语言。</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>What do you want to do?</source>
            <translation>您想做什么？</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message numerus="yes">
            <source>%n byte(s)</source>
            <translation>
                <numerusform>%n 字节</numerusform>
            </translation>
        </message>
        <message>
            <source>A module is the vendor's library that talks to the token. Each runs in a process of its own: one that crashes or hangs does not take this window with it.</source>
            <translation>模块是厂商提供的、与令牌通信的程序库。每个模块在单独的进程里运行，崩溃或卡住也不会拖垮这个窗口。</translation>
        </message>
        <message>
            <source>A small window that stays on top, with the token's state and its main actions</source>
            <translation>始终在最前的小窗口，显示令牌状态和主要操作</translation>
        </message>
        <message>
            <source>About</source>
            <translation>关于</translation>
        </message>
        <message>
            <source>As the issuer says</source>
            <translation>按发证机构</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Browsers</source>
            <translation>浏览器</translation>
        </message>
        <message>
            <source>Certificate tokens you can trust with a PIN: see them, use them, and never lose a try unknowingly.</source>
            <translation>放心把密码交给它的证书令牌程序：看得清，用得上，不会不知不觉丢掉一次机会。</translation>
        </message>
        <message>
            <source>Certificates that expire</source>
            <translation>证书到期</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Closing the window leaves the program in the tray, where there is one</source>
            <translation>关闭窗口后程序留在托盘（系统有托盘时）</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Days before the end</source>
            <translation>到期前的天数</translation>
        </message>
        <message>
            <source>Each try is noted before it is made, so the number shown is never too high</source>
            <translation>每次尝试都先记下再进行，显示的次数不会偏多</translation>
        </message>
        <message>
            <source>Every PIN passes these checks before it is sent. What is stopped here costs no try.</source>
            <translation>每个密码在发送之前都要经过这些检查。在这里拦下的，不消耗次数。</translation>
        </message>
        <message>
            <source>Export the log</source>
            <translation>导出日志</translation>
        </message>
        <message>
            <source>Export...</source>
            <translation>导出...</translation>
        </message>
        <message>
            <source>For finding faults. It stays on this computer, and its size is bounded</source>
            <translation>用于查找故障，只保存在这台电脑上，大小有上限</translation>
        </message>
        <message>
            <source>Forgets every PIN and logs off everywhere</source>
            <translation>忘掉所有密码，全部注销</translation>
        </message>
        <message>
            <source>General</source>
            <translation>通用</translation>
        </message>
        <message>
            <source>How long before</source>
            <translation>提前多久</translation>
        </message>
        <message>
            <source>If another was plugged in while you typed, nothing is sent</source>
            <translation>如果在您输入时换了令牌，就不发送</translation>
        </message>
        <message>
            <source>In memory only. It is forgotten when the token leaves, the computer sleeps, or a PIN fails</source>
            <translation>只在内存里。令牌拔出、电脑休眠或密码出错时立即忘掉</translation>
        </message>
        <message>
            <source>In the background, so that tokens are watched from the beginning</source>
            <translation>在后台启动，从一开始就留意令牌</translation>
        </message>
        <message>
            <source>It takes a typed word to spend it</source>
            <translation>要键入确认词才会使用</translation>
        </message>
        <message>
            <source>Keep a log</source>
            <translation>记录日志</translation>
        </message>
        <message>
            <source>Keep the PIN for</source>
            <translation>保留密码的时间</translation>
        </message>
        <message>
            <source>Keeping the PIN</source>
            <translation>保留密码</translation>
        </message>
        <message>
            <source>Known where the token's own count went down without this program</source>
            <translation>令牌自己的计数减少，而本程序没有发送密码</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Language and look</source>
            <translation>语言和外观</translation>
        </message>
        <message>
            <source>Length and letters</source>
            <translation>长度和字符</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Lock all</source>
            <translation>全部锁定</translation>
        </message>
        <message>
            <source>Lock all tokens now</source>
            <translation>立即锁定所有令牌</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>日志</translation>
        </message>
        <message>
            <source>Log exported</source>
            <translation>日志已导出</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>Look for a newer version now</source>
            <translation>现在查看有没有新版本</translation>
        </message>
        <message>
            <source>Mini window</source>
            <translation>小窗</translation>
        </message>
        <message>
            <source>Modules</source>
            <translation>模块</translation>
        </message>
        <message>
            <source>My own</source>
            <translation>自己设定</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>网络</translation>
        </message>
        <message>
            <source>No PIN can be in it</source>
            <translation>里面不可能有密码</translation>
        </message>
        <message>
            <source>Not because somebody takes care, but because there is no room for one: each line is a code and words from a closed list, numbers are below a hundred. Names and serial numbers are not in it either.</source>
            <translation>不是靠小心，而是没有地方放：每一行只有代码和固定词表里的词，数字不超过一百。也没有姓名和序列号。</translation>
        </message>
        <message>
            <source>Not used</source>
            <translation>不使用</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>没有</translation>
        </message>
        <message>
            <source>Nothing repeats a PIN by itself: not after a fault, a time-out or a new connection</source>
            <translation>从不自动重复发送密码，故障、超时、重新连接之后也不会</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>One that this token refused is stopped until the program ends</source>
            <translation>被令牌拒绝过的密码，在程序结束之前都会拦下</translation>
        </message>
        <message>
            <source>Only to look for a newer version, if you want that</source>
            <translation>只在您愿意时查看有没有新版本</translation>
        </message>
        <message>
            <source>Only what you just typed</source>
            <translation>只发送您刚输入的</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translation>隐私</translation>
        </message>
        <message>
            <source>Sections</source>
            <translation>分类</translation>
        </message>
        <message>
            <source>Security</source>
            <translation>安全</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Show notifications</source>
            <translation>显示通知</translation>
        </message>
        <message>
            <source>Start and stay</source>
            <translation>启动和驻留</translation>
        </message>
        <message>
            <source>Start with the computer</source>
            <translation>随电脑启动</translation>
        </message>
        <message>
            <source>Stay in the tray</source>
            <translation>留在托盘</translation>
        </message>
        <message>
            <source>Still the same token</source>
            <translation>还是同一个令牌</translation>
        </message>
        <message>
            <source>The guard</source>
            <translation>密码防护</translation>
        </message>
        <message>
            <source>The last try</source>
            <translation>最后一次机会</translation>
        </message>
        <message>
            <source>The same wrong PIN only once</source>
            <translation>同一个错误密码只发送一次</translation>
        </message>
        <message>
            <source>Through the system, each with one thing to do</source>
            <translation>通过系统通知显示，每条带一个操作</translation>
        </message>
        <message>
            <source>Tokens that come and leave</source>
            <translation>令牌插入和拔出</translation>
        </message>
        <message>
            <source>Too short, too long, full-width digits or a blank from pasting: stopped</source>
            <translation>太短、太长、全角数字或粘贴带入的空格，都会拦下</translation>
        </message>
        <message>
            <source>Updates</source>
            <translation>更新</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>What there is, and what changed, stands in About</source>
            <translation>结果和更新内容显示在“关于”里</translation>
        </message>
        <message>
            <source>What was written</source>
            <translation>已记录</translation>
        </message>
        <message>
            <source>Whole numbers with commas between, such as 60, 30, 7</source>
            <translation>请填整数，用逗号分开，例如 60, 30, 7</translation>
        </message>
        <message>
            <source>Written down first</source>
            <translation>先记录，后尝试</translation>
        </message>
        <message>
            <source>Wrong PINs from other programs</source>
            <translation>其他程序输错密码</translation>
        </message>
        <message>
            <source>You are told on each of these days</source>
            <translation>到了这些天会分别提醒</translation>
        </message>
        <message>
            <source>{count} MB</source>
            <translation>{count} MB</translation>
        </message>
        <message>
            <source>{count} kB</source>
            <translation>{count} kB</translation>
        </message>
    </context>
    <context>
        <name>States</name>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation>
                <numerusform>还有 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message numerus="yes">
            <source>Administrator, %n min</source>
            <translation>
                <numerusform>管理员 %n 分钟</numerusform>
            </translation>
        </message>
        <message>
            <source>Built in</source>
            <translation>内置</translation>
        </message>
        <message>
            <source>CA</source>
            <translation>CA</translation>
        </message>
        <message>
            <source>Change PIN</source>
            <translation>须改密码</translation>
        </message>
        <message>
            <source>Encrypt</source>
            <translation>加密</translation>
        </message>
        <message numerus="yes">
            <source>Expired %n day(s) ago</source>
            <translation>
                <numerusform>已过期 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>故障</translation>
        </message>
        <message>
            <source>Healthy</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>Initial PIN</source>
            <translation>初始密码</translation>
        </message>
        <message>
            <source>Last try</source>
            <translation>只剩一次</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <source>No PIN set</source>
            <translation>未设密码</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>没有回应</translation>
        </message>
        <message>
            <source>No certificate</source>
            <translation>没有证书</translation>
        </message>
        <message>
            <source>None</source>
            <translation>没有</translation>
        </message>
        <message>
            <source>Not initialised</source>
            <translation>未初始化</translation>
        </message>
        <message>
            <source>Not reported</source>
            <translation>未报告</translation>
        </message>
        <message>
            <source>Not unlocked</source>
            <translation>未解锁</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>签名</translation>
        </message>
        <message>
            <source>Sign + encrypt</source>
            <translation>签名加密</translation>
        </message>
        <message>
            <source>Slow</source>
            <translation>缓慢</translation>
        </message>
        <message>
            <source>Unlocked</source>
            <translation>已解锁</translation>
        </message>
        <message numerus="yes">
            <source>Unlocked, %n min</source>
            <translation>
                <numerusform>已解锁 %n 分钟</numerusform>
            </translation>
        </message>
        <message>
            <source>{count} {usage}</source>
            <translation>{usage} {count} 张</translation>
        </message>
    </context>
    <context>
        <name>TokenDialogs</name>
        <message numerus="yes">
            <source>%n certificate(s) deleted</source>
            <translation>
                <numerusform>已删除 %n 张证书</numerusform>
            </translation>
        </message>
        <message>
            <source>A certificate on the token needs this key</source>
            <translation>令牌上有证书需要这个密钥</translation>
        </message>
        <message>
            <source>Alias on this computer</source>
            <translation>本机上的别名</translation>
        </message>
        <message>
            <source>All keys and data go too, also those that do not show.</source>
            <translation>全部密钥和数据也会被删除，包括没有显示的。</translation>
        </message>
        <message>
            <source>Certificates and keys cannot be brought back, and the issuer does not give them out again for nothing.</source>
            <translation>证书和密钥无法找回，重新申请可能需要付费。</translation>
        </message>
        <message>
            <source>Choose what to delete</source>
            <translation>请选择要删除的内容</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Content and module</source>
            <translation>内容与模块</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Delete all and initialise</source>
            <translation>全部删除并初始化</translation>
        </message>
        <message>
            <source>Delete certificate</source>
            <translation>删除证书</translation>
        </message>
        <message>
            <source>Delete content</source>
            <translation>删除内容</translation>
        </message>
        <message>
            <source>Delete data</source>
            <translation>删除数据</translation>
        </message>
        <message>
            <source>Delete key</source>
            <translation>删除密钥</translation>
        </message>
        <message>
            <source>Delete their private keys too</source>
            <translation>同时删除对应的私钥</translation>
        </message>
        <message>
            <source>Does my token really work?</source>
            <translation>令牌真的能用吗</translation>
        </message>
        <message>
            <source>Each key of the token signs something that means nothing, and the signature is checked with its certificate. What can decrypt does that too. Nothing is changed, and nothing leaves this computer.</source>
            <translation>用令牌中的每个密钥试签一段无意义的内容，再用证书核对。能解密的也会试一次。不会改动任何内容，也不会发送到网络。</translation>
        </message>
        <message>
            <source>Every computer sees it. To change it the PIN is asked for.</source>
            <translation>写入令牌，在所有电脑上可见。更改时需要输入密码。</translation>
        </message>
        <message>
            <source>Everything on this token will be deleted</source>
            <translation>令牌中的全部内容将被删除</translation>
        </message>
        <message>
            <source>If the token is locked</source>
            <translation>令牌锁定后怎么办</translation>
        </message>
        <message>
            <source>Import a certificate, or apply for one.</source>
            <translation>现在可以导入或申请证书。</translation>
        </message>
        <message>
            <source>Initialise</source>
            <translation>初始化</translation>
        </message>
        <message>
            <source>It decrypted, and the result is right.</source>
            <translation>试解密成功，内容无误。</translation>
        </message>
        <message>
            <source>It signed, and the signature is right.</source>
            <translation>试签成功，签名核对无误。</translation>
        </message>
        <message>
            <source>Its key asks for the PIN each time, is for neither signing nor decrypting, or is of a kind that this program cannot test, such as SM2. That says nothing against the token.</source>
            <translation>它的密钥每次使用都要输入密码，既不用于签名也不用于解密，或者属于本程序无法测试的类型（例如 SM2）。这并不说明令牌有问题。</translation>
        </message>
        <message>
            <source>Mail and files encrypted for a deleted key can never be opened again.</source>
            <translation>用被删除的密钥加密的邮件和文件将永远无法打开。</translation>
        </message>
        <message>
            <source>Name on the token</source>
            <translation>令牌名称</translation>
        </message>
        <message>
            <source>New name on the token</source>
            <translation>新的令牌名称</translation>
        </message>
        <message>
            <source>No certificate shows on this token, so there is nothing to delete.</source>
            <translation>这个令牌中没有显示证书，没有可删除的内容。</translation>
        </message>
        <message>
            <source>Nothing has been changed yet</source>
            <translation>还没有更改</translation>
        </message>
        <message>
            <source>Only the PIN is missing: choose another, and set it.</source>
            <translation>只差密码：请另选一个，然后设置。</translation>
        </message>
        <message>
            <source>Only this computer knows it. Empty: the token shows as it calls itself.</source>
            <translation>只保存在这台电脑上。留空则显示令牌自己的名称。</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <source>Renamed</source>
            <translation>已重命名</translation>
        </message>
        <message>
            <source>Save...</source>
            <translation>保存...</translation>
        </message>
        <message>
            <source>Set PIN</source>
            <translation>设置密码</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>开始测试</translation>
        </message>
        <message>
            <source>Test again</source>
            <translation>再测一次</translation>
        </message>
        <message>
            <source>The data was deleted</source>
            <translation>数据已删除</translation>
        </message>
        <message>
            <source>The key to this certificate is not on the token.</source>
            <translation>令牌中没有与这张证书对应的密钥。</translation>
        </message>
        <message>
            <source>The key was deleted</source>
            <translation>密钥已删除</translation>
        </message>
        <message>
            <source>The program that put it on the token may need it.</source>
            <translation>把它放进令牌的程序可能还要用它。</translation>
        </message>
        <message>
            <source>The token is empty and has a new PIN</source>
            <translation>令牌已清空，并设置了新密码</translation>
        </message>
        <message>
            <source>The token is empty now, and has no PIN yet</source>
            <translation>令牌已经清空，还没有密码</translation>
        </message>
        <message>
            <source>The token needs a name</source>
            <translation>请填写令牌名称</translation>
        </message>
        <message>
            <source>This token is locked</source>
            <translation>这个令牌已锁定</translation>
        </message>
        <message>
            <source>Token information</source>
            <translation>令牌信息</translation>
        </message>
        <message>
            <source>Too long for the token</source>
            <translation>名称太长，令牌放不下</translation>
        </message>
        <message>
            <source>Type the PIN</source>
            <translation>请输入密码</translation>
        </message>
        <message>
            <source>Type the administrator PIN</source>
            <translation>请输入管理员密码</translation>
        </message>
        <message>
            <source>Type the end of the serial number: {tail}</source>
            <translation>请输入序列号最后几位：{tail}</translation>
        </message>
        <message>
            <source>Type the number's end</source>
            <translation>请输入序列号最后几位</translation>
        </message>
        <message>
            <source>What is deleted</source>
            <translation>要删除的内容</translation>
        </message>
        <message>
            <source>What is deleted cannot be brought back</source>
            <translation>删除后无法找回</translation>
        </message>
        <message>
            <source>What the key made does not fit the certificate: use another token, and ask the issuer.</source>
            <translation>密钥的结果与证书不符，请改用其他令牌，并向发证机构查询。</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>怎么办</translation>
        </message>
        <message>
            <source>What will be gone</source>
            <translation>将被删除</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>另有 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>not reported</source>
            <translation>未报告</translation>
        </message>
        <message>
            <source>{name} stays, but nothing can be signed or opened with it any more.</source>
            <translation>“{name}”会保留，但不能再用它签名或解密。</translation>
        </message>
        <message>
            <source>{name}, {usage}, until {date}</source>
            <translation>{name}，{usage}，{date} 到期</translation>
        </message>
        <message>
            <source>{name}: does not work</source>
            <translation>{name}：不能用</translation>
        </message>
        <message>
            <source>{name}: not tested</source>
            <translation>{name}：没有测试</translation>
        </message>
        <message>
            <source>{name}: works</source>
            <translation>{name}：能用</translation>
        </message>
    </context>
    <context>
        <name>Tokens</name>
        <message>
            <source>Practice</source>
            <translation>练习</translation>
        </message>
        <message>
            <source>{issuer} rules</source>
            <translation>按{issuer}规则</translation>
        </message>
    </context>
    <context>
        <name>TokensPage</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n 分钟</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of the wrong PINs came from other programs.</source>
            <translation>
                <numerusform>其中 %n 次来自其他程序。</numerusform>
            </translation>
        </message>
        <message>
            <source>Administrator PIN</source>
            <translation>管理员密码</translation>
        </message>
        <message>
            <source>Administrator log-on</source>
            <translation>管理员登录</translation>
        </message>
        <message>
            <source>Administrator tries</source>
            <translation>管理员剩余次数</translation>
        </message>
        <message>
            <source>Advanced</source>
            <translation>高级</translation>
        </message>
        <message>
            <source>Alias</source>
            <translation>别名</translation>
        </message>
        <message>
            <source>All events</source>
            <translation>全部记录</translation>
        </message>
        <message>
            <source>All {limit} tries have been used.</source>
            <translation>{limit} 次机会已全部用完。</translation>
        </message>
        <message>
            <source>Allowed</source>
            <translation>可用</translation>
        </message>
        <message>
            <source>As the issuer says</source>
            <translation>按发证机构的建议</translation>
        </message>
        <message>
            <source>Ask whoever gave you the token</source>
            <translation>向发放令牌的机构查询</translation>
        </message>
        <message>
            <source>Built in</source>
            <translation>内置</translation>
        </message>
        <message>
            <source>By an administrator, when the PIN is locked or forgotten</source>
            <translation>忘记密码或已锁定时，由管理员解锁</translation>
        </message>
        <message>
            <source>CA certificates</source>
            <translation>CA 证书</translation>
        </message>
        <message>
            <source>Can do</source>
            <translation>可用功能</translation>
        </message>
        <message>
            <source>Capital letters</source>
            <translation>大写字母</translation>
        </message>
        <message>
            <source>Certificates and private keys cannot be brought back</source>
            <translation>证书和私钥将无法找回</translation>
        </message>
        <message>
            <source>Certificates of issuers, put on the token so that others can check yours.</source>
            <translation>发证机构的证书，放在令牌中供他人核对您的证书。</translation>
        </message>
        <message>
            <source>Certificates of the token's owner, each with its key.</source>
            <translation>令牌持有人的证书，各有自己的密钥。</translation>
        </message>
        <message>
            <source>Change PIN</source>
            <translation>更改密码</translation>
        </message>
        <message>
            <source>Check signatures made before</source>
            <translation>验证以前的签名</translation>
        </message>
        <message>
            <source>Choose a token on the left to see all there is to know about it.</source>
            <translation>在左侧选择一个令牌，查看它的全部信息。</translation>
        </message>
        <message>
            <source>Client settings</source>
            <translation>客户端设置</translation>
        </message>
        <message>
            <source>Common Criteria</source>
            <translation>通用准则 CC</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy all</source>
            <translation>复制全部</translation>
        </message>
        <message>
            <source>Copy what to do</source>
            <translation>复制办法</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Decrypt old mail and files</source>
            <translation>解密旧邮件和文件</translation>
        </message>
        <message>
            <source>Decrypts</source>
            <translation>可解密</translation>
        </message>
        <message>
            <source>Delete content</source>
            <translation>删除内容</translation>
        </message>
        <message>
            <source>Delete...</source>
            <translation>删除...</translation>
        </message>
        <message>
            <source>Details...</source>
            <translation>详情...</translation>
        </message>
        <message>
            <source>Digits</source>
            <translation>数字</translation>
        </message>
        <message>
            <source>Disconnect</source>
            <translation>断开</translation>
        </message>
        <message>
            <source>Earlier PINs remembered</source>
            <translation>不能重复的旧密码数</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Every further try is refused.</source>
            <translation>再输入也会被拒绝。</translation>
        </message>
        <message>
            <source>Everything on the tokens</source>
            <translation>令牌中的全部内容</translation>
        </message>
        <message>
            <source>Expires</source>
            <translation>证书到期</translation>
        </message>
        <message>
            <source>FIPS mode</source>
            <translation>FIPS 模式</translation>
        </message>
        <message>
            <source>Firmware version</source>
            <translation>固件版本</translation>
        </message>
        <message>
            <source>Give the token a name you recognise</source>
            <translation>给令牌起一个好认的名字</translation>
        </message>
        <message>
            <source>Hardware</source>
            <translation>硬件</translation>
        </message>
        <message>
            <source>Hardware version</source>
            <translation>硬件版本</translation>
        </message>
        <message>
            <source>I have the administrator PIN...</source>
            <translation>我有管理员密码...</translation>
        </message>
        <message>
            <source>Information</source>
            <translation>信息</translation>
        </message>
        <message>
            <source>Insert one, and it appears here by itself.</source>
            <translation>插入后会自动显示在这里。</translation>
        </message>
        <message>
            <source>Insert the new token when it comes</source>
            <translation>收到新令牌后插入电脑</translation>
        </message>
        <message>
            <source>It can be unlocked; certificates and keys stay as they are.</source>
            <translation>可以解锁，证书和密钥保持不变。</translation>
        </message>
        <message>
            <source>Its issuer is not known here: ask whoever gave it to you.</source>
            <translation>没有认出发证机构，请向发放令牌的机构查询。</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>密钥</translation>
        </message>
        <message>
            <source>Keys stay on the token: what is shown here is only what they are called.</source>
            <translation>密钥不会离开令牌，这里显示的只是名称。</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Kinds of characters</source>
            <translation>至少几类字符</translation>
        </message>
        <message>
            <source>Lock state</source>
            <translation>解锁状态</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <source>Locked {when}, by a wrong PIN.</source>
            <translation>{when} 密码错误后锁定。</translation>
        </message>
        <message>
            <source>Locked {when}, by wrong PIN number {limit}.</source>
            <translation>{when} 第 {limit} 次密码错误后锁定。</translation>
        </message>
        <message numerus="yes">
            <source>Locks in %n min</source>
            <translation>
                <numerusform>%n 分钟后锁定</numerusform>
            </translation>
        </message>
        <message>
            <source>Log file</source>
            <translation>日志文件</translation>
        </message>
        <message>
            <source>Logged on</source>
            <translation>已登录</translation>
        </message>
        <message numerus="yes">
            <source>Logged on, ends in %n min</source>
            <translation>
                <numerusform>已登录，%n 分钟后退出</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Logged on, locks in %n min</source>
            <translation>
                <numerusform>已登录，%n 分钟后锁定</numerusform>
            </translation>
        </message>
        <message>
            <source>Longest PIN</source>
            <translation>最长长度</translation>
        </message>
        <message>
            <source>Longest key</source>
            <translation>密钥长度</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>重新查看</translation>
        </message>
        <message>
            <source>Look at certificates and export their public part</source>
            <translation>查看和导出证书（公开部分）</translation>
        </message>
        <message>
            <source>Mail</source>
            <translation>电邮</translation>
        </message>
        <message>
            <source>Maker</source>
            <translation>制造商</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>总内存</translation>
        </message>
        <message>
            <source>Memory, firmware, tries left; to copy or save</source>
            <translation>容量、固件、剩余次数，可复制</translation>
        </message>
        <message>
            <source>Memory, free</source>
            <translation>可用空间</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>型号</translation>
        </message>
        <message>
            <source>Module</source>
            <translation>模块</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多操作</translation>
        </message>
        <message>
            <source>Name on the token</source>
            <translation>令牌名称</translation>
        </message>
        <message>
            <source>Needed</source>
            <translation>必须包含</translation>
        </message>
        <message>
            <source>Needs the PIN</source>
            <translation>需要密码才能读取</translation>
        </message>
        <message>
            <source>Needs the current PIN; nothing goes online</source>
            <translation>需要当前密码，不会发送到网络</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>No longer works</source>
            <translation>不能再做</translation>
        </message>
        <message>
            <source>No token is inserted</source>
            <translation>没有插入令牌</translation>
        </message>
        <message>
            <source>No try is left.</source>
            <translation>没有剩余次数。</translation>
        </message>
        <message>
            <source>None given</source>
            <translation>未设置</translation>
        </message>
        <message>
            <source>Not allowed</source>
            <translation>不允许</translation>
        </message>
        <message>
            <source>Not kept</source>
            <translation>不保留</translation>
        </message>
        <message>
            <source>Not logged on</source>
            <translation>未登录</translation>
        </message>
        <message>
            <source>Not possible with this token here</source>
            <translation>这种令牌不能在这里解锁</translation>
        </message>
        <message>
            <source>Not set</source>
            <translation>未设置</translation>
        </message>
        <message>
            <source>Not unlocked</source>
            <translation>未解锁</translation>
        </message>
        <message>
            <source>Nothing happens after inserting it</source>
            <translation>插入后没有反应</translation>
        </message>
        <message>
            <source>Nothing has been recorded for this token yet</source>
            <translation>这个令牌还没有记录</translation>
        </message>
        <message>
            <source>Nothing of this kind shows on the token. Some show it only after logging on.</source>
            <translation>令牌中没有显示这类内容。有些令牌登录后才显示。</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>关</translation>
        </message>
        <message>
            <source>On</source>
            <translation>开</translation>
        </message>
        <message>
            <source>Only for virtual tokens</source>
            <translation>仅用于虚拟令牌</translation>
        </message>
        <message>
            <source>PIN and security</source>
            <translation>密码与安全</translation>
        </message>
        <message>
            <source>PIN expires</source>
            <translation>密码到期</translation>
        </message>
        <message>
            <source>PIN kept in memory</source>
            <translation>内存中保留密码</translation>
        </message>
        <message>
            <source>PIN quality</source>
            <translation>密码质量</translation>
        </message>
        <message>
            <source>PIN rules</source>
            <translation>密码规则</translation>
        </message>
        <message>
            <source>PIN tries left</source>
            <translation>密码剩余次数</translation>
        </message>
        <message>
            <source>Portal</source>
            <translation>网上系统</translation>
        </message>
        <message>
            <source>Practice</source>
            <translation>练习</translation>
        </message>
        <message>
            <source>Put the practice tokens away</source>
            <translation>收起练习令牌</translation>
        </message>
        <message>
            <source>Reader</source>
            <translation>读卡器</translation>
        </message>
        <message>
            <source>Reader {name}</source>
            <translation>读卡器 {name}</translation>
        </message>
        <message>
            <source>Recent events</source>
            <translation>最近记录</translation>
        </message>
        <message>
            <source>Remind days ahead</source>
            <translation>提前几天提醒</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <source>Rules of {issuer}</source>
            <translation>{issuer}的规则</translation>
        </message>
        <message>
            <source>Same character in a row</source>
            <translation>同一字符连用</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Save...</source>
            <translation>保存...</translation>
        </message>
        <message>
            <source>Saved as {name}</source>
            <translation>已保存为 {name}</translation>
        </message>
        <message>
            <source>Serial number</source>
            <translation>序列号</translation>
        </message>
        <message>
            <source>Serial {number}</source>
            <translation>序列号 {number}</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>已设置</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Shortest PIN</source>
            <translation>最短长度</translation>
        </message>
        <message>
            <source>Sign, log in</source>
            <translation>签名、登录</translation>
        </message>
        <message>
            <source>Signs</source>
            <translation>可签名</translation>
        </message>
        <message>
            <source>Simple</source>
            <translation>简单</translation>
        </message>
        <message>
            <source>Small letters</source>
            <translation>小写字母</translation>
        </message>
        <message>
            <source>Special characters</source>
            <translation>特殊字符</translation>
        </message>
        <message>
            <source>Stay in the tray</source>
            <translation>关闭窗口后留在托盘</translation>
        </message>
        <message>
            <source>Still works</source>
            <translation>现在仍可以</translation>
        </message>
        <message>
            <source>Stop trying PINs</source>
            <translation>不要再试密码</translation>
        </message>
        <message>
            <source>The token does not show this now. Some show it only after logging on.</source>
            <translation>令牌目前没有显示这一项。有些令牌登录后才显示。</translation>
        </message>
        <message>
            <source>The token says</source>
            <translation>令牌报告</translation>
        </message>
        <message>
            <source>The token's own rules</source>
            <translation>令牌自身的规则</translation>
        </message>
        <message>
            <source>This program</source>
            <translation>本程序</translation>
        </message>
        <message>
            <source>This program recognises it and reminds you to change its initial PIN.</source>
            <translation>本程序会认出它，并提醒您更改初始密码。</translation>
        </message>
        <message>
            <source>This token cannot be written to here</source>
            <translation>这种令牌不能在这里写入</translation>
        </message>
        <message>
            <source>This token is locked: it cannot sign or decrypt any more</source>
            <translation>这个令牌锁定了，证书不能再用来签名或解密</translation>
        </message>
        <message>
            <source>This token's PIN cannot be changed here</source>
            <translation>这种令牌不能在这里更改密码</translation>
        </message>
        <message>
            <source>To be changed first</source>
            <translation>首次使用须更改</translation>
        </message>
        <message>
            <source>Token</source>
            <translation>令牌</translation>
        </message>
        <message>
            <source>Tokens</source>
            <translation>令牌</translation>
        </message>
        <message>
            <source>Tries until locked</source>
            <translation>次数上限</translation>
        </message>
        <message>
            <source>Try it with a practice token</source>
            <translation>用练习令牌试一遍</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>解锁</translation>
        </message>
        <message>
            <source>Unlocked</source>
            <translation>已解锁</translation>
        </message>
        <message>
            <source>Use other tokens</source>
            <translation>使用其他令牌</translation>
        </message>
        <message>
            <source>Used for at least</source>
            <translation>最短使用时间</translation>
        </message>
        <message>
            <source>Used for at most</source>
            <translation>最长使用时间</translation>
        </message>
        <message>
            <source>User certificates</source>
            <translation>用户证书</translation>
        </message>
        <message>
            <source>User log-on</source>
            <translation>用户登录</translation>
        </message>
        <message>
            <source>View information</source>
            <translation>查看信息</translation>
        </message>
        <message>
            <source>Warned ahead</source>
            <translation>提前提醒</translation>
        </message>
        <message>
            <source>What programs keep on the token beside certificates and keys.</source>
            <translation>程序在证书和密钥之外存放在令牌中的内容。</translation>
        </message>
        <message>
            <source>With the PUK, when the PIN is locked or forgotten</source>
            <translation>忘记密码或已锁定时，用 PUK 解锁码</translation>
        </message>
        <message>
            <source>Without a name</source>
            <translation>未命名</translation>
        </message>
        <message>
            <source>max. {count}</source>
            <translation>最多 {count}</translation>
        </message>
        <message>
            <source>{bits} bits (of the keys on it)</source>
            <translation>{bits} 位（现有密钥）</translation>
        </message>
        <message>
            <source>{count} bytes</source>
            <translation>{count} 字节</translation>
        </message>
        <message>
            <source>{issuer} can set it free; these are its steps.</source>
            <translation>{issuer}可以办理解锁，步骤如下。</translation>
        </message>
        <message>
            <source>{issuer} does not unlock it here; see what to do</source>
            <translation>由{issuer}办理，查看办法</translation>
        </message>
        <message>
            <source>{issuer} has not published how to unlock it; ask before you try anything.</source>
            <translation>{issuer}没有公布解锁办法，请先查询再操作。</translation>
        </message>
        <message>
            <source>{issuer} offers no unlocking, so the certificate is revoked and applied for anew.</source>
            <translation>{issuer}不提供解锁，下一步是吊销旧证书并重新申请。</translation>
        </message>
        <message>
            <source>{issuer} offers no unlocking; see what to do</source>
            <translation>{issuer}不提供解锁，查看办法</translation>
        </message>
        <message>
            <source>{number}, {certainty}</source>
            <translation>{number}，{certainty}</translation>
        </message>
        <message>
            <source>{what}: {note}</source>
            <translation>{what}：{note}</translation>
        </message>
        <message>
            <source>“Not reported” means that the token does not say, not that there is none.</source>
            <translation>“未报告”表示令牌没有提供这一项，不代表没有。</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>A certificate on {name} has expired...</source>
            <translation>{name}中有证书已过期...</translation>
        </message>
        <message numerus="yes">
            <source>Another program entered %n wrong PIN(s)...</source>
            <translation>
                <numerusform>其他程序输错 %n 次密码...</numerusform>
            </translation>
        </message>
        <message>
            <source>Change the initial PIN of {name}...</source>
            <translation>更改{name}的初始密码...</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <source>Make this the current token</source>
            <translation>设为当前令牌</translation>
        </message>
        <message>
            <source>No token is plugged in</source>
            <translation>没有插入令牌</translation>
        </message>
        <message numerus="yes">
            <source>Renew {name}, %n day(s) left...</source>
            <translation>
                <numerusform>续期{name}，%n 天到期...</numerusform>
            </translation>
        </message>
        <message>
            <source>Set the PIN of {name}...</source>
            <translation>设置{name}的密码...</translation>
        </message>
        <message>
            <source>Start with the computer</source>
            <translation>随电脑启动</translation>
        </message>
        <message>
            <source>Tries left unknown</source>
            <translation>剩余次数未知</translation>
        </message>
        <message>
            <source>at most {count}</source>
            <translation>最多 {count}</translation>
        </message>
        <message numerus="yes">
            <source>ends in %n day(s)</source>
            <translation>
                <numerusform>%n 天到期</numerusform>
            </translation>
        </message>
        <message>
            <source>{count} / {limit} tries left ({certainty})</source>
            <translation>剩余 {count} / {limit} 次（{certainty}）</translation>
        </message>
        <message>
            <source>{count} tries left ({certainty})</source>
            <translation>剩余 {count} 次（{certainty}）</translation>
        </message>
        <message>
            <source>{name} (practice)</source>
            <translation>{name}（练习）</translation>
        </message>
        <message>
            <source>{name} is locked: what to do...</source>
            <translation>{name}已锁定，怎么办...</translation>
        </message>
    </context>
    <context>
        <name>Tries</name>
        <message>
            <source>(before the number)</source>
            <translation>剩余</translation>
        </message>
        <message>
            <source>/ {limit}</source>
            <translation>/ {limit} 次</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>最多</translation>
        </message>
        <message>
            <source>Exact</source>
            <translation>精确</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>剩余</translation>
        </message>
        <message>
            <source>Tries left: unknown</source>
            <translation>剩余次数未知</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Why this many tries?</source>
            <translation>为什么是这个次数</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>为什么</translation>
        </message>
        <message>
            <source>of {limit} tries left</source>
            <translation>/ {limit} 次</translation>
        </message>
        <message>
            <source>tries left</source>
            <translation>次</translation>
        </message>
        <message>
            <source>{count} of {limit} tries left, {certainty}</source>
            <translation>剩余 {count} 次，共 {limit} 次，{certainty}</translation>
        </message>
        <message>
            <source>{count} tries left, {certainty}</source>
            <translation>剩余 {count} 次，{certainty}</translation>
        </message>
    </context>
    <context>
        <name>Updates</name>
        <message>
            <source>Asking {host}...</source>
            <translation>正在询问 {host}……</translation>
        </message>
        <message>
            <source>Asks {host} for the list of versions; nothing is ever installed by itself</source>
            <translation>向 {host} 请求版本列表；绝不会自行安装</translation>
        </message>
        <message>
            <source>Check now</source>
            <translation>现在检查</translation>
        </message>
        <message>
            <source>Copy the path</source>
            <translation>复制路径</translation>
        </message>
        <message>
            <source>Download</source>
            <translation>下载</translation>
        </message>
        <message>
            <source>Download the package</source>
            <translation>下载安装包</translation>
        </message>
        <message>
            <source>It lies in {folder}</source>
            <translation>已放在 {folder}</translation>
        </message>
        <message>
            <source>Last look: {when}</source>
            <translation>上次查看：{when}</translation>
        </message>
        <message>
            <source>Look for a newer version once a day</source>
            <translation>每天查看一次有没有新版本</translation>
        </message>
        <message>
            <source>Looking for a newer version...</source>
            <translation>正在查看有没有新版本……</translation>
        </message>
        <message>
            <source>Not looked yet</source>
            <translation>还没有查看过</translation>
        </message>
        <message>
            <source>Nothing is ever installed by itself</source>
            <translation>绝不会自行安装</translation>
        </message>
        <message>
            <source>Nothing was installed.</source>
            <translation>没有安装任何内容。</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>The last try, {when}, came to nothing</source>
            <translation>上次查看（{when}）没有结果</translation>
        </message>
        <message>
            <source>This build was made without an update address, so it cannot look for a newer version. A newer one comes from where you got this one.</source>
            <translation>这个版本制作时没有填写更新地址，因此不能查看有没有新版本。新版本请从当初取得本程序的地方获取。</translation>
        </message>
        <message>
            <source>This copy is no package: a newer one comes from where you got this one.</source>
            <translation>这份程序不是用安装包安装的，新版本请从当初取得它的地方获取。</translation>
        </message>
        <message>
            <source>This is the newest version that is known</source>
            <translation>已是目前所知的最新版本</translation>
        </message>
        <message>
            <source>Version {version} is there</source>
            <translation>有新版本 {version}</translation>
        </message>
        <message>
            <source>Version {version} is there; this is {present}</source>
            <translation>有新版本 {version}，现在用的是 {present}</translation>
        </message>
        <message>
            <source>What changed</source>
            <translation>更新内容</translation>
        </message>
        <message>
            <source>Your system's package manager brings it</source>
            <translation>由这台电脑的软件包管理器安装</translation>
        </message>
        <message>
            <source>{count} of {whole}</source>
            <translation>已下载 {count}，共 {whole}</translation>
        </message>
        <message>
            <source>{name}, from {host}, checked against the publisher's signature; it is not started</source>
            <translation>{name}，来自 {host}，用发布者的签名核对；不会运行它</translation>
        </message>
        <message>
            <source>{name}; it was checked, and nothing was started</source>
            <translation>{name}，已经核对，没有运行任何内容</translation>
        </message>
    </context>
    <context>
        <name>Welcome</name>
        <message>
            <source>Agree first</source>
            <translation>请先同意</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>开始使用</translation>
        </message>
        <message>
            <source>Cancel a dialog</source>
            <translation>取消对话框</translation>
        </message>
        <message>
            <source>Close the window</source>
            <translation>关闭窗口</translation>
        </message>
        <message>
            <source>I agree to the user agreement and the privacy policy</source>
            <translation>我同意用户协议和隐私政策</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>键盘快捷键</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Look at everything again</source>
            <translation>重新查看全部</translation>
        </message>
        <message>
            <source>Press the button of a dialog</source>
            <translation>按下对话框的按钮</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Show practice tokens, to try everything without risk</source>
            <translation>显示练习令牌，放心试用各种功能</translation>
        </message>
        <message>
            <source>Simple or advanced view of tokens</source>
            <translation>令牌的简单或高级视图</translation>
        </message>
        <message>
            <source>Start with the computer</source>
            <translation>随电脑启动</translation>
        </message>
        <message>
            <source>Stay in the tray when the window is closed, and watch my tokens</source>
            <translation>关闭窗口后留在托盘，继续留意我的令牌</translation>
        </message>
        <message>
            <source>The pages, in order</source>
            <translation>各页面，按顺序</translation>
        </message>
        <message>
            <source>Welcome to tokenmgr</source>
            <translation>欢迎使用 tokenmgr</translation>
        </message>
        <message>
            <source>What you agree to</source>
            <translation>您要同意的内容</translation>
        </message>
        <message>
            <source>You can change all of this in Settings later.</source>
            <translation>以上都可以在“设置”里更改。</translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>Close this message</source>
            <translation>关闭这条消息</translation>
        </message>
        <message>
            <source>If you were typing a PIN, look at the tries left before you type it again. ({kind})</source>
            <translation>如果当时正在输入密码，再输之前请先看剩余次数。（{kind}）</translation>
        </message>
        <message>
            <source>Keyboard shortcuts and help</source>
            <translation>快捷键与帮助</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <source>No token</source>
            <translation>没有令牌</translation>
        </message>
        <message>
            <source>No token is plugged in</source>
            <translation>没有插入令牌</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>Practise without a token</source>
            <translation>用练习令牌试一遍</translation>
        </message>
        <message>
            <source>Search actions, certificates, settings</source>
            <translation>搜索操作、证书、设置</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Something went wrong in this program</source>
            <translation>本程序出了差错</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Today {time}</source>
            <translation>今天 {time}</translation>
        </message>
        <message>
            <source>no end</source>
            <translation>无到期日</translation>
        </message>
        <message>
            <source>{date} {time}</source>
            <translation>{date} {time}</translation>
        </message>
    </context>
</TS>
