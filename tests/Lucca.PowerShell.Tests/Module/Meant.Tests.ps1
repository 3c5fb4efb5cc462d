# A command acts on what was meant, and on no other. The figures are counted at the server.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Start-TestServer

    $hook = @{ WebhookUrl = 'https://hooks.example.com/new'; Topic = 'ping' }
    function Get-SentPath { (Get-TestRequest).path }
}

AfterAll {
    Stop-TestServer
}

Describe 'A write goes to what is called so now' {
    BeforeEach {
        Clear-TestFault
        $null = Connect-TestServer
    }

    It 'reads names again after its own writes' {
        $old = New-LuccaWebhookEndpoint Prod @hook -Status active
        Set-LuccaWebhookEndpoint Prod -Name Old
        $new = New-LuccaWebhookEndpoint Prod @hook -Status active
        Set-LuccaWebhookEndpoint Prod -Status inactive
        (Get-LuccaWebhookEndpoint $old.Id).Status | Should -Be 'active'
        (Get-LuccaWebhookEndpoint $new.Id).Status | Should -Be 'inactive'
    }

    It 'reads names again that <Who> has changed since a read' -ForEach @(
        @{ Who = 'another session'; Rename = { param($Id) Set-LuccaWebhookEndpoint $Id -Name Moved -Session (Connect-TestServer @{ Name = 'other'; SkipDefault = $true }) } }
        @{ Who = 'Invoke-LuccaRequest'; Rename = { param($Id) $null = Invoke-LuccaRequest "webhook-endpoints/$Id" -Method Patch -Body @{ name = 'Moved' } } }
    ) {
        $old = New-LuccaWebhookEndpoint "Twice by $Who" @hook
        $null = Get-LuccaWebhookEndpoint "Twice by $Who"
        $null = Send-LuccaWebhookDelivery "Twice by $Who" -WhatIf
        & $Rename $old.Id
        (Get-ThrownError { Set-LuccaWebhookEndpoint "Twice by $Who" -Status active }).FullyQualifiedErrorId | Should -BeLike 'LuccaNotFound,*'
        (Get-ThrownError { Send-LuccaWebhookDelivery "Twice by $Who" }).FullyQualifiedErrorId | Should -BeLike 'LuccaNotFound,*'
        (Get-LuccaWebhookEndpoint $old.Id).Status | Should -Be 'inactive'
    }

    It 'reads the names of what a write refers to again, too' {
        $site = Get-LuccaBusinessEstablishment 1
        $null = Get-LuccaEmployee -BusinessEstablishment $site.Name -First 1
        Clear-TestRequest
        Set-LuccaWebhookEndpoint 3 -BusinessEstablishment $site.Name
        Get-SentPath | Should -Be '/lucca-api/business-establishments', '/lucca-api/webhook-endpoints/3'
    }

    It 'makes whoever reads names forget them' {
        $name = "Renamed by $PID"
        $old = New-LuccaWebhookEndpoint $name @hook
        $null = Get-Completion "Set-LuccaWebhookEndpoint Renamed"
        Set-LuccaWebhookEndpoint $old.Id -Name "Other of $PID"
        (Get-Completion "Set-LuccaWebhookEndpoint 'Other of").CompletionText | Should -Be "'Other of $PID'"
    }

    It 'takes a name for ambiguous that a malformed record has as well' {
        Add-TestFault @{ path = '^/lucca-api/webhook-endpoints\?'; method = 'GET'; kind = 'status'; status = 200; body = '{"items":[{"id":"1","name":"Prod"},{"id":"2","name":"Prod","topics":7}]}' }
        Clear-TestRequest
        $failure = Get-ThrownError { Set-LuccaWebhookEndpoint Prod -Status inactive }
        $failure.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        $failure.ErrorDetails.Message | Should -BeLike '*1, 2*'
        (Get-TestRequest).method | Should -Not -Contain 'PATCH'
    }

    It 'writes nothing by name where a malformed record hides its own' {
        Add-TestFault @{ path = '^/lucca-api/webhook-endpoints\?'; method = 'GET'; kind = 'status'; status = 200; body = '{"items":[{"id":"1","name":"Prod"},{"id":"2","name":{}}]}' }
        Clear-TestRequest
        (Get-ThrownError { Set-LuccaWebhookEndpoint Prod -Status inactive }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadReply,*'
        (Get-TestRequest).method | Should -Not -Contain 'PATCH'
    }
}

Describe 'An employee number is no id' {
    BeforeAll {
        $null = Connect-TestServer
        $jane = Get-LuccaEmployee 416
    }

    BeforeEach {
        Clear-TestFault
        $null = Connect-TestServer
        $null = Get-LuccaEmployee 416 # what the names of departments cost is counted elsewhere
        Clear-TestRequest
    }

    It 'finds nobody by a number where an id stands, and says how' {
        $failures = $null
        ('00416', '417' | Get-LuccaEmployee -ErrorVariable failures -ErrorAction SilentlyContinue).Id | Should -Be '417'
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'LuccaNotFound,*'
        $failures[0].TargetObject | Should -Be '00416'
        $failures[0].ErrorDetails.Message | Should -BeLike '*-EmployeeNumber*'
        Get-SentPath | Should -Not -Contain '/lucca-api/employees/00416'
    }

    It 'finds nobody by a number that a parameter takes' {
        (Get-ThrownError { Get-LuccaEmployment -Employee 00416 }).FullyQualifiedErrorId | Should -BeLike 'LuccaNotFound,*'
        (Get-ThrownError { Get-LuccaEmployee -Manager 00416 }).FullyQualifiedErrorId | Should -BeLike 'LuccaNotFound,*'
        (Get-ThrownError { Get-LuccaPortrait 00416 }).FullyQualifiedErrorId | Should -BeLike 'LuccaNotFound,*'
    }

    It 'finds employees by -EmployeeNumber in the order of the numbers, in one run of the list' {
        $failures = $null
        (Get-LuccaEmployee -EmployeeNumber 00417, no-such, 00416 -ErrorVariable failures -ErrorAction SilentlyContinue).Id | Should -Be '417', '416'
        $failures.TargetObject | Should -Be 'no-such'
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'LuccaNotFound,*'
        Get-SentPath | Should -Be '/lucca-api/employees', '/lucca-api/employees' -Because '120 employees are two pages'
    }

    It 'brings the same by number as by id' {
        $byNumber = Get-LuccaEmployee -EmployeeNumber 00416
        $byNumber.JobPosition.Id | Should -Be $jane.JobPosition.Id
        (Get-LuccaEmployee -EmployeeNumber 00416 -Include @()).PSObject.Properties.Name | Should -Not -Contain 'JobTitle'
    }

    It 'refuses a number that two people have' {
        Add-TestFault @{ path = '^/lucca-api/employees\?'; kind = 'status'; status = 200; body = '{"items":[{"id":"1","employeeNumber":"7"},{"id":"2","employeeNumber":"7"}]}' }
        $failure = Get-ThrownError { Get-LuccaEmployee -EmployeeNumber 7 }
        $failure.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        $failure.ErrorDetails.Message | Should -BeLike '*1, 2*'
    }

    It 'compares numbers as they were typed, or without zeros where PowerShell has dropped them' {
        Add-TestFault @{ path = '^/lucca-api/employees'; kind = 'status'; status = 200; times = 4; body = '{"items":[{"id":"1","employeeNumber":"007"},{"id":"2","employeeNumber":"7"},{"id":"3","employeeNumber":"A07"}]}' }
        (Get-LuccaEmployee -EmployeeNumber '007').Id | Should -Be '1'
        (Get-LuccaEmployee -EmployeeNumber 'a07').Id | Should -Be '3'
        (Get-ThrownError { Get-LuccaEmployee -EmployeeNumber 007, 007 }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        (Get-ThrownError { Get-LuccaEmployee -EmployeeNumber A7 }).FullyQualifiedErrorId | Should -BeLike 'LuccaNotFound,*'
    }

    It 'refuses an empty number, and a number together with the pipeline' {
        (Get-ThrownError { Get-LuccaEmployee -EmployeeNumber '' }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        (Get-ThrownError { Get-LuccaEmployee -EmployeeNumber $null }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        (Get-ThrownError { 416 | Get-LuccaEmployee -EmployeeNumber 00416 }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        Get-SentPath | Should -BeNullOrEmpty
    }

    It 'completes a number by its beginning and by the name' {
        (Get-Completion 'Get-LuccaEmployee -EmployeeNumber 0041').CompletionText | Should -Contain '00416'
        (Get-Completion "Get-LuccaEmployee -EmployeeNumber 'Jane Doe").CompletionText | Should -Be "'00416'"
    }

    It 'finds the row of a directory by <By>' -ForEach @(
        @{ By = 'EmployeeNumber'; Row = @{ SamAccountName = 'jd'; EmployeeNumber = '00416' } }
        @{ By = 'Email'; Row = @{ SamAccountName = 'jd'; Email = 'Jane.Doe@example.com' } }
        @{ By = 'mail'; Row = @{ SamAccountName = 'jd'; mail = 'jane.doe@example.com' } }
        @{ By = 'the address where the number is empty'; Row = @{ EmployeeNumber = ''; mail = 'jane.doe@example.com' } }
        @{ By = 'the number where the id is empty'; Row = @{ Id = ''; EmployeeNumber = '00416'; mail = '' } }
        @{ By = 'the address where id and number are empty'; Row = @{ Id = ' '; EmployeeNumber = $null; Email = 'jane.doe@example.com' } }
        @{ By = 'the id where it has one'; Row = @{ Id = '416'; EmployeeNumber = '416'; mail = 'nobody@example.com' } }
    ) {
        ([pscustomobject] $Row | Get-LuccaEmployee).Id | Should -Be '416'
        (Get-LuccaEmployee ([pscustomobject] $Row)).Id | Should -Be '416'
        ([pscustomobject] $Row | Get-LuccaEmployee -Expand Department).Id | Should -Be '416'
    }

    It 'finds the rows of a directory together, each missing one an error of its own' {
        $rows = foreach ($id in 401..460) { [pscustomobject] @{ Name = "n$id"; EmployeeNumber = "$id".PadLeft(5, '0') } }
        $failures = $null
        $found = $rows | Get-LuccaEmployee -ErrorVariable failures -ErrorAction SilentlyContinue
        $found.Count + $failures.Count | Should -Be 60
        $found.Count | Should -BeGreaterThan 50
        $failures[0].TargetObject | Should -BeOfType pscustomobject
        Get-SentPath | Should -Be '/lucca-api/employees', '/lucca-api/employees'
    }

    It 'takes such a row where a parameter or a portrait wants an employee' {
        $row = [pscustomobject] @{ EmployeeNumber = '00416' }
        (Get-LuccaEmployment -Employee $row -Status active).Employee.Id | Should -Be '416'
        ($row | Get-LuccaPortrait).Employee.Id | Should -Be '416'
    }

    It 'says which row has none of it, and where it looked, and repeats none of its contents' {
        $failures = $null
        $rows = "Name,Id,EmployeeNumber`nJane,,00416`nNobody,,  " | ConvertFrom-Csv
        ($rows | Get-LuccaEmployee -ErrorVariable failures -ErrorAction SilentlyContinue).Id | Should -Be '416'
        $failures | Should -HaveCount 1
        $failures[0].TargetObject.Name | Should -Be 'Nobody'
        $failures[0].ErrorDetails.Message | Should -BeLike 'Row 2 has no value in Id, EmployeeNumber, Email or mail.*'
        $failures[0].ErrorDetails.RecommendedAction | Should -Not -Match 'Delimiter'
        (Get-ThrownError { $rows[1] | Get-LuccaPortrait }).ErrorDetails.Message | Should -BeLike 'Row 1 has no value in *'
    }

    It 'says so of the rows of a database as well, and not of a hashtable, whose keys it does not read' {
        $table = [System.Data.DataTable]::new()
        'Id', 'EmployeeNumber' | ForEach-Object { $null = $table.Columns.Add($_) }
        $null = $table.Rows.Add([DBNull]::Value, '00416')
        $null = $table.Rows.Add([DBNull]::Value, [DBNull]::Value)
        $failures = $null
        ($table | Get-LuccaEmployee -ErrorVariable failures -ErrorAction SilentlyContinue).Id | Should -Be '416'
        $failures.ErrorDetails.Message | Should -BeLike 'Row 2 has no value in *'
        (Get-ThrownError { @{ EmployeeNumber = '00416' } | Get-LuccaEmployee }).ErrorDetails.Message | Should -Not -BeLike 'Row *'
    }

    It 'suspects the delimiter only where the whole row is one column' {
        (Get-ThrownError { "Id;Name`n416;Jane" | ConvertFrom-Csv | Get-LuccaEmployee }).ErrorDetails.RecommendedAction | Should -BeLike "*Import-Csv -Delimiter ';'*"
        (Get-ThrownError { [pscustomobject] @{ Login = 'jd' } | Get-LuccaEmployee }).ErrorDetails.RecommendedAction | Should -Not -Match 'Delimiter'
    }

    It 'calls a number that nobody has a number: <Script>' -ForEach @(
        @{ Script = { [pscustomobject] @{ EmployeeNumber = ' 00999 ' } | Get-LuccaEmployee }; Number = '00999' }
        @{ Script = { Get-LuccaEmployee -EmployeeNumber 99999 }; Number = '99999' }
        @{ Script = { Get-LuccaEmployee -EmployeeNumber 0041 }; Number = '0041' }
    ) {
        $message = (Get-ThrownError $Script).ErrorDetails.Message
        $message | Should -Be "There is no employee with the number '$Number', or the integration key cannot see it."
    }

    It 'takes no row without anything of it for an employee' {
        (Get-ThrownError { [pscustomobject] @{ SamAccountName = 'jd'; mail = '' } | Get-LuccaEmployee }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        (Get-ThrownError { [pscustomobject] @{ EmployeeNumber = '00416' } | Get-LuccaDepartment }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        Get-SentPath | Should -BeNullOrEmpty
    }
}

Describe 'A name costs what it must' {
    BeforeEach {
        Clear-TestFault
        $null = Connect-TestServer
        $null = Get-LuccaEmployee 416 # what the names of departments cost is counted elsewhere
        Clear-TestRequest
    }

    It 'costs the list alone where it is an own one' {
        (Get-LuccaDepartment Finances).Name | Should -Be 'Finances'
        Get-SentPath | Should -Be '/lucca-api/departments'
        Clear-TestRequest
        (Get-LuccaDepartment F*, Finances).Count | Should -BeGreaterThan 1
        Get-SentPath | Should -Be '/lucca-api/departments'
    }

    It 'brings by name what was asked for by id' {
        (Get-LuccaDepartment Finances -Include links).Links.Keys | Should -Contain 'activeEmployees'
        (Get-LuccaEmployee 'Jane Doe').JobPosition.Id | Should -Be '7016'
        (Get-LuccaDepartment Finances -Expand Manager).Manager | Should -BeOfType ([Lucca.Employee])
        $tag = (Get-LuccaDepartment 32).ETag
        Get-LuccaDepartment Finances -IfNoneMatch $tag | Should -BeNullOrEmpty
    }

    It 'brings sixty portraits by name for the pages of employees and a request each' {
        $names = (Get-LuccaEmployee -First 60).Name
        Clear-TestRequest
        $portraits = $names | Get-LuccaPortrait
        $portraits.Count | Should -BeGreaterThan 50
        $paths = Get-SentPath
        @($paths -eq '/lucca-api/employees').Count | Should -Be 2 -Because '120 employees are two pages'
        @($paths -like '/lucca-api/portraits/*').Count | Should -Be $portraits.Count
        $paths.Count | Should -Be ($portraits.Count + 2)
    }

    It 'brings portraits by address for one request more' {
        $mails = (Get-LuccaEmployee -First 40).Email.Where{ $_ }
        Clear-TestRequest
        $portraits = $mails | Get-LuccaPortrait
        @((Get-SentPath) -eq '/lucca-api/employees').Count | Should -Be 1
        $portraits.Count | Should -BeGreaterThan 30
    }

    It 'keeps the order of names, ids and employees, each failure in its place' {
        $jane = Get-LuccaEmployee 416
        $seen = 'Jane Doe', 859, $jane, 'No Body', 874 | Get-LuccaPortrait 2>&1 | ForEach-Object { if ($_ -is [System.Management.Automation.ErrorRecord]) { "no $($_.TargetObject)" } else { $_.Id } }
        $seen | Should -Be '874', '859', '874', 'no No Body', '874'
    }

    It 'says of a pattern that a malformed record may be meant, too' {
        Add-TestFault @{ path = '^/lucca-api/departments'; kind = 'status'; status = 200; body = '{"items":[{"id":"1","name":"Fin"},{"id":"2","name":{}}]}' }
        $failures = $null
        (Get-LuccaDepartment F* -ErrorVariable failures -ErrorAction SilentlyContinue).Id | Should -Be '1'
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'LuccaBadReply,*'
    }

    It 'lets one malformed employee of a pattern end none of the others' {
        Add-TestFault @{ path = '^/lucca-api/employees\?'; kind = 'status'; status = 200; body = '{"items":[{"id":"401","givenName":"Jo","familyName":"A","portrait":{"id":"859"}},{"id":"402","givenName":"Jo","familyName":"B","portrait":7},{"id":"416","givenName":"Jo","familyName":"C","portrait":{"id":"874"}}]}' }
        $failures = $null
        (Get-LuccaPortrait Jo* -ErrorVariable failures -ErrorAction SilentlyContinue).Id | Should -Be '859', '874'
        $failures | Should -HaveCount 1
    }
}

Describe 'Who is meant' {
    BeforeEach {
        Clear-TestFault
        $null = Connect-TestServer
        $null = Get-LuccaEmployee 416 # what the names of departments cost is counted elsewhere
        Clear-TestRequest
    }

    It 'finds names without regard to case, accents and blanks around' {
        (Get-LuccaEmployee ' GUNTHER backer ').Name | Should -Be 'Günther Bäcker'
        (Get-LuccaEmployee gunther*).Name | Should -Contain 'Günther Bäcker'
        (Get-LuccaEmployee ' 416 ').Id | Should -Be '416'
    }

    It 'narrows whom names, ids and numbers mean by filters' {
        $all = (Get-LuccaEmployee).Where{ $_.Name -like 'J*' }
        Clear-TestRequest
        (Get-LuccaEmployee J* -Status active).Id | Should -Be $all.Where{ $_.Status -eq 'active' }.Id
        (Get-TestRequest)[-1].query | Should -BeLike '*status=active*'
        (Get-TestRequest).Count | Should -BeLessOrEqual 3
        (Get-LuccaEmployee 416, 417 -Department 32).Id | Should -Be '416'
        (Get-LuccaEmployee -EmployeeNumber 00416 -Department Finances).Id | Should -Be '416'
        '416', '417' | Get-LuccaEmployee -Status deactivated | Should -BeNullOrEmpty
        (Get-ThrownError { Get-LuccaEmployee 'No Body' -Status active }).FullyQualifiedErrorId | Should -BeLike 'LuccaNotFound,*'
    }

    It 'narrows no list by names that mean nobody' {
        Get-LuccaEmployee 'No Body' -Status active -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        (Get-TestRequest).query | Should -Not -BeLike '*status=active*'
    }

    It 'takes <What> for the employee to whom it leads, in bulk' -ForEach @(
        @{ What = 'employments'; Get = { Get-LuccaEmployment -Employee 401, 402, 403 -Status active } }
        @{ What = 'job positions'; Get = { Get-LuccaJobPosition -Employee 401, 402, 403 -Status active } }
        @{ What = 'personal records'; Get = { Get-LuccaEmployeePersonalRecord -Employee 401, 402, 403 } }
        @{ What = 'attributes'; Get = { Get-LuccaEmployeeAttribute -Employee 401, 402 } }
        @{ What = 'portraits'; Get = { 859, 860, 861 | Get-LuccaPortrait } }
    ) {
        $given = @(& $Get)
        $given.Count | Should -BeGreaterThan 1
        Clear-TestRequest
        ($given | Get-LuccaEmployee).Id | Should -Be $given.Employee.Id
        Get-SentPath | Should -Be '/lucca-api/employees'
    }

    It 'takes employments that were read from a file for their employees' {
        $null = Connect-Lucca -Emulator -Name saved
        Get-LuccaEmployment -Employee 401, 402 | Export-Clixml TestDrive:/employments.clixml
        (Import-Clixml TestDrive:/employments.clixml | Get-LuccaEmployee).Id | Should -Be '401', '402'
        Disconnect-Lucca saved
    }

    It 'takes probationary periods for the employees of their employments, in bulk and in order' {
        $periods = @(Get-LuccaProbationaryPeriod -First 3)
        $expected = ($periods | ForEach-Object { Get-LuccaEmployment $_.Employment.Id }).Employee.Id
        Clear-TestRequest
        (@($periods) + 416 | Get-LuccaEmployee).Id | Should -Be (@($expected) + '416')
        Get-SentPath | Should -Be '/lucca-api/employments', '/lucca-api/employees'
    }

    It 'reports every name of a parameter that is wrong' {
        $failures = $null
        try { Get-LuccaEmployee -Department Finnances, Finances, Nowhere -ErrorVariable failures -ErrorAction SilentlyContinue } catch { $last = $_ }
        $failures.TargetObject | Should -Contain 'Finnances'
        $last.TargetObject | Should -Be 'Nowhere'
        Get-SentPath | Should -Be '/lucca-api/departments'
    }

    It 'says which portrait is meant by the id of an employee' {
        $failure = Get-ThrownError { Get-LuccaPortrait 416 }
        $failure.FullyQualifiedErrorId | Should -BeLike 'LuccaNotFound,*'
        $failure.ErrorDetails.Message | Should -BeLike '*874*'
        (Get-ThrownError { Get-LuccaPortrait 1 }).ErrorDetails.Message | Should -Not -BeLike '*employee*'
    }
}
