# Whoever had a contract on a day: open-ended contracts, former contracts and contracts that end on that day included.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Start-TestServer
    $null = Connect-TestServer

    # What the whole list says of a day.
    function Select-OnDay([object[]] $Contract, [datetime] $Day) {
        $Contract.Where{ $_.StartsOn -le $Day -and ($null -eq $_.EndsOn -or $_.EndsOn -ge $Day) }
    }
}

AfterAll {
    Stop-TestServer
}

Describe '-EmployedOn' {
    BeforeEach {
        Clear-TestFault
        Clear-TestRequest
    }

    It 'brings the employments of <Day>, open-ended ones included, in the order of their ids' -ForEach @(
        @{ Day = '2026-11-28' }
        @{ Day = '2022-06-30' }
        @{ Day = '1990-01-01' }
    ) {
        $expected = @(Select-OnDay (Get-LuccaEmployment) $Day)
        Clear-TestRequest
        $there = @(Get-LuccaEmployment -EmployedOn $Day)
        $there.Id | Should -Be $expected.Id
        @($there.Where{ $null -eq $_.EndsOn }).Count | Should -Be @($expected.Where{ $null -eq $_.EndsOn }).Count
        (Get-TestRequest).Count | Should -Be 2
    }

    It 'includes the first day and the last' {
        $ended = (Get-LuccaEmployment -EndsBefore 2026-11-28)[0]
        foreach ($day in $ended.StartsOn, $ended.EndsOn) { (Get-LuccaEmployment -EmployedOn $day).Id | Should -Contain $ended.Id }
        foreach ($day in $ended.StartsOn.AddDays(-1), $ended.EndsOn.AddDays(1)) { (Get-LuccaEmployment -EmployedOn $day).Id | Should -Not -Contain $ended.Id }
    }

    It 'brings the job positions of a day: one for each employment' {
        $expected = @(Select-OnDay (Get-LuccaJobPosition) '2022-06-30')
        $there = Get-LuccaJobPosition -EmployedOn 2022-06-30
        $there.Id | Should -Be $expected.Id
        $there.Count | Should -Be (Get-LuccaEmployment -EmployedOn 2022-06-30).Count
    }

    It 'brings the employees of a day, those with a former contract too' {
        $expected = @(Get-LuccaEmployment -EmployedOn 2022-06-30).Employee.Id | Sort-Object { [int] $_ } -Unique
        $former = @((Get-LuccaEmployee $expected).Where{ $_.StartsOn -gt '2022-06-30' })
        $former | Should -Not -BeNullOrEmpty -Because 'of these only an earlier contract counts'
        Clear-TestRequest
        (Get-LuccaEmployee -EmployedOn 2022-06-30).Id | Should -Be $expected
        (Get-TestRequest).path | Should -Be '/lucca-api/employments', '/lucca-api/employments', '/lucca-api/employees'
    }

    It 'goes together with other filters, names and the pipeline' {
        $all = Get-LuccaEmployee -EmployedOn 2022-06-30
        (Get-LuccaEmployee -EmployedOn 2022-06-30 -Status deactivated).Id | Should -Be $all.Where{ $_.Status -eq 'deactivated' }.Id
        (Get-LuccaEmployee J* -EmployedOn 2022-06-30).Id | Should -Be $all.Where{ $_.Name -like 'J*' }.Id
        (Get-LuccaEmployee 416 | Get-LuccaEmployment -EmployedOn 2026-11-28).Employee.Id | Should -Be '416'
        (Get-LuccaEmployee 416 | Get-LuccaEmployment -EmployedOn 1990-01-01) | Should -BeNullOrEmpty
    }

    It 'brings nobody for a day before all' {
        Get-LuccaEmployee -EmployedOn 1950-01-01 | Should -BeNullOrEmpty
        (Get-TestRequest).path | Should -Not -Contain '/lucca-api/employees'
    }

    It 'counts a month with two requests, two years with 48' {
        $all = Get-LuccaEmployment
        Clear-TestRequest
        $months = 23..0 | ForEach-Object { ([datetime] '2026-11-28').AddMonths(-$_) } |
            Select-Object @{ n = 'Day'; e = { $_ } }, @{ n = 'Employed'; e = { Get-LuccaEmployment -EmployedOn $_ -First 0 -IncludeTotalCount } }
        $months.Count | Should -Be 24
        foreach ($month in $months) { [int] $month.Employed | Should -Be (Select-OnDay $all $month.Day).Count }
        (Get-TestRequest).Count | Should -Be 48
    }

    It 'refuses what means the same filter, before anything is sent: <Other>' -ForEach @(
        @{ Other = 'StartsBefore' }
        @{ Other = 'EndsAfter' }
        @{ Other = 'EndsOn' }
    ) {
        $given = @{ $Other = '2024-01-01' }
        $failure = Get-ThrownError { Get-LuccaEmployment -EmployedOn 2024-01-01 @given }
        $failure.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        "$failure" | Should -BeLike "*-EmployedOn*-$Other*"
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'ends the script when one of its lists breaks off: a part is no head count' {
        $null = Connect-TestServer @{ MaxRetry = 0 }
        Add-TestFault @{ path = 'end.date=null'; kind = 'status'; status = 503; times = -1 }
        { Get-LuccaEmployee -EmployedOn 2022-06-30 } | Should -Throw -ErrorId 'LuccaUnavailable,*'
    }
}

Describe 'A range turned round' {
    BeforeEach {
        Clear-TestRequest
    }

    It 'is an error, and nothing is sent: <Script>' -ForEach @(
        @{ Script = { Get-LuccaEmployee -EndsAfter 2038-01-01 -EndsBefore 2020-01-01 }; Named = '*-EndsAfter*2038-01-01*-EndsBefore*2020-01-01*' }
        @{ Script = { Get-LuccaEmployment -StartsAfter 2038-01-01 -StartsBefore 2020-01-01 }; Named = '*-StartsAfter*-StartsBefore*' }
        @{ Script = { Get-LuccaJobPosition -EndsAfter 2038-01-01 -EndsBefore 2020-01-01 }; Named = '*-EndsAfter*-EndsBefore*' }
        @{ Script = { Get-LuccaProbationaryPeriod -InitialEndsAfter 2038-01-01 -InitialEndsBefore 2020-01-01 }; Named = '*-InitialEndsAfter*-InitialEndsBefore*' }
        @{ Script = { Get-LuccaEvent -After 2038-01-01 -Before 2020-01-01 }; Named = '*-After*-Before*' }
    ) {
        $failure = Get-ThrownError $Script
        $failure.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        $failure.CategoryInfo.Category | Should -Be 'InvalidArgument'
        "$failure" | Should -BeLike $Named
        "$failure" | Should -BeLike '*Nothing was sent.*'
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'is none when both ends are the same day' {
        { Get-LuccaEmployee -EndsAfter 2024-01-01 -EndsBefore 2024-01-01 -ErrorAction Stop } | Should -Not -Throw
    }
}

Describe 'A parameter that takes $true or $false' {
    It 'says so when it is bare, completes both, and refuses nothing at all: <Command> -<Name>' -ForEach @(
        @{ Command = 'Get-LuccaDepartment'; Name = 'IsArchived' }
        @{ Command = 'Get-LuccaLegalEntity'; Name = 'IsArchived' }
        @{ Command = 'Get-LuccaBusinessEstablishment'; Name = 'IsArchived' }
        @{ Command = 'Get-LuccaProfession'; Name = 'IsArchived' }
        @{ Command = 'Get-LuccaProbationaryPeriod'; Name = 'IsExtended' }
    ) {
        (Get-CompletionOnce "$Command -$Name ").CompletionText | Should -Be '$true', '$false'
        (Get-CompletionOnce "$Command -$Name `$f").CompletionText[0] | Should -Be '$false'
        $bare = Get-ThrownError ([scriptblock]::Create("$Command -$Name"))
        "$bare" | Should -BeLike "*'$Name'*type 'System.Boolean'*"
        Clear-TestRequest
        (Get-ThrownError ([scriptblock]::Create("$Command -$Name `$null"))).FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationErrorNullNotAllowed,*'
        (Get-TestRequest).Count | Should -Be 0
    }
}
