# The scripts of docs/examples run as they are: against a server as against a real tenant, and on the emulator without one.
BeforeDiscovery {
    $scripts = (Get-ChildItem $PSScriptRoot/../../../docs/examples -Filter *.ps1).ForEach{ @{ Name = $_.Name; Path = $_.FullName } }
}

BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $root = (Resolve-Path $PSScriptRoot/../../..).ProviderPath
    $examples = Join-Path $root docs/examples
    $env:PSModulePath = (Join-Path $root out) + [System.IO.Path]::PathSeparator + $env:PSModulePath
    $env:LUCCA_CLIENT_ID = 'emulator'
    $env:LUCCA_CLIENT_SECRET = 'emulator-secret'

    # A server of its own for each script: the rate limiter of this process counts what it sends to one host. The session is the test's own.
    function Start-Server {
        Stop-TestServer
        $env:LUCCA_URI = (Start-TestServer).Uri
        $null = Connect-TestServer
    }

    function Clear-Server { Clear-TestFault; Clear-TestRequest }
    Start-Server
}

AfterAll {
    Stop-TestServer
}

Describe 'The example <Name>' -ForEach $scripts {
    It 'is explained by Get-Help, with each parameter and examples' {
        $help = Get-Help $Path -Full
        $help.Synopsis | Should -Match '\.$'
        $help.Description.Text | Should -Not -BeNullOrEmpty
        $help.examples.example.Count | Should -BeGreaterThan 1
        foreach ($parameter in $help.parameters.parameter) { $parameter.description.Text | Should -Not -BeNullOrEmpty -Because $parameter.name }
        $help.parameters.parameter.name | Should -Contain 'Emulator'
    }

    It 'says what it requires, and uses commands of this module and of PowerShell only' {
        $ast = [System.Management.Automation.Language.Parser]::ParseFile($Path, [ref] $null, [ref] $null)
        $ast.ScriptRequirements.RequiredPSVersion | Should -Be ([version] '7.6')
        $ast.ScriptRequirements.RequiredModules.Name | Should -Be 'Lucca'
        $own = $ast.FindAll({ $args[0] -is [System.Management.Automation.Language.FunctionDefinitionAst] }, $true).Name
        $names = $ast.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true) | ForEach-Object { $_.GetCommandName() }
        $names | Should -Contain 'Connect-Lucca'
        foreach ($name in $names) {
            if ($name -notin $own) { (Get-Command $name).Source | Should -BeIn 'Lucca', 'Microsoft.PowerShell.Core', 'Microsoft.PowerShell.Utility', 'Microsoft.PowerShell.Management' -Because $name }
        }
    }

    It 'runs with the scopes that its help names' {
        $scopes = [regex]::Matches((Get-Help $Path).Description.Text, '[\w-]+\.readonly').Value
        $files = @{ 'nightly-sync.ps1' = @{ FirstRun = $true; Directory = "$TestDrive/scopes" }; 'organization-page.ps1' = @{ NoPortrait = $true; OutFile = "$TestDrive/scopes.html" } }
        $arguments = $files[$Name] ?? @{}
        try {
            Set-TestTenant @{ employees = 12; grantedScopes = $scopes }
            $null = & $Path @arguments -ErrorVariable reported -Verbose 4>&1 | Tee-Object -Variable said
            $reported | Should -BeNullOrEmpty
            "$said" | Should -Not -Match 'needs the scope'
        } finally {
            Set-TestTenant @{}
        }
    }

    It 'is named in the README' {
        (Get-Content $root/README.md -Raw).Contains("(docs/examples/$Name)") | Should -BeTrue
    }
}

Describe 'nightly-sync.ps1' {
    BeforeAll {
        $job = Join-Path $examples nightly-sync.ps1
        $directory = Join-Path $TestDrive sync
        $state = Join-Path $directory employees.clixml

        # A run as a timer starts it, with the exit code that the timer sees.
        function Invoke-Job {
            $printed = Invoke-Pwsh -NonInteractive -File $job -Directory $directory @args 2>&1
            [pscustomobject]@{ ExitCode = $LASTEXITCODE; Printed = "$printed" }
        }

        # The employees of before: one had another address, one was not there, and one is not there any more.
        function Set-Before([string] $Path, [int] $Leavers = 1) {
            $saved = Import-Clixml $Path
            $saved.Where{ $_.Id -eq '416' }[0].Email = 'before@example.com'
            $gone = 1..$Leavers | ForEach-Object { $one = $saved[-1] | Select-Object *; $one.Id = "9000$_"; $one }
            $saved.Where{ $_.Id -ne '417' } + $gone | Export-Clixml $Path
        }

        function Get-Trace([string] $Directory) {
            foreach ($file in Get-ChildItem $Directory -Exclude *.log | Sort-Object Name) { "$($file.Name) $((Get-FileHash $file).Hash)" }
        }
    }

    BeforeEach {
        Clear-Server
    }

    It 'saves the state at first, then reports the changes, with exit code 0' {
        & $job -Directory $directory -FirstRun | Should -BeNullOrEmpty
        (Get-ChildItem $directory).Name | Should -Be 'employees.clixml', 'nightly-sync.log'

        Set-Before $state
        $run = Invoke-Job
        $run.ExitCode | Should -Be 0 -Because $run.Printed
        $changes = Import-Csv (Get-ChildItem $directory -Filter changes-*.csv)
        $changes.ForEach{ "$($_.Change) $($_.Id) $($_.Property) $($_.Before)>$($_.After)" } | Sort-Object |
            Should -Be 'Joiner 417 Status >active', 'Leaver 90001 Status active>', 'Other 416 Email before@example.com>jane.doe@example.com'
        $changes.Where{ $_.Id -eq '417' } | ForEach-Object { $_.Name, $_.EmployeeNumber, $_.Email } | Should -Be 'Gaël Le Goff', '00417', 'gael.legoff.417@example.com'
        Compare-LuccaEmployee $state | Should -BeNullOrEmpty -Because 'the new state is saved'
        (Get-ChildItem $directory).Name | Should -HaveCount 3 -Because 'no unfinished file is left'
    }

    It 'fails with exit code 1, and says why in the log, with the state as before, if the list breaks off' {
        Set-Before $state
        $before = Get-Trace $directory
        Add-TestFault @{ path = '/employees.*page='; kind = 'Status'; status = 403; times = -1 }
        $run = Invoke-Job
        $run.ExitCode | Should -Be 1
        Get-Trace $directory | Should -Be $before
        $log = Get-Content $directory/nightly-sync.log
        $log | Should -Match '^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ '
        $log[-1] | Should -BeLike '* Failed: *100 of 120*'
    }

    It 'reads the list again if it changed while it was read, and saves none that may lack somebody' {
        $new = Join-Path $TestDrive changing
        Add-TestFault @{ path = '/employees.*page='; kind = 'Change'; delete = 'employees/405' }
        $null = & $job -Directory $new -FirstRun -WarningAction SilentlyContinue
        Compare-LuccaEmployee (Join-Path $new employees.clixml) | Should -BeNullOrEmpty -Because 'the second time nothing changed'
        @((Get-TestRequest).Where{ $_.query -match 'page=' -and $_.path -like '*/employees' }).Count | Should -BeGreaterThan 1

        $before = Get-Trace $new
        foreach ($id in 406, 407, 408) { Add-TestFault @{ path = '/employees.*page='; kind = 'Change'; delete = "employees/$id" } }
        { & $job -Directory $new -WarningAction SilentlyContinue } | Should -Throw '*changed each time*'
        Get-Trace $new | Should -Be $before
        Set-TestTenant @{}
        $null = Connect-TestServer
    }

    It 'accepts no state of another tenant' {
        $null = & $job -Emulator -FirstRun -Directory $TestDrive/other
        $before = Get-Trace $TestDrive/other
        { & $job -Directory $TestDrive/other } | Should -Throw '*example.ilucca.net*127.0.0.1*'
        Get-Trace $TestDrive/other | Should -Be $before
    }

    It 'accepts no more leavers than it may' {
        $null = & $job -Emulator -FirstRun -Directory $TestDrive/leavers
        Set-Before $TestDrive/leavers/employees.clixml 40
        $before = Get-Trace $TestDrive/leavers
        { & $job -Emulator -Directory $TestDrive/leavers } | Should -Throw '*leavers*'
        Get-Trace $TestDrive/leavers | Should -Be $before
        (& $job -Emulator -Directory $TestDrive/leavers -LeaverLimit 50 | Import-Csv | Where-Object Change -EQ Leaver).Count | Should -Be 40
    }

    It 'starts without a state only if it is told to, and never begins anew over one' {
        { & $job -Emulator -Directory $TestDrive/new } | Should -Throw '*-FirstRun*'
        $null = & $job -Emulator -Directory $TestDrive/new -FirstRun
        { & $job -Emulator -Directory $TestDrive/new -FirstRun } | Should -Throw '*-FirstRun*'
    }

    It 'leaves the sessions as they are' {
        (Get-LuccaSession | Where-Object IsDefault).Uri | Should -Be "$env:LUCCA_URI/"
        Get-LuccaSession | Should -HaveCount 1
    }
}

Describe 'source-connector.ps1' {
    BeforeAll {
        $connector = Join-Path $examples source-connector.ps1
        Start-Server
        $lines = & $connector
        $requests = Get-TestRequest
        $persons = $lines | ConvertFrom-Json -Depth 10 -DateKind String
        $departments = & $connector -Department | ConvertFrom-Json
    }

    BeforeEach {
        Clear-Server
    }

    It 'emits each employee once, with all contracts, an object a line' {
        $lines | Should -Not -Match '\n'
        $persons.ExternalId | Should -Be (Get-LuccaEmployee).Id
        $persons.Contracts.ExternalId | Sort-Object | Should -Be ((Get-LuccaJobPosition).Id | Sort-Object)
        $persons.Where{ $_.Contracts.Count -gt 1 }.Count | Should -BeGreaterThan 10
        $persons.ForEach{ , $_.Contracts } | Should -BeOfType [object[]]
    }

    It 'has what an identity management tool needs' {
        $jane = $persons.Where{ $_.ExternalId -eq '416' }[0]
        $jane.DisplayName, $jane.GivenName, $jane.FamilyName, $jane.EmployeeNumber, $jane.Email, $jane.Status | Should -Be 'Jane Doe', 'Jane', 'Doe', '00416', 'jane.doe@example.com', 'active'
        $contract = $jane.Contracts[0]
        $contract.StartDate, $contract.EndDate | Should -Be '2015-12-27', $null
        $contract.Department.ExternalId, $contract.Department.Code, $contract.Department.DisplayName | Should -Be '32', 'FIN', 'Finances'
        $contract.Manager.ExternalId, $contract.Manager.DisplayName, $contract.Manager.Email | Should -Be '405', 'Loïc Jørgensen', 'loic.jorgensen.405@example.com'
        $contract.Location.DisplayName, $contract.Employer.DisplayName, $contract.Employment.Type | Should -Be 'Siège Paris', 'Acme France SAS', 'Permanent contract'
        foreach ($one in $persons.Contracts) {
            $one.StartDate | Should -Match '^\d{4}-\d\d-\d\d$'
            if ($one.EndDate) { $one.EndDate | Should -Match '^\d{4}-\d\d-\d\d$' }
        }
        $persons.Where{ $_.ExternalId -eq '403' }[0].Contracts[0].EndDate | Should -Be '2026-11-30'
    }

    It 'needs ten requests for 120 people, as its comment says' {
        Get-Content $connector -Raw | Should -Match '# Ten requests for 120 people'
        $requests | Should -HaveCount 10 -Because ($requests.path -join ', ')
    }

    It 'emits the departments with -Department, and the contracts refer to them' {
        $departments.ExternalId | Should -Be (Get-LuccaDepartment).Id
        $departments.Where{ $_.ExternalId -eq '33' }.ParentExternalId | Should -Be '32'
        $departments.Where{ $_.ExternalId -eq '32' }.ManagerExternalId | Should -Be '416'
        $persons.Contracts.Department.ExternalId | Sort-Object -Unique | Should -BeIn $departments.ExternalId
    }

    It 'emits nobody if a request fails: <_>' -ForEach '/employees.*page=', '/employments.*page=', '/job-positions.*page=', '/departments' {
        Add-TestFault @{ path = $_; kind = 'Status'; status = 403; times = -1 }
        $emitted = [System.Collections.Generic.List[object]]::new()
        { & $connector | ForEach-Object { $emitted.Add($_) } } | Should -Throw
        $emitted | Should -BeNullOrEmpty
    }
}

Describe 'organization-page.ps1' {
    BeforeAll {
        Start-Server

        $script = Join-Path $examples organization-page.ps1
        $file = & $script -NoPortrait -OutFile $TestDrive/page.html
        $html = Get-Content $file -Raw
        $page = [xml] $html
        $active = Get-LuccaEmployee -Status active

        function Select-Node([string] $XPath) { , @($page.SelectNodes($XPath)) }
    }

    BeforeEach {
        Clear-Server
    }

    AfterEach {
        # The new tenant does not know the token of the old one.
        Set-TestTenant @{}
    }

    It 'shows every active employee once, with name and job title' {
        (Select-Node '//li[@class="person"]').id | Sort-Object | Should -Be ($active.Id.ForEach{ "p$_" } | Sort-Object)
        foreach ($person in $active) {
            $lines = @($page.SelectNodes("//li[@id='p$($person.Id)']//p").InnerText)
            $lines[0] | Should -Be $person.Name
            if ($person.JobTitle) { $lines[1] | Should -Be $person.JobTitle }
        }
    }

    It 'is whole in itself, with all portraits on the emulator: no script, no reference to elsewhere' {
        $page = [xml] ($html = Get-Content (& $script -Emulator -OutFile $TestDrive/new/emulator.html) -Raw)
        (Select-Node '//li[@id="p416"]/img').alt | Should -Be 'Portrait of Jane Doe'
        (Select-Node '//img').Count | Should -BeGreaterThan 50
        (Select-Node '//@src').Value | Should -Match '^data:image/jpeg;base64,/9j/'
        (Select-Node '//@href').Value | Should -Match '^#'
        (Select-Node '//script | //link | //iframe | //@onclick') | Should -BeNullOrEmpty
        (Select-Node '//style')[0].InnerText | Should -Not -Match 'url\(|@import|//'
        $html -replace "base64,[^']*" | Should -Not -Match 'https?:'
        (Select-Node '//meta[@http-equiv="Content-Security-Policy"]')[0].content | Should -Match "^default-src 'none'"
    }

    It 'leads to every person and department that it names' {
        foreach ($link in (Select-Node '//@href').Value) { (Select-Node "//*[@id='$($link.TrimStart('#'))']") | Should -HaveCount 1 -Because $link }
    }

    It 'says the language, and has a heading for each department, no level omitted' {
        $page.html.lang | Should -Be 'en'
        (Select-Node '//h1') | Should -HaveCount 1
        $levels = (Select-Node '//h1 | //h2 | //h3 | //h4 | //h5 | //h6').ForEach{ [int] $_.Name.Substring(1) }
        foreach ($i in 1..($levels.Count - 1)) { $levels[$i] | Should -BeLessOrEqual ($levels[$i - 1] + 1) }
        (Select-Node '//details/summary/*[1]').InnerText | Should -Contain 'Web "& more" <beta> #1'
        $html | Should -Not -Match '<beta>'
    }

    It 'counts the people of each branch' {
        foreach ($node in Get-LuccaDepartment -Tree | Where-Object Depth -EQ 1) {
            $branch = @(Get-LuccaEmployee -Department $node.Id -Recurse -Status active).Count
            (Select-Node "//details[@id='d$($node.Id)']//li[@class='person']") | Should -HaveCount $branch
            (Select-Node "//details[@id='d$($node.Id)']/summary/span")[0].InnerText | Should -BeLike "$branch p*"
            (Select-Node "//nav//a[@href='#d$($node.Id)']/strong")[0].InnerText | Should -Be "$branch"
        }
        (Select-Node '//header/p')[1].InnerText | Should -BeLike "$($active.Count) people in *"
    }

    It 'shows the manager of a department first, or says who leads it from elsewhere' {
        $led = Get-LuccaDepartment | Where-Object { $_.Manager.Id -in $active.Id -and (Select-Node "//details[@id='d$($_.Id)']") }
        $within, $outside = $led.Where({ (Select-Node "//details[@id='d$($_.Id)']/ul/li[@id='p$($_.Manager.Id)']") }, 'Split')
        $within.Count | Should -BeGreaterThan 10
        $outside.Count | Should -BeGreaterThan 2
        foreach ($one in $within) { (Select-Node "//details[@id='d$($one.Id)']/ul/li[1][@id='p$($one.Manager.Id)']//p[@class='manager']") | Should -HaveCount 1 -Because $one.Name }
        foreach ($one in $outside) { (Select-Node "//details[@id='d$($one.Id)']/p/a[@href='#p$($one.Manager.Id)']") | Should -HaveCount 1 -Because $one.Name }
        (Select-Node '//p[@class="manager"]') | Should -HaveCount $within.Count
    }

    It 'omits archived departments without people' {
        (Select-Node '//details[@id="d38"]') | Should -BeNullOrEmpty
    }

    It 'shows one branch with -Department, without a request for a portrait with -NoPortrait' {
        $null = & $script -Department Finances -NoPortrait -OutFile $TestDrive/branch.html
        (Get-TestRequest).path | Should -Be '/lucca-api/departments', '/lucca-api/employees'
        $page = [xml] (Get-Content $TestDrive/branch.html -Raw)
        (Select-Node '//li[@class="person"]') | Should -HaveCount 15
        (Select-Node '//h2').InnerText | Should -Be 'Finances'
        (Select-Node '//img') | Should -BeNullOrEmpty
    }

    It 'costs a request for each portrait, and goes on with initials where one cannot be read' {
        Set-TestTenant @{ employees = 12 }
        Add-TestFault @{ path = '/portraits/'; kind = 'Status'; status = 404 }
        $null = & $script -OutFile $TestDrive/few.html -ErrorVariable reported -ErrorAction SilentlyContinue 2>&1
        $page = [xml] (Get-Content $TestDrive/few.html -Raw)
        $sent = (Get-TestRequest).path
        $portraits = @($sent -like '*/portraits/*').Count
        $portraits | Should -BeGreaterThan 5
        $sent | Should -HaveCount ($portraits + 2)
        (Select-Node '//img') | Should -HaveCount ($portraits - 1)
        (Select-Node '//li[span/@class="initials"]').Count | Should -Be ((Select-Node '//li[@class="person"]').Count - $portraits + 1)
    }

    It 'keeps the page as it is if a list breaks off' {
        'old' | Set-Content $TestDrive/old.html
        Add-TestFault @{ path = '/employees.*page='; kind = 'Status'; status = 403; times = -1 }
        { & $script -NoPortrait -OutFile $TestDrive/old.html } | Should -Throw
        Get-Content $TestDrive/old.html | Should -Be 'old'
    }

    It 'writes no page that says nothing: <Without>' -ForEach @(
        @{ Without = 'no departments'; Path = '/departments'; Items = @(); Says = '*no departments*' }
        @{ Without = 'no positions to see'; Path = '/employees'; Items = @(@{ id = '1'; givenName = 'Ann'; status = 'active' }); Says = '*scope job-positions.readonly*' }
    ) {
        Add-TestFault @{ path = $Path; kind = 'Status'; status = 200; body = ConvertTo-Json @{ items = $Items } -Depth 5 }
        { & $script -NoPortrait -OutFile $TestDrive/nothing.html } | Should -Throw $Says
        Test-Path $TestDrive/nothing.html | Should -BeFalse
    }

    It 'encodes every text, and copes with cycles, archived departments and people without a department' {
        $name = '<b>"A" & ''B''</b>'
        $departments = @{ id = '1'; name = $name; parent = @{ id = '2' } }, @{ id = '2'; name = 'Beta'; parent = @{ id = '1' } },
            @{ id = '3'; name = 'Closed'; isArchived = $true }, @{ id = '4'; name = 'Closing'; isArchived = $true }
        $people = @{ 1 = '2'; 2 = '4'; 3 = $null; 4 = '99' }.GetEnumerator().ForEach{
            @{ id = "$($_.Key)"; givenName = '<i>Ann'; familyName = "O'Neil & `"Co`""; status = 'active'; applicableJobPosition = @{ id = "$($_.Key)" }; Department = $_.Value }
        }
        $positions = @{}
        foreach ($one in $people) { $positions[$one.id] = @{ id = $one.id; jobTitle = '<u>R&D</u>'; department = $one.Department ? @{ id = $one.Department } : $null }; $one.Remove('Department') }
        Add-TestFault @{ path = '/departments'; kind = 'Status'; status = 200; body = ConvertTo-Json @{ items = $departments } -Depth 5 }
        Add-TestFault @{ path = '/employees'; kind = 'Status'; status = 200; body = ConvertTo-Json @{ items = $people; embedded = @{ 'job-position' = $positions } } -Depth 6 }
        $null = & $script -Title '<"Us" & them>' -OutFile $TestDrive/odd.html -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -BeLike '*cycle*'
        $page = [xml] (Get-Content $TestDrive/odd.html -Raw)
        (Select-Node '//title | //h1').InnerText | Should -Be '<"Us" & them>', '<"Us" & them>'
        (Select-Node '//h2 | //h3').InnerText | Should -Be $name, 'Beta', 'Closing', 'Without department'
        (Select-Node '//li[@class="person"]') | Should -HaveCount 4
        (Select-Node '//details[@id="elsewhere"]//li').id | Sort-Object | Should -Be 'p3', 'p4'
        (Select-Node '//p[@class="name"]').InnerText | Select-Object -Unique | Should -Be "<i>Ann O'Neil & `"Co`""
        (Select-Node '//p[not(@class)]').InnerText | Should -Contain '<u>R&D</u>'
        (Select-Node '//b | //i | //u') | Should -BeNullOrEmpty
    }
}
