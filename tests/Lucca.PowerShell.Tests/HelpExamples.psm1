# Runs what the help shows, in a folder of its own, and makes what is printed comparable with what the page shows.
Set-StrictMode -Version Latest

# The fenced blocks of a text, in order: what follows the fence, and the text within.
function Get-FencedBlock {
    param([string] $Text)
    foreach ($match in [regex]::Matches($Text, '(?ms)^```(?<info>[^\n]*)\n(?<text>.*?)^```')) {
        [pscustomobject]@{ Info = $match.Groups['info'].Value.Trim(); Text = $match.Groups['text'].Value.TrimEnd() }
    }
}

# Widths and blank lines do not count; they depend on the console.
function Format-Printed {
    param([AllowEmptyString()] [string] $Text)
    @($Text -split '\r?\n' | ForEach-Object { ($_ -replace '\s+', ' ').Trim() } | Where-Object { $_ }) -join "`n"
}

# The columns that Select-Object was asked for and found on no object: their names are wrong.
function Get-EmptyColumn {
    param([object[]] $Made)
    $rows = @($Made | Where-Object { $_ -is [psobject] -and $_.PSObject.TypeNames[0] -like 'Selected.*' })
    @($rows.ForEach{ $_.PSObject.Properties.Name }) | Select-Object -Unique | Where-Object { $name = $_; -not $rows.Where{ $null -ne $_.$name } }
}

<#
    Runs the blocks of one example, one after the other, and returns each with what it printed, what the page says
    that it prints, and which columns are empty.
    The host of the examples stands for the test server, and what asks people or vaults for a key has the server's.
#>
function Invoke-HelpExample {
    param([string] $Text, [uri] $Server)
    $folder = New-Item -ItemType Directory (Join-Path ([System.IO.Path]::GetTempPath()) "lucca-$(New-Guid)")
    $key = [pscredential]::new('emulator', (ConvertTo-SecureString 'emulator-secret' -AsPlainText -Force))
    Push-Location $folder
    try {
        'x' | Set-Content contract.pdf -NoNewline
        "Id`n416`n417" | Set-Content team.csv
        $env:LUCCA_URI = $Server.OriginalString; $env:LUCCA_CLIENT_ID = 'emulator'; $env:LUCCA_CLIENT_SECRET = 'emulator-secret'
        Get-LuccaSession | Disconnect-Lucca
        $null = Connect-Lucca -Emulator -Today 2026-11-28
        $blocks = @(Get-FencedBlock $Text)
        for ($i = 0; $i -lt $blocks.Count; $i++) {
            if ($blocks[$i].Info -ne 'powershell') { continue }
            $next = if ($i + 1 -lt $blocks.Count) { $blocks[$i + 1] }
            $code = $blocks[$i].Text.Replace('example.ilucca.net', $Server.OriginalString).Replace('-Credential emulator', '-Credential (Get-Credential)')
            $made = @(& {
                function Get-Credential { $key }
                function Get-Date { [datetime] '2026-11-28T09:00' }
                function Get-Secret { param($Name, $Vault) $key }
                function Set-Secret { param($Name, $Secret, $Vault) }
                . ([scriptblock]::Create("`$ErrorActionPreference = 'Stop'`n$code"))
            })
            $printed = $made | Out-String -Width 80
            [pscustomobject]@{
                Code     = $blocks[$i].Text
                Printed  = (Format-Printed $printed).Replace($Server.OriginalString.TrimEnd('/'), 'https://example.ilucca.net').Replace($Server.Authority, 'example.ilucca.net')
                Empty    = Get-EmptyColumn $made
                Expected = if ($next -and $next.Info -eq 'output') { Format-Printed $next.Text }
            }
        }
    } finally {
        Pop-Location
        Remove-Item $folder -Recurse -Force
        $env:LUCCA_URI = $env:LUCCA_CLIENT_ID = $env:LUCCA_CLIENT_SECRET = $null
    }
}

Export-ModuleMember -Function Get-FencedBlock, Invoke-HelpExample
