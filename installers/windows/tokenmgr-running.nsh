; Our own programs that are running: those whose file lies in the program's folder, and no others.
;
; PROCESSENTRY32W as 64-bit Windows has it: 568 bytes, the number at 8, the name at 44.

Var Ours         ; their names with their numbers, for people
Var OursNumbers  ; "|1|2"

!macro RunningFunctions un
Function ${un}LookForOurs
  Push $0
  Push $1
  Push $2
  StrCpy $Ours ""
  StrCpy $OursNumbers ""
  System::Call 'kernel32::CreateToolhelp32Snapshot(i 2, i 0) p .r0'
  System::Alloc 568
  Pop $1
  System::Call '*$1(i 568)'
  System::Call 'kernel32::Process32FirstW(p r0, p r1) i .r2'
  ${DoWhile} $2 <> 0
    Call ${un}LookAtOne
    System::Call 'kernel32::Process32NextW(p r0, p r1) i .r2'
  ${Loop}
  System::Free $1
  System::Call 'kernel32::CloseHandle(p r0)'
  Pop $2
  Pop $1
  Pop $0
FunctionEnd

Function ${un}LookAtOne
  Push $3
  Push $4
  Push $5
  Push $6
  IntPtrOp $3 $1 + 8
  System::Call '*$3(i .r4)'
  IntPtrOp $3 $1 + 44
  System::Call '*$3(&w260 .r5)'
  StrCpy $6 $5 8
  ${If} $6 == "tokenmgr"
    Call ${un}NoteOurs
  ${EndIf}
  Pop $6
  Pop $5
  Pop $4
  Pop $3
FunctionEnd

; The process $4, named $5, if its file is below $INSTDIR.
Function ${un}NoteOurs
  Push $6
  Push $7
  Push $8
  System::Call 'kernel32::OpenProcess(i 0x1000, i 0, i r4) p .r6'
  ${If} $6 P<> 0
    System::Call 'kernel32::QueryFullProcessImageNameW(p r6, i 0, w .r7, *i ${NSIS_MAX_STRLEN}) i .r8'
    System::Call 'kernel32::CloseHandle(p r6)'
    StrLen $8 "$INSTDIR\"
    StrCpy $8 $7 $8
    ${If} $8 == "$INSTDIR\"
      StrCpy $Ours "$Ours$5 ($4)$\r$\n"
      StrCpy $OursNumbers "$OursNumbers|$4"
    ${EndIf}
  ${EndIf}
  Pop $8
  Pop $7
  Pop $6
FunctionEnd

; Only those just found. What counts PIN tries is written before each try, so that an end in the midst loses none.
Function ${un}CloseOurs
  Push $0
  Push $1
  Push $2
  StrCpy $0 1
  ${Do}
    ClearErrors
    ${WordFind} "$OursNumbers" "|" "E+$0" $1
    ${If} ${Errors}
    ${OrIf} $1 == ""
      ${Break}
    ${EndIf}
    System::Call 'kernel32::OpenProcess(i 0x100001, i 0, i r1) p .r2'
    ${If} $2 P<> 0
      System::Call 'kernel32::TerminateProcess(p r2, i 1)'
      System::Call 'kernel32::WaitForSingleObject(p r2, i 5000)'
      System::Call 'kernel32::CloseHandle(p r2)'
    ${EndIf}
    IntOp $0 $0 + 1
  ${Loop}
  Pop $2
  Pop $1
  Pop $0
FunctionEnd

Function ${un}Running
  Call ${un}LookForOurs
  ${If} $Ours == ""
    Abort
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "$(RunningTitle)" "$(RunningWhy)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 36u "$(RunningWords)"
  Pop $0
  nsDialogs::CreateControl EDIT ${DEFAULT_STYLES}|${WS_VSCROLL}|${ES_MULTILINE}|${ES_READONLY} ${WS_EX_CLIENTEDGE} 0 40u 100% 60u "$Ours"
  Pop $1
  ${NSD_CreateButton} 0 106u 45% 15u "$(RunningClose)"
  Pop $0
  ${NSD_OnClick} $0 ${un}RunningCloseWanted
  ${NSD_CreateButton} 55% 106u 45% 15u "$(RunningAgain)"
  Pop $0
  ${NSD_OnClick} $0 ${un}RunningLookAgain
  nsDialogs::Show
FunctionEnd

Function ${un}RunningCloseWanted
  Pop $0
  Call ${un}CloseOurs
  Call ${un}LookForOurs
  ${NSD_SetText} $1 "$Ours"
FunctionEnd

Function ${un}RunningLookAgain
  Pop $0
  Call ${un}LookForOurs
  ${NSD_SetText} $1 "$Ours"
FunctionEnd

Function ${un}RunningLeft
  Call ${un}LookForOurs
  ${If} $Ours != ""
    ${NSD_SetText} $1 "$Ours"
    Abort
  ${EndIf}
FunctionEnd
!macroend

!insertmacro RunningFunctions ""
!insertmacro RunningFunctions "un."
