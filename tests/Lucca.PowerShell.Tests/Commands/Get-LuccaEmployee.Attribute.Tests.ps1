# Values of fields as columns of employees: whole or an error, for as few requests as possible.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Start-TestServer -Argument '--departments', 40, '--employees', 1200
    $null = Connect-TestServer
    $day = @{ AsOf = '2026-11-28' }
}

AfterAll {
    Stop-TestServer
}

Describe 'Get-LuccaEmployee -Attribute' {
    BeforeEach {
        Clear-TestFault
        Clear-TestRequest
    }

    It 'adds a property for each, named by its id' {
        $jane = Get-LuccaEmployee 416 -Attribute e_tShirtSize, employment.start, e_languages, e_children, e_badge_number @day
        $jane.e_tShirtSize | Should -BeOfType Lucca.TaxonomyLabel
        "$($jane.e_tShirtSize)" | Should -Be 'XL'
        $jane.'employment.start' | Should -BeOfType datetime
        $jane.'employment.start'.ToString() | Should -Be '2015-12-27'
        $jane.e_languages.Count | Should -Be 2
        $jane.e_languages.Name | Should -Be 'Français', 'Deutsch'
        $jane.e_children.givenName | Should -Be 'Zoé'
        $jane.e_badge_number | Should -Be 'B-416'
        $jane.Department.Id | Should -Be '32'
    }

    It 'does not take a department for the label with the same id' {
        $one = Get-LuccaEmployee 402 -Attribute e_tShirtSize, jobPosition.department @day -WarningVariable said
        $one.'jobPosition.department'.Id | Should -Be $one.e_tShirtSize.Id -Because 'both have the same id'
        $one.e_tShirtSize | Should -BeOfType Lucca.TaxonomyLabel
        "$($one.e_tShirtSize)" | Should -Be 'M'
        $said | Should -BeNullOrEmpty
    }

    It 'takes numbers and truth values for what they are' {
        $one = Get-LuccaEmployee 402 -Attribute e_workload @day
        $one.e_workload | Should -Be 0.8
        $one.e_workload | Should -BeOfType decimal
        (Get-LuccaEmployee 401 -Attribute e_first_aider @day).e_first_aider | Should -BeTrue
    }

    It 'writes numbers the same in every culture, and they stay numbers' {
        $employees = Get-LuccaEmployee 401, 402, 403 -Attribute e_workload @day
        $one = $employees.Where{ $_.Id -eq '402' }[0]
        $culture = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'fr-FR'
            ($one | Select-Object e_workload | ConvertTo-Csv)[-1] | Should -Be '"0.8"'
            '{0:N2}' -f $one.e_workload | Should -Be '0,80'
            $one.e_workload.ToString('P0', [cultureinfo] 'en-US') | Should -BeLike '80*%'
        }
        finally {
            [cultureinfo]::CurrentCulture = $culture
        }

        $one.e_workload * 35 | Should -Be 28
        $one.e_workload -gt 0.7 -and 0.9 -gt $one.e_workload -and $one.e_workload -eq 0.8 -and $one.e_workload -in 0.7, 0.8 | Should -BeTrue
        [math]::Ceiling($one.e_workload) | Should -Be 1
        ($one | Select-Object e_workload | ConvertTo-Json -Compress) | Should -Be '{"e_workload":0.8}'
        ($employees | Measure-Object e_workload -Maximum).Maximum | Should -Be 0.8
        ($employees | Sort-Object e_workload)[-1].Id | Should -Be '402'
        ($employees | Where-Object e_workload -LT 1 | Where-Object e_workload).Id | Should -Be '402'
        ($employees | Group-Object e_workload).Name | Should -Contain '0.8'
        $one | Export-Clixml $TestDrive/one.clixml
        (Import-Clixml $TestDrive/one.clixml).e_workload + 1 | Should -Be 1.8
    }

    It 'counts one request for <Count> employees by their ids' -ForEach @(@{ Count = 1 }, @{ Count = 100 }) {
        $employees = Get-LuccaEmployee (401..(400 + $Count)) -Attribute e_badge_number, employment.start @day
        @($employees).Count | Should -Be $Count
        @($employees).Where{ $_.e_badge_number -ne "B-$($_.Id)" } | Should -BeNullOrEmpty
        $asked = @((Get-TestRequest).Where{ $_.path -like '*attributes' })
        $asked.Count | Should -Be 1
        [uri]::UnescapeDataString($asked[0].query) | Should -BeLike '*employee.id=401*'
    }

    It 'counts the pages of the values for 1,200 employees: 2 for one field, 3 for two, not 12' {
        $employees = Get-LuccaEmployee -Attribute e_badge_number @day
        $employees.Count | Should -Be 1200
        $employees.Where{ $_.e_badge_number -ne "B-$($_.Id)" } | Should -BeNullOrEmpty
        (Get-TestRequest).Where{ $_.path -like '*attributes' }.Count | Should -Be 2
        (Get-TestRequest).Where{ $_.path -like '*attributes' }.query | Should -Not -Match 'employee\.id'
        Clear-TestRequest
        $null = Get-LuccaEmployee -Attribute e_badge_number, employment.start @day
        (Get-TestRequest).Where{ $_.path -like '*attributes' }.Count | Should -Be 3
    }

    It 'asks by ids where the list is short, though the tenant is large' {
        $some = Get-LuccaEmployee -First 5 -Attribute e_badge_number @day
        $some.e_badge_number | Should -Be 'B-401', 'B-402', 'B-403', 'B-404', 'B-405'
        [uri]::UnescapeDataString((Get-TestRequest)[-1].query) | Should -BeLike '*employee.id=401,402,403,404,405*'
        (Get-TestRequest).Count | Should -Be 2
    }

    It 'changes its way when the pipeline goes on' {
        $all = 401..1600 | Get-LuccaEmployee -Attribute e_badge_number @day
        $all.Where{ $_.e_badge_number -ne "B-$($_.Id)" } | Should -BeNullOrEmpty
        (Get-TestRequest).Where{ $_.path -like '*attributes' }.Count | Should -Be 3
    }

    It 'finds who lacks a field, in strict mode too' {
        Set-StrictMode -Version Latest
        $without = Get-LuccaEmployee -Attribute e_first_aider @day | Where-Object e_first_aider -EQ $null
        $with = Get-LuccaEmployeeAttribute -Definition e_first_aider @day
        $without.Count + $with.Count | Should -Be 1200
        $with.Count | Should -BeLessThan 300 -Because 'the time of others is over'
        $csv = Get-LuccaEmployee -First 3 -Attribute e_first_aider, e_tShirtSize @day | Select-Object Name, e_first_aider, e_tShirtSize | ConvertTo-Csv
        $csv[0] | Should -Be '"Name","e_first_aider","e_tShirtSize"'
        $csv[1] | Should -BeLike '*,"True","*"'
    }

    It 'means today without -AsOf' {
        $null = Get-LuccaEmployee 416 -Attribute e_badge_number
        [uri]::UnescapeDataString((Get-TestRequest)[-1].query) | Should -Match 'applicability\.asOf=\d{4}-\d\d-\d\d'
    }

    It 'means the emulator''s day without -AsOf in a session of the emulator' {
        $null = Connect-Lucca -Emulator -Today 2124-01-01 -Name future -SkipDefault
        try {
            $aiders = @((Get-LuccaEmployee -Session future -Attribute e_first_aider).Where{ $_.e_first_aider }.Id)
            $aiders | Should -Not -BeNullOrEmpty
            $aiders | Should -Be (Get-LuccaEmployee -Session future -Attribute e_first_aider -AsOf 2124-01-01).Where{ $_.e_first_aider }.Id
            (Get-Completion 'Get-LuccaEmployee -Session future -EmployedOn ').CompletionText | Should -Be '2124-01-01'
        } finally {
            Disconnect-Lucca future
        }
    }

    It 'leaves out a value whose time is over, though the server sends it' {
        Add-TestFault @{ path = 'employee-attributes'; kind = 'replace'; body = '{"items":[{"id":"1","definition":{"id":"e_first_aider"},"employee":{"id":"416"},"applicability":{"start":"2020-01-01","end":"2021-01-01"},"value":true}],"links":{"next":null}}' }
        (Get-LuccaEmployee 416 -Attribute e_first_aider @day).e_first_aider | Should -BeNullOrEmpty
    }

    It 'takes names, and * for the tenant''s own' {
        $jane = Get-LuccaEmployee 416 -Attribute 'T-shirt size', langues @day
        $jane.e_tShirtSize.Name | Should -Be 'XL'
        $jane.e_languages.Count | Should -Be 2
        $all = (Get-LuccaEmployee 416 -Attribute * @day).PSObject.Properties.Name
        $all.Where{ $_ -like 'e_*' } | Should -Be 'e_badge_number', 'e_children', 'e_first_aider', 'e_languages', 'e_tShirtSize'
        $all | Should -Not -Contain 'employment.start'
        (Get-LuccaEmployee 416 -Attribute employment.*, e_t* @day).PSObject.Properties.Name.Where{ $_ -match '^e_|\.' } | Should -Be 'employment.start', 'e_tShirtSize'
    }

    It 'completes to the id, which names the property, by name and id' {
        (Get-Completion 'Get-LuccaEmployee -Attribute e_t').CompletionText | Should -Contain 'e_tShirtSize'
        $offered = (Get-Completion 'Get-LuccaEmployee -Attribute lang').Where{ $_.CompletionText -eq 'e_languages' }
        $offered.ToolTip | Should -Be 'Langues'
        (Get-Completion "Get-LuccaEmployee -Attribute 'T-sh").CompletionText | Should -Be "'e_tShirtSize'"
        (Get-Completion 'Get-LuccaEmployeeAttribute -Definition lang').CompletionText | Should -Be 'Langues'
    }

    It 'ends before the first row where a field does not exist: <Way>' -ForEach @(
        @{ Way = 'a list'; Script = { Get-LuccaEmployee -Attribute e_first_aidr -AsOf 2026-11-28 } }
        @{ Way = 'ids'; Script = { 416, 417 | Get-LuccaEmployee -Attribute e_first_aidr -AsOf 2026-11-28 } }
        @{ Way = 'one by one'; Script = { 416, 417 | Get-LuccaEmployee -Attribute e_first_aidr -AsOf 2026-11-28 -BatchSize 1 } }
        @{ Way = 'filters'; Script = { Get-LuccaEmployee -Department 32 -Attribute e_first_aidr -AsOf 2026-11-28 } }
        @{ Way = 'a name'; Script = { Get-LuccaEmployee -Attribute 'first aidr' -AsOf 2026-11-28 }; Typed = 'first aidr' }
    ) {
        $rows = [System.Collections.Generic.List[object]]::new()
        $failure = Get-ThrownError { & $Script | ForEach-Object { $rows.Add($_) } }
        $rows | Should -BeNullOrEmpty
        $failure.FullyQualifiedErrorId | Should -Be 'LuccaNotFound,Lucca.PowerShell.Cmdlets.GetLuccaEmployeeCommand'
        $failure.TargetObject | Should -Be ($Typed ?? 'e_first_aidr')
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*sections of the employee file*'
    }

    It 'names each field that does not exist' {
        $last = Get-ThrownError { Get-LuccaEmployee 416 -Attribute e_shoeSize, e_badge_number, e_hatSize @day -ErrorVariable script:failed -ErrorAction SilentlyContinue }
        $failed[0].TargetObject | Should -Be 'e_shoeSize'
        $last.TargetObject | Should -Be 'e_hatSize'
    }

    It 'reports what names no field' {
        (Get-ThrownError { Get-LuccaEmployee 416 -Attribute 'shoe size' @day }).FullyQualifiedErrorId | Should -BeLike 'LuccaNotFound,*'
        (Get-ThrownError { Get-LuccaEmployee 416 -Attribute x* @day }).FullyQualifiedErrorId | Should -BeLike 'LuccaNotFound,*'
        (Get-ThrownError { Get-LuccaEmployee 416 @day }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
    }

    It 'says to who follows it that fields without values could not be looked up: <Fields>' -ForEach @(
        @{ Fields = @('e_none'); Says = '*value of e_none. Whether it exists could*' }
        @{ Fields = 'e_none', 'e_nobody'; Says = '*value of e_none, e_nobody. Whether they exist could*' }
    ) {
        $null = Connect-TestServer @{ MaxRetry = 0 }
        Add-TestFault @{ path = 'employee-attribute-definitions'; kind = 'status'; status = 403; times = -1 }
        $said = Get-LuccaEmployee 416 -Attribute $Fields @day -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
        $said.Message -like '*Nobody has*' | Should -BeLike $Says
    }

    It 'ends the script when the list of values breaks off: <Way>' -ForEach @(
        @{ Way = 'a list'; Script = { Get-LuccaEmployee -Attribute e_badge_number -AsOf 2026-11-28 } }
        @{ Way = 'ids'; Script = { Get-LuccaEmployee 401, 402 -Attribute e_badge_number -AsOf 2026-11-28 } }
    ) {
        $null = Connect-TestServer @{ MaxRetry = 0 }
        Add-TestFault @{ path = 'employee-attributes'; kind = 'status'; status = 503; times = -1 }
        { & $Script } | Should -Throw -ErrorId 'LuccaUnavailable,*'
        Clear-TestFault
        Add-TestFault @{ path = 'employee-attributes'; kind = 'status'; status = 403; times = -1 }
        { & $Script } | Should -Throw -ErrorId 'LuccaForbidden,*'
    }

    It 'reports a malformed value, no silent null: <Body>' -ForEach @(
        @{ Body = '{"id":"7","definition":{"id":"e_badge_number"},"employee":{"id":"416"},"applicability":"always"}' }
        @{ Body = '{"id":"7","definition":{"id":"e_badge_number"},"value":"B-7"}' }
        @{ Body = '{"id":"7","employee":{"id":"416"},"value":"B-7"}' }
    ) {
        Add-TestFault @{ path = 'employee-attributes'; kind = 'replace'; body = "{`"items`":[$Body],`"links`":{`"next`":null}}" }
        $rows = Get-LuccaEmployee 416 -Attribute e_badge_number @day -ErrorVariable failed -ErrorAction SilentlyContinue
        $rows.Id | Should -Be '416'
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'LuccaBadReply,*'
        "$($failed[0])" | Should -BeLike "*'7'*"
    }
}
