@echo off
rem Starts CountsAs from its distribution.
setlocal
set "HERE=%~dp0"
set "RUN=java"
if defined JAVA_HOME set "RUN=%JAVA_HOME%\bin\java"
set "STATE=%LOCALAPPDATA%"
if not defined STATE set "STATE=%HERE%state"
if not defined COUNTSAS_KEYS set "COUNTSAS_KEYS=%STATE%\countsas\keys"
"%RUN%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx1g -Xss2m -Xlog:disable ^
  "-Dcountsas.rules=%HERE%rules" ^
  "-Dcountsas.cache=%STATE%\countsas\cache" ^
  "-Dcountsas.keys=%COUNTSAS_KEYS%" ^
  -Dcountsas.terminal=true ^
  -jar "%HERE%countsas.jar" %*
exit /b %ERRORLEVEL%
