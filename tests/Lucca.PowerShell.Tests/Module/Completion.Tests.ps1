BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
}

AfterAll {
    Stop-TestServer
}

Describe 'Completion when connected' {
    BeforeEach {
        Clear-TestFault
        $null = Connect-TestServer
        Clear-TestRequest
    }

    It 'offers the ids of departments with their names as tool tips, after one request' {
        $offered = Get-Completion 'Get-LuccaDepartment 3'
        $offered.CompletionText | Should -Contain '32'
        ($offered | Where-Object CompletionText -EQ '32').ToolTip | Should -Be 'Finances'
        $offered.CompletionText | ForEach-Object { $_ | Should -Match '^3' }
        (Get-TestRequest).Count | Should -Be 1
    }

    It 'knows the members of a row in a pipeline' {
        (Get-Completion 'Get-LuccaEmployee | Where-Object Dep').CompletionText | Should -Contain 'Department'
        (Get-Completion 'Get-LuccaEmployee | Sort-Object Sta').CompletionText | Should -Contain 'StartsOn'
        (Get-Completion 'Get-LuccaEmployment | Sort-Object Sta').CompletionText | Should -Contain 'StartsOn'
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'inserts the name that a part of it finds, quoted where needed and as the user began, with the id beside it' {
        $offered = Get-Completion 'Get-LuccaDepartment financ'
        $offered.CompletionText | Should -Be 'Finances'
        $offered.ToolTip | Should -Be 'department 32'
        (Get-Completion "Get-LuccaDepartment 'financ").CompletionText | Should -Be "'Finances'"
        (Get-Completion 'Get-LuccaDepartment "financ').CompletionText | Should -Be '"Finances"'
        (Get-Completion 'Get-LuccaEmployee "jane d').CompletionText | Should -Be '"Jane Doe"'
        (Get-Completion 'Get-LuccaLegalEntity -Id ').CompletionText.Where{ $_ -like '* *' } | Should -Match "^'.*'$"
    }

    It 'inserts the id where the name means more than one thing' {
        Add-TestFault @{ path = '^/lucca-api/professions'; kind = 'status'; status = 200; body = '{"items":[{"id":"1","title":"Twin"},{"id":"2","title":"Twin"},{"id":"3","title":"7"}]}' }
        (Get-Completion 'Get-LuccaProfession ').CompletionText | Should -Be '1', '2', '3'
    }

    It 'remembers a list for a while: one request, however often Tab is pressed' {
        1..5 | ForEach-Object { $null = Get-Completion "Get-LuccaDepartment $_" }
        (Get-TestRequest).Count | Should -Be 1
    }

    It 'searches for names beyond the first page' {
        ((Get-Completion 'Get-LuccaEmployee Martin').ListItemText | Select-Object -Unique) -join ' ' | Should -Match 'Martin'
        (Get-Completion 'Get-LuccaEmployee 416').ToolTip | Should -Be 'Jane Doe'
        (Get-Completion 'Get-LuccaEmployee jane').ToolTip | Should -Contain 'employee 516' -Because 'a hit on the first page hides nobody behind it'
    }

    It 'offers departments where a filter takes them' {
        (Get-Completion 'Get-LuccaEmployee -Department financ').CompletionText | Should -Be 'Finances'
    }

    It 'offers employees and departments wherever they are meant: <Line>' -ForEach @(
        @{ Line = "Get-LuccaEmployee -Manager 'jane d"; Expected = "'Jane Doe'" }
        @{ Line = "Get-LuccaJobPosition -Manager 'jane d"; Expected = "'Jane Doe'" }
        @{ Line = 'Get-LuccaDepartment -Tree -Root financ'; Expected = 'Finances' }
    ) {
        (Get-Completion $Line).CompletionText | Should -Be $Expected
    }

    It 'offers endpoints where they are changed' {
        $endpoint = Get-LuccaWebhookEndpoint -First 1
        (Get-Completion "Set-LuccaWebhookEndpoint -Id $($endpoint.Id)").CompletionText | Should -Contain $endpoint.Id
    }

    It 'offers portraits by the employees whose they are' {
        $offered = Get-Completion "Get-LuccaPortrait 'jane d"
        $offered.CompletionText | Should -Be "'Jane Doe'"
        $offered.ToolTip | Should -Be 'portrait 874'
        $byId = Get-Completion 'Get-LuccaPortrait 87'
        $byId.CompletionText | Should -Contain '874'
        ($byId | Where-Object CompletionText -EQ '874').ToolTip | Should -Be 'Jane Doe'
    }

    It 'offers addresses and numbers of employees as they were begun: <Line>' -ForEach @(
        @{ Line = 'Get-LuccaEmployee jane.doe@'; Expected = "'jane.doe@example.com'" }
        @{ Line = 'Get-LuccaEmployee -Manager jane.doe'; Expected = "'jane.doe@example.com'" }
        @{ Line = 'Get-LuccaPortrait jane.doe'; Expected = "'jane.doe@example.com'" }
        @{ Line = 'Get-LuccaEmployee -EmployeeNumber 00416'; Expected = '00416' }
    ) {
        $offered = Get-Completion $Line
        $offered.CompletionText | Should -Be $Expected
        $offered.ToolTip | Should -Be 'Jane Doe'
    }

    It 'offers the name of whose number was begun, since a number is no id' {
        (Get-Completion 'Get-LuccaEmployment -Employee 00416').CompletionText | Should -Be "'Jane Doe'"
    }

    It 'offers the paths that the API publishes, and what is behind one' {
        (Get-Completion 'Invoke-LuccaRequest job-').CompletionText | Should -Be 'job-qualifications', 'job-positions'
        (Get-Completion 'Invoke-LuccaRequest departments/fina').CompletionText | Should -Be 'departments/32'
    }

    It 'only ever reads' {
        $null = Get-Completion 'Get-LuccaEmployee '
        (Get-TestRequest).method | Select-Object -Unique | Should -Be 'GET'
    }

    It 'asks the session that -Session names' {
        $null = Connect-Lucca -Emulator -Name other
        Clear-TestRequest
        (Get-Completion "Get-LuccaDepartment -Session other -Id 32").ToolTip | Should -Be 'Finances'
        (Get-TestRequest).Count | Should -Be 0
        Disconnect-Lucca other
    }

    It 'offers nothing of the module''s, and waits no longer than two seconds, when the tenant is silent' {
        Add-TestFault @{ kind = 'delay'; delay = 20000; times = 10 }
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        (Get-CompletionOnce 'Get-LuccaDepartment 3').ToolTip | Should -Not -Contain 'Finances'
        # Far below what the server would take; the bound itself is no matter of a busy machine's clock.
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 15
    }

    It 'offers nothing and throws nothing when the tenant refuses' {
        Add-TestFault @{ kind = 'status'; status = 403; times = 10 }
        (Get-CompletionOnce 'Get-LuccaDepartment 3').ToolTip | Should -Not -Contain 'Finances'
        $Error.Clear()
        $null = Get-CompletionOnce 'Get-LuccaDepartment 3'
        $Error.Count | Should -Be 0
    }

    It 'offers the hosts that this process has connected to' {
        (Get-Completion 'Connect-Lucca http').CompletionText | Should -Contain "$($server.Uri)"
    }

    It 'offers the names of sessions' {
        (Get-Completion 'Get-LuccaDepartment -Session 127').CompletionText | Should -Be ([uri] $server.Uri).Authority
    }
}

Describe 'Completion when not connected' {
    BeforeAll {
        Get-LuccaSession | Disconnect-Lucca
        Clear-TestRequest
    }

    It 'is silent about ids' {
        (Get-CompletionOnce 'Get-LuccaDepartment 3').ToolTip | Should -Not -Contain 'Finances'
        (Get-TestRequest -Token).Count | Should -Be 0
    }

    It 'offers scopes: <Line>' -ForEach @(
        @{ Line = 'Connect-Lucca -Emulator -Scope departments.re'; Expected = 'departments.readonly', 'departments.readwrite' }
        @{ Line = 'Test-LuccaSession events'; Expected = 'events.readonly' }
        @{ Line = 'Invoke-LuccaRequest x -Scope legal-entities.readw'; Expected = 'legal-entities.readwrite' }
    ) {
        (Get-Completion $Line).CompletionText | Should -Be $Expected
    }

    It 'offers countries by code and by name' {
        (Get-Completion 'Get-LuccaLegalEntity -CountryCode FR').CompletionText | Should -Contain 'FRA'
        (Get-Completion 'Get-LuccaEmployeePersonalRecord -NationalityCountryCode portug').CompletionText | Should -Be 'PRT'
    }

    It 'offers what can be included' {
        (Get-Completion 'Get-LuccaDepartment -Include e').CompletionText | Should -Be 'embedded'
    }
}
