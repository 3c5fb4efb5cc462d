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

# Starts a program with Windows' environment and nothing to read.
function Start-Wine([string[]] $Argument, [hashtable] $With = @{}) {
    $start = [System.Diagnostics.ProcessStartInfo]::new((Get-Wine), $Argument)
    $start.RedirectStandardOutput = $start.RedirectStandardError = $start.RedirectStandardInput = $true
    foreach ($set in (Get-WindowsEnvironment), $With) { foreach ($name in $set.Keys) { $start.Environment[$name] = $set[$name] } }
    $process = [System.Diagnostics.Process]::Start($start)
    $process.StandardInput.Close()
    @{ Process = $process; Output = $process.StandardOutput.ReadToEndAsync(); Errors = $process.StandardError.ReadToEndAsync() }
}

# Runs PowerShell or, where the first argument is an assembly, dotnet; says what was printed and how it ended.
function Invoke-Windows([string[]] $Argument, [int] $TimeoutSec = 1800) {
    $program = if ($Argument[0] -like '*.dll') { 'dotnet/dotnet.exe' } else { 'pwsh/pwsh.exe' }
    $run = Start-Wine (@("$place/bin/console.exe", (ConvertTo-WindowsPath "$place/$program")) + $Argument)
    $isOver = $run.Process.WaitForExit($TimeoutSec * 1000)
    if (-not $isOver) { $run.Process.Kill() }
    $end = if ($isOver) { "with exit code $($run.Process.ExitCode)" } else { "after $TimeoutSec s: it was stopped" }
    [pscustomobject]@{ End = $end; Lines = ($run.Output.Result + $run.Errors.Result) -split '\r?\n' }
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
        (Start-Wine $step @{ WINEDLLOVERRIDES = 'mscoree=d;mshtml=d' }).Process.WaitForExit()
    }
    $says = (Invoke-Windows '-NoProfile', '-NonInteractive', '-Command', '"$($PSVersionTable.PSVersion) $IsWindows"').Lines
    if ($says[0] -ne "$powershell True") { throw "PowerShell for Windows does not start under Wine: $says" }
    Set-Content "$place/stamp.txt" $stamp -NoNewline
}

Export-ModuleMember -Function Install-WindowsShell, Remove-WindowsShell, Invoke-Windows, ConvertTo-WindowsPath
