# Which tenant a command asks when there are several: the one that its input came from.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $module = Join-Path (Get-Module Lucca).ModuleBase 'Lucca.psd1'
    $one = Start-TestServer
    $two = Start-TestServer
    $first = Connect-Lucca $one.Uri -Credential (Get-TestCredential) -RateLimit 0 -Name one
    $null = Connect-Lucca $two.Uri -Credential (Get-TestCredential) -RateLimit 0 -Name two

    # What a server was asked for besides tokens: paths and ids, in order.
    function Get-Asked($server) {
        @(Invoke-RestMethod "$($server.Uri)/_emulator/requests" | ForEach-Object { $_ } | Where-Object { $_.path -ne '/connect/token' })
    }

    function Clear-Asked {
        foreach ($server in $one, $two) { $null = Invoke-RestMethod "$($server.Uri)/_emulator/requests" -Method Delete }
    }
}

AfterAll {
    Get-LuccaSession | Disconnect-Lucca
    $one.Process.Kill()
    Stop-TestServer
}

Describe 'A command without -Session follows <What>' -ForEach @(
    @{ What = 'a resource from the pipeline'; Given = { Get-LuccaEmployee 416 -Session one }; Script = { $given | Get-LuccaEmployee } }
    @{ What = 'an employee to the portrait'; Given = { Get-LuccaEmployee 416 -Session one }; Script = { $given | Get-LuccaPortrait } }
    @{ What = 'an item of a list'; Given = { Get-LuccaDepartment -First 1 -Session one }; Script = { $given | Get-LuccaDepartment } }
    @{ What = 'a department to its employees'; Given = { Get-LuccaDepartment 32 -Session one }; Script = { $given | Get-LuccaEmployee -First 1 -Expand @() } }
    @{ What = 'a node of the tree'; Given = { Get-LuccaDepartment -Tree -Session one | Select-Object -First 1 }; Script = { $given | Get-LuccaDepartment } }
    @{ What = 'a reference'; Given = { (Get-LuccaDepartment 32 -Session one).Manager }; Script = { $given | Get-LuccaEmployee } }
    @{ What = 'an embedded object'; Given = { (Get-LuccaEmployee 416 -Include embedded -Session one).JobPosition }; Script = { $given | Get-LuccaJobPosition } }
    @{ What = 'a reference of an embedded object'; Given = { (Get-LuccaEmployee 416 -Include embedded -Session one).JobPosition.Department }; Script = { $given | Get-LuccaDepartment } }
    @{ What = 'an argument'; Given = { Get-LuccaDepartment 32 -Session one }; Script = { Get-LuccaDepartment $given } }
    @{ What = 'the object of a filter'; Given = { Get-LuccaDepartment 32 -Session one }; Script = { Get-LuccaEmployee -Department $given -First 1 -Expand @() } }
    @{ What = 'the links of a resource'; Given = { Get-LuccaEmployee 416 -Include links -Session one }; Script = { $given | Get-LuccaFile } }
    @{ What = 'a link'; Given = { (Get-LuccaEmployee 416 -Include links -Session one).Links.Portrait }; Script = { Get-LuccaFile $given } }
    @{ What = 'an endpoint that is changed'; Given = { Get-LuccaWebhookEndpoint 1 -Session one }; Script = { $given | Set-LuccaWebhookEndpoint -Status active -PassThru } }
    @{ What = 'an endpoint that is pinged'; Given = { Get-LuccaWebhookEndpoint 1 -Session one }; Script = { $given | Send-LuccaWebhookDelivery } }
    @{ What = 'an establishment of a new endpoint'; Given = { Get-LuccaBusinessEstablishment -First 1 -Session one }; Script = { New-LuccaWebhookEndpoint x https://x.example ping -BusinessEstablishment $given } }
    @{ What = 'an object of a file of Clixml'; Given = { $path = Join-Path $TestDrive x.xml; Get-LuccaDepartment 32 -Session one | Export-Clixml $path; Import-Clixml $path }; Script = { $given | Get-LuccaDepartment } }
    @{ What = 'a row of a CSV file'; Given = { Get-LuccaDepartment 32 -Session one | Select-Object Id, Name, Url | ConvertTo-Csv | ConvertFrom-Csv }; Script = { $given | Get-LuccaDepartment } }
    @{ What = 'an object of JSON'; Given = { Get-LuccaDepartment 32 -Session one | ConvertTo-Json | ConvertFrom-Json }; Script = { Get-LuccaEmployee -Department $given -First 1 -Expand @() } }
    @{ What = 'an object of any request'; Given = { Invoke-LuccaRequest departments/32 -Session one }; Script = { $given | Get-LuccaDepartment } }
) {
    It 'to the tenant that it came from' {
        $given = & $Given
        Clear-Asked
        & $Script | Should -Not -BeNullOrEmpty
        (Get-Asked $one).Count | Should -Be 1
        (Get-Asked $two).Count | Should -Be 0
    }

    It 'and not to another, which -Session names' {
        $given = & $Given
        Clear-Asked
        $problem = try { & ([scriptblock]::Create("$Script -Session two")) 2>&1 } catch { $_ }
        @($problem).Count | Should -Be 1
        $problem.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        (Get-Asked $one).Count + (Get-Asked $two).Count | Should -Be 0
    }

    It 'or to the same, which -Session names' {
        $given = & $Given
        Clear-Asked
        & ([scriptblock]::Create("$Script -Session one")) | Should -Not -BeNullOrEmpty
        (Get-Asked $one).Count | Should -Be 1
        (Get-Asked $two).Count | Should -Be 0
    }
}

Describe 'Plain ids' {
    It 'mean the default session' {
        Clear-Asked
        $null = 32 | Get-LuccaDepartment
        (Get-Asked $one).Count | Should -Be 0
        (Get-Asked $two).Count | Should -Be 1
    }
}

Describe 'Input of several tenants' {
    It 'is grouped, and keeps its order' {
        $mixed = foreach ($id in 1..6) { Get-LuccaDepartment $id -Session ($id % 2 ? 'one' : 'two') }
        Clear-Asked
        ($mixed | Get-LuccaDepartment).Id | Should -Be (1..6)
        (Get-Asked $one).Count | Should -BeLessOrEqual 2
        (Get-Asked $two).Count | Should -BeLessOrEqual 2
        ($mixed | Get-LuccaDepartment).ForEach{ ([uri] $_.Url).Authority } | Should -Be (1..6).ForEach{ ([uri] ($_ % 2 ? $one : $two).Uri).Authority }
    }

    It 'is asked for in the right place as relations too' {
        $mixed = (Get-LuccaDepartment 32 -Session one), (Get-LuccaDepartment 33 -Session two)
        Clear-Asked
        $null = $mixed | Get-LuccaEmployee -Expand @()
        (Get-Asked $one).query | Should -BeLike '*department.id=32*'
        (Get-Asked $two).query | Should -BeLike '*department.id=33*'
    }

    It 'is refused where one list is asked for' {
        $departments = (Get-LuccaDepartment 32 -Session one), (Get-LuccaDepartment 32 -Session two)
        Clear-Asked
        $problem = Get-ThrownError { Get-LuccaEmployee -Department $departments }
        $problem.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        "$problem" | Should -Match "'two'.*-Department selects the session 'one'"
        (Get-Asked $one).Count + (Get-Asked $two).Count | Should -Be 0
    }

    It 'lets an error of one tenant be an error of its items alone' {
        $mixed = (Get-LuccaDepartment 1 -Session one), (Get-LuccaDepartment 2 -Session two), (Get-LuccaDepartment 3 -Session one)
        $null = Invoke-RestMethod "$($two.Uri)/_emulator/faults" -Method Post -ContentType 'application/json' -Body (@{ Path = 'departments'; Kind = 'Status'; Status = 400; Times = -1 } | ConvertTo-Json)
        try {
            ($mixed | Get-LuccaDepartment -ErrorAction SilentlyContinue -ErrorVariable problems).Id | Should -Be '1', '3'
            @($problems).Count | Should -Be 1
        } finally {
            $null = Invoke-RestMethod "$($two.Uri)/_emulator/faults" -Method Delete
        }
    }
}

Describe 'A comparison' {
    BeforeAll {
        $path = Join-Path $TestDrive 'one.clixml'
        $ofOne = Get-LuccaEmployee -Session one
        $ofOne | Export-Clixml $path
    }

    It 'asks the tenant that the earlier state came from: <What>' -ForEach @(
        @{ What = 'objects'; Script = { Compare-LuccaEmployee $ofOne } }
        @{ What = 'a file'; Script = { Compare-LuccaEmployee $path } }
        @{ What = 'what Import-Clixml has read'; Script = { Compare-LuccaEmployee (Import-Clixml $path) } }
    ) {
        Clear-Asked
        & $Script | Should -BeNullOrEmpty
        (Get-Asked $one).Count | Should -Be 2
        (Get-Asked $two).Count | Should -Be 0
    }

    It 'is refused with another, in which everybody would have left: <What>' -ForEach @(
        @{ What = 'that -Session names'; Script = { Compare-LuccaEmployee $path -Session two } }
        @{ What = 'that the later state came from'; Script = { Get-LuccaEmployee -Session two | Compare-LuccaEmployee $path } }
        @{ What = 'within one state'; Script = { Compare-LuccaEmployee ($ofOne[0], (Get-LuccaEmployee 402 -Session two)) $ofOne } }
    ) {
        $problem = Get-ThrownError $Script
        $problem.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        "$problem" | Should -MatchExactly '^Employee 4\d\d came from .*id is another (person|object)'
    }
}

Describe 'What is fetched beside the input' {
    It 'is of the same tenant: references that are expanded' {
        Clear-Asked
        $null = Get-LuccaEmployee 416 -Session one -Expand Department, Manager
        (Get-Asked $one).path | Should -Contain '/lucca-api/departments/32'
        (Get-Asked $two).Count | Should -Be 0
        $employee = Get-LuccaEmployee 416 -Session one
        Clear-Asked
        $expanded = $employee | Get-LuccaEmployee -Expand Department
        ([uri] $expanded.Department.Url).Authority | Should -Be ([uri] $one.Uri).Authority
        (Get-Asked $two).Count | Should -Be 0
    }

    It 'is of the same tenant: names' {
        Clear-Asked
        (Get-LuccaEmployee -Department Finances -First 1 -Session one).Url | Should -BeLike "$($one.Uri)*"
        (Get-Asked $two).Count | Should -Be 0
        (Get-LuccaEmployee -Department Finances -First 1).Url | Should -BeLike "$($two.Uri)*"
        @(Get-Asked $two).path | Should -Contain '/lucca-api/departments' -Because 'a name is looked up in each tenant for itself'
    }
}

Describe 'Objects whose session is gone' {
    It 'say that it was disconnected, and follow a new session with the same tenant' {
        $null = Connect-Lucca -Emulator -Name gone -SkipDefault
        $employee = Get-LuccaEmployee 416 -Session gone
        Disconnect-Lucca gone
        Clear-Asked
        $problem = Get-ThrownError { $employee | Get-LuccaPortrait }
        $problem.FullyQualifiedErrorId | Should -BeLike 'LuccaNotConnected,*'
        "$problem" | Should -Match "session 'gone', which employee 416 came from, was disconnected"
        $problem.ErrorDetails.RecommendedAction | Should -Match 'again.*-Session'
        (Get-Asked $two).Count | Should -Be 0
        $null = Connect-Lucca -Emulator -Name back -SkipDefault
        ($employee | Get-LuccaPortrait).Id | Should -Be '874'
        Disconnect-Lucca back
    }

    It 'say that no session is with their host' {
        $problem = Get-ThrownError { [pscustomobject]@{ Id = 32; Url = 'https://elsewhere.example/lucca-api/departments/32' } | Get-LuccaDepartment }
        $problem.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        "$problem" | Should -MatchExactly 'Department 32 belongs to elsewhere\.example; no session is connected to it'
    }

    It 'say that several sessions are with their host' {
        $row = Get-LuccaDepartment 32 -Session one | Select-Object Id, Url
        $null = Connect-Lucca $one.Uri -Credential (Get-TestCredential) -RateLimit 0 -Name again -SkipDefault
        $problem = Get-ThrownError { $row | Get-LuccaDepartment }
        "$problem" | Should -Match 'several sessions are connected to it: again, one'
        ($row | Get-LuccaDepartment -Session again).Id | Should -Be '32'
        Disconnect-Lucca again
    }
}

Describe 'What several sessions with one host could have brought' {
    BeforeAll {
        $null = Connect-Lucca $one.Uri -Credential (Get-TestCredential) -RateLimit 0 -Name again -SkipDefault
    }

    AfterAll {
        Disconnect-Lucca again
    }

    It 'leads to the one that did: <What>' -ForEach @(
        @{ What = 'an object of any request'; Given = { Invoke-LuccaRequest departments/32 -Session again }; Script = { $given | Get-LuccaDepartment } }
        @{ What = 'one of a list of any request'; Given = { Invoke-LuccaRequest departments -Session again -FollowNextLink | Select-Object -First 1 }; Script = { $given | Get-LuccaDepartment } }
        @{ What = 'a reference of any request'; Given = { (Invoke-LuccaRequest departments/32 -Session again).manager }; Script = { $given | Get-LuccaEmployee } }
        @{ What = 'a link of any request'; Given = { (Invoke-LuccaRequest 'employees/416?include=links' -Session again).links.portrait.href }; Script = { $given | Get-LuccaFile } }
        @{ What = 'an object that JSON alone knows'; Given = { (Invoke-Later -Session again).later }; Script = { $given | Get-LuccaDepartment } }
        @{ What = 'a link that JSON alone knows'; Given = { (Invoke-Later -Session again).later.link }; Script = { $given | Get-LuccaFile } }
    ) {
        # A member that no model has.
        function Invoke-Later($Session) {
            $link = (Get-LuccaEmployee 416 -Include links -Session $Session).Links.Portrait.Href.Reveal()
            $body = @{ id = '32'; later = @{ id = '33'; type = 'department'; url = "$($one.Uri)/lucca-api/departments/33"; link = $link } } | ConvertTo-Json
            $null = Invoke-RestMethod "$($one.Uri)/_emulator/faults" -Method Post -ContentType 'application/json' -Body (@{ Path = 'departments'; Kind = 'Replace'; Body = $body } | ConvertTo-Json)
            Get-LuccaDepartment 32 -Session $Session
        }

        $given = & $Given
        $given | Should -Not -BeNullOrEmpty
        & $Script | Should -Not -BeNullOrEmpty
        $problem = & ([scriptblock]::Create("$Script -Session two")) 2>&1
        "$problem" | Should -Match "came from the session 'again'"
    }
}

Describe 'Another runspace' {
    It 'works with the objects that are passed to it, and with their session' {
        $given = Get-LuccaDepartment 32 -Session one
        Clear-Asked
        $names = 1 | ForEach-Object -Parallel { Import-Module $using:module; ($using:given | Get-LuccaDepartment).Name; (Get-LuccaDepartment $using:given).Name }
        $names | Should -Be 'Finances', 'Finances'
        (Get-Asked $one).Count | Should -Be 2
    }
}

Describe 'Where an object came from' {
    It 'is in no view, no file and no text' {
        $given = Get-LuccaEmployee 416 -Include embedded -Session one
        foreach ($text in ($given | Format-List * -Force | Out-String), ($given | ConvertTo-Json -Depth 8), ($given | ConvertTo-Csv | Out-String), [System.Management.Automation.PSSerializer]::Serialize($given, 8)) {
            $text | Should -Not -Match 'Origin|Transport|LuccaSession'
        }
    }
}

Describe 'An error about an object' {
    It 'names it by kind and id, and never shows its row' {
        $row = [pscustomobject]@{ Mail = 'jane.doe@example.com'; FamilyName = 'Doe' }
        $person = Get-LuccaEmployee 416 -Session one
        foreach ($given in $row, $person, ($person | Select-Object Id, Email, Url)) {
            foreach ($script in { $given | Get-LuccaEmployment -IfMatch W/x }, { $given | Get-LuccaLegalEntity }, { $given | Set-LuccaWebhookEndpoint -Name x }) {
                $problem = Get-ThrownError $script
                $problem | Should -Not -BeNullOrEmpty -Because "$script with $($given.GetType().Name) is refused"
                "$problem $($problem.CategoryInfo) $($problem.CategoryInfo.TargetName)" | Should -Not -Match 'Doe|jane'
            }
        }
    }
}

Describe 'A session' {
    It 'does not cross processes, and says so' {
        $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($first))
        $problem = Get-ThrownError { Get-LuccaDepartment 32 -Session $copy }
        $problem.FullyQualifiedErrorId | Should -BeLike 'LuccaNotConnected,*'
        "$problem" | Should -Match "'one' comes from another process.*do not cross processes"
        $problem.ErrorDetails.RecommendedAction | Should -Match 'ForEach-Object -Parallel'
    }

    It 'stays when its host is connected to again with -SkipDefault' {
        $kept = Connect-Lucca -Emulator -SkipDefault
        $added = Connect-Lucca -Emulator -SkipDefault
        $added.Name | Should -Be 'emulator-2'
        (Get-LuccaDepartment 32 -Session emulator).Name | Should -Be 'Finances'
        $kept, $added | Disconnect-Lucca
    }

    It 'of one iteration of ForEach-Object -Parallel is not that of the next' {
        $seen = 1..3 | ForEach-Object -ThrottleLimit 1 -Parallel { Import-Module $using:module; @(Get-LuccaSession).Count; $null = Connect-Lucca -Emulator; @(Get-LuccaSession).Count }
        $seen | Should -Be 0, 1, 0, 1, 0, 1
    }
}

Describe '-BatchSize' {
    It 'of one keeps what an earlier command of the pipeline holds' {
        $departments = @{}
        Get-LuccaDepartment -Session one | ForEach-Object { $departments[$_.Id] = $_.Name }
        $rows = Get-LuccaDepartment 32, 33, 34 -Session one -PipelineVariable d | Get-LuccaJobPosition -BatchSize 1 | ForEach-Object { [pscustomobject]@{ Held = $d.Id; Own = $_.Department.Id } }
        $rows | Should -Not -BeNullOrEmpty
        $rows.Where{ $_.Held -ne $_.Own } | Should -BeNullOrEmpty
    }
}
