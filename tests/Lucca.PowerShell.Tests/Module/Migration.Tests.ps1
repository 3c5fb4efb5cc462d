# For those who come from API v3: the scripts of about_Lucca_Migration, before and after, and what is recognised of the older APIs.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-Module $PSScriptRoot/../HelpExamples.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
    $page = (Get-Content $PSScriptRoot/../../../docs/en-US/about_Lucca_Migration.md -Raw) -replace '\r\n', "`n"
    $blocks = @(Get-FencedBlock $page)
    $persons, $departments = $blocks.Where{ $_.Info -eq 'ps1' }.Text
    $personsNow, $departmentsNow = $blocks.Where{ $_.Info -eq 'powershell' }.Text.ForEach{ $_.Replace('Connect-Lucca example.ilucca.net -Credential emulator', 'Connect-Lucca -Emulator') }

    # What the older API would answer about the same people, from the raw answers of this one.
    function Get-OlderAnswer([uri] $Uri) {
        $null = Connect-Lucca -Emulator -Name older -SkipDefault
        $raw = @{}
        foreach ($path in 'departments', 'employees', 'employments', 'job-positions') {
            $raw[$path] = @{}
            Invoke-LuccaRequest $path -Query @{ include = 'links' } -FollowNextLink -Session older | ForEach-Object { $raw[$path][$_.id] = $_ }
        }
        $name = { param($id) if ($id) { "$($raw.employees[$id].givenName) $($raw.employees[$id].familyName)" } }
        $items = switch -Wildcard ($Uri.AbsolutePath) {
            '/api/v3/departments' {
                $raw.departments.Values | Sort-Object { [int] $_.id } | ForEach-Object {
                    [pscustomobject]@{ id = [int] $_.id; name = $_.name; code = $_.remoteId; parentId = $_.parent.id; isActive = -not $_.isArchived; head = if ($_.manager) { @{ id = $_.manager.id; name = & $name $_.manager.id } } }
                }
            }
            '/api/v3/users' {
                $raw.employees.Values | Where-Object status -In 'active', 'upcoming' | Sort-Object { [int] $_.id } | ForEach-Object {
                    $employment = if ($_.applicableEmployment) { $raw.employments[$_.applicableEmployment.id] }
                    $position = if ($_.applicableJobPosition) { $raw['job-positions'][$_.applicableJobPosition.id] }
                    [pscustomobject]@{
                        id = [int] $_.id; displayName = "$($_.familyName) $($_.givenName)"; mail = $_.email; employeeNumber = $_.employeeNumber; jobTitle = $position.jobTitle
                        dtContractStart = if ($employment) { [datetime] $employment.start.date }; dtContractEnd = if ($employment.end) { [datetime] $employment.end.date }
                        manager = @{ id = $position.manager.id }; department = @{ id = $position.department.id; name = $raw.departments["$($position.department.id)"].name }
                    }
                }
            }
        }
        [pscustomobject]@{ data = [pscustomobject]@{ items = $items } }
    }
    function Invoke-Script([string] $Text) {
        & {
            function Invoke-RestMethod([uri] $Uri, $Headers) { $Headers.Authorization | Should -Be 'lucca application=a-key'; Get-OlderAnswer $Uri }
            $key = 'a-key'
            . ([scriptblock]::Create("`$ErrorActionPreference = 'Stop'`n$Text"))
        }
    }
}

AfterAll {
    Stop-TestServer
}

Describe 'The scripts of about_Lucca_Migration' {
    It 'print the same before and after: persons with their contracts' {
        $before = @(Invoke-Script $persons)
        $before.Count | Should -BeGreaterThan 50
        $after = @(Invoke-Script $personsNow)
        $after.Count | Should -Be $before.Count
        $after | Should -Be $before
        $one = ($after | ConvertFrom-Json).Where{ $_.Mail -eq 'jane.doe@example.com' }[0].Contracts[0]
        $one.DepartmentPath | Should -Match '/Finances$|^Finances$'
        @(($after | ConvertFrom-Json).Contracts.ManagerNumber).Where{ $_ }.Count | Should -BeGreaterThan 50
    }

    It 'print the same before and after: departments with their heads' {
        $before = @(Invoke-Script $departments)
        $before.Count | Should -BeGreaterThan 20
        @(Invoke-Script $departmentsNow) | Should -Be $before
        ($before | ConvertFrom-Csv).Where{ $_.Id -eq 32 }.Head | Should -Be 'Jane Doe'
    }
}

Describe 'The tables of about_Lucca_Migration' {
    It 'name properties that there are: <Variable>' -ForEach @(
        @{ Variable = '$e'; Make = { Get-LuccaEmployee 416 } }
        @{ Variable = '$p'; Make = { Get-LuccaEmployeePersonalRecord -First 1 } }
    ) {
        $null = Connect-Lucca -Emulator
        $known = (& $Make).psobject.Properties.Name
        $named = [regex]::Matches($page, "$([regex]::Escape($Variable))\.(\w+)").ForEach{ $_.Groups[1].Value } | Sort-Object -Unique
        @($named).Count | Should -BeGreaterThan 4
        @($named).Where{ $_ -notin $known } | Should -BeNullOrEmpty
    }
}

Describe 'The older APIs' {
    It 'are recognised by a path of Invoke-LuccaRequest, before anything is sent: <Path>' -ForEach @(
        @{ Path = '/api/v3/users' }
        @{ Path = 'api/v3/users?fields=id' }
        @{ Path = 'API/V3/departments/tree' }
        @{ Path = '/directory/api/4.0/work-contracts' }
        @{ Path = '/organization/structure/api/departments' }
        @{ Path = '/lucca-files/api/uploads' }
        @{ Path = '{0}/api/v3/users/1' }
    ) {
        $null = Connect-TestServer
        Clear-TestRequest
        $address = $Path -f $server.Uri
        $thrown = Get-ThrownError { Invoke-LuccaRequest $address }
        $thrown.FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.InvokeLuccaRequestCommand'
        $thrown.TargetObject | Should -Be $address
        $thrown.ErrorDetails.Message | Should -Be "'$address' belongs to an older API, which needs another key. Nothing was sent. Get-Help about_Lucca_Migration lists the command for each of its fields."
        Get-TestRequest | Should -BeNullOrEmpty
    }

    It 'are recognised by their key where a token is expected, and the key is not sent: <Case>' -ForEach @(
        @{ Case = 'the key alone'; Key = '0f8fad5b-d9cb-469f-a165-70867728950e' }
        @{ Case = 'the value of the header'; Key = 'lucca application=0f8fad5b-d9cb-469f-a165-70867728950e' }
        @{ Case = 'a part of it'; Key = 'Application=0f8fad5b' }
    ) {
        Clear-TestRequest
        $address = $server.Uri
        $thrown = Get-ThrownError { Connect-Lucca $address -AccessToken (ConvertTo-SecureString $Key -AsPlainText -Force) }
        $thrown.FullyQualifiedErrorId | Should -Be 'LuccaSignInFailed,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'
        $thrown.ErrorDetails.Message | Should -Be 'This is a key of an older API, not an access token. Nothing was sent. Create an integration key instead: see Get-Help about_Lucca_Migration.'
        "$thrown $($thrown | Format-List * -Force | Out-String)" | Should -Not -Match '0f8fad5b'
        Get-TestRequest -Token | Should -BeNullOrEmpty
    }
}

Describe 'A path that nobody has published' {
    It 'is named as that where the tenant has none: <Path>' -ForEach @(@{ Path = 'leaves'; Name = 'leaves' }, @{ Path = 'leave-requests/1?include=links'; Name = 'leave-requests' }, @{ Path = 'skills'; Name = 'skills' }) {
        $null = Connect-TestServer
        $thrown = Get-ThrownError { Invoke-LuccaRequest $Path }
        $thrown.ErrorDetails.Message | Should -BeLike "*Lucca publishes no path for $Name*"
        $thrown.FullyQualifiedErrorId | Should -Be 'LuccaNotFound,Lucca.PowerShell.Cmdlets.InvokeLuccaRequestCommand'
    }

    It 'says so too where the scope is not granted' {
        $null = Connect-TestServer
        Set-TestTenant @{ grantedScopes = @('departments.readonly') }
        try {
            $thrown = Get-ThrownError { Invoke-LuccaRequest leaves }
            $thrown.ErrorDetails.Message | Should -BeLike '*leaves.readonly*Lucca publishes no path for leaves*'
            $thrown.FullyQualifiedErrorId | Should -Be 'LuccaForbidden,Lucca.PowerShell.Cmdlets.InvokeLuccaRequestCommand'
        } finally { Set-TestTenant @{ } }
    }

    It 'is not said of a path that is published' {
        $null = Connect-TestServer
        (Get-ThrownError { Invoke-LuccaRequest departments/nosuch }).ErrorDetails.Message | Should -Not -Match 'publishes'
    }
}
