BeforeDiscovery {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
}

BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $session = Connect-Lucca -Emulator
    $module = Join-Path (Get-Module Lucca).ModuleBase 'Lucca.psd1'
    $folder = New-Item -ItemType Directory (Join-Path ([System.IO.Path]::GetTempPath()) "lucca-$(New-Guid)")
}

AfterAll {
    Remove-Item $folder -Recurse -Force
}

Describe 'What changes something' {
    It 'knows -WhatIf' {
        $commands = Get-Command -Module Lucca -Verb Send, Set, New, Add, Remove, Update, Invoke
        $commands | Should -Not -BeNullOrEmpty
        $commands.Where{ 'WhatIf' -notin $_.Parameters.Keys }.Name | Should -BeNullOrEmpty
    }
}

Describe 'The module works' {
    It 'in Constrained Language Mode' {
        $state = [initialsessionstate]::CreateDefault()
        $state.ImportPSModule($module)
        $runspace = [runspacefactory]::CreateRunspace($state)
        $runspace.Open()
        $runspace.SessionStateProxy.LanguageMode = 'ConstrainedLanguage'
        $shell = [powershell]::Create($runspace)
        try {
            $printed = $shell.AddScript({
                    $null = Connect-Lucca -Emulator
                    (Get-LuccaDepartment 32).Name
                    Get-LuccaEmployee -Department 32 -First 1 | ForEach-Object FullName
                    Get-LuccaEmployee -First 1 | Out-String
                    Test-LuccaSession | Out-String
                    (Invoke-LuccaRequest departments/32).name
                    Invoke-LuccaRequest departments POST -Body @{ name = 'x' } -WhatIf
                    $ExecutionContext.SessionState.LanguageMode
                }).Invoke()
            $shell.Streams.Error | Should -BeNullOrEmpty
            $printed[0] | Should -Be 'Finances'
            $printed[1] | Should -Be 'Jane Doe'
            $printed[2] | Should -Match 'Jürgen Müller'
            $printed[3] | Should -Match 'Reachable : yes'
            $printed[4] | Should -Be 'Finances'
            $printed[-1] | Should -Be 'ConstrainedLanguage'
        } finally { $shell.Dispose(); $runspace.Dispose() }
    }

    It 'under StrictMode Latest, its views and members too' {
        $shown = & {
            Set-StrictMode -Version Latest
            Get-LuccaEmployee -First 5 | Format-List * | Out-String
            Get-LuccaEmployee -First 5 | Out-String
            Get-LuccaDepartment -First 5 | Out-String
            Get-LuccaEmployee 416 | Get-LuccaPortrait | Out-String
            Get-LuccaEmployee 416 -Include links | Get-LuccaFile | Out-String
            Get-LuccaSession | Out-String
            Test-LuccaSession | Out-String
        } 2>&1
        $shown | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Should -BeNullOrEmpty
        "$shown" | Should -Match 'Jane Doe|Jürgen'
    }

    It 'in ForEach-Object -Parallel, with the session handed on' {
        $names = 32, 33, 34 | ForEach-Object -Parallel {
            Import-Module $using:module
            (Get-LuccaDepartment $_ -Session $using:session).Name
        }
        $names | Sort-Object | Should -Be 'Accounting', 'Contrôle de gestion', 'Finances'
    }

    It 'in Start-ThreadJob' {
        $names = Start-ThreadJob { Import-Module $using:module; (Get-LuccaDepartment 32 -Session $using:session).Name } | Receive-Job -Wait -AutoRemoveJob
        $names | Should -Be 'Finances'
    }

    It 'without changing what is left of the session: no variable, no alias, no function' {
        $added = (Invoke-Pwsh -Command "
            `$before = (Get-ChildItem variable:, alias:, function:).Name
            Import-Module '$module'
            (Get-ChildItem variable:, alias:, function:).Name | Where-Object { `$_ -notin `$before -and `$_ -ne 'before' }") | Where-Object { $_ }
        $added | Should -BeNullOrEmpty
    }
}

Describe 'Objects survive' {
    It 'Export-Clixml: values, references and views' {
        $path = Join-Path $folder 'jane.xml'
        Get-LuccaEmployee 416 -Include links | Export-Clixml $path
        $read = Import-Clixml $path
        $read.Name | Should -Be 'Jane Doe'
        $read.Portrait | Should -Be '874'
        ([datetimeoffset] $read.CreatedAt - (Get-LuccaEmployee 416).CreatedAt).Duration() | Should -BeLessThan ([timespan]::FromSeconds(1))
        $read | Out-String | Should -Match '416\s+Jane Doe\s+active'
        Get-Content $path -Raw | Should -Not -Match '[?&]token=(?!\*\*\*)'
    }

    It 'Export-Clixml, and can be piped on as what they are' {
        $path = Join-Path $folder 'departments.xml'
        Get-LuccaDepartment 32 | Export-Clixml $path
        (Import-Clixml $path | Get-LuccaDepartment).Name | Should -Be 'Finances'
        (Import-Clixml $path).Manager | Get-LuccaEmployee | ForEach-Object FullName | Should -Be 'Jane Doe'
    }

    It 'but are not taken for something else by their ids' {
        $path = Join-Path $folder 'department.xml'
        Get-LuccaDepartment 32 | Export-Clixml $path
        foreach ($one in (Import-Clixml $path), (Invoke-LuccaRequest departments/32)) {
            $problem = Get-ThrownError { $one | Get-LuccaPortrait }
            $problem.FullyQualifiedErrorId | Should -Be 'LuccaBadRequest,Lucca.PowerShell.Cmdlets.GetLuccaPortraitCommand'
            "$problem" | Should -Match 'Expected a portrait'
        }
    }

    It 'ConvertTo-Json: dates as ISO 8601, references with their ids, no token' {
        $json = Get-LuccaEmployee 416 -Include links | ConvertTo-Json -Depth 6
        $read = $json | ConvertFrom-Json
        $read.GivenName | Should -Be 'Jane'
        $read.ApplicableJobPosition.Id | Should -Be '7016'
        $json | Should -Match '"CreatedAt": "2023-02-07T12:45:23\+02:00"'
        $json | Should -Not -Match '[?&]token=(?!\*\*\*)'
    }
}

Describe 'An error in the console' {
    It 'is one sentence and one advice: <Line>' -ForEach @(
        @{ Line = 'Get-LuccaDepartment nosuch'; Sentence = "There is no department 'nosuch'"; Advice = 'Check the id' }
        @{ Line = 'Get-LuccaDepartment -Session nosuch'; Sentence = "There is no session 'nosuch' in this runspace\."; Advice = 'Connect with: Connect-Lucca' }
        @{ Line = 'Send-LuccaFile nosuch.pdf'; Sentence = 'nosuch\.pdf'; Advice = 'Check the path' }
        @{ Line = 'Get-LuccaPortrait 874 -OutFile ./no-such-folder/x.jpg'; Sentence = "There is no folder '.*no-such-folder'"; Advice = 'Use -OutDirectory' }
        @{ Line = 'Get-LuccaDepartment -Id @(41..540)'; Sentence = "There is no department '41'"; Advice = 'Check the id' }
        @{ Line = 'Set-LuccaWebhookEndpoint 1'; Sentence = 'There is nothing to change'; Advice = 'Give at least one of -Name' }
        @{ Line = 'Connect-Lucca 127.0.0.1:9 -Credential (Get-TestCredential) -MaxRetry 0'; Sentence = 'Cannot connect to 127\.0\.0\.1:9 \(.*\)\.\s'; Advice = "Check the host's name" }
        @{ Line = 'Connect-Lucca example.ilucca.net -Credential (Get-TestCredential) -Proxy http://a@127.0.0.1:9'; Sentence = 'contains a user name\. Give credentials as -ProxyCredential'; Advice = 'Correct the argument' }
        @{ Line = 'Connect-Lucca http://example.ilucca.net -Credential (Get-TestCredential)'; Sentence = 'plain http would expose the token to the network'; Advice = 'Correct the argument' }
    ) {
        $problem = Get-ThrownError ([scriptblock]::Create($Line))
        $shown = ($problem | Out-String -Width 200) -replace '\e\[[\d;]*m'
        $shown | Should -Match $Sentence
        $shown | Should -Match "Recommendation: .*$Advice"
        $shown | Should -Not -Match 'Exception'
        ([regex]::Matches($shown, 'Recommendation:')).Count | Should -Be 1
    }
}

Describe 'A value that is mistyped' {
    It 'is named, with what would do instead: <Line>' -ForEach @(
        @{ Line = 'Get-LuccaEmployee -Status actve'; Sentence = "'Status'.*""actve"".*active,upcoming,deactivated" }
        @{ Line = 'Get-LuccaEmployee -Sort name'; Sentence = "'name' is not a sort key\. The keys are id, familyName, createdAt" }
        @{ Line = 'Get-LuccaEmployment -StartsAfter soon'; Sentence = "'soon' is not a date in the form yyyy-MM-dd" }
        @{ Line = 'Test-LuccaSession departments'; Sentence = "'departments' is not a scope\. Similar scopes: departments\.readonly, departments\.readwrite" }
        @{ Line = 'New-LuccaWebhookEndpoint a http://x ping'; Sentence = "'http://x' is not an https address\. Give one such as https:" }
    ) {
        $problem = Get-ThrownError ([scriptblock]::Create($Line))
        $problem.Exception.Message | Should -Match $Sentence
        $problem.CategoryInfo.Category | Should -Be 'InvalidData'
        $problem.Exception.Message | Should -Not -Match '\^\[|Exception'
    }
}

Describe 'An object where a value is expected' {
    It 'is named by its kind, never by its row: <Line>' -ForEach @(
        @{ Line = 'Get-LuccaEmployment -StartsAfter $row'; Sentence = 'An object is not a date in the form' }
        @{ Line = 'Get-LuccaEvent -After $row'; Sentence = 'An object is not a timestamp in the form' }
        @{ Line = 'Get-LuccaEmployee -Sort $row'; Sentence = 'An object is not a sort key' }
        @{ Line = 'Get-LuccaEmployment -StartsAfter 03/04/2025'; Sentence = "'03/04/2025' is not a date in the form" }
    ) {
        $problem = Get-ThrownError ([scriptblock]::Create('$row = [pscustomobject]@{ Mail = "jane.doe@example.com"; FamilyName = "Doe" }; ' + $Line))
        $problem.Exception.Message | Should -Match $Sentence
        "$problem $($problem.CategoryInfo)" | Should -Not -Match 'Doe|jane'
    }

    It 'is printed by no command, whichever parameter it is given to: <Name>' -ForEach @((Get-Command -Module Lucca).ForEach{ @{ Name = $_.Name } }) {
        $row = [pscustomobject]@{ Mail = 'jane.doe@example.com'; FamilyName = 'Doe' }
        $command = Get-Command $Name
        $ways = @({ $row | & $Name -ErrorAction Stop })
        foreach ($parameter in $command.Parameters.Values.Where{ $_.Name -notin [System.Management.Automation.PSCmdlet]::CommonParameters -and -not $_.SwitchParameter }.Name) {
            $given = @{ $parameter = $row }
            $ways += { & $Name @given -ErrorAction Stop }.GetNewClosure()
        }
        $judged = 0
        foreach ($way in $ways) {
            $problem = try { $null = & $way *>&1; $null } catch { $_ }
            # What PowerShell's binder says of types and sets of values is its own.
            if ($problem -and $problem.FullyQualifiedErrorId -notmatch '^CannotConvert' -and "$problem" -notmatch 'does not belong to the set') {
                $judged++
                $name = if ($problem.Exception -isnot [System.Management.Automation.ParameterBindingException]) { $problem.CategoryInfo }
                "$problem $name $($problem.ErrorDetails.RecommendedAction)" | Should -Not -Match 'Doe\b|jane'
            }
        }
        $judged | Should -BeGreaterThan 0 -Because 'a command that takes a row without a word shows nothing here'
    }
}

Describe 'Test-LuccaSession' {
    BeforeAll {
        $server = Start-TestServer
        $null = Connect-Lucca $server.Uri -Credential (Get-TestCredential) -Name test -MaxRetry 0
    }

    AfterAll {
        Stop-TestServer
    }

    It 'shows reachability, clock, token and rate limit' {
        $test = Test-LuccaSession -Session test
        $test | Should -BeOfType [Lucca.SessionTest]
        $test.IsOk | Should -BeTrue
        $test.IsReachable | Should -BeTrue
        $test.IsSignedIn | Should -BeTrue
        $test.Scope | Should -Be 'departments.readonly'
        ($test.TokenExpiresAt - [DateTimeOffset]::Now).TotalMinutes | Should -BeGreaterThan 20
        $test.RateLimit | Should -Be 50
        $test.RequestsInLastMinute | Should -BeGreaterThan 0
        $test | Out-String | Should -Match 'RateLimit\s+: \d+ of 50 requests in the last minute'
    }

    It 'says what is wrong when a scope is not granted, without an error' {
        $test = Test-LuccaSession payrolls.readonly -Session test -ErrorVariable errors
        $errors | Should -BeNullOrEmpty
        $test.IsOk | Should -BeFalse
        $test.Problem | Should -Match 'payrolls\.readonly'
        $test.Advice | Should -Match '/identity/admin/integration-keys'
    }

    It 'says what is wrong when the server is gone, and with -Quiet only that it is' {
        Stop-TestServer
        $test = Test-LuccaSession -Session test
        $test.IsReachable | Should -BeFalse
        $test.Problem | Should -Match 'Cannot connect to'
        Test-LuccaSession -Session test -Quiet | Should -BeFalse
    }
}
