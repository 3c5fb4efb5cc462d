# A name stands where an id does: one list request, kept for a minute. The figures are counted at the server.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Start-TestServer

    # What the server saw of a list, without what every list sends.
    function Get-SentQuery { @([uri]::UnescapeDataString((Get-TestRequest)[-1].query).TrimStart('?') -split '&').Where{ $_ -notmatch '^(limit|include)=' } -join '&' }
}

AfterAll {
    Stop-TestServer
}

Describe 'A name where an id is expected' {
    BeforeEach {
        Clear-TestFault

        # A new session has no names yet but those of the departments that employees are in: what they cost is counted elsewhere.
        $null = Connect-TestServer
        $null = Get-LuccaEmployee 416
        Clear-TestRequest
    }

    It 'is taken by a parameter: <Sent>' -ForEach @(
        @{ Command = { Get-LuccaEmployee -Department Finances }; Sent = 'applicableJobPosition.department.id=32' }
        @{ Command = { Get-LuccaEmployee -Department finances, 7 }; Sent = 'applicableJobPosition.department.id=32,7' }
        @{ Command = { Get-LuccaEmployee -Manager jane.doe@example.com }; Sent = 'applicableJobPosition.manager.id=416' }
        @{ Command = { Get-LuccaJobPosition -Manager 'Jane Doe' }; Sent = 'manager.id=416' }
        @{ Command = { Get-LuccaEmployment -Employee 'jane doe' }; Sent = 'employee.id=416' }
        @{ Command = { Get-LuccaBusinessEstablishment -LegalEntity (Get-LuccaLegalEntity 1).Name }; Sent = 'legalEntity.id=1' }
        @{ Command = { Get-LuccaJobPosition -JobQualification (Get-LuccaJobQualification 2).Name }; Sent = 'jobQualification.id=2' }
    ) {
        $null = & $Command
        Get-SentQuery | Should -Be $Sent
        (Get-TestRequest)[-1].status | Should -Be 200
    }

    It 'may be a pattern that means several' {
        $ids = (Get-LuccaDepartment).Where{ $_.Name -like 'Fin*' }.Id
        $null = Get-LuccaEmployee -Department Fin*
        Get-SentQuery | Should -Be "applicableJobPosition.department.id=$($ids -join ',')"
    }

    It 'costs one request, and none within the next minute' {
        1..3 | ForEach-Object { $null = Get-LuccaEmployee -Department Finances -First 1 }
        (Get-TestRequest).path | Should -Be '/lucca-api/departments', '/lucca-api/employees', '/lucca-api/employees', '/lucca-api/employees'
    }

    It 'costs nothing where an id is given, or an object' {
        $finances = Get-LuccaDepartment 32
        Clear-TestRequest
        $null = Get-LuccaEmployee -Department 32 -First 1
        $null = Get-LuccaEmployee -Department $finances -First 1
        (Get-TestRequest).path | Should -Be '/lucca-api/employees', '/lucca-api/employees'
    }

    It 'gets one by its name, or several by a pattern' {
        (Get-LuccaDepartment Finances).Id | Should -Be '32'
        (Get-LuccaDepartment Fin*).Id | Should -Be (Get-LuccaDepartment).Where{ $_.Name -like 'Fin*' }.Id
        (Get-LuccaEmployee jane.doe@example.com).Id | Should -Be '416'
        (Get-LuccaEmployee 'jane doe').Id | Should -Be '416'
    }

    It 'gets many by address in few requests, in their order' {
        $mails = (Get-LuccaEmployee).Email.Where{ $_ }
        Clear-TestRequest
        ($mails | Get-LuccaEmployee).Email | Should -Be $mails
        (Get-TestRequest).Count | Should -BeLessOrEqual 6
    }

    It 'is an error when nothing is called so, which offers the nearest: nothing else is sent' {
        $failure = Get-ThrownError { Get-LuccaEmployee -Department Finnances }
        $failure.FullyQualifiedErrorId | Should -Be 'LuccaNotFound,Lucca.PowerShell.Cmdlets.GetLuccaEmployeeCommand'
        $failure.TargetObject | Should -Be 'Finnances'
        $failure.ErrorDetails.Message | Should -BeLike "*'Finnances'*'Finances' (32)*"
        (Get-TestRequest).path | Should -Be '/lucca-api/departments'
    }

    It 'is nothing that an id has to be: one that does not exist is an error, not an empty answer' {
        $failure = Get-ThrownError { Get-LuccaEmployee -Department 9999 -Status upcoming }
        $failure.FullyQualifiedErrorId | Should -Be 'LuccaNotFound,Lucca.PowerShell.Cmdlets.GetLuccaEmployeeCommand'
        $failure.TargetObject | Should -Be '9999'
        (Get-TestRequest).path | Should -Be '/lucca-api/employees', '/lucca-api/departments/9999'
    }

    It 'is not asked for where something came, where an object was given, or where those without are meant' {
        $finances = Get-LuccaDepartment 32
        Clear-TestRequest
        $null = Get-LuccaEmployee -Department 32
        $null = Get-LuccaEmployee -Department $finances -Status upcoming
        $null = Get-LuccaEmployee -Department null -Status upcoming
        (Get-TestRequest).path | Select-Object -Unique | Should -Be '/lucca-api/employees'
    }

    It 'leaves the answer empty where the key may not see whether the id exists' {
        $null = Connect-TestServer @{ Scope = 'employees.readonly' }
        $said = Get-LuccaEmployee -Department 9999 -Verbose -ErrorAction Stop 4>&1
        $said -join "`n" | Should -Match 'Could not check whether each department'
    }

    It 'is an error of its own in the pipeline, in its place' {
        $answers = ('Finances', 'no-such', 7 | Get-LuccaDepartment 2>&1).ForEach{ if ($_ -is [System.Management.Automation.ErrorRecord]) { "no $($_.TargetObject)" } else { $_.Id } }
        $answers | Should -Be '32', 'no no-such', '7'
    }

    It 'is an error when it means more than one' {
        Add-TestFault @{ path = '^/lucca-api/departments'; kind = 'status'; status = 200; body = '{"items":[{"id":"1","name":"Twin"},{"id":"2","name":"twin"}]}' }
        $failure = Get-ThrownError { Get-LuccaEmployee -Department TWIN }
        $failure.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        $failure.ErrorDetails.Message | Should -BeLike '*1, 2*'
    }

    It 'offers the nearest for a root, and takes a pattern there' {
        (Get-LuccaDepartment -Tree -Root Financ*)[0].Name | Should -BeLike 'Financ*'
        (Get-ThrownError { Get-LuccaDepartment -Tree -Root Finnances }).ErrorDetails.Message | Should -BeLike "*'Finances' (32)*"
    }
}

Describe 'Names where an own id is wanted' {
    BeforeEach {
        Clear-TestFault
        $null = Connect-TestServer
    }

    It 'brings the portrait of an employee by name or e-mail address' {
        $id = (Get-LuccaEmployee 416).Portrait.Id
        (Get-LuccaPortrait 'Jane Doe').Id | Should -Be $id
        (Get-LuccaPortrait jane.doe@example.com).Id | Should -Be $id
        (Get-ThrownError { Get-LuccaPortrait 'Jane Nobody' }).FullyQualifiedErrorId | Should -BeLike 'LuccaNotFound,*'
    }

    It 'brings the portraits of all whom a pattern means with one request for the employees after that for the names' {
        $employees = (Get-LuccaEmployee).Where{ $_.Name -like 'J*' }
        $employees.Count | Should -BeGreaterThan 2
        $null = Connect-TestServer
        Clear-TestRequest
        (Get-LuccaPortrait J*).Id | Should -Be $employees.Portrait.Id
        @((Get-TestRequest).path -eq '/lucca-api/employees').Count | Should -BeLessOrEqual 3 -Because 'the names take two pages'
        (Get-TestRequest).path | Should -Not -Match '^/lucca-api/employees/'
    }

    It 'changes a webhook endpoint by its name' {
        (Set-LuccaWebhookEndpoint Lohnabrechnung -Status inactive -PassThru).Id | Should -Be '2'
        (Get-ThrownError { Set-LuccaWebhookEndpoint Lohnabrechnug -Status active }).FullyQualifiedErrorId | Should -BeLike 'LuccaNotFound,*'
    }
}

Describe 'A path of names where a department is expected' {
    BeforeEach {
        Clear-TestFault
        $null = Connect-TestServer
        $null = Get-LuccaEmployee 416
        Clear-TestRequest
        $twins = @'
{"items":[
{"id":"1","name":"Sales"},{"id":"2","name":"Technology"},{"id":"3","name":"Team","parent":{"id":"1"}},{"id":"4","name":"team","parent":{"id":"2"}},
{"id":"5","name":"Ventes/Été","parent":{"id":"1"}},{"id":"6","name":"Nord","parent":{"id":"5"}},{"id":"7","name":"A/B"},{"id":"8","name":"B","parent":{"id":"9"}},
{"id":"9","name":"A"},{"id":"10","name":"Up","parent":{"id":"11"}},{"id":"11","name":"Down","parent":{"id":"10"}},{"id":"12","name":"Twin","parent":{"id":"1"}},
{"id":"13","name":"Twin","parent":{"id":"1"}},{"id":"14","name":"Ops","parent":{"id":"99"}}]}
'@
    }

    It 'is found, in any case and without accents: <Path>' -ForEach @(
        @{ Path = 'Finances/Accounting'; Id = '33' }
        @{ Path = 'finances/tresorerie'; Id = '35' }
        @{ Path = 'Direction generale/SYNCHRONISED directory'; Id = '40' }
        @{ Path = 'Finances/*'; Id = '33', '34', '35', '36', '37' }
        @{ Path = '*/accounting/*payable'; Id = '36' }
    ) {
        (Get-LuccaDepartment $Path).Id | Should -Be $Id
        (Get-LuccaDepartment -Tree -Root $Path).Id | Should -Contain @($Id)[0]
        $null = Get-LuccaEmployee -Department $Path
        Get-SentQuery | Should -Be "applicableJobPosition.department.id=$($Id -join ',')"
        $null = Get-LuccaJobPosition -Department $Path
        Get-SentQuery | Should -Be "department.id=$($Id -join ',')"
        (Get-LuccaDepartment $Path -Recurse).Id | Should -Contain @($Id)[0]
    }

    It 'is what a department shows as its Path' {
        foreach ($department in Get-LuccaDepartment | Where-Object Parent | Select-Object -First 12) {
            (Get-LuccaDepartment $department.Path).Id | Should -Be $department.Id
        }
    }

    It 'may hold names with slashes: <Path>' -ForEach @(
        @{ Path = 'sales/ventes/ete/nord'; Id = '6' }
        @{ Path = 'Technology/team'; Id = '4' }
        @{ Path = 'Up/Down'; Id = '11' }
        @{ Path = 'ventes/*'; Id = '5' }
    ) {
        Add-TestFault @{ path = '^/lucca-api/departments'; kind = 'status'; status = 200; body = $twins }
        $null = Get-LuccaEmployee -Department $Path
        Get-SentQuery | Should -Be "applicableJobPosition.department.id=$Id"
    }

    It 'means both where a name looks like the path of another' {
        Add-TestFault @{ path = '^/lucca-api/departments'; kind = 'status'; status = 200; body = $twins; times = -1 }
        (Get-ThrownError { Get-LuccaEmployee -Department 'A/B' }).ErrorDetails.Message | Should -BeLike "'A/B' matches several departments*7*8*"
        $null = Get-LuccaEmployee -Department 'A/*'
        Get-SentQuery | Should -BeLike 'applicableJobPosition.department.id=*7*8*'
        Clear-TestFault
    }

    It 'tells departments with the same name apart' {
        Add-TestFault @{ path = '^/lucca-api/departments'; kind = 'status'; status = 200; body = $twins }
        (Get-ThrownError { Get-LuccaEmployee -Department TEAM }).ErrorDetails.Message |
            Should -BeLike "'TEAM' matches several departments: 3 (Sales/Team), 4 (Technology/team). Give one of these ids or paths.*"
        (Get-ThrownError { Get-LuccaEmployee -Department Twin }).ErrorDetails.Message |
            Should -BeLike "*12 (Sales/Twin), 13 (Sales/Twin). Give one of these ids.*" -Because 'the paths are the same'
        (Get-ThrownError { Get-LuccaEmployee -Department sales/twin }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
    }

    It 'is an error where no department has it: <Path>' -ForEach @(
        @{ Path = 'Finances/Acounting'; Message = "*'Finances/Accounting' (33)*" }
        @{ Path = 'Sales/Accounting'; Message = "*There is no department 'Sales/Accounting'*" }
        @{ Path = 'Finances/x*'; Message = "*'Finances/x`*'*" }
        @{ Path = '/Accounting'; Message = "*'/Accounting'*" }
    ) {
        $failure = Get-ThrownError { Get-LuccaEmployee -Department $Path }
        $failure.FullyQualifiedErrorId | Should -Be 'LuccaNotFound,Lucca.PowerShell.Cmdlets.GetLuccaEmployeeCommand'
        $failure.ErrorDetails.Message | Should -BeLike $Message
    }
}

Describe 'The first guess of a parameter' {
    BeforeAll {
        Clear-TestFault
        $null = Connect-TestServer
    }

    It 'is -Name where names stand for ids: <Command>' -ForEach @(
        @{ Command = { Get-LuccaEmployee -Name 'Jane Doe' }; Id = '416' }
        @{ Command = { Get-LuccaEmployee -Name 'Jane Doe' -Status active }; Id = '416' }
        @{ Command = { Get-LuccaDepartment -Name Finances }; Id = '32' }
        @{ Command = { Get-LuccaPortrait -Name 'Jane Doe' }; Id = '874' }
        @{ Command = { Get-LuccaWebhookEndpoint -Name Essai }; Id = '3' }
    ) {
        (& $Command).Id | Should -Be $Id
    }

    It 'is on each Get- command whose resource has names, and on no other' {
        $named = (Get-Command -Module Lucca -Verb Get).Where{ $_.Parameters['Id'].Aliases -contains 'Name' }.Noun
        $named | Should -Be @(
            'BusinessEstablishment', 'Department', 'Employee', 'EmployeeAttributeDefinition', 'EmploymentTemplate', 'JobQualification',
            'LegalEntity', 'OccupationCategory', 'Portrait', 'Profession', 'Taxonomy', 'WebhookEndpoint').ForEach{ "Lucca$_" }
        (Get-Completion 'Get-LuccaDepartment -Name financ').CompletionText | Should -Be 'Finances'
    }

    It 'changes nothing for objects from the pipeline: their ids count, not their names' {
        ([pscustomobject] @{ Id = '33'; Name = 'Finances' } | Get-LuccaDepartment).Id | Should -Be '33'
        { [pscustomobject] @{ Name = 'Finances' } | Get-LuccaDepartment -ErrorAction Stop } | Should -Throw -ErrorId 'LuccaBadRequest,*'
        (Get-LuccaWebhookEndpoint 3 | Set-LuccaWebhookEndpoint -Status inactive -PassThru).WebhookUrl | Should -Be (Get-LuccaWebhookEndpoint 3).WebhookUrl
    }

    It 'is -Uri or -Url for the address of a webhook endpoint' {
        (New-LuccaWebhookEndpoint Guess -Uri https://hooks.example.com/guess -Topic ping).WebhookUrl | Should -Be 'https://hooks.example.com/guess'
        (New-LuccaWebhookEndpoint Guess2 -Url https://hooks.example.com/guess2 -Topic ping).WebhookUrl | Should -Be 'https://hooks.example.com/guess2'
        (Set-LuccaWebhookEndpoint Guess -Url https://hooks.example.com/other -PassThru).WebhookUrl | Should -Be 'https://hooks.example.com/other'
    }
}
