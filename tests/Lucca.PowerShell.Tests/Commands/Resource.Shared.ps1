# What every command that gets a resource does, tested alike. A file of tests names the command and what sets it apart:
# the documented spelling of each filter, as the server is to see it, and what other objects mean when they are piped.
param(
    [Parameter(Mandatory)] [string] $Command,
    [Parameter(Mandatory)] [string] $Id,
    [Parameter(Mandatory)] [string] $Path,
    [Parameter(Mandatory)] [string] $Scope,
    [int] $Limit = 100,
    [hashtable[]] $Filter = @(),
    [hashtable[]] $Related = @()
)

Describe '<Command>' -ForEach @{ Command = $Command; Id = $Id; Path = $Path; Scope = $Scope; Limit = $Limit; Given = @($Filter.ForEach{ $_.With.Keys }) } {
    BeforeAll {
        Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
        Import-BuiltModule
        $null = Start-TestServer
        $null = Connect-TestServer
        $model = "Lucca.$($Command -replace '^Get-Lucca')" -as [type]

        # What the server saw of a list, without what every list sends.
        function Get-SentQuery {
            $request = (Get-TestRequest)[-1]
            $request.path | Should -Be $Path
            @([uri]::UnescapeDataString($request.query).TrimStart('?') -split '&').Where{ $_ -notmatch '^(limit|include)=' } -join '&'
        }
    }

    AfterAll {
        Stop-TestServer
    }

    BeforeEach {
        Clear-TestRequest
    }

    It 'gets one by its id, with the least scope' {
        # A new session has no token but that of its sign-in.
        $null = Connect-TestServer
        $one = & $Command $Id -Expand @()
        $one | Should -BeOfType $model
        $one.Id | Should -Be $Id
        $one.ETag | Should -Match '^W/'
        $one.PSObject.Properties.Where{ $_.MemberType -eq 'NoteProperty' }.Name | Should -Be 'ETag' -Because 'no member is unknown'
        (Get-TestRequest -Token).Where{ $_.path -eq '/connect/token' }[-1].form.scope | Should -Be $Scope
        (Get-TestRequest).path | Should -Be "$Path/$Id"
    }

    It 'lists as far as wanted, a page at a time' {
        $some = & $Command -Expand @() | Select-Object -First 2
        $some | Should -BeOfType $model
        $some.ForEach{ $_.PSObject.Properties.Where{ $_.MemberType -eq 'NoteProperty' } } | Should -BeNullOrEmpty -Because 'no member is unknown'
        $seen = Get-TestRequest
        $seen.Count | Should -Be 1
        $seen[0].query | Should -BeLike "*limit=$Limit*"
    }

    It 'gets the same again from objects in the pipeline' {
        $some = & $Command -First 2
        ($some | & $Command).Id | Should -Be $some.Id
    }

    It 'says which id there is none of' {
        $failure = Get-ThrownError { & $Command no-such }
        $failure.FullyQualifiedErrorId | Should -Be "LuccaNotFound,Lucca.PowerShell.Cmdlets.$($Command -replace '-')Command"
        $failure.TargetObject | Should -Be 'no-such'
    }

    It 'sends <Sent>' -ForEach $Filter -AllowNullOrEmptyForEach {
        $null = & $Command @With -First 1
        Get-SentQuery | Should -Be $Sent
        (Get-TestRequest)[-1].status | Should -Be 200
    }

    It 'takes <From> from the pipeline as <Sent>' -ForEach $Related -AllowNullOrEmptyForEach {
        $objects = & ([scriptblock]::Create($From))
        $null = $objects | & $Command -First 1
        Get-SentQuery | Should -Be $Sent
        (Get-TestRequest)[-1].status | Should -Be 200
    }

    It 'has no filter that is not tested here' {
        $type = (Get-Command $Command).ImplementingType
        $filters = $type.GetProperties().Where{ $_.GetCustomAttributes($true).Where{ $_.GetType().Name -eq 'FilterAttribute' } }.Name
        $filters.Where{ $_ -notin $Given } | Should -BeNullOrEmpty
    }
}
