@echo off
rem Starts Duken with a Java of version 25 or newer, and says so plainly when there is none.
rem   DUKEN_JAVA         a Java to use: its folder
rem   DUKEN_JVM_OPTIONS  more options for that Java
setlocal EnableExtensions DisableDelayedExpansion
for %%I in ("%~dp0..") do set "DUKEN_FOLDER=%%~fI"
set "FOUND="

if defined DUKEN_JAVA (
  call :try "%DUKEN_JAVA%"
  if not defined FOUND (
    echo duken: DUKEN_JAVA names no Java 25 or newer: %DUKEN_JAVA% 1>&2
    exit /b 2
  )
  goto :start
)
call :try "%DUKEN_FOLDER%\runtime"
if not defined FOUND if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined FOUND for /f "delims=" %%J in ('where java 2^>nul') do if not defined FOUND call :try_program "%%~dpJ."
if not defined FOUND for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\BellSoft\*" "%USERPROFILE%\.jdks\*") do if not defined FOUND call :try "%%~D"
if not defined FOUND (
  echo duken: needs Java 25 or newer and found none. Install a JDK 25, or name one: set DUKEN_JAVA=C:\path\to\jdk 1>&2
  exit /b 2
)

:start
rem The same flags as in the script for Linux and macOS.
set "AOT="
if exist "%DUKEN_FOLDER%\lib\duken.aot" set AOT=-XX:AOTCache="%DUKEN_FOLDER%\lib\duken.aot" -Xlog:aot=off -Xlog:cds=off
"%FOUND%\bin\java.exe" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders -XX:-UsePerfData -Xms32m -Xmn24m -Xmx256m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 --module-path "%DUKEN_FOLDER%\lib\javafx" --add-modules javafx.controls --enable-native-access=javafx.graphics,ALL-UNNAMED %DUKEN_JVM_OPTIONS% %AOT% -classpath "%DUKEN_FOLDER%\lib\*" duken.app.Main %*
exit /b %ERRORLEVEL%

rem Sets FOUND when folder %1 holds a Java that is new enough, as its file "release" tells.
:try
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
  if %%~V GEQ 25 set "FOUND=%~f1"
)
exit /b 0

:try_program
for %%P in ("%~1\..") do call :try "%%~fP"
exit /b 0
