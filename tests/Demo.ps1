# The tour of the module on the emulator: what an administrator does all day, without a tenant.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

function Step ([string] $Command) {
    Write-Host "`nPS> $Command" -ForegroundColor Cyan
    # In this scope, so that one step can use what another has made.
    . ([scriptblock]::Create($Command)) | Out-Host
}

Import-Module (Join-Path $PSScriptRoot '../out/Lucca/Lucca.psd1')
$folder = New-Item -ItemType Directory -Path (Join-Path ([System.IO.Path]::GetTempPath()) "lucca-demo-$PID")
Push-Location $folder
try {
    . Step 'Connect-Lucca -Emulator'
    . Step 'Get-LuccaDepartment -First 10'
    . Step 'Get-LuccaDepartment 32 -Include links | Format-List Id, Name, RemoteId, Manager, ETag, Links'
    . Step 'Get-LuccaEmployee 416 | Get-LuccaPortrait -OutFile .'
    . Step "Set-Content -Path 'Contract Jane Doe.txt' -Value 'Signed.'"
    . Step "`$sent = Get-Item 'Contract Jane Doe.txt' | Send-LuccaFile; `$sent"
    . Step "`$link = (Invoke-LuccaRequest emulator/uploads -Query @{ include = 'links' } -Scope files.readonly).items[-1].links.content.href; `$link"
    . Step "`$link | Get-LuccaFile -OutFile 'read back.txt'"
    . Step 'Get-FileHash *.txt -Algorithm SHA256 | Format-Table Hash, @{ Name = "File"; Expression = { Split-Path $_.Path -Leaf } }'
    if (@(Get-FileHash *.txt | Select-Object -ExpandProperty Hash -Unique).Count -ne 1) { throw 'What came back is not what was sent.' }
    . Step 'Get-LuccaDepartment no-such -ErrorAction Continue'
    . Step 'Disconnect-Lucca'
    Write-Host "`nThe tour is done: the file came back unchanged, and the unknown id gave an error." -ForegroundColor Green
}
finally {
    Pop-Location
    Remove-Item -Path $folder -Recurse -Force
}
