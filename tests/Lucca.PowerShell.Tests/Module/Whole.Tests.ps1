# What this module promises to those who act on what it emits: each section is one promise, and each test a way to break it.
# A command that promises all emits all, or fails so that no script can miss it. Nobody is named as gone who has not been looked for.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-Module $PSScriptRoot/../Shells.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer '--employees', '250', '--departments', '40'
    $null = Connect-TestServer @{ MaxRetry = 0 }
    $later = '/employees.*page='

    # A tenant that nobody has changed, and a session that knows it.
    function Reset-Tenant {
        Clear-TestFault
        Set-TestTenant @{ employees = 250 }
        $null = Connect-TestServer @{ MaxRetry = 0 }
    }

    # Runs a list into a variable and into a pipeline, where it is expected to break off; what came of both.
    function Invoke-Broken([hashtable] $Fault, [scriptblock] $List = { Get-LuccaEmployee }) {
        Add-TestFault ($Fault + @{ times = 2 })
        $assigned = 'nothing'
        $ended = [System.Collections.Generic.List[object]]::new()
        $seen = [System.Collections.Generic.List[object]]::new()
        $problem = $null
        try { $assigned = & $List } catch { $problem = $_ }
        try { & $List | ForEach-Object { $seen.Add($_) } -End { $ended.Add('end') } } catch { $null = $_ }
        [pscustomobject]@{ Error = $problem; Assigned = $assigned; Seen = $seen.Count; Ended = $ended.Count }
    }
}

AfterAll {
    Stop-TestServer
}

Describe 'An error that ends a command ends the script' {
    BeforeEach {
        Clear-TestFault
    }

    It 'so that it does not go on with nobody, or with what a variable held before: <What>' -ForEach @(
        @{ What = 'not connected'; Script = { Disconnect-Lucca *; $people = Get-LuccaEmployee } }
        @{ What = 'a mistyped department'; Script = { $people = Get-LuccaEmployee -Department Finanzes } }
        @{ What = 'a mistyped field'; Script = { $people = Get-LuccaEmployee -Attribute 'No such field' } }
        @{ What = 'parameters that contradict each other'; Script = { $people = Get-LuccaEmployee -EndsAfter 2038-01-01 -EndsBefore 2020-01-01 } }
        @{ What = 'a state that is not there'; Script = { $people = Compare-LuccaEmployee ./nosuch.clixml } }
        @{ What = 'a session that is not there'; Script = { $people = Get-LuccaEmployee -Session nosuch } }
        @{ What = 'a tenant that is not there'; Script = { $null = Connect-Lucca nosuch.invalid -Credential $credential; $people = Get-LuccaEmployee } }
        @{ What = 'a wrong secret'; Script = { $null = Connect-Lucca $uri -Credential ([pscredential]::new('emulator', (ConvertTo-SecureString wrong -AsPlainText -Force))); $people = Get-LuccaEmployee } }
        @{ What = 'a secret that is empty'; Script = { if (-not (Test-LuccaWebhookSignature x @{} -Secret ([securestring]::new()))) { 'refused' } } }
        @{ What = 'a secret that was never set'; Script = { if (-not (Test-LuccaWebhookSignature x @{} -Secret $never)) { 'refused' } } }
        @{ What = 'headers that were never set'; Script = { if (-not (Test-LuccaWebhookSignature x $never -Secret s)) { 'refused' } } }
    ) {
        $started = Start-Shell -Argument $server.Uri, (Get-TestCredential), "$Script" {
            param($uri, $credential, $script)
            $null = Connect-Lucca $uri -Credential $credential -RateLimit 0 -MaxRetry 0
            $people = 'as before'
            . ([scriptblock]::Create($script))
            "goes on with $people"
        }
        { Wait-Shell $started } | Should -Throw
        $started.Output | Should -BeNullOrEmpty
    }
}

Describe 'A list that breaks off is an error that ends the command' {
    BeforeEach {
        Clear-TestFault
        Clear-TestRequest
    }

    It 'assigns nothing, ends no pipeline in order, and says how many came of how many: <Name>' -ForEach @(
        @{ Name = 'a failure of the server'; Fault = @{ kind = 'Status'; status = 500 }; Id = 'LuccaUnavailable' }
        @{ Name = 'a refusal'; Fault = @{ kind = 'Status'; status = 403 }; Id = 'LuccaForbidden' }
        @{ Name = 'a bad request'; Fault = @{ kind = 'Status'; status = 400 }; Id = 'LuccaBadRequest' }
        @{ Name = 'a connection that is cut'; Fault = @{ kind = 'Cut'; bytes = 500 }; Id = 'LuccaIncomplete' }
        @{ Name = 'JSON that is cut'; Fault = @{ kind = 'BadJson' }; Id = 'LuccaBadReply' }
        @{ Name = 'a page of another form'; Fault = @{ kind = 'Replace'; body = '{"items":{}}' }; Id = 'LuccaBadReply' }
    ) {
        $broken = Invoke-Broken ($Fault + @{ path = $later })
        $broken.Error.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        "$($broken.Error)" | Should -BeLike '*100 of 250 items of the list had arrived.*'
        $broken.Assigned | Should -Be 'nothing'
        $broken.Seen | Should -Be 100 -Because 'rows that were emitted before stay emitted'
        $broken.Ended | Should -Be 0
    }

    It 'ends the script, so that nothing acts on the part that came, and the exit code says so' {
        Add-TestFault @{ path = $later; kind = 'Status'; status = 500 }
        $started = Start-Shell -Argument $server.Uri, (Get-TestCredential) {
            param($uri, $credential)
            $null = Connect-Lucca $uri -Credential $credential -RateLimit 0 -MaxRetry 0
            $all = Get-LuccaEmployee
            "goes on with $(@($all).Count)"
        }
        { Wait-Shell $started } | Should -Throw '*100 of 250 items of the list had arrived.*'
        $started.Output | Should -BeNullOrEmpty
    }

    It 'does so on the first page too' {
        $broken = Invoke-Broken @{ path = '/employees'; kind = 'Status'; status = 500 }
        $broken.Error.FullyQualifiedErrorId | Should -BeLike 'LuccaUnavailable,*'
        $broken.Assigned | Should -Be 'nothing'
        $broken.Ended | Should -Be 0
    }

    It 'does so in <Name>, which reads the list inside' -ForEach @(
        @{ Name = 'the tree'; Path = '/departments'; List = { Get-LuccaDepartment -Tree } }
        @{ Name = 'a name'; Path = '/departments'; List = { Get-LuccaEmployee -Department Finances } }
        @{ Name = 'portraits by a pattern'; Path = '/employees'; List = { Get-LuccaPortrait 'J*' } }
        @{ Name = 'Compare-LuccaEmployee'; Path = '/employees'; List = { Compare-LuccaEmployee ([pscustomobject]@{ Id = '1'; Name = 'x' }) } }
        @{ Name = 'employees of departments'; Path = '/employees.*page='; List = { Get-LuccaDepartment | Get-LuccaEmployee } }
        @{ Name = 'Invoke-LuccaRequest -FollowNextLink'; Path = '/employees.*page='; List = { Invoke-LuccaRequest employees -FollowNextLink } }
        @{ Name = 'Get-LuccaEvent -CloudEvents'; Path = '/events'; List = { Get-LuccaEvent -CloudEvents } }
    ) {
        $broken = Invoke-Broken @{ path = $Path; kind = 'Status'; status = 500 } $List
        $broken.Error.FullyQualifiedErrorId | Should -BeLike 'LuccaUnavailable,*'
        $broken.Assigned | Should -Be 'nothing'
        $broken.Ended | Should -Be 0
    }
}

Describe 'The end of a list is proved' {
    BeforeEach {
        Clear-TestFault
        Clear-TestRequest
    }

    It 'is an error: <Name>' -ForEach @(
        @{ Name = 'a full page that names itself as the next'; Kind = 'SelfLink' }
        @{ Name = 'a full page without links'; Kind = 'MissingLinks' }
        @{ Name = 'no next page at 200 of 250'; Kind = 'LastPage' }
    ) {
        foreach ($list in { Get-LuccaEmployee }, { Invoke-LuccaRequest employees -Query @{ limit = 100 } -FollowNextLink }) {
            $broken = Invoke-Broken @{ path = $later; kind = $Kind } $list
            $broken.Error.FullyQualifiedErrorId | Should -BeLike 'LuccaIncomplete,*'
            "$($broken.Error)" | Should -BeLike '*200 of 250 items of the list had arrived.*'
            $broken.Error.CategoryInfo.Category | Should -Be 'InvalidData'
            $broken.Assigned | Should -Be 'nothing'
            $broken.Seen | Should -Be 200
        }
    }

    It 'costs nothing where all is well, and one small request where the count falls short' {
        @(Get-LuccaEmployee).Count | Should -Be 250
        @(Get-TestRequest).Count | Should -Be 3
        @(Get-TestRequest).Where{ $_.query -match 'totalCount' }.Count | Should -Be 1
        Clear-TestRequest
        Add-TestFault @{ path = $later; kind = 'LastPage' }
        { Get-LuccaEmployee } | Should -Throw
        @(Get-TestRequest).Count | Should -Be 3
        (Get-TestRequest)[-1].query | Should -Match 'limit=0'
    }

    It 'is not needed of a window that ends before' {
        Add-TestFault @{ path = $later; kind = 'SelfLink' }
        @(Get-LuccaEmployee -First 200).Count | Should -Be 200
        @(Get-LuccaEmployee | Select-Object -First 150).Count | Should -Be 150
    }

    It 'has a limit: <Name>' -ForEach @(
        @{ Name = 'Get-LuccaEmployee'; List = { Get-LuccaEmployee } }
        @{ Name = 'Invoke-LuccaRequest -FollowNextLink'; List = { Invoke-LuccaRequest employees -FollowNextLink } }
    ) {
        foreach ($page in 1..60) {
            Add-TestFault @{ path = '/employees'; kind = 'Replace'; body = "{`"items`":[],`"links`":{`"next`":{`"href`":`"?page=!$page`"}}}" }
        }
        (Get-ThrownError $List).FullyQualifiedErrorId | Should -BeLike 'LuccaBadReply,*'
        @(Get-TestRequest).Count | Should -BeLessOrEqual 21
    }
}

Describe 'A list that changes while it is read' {
    BeforeEach {
        Reset-Tenant
    }

    It 'brings nobody twice and says once that it changed: <Name>' -ForEach @(
        @{ Name = 'somebody was deleted'; Change = @{ delete = 'employees/405' }; Count = 249 }
        @{ Name = 'somebody was added'; Change = @{ insert = 'employees/7' }; Count = 250 }
    ) {
        foreach ($list in { Get-LuccaEmployee -WarningVariable +warnings -WarningAction SilentlyContinue },
            { Invoke-LuccaRequest employees -Query @{ limit = 100 } -FollowNextLink -WarningVariable +warnings -WarningAction SilentlyContinue }) {
            Reset-Tenant
            $warnings = @()
            Add-TestFault ($Change + @{ path = $later; kind = 'Change' })
            $ids = @(& $list).id
            @($ids | Select-Object -Unique).Count | Should -Be $Count
            $ids.Count | Should -Be $Count
        }
    }

    It 'says so in a warning' {
        Add-TestFault @{ path = $later; kind = 'Change'; delete = 'employees/405' }
        $null = Get-LuccaEmployee -WarningVariable warnings -WarningAction SilentlyContinue
        @($warnings).Count | Should -Be 1
        "$warnings" | Should -BeLike 'The list of employees changed while it was read*'
    }
}

Describe 'A malformed record hides nobody' {
    BeforeEach {
        Reset-Tenant
    }

    It 'is an error of its own, however the list is read: <Name>' -ForEach @(
        @{ Name = 'as a list'; Path = '/employees[?]'; List = { Get-LuccaEmployee } }
        @{ Name = 'in parts'; Path = '/employees[?]'; List = { Get-LuccaEmployee -Department (1..150).ForEach{ [Lucca.Reference] @{ Id = "$_" } } } }
        @{ Name = 'by ids'; Path = '/employees[?]'; List = { 401..650 | Get-LuccaEmployee } }
    ) {
        Add-TestFault @{ path = $Path; kind = 'MalformedItem'; item = 4 }
        $found = @(& $List 2>&1)
        $errors = @($found.Where{ $_ -is [System.Management.Automation.ErrorRecord] })
        $errors.Count | Should -Be 1
        $errors[0].FullyQualifiedErrorId | Should -BeLike 'LuccaBadReply,*'
        $found.Count | Should -Be 250
    }

    It 'is no leaver: the comparison ends with an error' {
        $before = Get-LuccaEmployee
        Add-TestFault @{ path = '/employees'; kind = 'MalformedItem'; item = 4 }
        $leavers = 'nothing'
        { $script:leavers = Compare-LuccaEmployee $before } | Should -Throw -ErrorId 'LuccaBadReply,*'
        $leavers | Should -Be 'nothing'
    }
}

Describe 'A response about something else is an error' {
    BeforeEach {
        Clear-TestFault
    }

    It 'does not take the place of what was asked for: <Name>' -ForEach @(
        @{ Name = 'one id'; Path = 'departments/5'; Get = { Get-LuccaDepartment 5 } }
        @{ Name = 'ids together'; Path = 'employees(/405|[?])'; Get = { '405', '406' | Get-LuccaEmployee } }
        @{ Name = 'a file'; Path = 'files/'; Get = { Get-LuccaEmployee 402 -Include links | Get-LuccaFile } }
        @{ Name = 'a portrait'; Path = 'portraits/'; Get = { Get-LuccaPortrait (Get-LuccaEmployee 402).Portrait.Id } }
    ) {
        Add-TestFault @{ path = $Path; kind = 'WrongId'; id = '77'; times = -1 }
        $found = @(& $Get 2>&1)
        $errors = @($found.Where{ $_ -is [System.Management.Automation.ErrorRecord] })
        $errors.Count | Should -Be 1
        $errors[0].FullyQualifiedErrorId | Should -BeLike 'LuccaBadReply,*'
        @($found.Where{ $_.id -eq '77' }) | Should -BeNullOrEmpty
    }

    It 'is the same id in another case, or with zeros before it' {
        Add-TestFault @{ path = 'departments/'; kind = 'WrongId'; id = '0005' }
        (Get-LuccaDepartment 5).Id | Should -Be '0005'
    }

    It 'is not what -Expand puts in the place of a reference' {
        Add-TestFault @{ path = '/departments'; kind = 'WrongId'; id = '77'; times = -1 }
        $employee = Get-LuccaEmployee 402 -Expand Department -ErrorAction SilentlyContinue -ErrorVariable problems
        @($problems)[0].FullyQualifiedErrorId | Should -BeLike 'LuccaBadReply,*'
        "$($employee.Department.Id)" | Should -Not -Be '77'
    }
}

Describe 'A comparison names nobody as gone of whom it does not know that' {
    BeforeEach {
        Reset-Tenant
    }

    It 'emits nothing where the list that is piped to it breaks off' {
        $before = Get-LuccaEmployee
        Add-TestFault @{ path = $later; kind = 'Status'; status = 500 }
        $changes = [System.Collections.Generic.List[object]]::new()
        { Get-LuccaEmployee | Compare-LuccaEmployee $before | ForEach-Object { $changes.Add($_) } } | Should -Throw -ErrorId 'LuccaUnavailable,*'
        $changes.Count | Should -Be 0
    }
    It 'looks for whom a list lost while it was read' {
        $before = Get-LuccaEmployee
        Add-TestFault @{ path = $later; kind = 'Change'; delete = 'employees/401' }
        Compare-LuccaEmployee $before -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        (Compare-LuccaEmployee $before).ForEach{ "$($_.Change) $($_.Id)" } | Should -Be 'Leaver 401'
    }

    It 'looks for whom objects that it is given lack, under other spellings of ids too' {
        $before = Get-LuccaEmployee
        Add-TestFault @{ path = 'employees/401'; kind = 'WrongId'; id = '0401' }
        Compare-LuccaEmployee $before ($before | Where-Object Id -NE 401) | Should -BeNullOrEmpty
        Clear-TestRequest
        Compare-LuccaEmployee $before ($before | Select-Object -Skip 150) -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        @(Get-TestRequest).Count | Should -Be 2 -Because 'a hundred ids are one request'
    }

    It 'emits nothing when too many would be leavers' {
        $before = Get-LuccaEmployee
        foreach ($id in 401..470) { Add-TestFault @{ path = '/employees'; kind = 'Change'; delete = "employees/$id" }; $null = Get-LuccaEmployee -First 1 }
        $changes = [System.Collections.Generic.List[object]]::new()
        { Compare-LuccaEmployee $before | ForEach-Object { $changes.Add($_) } } | Should -Throw -ErrorId 'LuccaTooManyLeavers,*'
        $changes.Count | Should -Be 0
        @(Compare-LuccaEmployee $before -LeaverLimit 100).Where{ $_.Change -eq 'Leaver' }.Count | Should -BeGreaterThan 50
    }

    It 'names nobody without a session' {
        $before = Get-LuccaEmployee
        $null = Disconnect-Lucca *
        $changes = Compare-LuccaEmployee $before ($before | Select-Object -Skip 2) -WarningAction SilentlyContinue
        $changes.Change | Sort-Object -Unique | Should -Be 'Missing'
    }
}
