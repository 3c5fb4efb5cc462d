# What a newcomer types by mistake is understood, or refused with a message that says what to type: never a silent empty answer.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Start-TestServer
    $null = Connect-TestServer
}

AfterAll {
    Stop-TestServer
}

Describe 'An e-mail address as a filter' {
    BeforeEach {
        Clear-TestFault
        Clear-TestRequest
    }

    It 'refuses <Pattern>, which the API takes for an address, and says what finds them' -ForEach @{ Pattern = 'jane*' }, @{ Pattern = "o'n?il@example.com" } {
        $failure = Get-ThrownError { Get-LuccaEmployee -Email someone@example.com, $Pattern }
        $failure.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        $failure.TargetObject | Should -Be $Pattern
        $failure.ErrorDetails.Message | Should -BeLike '*wildcard*'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike "*Where-Object Email -Like '$($Pattern.Replace("'", "''"))'*Get-LuccaEmployee 'Jane?'*"
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'finds an address that is typed in another case, with one request' {
        (Get-LuccaEmployee -Email Jane.Doe@Example.com).Id | Should -Be '416'
        @((Get-TestRequest).path -eq '/lucca-api/employees') | Should -HaveCount 1
        $mails = (Get-LuccaEmployee).Email.Where{ $_ }
        (Get-LuccaEmployee -Email $mails.ToUpperInvariant()).Email | Should -Be $mails
    }

    It 'reports an address that nobody has' {
        $failure = Get-ThrownError { Get-LuccaEmployee -Email nobody@example.com }
        $failure.FullyQualifiedErrorId | Should -BeLike 'LuccaNotFound,*'
        $failure.TargetObject | Should -Be 'nobody@example.com'
    }

    It 'says nothing of an address that somebody has, whom other filters leave out, nor of null' {
        $failures = $null
        Get-LuccaEmployee -Email Jane.Doe@example.com, null -Status upcoming -Search x -ErrorVariable failures | Should -BeNullOrEmpty
        $failures | Should -BeNullOrEmpty
    }
}

Describe 'A row that names two employees' {
    BeforeEach {
        Clear-TestFault
        Clear-TestRequest
    }

    It 'is an error of its own, and the others come: <Rows>' -ForEach @(
        @{ Rows = 'CSV'; Make = { "Id,EmployeeNumber`n416,00417`n417,417" | ConvertFrom-Csv } }
        @{ Rows = 'JSON'; Make = { '[{"id":416,"employeeNumber":"00417"},{"id":"417","employeeNumber":"00417"}]' | ConvertFrom-Json } }
        @{ Rows = 'objects'; Make = { [pscustomobject] @{ Id = 416; EmployeeNumber = '00417' }; [pscustomobject] @{ Id = 417; EmployeeNumber = 417 } } }
    ) {
        $failures = $null
        (& $Make | Get-LuccaEmployee -ErrorVariable failures -ErrorAction SilentlyContinue).Id | Should -Be '417'
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        $failures[0].ErrorDetails.Message | Should -BeLike "*id 416*'00416'*'00417'*"
        $one = $null
        & $Make | Select-Object -First 1 | Get-LuccaEmployee -ErrorVariable one -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $one | Should -HaveCount 1
        $narrowed = $null
        (& $Make | Get-LuccaEmployee -Status active, upcoming, deactivated -ErrorVariable narrowed -ErrorAction SilentlyContinue).Id | Should -Be '417'
        $narrowed | Should -HaveCount 1
    }

    It 'is not suspected where a number is missing, or the object is an employee of another day' {
        $failures = $null
        $old = Get-LuccaEmployee 416 | ConvertTo-Csv | ConvertFrom-Csv
        $old.EmployeeNumber = 'old'
        $saved = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-LuccaEmployee 416)))
        $saved.EmployeeNumber = 'old'
        $saved.Url = $null
        ([pscustomobject] @{ Id = 416; EmployeeNumber = '' }, $old, $saved | Get-LuccaEmployee -ErrorVariable failures).Id | Should -Be '416', '416', '416'
        $failures | Should -BeNullOrEmpty
    }
}

Describe 'A field that does not exist' {
    BeforeEach {
        Clear-TestFault
        Clear-TestRequest
    }

    It 'is reported in place of <What>, with similar ids and names, for one request more' -ForEach @(
        @{ What = 'a row'; Ask = { Get-LuccaEmployee 416 -Attribute e_badge_nmber -AsOf 2026-11-28 } }
        @{ What = 'rows by ids'; Ask = { Get-LuccaEmployee 416, 417 -Attribute e_badge_nmber -AsOf 2026-11-28 } }
        @{ What = 'rows of a list'; Ask = { Get-LuccaEmployee -First 2 -Attribute e_badge_nmber -AsOf 2026-11-28 } }
    ) {
        $failure = Get-ThrownError $Ask
        $failure.FullyQualifiedErrorId | Should -BeLike 'LuccaNotFound,*'
        $failure.TargetObject | Should -Be 'e_badge_nmber'
        $failure.ErrorDetails.Message | Should -BeLike "*'e_badge_nmber'*Similar names: *(e_badge_number)*"
        @((Get-TestRequest).path -like '*definitions*') | Should -HaveCount 1
    }

    It 'is looked for only where no value came' {
        $null = Get-LuccaEmployee 416 -Attribute e_badge_number -AsOf 2026-11-28
        @((Get-TestRequest).path -like '*definitions*') | Should -HaveCount 0
    }
}

Describe 'A message says what to type' {
    It 'hints at parentheses: <Command>' -ForEach @(
        @{ Command = { Get-LuccaEmployee 401..403 }; Hint = '(401..403)' }
        @{ Command = { Get-LuccaEmployment -Employee 401..403 }; Hint = '(401..403)' }
        @{ Command = { Get-LuccaDepartment 1..3 }; Hint = '(1..3)' }
    ) {
        Clear-TestRequest
        (Get-ThrownError $Command).ErrorDetails.Message | Should -BeLike "*$Hint*"
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'calls similar employees ids, not names' {
        (Get-ThrownError { Get-LuccaEmployee 'Jan Doe' }).ErrorDetails.Message | Should -BeLike '*Employees with similar names: 416.'
        (Get-ThrownError { Get-LuccaDepartment Finnances }).ErrorDetails.Message | Should -BeLike "*Similar names: 'Finances' (32)*"
    }

    It 'says that one text is wanted: <Command>' -ForEach @(
        @{ Command = { Get-LuccaEmployee -Search jane, doe }; Hint = "*one text, not a list of 2*'jane doe'*" }
        @{ Command = { Get-LuccaEmployee -Search (, ('jane', 'doe')) }; Hint = "*one text, not a list of 2*'jane doe'*" }
        @{ Command = { Get-LuccaTaxonomy -Search a, b }; Hint = '*one text, not a list of 2*' }
        @{ Command = { Get-LuccaEmployment -Status active, upcoming }; Hint = '*one text, not a list of 2*' }
        @{ Command = { Get-LuccaPortrait 874 -OutDirectory a, b }; Hint = '*one text, not a list of 2*' }
        @{ Command = { Get-LuccaPortrait 874 -OutFile a, b }; Hint = '*one text, not a list of 2*' }
        @{ Command = { Get-LuccaDepartment 1 -IfNoneMatch a, b }; Hint = '*one text, not a list of 2*' }
        @{ Command = { Connect-Lucca a, b }; Hint = '*one text, not a list of 2*' }
    ) {
        (Get-ThrownError $Command).Exception.Message | Should -BeLike $Hint
    }

    It 'takes a list of one text for that text' {
        (Get-LuccaDepartment -Search @('fin')).Count | Should -Be (Get-LuccaDepartment -Search fin).Count
    }

    It 'says of a day of no calendar that it does not exist: <Command>' -ForEach @(
        @{ Command = { Get-LuccaEmployee -EmployedOn 2026-02-30 }; Day = '2026-02-30' }
        @{ Command = { Get-LuccaEmployment -StartsAfter 2026-13-01 }; Day = '2026-13-01' }
        @{ Command = { Get-LuccaEvent -After 2026-02-30T08:00:00 }; Day = '2026-02-30' }
        @{ Command = { Get-LuccaEvent -Before 2025-02-29 }; Day = '2025-02-29' }
        @{ Command = { Connect-Lucca -Emulator -Today 2026-00-10 }; Day = '2026-00-10' }
        @{ Command = { Compare-LuccaEmployee ([pscustomobject] @{ Id = '416'; StartsOn = '2026-02-30' }) }; Day = '2026-02-30' }
    ) {
        $message = (Get-ThrownError $Command).Exception.Message
        $message | Should -BeLike "*'$Day'*no such day*"
        $message | Should -Not -BeLike '*countries*'
    }

    It 'still says which form a day has: <Day>' -ForEach @{ Day = '30.02.2026' }, @{ Day = 'soon' }, @{ Day = '2026-2-3' }, @{ Day = '2026-02-03 10:00' } {
        (Get-ThrownError { Get-LuccaEmployee -EmployedOn $Day }).Exception.Message | Should -BeLike '*yyyy-MM-dd*'
    }

    It 'says that a folder is a file: <Given>' -ForEach @{ Given = 'there.txt' }, @{ Given = 'there.txt/photos' } {
        $null = New-Item TestDrive:/there.txt -Force
        Clear-TestRequest
        foreach ($failure in (Get-ThrownError { Get-LuccaPortrait 874 -OutDirectory TestDrive:/$Given }), (Get-ThrownError { Get-LuccaFile -Link 'https://example.ilucca.net/lucca-api/files/1?token=x' -OutDirectory TestDrive:/$Given })) {
            $failure.FullyQualifiedErrorId | Should -BeLike 'LuccaFileError,*'
            $failure.ErrorDetails.Message | Should -BeLike '*there.txt*is a file, not a folder*'
        }
        (Get-TestRequest).Count | Should -Be 0
    }

    It 'names kinds in words: <Command>' -ForEach @(
        @{ Command = { Get-LuccaEmployment -LegalEntity Nowhere }; Words = '*no legal entity*' }
        @{ Command = { Get-LuccaEmployment -LegalEntity 4711 }; Words = '*no legal entity*' }
        @{ Command = { Get-LuccaEmployment -LegalEntity (Get-LuccaDepartment 32) }; Words = '*Expected a legal entity but got department 32*' }
        @{ Command = { Get-LuccaEmployment -LegalEntity (Get-LuccaJobPosition -First 1) }; Words = '*got job position*' }
        @{ Command = { Get-LuccaJobPosition 999999 }; Words = '*no job position*' }
        @{ Command = { Get-LuccaJobPosition 999998, 999999 }; Words = '*no job position*' }
    ) {
        (Get-ThrownError $Command).ErrorDetails.Message | Should -BeLike $Words
    }
}

Describe 'Get-LuccaDepartment -Search -Recurse' {
    It 'gets what the search finds, and everything below, each once' {
        $found = Get-LuccaDepartment -Search acc -Recurse
        $found.Name | Should -Be 'Accounting', 'Accounts payable', 'Accounts receivable'
        $found | Should -BeOfType Lucca.Department
        (Get-LuccaDepartment -Search finances -Recurse).Id | Should -Be (Get-LuccaDepartment Finances -Recurse).Id
        (Get-LuccaDepartment -Search finances -Recurse -Skip 1 -First 1).Id | Should -Be (Get-LuccaDepartment Finances -Recurse)[1].Id
        Get-LuccaDepartment -Search no-such -Recurse | Should -BeNullOrEmpty
    }
}

Describe 'Completion' {
    It 'offers today for a day: <Line>' -ForEach @(
        @{ Line = 'Get-LuccaEmployee -EmployedOn ' }, @{ Line = 'Get-LuccaEmployment -StartsOn 2' }, @{ Line = 'Get-LuccaEvent -After ' }
        @{ Line = 'Get-LuccaProbationaryPeriod -ExtendedEndsBefore ' }, @{ Line = 'Connect-Lucca -Emulator -Today ' }
    ) {
        $before = (Get-Date).ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)
        $offered = (Get-CompletionOnce $Line).CompletionText
        $after = (Get-Date).ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)
        $offered | Should -BeIn $before, $after
    }

    It 'offers templates for -FileName, no files, and only what the input has: <Line>' -ForEach @(
        @{ Line = 'Get-LuccaPortrait 874'; Offered = '{PortraitId}' }
        @{ Line = "Get-LuccaPortrait -Id 874, '875'"; Offered = '{PortraitId}' }
        @{ Line = '874 | Get-LuccaPortrait'; Offered = '{PortraitId}' }
        @{ Line = 'Get-LuccaFile -Link https://example.ilucca.net/lucca-api/files/1?token=x'; Offered = '{FileId}' }
        @{ Line = 'Get-LuccaFile -Id 1 -Token x'; Offered = '{FileId}' }
        @{ Line = 'Get-LuccaPortrait jane.doe@example.com'; Offered = '{Id}', '{Name}' }
        @{ Line = 'Get-LuccaPortrait $ids'; Offered = '{Id}', '{Name}' }
        @{ Line = 'Get-LuccaPortrait'; Offered = '{Id}', '{Name}' }
        @{ Line = 'Get-LuccaEmployee 416 | Get-LuccaPortrait'; Offered = '{Id}', '{Name}' }
        @{ Line = '$employees | Get-LuccaPortrait'; Offered = '{Id}', '{Name}' }
        @{ Line = 'Get-LuccaEmployment -Include links | Get-LuccaFile'; Offered = '{Id}', '{Name}' }
    ) {
        (Get-CompletionOnce "$Line -OutDirectory x -FileName ").CompletionText | Should -Be $Offered.ForEach{ "'$_'" }
    }

    It 'offers a template that works: <Line>' -ForEach @{ Line = 'Get-LuccaPortrait 874' }, @{ Line = 'Get-LuccaEmployee 416 | Get-LuccaPortrait' } {
        $line = "$Line -OutDirectory '$TestDrive/photos' -Force -FileName "
        foreach ($offered in (Get-CompletionOnce $line).CompletionText) {
            & ([scriptblock]::Create($line + $offered)) | Should -BeOfType System.IO.FileInfo
        }
    }

    It 'has a completer for each parameter that is a day' {
        $without = foreach ($command in Get-Command -Module Lucca -CommandType Cmdlet) {
            $command.Parameters.Values.Where{ "$($_.ParameterType)" -match 'Date' -and -not $_.Attributes.Where{ $_ -is [ArgumentCompleter] } }.ForEach{ "$command -$($_.Name)" }
        }
        $without | Should -BeNullOrEmpty
    }
}

Describe 'The host of the emulator' {
    It 'is never advised as one to sign in to' {
        $null = Connect-Lucca -Emulator -Name slips -Today 2026-11-28 -SkipDefault
        $jane = Get-LuccaEmployee 416 -Session slips
        $jane | Export-Clixml TestDrive:/jane.clixml
        Disconnect-Lucca slips
        foreach ($failure in (Get-ThrownError { Compare-LuccaEmployee TestDrive:/jane.clixml }), (Get-ThrownError { Import-Clixml TestDrive:/jane.clixml | Get-LuccaEmployment }), (Get-ThrownError { $jane | Get-LuccaEmployment })) {
            $failure.ErrorDetails.RecommendedAction | Should -BeLike '*Connect-Lucca -Emulator*'
            $failure.ErrorDetails.RecommendedAction | Should -Not -BeLike '*Connect-Lucca example*'
        }
    }
}

Describe 'An error says what to do instead' {
    BeforeEach {
        Clear-TestFault
        $null = Connect-TestServer
        Clear-TestRequest
    }

    It 'where an object is of another kind: <Command>' -ForEach @(
        @{ Command = { Get-LuccaEmployee 416 | Get-LuccaEvent }; Advice = "*no events of an employee*Get-LuccaEvent -Topic employee.`* | Where-Object { `$_.Data.Id -eq '416' }*" }
        @{ Command = { Get-LuccaEmployee 416 | Get-LuccaDepartment }; Advice = '*| ForEach-Object Department | Get-LuccaDepartment*' }
        @{ Command = { Get-LuccaEmployment 4016 | Get-LuccaEmploymentTemplate }; Advice = '*| ForEach-Object Template | Get-LuccaEmploymentTemplate*' }
        @{ Command = { Get-LuccaDepartment 32 | Get-LuccaTaxonomy }; Advice = '*ids or taxonomy objects*no taxonomies of a department*' }
    ) {
        $failure = Get-ThrownError $Command
        $failure.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike $Advice
        $failure.ErrorDetails.RecommendedAction | Should -Not -Match 'file'
    }

    It 'which works' {
        $event = Get-LuccaEvent -Topic employee.* -First 1
        (Get-LuccaEvent -Topic employee.* | Where-Object { $_.Data.Id -eq $event.Data.Id }).Id | Should -Contain $event.Id
        (Get-LuccaEmployee 416 | ForEach-Object Department | Get-LuccaDepartment).Id | Should -Be '32'
        (Get-LuccaEmployment 4016 | ForEach-Object Template | Get-LuccaEmploymentTemplate).Id | Should -Not -BeNullOrEmpty
    }

    It 'where an object comes from a file' {
        $saved = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-LuccaEmployee 416)))
        (Get-ThrownError { $saved | Get-LuccaTaxonomy }).ErrorDetails.RecommendedAction | Should -BeLike '*no taxonomies of an employee*'
    }

    It 'where the API does not accept a method' {
        $failure = Get-ThrownError { Invoke-LuccaRequest departments -Method Post -Body @{} -Confirm:$false }
        $failure.ErrorDetails.Message | Should -BeLike '*HTTP 405*'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike 'The API does not accept this method for this path*'
    }

    It 'where an event''s id is given as an endpoint, and says the same thing once' {
        foreach ($command in { Send-LuccaWebhookDelivery 307 }, { 307 | Send-LuccaWebhookDelivery }) {
            $failure = Get-ThrownError $command
            $failure.FullyQualifiedErrorId | Should -Be 'LuccaNotFound,Lucca.PowerShell.Cmdlets.SendLuccaWebhookDeliveryCommand'
            $failure.ErrorDetails.Message | Should -BeLike "There is no webhook endpoint '307'*"
            $failure.ErrorDetails.RecommendedAction | Should -BeLike '*-Event 307*'
        }

        $failure = Get-ThrownError { Send-LuccaWebhookDelivery 1 -Event 99999 }
        $failure.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        [regex]::Matches($failure.ErrorDetails.Message, 'existing event').Count | Should -Be 1
    }

    It 'keeps the server''s words where it cannot look for the endpoint' {
        $null = Connect-TestServer @{ Scope = 'webhook-deliveries.readwrite' }
        (Get-ThrownError { Send-LuccaWebhookDelivery 307 }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
    }

    It 'where a scope lacks what may be done: <Scope>' -ForEach @(
        @{ Scope = 'employees'; Hint = "*'employees' is not a scope. Similar scopes: employees.readonly, employees.readwrite.*" }
        @{ Scope = 'employee'; Hint = '*Similar scopes: employees.readonly, employees.readwrite.*' }
        @{ Scope = 'departments.readonly', 'departments.read'; Hint = "*'departments.read' is not*: departments.readonly, departments.readwrite.*" }
        @{ Scope = 'everything'; Hint = "*'everything' is not a scope. Give*" }
    ) {
        $failure = Get-ThrownError { Connect-Lucca -Emulator -Scope $Scope }
        $failure.FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.ConnectLuccaCommand'
        $failure.ErrorDetails.Message | Should -BeLike $Hint
    }

    It 'warns of a scope that the API may have got since, and of no other' {
        $null = Get-ThrownError { Connect-Lucca -Emulator -Scope departments.readonly, novelties.readonly -WarningVariable script:warnings -WarningAction SilentlyContinue }
        "$warnings" | Should -Be "Unknown scope 'novelties.readonly', sent anyway. Check the spelling."
        $null = Connect-Lucca -Emulator -Scope departments.readonly, 'employees.readonly files.readwrite' -WarningVariable script:warnings
        $warnings | Should -BeNullOrEmpty
        $null = Connect-TestServer
    }

    It 'warns of a topic that nobody knows, unless an event has it: <Topic>' -ForEach @(
        @{ Topic = 'employee.deletd'; Warned = "Unknown topic 'employee.deletd'. Check the spelling." }
        @{ Topic = 'emploee.*'; Warned = "Unknown topic 'emploee.`*'. Check the spelling." }
        @{ Topic = 'ping', 'leave.*', 'Employee.Deleted'; Warned = '' }
        @{ Topic = 'planet.updated'; Warned = ''; Body = '{"items":[{"id":"1","topic":"planet.updated","occurredAt":"2024-01-01T00:00:00Z"}]}' }
    ) {
        if ($Body) { Add-TestFault @{ path = 'events'; kind = 'replace'; body = $Body } }
        $null = Get-LuccaEvent -Topic $Topic -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -Be $Warned
    }
}
