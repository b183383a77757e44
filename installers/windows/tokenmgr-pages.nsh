; The pages that are ours: what is there already, the wishes, and "insert your token, try again, skip".

Var First
Var Second
Var Third
Var Seen         ; 1: a token was seen
Var Leave        ; 1: the installed version is to go

; The installed version is this one: put every file back, or take all away.
Function ThereAlready
  ${If} $There != "${VERSION}"
    Abort
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "$(ThereTitle)" "$(ThereWhy)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 10u 100% 14u "$(ThereRepair)"
  Pop $First
  ${NSD_CreateRadioButton} 0 30u 100% 14u "$(ThereRemove)"
  Pop $Second
  ${NSD_Check} $First
  nsDialogs::Show
FunctionEnd

Function ThereAlreadyLeft
  ${NSD_GetState} $Second $Leave
  ${If} $Leave == ${BST_CHECKED}
    HideWindow
    ExecWait '"$INSTDIR\uninstall.exe" _?=$INSTDIR' $0
    ${If} $0 == 0
      Delete "$INSTDIR\uninstall.exe"
      RMDir "$INSTDIR"
    ${EndIf}
    Quit
  ${EndIf}
FunctionEnd

; Licence and folder were agreed on when it was installed.
Function OnlyWhenNew
  ${If} $There != ""
    Abort
  ${EndIf}
FunctionEnd

Function Wishes
  !insertmacro MUI_HEADER_TEXT "$(WishesTitle)" "$(WishesWhy)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateCheckBox} 0 10u 100% 14u "$(WishesDesktop)"
  Pop $First
  ${If} $WantsLink == "1"
    ${NSD_Check} $First
  ${EndIf}
  ${NSD_CreateLabel} 0 36u 100% 60u "$(WishesStart)"
  Pop $0
  nsDialogs::Show
FunctionEnd

Function WishesLeft
  ${NSD_GetState} $First $WantsLink
FunctionEnd

; The program itself is asked what it sees. It asks for no PIN, and nothing is sent to a token.
Function Token
  !insertmacro MUI_HEADER_TEXT "$(TokenTitle)" "$(TokenWhy)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 10u 100% 60u ""
  Pop $First
  ${NSD_CreateButton} 0 80u 40% 16u "$(TokenAgain)"
  Pop $Second
  ${NSD_OnClick} $Second TokenAskedAgain
  GetDlgItem $0 $HWNDPARENT 3
  EnableWindow $0 0
  GetDlgItem $Third $HWNDPARENT 1
  Call LookForToken
  nsDialogs::Show
FunctionEnd

Function TokenAskedAgain
  Pop $0
  Call LookForToken
FunctionEnd

Function LookForToken
  ${NSD_SetText} $First "$(TokenLooking)"
  EnableWindow $Second 0
  nsExec::ExecToStack /TIMEOUT=30000 '"$INSTDIR\tokenmgr-cli.exe" --json tokens'
  Pop $0
  Pop $1
  StrCpy $Seen "0"
  ClearErrors
  ${WordFind} $1 '"serial"' "E+1{" $2
  ${IfNot} ${Errors}
    StrCpy $Seen "1"
  ${EndIf}
  Call ShowWhatWasSeen
  EnableWindow $Second 1
FunctionEnd

Function ShowWhatWasSeen
  ${If} $Seen == "1"
    ${NSD_SetText} $First "$(TokenFound)"
    ${NSD_SetText} $Third "$(TokenOn)"
  ${ElseIf} $0 == "0"
    ${NSD_SetText} $First "$(TokenMissing)"
    ${NSD_SetText} $Third "$(TokenSkip)"
  ${Else}
    ${NSD_SetText} $First "$(TokenUnknown)"
    ${NSD_SetText} $Third "$(TokenSkip)"
  ${EndIf}
FunctionEnd

Function TokenLeft
FunctionEnd

Function un.Data
  !insertmacro MUI_HEADER_TEXT "$(DataTitle)" "$(DataWhy)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 50u "$(DataWords)"
  Pop $0
  ${NSD_CreateCheckBox} 0 60u 100% 14u "$(DataGo)"
  Pop $First
  nsDialogs::Show
FunctionEnd

Function un.DataLeft
  ${NSD_GetState} $First $Purge
FunctionEnd
