# Whom a script may act on: nobody is named as gone who has not been looked for, and a comparison that would name too many stops.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Start-TestServer
    $null = Connect-TestServer @{ MaxRetry = 0 }
    $now = Get-LuccaEmployee
    $stateFile = Join-Path $TestDrive 'state.clixml'
    $now | Export-Clixml $stateFile
    $present = $now.Where{ $_.Status -ne 'deactivated' }

    # People who are in an earlier state and not in the tenant.
    function New-Gone([int] $Count) { foreach ($id in 1..$Count) { [pscustomobject]@{ Id = "9$($id.ToString('0000'))"; GivenName = 'Gone'; FamilyName = "Girl$id"; Status = 'active' } } }
    function Get-Verbose([scriptblock] $Script) { @(& $Script -Verbose 4>&1).Where{ $_ -is [System.Management.Automation.VerboseRecord] }.Message }
    # What a script that stops at nothing gets, and the error that stops it.
    function Invoke-ToEnd([scriptblock] $Script) {
        $run = @{ Output = [System.Collections.Generic.List[object]]::new(); Error = $null }
        try { & $Script | ForEach-Object { $run.Output.Add($_) } } catch { $run.Error = $_ }
        $run
    }
}

AfterAll {
    Stop-TestServer
}

Describe 'A supposed leaver' {
    BeforeEach {
        Clear-TestFault
        Clear-TestRequest
    }

    It 'is looked for at the tenant, and is none who still answers' {
        $later = $now.Where{ $_.Id -notin $present[0..2].Id }
        $said = Get-Verbose { Compare-LuccaEmployee $stateFile $later @args }
        (Compare-LuccaEmployee $stateFile $later) | Should -BeNullOrEmpty
        $said -like 'Missing from the later state: 3. The tenant still has 3 of them.*' | Should -HaveCount 1
    }

    It 'is looked for where the list changes while the cmdlet reads it' {
        try {
            # The second page begins one place later: the first of it moves to the page that was read before.
            Add-TestFault @{ path = 'employees.*page='; kind = 'Change'; delete = "employees/$($now[0].Id)" }
            $said = Get-Verbose { Compare-LuccaEmployee $stateFile -WarningAction SilentlyContinue @args }
            $said -like 'Missing from the later state: 1. The tenant still has 1 of them.*' | Should -HaveCount 1
            "$(Compare-LuccaEmployee $stateFile)" | Should -Be "Leaver $($now[0].Name): Status $($now[0].Status) -> (none)"
        } finally {
            # The new tenant does not know the token of the old one.
            Set-TestTenant @{}
            $null = Get-LuccaEmployee -First 1
        }
    }

    It 'costs a request for each hundred' {
        $gone = @(New-Gone 101) + $now
        (Compare-LuccaEmployee $gone $now -LeaverLimit 100 -WarningAction SilentlyContinue).Count | Should -Be 101
        $sent = Get-TestRequest
        $sent | Should -HaveCount 2
        $sent[0].path | Should -Be '/lucca-api/employees'
    }

    It 'is compared as it is now when it is found' {
        $former = @($now | Select-Object *)
        $former[0].Email = 'before@example.com'
        $changes = Compare-LuccaEmployee $former ($now | Select-Object -Skip 1)
        "$($changes.Change) $($changes.Id) $($changes.Property)" | Should -Be "Other $($now[0].Id) Email"
    }

    It 'is one who is found as deactivated' {
        $left = $now.Where{ $_.Status -eq 'deactivated' }[0]
        $former = @($now | Select-Object *)
        $former.Where{ $_.Id -eq $left.Id }[0].Status = 'active'
        $changes = Compare-LuccaEmployee $former $now.Where{ $_.Id -ne $left.Id }
        "$changes" | Should -Be "Leaver $($left.Name): Status active -> deactivated"
    }

    It 'is an error as a whole when the search <How>' -ForEach @(
        @{ How = 'fails'; Fault = @{ kind = 'status'; status = 503 }; Id = 'LuccaUnavailable' }
        @{ How = 'may not be made'; Fault = @{ kind = 'status'; status = 403 }; Id = 'LuccaForbidden' }
        @{ How = 'brings a malformed record'; Fault = @{ kind = 'MalformedItem' }; Id = 'LuccaBadReply' }
    ) {
        Add-TestFault (@{ path = 'employees'; times = -1 } + $Fault)
        $run = Invoke-ToEnd { Compare-LuccaEmployee $stateFile ($now | Select-Object -Skip 2) }
        $run.Error.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $run.Output | Should -BeNullOrEmpty
    }

    It 'is Missing, with a warning, where there is no session to look in' {
        try {
            $null = Disconnect-Lucca *
            $changes = Compare-LuccaEmployee $stateFile ($now | Select-Object -Skip 2) -WarningVariable said -WarningAction SilentlyContinue
            $changes.Change | Should -Be 'Missing', 'Missing'
            $changes.Id | Should -Be $now[0, 1].Id
            (Compare-LuccaEmployee $stateFile (Import-Clixml $stateFile | Select-Object -Skip 2) -WarningAction SilentlyContinue).Change | Should -Be 'Missing', 'Missing'
            (Compare-LuccaEmployee (New-Gone 20) (New-Gone 1) -WarningAction SilentlyContinue).Change | Sort-Object -Unique | Should -Be 'Missing'
            "$said" | Should -BeLike 'Missing from the later state: 2*Missing, not as Leaver*was disconnected*'
        } finally { $null = Connect-TestServer @{ MaxRetry = 0 } }
    }

    It 'is a Leaver without a session when the later state says so itself' {
        $former = @($now | Select-Object *)
        $left = $now.Where{ $_.Status -eq 'deactivated' }[0]
        $former.Where{ $_.Id -eq $left.Id }[0].Status = 'active'
        try {
            $null = Disconnect-Lucca *
            (Compare-LuccaEmployee $former $now).Change | Should -Be 'Leaver'
        } finally { $null = Connect-TestServer @{ MaxRetry = 0 } }
    }
}

Describe 'A malformed record' {
    BeforeEach {
        Clear-TestFault
        Clear-TestRequest
    }

    It 'in the list of now ends the comparison' {
        Add-TestFault @{ path = 'employees'; kind = 'MalformedItem'; item = 3 }
        $run = Invoke-ToEnd { Compare-LuccaEmployee $stateFile }
        $run.Error.FullyQualifiedErrorId | Should -BeLike 'LuccaBadReply,*'
        $run.Output | Should -BeNullOrEmpty
    }

    It 'in the earlier state ends it: <What>' -ForEach @(
        @{ What = 'no id'; Row = @{ Name = 'Jane' } }
        @{ What = 'a day of a country'; Row = @{ Id = '416'; StartsOn = '03/04/2024' } }
        @{ What = 'several departments'; Row = @{ Id = '416'; Department = @(1, 2) } }
    ) {
        $run = Invoke-ToEnd { Compare-LuccaEmployee (@($now) + [pscustomobject] $Row) $now }
        $run.Error.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
        $run.Output | Should -BeNullOrEmpty
    }
}

Describe '-LeaverLimit' {
    BeforeEach {
        Clear-TestFault
        Clear-TestRequest
    }

    It 'stops a comparison with more leavers than a fifth, and names none' {
        $gone = New-Gone ([Math]::Floor($present.Count / 4) + 2)
        $run = Invoke-ToEnd { Compare-LuccaEmployee (@($now) + $gone) $now -WarningAction SilentlyContinue }
        $run.Error.FullyQualifiedErrorId | Should -BeLike 'LuccaTooManyLeavers,*'
        $run.Error.CategoryInfo.Category | Should -Be 'LimitsExceeded'
        "$($run.Error)" | Should -BeLike "$($gone.Count) of the $($present.Count + $gone.Count) employees*"
        $run.Error.ErrorDetails.RecommendedAction | Should -Match 'key .*filter.*scope.*-LeaverLimit'
        $run.Output | Should -BeNullOrEmpty
    }

    It 'is a percentage, 100 for none: <Limit>' -ForEach @(@{ Limit = 40; Leavers = 40 }, @{ Limit = 100; Leavers = 40 }, @{ Limit = 100; Leavers = 99 }) {
        $staying = New-Gone 100 | Select-Object -Last (100 - $Leavers)
        $changes = Compare-LuccaEmployee (New-Gone 100) @($staying) -LeaverLimit $Limit -WarningAction SilentlyContinue
        $changes.Change | Sort-Object -Unique | Should -Be 'Leaver'
        $changes | Should -HaveCount $Leavers
        if ($Limit -lt 100) { (Get-ThrownError { Compare-LuccaEmployee (New-Gone 100) @($staying) -LeaverLimit ($Limit - 1) }).FullyQualifiedErrorId | Should -BeLike 'LuccaTooManyLeavers,*' }
    }

    It 'lets five people go, however few there are' {
        (Compare-LuccaEmployee (New-Gone 6) (New-Gone 1) -WarningAction SilentlyContinue).Change | Should -Be (@('Leaver') * 5)
        (Get-ThrownError { Compare-LuccaEmployee (New-Gone 7) (New-Gone 1) -LeaverLimit 0 }).FullyQualifiedErrorId | Should -BeLike 'LuccaTooManyLeavers,*'
    }

    It 'counts those who had left before neither as leavers nor as present' {
        $left = foreach ($one in New-Gone 100) { $one.Status = 'deactivated'; $one }
        (Compare-LuccaEmployee (@($left) + $now) $now -WarningAction SilentlyContinue).Change | Sort-Object -Unique | Should -Be 'Other'
        $run = Invoke-ToEnd { Compare-LuccaEmployee (@($left[10..99]) + @(New-Gone 10)) @([pscustomobject]@{ Id = '416'; Status = 'active' }) -WarningAction SilentlyContinue }
        "$($run.Error)" | Should -BeLike '10 of the 10 employees*'
    }
}

Describe 'A state remembers how it was read' {
    BeforeEach {
        Clear-TestFault
        Clear-TestRequest
    }

    It 'in objects and in files of Export-Clixml, once a file' {
        $now[0].ReadFrom.Filter | Should -BeExactly ''
        $saved = Import-Clixml $stateFile
        "$($saved[0].ReadFrom.Host)" | Should -Be ([uri] (Get-LuccaSession).Uri).Authority
        $saved[0].ReadFrom.ReadAt | Should -BeOfType [datetime]
        [regex]::Matches((Get-Content $stateFile -Raw), 'N="Host"').Count | Should -Be 1
    }

    It 'and in no JSON or CSV, where it would stand in each row' {
        $now[0] | ConvertTo-Json | Should -Not -Match 'ReadFrom'
        $now[0] | ConvertTo-Csv | Should -Not -Match 'ReadFrom'
    }

    It 'so that other filters are an error: <What>' -ForEach @(
        @{ What = 'now without one'; Earlier = @{ Status = 'active' }; Later = $null }
        @{ What = 'a later state with one'; Earlier = @{}; Later = @{ Status = 'active' } }
        @{ What = 'another one'; Earlier = @{ Status = 'active' }; Later = @{ Status = 'upcoming' } }
        @{ What = 'a part of the list'; Earlier = @{ First = 50 }; Later = $null }
    ) {
        $file = Join-Path $TestDrive narrow.clixml
        Get-LuccaEmployee @Earlier | Export-Clixml $file
        $other = if ($Later) { @(Get-LuccaEmployee @Later) }
        foreach ($before in $file, (Get-LuccaEmployee @Earlier), (Import-Clixml $file)) {
            Clear-TestRequest
            $run = Invoke-ToEnd { if ($Later) { Compare-LuccaEmployee $before $other } else { Compare-LuccaEmployee $before } }
            $run.Error.FullyQualifiedErrorId | Should -BeLike 'LuccaBadRequest,*'
            "$($run.Error)" | Should -BeLike 'The earlier state was read with*'
            $run.Output | Should -BeNullOrEmpty
            Get-TestRequest | Should -BeNullOrEmpty
        }
    }

    It 'while the same filters compare, in any order, and so does what remembers nothing' {
        $file = Join-Path $TestDrive same.clixml
        Get-LuccaEmployee -Status active -Department 32 | Export-Clixml $file
        Compare-LuccaEmployee $file (Get-LuccaEmployee -Department 32 -Status active -Sort '-id') | Should -BeNullOrEmpty
        (Compare-LuccaEmployee (Import-Clixml $file | Select-Object * -ExcludeProperty ReadFrom) -WarningAction SilentlyContinue).Change | Should -Contain 'Joiner'
    }
}

Describe 'What a file holds' {
    BeforeEach {
        Clear-TestFault
        Clear-TestRequest
    }

    It 'is a state of one when it holds one employee' {
        $file = Join-Path $TestDrive one.clixml
        $now.Where{ $_.Id -eq '416' } | Select-Object * | Export-Clixml $file
        Compare-LuccaEmployee $file $now.Where{ $_.Id -eq '416' } | Should -BeNullOrEmpty
        $now.Where{ $_.Id -eq '416' } | Select-Object Id, Name | ConvertTo-Json | Set-Content "$TestDrive/one.json"
        Compare-LuccaEmployee "$TestDrive/one.json" $now.Where{ $_.Id -eq '416' } -WarningAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'is a list that was written as one object, too' {
        $file = Join-Path $TestDrive list.clixml
        Export-Clixml $file -InputObject @($now | Select-Object *)
        Compare-LuccaEmployee $file $now | Should -BeNullOrEmpty
    }

    It 'is refused with the reason when it is <What>' -ForEach @(
        @{ What = 'a hashtable'; Content = { @{ Id = '416' } }; Says = '*A hashtable is not an employee*' }
        @{ What = 'text'; Content = { 'Jane Doe' }; Says = "*'Jane Doe' is not an employee*" }
        @{ What = 'nothing'; Content = { }; Says = '*contains no employees*' }
        @{ What = 'null'; Content = { $null }; Says = '*Null is not an employee*' }
        @{ What = 'another resource'; Content = { Get-LuccaDepartment -First 2 }; Says = '*is not an employee*' }
        @{ What = 'one page of a list'; Content = { Invoke-LuccaRequest employees -Query @{ include = 'links'; limit = 10 } }; Says = '*one page of a longer list*links.next*' }
    ) {
        $content = & $Content
        $content | Export-Clixml "$TestDrive/other.clixml" -Depth 4
        Set-Content "$TestDrive/other.json" $($What -eq 'nothing' ? '[]' : (ConvertTo-Json $content -Depth 9))
        foreach ($file in "$TestDrive/other.clixml", "$TestDrive/other.json") {
            if ($file -like '*.json' -and $What -in 'a hashtable') { continue }
            $run = Invoke-ToEnd { Compare-LuccaEmployee $file $now }
            "$($run.Error)" | Should -BeLike $Says -Because $file
            "$($run.Error)" | Should -BeLike "*$([System.IO.Path]::GetFileName($file))*"
            $run.Output | Should -BeNullOrEmpty
        }
    }

    It 'is refused when it holds objects of another type, though they have ids: <How>' -ForEach @(
        @{ How = 'a file'; Read = { $task | Export-Clixml "$TestDrive/task.clixml" -Depth 1; "$TestDrive/task.clixml" } }
        @{ How = 'read from a file'; Read = { $task | Export-Clixml "$TestDrive/task.clixml" -Depth 1; Import-Clixml "$TestDrive/task.clixml" } }
        @{ How = 'some of their properties'; Read = { $task | Select-Object Id, Status } }
        @{ How = 'themselves'; Read = { $task } }
    ) {
        $task = [System.Threading.Tasks.Task]::new({ })
        $state = & $Read
        $run = Invoke-ToEnd { Compare-LuccaEmployee $state $now }
        "$($run.Error)" | Should -BeLike "*'$($task.Id)' is not an employee*"
        $run.Output | Should -BeNullOrEmpty
    }

    It 'is one page as an object as well' {
        $page = Invoke-LuccaRequest employees -Query @{ include = 'links'; limit = 10 }
        "$(Get-ThrownError { Compare-LuccaEmployee $page $now })" | Should -BeLike '*one page of a longer list*'
        $whole = Invoke-LuccaRequest employees -Query @{ include = 'links'; 'id' = '416,417' }
        Compare-LuccaEmployee $whole $now.Where{ $_.Id -in 416, 417 } -WarningAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'is read as PowerShell reads it: <Value>' -ForEach @(@{ Value = "line`nbreak" }, @{ Value = 'under_x0041_score' }, @{ Value = ' two  blanks ' }, @{ Value = "bell`a" }, @{ Value = 'été 日本 😀' }) {
        $row = [pscustomobject]@{ Id = '416'; GivenName = $Value; Status = 'active' }
        $row | Export-Clixml "$TestDrive/text.clixml"
        Compare-LuccaEmployee "$TestDrive/text.clixml" $row -WarningAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'does not end the process when it holds itself' {
        $self = [System.Collections.Hashtable]@{}
        $self.Self = $self
        $row = [pscustomobject]@{ Id = '416'; Status = 'active'; Other = $self }
        $row | Export-Clixml "$TestDrive/cycle.clixml" -Depth 3
        $text = (Get-Content "$TestDrive/cycle.clixml" -Raw) -replace '<Obj N="Value" RefId="\d+">[\s\S]*?</Obj>', '<Ref N="Value" RefId="1" />'
        Set-Content "$TestDrive/cycle.clixml" $text
        Compare-LuccaEmployee "$TestDrive/cycle.clixml" $row -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        $open = -join (1..5000).ForEach{ "<Obj N=`"Manager`" RefId=`"$($_ + 5)`"><MS>" }
        Set-Content "$TestDrive/deep.clixml" "<Objs Version=`"1.1.0.1`" xmlns=`"http://schemas.microsoft.com/powershell/2004/04`"><Obj RefId=`"0`"><MS><S N=`"Id`">1</S>$open$('</MS></Obj>' * 5000)</MS></Obj></Objs>"
        "$(Get-ThrownError { Compare-LuccaEmployee "$TestDrive/deep.clixml" $now })" | Should -BeLike '*deeper than*'
    }
}

Describe 'A change' {
    BeforeEach {
        Clear-TestFault
        Clear-TestRequest
    }

    It 'is a Starter who was upcoming and is active' {
        $before = [pscustomobject]@{ Id = '1'; GivenName = 'Tom'; Status = 'upcoming' }
        $after = [pscustomobject]@{ Id = '1'; GivenName = 'Tom'; Status = 'active' }
        (Compare-LuccaEmployee $before $after -WarningAction SilentlyContinue).Change | Should -Be 'Starter'
        (Compare-LuccaEmployee $after $before -WarningAction SilentlyContinue).Change | Should -Be 'Other'
        $before.Status = 'deactivated'
        (Compare-LuccaEmployee $before $after -WarningAction SilentlyContinue).Change | Should -Be 'Joiner'
        (Compare-LuccaEmployee $after $before -WarningAction SilentlyContinue).Change | Should -Be 'Leaver'
    }

    It 'has a text that says what is empty, and days as days' {
        $culture = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'fr-FR'
            $before = [pscustomobject]@{ Id = '1'; GivenName = 'Tom'; Status = 'active'; StartsOn = '2024-01-02'; LegalEntity = '5'; Manager = $null; Department = '3' }
            $after = [pscustomobject]@{ Id = '1'; GivenName = 'Tom'; Status = 'active'; StartsOn = $null; LegalEntity = '5'; Manager = [pscustomobject]@{ Id = '9'; Name = 'Ada' }; Department = '3' }
            $changes = Compare-LuccaEmployee $before $after -WarningAction SilentlyContinue
            $changes.ForEach{ "$_" } | Should -Be 'Other Tom: StartsOn 2024-01-02 -> (none)', 'Mover Tom: Manager (none) -> Ada'
        } finally { [cultureinfo]::CurrentCulture = $culture }
    }

    It 'is told under the names of parameters that Compare-Object has, and under the former ones' {
        Compare-LuccaEmployee -ReferenceObject $now -DifferenceObject $now | Should -BeNullOrEmpty
        Compare-LuccaEmployee -Reference $now -Difference $now | Should -BeNullOrEmpty
    }
}
