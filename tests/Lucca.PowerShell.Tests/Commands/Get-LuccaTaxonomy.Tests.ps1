. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaTaxonomy -Id 2 -Path /lucca-api/taxonomies -Scope taxonomies.readonly -Filter @(
    @{ With = @{ Search = 'LANG' }; Sent = 'search=LANG' }
)
