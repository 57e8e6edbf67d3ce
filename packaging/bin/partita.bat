@echo off
rem Starts Partita with the first Java of version 25 or newer: PARTITA_JAVA, JAVA_HOME, the PATH, the usual folders.
setlocal EnableExtensions DisableDelayedExpansion
set "wanted=25"
set "java="

if defined PARTITA_JAVA (
    if exist "%PARTITA_JAVA%\" (call :try "%PARTITA_JAVA%") else (call :try_program "%PARTITA_JAVA%")
)
if not defined java if defined PARTITA_JAVA echo partita: PARTITA_JAVA names no Java %wanted% or newer, looking further>&2
if not defined java if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined java for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :try_program "%%~$PATH:j"
for /d %%h in (
    "%ProgramFiles%\Eclipse Adoptium\*"
    "%ProgramFiles%\Java\*"
    "%ProgramFiles%\Microsoft\jdk*"
    "%ProgramFiles%\Zulu\*"
    "%ProgramFiles%\BellSoft\*"
    "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*"
    "%USERPROFILE%\.jdks\*"
) do if not defined java call :try "%%~h"

if not defined java (
    echo partita: Java %wanted% or newer is needed, and none was found.>&2
    echo Looked at PARTITA_JAVA, JAVA_HOME, the PATH, the folders of Java below Program Files and .jdks.>&2
    echo Install one, such as Eclipse Temurin %wanted%, or set PARTITA_JAVA to its folder.>&2
    exit /b 1
)

"%java%" "@%~dp0..\lib\java.options" ^
    --module-path "%~dp0..\javafx" --add-modules jdk.incubator.vector,javafx.controls,javafx.media ^
    --enable-native-access=ALL-UNNAMED,javafx.graphics,javafx.media ^
    %PARTITA_OPTS% ^
    -cp "%~dp0..\lib\partita.jar" app.partita.Main %*
exit /b %ERRORLEVEL%

:try_program
for %%p in ("%~dp1..") do call :try "%%~fp"
exit /b

rem Takes the Java in the folder %1 if it will do.
:try
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
set "major=0"
for /f "usebackq tokens=1,2 delims==" %%a in ("%~1\release") do (
    if "%%a"=="JAVA_VERSION" for /f "delims=.-+_" %%m in ("%%~b") do set "major=%%m"
)
if %major% GEQ %wanted% set "java=%~1\bin\java.exe"
exit /b
