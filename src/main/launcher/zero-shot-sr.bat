@echo off
rem Starts Zero-Shot SR's command line; --help tells its options.
rem JAVA_HOME              the Java (17 or newer) to use; without it, the java found on PATH
rem ZERO_SHOT_SR_JAVA_OPTS options for Java, separated by blanks, such as "-Xmx8g"
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"

set "HERE=%~dp0"
if not "%HERE:;=%"=="%HERE%" goto :semicolon

set "VERSION="
if defined JAVA_HOME if exist "%JAVA_HOME%\release" for /f "tokens=2 delims==" %%v in ('findstr /b /c:"JAVA_VERSION=" "%JAVA_HOME%\release"') do set "VERSION=%%~v"
if not defined VERSION for /f "tokens=3" %%v in ('^""%JAVA%" -version 2^>^&1 ^| findstr /c:" version "^"') do if not defined VERSION set "VERSION=%%~v"
if not defined VERSION goto :nojava
for /f "delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% LSS 17 goto :oldjava

"%JAVA%" -Djava.awt.headless=true -XX:MaxNewSize=128m -XX:MaxRAMPercentage=50 %ZERO_SHOT_SR_JAVA_OPTS% -cp "%~dp0..\lib\zero-shot-sr\@project.version@\*;%~dp0..\lib\zero-shot-sr\@project.version@\batch\*" org.zeroshotsr.cli.Main %*
exit /b %ERRORLEVEL%

:semicolon
echo zero-shot-sr: Java cannot be started from "%HERE%", as there is a ';' in its name. Rename that folder, or move this program elsewhere. 1>&2
exit /b 3

:nojava
echo zero-shot-sr: cannot run Java: "%JAVA%". Install Java 17 or newer (for example from https://adoptium.net), or set JAVA_HOME to its folder. 1>&2
exit /b 3

:oldjava
echo zero-shot-sr: Java 17 or newer is needed, but "%JAVA%" is version %VERSION%. Install Java 17 or newer (for example from https://adoptium.net), or set JAVA_HOME to its folder. 1>&2
exit /b 3
