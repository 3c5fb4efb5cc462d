# PowerShell for Windows on a Linux that has Wine: laid out once in out/Windows, from what the project pins, and run from there.
Set-StrictMode -Version Latest

$root = (Resolve-Path (Join-Path $PSScriptRoot '../..')).ProviderPath
$place = Join-Path $root 'out/Windows'

# Wine's drives are links, one of them to the root of the disk: below out, whoever searches it and follows links would search the disk.
$prefix = Join-Path ([System.IO.Path]::GetTempPath()) "lucca-wine$($place -replace '[^\w.]', '-')"

# A path as Windows programs see it: Wine shows the disk as drive Z:.
function ConvertTo-WindowsPath([string] $Path) { 'Z:' + $Path.Replace('/', '\') }

function Get-Wine {
    $needed = 'apt-get install --no-install-recommends wine wine64 gcc-mingw-w64-x86-64'
    if (-not $IsLinux) { throw "TestWindows is for Linux. On Windows, dotnet test runs the suites as they are." }
    # Debian's 64-bit loader is not on the PATH; its script wine asks for the 32-bit one first.
    $wine = Get-Command /usr/lib/wine/wine64, wine64, wine -CommandType Application -ErrorAction Ignore | Select-Object -First 1
    $compiler = Get-Command x86_64-w64-mingw32-gcc -CommandType Application -ErrorAction Ignore
    if (-not $wine -or -not $compiler) { throw "TestWindows needs Wine and a C compiler for Windows. On Debian: $needed" }
    $wine.Source
}

# What the Windows programs find in their environment.
function Get-WindowsEnvironment {
    $dotnet = ConvertTo-WindowsPath "$place/dotnet"
    @{
        WINEPREFIX = $prefix; WINEARCH = 'win64'; WINEDEBUG = '-all'; WINEPATH = $dotnet; DOTNET_ROOT = $dotnet
        DOTNET_EnableWriteXorExecute = '0' # Wine 8 cannot map memory twice
        DOTNET_TieredPGO = '0'; DOTNET_TC_CallCounting = '0'; NO_COLOR = '1'
        POWERSHELL_TELEMETRY_OPTOUT = '1'; POWERSHELL_UPDATECHECK = 'Off'
        LUCCA_TEST_PWSH = ConvertTo-WindowsPath "$place/pwsh/pwsh.exe"
    }
}

# Starts a program with Windows' environment and nothing to read. What it prints goes to a file: Wine's own services keep its output open
# after its end, and who waited for the end of a pipe would wait for them.
function Start-Wine([string[]] $Argument, [string] $Log = '/dev/null', [hashtable] $With = @{}) {
    $shell = @('-c', 'exec "$@" > "$0" 2>&1 < /dev/null', $Log, (Get-Wine))
    $start = [System.Diagnostics.ProcessStartInfo]::new('/bin/sh', [string[]] ($shell + $Argument))
    foreach ($set in (Get-WindowsEnvironment), $With) { foreach ($name in $set.Keys) { $start.Environment[$name] = $set[$name] } }
    [System.Diagnostics.Process]::Start($start)
}

# Runs PowerShell or, where the first argument is an assembly, dotnet, and writes what is printed to a file; says how it ended.
function Invoke-Windows([string[]] $Argument, [string] $Log, [int] $TimeoutSec = 900) {
    $program = if ($Argument[0] -like '*.dll') { 'dotnet/dotnet.exe' } else { 'pwsh/pwsh.exe' }
    $process = Start-Wine (@("$place/bin/console.exe", (ConvertTo-WindowsPath "$place/$program")) + $Argument) $Log
    if ($process.WaitForExit($TimeoutSec * 1000)) { return "with exit code $($process.ExitCode)" }
    $process.Kill()
    "after $TimeoutSec s: it was stopped"
}

# Removes it. A link is removed, not followed.
function Remove-WindowsShell { Remove-Item $place, $prefix -Recurse -Force -ErrorAction Ignore }

# Lays all of it out, unless what is there has the versions that are pinned.
function Install-WindowsShell {
    $null = Get-Wine
    $powershell = (Get-Content "$root/.config/dotnet-tools.json" -Raw | ConvertFrom-Json).tools.powershell.version
    $frameworks = "$PSScriptRoot/Frameworks.csproj"
    Push-Location $root
    try { $null = dotnet tool restore } finally { Pop-Location }
    dotnet restore $frameworks --verbosity quiet
    $known = (dotnet msbuild $frameworks '-getProperty:BundledNETCoreAppPackageVersion,NuGetPackageRoot' | ConvertFrom-Json).Properties
    $net = $known.BundledNETCoreAppPackageVersion
    $stamp = "PowerShell $powershell, .NET $net, $((Get-FileHash "$PSScriptRoot/*.c").Hash)"
    if ((Test-Path $prefix) -and (Get-Content "$place/stamp.txt" -Raw -ErrorAction Ignore) -eq $stamp) { return }

    Write-Host "Laying out PowerShell $powershell for Windows, with .NET $net, in out/Windows"
    Remove-WindowsShell
    $null = New-Item -ItemType Directory "$place/bin", "$place/dotnet/host/fxr/$net"
    Copy-Item "$($known.NuGetPackageRoot)powershell/$powershell/tools/net10.0/any/win" "$place/pwsh" -Recurse
    foreach ($name in 'NETCore', 'AspNetCore', 'WindowsDesktop') {
        $package = "$($known.NuGetPackageRoot)microsoft.$($name.ToLowerInvariant()).app.runtime.win-x64/$net/runtimes/win-x64"
        $to = New-Item -ItemType Directory "$place/dotnet/shared/Microsoft.$name.App/$net"
        Get-ChildItem "$package/lib/net10.0", "$package/native" -File -ErrorAction Ignore | Copy-Item -Destination $to
    }
    Move-Item "$place/dotnet/shared/Microsoft.NETCore.App/$net/hostfxr.dll" "$place/dotnet/host/fxr/$net"
    & x86_64-w64-mingw32-gcc -municode -O1 -o "$place/dotnet/dotnet.exe" "$PSScriptRoot/dotnet.c"
    & x86_64-w64-mingw32-gcc -municode -O1 -o "$place/bin/console.exe" "$PSScriptRoot/console.c"

    # A prefix that calls itself Windows 10 and has no display. Without .NET of Wine's own (mscoree) it does not ask for that.
    $noDisplay = 'reg', 'add', 'HKCU\Software\Wine\Drivers', '/v', 'Graphics', '/d', 'null', '/f'
    foreach ($step in ('wineboot', '--init'), $noDisplay, ('winecfg', '-v', 'win10')) {
        (Start-Wine $step -With @{ WINEDLLOVERRIDES = 'mscoree=d;mshtml=d' }).WaitForExit()
    }
    $end = Invoke-Windows '-NoProfile', '-NonInteractive', '-Command', '"$($PSVersionTable.PSVersion) $IsWindows"' "$place/first.log"
    $says = Get-Content "$place/first.log" -Raw
    if ($says -notmatch "(?m)^$([regex]::Escape($powershell)) True") { throw "PowerShell ended under Wine $end and said: $says" }
    Set-Content "$place/stamp.txt" $stamp -NoNewline
}

Export-ModuleMember -Function Install-WindowsShell, Remove-WindowsShell, Invoke-Windows, ConvertTo-WindowsPath
