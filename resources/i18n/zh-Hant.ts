<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
    <context>
        <name>Attention</name>
        <message numerus="yes">
            <source>A certificate expires in %n day(s)</source>
            <translation>
                <numerusform>證書還有 %n 天到期</numerusform>
            </translation>
        </message>
        <message>
            <source>A certificate on {name} has expired</source>
            <translation>{name}中有證書已過期</translation>
        </message>
        <message>
            <source>A right PIN gives them back on most tokens</source>
            <translation>多數令牌在輸入正確密碼後會恢復次數</translation>
        </message>
        <message>
            <source>An administrator has to set one</source>
            <translation>需要由管理員設定</translation>
        </message>
        <message numerus="yes">
            <source>Another program entered %n wrong PIN(s)</source>
            <translation>
                <numerusform>其他程式輸錯過 %n 次密碼</numerusform>
            </translation>
        </message>
        <message>
            <source>Change PIN...</source>
            <translation>更改密碼...</translation>
        </message>
        <message>
            <source>Ended on {date}; old files may still need it</source>
            <translation>已於 {date} 到期，舊檔案可能仍要用它</translation>
        </message>
        <message>
            <source>How to renew...</source>
            <translation>如何續期...</translation>
        </message>
        <message>
            <source>It cannot sign or decrypt any more until it is unlocked or replaced</source>
            <translation>解鎖或更換之前不能再簽名或解密</translation>
        </message>
        <message>
            <source>It does nothing else until then</source>
            <translation>在此之前不能做其他操作</translation>
        </message>
        <message>
            <source>Noticed {when}, outside this program</source>
            <translation>{when}，發生在本程式之外</translation>
        </message>
        <message>
            <source>Show events</source>
            <translation>查看記錄</translation>
        </message>
        <message>
            <source>The initial PIN is public: whoever holds the token can sign</source>
            <translation>初始密碼是公開的，拿到令牌的人就能簽名</translation>
        </message>
        <message>
            <source>The next wrong PIN locks it</source>
            <translation>再輸錯一次就會鎖定</translation>
        </message>
        <message>
            <source>Valid until {date}; renewal can start now</source>
            <translation>有效期至 {date}，現在可以開始辦理</translation>
        </message>
        <message>
            <source>What to do...</source>
            <translation>怎麼辦...</translation>
        </message>
        <message>
            <source>{name} has few tries left</source>
            <translation>{name}剩餘次數不多</translation>
        </message>
        <message>
            <source>{name} has no PIN yet</source>
            <translation>{name}還沒有密碼</translation>
        </message>
        <message>
            <source>{name} has one try left</source>
            <translation>{name}只剩一次機會</translation>
        </message>
        <message>
            <source>{name} is locked</source>
            <translation>{name}已鎖定</translation>
        </message>
        <message>
            <source>{name} still uses its initial PIN</source>
            <translation>{name}仍在使用初始密碼</translation>
        </message>
        <message>
            <source>{name} wants a new PIN first</source>
            <translation>{name}要求先更改密碼</translation>
        </message>
    </context>
    <context>
        <name>Browsers</name>
        <message>
            <source>Close {browser}; this goes on by itself</source>
            <translation>請關閉 {browser}，之後會自動繼續</translation>
        </message>
        <message>
            <source>Do not wait</source>
            <translation>不等了</translation>
        </message>
        <message>
            <source>Does not know {name} yet</source>
            <translation>還不認識 {name}</translation>
        </message>
        <message>
            <source>Does not know {name} yet; it is open now</source>
            <translation>還不認識 {name}；它現在開着</translation>
        </message>
        <message>
            <source>It knows no module, and none is ready on this computer</source>
            <translation>它不認識任何模組，這部電腦上也沒有就緒的模組</translation>
        </message>
        <message>
            <source>Knows {name}: {file}</source>
            <translation>認識 {name}：{file}</translation>
        </message>
        <message>
            <source>Looking for browsers...</source>
            <translation>正在尋找瀏覽器...</translation>
        </message>
        <message>
            <source>Make it known</source>
            <translation>讓它認識</translation>
        </message>
        <message>
            <source>No browser of a known kind was found for this user.</source>
            <translation>沒有找到這位用戶的已知瀏覽器。</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>取出</translation>
        </message>
        <message>
            <source>To sign in to a web page with your certificate, the browser has to know your token's module. One entry is added to the browser's own list; it can be taken out again to the byte.</source>
            <translation>要用證書登入網頁，瀏覽器必須認識您令牌的模組。只會在瀏覽器自己的清單裏加入一項，也可以一字不差地取出來。</translation>
        </message>
        <message>
            <source>{browser} does not load {name} any more</source>
            <translation>{browser} 不再載入 {name}</translation>
        </message>
        <message>
            <source>{browser} knows {name} now</source>
            <translation>{browser} 已認識 {name}</translation>
        </message>
        <message>
            <source>{wish} when it is closed</source>
            <translation>關閉後{wish}</translation>
        </message>
    </context>
    <context>
        <name>CertificateDialogs</name>
        <message numerus="yes">
            <source>%n certificate(s)</source>
            <translation>
                <numerusform>%n 張證書</numerusform>
            </translation>
        </message>
        <message>
            <source>A pair: one for signing, one for encryption</source>
            <translation>一對證書：一張簽署，一張加密</translation>
        </message>
        <message>
            <source>Binary form (DER)</source>
            <translation>二進位格式 (DER)</translation>
        </message>
        <message>
            <source>Both are equal to the last byte.</source>
            <translation>兩張逐位元組相同。</translation>
        </message>
        <message>
            <source>Both end on the same day.</source>
            <translation>兩張同時到期。</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>日曆</translation>
        </message>
        <message>
            <source>Certificate (.cer, .crt, .pem), or with key (.p12, .pfx)</source>
            <translation>證書（.cer、.crt、.pem），或帶密鑰的證書（.p12、.pfx）</translation>
        </message>
        <message>
            <source>Certificate of {name} ends</source>
            <translation>{name} 的證書到期</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>證書</translation>
        </message>
        <message>
            <source>Certificates and keys</source>
            <translation>證書和密鑰</translation>
        </message>
        <message>
            <source>Choose a file first</source>
            <translation>請先選擇檔案</translation>
        </message>
        <message>
            <source>Choose a file...</source>
            <translation>選擇檔案...</translation>
        </message>
        <message>
            <source>Compare certificates</source>
            <translation>比較證書</translation>
        </message>
        <message>
            <source>Compare with</source>
            <translation>比較對象</translation>
        </message>
        <message>
            <source>Compare with a file</source>
            <translation>與檔案比較</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>已複製</translation>
        </message>
        <message>
            <source>Copy as text</source>
            <translation>複製文字</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>差異</translation>
        </message>
        <message>
            <source>Different holders</source>
            <translation>持有人不同</translation>
        </message>
        <message>
            <source>Every field in words, to look at or to print</source>
            <translation>逐項列出各欄位，供查看或列印</translation>
        </message>
        <message>
            <source>Export certificate</source>
            <translation>匯出證書</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>欄位</translation>
        </message>
        <message>
            <source>Files and bids that were encrypted to the old certificate open with the old key only.</source>
            <translation>用舊證書加密的檔案和標書，只有舊密鑰能開啟。</translation>
        </message>
        <message>
            <source>First</source>
            <translation>第一張</translation>
        </message>
        <message>
            <source>For most programs, and to send by mail</source>
            <translation>適合大多數程式，也便於用電郵傳送</translation>
        </message>
        <message>
            <source>For servers, and programs that want the whole chain</source>
            <translation>適合伺服器和需要完整證書鏈的程式</translation>
        </message>
        <message>
            <source>From a file...</source>
            <translation>從檔案選擇...</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>匯入</translation>
        </message>
        <message>
            <source>Import certificate</source>
            <translation>匯入證書</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>已匯入</translation>
        </message>
        <message>
            <source>In the file</source>
            <translation>檔案內容</translation>
        </message>
        <message>
            <source>In {folder}</source>
            <translation>位置：{folder}</translation>
        </message>
        <message>
            <source>Issued anew: the same holder, another key</source>
            <translation>重新簽發：持有人相同，密鑰不同</translation>
        </message>
        <message>
            <source>It is the file's own password, not the token's. No try of the token was used.</source>
            <translation>這是檔案本身的密碼，不是令牌密碼。沒有消耗令牌的次數。</translation>
        </message>
        <message>
            <source>It was not touched.</source>
            <translation>原檔案沒有改動。</translation>
        </message>
        <message>
            <source>It was not touched. Replace it, or choose a form again to save under another name.</source>
            <translation>原檔案沒有改動。可以取代它，或重新選擇格式後另取名稱。</translation>
        </message>
        <message>
            <source>Keep the old token: its key may still be needed</source>
            <translation>請保留舊令牌：其中的密鑰可能還要用</translation>
        </message>
        <message>
            <source>Name on the token</source>
            <translation>在令牌中的名稱</translation>
        </message>
        <message>
            <source>Name or key of one of them cannot be read.</source>
            <translation>其中一張的主體或密鑰無法讀取。</translation>
        </message>
        <message>
            <source>No other certificate is known here</source>
            <translation>沒有其他證書可以比較</translation>
        </message>
        <message>
            <source>Open it, and your calendar takes the date with its reminders.</source>
            <translation>開啟這個檔案，日曆就會加入到期日和提示。</translation>
        </message>
        <message>
            <source>Open the file</source>
            <translation>開啟檔案</translation>
        </message>
        <message>
            <source>Opens with a double click on Windows and macOS</source>
            <translation>在 Windows 和 macOS 上按兩下即可開啟</translation>
        </message>
        <message>
            <source>Password of the file</source>
            <translation>檔案密碼</translation>
        </message>
        <message>
            <source>Plug in the token that the file should go onto</source>
            <translation>請插入要寫入該檔案的令牌</translation>
        </message>
        <message>
            <source>Programs that were set to the old one have to be told of the new one.</source>
            <translation>設定過舊證書的程式需要改用新證書。</translation>
        </message>
        <message>
            <source>Readable text</source>
            <translation>可讀文字</translation>
        </message>
        <message>
            <source>Renewed: the same holder and the same key</source>
            <translation>續期：持有人和密鑰都相同</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>取代</translation>
        </message>
        <message>
            <source>Save as...</source>
            <translation>另存為...</translation>
        </message>
        <message>
            <source>Save calendar entry</source>
            <translation>儲存日曆檔案</translation>
        </message>
        <message>
            <source>Save certificate</source>
            <translation>儲存證書</translation>
        </message>
        <message>
            <source>Saved as {file}</source>
            <translation>已儲存為 {file}</translation>
        </message>
        <message>
            <source>Second</source>
            <translation>第二張</translation>
        </message>
        <message>
            <source>Show equal fields too</source>
            <translation>同時顯示相同的欄位</translation>
        </message>
        <message>
            <source>Text form (PEM)</source>
            <translation>文字格式 (PEM)</translation>
        </message>
        <message>
            <source>The file does not open with this password</source>
            <translation>檔案密碼不正確</translation>
        </message>
        <message>
            <source>The first one lasts longer.</source>
            <translation>第一張到期較晚。</translation>
        </message>
        <message>
            <source>The names differ, so neither replaces the other.</source>
            <translation>主體不同，不能互相替代。</translation>
        </message>
        <message>
            <source>The private key stays where it is. A certificate is public: it may be given to anybody.</source>
            <translation>私鑰不會匯出。證書本身是公開的，可以交給任何人。</translation>
        </message>
        <message>
            <source>The same certificate</source>
            <translation>同一張證書</translation>
        </message>
        <message>
            <source>The same holder and the same key</source>
            <translation>持有人和密鑰都相同</translation>
        </message>
        <message>
            <source>The same holder with two keys; both are needed.</source>
            <translation>同一持有人的兩把密鑰，兩張都要用到。</translation>
        </message>
        <message>
            <source>The second one lasts longer.</source>
            <translation>第二張到期較晚。</translation>
        </message>
        <message>
            <source>Then open it once more: {file}</source>
            <translation>然後再開啟一次：{file}</translation>
        </message>
        <message>
            <source>There is another file called {file}</source>
            <translation>已有同名檔案 {file}</translation>
        </message>
        <message>
            <source>There is no certificate in this file</source>
            <translation>這個檔案內沒有證書</translation>
        </message>
        <message>
            <source>They cannot be compared for certain</source>
            <translation>無法可靠比較</translation>
        </message>
        <message>
            <source>This token takes no certificates</source>
            <translation>這個令牌不能寫入證書</translation>
        </message>
        <message>
            <source>Token: {name} ·{tail}</source>
            <translation>令牌：{name} ·{tail}</translation>
        </message>
        <message>
            <source>Type the file's password</source>
            <translation>請輸入檔案密碼</translation>
        </message>
        <message>
            <source>Whatever was encrypted to the old one opens with the new one too.</source>
            <translation>用舊證書加密的內容，用新證書同樣可以開啟。</translation>
        </message>
        <message>
            <source>With its issuers (PEM chain)</source>
            <translation>連同簽發機構 (PEM 證書鏈)</translation>
        </message>
        <message>
            <source>{certificates} and their private key. Delete the file once it is on the token.</source>
            <translation>{certificates}，含私鑰。匯入令牌後請刪除這個檔案。</translation>
        </message>
        <message>
            <source>{certificates}, no private key: it can be shown, not signed with.</source>
            <translation>{certificates}，不含私鑰：只能查看，不能用來簽署。</translation>
        </message>
    </context>
    <context>
        <name>Certificates</name>
        <message numerus="yes">
            <source>%n expired certificate(s)</source>
            <translation>
                <numerusform>已過期證書 %n 張</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in all</source>
            <translation>
                <numerusform>共 %n 張</numerusform>
            </translation>
        </message>
        <message>
            <source>An issuer's certificate is neither on a token nor in this computer. That alone is no fault: many programs bring it with them.</source>
            <translation>令牌和這台電腦內都沒有簽發者的證書。這本身不是故障，許多程式自備這些證書。</translation>
        </message>
        <message>
            <source>Cannot be read in full</source>
            <translation>無法完整讀取</translation>
        </message>
        <message>
            <source>Certificate as text (PEM)</source>
            <translation>證書原文（PEM）</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>證書</translation>
        </message>
        <message>
            <source>Chain</source>
            <translation>證書鏈</translation>
        </message>
        <message>
            <source>Chain is too long</source>
            <translation>證書鏈過長</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>類別</translation>
        </message>
        <message>
            <source>Copy PEM</source>
            <translation>複製 PEM</translation>
        </message>
        <message>
            <source>Could not be read</source>
            <translation>未能讀取</translation>
        </message>
        <message>
            <source>Dates unknown</source>
            <translation>有效期不明</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>詳細</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>電郵</translation>
        </message>
        <message>
            <source>Every signature up to a trusted root is right.</source>
            <translation>直至受信任的根證書，每一級簽署都正確。</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>已過期</translation>
        </message>
        <message>
            <source>Expired on {date}</source>
            <translation>已於 {date} 過期</translation>
        </message>
        <message>
            <source>Expiring</source>
            <translation>即將到期</translation>
        </message>
        <message>
            <source>Extensions</source>
            <translation>擴充項</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>欄位</translation>
        </message>
        <message>
            <source>Filter by name or issuer</source>
            <translation>篩選姓名、機構</translation>
        </message>
        <message>
            <source>Holder</source>
            <translation>持有人</translation>
        </message>
        <message>
            <source>How to renew...</source>
            <translation>如何續期...</translation>
        </message>
        <message>
            <source>Import...</source>
            <translation>匯入...</translation>
        </message>
        <message>
            <source>Insert a token and its certificates appear here by themselves.
They stay listed when the token is pulled out.</source>
            <translation>插入令牌後，其中的證書會自動顯示在這裡。
拔出令牌後仍會列出。</translation>
        </message>
        <message>
            <source>Insert a token that takes certificates first</source>
            <translation>請先插入可寫入證書的令牌</translation>
        </message>
        <message>
            <source>Install the issuer's root certificate if programs here refuse the certificate.</source>
            <translation>如有程式拒絕這張證書，請安裝簽發機構的根證書。</translation>
        </message>
        <message>
            <source>Issuer</source>
            <translation>簽發機構</translation>
        </message>
        <message>
            <source>Issuer or not</source>
            <translation>是否簽發機構</translation>
        </message>
        <message>
            <source>Issuer's certificate is not here</source>
            <translation>找不到簽發者的證書</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>密鑰</translation>
        </message>
        <message>
            <source>Key identifier</source>
            <translation>密鑰識別碼</translation>
        </message>
        <message>
            <source>May not issue certificates</source>
            <translation>無權簽發證書</translation>
        </message>
        <message>
            <source>No certificate passes this filter</source>
            <translation>沒有符合篩選條件的證書</translation>
        </message>
        <message>
            <source>No certificates yet</source>
            <translation>還沒有證書</translation>
        </message>
        <message>
            <source>Not inserted, last seen {when}</source>
            <translation>未插入，上次見到 {when}</translation>
        </message>
        <message>
            <source>Not signed by this issuer</source>
            <translation>不是該簽發者所簽</translation>
        </message>
        <message>
            <source>Not valid yet</source>
            <translation>尚未生效</translation>
        </message>
        <message>
            <source>Nothing appears after inserting it</source>
            <translation>插入後沒有反應</translation>
        </message>
        <message>
            <source>Old files may still need them</source>
            <translation>舊檔案和舊標書可能仍要用它解密</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>概要</translation>
        </message>
        <message>
            <source>Public key</source>
            <translation>公鑰</translation>
        </message>
        <message>
            <source>Raw</source>
            <translation>原文</translation>
        </message>
        <message>
            <source>Reading...</source>
            <translation>正在讀取...</translation>
        </message>
        <message>
            <source>Root, not trusted by this computer</source>
            <translation>根證書，系統未信任</translation>
        </message>
        <message>
            <source>Root, trusted by this computer</source>
            <translation>根證書，系統已信任</translation>
        </message>
        <message>
            <source>SHA-1 fingerprint</source>
            <translation>SHA-1 指紋</translation>
        </message>
        <message>
            <source>SHA-256 fingerprint</source>
            <translation>SHA-256 指紋</translation>
        </message>
        <message>
            <source>Serial number</source>
            <translation>序號</translation>
        </message>
        <message>
            <source>Show all valid ones</source>
            <translation>顯示全部有效證書</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>簽署</translation>
        </message>
        <message>
            <source>Signature algorithm</source>
            <translation>簽署演算法</translation>
        </message>
        <message>
            <source>Signature cannot be checked here</source>
            <translation>此處無法驗證簽署</translation>
        </message>
        <message>
            <source>Signed with a method that is not safe any more</source>
            <translation>簽署演算法已不安全</translation>
        </message>
        <message>
            <source>Something is wrong in this chain</source>
            <translation>證書鏈有問題</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>主體</translation>
        </message>
        <message>
            <source>The certificate is on the clipboard</source>
            <translation>證書已複製</translation>
        </message>
        <message>
            <source>The chain is not complete</source>
            <translation>證書鏈不完整</translation>
        </message>
        <message>
            <source>The links below say what. Other programs may refuse it for the same reason.</source>
            <translation>以下逐級說明。其他程式可能因此拒絕這張證書。</translation>
        </message>
        <message>
            <source>This computer does not know the root</source>
            <translation>系統不信任這個根證書</translation>
        </message>
        <message>
            <source>This computer trusts it</source>
            <translation>系統信任這張證書</translation>
        </message>
        <message>
            <source>This computer's trusted roots cannot be read</source>
            <translation>讀不到系統信任的根證書</translation>
        </message>
        <message>
            <source>Too many possible issuers</source>
            <translation>可能的簽發者太多</translation>
        </message>
        <message>
            <source>Try it with a practice token</source>
            <translation>用練習令牌試一遍</translation>
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
            <translation>生效時間</translation>
        </message>
        <message>
            <source>Valid only from {date}</source>
            <translation>{date} 才生效</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>到期時間</translation>
        </message>
        <message>
            <source>Valid until {date}</source>
            <translation>有效至 {date}</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>內容</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Whether it was revoked is not asked: that would tell the issuer over the network who looks at it.</source>
            <translation>未查詢是否已撤銷：查詢須連線，會讓簽發機構知道誰在查看。</translation>
        </message>
        <message>
            <source>Whole value</source>
            <translation>完整內容</translation>
        </message>
        <message>
            <source>folded</source>
            <translation>已摺疊</translation>
        </message>
        <message>
            <source>unfolded</source>
            <translation>已展開</translation>
        </message>
        <message>
            <source>until {date}</source>
            <translation>至 {date}</translation>
        </message>
        <message>
            <source>{kind}, private key on this token</source>
            <translation>{kind}，私鑰在令牌內</translation>
        </message>
        <message>
            <source>{name} (critical)</source>
            <translation>{name}（關鍵）</translation>
        </message>
    </context>
    <context>
        <name>Changes</name>
        <message>
            <source>Take back</source>
            <translation>還原</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>已還原</translation>
        </message>
        <message>
            <source>What this program changed on this computer</source>
            <translation>本程式在這部電腦上做過的更改</translation>
        </message>
        <message>
            <source>{made}; taken back {undone}</source>
            <translation>{made}；{undone} 已還原</translation>
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
            <translation>關閉</translation>
        </message>
        <message>
            <source>Done: {what}</source>
            <translation>已完成：{what}</translation>
        </message>
        <message>
            <source>Hide what is typed</source>
            <translation>隱藏輸入內容</translation>
        </message>
        <message>
            <source>Show what is typed</source>
            <translation>顯示輸入內容</translation>
        </message>
        <message>
            <source>Started by you in this program</source>
            <translation>由您在本程式發起</translation>
        </message>
        <message>
            <source>Working</source>
            <translation>正在處理</translation>
        </message>
    </context>
    <context>
        <name>Doctor</name>
        <message numerus="yes">
            <source>%n more worth a look</source>
            <translation>
                <numerusform>另有 %n 項值得留意</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n result(s)</source>
            <translation>
                <numerusform>%n 條結果</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) are worth a look</source>
            <translation>
                <numerusform>%n 項值得留意</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) need doing</source>
            <translation>
                <numerusform>%n 項需要處理</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n token(s)</source>
            <translation>
                <numerusform>%n 個令牌</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>A module is the vendor's library that talks to the token. It gets to see your PIN, so add only what comes from your issuer or the token's maker.</source>
            <translation>模組是廠商提供的、與令牌通訊的程式庫。它會接觸到您的密碼，所以只新增來自發證機構或令牌廠商的模組。</translation>
        </message>
        <message>
            <source>Add a module</source>
            <translation>新增模組</translation>
        </message>
        <message>
            <source>Add a module...</source>
            <translation>新增模組...</translation>
        </message>
        <message>
            <source>Agree...</source>
            <translation>同意...</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>所有檔案</translation>
        </message>
        <message>
            <source>Ask the hotline...</source>
            <translation>聯絡熱線...</translation>
        </message>
        <message>
            <source>Ask the modules again</source>
            <translation>重新詢問模組</translation>
        </message>
        <message>
            <source>Asking the module...</source>
            <translation>正在詢問模組...</translation>
        </message>
        <message>
            <source>Asking the modules...</source>
            <translation>正在詢問各模組...</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>重新檢查</translation>
        </message>
        <message>
            <source>Check now</source>
            <translation>開始檢查</translation>
        </message>
        <message>
            <source>Check the file</source>
            <translation>檢查檔案</translation>
        </message>
        <message>
            <source>Checking</source>
            <translation>正在檢查</translation>
        </message>
        <message>
            <source>Checking...</source>
            <translation>正在檢查...</translation>
        </message>
        <message>
            <source>Choose a file first</source>
            <translation>請先選擇檔案</translation>
        </message>
        <message>
            <source>Choose the module</source>
            <translation>選擇模組</translation>
        </message>
        <message>
            <source>Choose...</source>
            <translation>選擇...</translation>
        </message>
        <message>
            <source>Copy report</source>
            <translation>複製報告</translation>
        </message>
        <message>
            <source>Do you trust this file with your PIN? If it changes, you will be asked again.</source>
            <translation>您願意把密碼交給這個檔案嗎？如果它有變化，會再次詢問您。</translation>
        </message>
        <message>
            <source>Doctor</source>
            <translation>診斷</translation>
        </message>
        <message>
            <source>Everything is as it should be</source>
            <translation>一切正常</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>依據</translation>
        </message>
        <message>
            <source>File</source>
            <translation>檔案</translation>
        </message>
        <message>
            <source>File of the module</source>
            <translation>模組檔案</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>It is a library for this computer, and only you or an administrator can change it.</source>
            <translation>它是適用於這部電腦的程式庫，只有您或管理員能改動它。</translation>
        </message>
        <message>
            <source>Its file is still there; nothing of the vendor's was changed.</source>
            <translation>檔案還在原處，廠商的內容沒有任何改動。</translation>
        </message>
        <message>
            <source>Libraries</source>
            <translation>程式庫</translation>
        </message>
        <message>
            <source>Looked at: {what}</source>
            <translation>已查看：{what}</translation>
        </message>
        <message>
            <source>Module added, and it answers</source>
            <translation>模組已新增，應答正常</translation>
        </message>
        <message>
            <source>Module added, but it did not answer</source>
            <translation>模組已新增，但沒有應答</translation>
        </message>
        <message>
            <source>Module removed from the list</source>
            <translation>模組已從列表中移除</translation>
        </message>
        <message>
            <source>Modules, readers, tokens and the clock are looked at one by one.
Nothing is changed, no PIN is sent, and nothing leaves this computer.</source>
            <translation>逐項查看模組、讀卡器、令牌和時鐘。
不做任何改動，不傳送密碼，也沒有任何內容離開這部電腦。</translation>
        </message>
        <message>
            <source>Names, full serial numbers and folders of yours are not in it.</source>
            <translation>裏面沒有姓名、完整的序列號和您的資料夾。</translation>
        </message>
        <message>
            <source>No vendor module is known. Install the driver of your token, or add its module.</source>
            <translation>還沒有廠商模組。請安裝令牌的驅動程式，或者新增它的模組。</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Repair...</source>
            <translation>修復...</translation>
        </message>
        <message>
            <source>Report copied</source>
            <translation>報告已複製</translation>
        </message>
        <message>
            <source>Report saved</source>
            <translation>報告已儲存</translation>
        </message>
        <message>
            <source>Save report...</source>
            <translation>儲存報告...</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>儲存報告</translation>
        </message>
        <message>
            <source>Something does not work?</source>
            <translation>哪裏不對勁？</translation>
        </message>
        <message>
            <source>Still starting</source>
            <translation>正在啟動</translation>
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
            <translation>啟用</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>測試</translation>
        </message>
        <message>
            <source>The file fits</source>
            <translation>檔案適用</translation>
        </message>
        <message>
            <source>The module answers</source>
            <translation>模組應答正常</translation>
        </message>
        <message>
            <source>The module does not answer</source>
            <translation>模組沒有應答</translation>
        </message>
        <message>
            <source>Trust, add and test</source>
            <translation>信任、新增並測試</translation>
        </message>
        <message>
            <source>Use again</source>
            <translation>重新使用</translation>
        </message>
        <message>
            <source>Vendor modules</source>
            <translation>廠商模組</translation>
        </message>
        <message numerus="yes">
            <source>crashed %n time(s)</source>
            <translation>
                <numerusform>崩潰 %n 次</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>did not answer %n time(s)</source>
            <translation>
                <numerusform>%n 次沒有應答</numerusform>
            </translation>
        </message>
        <message>
            <source>last fault: {error}</source>
            <translation>最近故障：{error}</translation>
        </message>
        <message>
            <source>loaded in {count} ms</source>
            <translation>載入用時 {count} 毫秒</translation>
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
            <translation>關於</translation>
        </message>
        <message>
            <source>Add a module...</source>
            <translation>新增模組...</translation>
        </message>
        <message>
            <source>Add to calendar</source>
            <translation>加入日曆</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>證書</translation>
        </message>
        <message>
            <source>Change PIN...</source>
            <translation>更改密碼...</translation>
        </message>
        <message>
            <source>Change administrator PIN...</source>
            <translation>更改管理員密碼...</translation>
        </message>
        <message>
            <source>Check everything</source>
            <translation>全面檢查</translation>
        </message>
        <message>
            <source>Check for updates</source>
            <translation>檢查更新</translation>
        </message>
        <message>
            <source>Compare...</source>
            <translation>比較...</translation>
        </message>
        <message>
            <source>Delete content...</source>
            <translation>刪除內容...</translation>
        </message>
        <message>
            <source>Doctor</source>
            <translation>診斷</translation>
        </message>
        <message>
            <source>Does my token really work?</source>
            <translation>令牌真的能用嗎</translation>
        </message>
        <message>
            <source>Export...</source>
            <translation>匯出...</translation>
        </message>
        <message>
            <source>History</source>
            <translation>記錄</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>首頁</translation>
        </message>
        <message>
            <source>How to renew</source>
            <translation>如何續期</translation>
        </message>
        <message>
            <source>Import certificate...</source>
            <translation>匯入證書...</translation>
        </message>
        <message>
            <source>Initialise...</source>
            <translation>初始化...</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>鍵盤快速鍵</translation>
        </message>
        <message>
            <source>Lock all</source>
            <translation>全部鎖定</translation>
        </message>
        <message>
            <source>Lock now</source>
            <translation>立即鎖定</translation>
        </message>
        <message>
            <source>Log off</source>
            <translation>登出</translation>
        </message>
        <message>
            <source>Log on as administrator...</source>
            <translation>以管理員身分登入...</translation>
        </message>
        <message>
            <source>Log on...</source>
            <translation>登入...</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>密碼</translation>
        </message>
        <message>
            <source>Practise without a token</source>
            <translation>用練習令牌試一遍</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>結束</translation>
        </message>
        <message>
            <source>Rename...</source>
            <translation>重新命名...</translation>
        </message>
        <message>
            <source>Repair...</source>
            <translation>修復...</translation>
        </message>
        <message>
            <source>Set PIN as administrator...</source>
            <translation>以管理員身分設定密碼...</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>Show events</source>
            <translation>查看記錄</translation>
        </message>
        <message>
            <source>Token information</source>
            <translation>令牌資料</translation>
        </message>
        <message>
            <source>Tokens</source>
            <translation>令牌</translation>
        </message>
        <message>
            <source>Unlock...</source>
            <translation>解鎖...</translation>
        </message>
        <message>
            <source>What to do about a locked token</source>
            <translation>令牌鎖定後怎麼辦</translation>
        </message>
        <message>
            <source>Why this many tries?</source>
            <translation>為什麼是這個次數</translation>
        </message>
    </context>
    <context>
        <name>Events</name>
        <message numerus="yes">
            <source>%n certificate(s) deleted</source>
            <translation>
                <numerusform>已刪除 %n 張證書</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n data object(s) deleted</source>
            <translation>
                <numerusform>已刪除 %n 個資料物件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n key object(s) deleted</source>
            <translation>
                <numerusform>已刪除 %n 個密鑰物件</numerusform>
            </translation>
        </message>
        <message>
            <source>Another program, known from the token's count</source>
            <translation>其他程式，由令牌計數得知</translation>
        </message>
        <message>
            <source>Certificate imported</source>
            <translation>已匯入證書</translation>
        </message>
        <message>
            <source>Certificate imported: {name}</source>
            <translation>已匯入證書：{name}</translation>
        </message>
        <message>
            <source>Decrypted</source>
            <translation>解密</translation>
        </message>
        <message>
            <source>Deleted</source>
            <translation>刪除</translation>
        </message>
        <message>
            <source>Exported</source>
            <translation>匯出</translation>
        </message>
        <message>
            <source>Exported: {name}</source>
            <translation>已匯出：{name}</translation>
        </message>
        <message>
            <source>History cleared</source>
            <translation>清除記錄</translation>
        </message>
        <message numerus="yes">
            <source>History cleared, %n line(s) taken out</source>
            <translation>
                <numerusform>記錄已清除，共 %n 項</numerusform>
            </translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>匯入</translation>
        </message>
        <message>
            <source>Initialised</source>
            <translation>初始化</translation>
        </message>
        <message>
            <source>Initialised, everything on it was deleted</source>
            <translation>已初始化，原有內容全部刪除</translation>
        </message>
        <message>
            <source>Inserted</source>
            <translation>插入</translation>
        </message>
        <message>
            <source>Key imported</source>
            <translation>已匯入私鑰</translation>
        </message>
        <message>
            <source>Key imported: {name}</source>
            <translation>已匯入私鑰：{name}</translation>
        </message>
        <message>
            <source>Key made</source>
            <translation>產生密鑰</translation>
        </message>
        <message>
            <source>Key pair made: {what}</source>
            <translation>已產生密鑰對：{what}</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>鎖定</translation>
        </message>
        <message>
            <source>Misses elsewhere</source>
            <translation>其他程式輸錯</translation>
        </message>
        <message>
            <source>Module crashed</source>
            <translation>模組當機</translation>
        </message>
        <message>
            <source>Module hung</source>
            <translation>模組無回應</translation>
        </message>
        <message>
            <source>Module {module} crashed and was restarted</source>
            <translation>模組 {module} 當機，已重新啟動</translation>
        </message>
        <message>
            <source>Module {module} did not answer in time</source>
            <translation>模組 {module} 沒有及時回應</translation>
        </message>
        <message>
            <source>Name taken away</source>
            <translation>名稱已取消</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>密碼</translation>
        </message>
        <message>
            <source>PIN changed</source>
            <translation>更改密碼</translation>
        </message>
        <message>
            <source>PIN right, unlocked</source>
            <translation>密碼正確，已解鎖</translation>
        </message>
        <message>
            <source>PIN stopped</source>
            <translation>密碼被攔下</translation>
        </message>
        <message>
            <source>Removed</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Renamed</source>
            <translation>重新命名</translation>
        </message>
        <message>
            <source>Renamed to {name}</source>
            <translation>已重新命名為 {name}</translation>
        </message>
        <message>
            <source>Right PIN</source>
            <translation>密碼正確</translation>
        </message>
        <message>
            <source>Setting changed</source>
            <translation>更改設定</translation>
        </message>
        <message>
            <source>Setting changed: {setting}</source>
            <translation>設定已更改：{setting}</translation>
        </message>
        <message>
            <source>Setting changed: {setting} = {value}</source>
            <translation>設定已更改：{setting} = {value}</translation>
        </message>
        <message>
            <source>Signed</source>
            <translation>簽名</translation>
        </message>
        <message>
            <source>Signed {name}</source>
            <translation>已簽名 {name}</translation>
        </message>
        <message>
            <source>Tested</source>
            <translation>測試</translation>
        </message>
        <message>
            <source>This program</source>
            <translation>本程式</translation>
        </message>
        <message>
            <source>Token inserted</source>
            <translation>令牌已插入</translation>
        </message>
        <message>
            <source>Token removed</source>
            <translation>令牌已移除</translation>
        </message>
        <message>
            <source>Token tested with a signature of its own</source>
            <translation>已用令牌試簽並核對</translation>
        </message>
        <message>
            <source>Unlocked</source>
            <translation>解鎖</translation>
        </message>
        <message>
            <source>Unlocked by {way}, new PIN set</source>
            <translation>已用{way}解鎖，密碼已重新設定</translation>
        </message>
        <message>
            <source>Unlocked, new PIN set</source>
            <translation>已解鎖，密碼已重新設定</translation>
        </message>
        <message>
            <source>Wrong PIN</source>
            <translation>密碼錯誤</translation>
        </message>
        <message numerus="yes">
            <source>Wrong PIN, %n time(s)</source>
            <translation>
                <numerusform>密碼錯誤 %n 次</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Wrong, %n try(s) left</source>
            <translation>
                <numerusform>輸入錯誤，剩餘 %n 次</numerusform>
            </translation>
        </message>
        <message>
            <source>agreement to the texts</source>
            <translation>對協議的同意</translation>
        </message>
        <message>
            <source>change PIN</source>
            <translation>更改密碼</translation>
        </message>
        <message>
            <source>days before the end of a certificate</source>
            <translation>證書到期前幾天提醒</translation>
        </message>
        <message>
            <source>how long PINs are kept</source>
            <translation>密碼保留多久</translation>
        </message>
        <message>
            <source>initialise</source>
            <translation>初始化</translation>
        </message>
        <message>
            <source>issuer</source>
            <translation>發證機構</translation>
        </message>
        <message>
            <source>it is locked</source>
            <translation>已鎖定</translation>
        </message>
        <message>
            <source>it was refused before</source>
            <translation>之前已被拒絕</translation>
        </message>
        <message>
            <source>language</source>
            <translation>語言</translation>
        </message>
        <message>
            <source>light or dark</source>
            <translation>淺色或深色</translation>
        </message>
        <message>
            <source>log file</source>
            <translation>記錄檔</translation>
        </message>
        <message>
            <source>log on</source>
            <translation>登入</translation>
        </message>
        <message>
            <source>log on as administrator</source>
            <translation>以管理員身分登入</translation>
        </message>
        <message>
            <source>looking for newer versions</source>
            <translation>檢查新版本</translation>
        </message>
        <message>
            <source>none is set</source>
            <translation>未設密碼</translation>
        </message>
        <message>
            <source>notifications</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>notifications of certificates that expire</source>
            <translation>證書到期的通知</translation>
        </message>
        <message>
            <source>notifications of tokens</source>
            <translation>令牌插拔的通知</translation>
        </message>
        <message>
            <source>notifications of wrong PINs from other programs</source>
            <translation>其他程式輸錯密碼的通知</translation>
        </message>
        <message>
            <source>only one try is left</source>
            <translation>只剩最後一次</translation>
        </message>
        <message>
            <source>practice tokens</source>
            <translation>練習令牌</translation>
        </message>
        <message>
            <source>sign</source>
            <translation>簽名</translation>
        </message>
        <message>
            <source>small window</source>
            <translation>小視窗</translation>
        </message>
        <message>
            <source>starting with the computer</source>
            <translation>隨電腦啟動</translation>
        </message>
        <message>
            <source>starting without a window</source>
            <translation>啟動時不顯示視窗</translation>
        </message>
        <message>
            <source>staying in the tray</source>
            <translation>留在系統匣</translation>
        </message>
        <message>
            <source>the new one is the old one</source>
            <translation>新舊密碼相同</translation>
        </message>
        <message>
            <source>the try could not be written down</source>
            <translation>這次嘗試無法記錄</translation>
        </message>
        <message>
            <source>unlock</source>
            <translation>解鎖</translation>
        </message>
        <message>
            <source>{pin} changed</source>
            <translation>{pin}已更改</translation>
        </message>
        <message>
            <source>{pin} not changed: the token has rules of its own</source>
            <translation>{pin}未更改，不符合令牌本身的規則</translation>
        </message>
        <message>
            <source>{pin} not sent to the token, no try used</source>
            <translation>{pin}沒有傳到令牌，未使用次數</translation>
        </message>
        <message>
            <source>{pin} not sent to the token: {why}</source>
            <translation>{pin}沒有傳到令牌：{why}</translation>
        </message>
        <message>
            <source>{pin} right</source>
            <translation>{pin}正確</translation>
        </message>
        <message>
            <source>{pin} right, but it has to be changed first</source>
            <translation>{pin}正確，須先更改</translation>
        </message>
        <message>
            <source>{pin} wrong</source>
            <translation>{pin}錯誤</translation>
        </message>
        <message>
            <source>{pin} wrong, now locked</source>
            <translation>{pin}錯誤，令牌已鎖定</translation>
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
            <translation>複製{what}</translation>
        </message>
        <message>
            <source>Not reported</source>
            <translation>未報告</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message numerus="yes">
            <source>%n line(s)</source>
            <translation>
                <numerusform>%n 條</numerusform>
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
            <translation>正在核對記錄...</translation>
        </message>
        <message>
            <source>Export the history</source>
            <translation>匯出記錄</translation>
        </message>
        <message>
            <source>Export...</source>
            <translation>匯出...</translation>
        </message>
        <message>
            <source>For programs (JSON)...</source>
            <translation>供程式使用（JSON）...</translation>
        </message>
        <message>
            <source>For spreadsheets (CSV)...</source>
            <translation>供表格使用（CSV）...</translation>
        </message>
        <message>
            <source>History</source>
            <translation>記錄</translation>
        </message>
        <message>
            <source>History exported</source>
            <translation>記錄已匯出</translation>
        </message>
        <message>
            <source>In and out</source>
            <translation>插拔</translation>
        </message>
        <message>
            <source>Line {number} was changed or is missing</source>
            <translation>第 {number} 條被改動或缺失</translation>
        </message>
        <message>
            <source>No line fits these filters.</source>
            <translation>沒有符合篩選條件的記錄。</translation>
        </message>
        <message>
            <source>Nothing has happened yet</source>
            <translation>還沒有記錄</translation>
        </message>
        <message>
            <source>Of which token</source>
            <translation>哪個令牌</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>密碼</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>程式</translation>
        </message>
        <message>
            <source>Record intact: every line is as it was written</source>
            <translation>記錄完整，每一條都與寫下時相同</translation>
        </message>
        <message>
            <source>Search the history</source>
            <translation>搜尋記錄</translation>
        </message>
        <message>
            <source>The record could not be read or written: {why}</source>
            <translation>記錄無法讀寫：{why}</translation>
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
            <translation>發生過的事</translation>
        </message>
        <message>
            <source>What this program and others do to your tokens is written down here, line by line.
It stays on this computer. There is never a PIN in it.</source>
            <translation>本程式和其他程式對令牌做過的事，會逐條記在這裏。
記錄只儲存在這部電腦上，裏面從不出現密碼。</translation>
        </message>
        <message>
            <source>Which lines</source>
            <translation>哪些記錄</translation>
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
                <numerusform>已插入 %n 個</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n 項</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more module(s) did not answer either.</source>
            <translation>
                <numerusform>另有 %n 個模組也沒有回應。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n practice</source>
            <translation>
                <numerusform>練習 %n 個</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>證書</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>詳情</translation>
        </message>
        <message>
            <source>Expires</source>
            <translation>證書到期</translation>
        </message>
        <message>
            <source>From this computer's own memory</source>
            <translation>內容來自本機記錄</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>首頁</translation>
        </message>
        <message>
            <source>It is recognised by itself; there is nothing to refresh.
Certificates, tries left and the next step appear here.</source>
            <translation>插入後會自動認出，不需要重新整理。
證書、剩餘次數和下一步會顯示在這裏。</translation>
        </message>
        <message>
            <source>Lock all</source>
            <translation>全部鎖定</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>重新查看</translation>
        </message>
        <message>
            <source>Looking for tokens...</source>
            <translation>正在尋找令牌...</translation>
        </message>
        <message>
            <source>Module</source>
            <translation>模組</translation>
        </message>
        <message>
            <source>More for {name}</source>
            <translation>{name} 的更多操作</translation>
        </message>
        <message>
            <source>Needs attention</source>
            <translation>需要處理</translation>
        </message>
        <message>
            <source>Nothing happens after inserting it</source>
            <translation>插入後沒有反應</translation>
        </message>
        <message>
            <source>Please insert your token</source>
            <translation>請插入令牌</translation>
        </message>
        <message>
            <source>Tokens</source>
            <translation>令牌</translation>
        </message>
        <message>
            <source>Tokens seen before</source>
            <translation>上次見過的令牌</translation>
        </message>
        <message>
            <source>Try it with a practice token</source>
            <translation>用練習令牌試一遍</translation>
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
            <translation>關於我的證書令牌的報告</translation>
        </message>
        <message>
            <source>Ask the hotline</source>
            <translation>聯絡熱線</translation>
        </message>
        <message>
            <source>Attach it to the mail: {path}</source>
            <translation>請把它附在郵件裏：{path}</translation>
        </message>
        <message>
            <source>Begin a mail</source>
            <translation>寫郵件</translation>
        </message>
        <message>
            <source>No mail program opened</source>
            <translation>沒有開啟任何郵件程式</translation>
        </message>
        <message>
            <source>Only save the report</source>
            <translation>只儲存報告</translation>
        </message>
        <message>
            <source>Report saved</source>
            <translation>報告已儲存</translation>
        </message>
        <message>
            <source>The report says how modules, readers and tokens are. Names, full serial numbers and folders of yours are not in it. It is saved among your downloads; you look at the mail and send it yourself.</source>
            <translation>報告說明模組、讀卡器和令牌的狀況，裏面沒有姓名、完整的序列號和您的資料夾。它會儲存到下載資料夾；郵件由您自己查看和發送。</translation>
        </message>
        <message>
            <source>What does not work:

</source>
            <translation>哪裏不正常：

</translation>
        </message>
        <message>
            <source>Write to your issuer yourself and attach {path}</source>
            <translation>請自行寫信給發證機構，並附上 {path}</translation>
        </message>
        <message>
            <source>Write to {address} yourself and attach {path}</source>
            <translation>請自行寫信到 {address}，並附上 {path}</translation>
        </message>
    </context>
    <context>
        <name>Mini</name>
        <message numerus="yes">
            <source>%n min</source>
            <translation>
                <numerusform>%n 分鐘</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Certificate ends in %n day(s)</source>
            <translation>
                <numerusform>證書還有 %n 天到期</numerusform>
            </translation>
        </message>
        <message>
            <source>Change PIN</source>
            <translation>更改密碼</translation>
        </message>
        <message>
            <source>Fold</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>It appears here when it is inserted</source>
            <translation>插入後顯示在這裏</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>鎖定</translation>
        </message>
        <message>
            <source>No token is plugged in</source>
            <translation>沒有插入令牌</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打開</translation>
        </message>
        <message>
            <source>Open the window</source>
            <translation>打開主視窗</translation>
        </message>
        <message>
            <source>Take this small window away</source>
            <translation>關閉懸浮窗</translation>
        </message>
        <message>
            <source>Token at a glance</source>
            <translation>令牌懸浮窗</translation>
        </message>
        <message>
            <source>Unfold</source>
            <translation>展開</translation>
        </message>
        <message>
            <source>Unlocked</source>
            <translation>已解鎖</translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message numerus="yes">
            <source>A certificate expires in %n day(s)</source>
            <translation>
                <numerusform>證書還有 %n 天到期</numerusform>
            </translation>
        </message>
        <message>
            <source>A certificate has expired</source>
            <translation>有證書已過期</translation>
        </message>
        <message>
            <source>A module does not answer</source>
            <translation>有模組沒有回應</translation>
        </message>
        <message numerus="yes">
            <source>Another program entered %n wrong PIN(s)</source>
            <translation>
                <numerusform>其他程式輸錯過 %n 次密碼</numerusform>
            </translation>
        </message>
        <message>
            <source>Doctor...</source>
            <translation>診斷...</translation>
        </message>
        <message>
            <source>How to renew...</source>
            <translation>如何續期...</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Show events</source>
            <translation>查看記錄</translation>
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
            <translation>{module}。依賴它的令牌暫時不顯示，其他令牌照常使用</translation>
        </message>
        <message>
            <source>{who}, noticed {when}</source>
            <translation>{who}，{when}發現</translation>
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
                <numerusform>上次正確以來輸錯 %n 次</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message numerus="yes">
            <source>, %n without an answer</source>
            <translation>
                <numerusform>，另有 %n 次沒有得到回應</numerusform>
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
            <translation>新密碼開頭或結尾有空格</translation>
        </message>
        <message>
            <source>A right PIN does not give them back on this token.</source>
            <translation>這個令牌輸入正確密碼後也不會恢復次數。</translation>
        </message>
        <message>
            <source>A right PIN gives them back on most tokens.</source>
            <translation>多數令牌在輸入正確密碼後恢復次數。</translation>
        </message>
        <message>
            <source>A wrong PIN, typed here or in any other program, takes one away.</source>
            <translation>在本程式或其他程式輸錯密碼，都會減少一次。</translation>
        </message>
        <message>
            <source>Administrator PIN</source>
            <translation>管理員密碼</translation>
        </message>
        <message>
            <source>All four kinds advised</source>
            <translation>建議四類字元齊全</translation>
        </message>
        <message>
            <source>All tokens are locked, no PIN is kept</source>
            <translation>已全部鎖定，不再保留任何密碼</translation>
        </message>
        <message>
            <source>Asked by</source>
            <translation>發起方</translation>
        </message>
        <message>
            <source>At most: the token does not tell. Other programs or computers may have used some.</source>
            <translation>最多：令牌不報告次數，其他程式或電腦可能已經用掉一些。</translation>
        </message>
        <message>
            <source>Caps Lock is on</source>
            <translation>大寫鎖定已開啟</translation>
        </message>
        <message>
            <source>Challenge and response</source>
            <translation>挑戰碼</translation>
        </message>
        <message>
            <source>Challenge, for your administrator</source>
            <translation>挑戰碼，請告訴管理員</translation>
        </message>
        <message>
            <source>Change PIN</source>
            <translation>更改密碼</translation>
        </message>
        <message>
            <source>Change administrator PIN</source>
            <translation>更改管理員密碼</translation>
        </message>
        <message>
            <source>Change the PIN</source>
            <translation>更改密碼</translation>
        </message>
        <message>
            <source>Characters in the new PIN that cannot be seen</source>
            <translation>新密碼裏有看不見的字元</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>關閉</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已下班</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>複製</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>費用</translation>
        </message>
        <message>
            <source>Current PIN</source>
            <translation>目前密碼</translation>
        </message>
        <message>
            <source>Current administrator PIN</source>
            <translation>目前管理員密碼</translation>
        </message>
        <message>
            <source>Data for the form</source>
            <translation>填表用的資料</translation>
        </message>
        <message>
            <source>Decrypt</source>
            <translation>解密</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>刪除</translation>
        </message>
        <message>
            <source>Do nothing else with this token now</source>
            <translation>現在請不要用這個令牌做其他事</translation>
        </message>
        <message>
            <source>Done by</source>
            <translation>辦理方式</translation>
        </message>
        <message>
            <source>Downloads</source>
            <translation>下載</translation>
        </message>
        <message>
            <source>Enter PIN</source>
            <translation>輸入密碼</translation>
        </message>
        <message>
            <source>Exact: the token itself counts, and tells.</source>
            <translation>精確：令牌自己計數，並且會報告。</translation>
        </message>
        <message>
            <source>Fair</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>Flags of the token</source>
            <translation>令牌標誌</translation>
        </message>
        <message>
            <source>For</source>
            <translation>用於</translation>
        </message>
        <message numerus="yes">
            <source>For %n minute(s) setting a PIN and initialising do not ask for it again. It is kept in memory only, and forgotten when you log off, when a PIN fails or when the token is pulled.</source>
            <translation>
                <numerusform>%n 分鐘內，設定密碼和初始化不再詢問管理員密碼。它只在記憶體裡，登出、密碼出錯或拔出令牌時立即忘記。</numerusform>
            </translation>
        </message>
        <message>
            <source>Full-width or Chinese characters in the new PIN</source>
            <translation>新密碼裏有全形字元或中文字</translation>
        </message>
        <message>
            <source>Full-width or Chinese characters: switch the input method off</source>
            <translation>有全形字元或中文字，請切換到英文輸入</translation>
        </message>
        <message>
            <source>Get a challenge</source>
            <translation>取得挑戰碼</translation>
        </message>
        <message>
            <source>Give up</source>
            <translation>放棄</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>較強</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>使用指南</translation>
        </message>
        <message>
            <source>How to renew</source>
            <translation>如何續期</translation>
        </message>
        <message>
            <source>If this {pin} is wrong, it is locked.</source>
            <translation>這次{pin}再輸錯就會鎖定。</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>匯入</translation>
        </message>
        <message>
            <source>Initialise</source>
            <translation>初始化</translation>
        </message>
        <message>
            <source>Issuer not known: ask whoever gave you the token</source>
            <translation>簽發機構未知，請詢問發放令牌的人</translation>
        </message>
        <message>
            <source>It begins or ends with a blank, perhaps from pasting.</source>
            <translation>開頭或結尾有空格，可能是貼上時帶進來的。</translation>
        </message>
        <message>
            <source>It has not been sent yet, no try is used.</source>
            <translation>目前還沒有傳送，沒有消耗次數。</translation>
        </message>
        <message>
            <source>It holds characters that cannot be seen, perhaps from pasting.</source>
            <translation>裏面有看不見的字元，可能是貼上時帶進來的。</translation>
        </message>
        <message>
            <source>It is the same as the current one</source>
            <translation>新密碼與目前密碼相同</translation>
        </message>
        <message>
            <source>It knows no PUK and no administrator. This is what its issuer says.</source>
            <translation>它不支援 PUK 解鎖碼，也沒有管理員。以下是簽發機構的說明。</translation>
        </message>
        <message>
            <source>It locks after {limit} wrong ones</source>
            <translation>輸錯滿 {limit} 次會鎖定</translation>
        </message>
        <message>
            <source>It must have: {rule}.</source>
            <translation>要求：{rule}。</translation>
        </message>
        <message>
            <source>It was locked already: nothing was sent. It cannot sign or decrypt.</source>
            <translation>令牌此前已經鎖定，這次沒有傳送密碼。它不能再用來簽名或解密。</translation>
        </message>
        <message>
            <source>Its tries are counted from the start again.</source>
            <translation>剩餘次數已恢復，請使用新密碼。</translation>
        </message>
        <message>
            <source>Keep this PIN</source>
            <translation>保留密碼</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>密鑰</translation>
        </message>
        <message>
            <source>Last try</source>
            <translation>最後一次</translation>
        </message>
        <message>
            <source>Leave it plugged in. Any other use makes this challenge void.</source>
            <translation>請保持插着。做其他操作會使這個挑戰碼作廢。</translation>
        </message>
        <message>
            <source>Log on</source>
            <translation>登入</translation>
        </message>
        <message>
            <source>Log on as administrator</source>
            <translation>以管理員身分登入</translation>
        </message>
        <message>
            <source>Longer is better</source>
            <translation>再長一些更好</translation>
        </message>
        <message>
            <source>Looking...</source>
            <translation>正在查看...</translation>
        </message>
        <message>
            <source>Mail</source>
            <translation>電郵</translation>
        </message>
        <message>
            <source>Make a key</source>
            <translation>產生密鑰</translation>
        </message>
        <message>
            <source>New PIN</source>
            <translation>新密碼</translation>
        </message>
        <message>
            <source>New PIN again</source>
            <translation>確認新密碼</translation>
        </message>
        <message>
            <source>New PIN: {rule}</source>
            <translation>新密碼須{rule}</translation>
        </message>
        <message>
            <source>New administrator PIN</source>
            <translation>新管理員密碼</translation>
        </message>
        <message>
            <source>No PIN was sent. Plug it in again, or close this.</source>
            <translation>沒有傳送任何密碼。請重新插入，或關閉本視窗。</translation>
        </message>
        <message>
            <source>Nobody keeps a copy of the PIN: once forgotten only unlocking gives a new one.</source>
            <translation>沒有人保存密碼副本，忘記後只能透過解鎖重設。</translation>
        </message>
        <message>
            <source>None set</source>
            <translation>沒有</translation>
        </message>
        <message>
            <source>Not offered</source>
            <translation>不辦理</translation>
        </message>
        <message>
            <source>Not sent to the token, no try used</source>
            <translation>沒有傳送到令牌，沒有消耗次數</translation>
        </message>
        <message>
            <source>Noted on this computer</source>
            <translation>本機記錄</translation>
        </message>
        <message>
            <source>Nothing has been sent yet</source>
            <translation>還沒有傳送</translation>
        </message>
        <message>
            <source>Nothing was changed. Get a new challenge and try again.</source>
            <translation>沒有任何改動。請取得新的挑戰碼再試。</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>現在</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>確定</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>不保留</translation>
        </message>
        <message>
            <source>Once locked</source>
            <translation>鎖定以後</translation>
        </message>
        <message>
            <source>Only 0 to 9 and A to F, in pairs</source>
            <translation>只能是成對的 0 至 9、A 至 F</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>辦公中</translation>
        </message>
        <message>
            <source>Open {what} in the browser</source>
            <translation>在瀏覽器中開啟{what}</translation>
        </message>
        <message>
            <source>Open...</source>
            <translation>開啟...</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>密碼</translation>
        </message>
        <message>
            <source>PUK</source>
            <translation>PUK 解鎖碼</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>電話</translation>
        </message>
        <message>
            <source>Portal</source>
            <translation>辦理網站</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>重新命名</translation>
        </message>
        <message>
            <source>Response</source>
            <translation>回應碼</translation>
        </message>
        <message>
            <source>Same</source>
            <translation>一致</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>服務網頁</translation>
        </message>
        <message>
            <source>Set PIN as administrator</source>
            <translation>設定密碼</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>簽名</translation>
        </message>
        <message>
            <source>Sign: this key asks each time</source>
            <translation>簽名（這個密鑰每次都要密碼）</translation>
        </message>
        <message>
            <source>Spend the last try</source>
            <translation>用掉最後一次</translation>
        </message>
        <message>
            <source>Strength</source>
            <translation>強度</translation>
        </message>
        <message>
            <source>Strong</source>
            <translation>強</translation>
        </message>
        <message>
            <source>Test the token</source>
            <translation>測試令牌</translation>
        </message>
        <message>
            <source>That was the last try. Its certificates cannot sign or decrypt any more.</source>
            <translation>最後一次機會已經用完，證書不能再用來簽名或解密。</translation>
        </message>
        <message>
            <source>The PIN is changed</source>
            <translation>密碼已更改</translation>
        </message>
        <message>
            <source>The PIN is right, but the token wants a new one first</source>
            <translation>密碼正確，但令牌要求先更改密碼</translation>
        </message>
        <message>
            <source>The PIN may have reached it: look at the tries left before typing it again.</source>
            <translation>密碼可能已送到令牌，請先查看剩餘次數再輸入。</translation>
        </message>
        <message>
            <source>The administrator PIN is changed</source>
            <translation>管理員密碼已更改</translation>
        </message>
        <message>
            <source>The issuer keeps no copy of the PIN: once forgotten it cannot be found again.</source>
            <translation>簽發機構不保存密碼副本，忘記後無法找回。</translation>
        </message>
        <message>
            <source>The number comes from</source>
            <translation>次數來自</translation>
        </message>
        <message>
            <source>The response does not fit the challenge</source>
            <translation>回應碼與挑戰碼不符</translation>
        </message>
        <message>
            <source>The same wrong PIN would be stopped here, without using a try.</source>
            <translation>再輸同一個錯誤密碼會被攔下，不扣次數。</translation>
        </message>
        <message>
            <source>The token gives a challenge; your administrator answers it with a response. Until then the token can do nothing else.</source>
            <translation>令牌給出挑戰碼，管理員據此回覆回應碼。在此之前令牌不能做其他事。</translation>
        </message>
        <message>
            <source>The token has a new PIN</source>
            <translation>令牌已解鎖，新密碼已生效</translation>
        </message>
        <message>
            <source>The token has counted this try.</source>
            <translation>這次已計入令牌。</translation>
        </message>
        <message>
            <source>The token has refused this very PIN already.</source>
            <translation>令牌剛才已經拒絕過同一個密碼。</translation>
        </message>
        <message>
            <source>The token is locked</source>
            <translation>令牌已鎖上</translation>
        </message>
        <message>
            <source>The token is not plugged in</source>
            <translation>令牌沒有插着</translation>
        </message>
        <message>
            <source>The token is unlocked</source>
            <translation>令牌已解鎖</translation>
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
            <translation>每次查看都會重讀令牌標誌，如果它說得更少，就以它為準。</translation>
        </message>
        <message>
            <source>The two new PINs differ</source>
            <translation>兩次輸入的新密碼不一致</translation>
        </message>
        <message>
            <source>The user is logged off first.</source>
            <translation>會先登出使用者。</translation>
        </message>
        <message>
            <source>The user's PIN is not touched by that: with it the token works as before.</source>
            <translation>用戶密碼不受影響，知道它就能照常使用令牌。</translation>
        </message>
        <message>
            <source>The {pin} is locked</source>
            <translation>{pin}已鎖定</translation>
        </message>
        <message>
            <source>There are full-width or Chinese characters in it.</source>
            <translation>裏面有全形字元或中文字。</translation>
        </message>
        <message>
            <source>This is the last try</source>
            <translation>這是最後一次機會</translation>
        </message>
        <message>
            <source>This may be the last try</source>
            <translation>這可能是最後一次機會</translation>
        </message>
        <message>
            <source>This program</source>
            <translation>本程式</translation>
        </message>
        <message>
            <source>This reader has keys of its own: the PIN is typed there after the next step</source>
            <translation>讀卡器自帶鍵盤，下一步請在讀卡器上輸入密碼</translation>
        </message>
        <message>
            <source>This token cannot be unlocked here</source>
            <translation>這個令牌不能在本機解鎖</translation>
        </message>
        <message>
            <source>This token is locked</source>
            <translation>這個令牌鎖定了</translation>
        </message>
        <message>
            <source>To go on, type the end of the serial number: {word}</source>
            <translation>如要繼續，請輸入序號尾號 {word}</translation>
        </message>
        <message>
            <source>To go on, type: {word}</source>
            <translation>如要繼續，請輸入 {word}</translation>
        </message>
        <message>
            <source>Tries in all</source>
            <translation>總次數</translation>
        </message>
        <message>
            <source>Type the PIN</source>
            <translation>請輸入密碼</translation>
        </message>
        <message>
            <source>Type the PIN first</source>
            <translation>請先輸入密碼</translation>
        </message>
        <message>
            <source>Type the PIN on the reader's own keys now</source>
            <translation>現在請在讀卡器鍵盤上輸入密碼</translation>
        </message>
        <message>
            <source>Type the PINs once more.</source>
            <translation>請重新輸入密碼。</translation>
        </message>
        <message>
            <source>Type the current PIN first</source>
            <translation>請先輸入目前密碼</translation>
        </message>
        <message>
            <source>Type the new PIN</source>
            <translation>請輸入新密碼</translation>
        </message>
        <message>
            <source>Type the new PIN once more</source>
            <translation>請再次輸入新密碼</translation>
        </message>
        <message>
            <source>Type the response</source>
            <translation>請輸入回應碼</translation>
        </message>
        <message>
            <source>Type the {pin} first</source>
            <translation>請先輸入{pin}</translation>
        </message>
        <message>
            <source>Unknown: neither token nor issuer says how many there are. Stop after the first wrong PIN.</source>
            <translation>未知：令牌和簽發機構都沒有說明次數，輸錯一次就請停下。</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>解鎖</translation>
        </message>
        <message>
            <source>Use the new one from now on, in every program.</source>
            <translation>從現在起，所有程式都要用新密碼。</translation>
        </message>
        <message>
            <source>Wait</source>
            <translation>先等等</translation>
        </message>
        <message>
            <source>Wait if you are not sure: the token keeps its last try for as long as you like.</source>
            <translation>沒有把握就先等等，最後一次機會會一直保留。</translation>
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
            <translation>網站</translation>
        </message>
        <message>
            <source>What changes it</source>
            <translation>甚麼會改變它</translation>
        </message>
        <message>
            <source>What is stopped before the token (a slip, the same wrong PIN, Cancel) takes none.</source>
            <translation>沒有送到令牌的不扣次數：手誤、同一個錯誤密碼、取消。</translation>
        </message>
        <message>
            <source>What still works</source>
            <translation>現在還能做甚麼</translation>
        </message>
        <message>
            <source>Whoever has its PUK can unlock it here</source>
            <translation>持有 PUK 的人可以在這裏解鎖</translation>
        </message>
        <message>
            <source>Why this many tries</source>
            <translation>為甚麼是這個次數</translation>
        </message>
        <message>
            <source>Wrong {pin}, {tries}</source>
            <translation>{pin}不正確，{tries}</translation>
        </message>
        <message>
            <source>You are logged on as administrator</source>
            <translation>已以管理員身分登入</translation>
        </message>
        <message numerus="yes">
            <source>You are logged on as administrator for %n more minute(s): the PIN is not asked for.</source>
            <translation>
                <numerusform>已以管理員身分登入，%n 分鐘內不再詢問管理員密碼。</numerusform>
            </translation>
        </message>
        <message>
            <source>administrator PIN</source>
            <translation>管理員密碼</translation>
        </message>
        <message>
            <source>kept</source>
            <translation>已符合</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>未符合</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>確定</translation>
        </message>
        <message>
            <source>{count} h</source>
            <translation>{count} 小時</translation>
        </message>
        <message>
            <source>{issuer} can unlock it</source>
            <translation>{issuer}可以辦理解鎖</translation>
        </message>
        <message>
            <source>{issuer} does not unlock, only a new certificate helps then</source>
            <translation>{issuer}不提供解鎖，只能撤銷後重新申請</translation>
        </message>
        <message>
            <source>{issuer} says</source>
            <translation>{issuer}公佈</translation>
        </message>
        <message>
            <source>{issuer}: {ways}</source>
            <translation>{issuer}：{ways}</translation>
        </message>
        <message>
            <source>{rule} (required)</source>
            <translation>{rule}（必須）</translation>
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
            <translation>全部記錄</translation>
        </message>
        <message>
            <source>Forget this PIN</source>
            <translation>忘掉這個密碼</translation>
        </message>
        <message>
            <source>In this program's memory only. Forgotten when the token is removed, when a PIN fails, when the computer sleeps and when the program ends.</source>
            <translation>只保留在本程式的記憶體裏。拔出令牌、輸錯密碼、電腦睡眠或結束程式時立即忘掉。</translation>
        </message>
        <message>
            <source>Keep PINs</source>
            <translation>保留密碼</translation>
        </message>
        <message>
            <source>Lock all</source>
            <translation>全部鎖定</translation>
        </message>
        <message>
            <source>Looking for tokens...</source>
            <translation>正在尋找令牌...</translation>
        </message>
        <message>
            <source>No PIN has been typed for it yet, as far as this computer knows.</source>
            <translation>本機還沒有這個令牌的密碼記錄。</translation>
        </message>
        <message>
            <source>No token is plugged in</source>
            <translation>沒有插入令牌</translation>
        </message>
        <message>
            <source>Nothing said</source>
            <translation>沒有說明</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>密碼</translation>
        </message>
        <message>
            <source>Plug in the token whose PIN you want to change or unlock.</source>
            <translation>請插入要更改密碼或解鎖的令牌。</translation>
        </message>
        <message>
            <source>Rules of {issuer}</source>
            <translation>{issuer}的密碼規則</translation>
        </message>
        <message numerus="yes">
            <source>This PIN is kept for %n more minute(s)</source>
            <translation>
                <numerusform>這個密碼還保留 %n 分鐘</numerusform>
            </translation>
        </message>
        <message>
            <source>This PIN is not kept now</source>
            <translation>這個密碼現在沒有保留</translation>
        </message>
        <message>
            <source>Try it with a practice token</source>
            <translation>用練習令牌試一遍</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>密碼記錄</translation>
        </message>
        <message>
            <source>While it is locked its PIN cannot be changed or used: unlock it first.</source>
            <translation>鎖定期間不能更改或使用密碼，請先解鎖。</translation>
        </message>
        <message>
            <source>{limit} wrong PINs lock the token</source>
            <translation>輸錯滿 {limit} 次鎖定</translation>
        </message>
    </context>
    <context>
        <name>Privacy</name>
        <message numerus="yes">
            <source>%n entries</source>
            <translation>
                <numerusform>%n 項</numerusform>
            </translation>
        </message>
        <message>
            <source>A window above others</source>
            <translation>顯示在其他視窗之上</translation>
        </message>
        <message>
            <source>All of it in one zip file, as texts that any program reads</source>
            <translation>全部內容放進一個 zip 檔案，都是任何程式都能讀的文本</translation>
        </message>
        <message>
            <source>Also delete everything this program keeps on this computer</source>
            <translation>同時刪除本程式在這部電腦上儲存的全部內容</translation>
        </message>
        <message>
            <source>At its next start it asks again; until you agree, nothing else can be done in it.</source>
            <translation>下次啟動時會再次詢問，在您同意之前無法進行其他操作。</translation>
        </message>
        <message>
            <source>Bluetooth, location, camera, microphone</source>
            <translation>藍牙、位置、鏡頭、麥克風</translation>
        </message>
        <message>
            <source>Changes on this computer</source>
            <translation>在這部電腦上的更改</translation>
        </message>
        <message>
            <source>Clipboard</source>
            <translation>剪貼簿</translation>
        </message>
        <message>
            <source>Codes of what this program did, where you turned it on</source>
            <translation>程式所做事情的代碼，僅在您開啟時</translation>
        </message>
        <message>
            <source>Count of tries</source>
            <translation>嘗試次數</translation>
        </message>
        <message>
            <source>Delete for good</source>
            <translation>永久刪除</translation>
        </message>
        <message>
            <source>Delete...</source>
            <translation>刪除...</translation>
        </message>
        <message>
            <source>Delete: {what}</source>
            <translation>刪除：{what}</translation>
        </message>
        <message>
            <source>Deleted: {what}</source>
            <translation>已刪除：{what}</translation>
        </message>
        <message>
            <source>Download my data</source>
            <translation>下載我的資料</translation>
        </message>
        <message>
            <source>Download...</source>
            <translation>下載...</translation>
        </message>
        <message>
            <source>Every choice is as it was at first.</source>
            <translation>所有選擇恢復為最初的樣子。</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>檔案</translation>
        </message>
        <message>
            <source>Files as they were before, so that each change can be taken back</source>
            <translation>檔案原來的樣子，以便逐項還原</translation>
        </message>
        <message>
            <source>Files of yours with the rules of other issuers</source>
            <translation>您提供的、其他發證機構的規則檔案</translation>
        </message>
        <message>
            <source>From the next start on you are asked again before they are loaded.</source>
            <translation>從下次啟動起，載入之前會再次詢問。</translation>
        </message>
        <message>
            <source>History</source>
            <translation>記錄</translation>
        </message>
        <message>
            <source>History, names, tokens seen before, the count of tries, the log and practice tokens. Your tokens themselves are not touched.</source>
            <translation>記錄、名稱、以前見過的令牌、嘗試次數、日誌和練習令牌。令牌本身不受影響。</translation>
        </message>
        <message>
            <source>In one folder of yours that other users cannot read. No PIN is among it.</source>
            <translation>都在您自己的一個資料夾內，其他用戶無法讀取，其中沒有密碼。</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>使用中</translation>
        </message>
        <message>
            <source>Installing programs</source>
            <translation>安裝程式</translation>
        </message>
        <message>
            <source>Issuers you added</source>
            <translation>您新增的發證機構</translation>
        </message>
        <message>
            <source>It does not start with the computer any more; notifications and the log are off.</source>
            <translation>不再隨電腦啟動，通知和日誌關閉。</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>日誌</translation>
        </message>
        <message>
            <source>Misses so far are forgotten. Tokens that report no count may then show more tries than they have.</source>
            <translation>到目前為止的錯誤次數會被忘掉。不報告次數的令牌，顯示的剩餘次數可能偏多。</translation>
        </message>
        <message>
            <source>Modules you agreed to</source>
            <translation>您同意載入的模組</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>網絡</translation>
        </message>
        <message>
            <source>Network, Bluetooth, location, camera, microphone</source>
            <translation>網絡、藍牙、位置、鏡頭、麥克風</translation>
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
            <translation>現在還不能刪除任何內容</translation>
        </message>
        <message>
            <source>Nothing else changes.</source>
            <translation>其他不變。</translation>
        </message>
        <message>
            <source>Nothing in this version needs them</source>
            <translation>本版本不需要</translation>
        </message>
        <message>
            <source>Nothing now</source>
            <translation>目前沒有</translation>
        </message>
        <message>
            <source>Notifications given</source>
            <translation>已發出的通知</translation>
        </message>
        <message>
            <source>Notifications of the system</source>
            <translation>系統通知</translation>
        </message>
        <message>
            <source>Older signatures of the publisher are believed again until the next look.</source>
            <translation>到下次查看之前，發佈者以前的簽署會重新被接受。</translation>
        </message>
        <message>
            <source>One line stays: that the history was cleared.</source>
            <translation>會留下一條：記錄已清除。</translation>
        </message>
        <message>
            <source>Open-source components</source>
            <translation>開源組件</translation>
        </message>
        <message>
            <source>Parts of this program made by others, with their licences</source>
            <translation>本程式中由他人開發的部分及其授權條款</translation>
        </message>
        <message>
            <source>Paths and checksums of vendors' files</source>
            <translation>廠商檔案的路徑和校驗值</translation>
        </message>
        <message>
            <source>Practice tokens</source>
            <translation>練習令牌</translation>
        </message>
        <message>
            <source>Privacy policy</source>
            <translation>私隱政策</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>結束</translation>
        </message>
        <message>
            <source>Read...</source>
            <translation>閲讀...</translation>
        </message>
        <message>
            <source>Right and wrong PINs by token, as a protection against locking</source>
            <translation>每個令牌密碼正確和錯誤的次數，用來防止鎖定</translation>
        </message>
        <message>
            <source>Serial numbers, labels and certificates, shown at once at the next start</source>
            <translation>序列號、標籤和證書，下次啟動時立即顯示</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>Shared with others: nothing</source>
            <translation>與他人共享：無</translation>
        </message>
        <message>
            <source>Show...</source>
            <translation>查看...</translation>
        </message>
        <message>
            <source>So that none comes twice</source>
            <translation>避免重複</translation>
        </message>
        <message>
            <source>Some may come once more.</source>
            <translation>有些通知可能再次出現。</translation>
        </message>
        <message>
            <source>Starting with the computer</source>
            <translation>隨電腦啟動</translation>
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
            <translation>程式還沒有完成啟動。請稍等片刻，然後再試一次。</translation>
        </message>
        <message>
            <source>The program lets go of every token, forgets PINs, and ends.</source>
            <translation>程式放開所有令牌，忘掉密碼，然後結束。</translation>
        </message>
        <message>
            <source>Their invented keys, certificates and PINs</source>
            <translation>虛構的密鑰、證書和密碼</translation>
        </message>
        <message>
            <source>Their tokens are no longer recognised as theirs.</source>
            <translation>將不再識別它們的令牌。</translation>
        </message>
        <message>
            <source>They are made anew when you practise again.</source>
            <translation>再次練習時會重新生成。</translation>
        </message>
        <message>
            <source>They run inside this program. None of them is given any data of yours by it.</source>
            <translation>它們在本程式內部運行，本程式不會把您的資料交給它們的開發者。</translation>
        </message>
        <message>
            <source>Third parties</source>
            <translation>第三方</translation>
        </message>
        <message>
            <source>This program has no account and no statistics. It uses the network only to look for a newer version, if you want that, and says nothing of you there</source>
            <translation>本程式沒有帳戶，沒有統計。它只在您願意時使用網絡查看有沒有新版本，並且不透露關於您的任何內容</translation>
        </message>
        <message>
            <source>This program has no server, no account and no statistics, and never uses the network</source>
            <translation>本程式沒有伺服器、帳戶和統計，從不使用網絡</translation>
        </message>
        <message>
            <source>This version does not bring itself up to date</source>
            <translation>本版本不會自行升級</translation>
        </message>
        <message>
            <source>Those you choose, and its own folder</source>
            <translation>您選定的檔案，以及它自己的資料夾</translation>
        </message>
        <message>
            <source>To look for a newer version, once a day or when you press the button. {host} is told which file is wanted, and sees the internet address you have</source>
            <translation>每天一次或在您按下按鈕時查看有沒有新版本。{host} 會知道請求的是哪個檔案，並看到您的網絡地址</translation>
        </message>
        <message>
            <source>To show and use your tokens, through their vendors' modules</source>
            <translation>通過廠商模組顯示和使用您的令牌</translation>
        </message>
        <message>
            <source>To tell of tokens, wrong PINs elsewhere and certificates that end</source>
            <translation>提醒令牌插拔、其他程式輸錯密碼、證書到期</translation>
        </message>
        <message>
            <source>To watch tokens from the beginning</source>
            <translation>從一開始就留意令牌</translation>
        </message>
        <message>
            <source>Tokens are called again as they call themselves.</source>
            <translation>令牌將重新顯示自帶的名稱。</translation>
        </message>
        <message>
            <source>Tokens seen before</source>
            <translation>以前見過的令牌</translation>
        </message>
        <message>
            <source>Tokens that are not plugged in are not shown any more.</source>
            <translation>沒有插入的令牌將不再顯示。</translation>
        </message>
        <message>
            <source>USB tokens and card readers</source>
            <translation>USB 令牌和讀卡器</translation>
        </message>
        <message>
            <source>Unlocking under way</source>
            <translation>正在進行的解鎖</translation>
        </message>
        <message>
            <source>User agreement</source>
            <translation>用戶協議</translation>
        </message>
        <message>
            <source>What is kept on this computer</source>
            <translation>這部電腦上儲存的內容</translation>
        </message>
        <message>
            <source>What is kept stays where it is until you delete it.</source>
            <translation>儲存的內容會留在原處，直到您刪除。</translation>
        </message>
        <message>
            <source>What this program may do</source>
            <translation>本程式可以做什麼</translation>
        </message>
        <message>
            <source>What tokenmgr keeps on this computer for its user. No PIN is in it. Practice tokens are left out.</source>
            <translation>tokenmgr 在這部電腦上為用戶儲存的內容。裏面沒有密碼。不包括練習令牌。</translation>
        </message>
        <message>
            <source>What was done to which token, and when; never a PIN</source>
            <translation>對哪個令牌做過什麼、何時；沒有密碼</translation>
        </message>
        <message>
            <source>What was heard last, and the publisher's signatures</source>
            <translation>上次得到的內容，以及發佈者的簽署</translation>
        </message>
        <message>
            <source>What you agreed to</source>
            <translation>您同意的內容</translation>
        </message>
        <message>
            <source>What you call them, by serial number</source>
            <translation>按序列號儲存的名稱</translation>
        </message>
        <message>
            <source>Which token waits for an administrator's response; it goes by itself</source>
            <translation>哪個令牌在等管理員的應答；完成後自動消失</translation>
        </message>
        <message>
            <source>Withdraw and quit</source>
            <translation>撤回並結束</translation>
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
            <translation>只在您按複製按鈕時寫入，從不讀取，從不寫入密碼</translation>
        </message>
        <message>
            <source>You agreed to version {version}</source>
            <translation>您已同意第 {version} 版</translation>
        </message>
        <message>
            <source>Your choices on these pages, and where the window was</source>
            <translation>您在這裏的選擇，以及視窗的位置</translation>
        </message>
        <message>
            <source>Your consent</source>
            <translation>您的同意</translation>
        </message>
        <message>
            <source>Your data was saved</source>
            <translation>您的資料已儲存</translation>
        </message>
        <message>
            <source>Your names for tokens</source>
            <translation>您給令牌起的名稱</translation>
        </message>
        <message>
            <source>Your tokens and other programs go on as before. Nothing was ever sent to anybody.</source>
            <translation>令牌和其他程式一切照舊。從來沒有向任何人傳送過任何內容。</translation>
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
            <translation>請稍候：還有更改正在進行</translation>
        </message>
        <message>
            <source>The program ends by itself as soon as that is done.</source>
            <translation>更改一完成，程式就會自動結束。</translation>
        </message>
    </context>
    <context>
        <name>Repair</name>
        <message>
            <source>Done, but the trouble is still there</source>
            <translation>已執行，但問題仍在</translation>
        </message>
        <message>
            <source>It is written down, and can be taken back at any time on the page behind this.</source>
            <translation>會記錄下來，隨時可以在後面的頁面上還原。</translation>
        </message>
        <message>
            <source>Repair</source>
            <translation>修復</translation>
        </message>
        <message>
            <source>Repaired</source>
            <translation>已修復</translation>
        </message>
        <message>
            <source>The check still complains. The change can be taken back below.</source>
            <translation>檢查仍有問題。可以在下方還原這項更改。</translation>
        </message>
        <message>
            <source>The system will ask for the administrator's password.</source>
            <translation>系統會要求輸入管理員密碼。</translation>
        </message>
    </context>
    <context>
        <name>Search</name>
        <message>
            <source>Arrow keys to choose, Return to open</source>
            <translation>方向鍵選擇，回車開啟</translation>
        </message>
        <message>
            <source>Certificate without a name</source>
            <translation>沒有名稱的證書</translation>
        </message>
        <message>
            <source>Certificate, {until}</source>
            <translation>證書，{until}</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>結果</translation>
        </message>
        <message>
            <source>Nothing is called that. Try another word, such as PIN, certificate or language.</source>
            <translation>沒有找到。換個詞試試，例如密碼、證書、語言。</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜尋</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>What do you want to do?</source>
            <translation>您想做什麼？</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message numerus="yes">
            <source>%n byte(s)</source>
            <translation>
                <numerusform>%n 位元組</numerusform>
            </translation>
        </message>
        <message>
            <source>A module is the vendor's library that talks to the token. Each runs in a process of its own: one that crashes or hangs does not take this window with it.</source>
            <translation>模組是廠商提供的、與令牌通訊的程式庫。每個模組在獨立的處理程序裏運行，崩潰或卡住也不會拖垮這個視窗。</translation>
        </message>
        <message>
            <source>A small window that stays on top, with the token's state and its main actions</source>
            <translation>始終在最前的小視窗，顯示令牌狀態和主要操作</translation>
        </message>
        <message>
            <source>About</source>
            <translation>關於</translation>
        </message>
        <message>
            <source>As the issuer says</source>
            <translation>按發證機構</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟隨系統</translation>
        </message>
        <message>
            <source>Browsers</source>
            <translation>瀏覽器</translation>
        </message>
        <message>
            <source>Certificate tokens you can trust with a PIN: see them, use them, and never lose a try unknowingly.</source>
            <translation>放心把密碼交給它的證書令牌程式：看得清，用得上，不會不知不覺丟掉一次機會。</translation>
        </message>
        <message>
            <source>Certificates that expire</source>
            <translation>證書到期</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Closing the window leaves the program in the tray, where there is one</source>
            <translation>關閉視窗後程式留在系統匣（系統有系統匣時）</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Days before the end</source>
            <translation>到期前的天數</translation>
        </message>
        <message>
            <source>Each try is noted before it is made, so the number shown is never too high</source>
            <translation>每次嘗試都先記下再進行，顯示的次數不會偏多</translation>
        </message>
        <message>
            <source>Every PIN passes these checks before it is sent. What is stopped here costs no try.</source>
            <translation>每個密碼在傳送之前都要經過這些檢查。在這裏攔下的，不消耗次數。</translation>
        </message>
        <message>
            <source>Export the log</source>
            <translation>匯出日誌</translation>
        </message>
        <message>
            <source>Export...</source>
            <translation>匯出...</translation>
        </message>
        <message>
            <source>For finding faults. It stays on this computer, and its size is bounded</source>
            <translation>用於查找故障，只儲存在這部電腦上，大小有上限</translation>
        </message>
        <message>
            <source>Forgets every PIN and logs off everywhere</source>
            <translation>忘掉所有密碼，全部登出</translation>
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
            <translation>如果在您輸入時換了令牌，就不傳送</translation>
        </message>
        <message>
            <source>In memory only. It is forgotten when the token leaves, the computer sleeps, or a PIN fails</source>
            <translation>只在記憶體裏。令牌拔出、電腦休眠或密碼出錯時立即忘掉</translation>
        </message>
        <message>
            <source>In the background, so that tokens are watched from the beginning</source>
            <translation>在後台啟動，從一開始就留意令牌</translation>
        </message>
        <message>
            <source>It takes a typed word to spend it</source>
            <translation>要鍵入確認詞才會使用</translation>
        </message>
        <message>
            <source>Keep a log</source>
            <translation>記錄日誌</translation>
        </message>
        <message>
            <source>Keep the PIN for</source>
            <translation>保留密碼的時間</translation>
        </message>
        <message>
            <source>Keeping the PIN</source>
            <translation>保留密碼</translation>
        </message>
        <message>
            <source>Known where the token's own count went down without this program</source>
            <translation>令牌自己的計數減少，而本程式沒有傳送密碼</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>語言</translation>
        </message>
        <message>
            <source>Language and look</source>
            <translation>語言和外觀</translation>
        </message>
        <message>
            <source>Length and letters</source>
            <translation>長度和字元</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>授權條款</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>淺色</translation>
        </message>
        <message>
            <source>Lock all</source>
            <translation>全部鎖定</translation>
        </message>
        <message>
            <source>Lock all tokens now</source>
            <translation>立即鎖定所有令牌</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>日誌</translation>
        </message>
        <message>
            <source>Log exported</source>
            <translation>日誌已匯出</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>外觀</translation>
        </message>
        <message>
            <source>Look for a newer version now</source>
            <translation>現在查看有沒有新版本</translation>
        </message>
        <message>
            <source>Mini window</source>
            <translation>小窗</translation>
        </message>
        <message>
            <source>Modules</source>
            <translation>模組</translation>
        </message>
        <message>
            <source>My own</source>
            <translation>自己設定</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>網絡</translation>
        </message>
        <message>
            <source>No PIN can be in it</source>
            <translation>裏面不可能有密碼</translation>
        </message>
        <message>
            <source>Not because somebody takes care, but because there is no room for one: each line is a code and words from a closed list, numbers are below a hundred. Names and serial numbers are not in it either.</source>
            <translation>不是靠小心，而是沒有地方放：每一行只有代碼和固定詞表裏的詞，數字不超過一百。也沒有姓名和序列號。</translation>
        </message>
        <message>
            <source>Not used</source>
            <translation>不使用</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>沒有</translation>
        </message>
        <message>
            <source>Nothing repeats a PIN by itself: not after a fault, a time-out or a new connection</source>
            <translation>從不自動重複傳送密碼，故障、超時、重新連接之後也不會</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>One that this token refused is stopped until the program ends</source>
            <translation>被令牌拒絕過的密碼，在程式結束之前都會攔下</translation>
        </message>
        <message>
            <source>Only to look for a newer version, if you want that</source>
            <translation>只在您願意時查看有沒有新版本</translation>
        </message>
        <message>
            <source>Only what you just typed</source>
            <translation>只傳送您剛輸入的</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translation>私隱</translation>
        </message>
        <message>
            <source>Sections</source>
            <translation>分類</translation>
        </message>
        <message>
            <source>Security</source>
            <translation>安全</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>Show notifications</source>
            <translation>顯示通知</translation>
        </message>
        <message>
            <source>Start and stay</source>
            <translation>啟動和駐留</translation>
        </message>
        <message>
            <source>Start with the computer</source>
            <translation>隨電腦啟動</translation>
        </message>
        <message>
            <source>Stay in the tray</source>
            <translation>留在系統匣</translation>
        </message>
        <message>
            <source>Still the same token</source>
            <translation>還是同一個令牌</translation>
        </message>
        <message>
            <source>The guard</source>
            <translation>密碼防護</translation>
        </message>
        <message>
            <source>The last try</source>
            <translation>最後一次機會</translation>
        </message>
        <message>
            <source>The same wrong PIN only once</source>
            <translation>同一個錯誤密碼只傳送一次</translation>
        </message>
        <message>
            <source>Through the system, each with one thing to do</source>
            <translation>通過系統通知顯示，每條帶一個操作</translation>
        </message>
        <message>
            <source>Tokens that come and leave</source>
            <translation>令牌插入和拔出</translation>
        </message>
        <message>
            <source>Too short, too long, full-width digits or a blank from pasting: stopped</source>
            <translation>太短、太長、全角數字或粘貼帶入的空格，都會攔下</translation>
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
            <translation>結果和更新內容顯示在「關於」內</translation>
        </message>
        <message>
            <source>What was written</source>
            <translation>已記錄</translation>
        </message>
        <message>
            <source>Whole numbers with commas between, such as 60, 30, 7</source>
            <translation>請填整數，用逗號分開，例如 60, 30, 7</translation>
        </message>
        <message>
            <source>Written down first</source>
            <translation>先記錄，後嘗試</translation>
        </message>
        <message>
            <source>Wrong PINs from other programs</source>
            <translation>其他程式輸錯密碼</translation>
        </message>
        <message>
            <source>You are told on each of these days</source>
            <translation>到了這些天會分別提醒</translation>
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
                <numerusform>還有 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message numerus="yes">
            <source>Administrator, %n min</source>
            <translation>
                <numerusform>管理員 %n 分鐘</numerusform>
            </translation>
        </message>
        <message>
            <source>Built in</source>
            <translation>內置</translation>
        </message>
        <message>
            <source>CA</source>
            <translation>CA</translation>
        </message>
        <message>
            <source>Change PIN</source>
            <translation>須改密碼</translation>
        </message>
        <message>
            <source>Encrypt</source>
            <translation>加密</translation>
        </message>
        <message numerus="yes">
            <source>Expired %n day(s) ago</source>
            <translation>
                <numerusform>已過期 %n 天</numerusform>
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
            <translation>初始密碼</translation>
        </message>
        <message>
            <source>Last try</source>
            <translation>只剩一次</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>已鎖定</translation>
        </message>
        <message>
            <source>No PIN set</source>
            <translation>未設密碼</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>沒有回應</translation>
        </message>
        <message>
            <source>No certificate</source>
            <translation>沒有證書</translation>
        </message>
        <message>
            <source>None</source>
            <translation>沒有</translation>
        </message>
        <message>
            <source>Not initialised</source>
            <translation>未初始化</translation>
        </message>
        <message>
            <source>Not reported</source>
            <translation>未報告</translation>
        </message>
        <message>
            <source>Not unlocked</source>
            <translation>未解鎖</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>簽名</translation>
        </message>
        <message>
            <source>Sign + encrypt</source>
            <translation>簽名加密</translation>
        </message>
        <message>
            <source>Slow</source>
            <translation>緩慢</translation>
        </message>
        <message>
            <source>Unlocked</source>
            <translation>已解鎖</translation>
        </message>
        <message numerus="yes">
            <source>Unlocked, %n min</source>
            <translation>
                <numerusform>已解鎖 %n 分鐘</numerusform>
            </translation>
        </message>
        <message>
            <source>{count} {usage}</source>
            <translation>{usage} {count} 張</translation>
        </message>
    </context>
    <context>
        <name>TokenDialogs</name>
        <message numerus="yes">
            <source>%n certificate(s) deleted</source>
            <translation>
                <numerusform>已刪除 %n 張證書</numerusform>
            </translation>
        </message>
        <message>
            <source>A certificate on the token needs this key</source>
            <translation>令牌上有證書需要這個密鑰</translation>
        </message>
        <message>
            <source>Alias on this computer</source>
            <translation>本機上的別名</translation>
        </message>
        <message>
            <source>All keys and data go too, also those that do not show.</source>
            <translation>全部密鑰和資料也會被刪除，包括沒有顯示的。</translation>
        </message>
        <message>
            <source>Certificates and keys cannot be brought back, and the issuer does not give them out again for nothing.</source>
            <translation>證書和密鑰無法找回，重新申請可能需要付費。</translation>
        </message>
        <message>
            <source>Choose what to delete</source>
            <translation>請選擇要刪除的內容</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>關閉</translation>
        </message>
        <message>
            <source>Content and module</source>
            <translation>內容與模組</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>複製</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>刪除</translation>
        </message>
        <message>
            <source>Delete all and initialise</source>
            <translation>全部刪除並初始化</translation>
        </message>
        <message>
            <source>Delete certificate</source>
            <translation>刪除證書</translation>
        </message>
        <message>
            <source>Delete content</source>
            <translation>刪除內容</translation>
        </message>
        <message>
            <source>Delete data</source>
            <translation>刪除資料</translation>
        </message>
        <message>
            <source>Delete key</source>
            <translation>刪除密鑰</translation>
        </message>
        <message>
            <source>Delete their private keys too</source>
            <translation>同時刪除對應的私鑰</translation>
        </message>
        <message>
            <source>Does my token really work?</source>
            <translation>令牌真的能用嗎</translation>
        </message>
        <message>
            <source>Each key of the token signs something that means nothing, and the signature is checked with its certificate. What can decrypt does that too. Nothing is changed, and nothing leaves this computer.</source>
            <translation>用令牌中的每個密鑰試簽一段無意義的內容，再用證書核對。能解密的也會試一次。不會改動任何內容，也不會傳送到網絡。</translation>
        </message>
        <message>
            <source>Every computer sees it. To change it the PIN is asked for.</source>
            <translation>寫入令牌，在所有電腦上可見。更改時須輸入密碼。</translation>
        </message>
        <message>
            <source>Everything on this token will be deleted</source>
            <translation>令牌中的全部內容將被刪除</translation>
        </message>
        <message>
            <source>If the token is locked</source>
            <translation>令牌鎖定後怎麼辦</translation>
        </message>
        <message>
            <source>Import a certificate, or apply for one.</source>
            <translation>現在可以匯入或申請證書。</translation>
        </message>
        <message>
            <source>Initialise</source>
            <translation>初始化</translation>
        </message>
        <message>
            <source>It decrypted, and the result is right.</source>
            <translation>試解密成功，內容無誤。</translation>
        </message>
        <message>
            <source>It signed, and the signature is right.</source>
            <translation>試簽成功，簽名核對無誤。</translation>
        </message>
        <message>
            <source>Its key asks for the PIN each time, is for neither signing nor decrypting, or is of a kind that this program cannot test, such as SM2. That says nothing against the token.</source>
            <translation>它的密鑰每次使用都要輸入密碼，既不用於簽署也不用於解密，或者屬於本程式無法測試的類型（例如 SM2）。這並不表示令牌有問題。</translation>
        </message>
        <message>
            <source>Mail and files encrypted for a deleted key can never be opened again.</source>
            <translation>用被刪除的密鑰加密的郵件和檔案將永遠無法開啟。</translation>
        </message>
        <message>
            <source>Name on the token</source>
            <translation>令牌名稱</translation>
        </message>
        <message>
            <source>New name on the token</source>
            <translation>新的令牌名稱</translation>
        </message>
        <message>
            <source>No certificate shows on this token, so there is nothing to delete.</source>
            <translation>這個令牌中沒有顯示證書，沒有可刪除的內容。</translation>
        </message>
        <message>
            <source>Nothing has been changed yet</source>
            <translation>還沒有更改</translation>
        </message>
        <message>
            <source>Only the PIN is missing: choose another, and set it.</source>
            <translation>只差密碼：請另選一個，然後設定。</translation>
        </message>
        <message>
            <source>Only this computer knows it. Empty: the token shows as it calls itself.</source>
            <translation>只儲存在這部電腦上。留空則顯示令牌本身的名稱。</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>重新命名</translation>
        </message>
        <message>
            <source>Renamed</source>
            <translation>已重新命名</translation>
        </message>
        <message>
            <source>Save...</source>
            <translation>儲存...</translation>
        </message>
        <message>
            <source>Set PIN</source>
            <translation>設定密碼</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>開始測試</translation>
        </message>
        <message>
            <source>Test again</source>
            <translation>再測一次</translation>
        </message>
        <message>
            <source>The data was deleted</source>
            <translation>資料已刪除</translation>
        </message>
        <message>
            <source>The key to this certificate is not on the token.</source>
            <translation>令牌中沒有與這張證書對應的密鑰。</translation>
        </message>
        <message>
            <source>The key was deleted</source>
            <translation>密鑰已刪除</translation>
        </message>
        <message>
            <source>The program that put it on the token may need it.</source>
            <translation>把它放進令牌的程式可能還要用它。</translation>
        </message>
        <message>
            <source>The token is empty and has a new PIN</source>
            <translation>令牌已清空，並設定了新密碼</translation>
        </message>
        <message>
            <source>The token is empty now, and has no PIN yet</source>
            <translation>令牌已經清空，還沒有密碼</translation>
        </message>
        <message>
            <source>The token needs a name</source>
            <translation>請填寫令牌名稱</translation>
        </message>
        <message>
            <source>This token is locked</source>
            <translation>這個令牌已鎖定</translation>
        </message>
        <message>
            <source>Token information</source>
            <translation>令牌資料</translation>
        </message>
        <message>
            <source>Too long for the token</source>
            <translation>名稱太長，令牌放不下</translation>
        </message>
        <message>
            <source>Type the PIN</source>
            <translation>請輸入密碼</translation>
        </message>
        <message>
            <source>Type the administrator PIN</source>
            <translation>請輸入管理員密碼</translation>
        </message>
        <message>
            <source>Type the end of the serial number: {tail}</source>
            <translation>請輸入序號最後幾位：{tail}</translation>
        </message>
        <message>
            <source>Type the number's end</source>
            <translation>請輸入序號最後幾位</translation>
        </message>
        <message>
            <source>What is deleted</source>
            <translation>要刪除的內容</translation>
        </message>
        <message>
            <source>What is deleted cannot be brought back</source>
            <translation>刪除後無法找回</translation>
        </message>
        <message>
            <source>What the key made does not fit the certificate: use another token, and ask the issuer.</source>
            <translation>密鑰的結果與證書不符，請改用其他令牌，並向發證機構查詢。</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>怎麼辦</translation>
        </message>
        <message>
            <source>What will be gone</source>
            <translation>將被刪除</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>另有 %n 項</numerusform>
            </translation>
        </message>
        <message>
            <source>not reported</source>
            <translation>未報告</translation>
        </message>
        <message>
            <source>{name} stays, but nothing can be signed or opened with it any more.</source>
            <translation>「{name}」會保留，但不能再用它簽名或解密。</translation>
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
            <translation>{name}：沒有測試</translation>
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
            <translation>練習</translation>
        </message>
        <message>
            <source>{issuer} rules</source>
            <translation>按{issuer}規則</translation>
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
                <numerusform>%n 分鐘</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of the wrong PINs came from other programs.</source>
            <translation>
                <numerusform>其中 %n 次來自其他程式。</numerusform>
            </translation>
        </message>
        <message>
            <source>Administrator PIN</source>
            <translation>管理員密碼</translation>
        </message>
        <message>
            <source>Administrator log-on</source>
            <translation>管理員登入</translation>
        </message>
        <message>
            <source>Administrator tries</source>
            <translation>管理員剩餘次數</translation>
        </message>
        <message>
            <source>Advanced</source>
            <translation>進階</translation>
        </message>
        <message>
            <source>Alias</source>
            <translation>別名</translation>
        </message>
        <message>
            <source>All events</source>
            <translation>全部記錄</translation>
        </message>
        <message>
            <source>All {limit} tries have been used.</source>
            <translation>{limit} 次機會已全部用完。</translation>
        </message>
        <message>
            <source>Allowed</source>
            <translation>可用</translation>
        </message>
        <message>
            <source>As the issuer says</source>
            <translation>按發證機構的建議</translation>
        </message>
        <message>
            <source>Ask whoever gave you the token</source>
            <translation>向發放令牌的機構查詢</translation>
        </message>
        <message>
            <source>Built in</source>
            <translation>內置</translation>
        </message>
        <message>
            <source>By an administrator, when the PIN is locked or forgotten</source>
            <translation>忘記密碼或已鎖定時，由管理員解鎖</translation>
        </message>
        <message>
            <source>CA certificates</source>
            <translation>CA 證書</translation>
        </message>
        <message>
            <source>Can do</source>
            <translation>可用功能</translation>
        </message>
        <message>
            <source>Capital letters</source>
            <translation>大寫字母</translation>
        </message>
        <message>
            <source>Certificates and private keys cannot be brought back</source>
            <translation>證書和私鑰將無法找回</translation>
        </message>
        <message>
            <source>Certificates of issuers, put on the token so that others can check yours.</source>
            <translation>發證機構的證書，放在令牌中供他人核對您的證書。</translation>
        </message>
        <message>
            <source>Certificates of the token's owner, each with its key.</source>
            <translation>令牌持有人的證書，各有自己的密鑰。</translation>
        </message>
        <message>
            <source>Change PIN</source>
            <translation>更改密碼</translation>
        </message>
        <message>
            <source>Check signatures made before</source>
            <translation>驗證以前的簽名</translation>
        </message>
        <message>
            <source>Choose a token on the left to see all there is to know about it.</source>
            <translation>在左側選擇一個令牌，查看它的全部資料。</translation>
        </message>
        <message>
            <source>Client settings</source>
            <translation>用戶端設定</translation>
        </message>
        <message>
            <source>Common Criteria</source>
            <translation>通用準則 CC</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>複製</translation>
        </message>
        <message>
            <source>Copy all</source>
            <translation>複製全部</translation>
        </message>
        <message>
            <source>Copy what to do</source>
            <translation>複製方法</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>資料</translation>
        </message>
        <message>
            <source>Decrypt old mail and files</source>
            <translation>解密舊郵件和檔案</translation>
        </message>
        <message>
            <source>Decrypts</source>
            <translation>可解密</translation>
        </message>
        <message>
            <source>Delete content</source>
            <translation>刪除內容</translation>
        </message>
        <message>
            <source>Delete...</source>
            <translation>刪除...</translation>
        </message>
        <message>
            <source>Details...</source>
            <translation>詳情...</translation>
        </message>
        <message>
            <source>Digits</source>
            <translation>數字</translation>
        </message>
        <message>
            <source>Disconnect</source>
            <translation>中斷連接</translation>
        </message>
        <message>
            <source>Earlier PINs remembered</source>
            <translation>不能重複的舊密碼數</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>記錄</translation>
        </message>
        <message>
            <source>Every further try is refused.</source>
            <translation>再輸入也會被拒絕。</translation>
        </message>
        <message>
            <source>Everything on the tokens</source>
            <translation>令牌中的全部內容</translation>
        </message>
        <message>
            <source>Expires</source>
            <translation>證書到期</translation>
        </message>
        <message>
            <source>FIPS mode</source>
            <translation>FIPS 模式</translation>
        </message>
        <message>
            <source>Firmware version</source>
            <translation>韌體版本</translation>
        </message>
        <message>
            <source>Give the token a name you recognise</source>
            <translation>給令牌起一個好認的名字</translation>
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
            <translation>我有管理員密碼...</translation>
        </message>
        <message>
            <source>Information</source>
            <translation>資料</translation>
        </message>
        <message>
            <source>Insert one, and it appears here by itself.</source>
            <translation>插入後會自動顯示在這裏。</translation>
        </message>
        <message>
            <source>Insert the new token when it comes</source>
            <translation>收到新令牌後插入電腦</translation>
        </message>
        <message>
            <source>It can be unlocked; certificates and keys stay as they are.</source>
            <translation>可以解鎖，證書和密鑰保持不變。</translation>
        </message>
        <message>
            <source>Its issuer is not known here: ask whoever gave it to you.</source>
            <translation>未能識別發證機構，請向發放令牌的機構查詢。</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>密鑰</translation>
        </message>
        <message>
            <source>Keys stay on the token: what is shown here is only what they are called.</source>
            <translation>密鑰不會離開令牌，這裏顯示的只是名稱。</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>類別</translation>
        </message>
        <message>
            <source>Kinds of characters</source>
            <translation>至少幾類字元</translation>
        </message>
        <message>
            <source>Lock state</source>
            <translation>解鎖狀態</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>已鎖定</translation>
        </message>
        <message>
            <source>Locked {when}, by a wrong PIN.</source>
            <translation>{when} 密碼錯誤後鎖定。</translation>
        </message>
        <message>
            <source>Locked {when}, by wrong PIN number {limit}.</source>
            <translation>{when} 第 {limit} 次密碼錯誤後鎖定。</translation>
        </message>
        <message numerus="yes">
            <source>Locks in %n min</source>
            <translation>
                <numerusform>%n 分鐘後鎖定</numerusform>
            </translation>
        </message>
        <message>
            <source>Log file</source>
            <translation>日誌檔案</translation>
        </message>
        <message>
            <source>Logged on</source>
            <translation>已登入</translation>
        </message>
        <message numerus="yes">
            <source>Logged on, ends in %n min</source>
            <translation>
                <numerusform>已登入，%n 分鐘後登出</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Logged on, locks in %n min</source>
            <translation>
                <numerusform>已登入，%n 分鐘後鎖定</numerusform>
            </translation>
        </message>
        <message>
            <source>Longest PIN</source>
            <translation>最長長度</translation>
        </message>
        <message>
            <source>Longest key</source>
            <translation>密鑰長度</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>重新查看</translation>
        </message>
        <message>
            <source>Look at certificates and export their public part</source>
            <translation>查看和匯出證書（公開部分）</translation>
        </message>
        <message>
            <source>Mail</source>
            <translation>電郵</translation>
        </message>
        <message>
            <source>Maker</source>
            <translation>製造商</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>總記憶體</translation>
        </message>
        <message>
            <source>Memory, firmware, tries left; to copy or save</source>
            <translation>容量、韌體、剩餘次數，可複製</translation>
        </message>
        <message>
            <source>Memory, free</source>
            <translation>可用空間</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>型號</translation>
        </message>
        <message>
            <source>Module</source>
            <translation>模組</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多操作</translation>
        </message>
        <message>
            <source>Name on the token</source>
            <translation>令牌名稱</translation>
        </message>
        <message>
            <source>Needed</source>
            <translation>必須包含</translation>
        </message>
        <message>
            <source>Needs the PIN</source>
            <translation>需要密碼才能讀取</translation>
        </message>
        <message>
            <source>Needs the current PIN; nothing goes online</source>
            <translation>需要目前的密碼，不會傳送到網絡</translation>
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
            <translation>沒有插入令牌</translation>
        </message>
        <message>
            <source>No try is left.</source>
            <translation>沒有剩餘次數。</translation>
        </message>
        <message>
            <source>None given</source>
            <translation>未設定</translation>
        </message>
        <message>
            <source>Not allowed</source>
            <translation>不允許</translation>
        </message>
        <message>
            <source>Not kept</source>
            <translation>不保留</translation>
        </message>
        <message>
            <source>Not logged on</source>
            <translation>未登入</translation>
        </message>
        <message>
            <source>Not possible with this token here</source>
            <translation>這種令牌不能在這裏解鎖</translation>
        </message>
        <message>
            <source>Not set</source>
            <translation>未設定</translation>
        </message>
        <message>
            <source>Not unlocked</source>
            <translation>未解鎖</translation>
        </message>
        <message>
            <source>Nothing happens after inserting it</source>
            <translation>插入後沒有反應</translation>
        </message>
        <message>
            <source>Nothing has been recorded for this token yet</source>
            <translation>這個令牌還沒有記錄</translation>
        </message>
        <message>
            <source>Nothing of this kind shows on the token. Some show it only after logging on.</source>
            <translation>令牌中沒有顯示這類內容。有些令牌登入後才顯示。</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>關</translation>
        </message>
        <message>
            <source>On</source>
            <translation>開</translation>
        </message>
        <message>
            <source>Only for virtual tokens</source>
            <translation>只用於虛擬令牌</translation>
        </message>
        <message>
            <source>PIN and security</source>
            <translation>密碼與安全</translation>
        </message>
        <message>
            <source>PIN expires</source>
            <translation>密碼到期</translation>
        </message>
        <message>
            <source>PIN kept in memory</source>
            <translation>記憶體中保留密碼</translation>
        </message>
        <message>
            <source>PIN quality</source>
            <translation>密碼質素</translation>
        </message>
        <message>
            <source>PIN rules</source>
            <translation>密碼規則</translation>
        </message>
        <message>
            <source>PIN tries left</source>
            <translation>密碼剩餘次數</translation>
        </message>
        <message>
            <source>Portal</source>
            <translation>網上系統</translation>
        </message>
        <message>
            <source>Practice</source>
            <translation>練習</translation>
        </message>
        <message>
            <source>Put the practice tokens away</source>
            <translation>收起練習令牌</translation>
        </message>
        <message>
            <source>Reader</source>
            <translation>讀卡器</translation>
        </message>
        <message>
            <source>Reader {name}</source>
            <translation>讀卡器 {name}</translation>
        </message>
        <message>
            <source>Recent events</source>
            <translation>最近記錄</translation>
        </message>
        <message>
            <source>Remind days ahead</source>
            <translation>提前幾天提醒</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>重新命名</translation>
        </message>
        <message>
            <source>Rules of {issuer}</source>
            <translation>{issuer}的規則</translation>
        </message>
        <message>
            <source>Same character in a row</source>
            <translation>同一字元連用</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>儲存</translation>
        </message>
        <message>
            <source>Save...</source>
            <translation>儲存...</translation>
        </message>
        <message>
            <source>Saved as {name}</source>
            <translation>已儲存為 {name}</translation>
        </message>
        <message>
            <source>Serial number</source>
            <translation>序號</translation>
        </message>
        <message>
            <source>Serial {number}</source>
            <translation>序號 {number}</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>已設定</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>Shortest PIN</source>
            <translation>最短長度</translation>
        </message>
        <message>
            <source>Sign, log in</source>
            <translation>簽名、登入</translation>
        </message>
        <message>
            <source>Signs</source>
            <translation>可簽名</translation>
        </message>
        <message>
            <source>Simple</source>
            <translation>簡單</translation>
        </message>
        <message>
            <source>Small letters</source>
            <translation>小寫字母</translation>
        </message>
        <message>
            <source>Special characters</source>
            <translation>特殊字元</translation>
        </message>
        <message>
            <source>Stay in the tray</source>
            <translation>關閉視窗後留在系統匣</translation>
        </message>
        <message>
            <source>Still works</source>
            <translation>現在仍可以</translation>
        </message>
        <message>
            <source>Stop trying PINs</source>
            <translation>不要再試密碼</translation>
        </message>
        <message>
            <source>The token does not show this now. Some show it only after logging on.</source>
            <translation>令牌目前沒有顯示這一項。有些令牌登入後才顯示。</translation>
        </message>
        <message>
            <source>The token says</source>
            <translation>令牌報告</translation>
        </message>
        <message>
            <source>The token's own rules</source>
            <translation>令牌本身的規則</translation>
        </message>
        <message>
            <source>This program</source>
            <translation>本程式</translation>
        </message>
        <message>
            <source>This program recognises it and reminds you to change its initial PIN.</source>
            <translation>本程式會認出它，並提醒您更改初始密碼。</translation>
        </message>
        <message>
            <source>This token cannot be written to here</source>
            <translation>這種令牌不能在這裏寫入</translation>
        </message>
        <message>
            <source>This token is locked: it cannot sign or decrypt any more</source>
            <translation>這個令牌鎖定了，證書不能再用來簽名或解密</translation>
        </message>
        <message>
            <source>This token's PIN cannot be changed here</source>
            <translation>這種令牌不能在這裏更改密碼</translation>
        </message>
        <message>
            <source>To be changed first</source>
            <translation>首次使用須更改</translation>
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
            <translation>次數上限</translation>
        </message>
        <message>
            <source>Try it with a practice token</source>
            <translation>用練習令牌試一遍</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>解鎖</translation>
        </message>
        <message>
            <source>Unlocked</source>
            <translation>已解鎖</translation>
        </message>
        <message>
            <source>Use other tokens</source>
            <translation>使用其他令牌</translation>
        </message>
        <message>
            <source>Used for at least</source>
            <translation>最短使用時間</translation>
        </message>
        <message>
            <source>Used for at most</source>
            <translation>最長使用時間</translation>
        </message>
        <message>
            <source>User certificates</source>
            <translation>用戶證書</translation>
        </message>
        <message>
            <source>User log-on</source>
            <translation>用戶登入</translation>
        </message>
        <message>
            <source>View information</source>
            <translation>查看資料</translation>
        </message>
        <message>
            <source>Warned ahead</source>
            <translation>提前提醒</translation>
        </message>
        <message>
            <source>What programs keep on the token beside certificates and keys.</source>
            <translation>程式在證書和密鑰以外存放在令牌中的內容。</translation>
        </message>
        <message>
            <source>With the PUK, when the PIN is locked or forgotten</source>
            <translation>忘記密碼或已鎖定時，用 PUK 解鎖碼</translation>
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
            <translation>{bits} 位元（現有密鑰）</translation>
        </message>
        <message>
            <source>{count} bytes</source>
            <translation>{count} 位元組</translation>
        </message>
        <message>
            <source>{issuer} can set it free; these are its steps.</source>
            <translation>{issuer}可以辦理解鎖，步驟如下。</translation>
        </message>
        <message>
            <source>{issuer} does not unlock it here; see what to do</source>
            <translation>由{issuer}辦理，查看方法</translation>
        </message>
        <message>
            <source>{issuer} has not published how to unlock it; ask before you try anything.</source>
            <translation>{issuer}沒有公佈解鎖方法，請先查詢再操作。</translation>
        </message>
        <message>
            <source>{issuer} offers no unlocking, so the certificate is revoked and applied for anew.</source>
            <translation>{issuer}不提供解鎖，下一步是撤銷舊證書並重新申請。</translation>
        </message>
        <message>
            <source>{issuer} offers no unlocking; see what to do</source>
            <translation>{issuer}不提供解鎖，查看方法</translation>
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
            <translation>「未報告」表示令牌沒有提供這一項，不代表沒有。</translation>
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
            <translation>{name}中有證書已過期...</translation>
        </message>
        <message numerus="yes">
            <source>Another program entered %n wrong PIN(s)...</source>
            <translation>
                <numerusform>其他程式輸錯 %n 次密碼...</numerusform>
            </translation>
        </message>
        <message>
            <source>Change the initial PIN of {name}...</source>
            <translation>更改{name}的初始密碼...</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>已鎖定</translation>
        </message>
        <message>
            <source>Make this the current token</source>
            <translation>設為目前令牌</translation>
        </message>
        <message>
            <source>No token is plugged in</source>
            <translation>沒有插入令牌</translation>
        </message>
        <message numerus="yes">
            <source>Renew {name}, %n day(s) left...</source>
            <translation>
                <numerusform>續期{name}，%n 天到期...</numerusform>
            </translation>
        </message>
        <message>
            <source>Set the PIN of {name}...</source>
            <translation>設定{name}的密碼...</translation>
        </message>
        <message>
            <source>Start with the computer</source>
            <translation>隨電腦啟動</translation>
        </message>
        <message>
            <source>Tries left unknown</source>
            <translation>剩餘次數未知</translation>
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
            <translation>剩餘 {count} / {limit} 次（{certainty}）</translation>
        </message>
        <message>
            <source>{count} tries left ({certainty})</source>
            <translation>剩餘 {count} 次（{certainty}）</translation>
        </message>
        <message>
            <source>{name} (practice)</source>
            <translation>{name}（練習）</translation>
        </message>
        <message>
            <source>{name} is locked: what to do...</source>
            <translation>{name}已鎖定，怎麼辦...</translation>
        </message>
    </context>
    <context>
        <name>Tries</name>
        <message>
            <source>(before the number)</source>
            <translation>剩餘</translation>
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
            <translation>精確</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>剩餘</translation>
        </message>
        <message>
            <source>Tries left: unknown</source>
            <translation>剩餘次數未知</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Why this many tries?</source>
            <translation>為什麼是這個次數</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>為什麼</translation>
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
            <translation>剩餘 {count} 次，共 {limit} 次，{certainty}</translation>
        </message>
        <message>
            <source>{count} tries left, {certainty}</source>
            <translation>剩餘 {count} 次，{certainty}</translation>
        </message>
    </context>
    <context>
        <name>Updates</name>
        <message>
            <source>Asking {host}...</source>
            <translation>正在詢問 {host}……</translation>
        </message>
        <message>
            <source>Asks {host} for the list of versions; nothing is ever installed by itself</source>
            <translation>向 {host} 請求版本清單；絕不會自行安裝</translation>
        </message>
        <message>
            <source>Check now</source>
            <translation>現在檢查</translation>
        </message>
        <message>
            <source>Copy the path</source>
            <translation>複製路徑</translation>
        </message>
        <message>
            <source>Download</source>
            <translation>下載</translation>
        </message>
        <message>
            <source>Download the package</source>
            <translation>下載安裝檔</translation>
        </message>
        <message>
            <source>It lies in {folder}</source>
            <translation>已放在 {folder} 內</translation>
        </message>
        <message>
            <source>Last look: {when}</source>
            <translation>上次查看：{when}</translation>
        </message>
        <message>
            <source>Look for a newer version once a day</source>
            <translation>每天查看一次有沒有新版本</translation>
        </message>
        <message>
            <source>Looking for a newer version...</source>
            <translation>正在查看有沒有新版本……</translation>
        </message>
        <message>
            <source>Not looked yet</source>
            <translation>還沒有查看過</translation>
        </message>
        <message>
            <source>Nothing is ever installed by itself</source>
            <translation>絕不會自行安裝</translation>
        </message>
        <message>
            <source>Nothing was installed.</source>
            <translation>沒有安裝任何內容。</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>The last try, {when}, came to nothing</source>
            <translation>上次查看（{when}）沒有結果</translation>
        </message>
        <message>
            <source>This build was made without an update address, so it cannot look for a newer version. A newer one comes from where you got this one.</source>
            <translation>這個版本製作時沒有填寫更新地址，因此不能查看有沒有新版本。新版本請從當初取得本程式的地方取得。</translation>
        </message>
        <message>
            <source>This copy is no package: a newer one comes from where you got this one.</source>
            <translation>這份程式不是用安裝檔安裝的，新版本請從當初取得它的地方取得。</translation>
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
            <translation>有新版本 {version}，現在用的是 {present}</translation>
        </message>
        <message>
            <source>What changed</source>
            <translation>更新內容</translation>
        </message>
        <message>
            <source>Your system's package manager brings it</source>
            <translation>由這部電腦的套件管理程式安裝</translation>
        </message>
        <message>
            <source>{count} of {whole}</source>
            <translation>已下載 {count}，共 {whole}</translation>
        </message>
        <message>
            <source>{name}, from {host}, checked against the publisher's signature; it is not started</source>
            <translation>{name}，來自 {host}，用發佈者的簽署核對；不會執行它</translation>
        </message>
        <message>
            <source>{name}; it was checked, and nothing was started</source>
            <translation>{name}，已經核對，沒有執行任何內容</translation>
        </message>
    </context>
    <context>
        <name>Welcome</name>
        <message>
            <source>Agree first</source>
            <translation>請先同意</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>開始使用</translation>
        </message>
        <message>
            <source>Cancel a dialog</source>
            <translation>取消對話框</translation>
        </message>
        <message>
            <source>Close the window</source>
            <translation>關閉視窗</translation>
        </message>
        <message>
            <source>I agree to the user agreement and the privacy policy</source>
            <translation>我同意用戶協議和私隱政策</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>鍵盤快速鍵</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>語言</translation>
        </message>
        <message>
            <source>Look at everything again</source>
            <translation>重新查看全部</translation>
        </message>
        <message>
            <source>Press the button of a dialog</source>
            <translation>按下對話框的按鈕</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>結束</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜尋</translation>
        </message>
        <message>
            <source>Show practice tokens, to try everything without risk</source>
            <translation>顯示練習令牌，放心試用各種功能</translation>
        </message>
        <message>
            <source>Simple or advanced view of tokens</source>
            <translation>令牌的簡單或進階視圖</translation>
        </message>
        <message>
            <source>Start with the computer</source>
            <translation>隨電腦啟動</translation>
        </message>
        <message>
            <source>Stay in the tray when the window is closed, and watch my tokens</source>
            <translation>關閉視窗後留在系統匣，繼續留意我的令牌</translation>
        </message>
        <message>
            <source>The pages, in order</source>
            <translation>各頁面，按順序</translation>
        </message>
        <message>
            <source>Welcome to tokenmgr</source>
            <translation>歡迎使用 tokenmgr</translation>
        </message>
        <message>
            <source>What you agree to</source>
            <translation>您要同意的內容</translation>
        </message>
        <message>
            <source>You can change all of this in Settings later.</source>
            <translation>以上都可以在「設定」裏更改。</translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>Close this message</source>
            <translation>關閉此訊息</translation>
        </message>
        <message>
            <source>If you were typing a PIN, look at the tries left before you type it again. ({kind})</source>
            <translation>如果當時正在輸入密碼，再輸入之前請先看剩餘次數。（{kind}）</translation>
        </message>
        <message>
            <source>Keyboard shortcuts and help</source>
            <translation>快速鍵與說明</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>已鎖定</translation>
        </message>
        <message>
            <source>No token</source>
            <translation>沒有令牌</translation>
        </message>
        <message>
            <source>No token is plugged in</source>
            <translation>沒有插入令牌</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>頁面</translation>
        </message>
        <message>
            <source>Practise without a token</source>
            <translation>用練習令牌試一遍</translation>
        </message>
        <message>
            <source>Search actions, certificates, settings</source>
            <translation>搜尋操作、證書、設定</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>Something went wrong in this program</source>
            <translation>本程式出了差錯</translation>
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
            <translation>無到期日</translation>
        </message>
        <message>
            <source>{date} {time}</source>
            <translation>{date} {time}</translation>
        </message>
    </context>
</TS>
