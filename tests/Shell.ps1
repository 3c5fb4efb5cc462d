# What stands in a shell to try the module in: the built module, and a session in the emulator.
Import-Module (Join-Path $PSScriptRoot '../out/Lucca')
Connect-Lucca -Emulator | Out-Host
Write-Host 'This tenant is in memory: made-up people, no network, no key. Try:' -ForegroundColor Green
Write-Host '  Get-LuccaDepartment -Tree
  Get-LuccaDepartment -Search fin | Get-LuccaEmployee -Status active
  Get-LuccaEmployee 416 | Get-LuccaPortrait -OutFile .
  Get-Help about_Lucca
Type exit to leave.'
