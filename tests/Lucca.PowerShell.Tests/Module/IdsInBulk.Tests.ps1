# Ids from the pipeline are asked for together: the figures are counted at the server.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Start-TestServer -Argument '--departments', 537, '--employees', 1000
    $null = Connect-TestServer
}

AfterAll {
    Stop-TestServer
}

Describe 'Ids in bulk' {
    BeforeEach {
        Clear-TestRequest
    }

    It 'gets 500 departments out of 537 in at most 7 requests' {
        (30..529 | Get-LuccaDepartment -Expand @()).Id | Should -Be (30..529).ForEach{ "$_" }
        (Get-TestRequest).Count | Should -BeLessOrEqual 7
        Clear-TestRequest
        (30..529 | Get-LuccaDepartment).Where({ $_.Parent -and $_.Parent -isnot [Lucca.DepartmentReference] }) | Should -BeNullOrEmpty
        (Get-TestRequest).Count | Should -BeLessOrEqual (7 + 6) -Because 'the six pages of the list, once a session, have the names of the parents'
    }

    It 'gets 1,000 employees in 10 requests, from the pipeline or as an argument' {
        (401..1400 | Get-LuccaEmployee).Count | Should -Be 1000
        (Get-LuccaEmployee (1400..401)).Id | Should -Be (1400..401).ForEach{ "$_" }
        (Get-TestRequest).Count | Should -Be 20
    }

    It 'asks for no more than wanted, nor for more than a hundred at once' {
        (401..1400 | Get-LuccaEmployee | Select-Object -First 3).Id | Should -Be '401', '402', '403'
        (30..529 | Get-LuccaDepartment | Select-Object -First 1).Id | Should -Be '30'
        $seen = Get-TestRequest
        $seen.Where{ $_.path -like '*employees' }.Count | Should -Be 1
        ([uri]::UnescapeDataString($seen[0].query) -replace '.*[?&]id=([^&]*).*', '$1' -split ',').Count | Should -Be 100
        $seen.Where{ $_.path -like '*departments' }.Count | Should -BeLessOrEqual 6
    }

    It 'keeps order and duplicates, with an error in the place of each unknown id' -ForEach @(
        @{ Command = 'Get-LuccaDepartment'; Ids = '7', 'none', '3', '7', 'nor this', '1' }
        @{ Command = 'Get-LuccaEmployee'; Ids = '407', 'none', '403', '407', 'nor this', '401' }
    ) {
        $answers = ($Ids | & $Command 2>&1).ForEach{ if ($_ -is [System.Management.Automation.ErrorRecord]) { "no $($_.TargetObject)" } else { $_.Id } }
        $answers | Should -Be $Ids.ForEach{ if ($_ -match '^\d') { $_ } else { "no $_" } }
    }

    It 'asks one by one when a condition is to be kept' {
        $tag = (Get-LuccaEmployee 401).ETag
        Clear-TestRequest
        (401, 402 | Get-LuccaEmployee -IfNoneMatch $tag).Id | Should -Be '402'
        (Get-TestRequest).path | Should -Be '/lucca-api/employees/401', '/lucca-api/employees/402'
    }

    It 'asks for what belongs to a hundred objects in one request' {
        $null = Get-LuccaEmployee -First 100 | Get-LuccaEmployeePersonalRecord
        $null = Get-LuccaEmployment -First 100 | Get-LuccaProbationaryPeriod
        (Get-TestRequest).path | Should -Be '/lucca-api/employees', '/lucca-api/employee-personal-records', '/lucca-api/employments', '/lucca-api/probationary-periods'
    }
}
