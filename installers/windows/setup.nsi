; The installer for one person: no administrator, nothing outside that person's own folders and registry.
;
;   tokenmgr-setup.exe /S /ISSUER=hkpost-safenet /LANG=zh-Hant /QUIET=1 /AGREED=1 /DESKTOP=0 /CLOSE=1 /D=C:\folder
;
; The first words are those of switches.py. /S without a window; /CLOSE=1 ends our own programs where they are running, else the code is 4; /D stands last, without
; quotes. Ends with 0 done, 1 given up by the person, 2 failed, 3 the system is too old, 4 our programs are running,
; 5 a newer version is there.
;
; build.py defines VERSION, LICENCE, OUTPUT, SIZE_KB and writes tokenmgr-parts.nsh: the files, the registry, and how both go again.
; Where the uninstaller is to be signed it also defines FINISH, a command that sees the uninstaller before it is packed.

Unicode true
Target amd64-unicode
SetCompressor /SOLID /FINAL lzma
SetDateSave off
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
CRCCheck force
AllowSkipFiles off   ; a file that cannot be written ends it, also without a window

!define OWN "Software\tokenmgr"
!define ISSUER "${OWN}\issuer"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\tokenmgr"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"

!ifdef FINISH
  !uninstfinalize `${FINISH}` = 0
!endif

Name "tokenmgr"
BrandingText "tokenmgr ${VERSION}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\tokenmgr"
InstallDirRegKey HKCU "${OWN}" "folder"
ShowInstDetails show
ShowUnInstDetails show

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "tokenmgr"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "tokenmgr ${VERSION}"
VIAddVersionKey "LegalCopyright" "Apache-2.0"

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include WordFunc.nsh
!include nsDialogs.nsh

Var There        ; the version that is installed already, empty where none is
Var Upgrading    ; 1 where an older one gives way
Var WantsLink    ; 1: a link there
Var Close        ; 1: our running programs may be ended unasked
Var Started      ; when, in milliseconds
Var Purge        ; 1: the person's own data goes too

!define MUI_ICON "tokenmgr.ico"
!define MUI_UNICON "tokenmgr.ico"
!define MUI_ABORTWARNING
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${OWN}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "installer language"
!define MUI_LANGDLL_ALLLANGUAGES

!insertmacro MUI_PAGE_WELCOME
Page custom ThereAlready ThereAlreadyLeft
!define MUI_PAGE_CUSTOMFUNCTION_PRE OnlyWhenNew
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!define MUI_PAGE_CUSTOMFUNCTION_PRE OnlyWhenNew
!insertmacro MUI_PAGE_DIRECTORY
Page custom Wishes WishesLeft
Page custom Running RunningLeft
!insertmacro MUI_PAGE_INSTFILES
Page custom Token TokenLeft
!define MUI_FINISHPAGE_RUN "$INSTDIR\tokenmgr.exe"
!insertmacro MUI_PAGE_FINISH

!insertmacro MUI_UNPAGE_CONFIRM
UninstPage custom un.Data un.DataLeft
UninstPage custom un.Running un.RunningLeft
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "TradChinese"
!insertmacro MUI_RESERVEFILE_LANGDLL

!macro Word name variable
  ClearErrors
  ${GetOptions} $R0 "/${name}=" $R1
  ${IfNot} ${Errors}
    StrCpy ${variable} $R1
  ${EndIf}
!macroend

!macro Noted name variable choice written
  ${If} ${variable} != ""
    WriteRegStr HKCU "${ISSUER}" "${name}" "${variable}"
    WriteINIStr "$INSTDIR\${GIVEN}" "${TABLE}" "${choice}" '${written}'
  ${EndIf}
!macroend

!include tokenmgr-words.nsh
!include tokenmgr-parts.nsh
!include tokenmgr-running.nsh
!include tokenmgr-pages.nsh

!insertmacro GetParameters
!insertmacro GetOptions
!insertmacro un.GetParameters
!insertmacro un.GetOptions

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(TooOld)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  Call ReadWhatIsThere
  ${GetParameters} $R0
  !insertmacro SPOKEN_WORDS
  !insertmacro Word "DESKTOP" $WantsLink
  !insertmacro Word "CLOSE" $Close
  Call ChooseTongue
  Call RefuseOlder
FunctionEnd

; What an earlier version was told stays true, unless this time another word is given.
Function ReadWhatIsThere
  ReadRegStr $There HKCU "${UNINSTALL}" "DisplayVersion"
  !insertmacro REMEMBERED_WORDS
  StrCpy $WantsLink "1"
  ${If} $There != ""
  ${AndIfNot} ${FileExists} "$DESKTOP\tokenmgr.lnk"
    StrCpy $WantsLink "0"
  ${EndIf}
FunctionEnd

Function ChooseTongue
  ${If} $Said_LANG == "zh-Hans"
    StrCpy $LANGUAGE ${LANG_SIMPCHINESE}
  ${ElseIf} $Said_LANG == "zh-Hant"
    StrCpy $LANGUAGE ${LANG_TRADCHINESE}
  ${ElseIf} $Said_LANG == "en"
    StrCpy $LANGUAGE ${LANG_ENGLISH}
  ${Else}
    StrCpy $Said_LANG ""
    !insertmacro MUI_LANGDLL_DISPLAY
  ${EndIf}
FunctionEnd

Function RefuseOlder
  ${VersionCompare} "${VERSION}" "$There" $R1
  ${If} $There != ""
  ${AndIf} $R1 == 2
    MessageBox MB_OK|MB_ICONSTOP "$(NewerIsThere)" /SD IDOK
    SetErrorLevel 5
    Quit
  ${EndIf}
FunctionEnd

Section
  System::Call 'kernel32::GetTickCount() i .s'
  Pop $Started
  Call MakeRoom
  !insertmacro INSTALL_FILES
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  !insertmacro WRITE_KEYS
  Call WriteNotes
  Call WriteLinks
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  System::Call 'kernel32::GetTickCount() i .s'
  Pop $R0
  IntOp $R0 $R0 - $Started
  IntOp $R0 $R0 / 1000
  DetailPrint "$(Took)"
SectionEnd

; Our own programs have let go of the files, and an older version's files are gone by that version's own list.
Function MakeRoom
  Call LookForOurs
  ${If} $Ours != ""
  ${AndIf} $Close == "1"
    Call CloseOurs
    Call LookForOurs
  ${EndIf}
  ${If} $Ours != ""
    DetailPrint "$(StillRunning) $Ours"
    SetErrorLevel 4
    Quit
  ${EndIf}
  ReadRegStr $R1 HKCU "${OWN}" "folder"
  ${If} $There != ""
  ${AndIf} ${FileExists} "$R1\uninstall.exe"
    DetailPrint "$(OlderGoes)"
    ; Run where it lies, so that this can wait for it; it cannot delete itself then.
    ExecWait '"$R1\uninstall.exe" /S /UPGRADE=1 _?=$R1' $R2
    ${If} $R2 != "0"
      DetailPrint "$(StillRunning) $R1"
      SetErrorLevel $R2
      Quit
    ${EndIf}
    Delete "$R1\uninstall.exe"
    RMDir "$R1"
  ${EndIf}
FunctionEnd

Function WriteNotes
  WriteRegStr HKCU "${OWN}" "folder" "$INSTDIR"
  !insertmacro NOTED_WORDS
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "tokenmgr"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\tokenmgr.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "tokenmgr"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
FunctionEnd

Function WriteLinks
  CreateShortCut "$SMPROGRAMS\tokenmgr.lnk" "$INSTDIR\tokenmgr.exe"
  ${If} $WantsLink == "1"
    CreateShortCut "$DESKTOP\tokenmgr.lnk" "$INSTDIR\tokenmgr.exe"
  ${Else}
    Delete "$DESKTOP\tokenmgr.lnk"
  ${EndIf}
FunctionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
  ${un.GetParameters} $R0
  ${un.GetOptions} $R0 "/UPGRADE=" $Upgrading
  ${un.GetOptions} $R0 "/PURGE=" $Purge
  ${un.GetOptions} $R0 "/CLOSE=" $Close
FunctionEnd

Section Uninstall
  Call un.LookForOurs
  ${If} $Ours != ""
  ${AndIf} $Close == "1"
    Call un.CloseOurs
    Call un.LookForOurs
  ${EndIf}
  ${If} $Ours != ""
    DetailPrint "$(StillRunning) $Ours"
    SetErrorLevel 4
    Quit
  ${EndIf}
  ; Nothing but the files of our own list goes, and folders only when nothing else lies in them.
  !insertmacro REMOVE_FILES
  Delete "$INSTDIR\${GIVEN}"
  Delete "$INSTDIR\uninstall.exe"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
  !insertmacro REMOVE_KEYS
  ${If} $Upgrading != "1"
    Call un.Forget
  ${EndIf}
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

; What stays over an upgrade goes only when the program goes for good.
Function un.Forget
  Delete "$SMPROGRAMS\tokenmgr.lnk"
  Delete "$DESKTOP\tokenmgr.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "${OWN}"
  Call un.ForgetStart
  ${If} $Purge == "1"
    RMDir /r "$LOCALAPPDATA\tokenmgr"
  ${EndIf}
FunctionEnd

; Only a start of this very program: another one may lie elsewhere.
Function un.ForgetStart
  ReadRegStr $R0 HKCU "${RUN}" "tokenmgr"
  StrCpy $R1 $R0 1
  ${If} $R1 == '$\"'
    StrCpy $R0 $R0 "" 1
  ${EndIf}
  StrLen $R1 "$INSTDIR\"
  StrCpy $R0 $R0 $R1
  ${If} $R0 == "$INSTDIR\"
    DeleteRegValue HKCU "${RUN}" "tokenmgr"
  ${EndIf}
FunctionEnd

; Windows runs a copy of the uninstaller in a folder of its own below TEMP, because no program can delete itself.
Function un.onGUIEnd
  Call un.TakeCopyAway
FunctionEnd

Function un.onUninstSuccess
  ${If} ${Silent}
    Call un.TakeCopyAway
  ${EndIf}
FunctionEnd

Function un.TakeCopyAway
  StrLen $R1 "$TEMP\~nsu"
  StrCpy $R0 $EXEDIR $R1
  ${If} $R0 == "$TEMP\~nsu"
    ExecShell "open" "$SYSDIR\cmd.exe" '/c ping -n 3 127.0.0.1 >nul & del "$EXEPATH" & rd "$EXEDIR"' SW_HIDE
  ${EndIf}
FunctionEnd
