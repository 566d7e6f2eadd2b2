@echo off
rem Starts Sioscope on the Java runtime that lies beside it. SIOSCOPE_JAVA_OPTIONS adds options of the Java virtual machine.
setlocal
set "SIOSCOPE_HOME=%~dp0.."
rem Meant for some other Java, and each of them prints a line of its own.
set JAVA_TOOL_OPTIONS=
set JDK_JAVA_OPTIONS=
set _JAVA_OPTIONS=
set CLASSPATH=
rem The window's first second is worth more to its user than peak speed one second sooner: compile later. Commands do not wait.
set SIOSCOPE_WINDOW=
if "%~1"=="" set SIOSCOPE_WINDOW=-XX:CompileThresholdScaling=6
"%SIOSCOPE_HOME%\runtime\bin\java.exe" -Xmx512m %SIOSCOPE_WINDOW% -XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable --enable-native-access=ALL-UNNAMED,javafx.graphics --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dio.netty.leakDetection.level=disabled %SIOSCOPE_JAVA_OPTIONS% -jar "%SIOSCOPE_HOME%\lib\sioscope.jar" %*
exit /b %ERRORLEVEL%
