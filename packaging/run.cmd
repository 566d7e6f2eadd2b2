@echo off
rem Builds what is stale, with progress on standard error, and starts Sioscope:  packaging\run [arguments...]
setlocal
set "HERE=%~dp0"
set "TOP=%HERE%.."
set "LAUNCHER=%HERE%target\sioscope\bin\sioscope.cmd"
set "STAMP=%HERE%target\sioscope.built"
set "LOG=%HERE%target\run-build.log"

powershell -NoProfile -ExecutionPolicy Bypass -Command ^
  "if (-not (Test-Path '%LAUNCHER%') -or -not (Test-Path '%STAMP%')) { exit 1 }" ^
  "$built = (Get-Item '%STAMP%').LastWriteTimeUtc;" ^
  "$roots = 'pom.xml','protocol\pom.xml','server-emulator\pom.xml','app\pom.xml','packaging\pom.xml','packaging\testing\pom.xml'," ^
  "'protocol\src\main','server-emulator\src\main','app\src\main','packaging\src\main','packaging\testing\src\main';" ^
  "$new = $roots | ForEach-Object { $p = Join-Path '%TOP%' $_; if (Test-Path $p) { Get-Item $p; Get-ChildItem -Recurse $p } }" ^
  "| Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1;" ^
  "if ($new) { exit 1 } else { exit 0 }"
if %ERRORLEVEL% EQU 0 goto start

where mvn >nul 2>nul
if errorlevel 1 (
  echo sioscope: Maven is missing. Install Maven 3.8 or newer so that 'mvn' is on the path. 1>&2
  exit /b 1
)
if not exist "%HERE%target" mkdir "%HERE%target"
echo sioscope: building; the first time, Maven downloads libraries, which takes a few minutes... 1>&2
type nul > "%HERE%target\run-build.began"
pushd "%TOP%"
call mvn -B -ntp -q -Dmaven.test.skip=true package > "%LOG%" 2>&1
set "CODE=%ERRORLEVEL%"
popd
if not "%CODE%"=="0" (
  findstr /C:"Cannot find matching toolchain" "%LOG%" >nul
  if not errorlevel 1 (
    echo sioscope: no JDK 25 or newer was found. Install one, for example Temurin 25 from https://adoptium.net 1>&2
  ) else (
    powershell -NoProfile -Command "Get-Content -Tail 40 '%LOG%'" 1>&2
    echo sioscope: the build failed; its whole log is %LOG% 1>&2
  )
  exit /b 1
)
move /y "%HERE%target\run-build.began" "%STAMP%" >nul

:start
call "%LAUNCHER%" %*
exit /b %ERRORLEVEL%
