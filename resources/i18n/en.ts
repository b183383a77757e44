<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>Attention</name>
        <message numerus="yes">
            <source>A certificate expires in %n day(s)</source>
            <translation>
                <numerusform>A certificate expires in %n day</numerusform>
                <numerusform>A certificate expires in %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Another program entered %n wrong PIN(s)</source>
            <translation>
                <numerusform>Another program entered %n wrong PIN</numerusform>
                <numerusform>Another program entered %n wrong PINs</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CertificateDialogs</name>
        <message numerus="yes">
            <source>%n certificate(s)</source>
            <translation>
                <numerusform>%n certificate</numerusform>
                <numerusform>%n certificates</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Certificates</name>
        <message numerus="yes">
            <source>%n expired certificate(s)</source>
            <translation>
                <numerusform>%n expired certificate</numerusform>
                <numerusform>%n expired certificates</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in all</source>
            <translation>
                <numerusform>%n in all</numerusform>
                <numerusform>%n in all</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Doctor</name>
        <message numerus="yes">
            <source>%n more worth a look</source>
            <translation>
                <numerusform>%n more worth a look</numerusform>
                <numerusform>%n more worth a look</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n result(s)</source>
            <translation>
                <numerusform>%n result</numerusform>
                <numerusform>%n results</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) are worth a look</source>
            <translation>
                <numerusform>%n thing is worth a look</numerusform>
                <numerusform>%n things are worth a look</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) need doing</source>
            <translation>
                <numerusform>%n thing needs doing</numerusform>
                <numerusform>%n things need doing</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n token(s)</source>
            <translation>
                <numerusform>%n token</numerusform>
                <numerusform>%n tokens</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>crashed %n time(s)</source>
            <translation>
                <numerusform>crashed once</numerusform>
                <numerusform>crashed %n times</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>did not answer %n time(s)</source>
            <translation>
                <numerusform>did not answer once</numerusform>
                <numerusform>did not answer %n times</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Events</name>
        <message numerus="yes">
            <source>%n certificate(s) deleted</source>
            <translation>
                <numerusform>%n certificate deleted</numerusform>
                <numerusform>%n certificates deleted</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n data object(s) deleted</source>
            <translation>
                <numerusform>%n data object deleted</numerusform>
                <numerusform>%n data objects deleted</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n key object(s) deleted</source>
            <translation>
                <numerusform>%n key object deleted</numerusform>
                <numerusform>%n key objects deleted</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>History cleared, %n line(s) taken out</source>
            <translation>
                <numerusform>History cleared, %n line taken out</numerusform>
                <numerusform>History cleared, %n lines taken out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Wrong PIN, %n time(s)</source>
            <translation>
                <numerusform>Wrong PIN, once</numerusform>
                <numerusform>Wrong PIN, %n times</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Wrong, %n try(s) left</source>
            <translation>
                <numerusform>wrong, %n try left</numerusform>
                <numerusform>wrong, %n tries left</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message numerus="yes">
            <source>%n line(s)</source>
            <translation>
                <numerusform>%n line</numerusform>
                <numerusform>%n lines</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Home</name>
        <message numerus="yes">
            <source>%n inserted</source>
            <translation>
                <numerusform>%n inserted</numerusform>
                <numerusform>%n inserted</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n item</numerusform>
                <numerusform>%n items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more module(s) did not answer either.</source>
            <translation>
                <numerusform>One more module did not answer either.</numerusform>
                <numerusform>%n more modules did not answer either.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n practice</source>
            <translation>
                <numerusform>%n practice</numerusform>
                <numerusform>%n practice</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Mini</name>
        <message numerus="yes">
            <source>%n min</source>
            <translation>
                <numerusform>%n min</numerusform>
                <numerusform>%n min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Certificate ends in %n day(s)</source>
            <translation>
                <numerusform>Certificate ends in %n day</numerusform>
                <numerusform>Certificate ends in %n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message numerus="yes">
            <source>A certificate expires in %n day(s)</source>
            <translation>
                <numerusform>A certificate expires in %n day</numerusform>
                <numerusform>A certificate expires in %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Another program entered %n wrong PIN(s)</source>
            <translation>
                <numerusform>Another program entered %n wrong PIN</numerusform>
                <numerusform>Another program entered %n wrong PINs</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PinDialogs</name>
        <message numerus="yes">
            <source>%n wrong since it was last right</source>
            <translation>
                <numerusform>%n wrong since it was last right</numerusform>
                <numerusform>%n wrong since it was last right</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>, %n without an answer</source>
            <translation>
                <numerusform>, %n without an answer</numerusform>
                <numerusform>, %n without an answer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>For %n minute(s) setting a PIN and initialising do not ask for it again. It is kept in memory only, and forgotten when you log off, when a PIN fails or when the token is pulled.</source>
            <translation>
                <numerusform>For %n minute setting a PIN and initialising do not ask for it again. It is kept in memory only, and forgotten when you log off, when a PIN fails or when the token is pulled.</numerusform>
                <numerusform>For %n minutes setting a PIN and initialising do not ask for it again. It is kept in memory only, and forgotten when you log off, when a PIN fails or when the token is pulled.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>You are logged on as administrator for %n more minute(s): the PIN is not asked for.</source>
            <translation>
                <numerusform>You are logged on as administrator for %n more minute: the PIN is not asked for.</numerusform>
                <numerusform>You are logged on as administrator for %n more minutes: the PIN is not asked for.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PinPage</name>
        <message numerus="yes">
            <source>This PIN is kept for %n more minute(s)</source>
            <translation>
                <numerusform>This PIN is kept for %n more minute</numerusform>
                <numerusform>This PIN is kept for %n more minutes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Privacy</name>
        <message numerus="yes">
            <source>%n entries</source>
            <translation>
                <numerusform>%n entry</numerusform>
                <numerusform>%n entries</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message numerus="yes">
            <source>%n byte(s)</source>
            <translation>
                <numerusform>%n byte</numerusform>
                <numerusform>%n bytes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>States</name>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation>
                <numerusform>in %n day</numerusform>
                <numerusform>in %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Administrator, %n min</source>
            <translation>
                <numerusform>Administrator, %n min</numerusform>
                <numerusform>Administrator, %n min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Expired %n day(s) ago</source>
            <translation>
                <numerusform>Expired %n day ago</numerusform>
                <numerusform>Expired %n days ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Unlocked, %n min</source>
            <translation>
                <numerusform>Unlocked, %n min</numerusform>
                <numerusform>Unlocked, %n min</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TokenDialogs</name>
        <message numerus="yes">
            <source>%n certificate(s) deleted</source>
            <translation>
                <numerusform>%n certificate deleted</numerusform>
                <numerusform>%n certificates deleted</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TokensPage</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of the wrong PINs came from other programs.</source>
            <translation>
                <numerusform>One of the wrong PINs came from another program.</numerusform>
                <numerusform>%n of the wrong PINs came from other programs.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Locks in %n min</source>
            <translation>
                <numerusform>Locks in %n min</numerusform>
                <numerusform>Locks in %n min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Logged on, ends in %n min</source>
            <translation>
                <numerusform>Logged on, ends in %n min</numerusform>
                <numerusform>Logged on, ends in %n min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Logged on, locks in %n min</source>
            <translation>
                <numerusform>Logged on, locks in %n min</numerusform>
                <numerusform>Logged on, locks in %n min</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message numerus="yes">
            <source>Another program entered %n wrong PIN(s)...</source>
            <translation>
                <numerusform>Another program entered %n wrong PIN...</numerusform>
                <numerusform>Another program entered %n wrong PINs...</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Renew {name}, %n day(s) left...</source>
            <translation>
                <numerusform>Renew {name}, %n day left...</numerusform>
                <numerusform>Renew {name}, %n days left...</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>ends in %n day(s)</source>
            <translation>
                <numerusform>ends in %n day</numerusform>
                <numerusform>ends in %n days</numerusform>
            </translation>
        </message>
    </context>
</TS>
