; The setup for Windows, packed by `cargo xtask package --target windows` on Debian.
; Per user: no administrator is asked. /AllUsers puts it in Program Files for everybody (run as administrator).
; Silent: /S, with /D=C:\folder last. Data lies elsewhere and is touched by neither setup nor uninstall.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
!include "MUI2.nsh"
!include "FileFunc.nsh"

Name "Återsök"
OutFile "${OUT}"
RequestExecutionLevel user
ManifestDPIAware true
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Återsök"
VIAddVersionKey "FileDescription" "Installation av Återsök"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "EUPL-1.2"

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Atersok"
!define MUI_ICON "${ROOT}/src-tauri/icons/icon.ico"
!define MUI_UNICON "${ROOT}/src-tauri/icons/icon.ico"
!insertmacro MUI_PAGE_LICENSE "${ROOT}/LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Swedish"

Function .onInit
    SetRegView 64
    SetShellVarContext current
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/AllUsers" $1
    ${IfNot} ${Errors}
        SetShellVarContext all
        StrCmp $INSTDIR "" 0 +2
        StrCpy $INSTDIR "$PROGRAMFILES64\Atersok"
    ${EndIf}
    StrCmp $INSTDIR "" 0 +2
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\Atersok"
FunctionEnd

Section
    SetOutPath "$INSTDIR"
    ; A program that is open cannot be replaced: nothing is half installed.
    ClearErrors
    IfFileExists "$INSTDIR\atersok.exe" 0 free
    FileOpen $0 "$INSTDIR\atersok.exe" a
    IfErrors 0 closes
    MessageBox MB_OK|MB_ICONEXCLAMATION "Återsök är öppet. Stäng det och kör installationen igen; inget är ändrat." /SD IDOK
    SetErrorLevel 2
    Quit
closes:
    FileClose $0
free:
    File "${BUILT}/atersok.exe"
    File "${BUILT}/atersok-cli.exe"
    File "${BUILT}/WebView2Loader.dll"
    File "${ROOT}/LICENSE"
    WriteUninstaller "$INSTDIR\avinstallera.exe"
    CreateShortcut "$SMPROGRAMS\Återsök.lnk" "$INSTDIR\atersok.exe"
    WriteRegStr SHCTX "${KEY}" "DisplayName" "Återsök"
    WriteRegStr SHCTX "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr SHCTX "${KEY}" "DisplayIcon" "$INSTDIR\atersok.exe"
    WriteRegStr SHCTX "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\avinstallera.exe"'
    WriteRegStr SHCTX "${KEY}" "QuietUninstallString" '"$INSTDIR\avinstallera.exe" /S'
    WriteRegDWORD SHCTX "${KEY}" "NoModify" 1
    WriteRegDWORD SHCTX "${KEY}" "NoRepair" 1
SectionEnd

Function un.onInit
    SetRegView 64
    SetShellVarContext current
    ReadRegStr $0 HKCU "${KEY}" "InstallLocation"
    StrCmp $0 "" 0 +2
    SetShellVarContext all
FunctionEnd

Section "Uninstall"
    Delete "$INSTDIR\atersok.exe"
    Delete "$INSTDIR\atersok-cli.exe"
    Delete "$INSTDIR\WebView2Loader.dll"
    Delete "$INSTDIR\LICENSE"
    Delete "$INSTDIR\avinstallera.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\Återsök.lnk"
    DeleteRegKey SHCTX "${KEY}"
SectionEnd
