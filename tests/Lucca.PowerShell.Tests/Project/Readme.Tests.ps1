# What the README shows is run as it stands, and what it says of commands and tasks is compared with what there is.
# The rule: every block of PowerShell in the README is run on the emulator, and something comes of each: it prints something, writes a file
# with rows, or calls another module's command. A reader who tries it and sees nothing would think that it does not work.
BeforeDiscovery {
    Import-Module $PSScriptRoot/../HelpExamples.psm1 -Force
    . $PSScriptRoot/Readme.Promises.ps1
    $snippets = @(Get-FencedBlock ((Get-Content $PSScriptRoot/../../../README.md -Raw) -replace '\r\n', "`n")).Where{ $_.Info -eq 'powershell' }.Text | ForEach-Object {
        $text = $_
        @{ Text = $text; Title = ($text -split "`n")[-1].Trim(); Keys = @($promises.Keys.Where{ $text.Contains($_) }) }
    }
}

BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    . $PSScriptRoot/Readme.Promises.ps1
    $root = (Resolve-Path $PSScriptRoot/../../..).ProviderPath
    $readme = (Get-Content $root/README.md -Raw) -replace '\r\n', "`n"
    $contributing = (Get-Content $root/.github/CONTRIBUTING.md -Raw) -replace '\r\n', "`n"

    # A folder with the files that the README's reader has.
    function New-ReaderFolder([string] $Text) {
        $folder = New-Item -ItemType Directory (Join-Path $TestDrive (New-Guid))
        'x' | Set-Content $folder/contract.pdf
        'EmployeeNumber,Email', '00416,jane.doe@example.com' | Set-Content $folder/accounts.csv
        if ($Text.Contains('-ErrorVariable unknown')) { 'X1,nobody@example.com' | Add-Content $folder/accounts.csv }
        $folder
    }

    # A snippet with what its reader has at hand: the demo tenant in place of the reader's, and other modules' commands, which note how they were called.
    function Invoke-Snippet([string] $Text, [datetime] $Day = '2026-11-28') {
        $calls = [System.Collections.Generic.List[object]]::new()
        $files = @(Get-ChildItem -Recurse -File).FullName
        $real = Get-Command Connect-Lucca -Module Lucca
        $null = & $real -Emulator -Today $Day
        $written = & {
            function Connect-Lucca($Uri, [pscredential] $Credential, [switch] $Emulator, [switch] $FromEnvironment) {
                $calls.Add(@{ Name = 'Connect-Lucca'; Uri = $Uri; Credential = $Credential; Emulator = [bool] $Emulator })
                & $real -Emulator -Today $Day
            }
            function Get-ADUser($Filter) { "the user with $Filter" }
            function Set-ADUser([Parameter(Mandatory, ValueFromPipeline)] $Identity, [hashtable] $Replace) { process { $calls.Add(@{ Name = 'Set-ADUser'; Identity = $Identity; Photo = $Replace.thumbnailPhoto }) } }
            function Get-Credential($UserName) { [pscredential]::new($UserName, (ConvertTo-SecureString 'asked' -AsPlainText -Force)) }
            function Install-PSResource($Name) { $calls.Add(@{ Name = 'Install-PSResource'; Module = $Name }) }
            # The day around which the people of the demo tenant live.
            function Get-Date { $Day }

            $key = Get-Credential 'reader'
            $body = '{"type":"employee.created"}'
            $secret = 'a-secret-of-the-reader'
            $headers = @{ 'Lucca-Timestamp' = [DateTimeOffset]::UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'") }
            $signature = [System.Security.Cryptography.HMACSHA256]::HashData([Text.Encoding]::UTF8.GetBytes($secret), [Text.Encoding]::UTF8.GetBytes("$($headers['Lucca-Timestamp']).$body"))
            $headers['Lucca-Signature'] = [Convert]::ToBase64String($signature)
            . ([scriptblock]::Create($Text))
            if ($Text.Contains('Test-LuccaWebhookSignature')) {
                $headers['Lucca-Signature'] = [Convert]::ToBase64String([byte[]]::new(32))
                . ([scriptblock]::Create($Text))
            }
        } 2>&1
        [pscustomobject]@{
            Text   = $Text
            Files  = @(Get-ChildItem -Recurse -File).Where{ $_.FullName -notin $files }
            Errors = @($written | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
            Output = @($written | Where-Object { $_ -isnot [System.Management.Automation.ErrorRecord] })
            Calls  = $calls
        }
    }

    # What a reader has from a snippet: what it printed, the rows or else the content of its files, and what it had other modules do.
    function Get-Outcome($Run) {
        $Run.Output.Where{ ($_ | Out-String).Trim() }
        $Run.Files.Where{ $_.Extension -eq '.csv' }.ForEach{ Import-Csv $_ }
        $Run.Files.Where{ $_.Extension -ne '.csv' -and $_.Length -gt 0 }.ForEach{ $_.FullName }
        $Run.Calls.Where{ $_.Name -ne 'Connect-Lucca' }
    }

    # The chosen columns in which no row has a value: their names are wrong, or the emulator lacks what the snippet is about.
    function Get-EmptyColumn($Outcome) {
        foreach ($rows in $Outcome.Where{ $_.PSObject.TypeNames[0] -match '^Selected\.|\bPSCustomObject$' } | Group-Object { $_.PSObject.Properties.Name -join ',' }) {
            $rows.Group[0].PSObject.Properties.Name.Where{ $name = $_; -not $rows.Group.Where{ "$($_.$name)" } }
        }
    }
}

AfterAll {
    Get-LuccaSession | Disconnect-Lucca
}

Describe 'The README' {
    It 'shows what works: <Title>' -ForEach $snippets {
        $Keys | Should -HaveCount 1 -Because 'one promise of Readme.Promises.ps1 has to be about this snippet'
        Push-Location (New-ReaderFolder $Text)
        try {
            $run = Invoke-Snippet $Text
            if ($Text.Contains('no-such')) {
                $run.Errors | Should -HaveCount 1
                $run.Errors[0].FullyQualifiedErrorId | Should -Be 'LuccaNotFound,Lucca.PowerShell.Cmdlets.GetLuccaDepartmentCommand'
                $run.Errors[0].TargetObject | Should -Be 'no-such'
            } else {
                $run.Errors | Should -BeNullOrEmpty
            }
            $outcome = @(Get-Outcome $run)
            $outcome | Should -Not -BeNullOrEmpty -Because 'a reader must see that it works'
            Get-EmptyColumn $outcome | Should -BeNullOrEmpty -Because 'a column is there to show something'
            & $promises[$Keys[0]] $run
        } finally {
            Pop-Location
        }
    }

    It 'shows what works on any day: <_>' -ForEach '2026-12-31', '2027-07-15', '2028-02-29' {
        $day = $_
        $silent = foreach ($text in @(Get-FencedBlock $readme).Where{ $_.Info -eq 'powershell' }.Text) {
            Push-Location (New-ReaderFolder $text)
            try {
                $run = Invoke-Snippet $text $day
                if (-not (Get-Outcome $run) -or ($run.Errors -and -not $text.Contains('no-such'))) { $text }
            } finally { Pop-Location }
        }
        $silent | Should -BeNullOrEmpty
    }

    It 'would notice a snippet of which nothing comes: <_>' -ForEach @(
        "Get-LuccaEmployee -Status active | Where-Object Department -EQ 'No such department'"
        'Get-LuccaEmployee -EndsAfter 2090-01-01 | Export-Csv ./none.csv'
        '$employees = Get-LuccaEmployee'
        "Set-Content ./empty.txt '' -NoNewline"
    ) {
        Push-Location (New-ReaderFolder $_)
        try { Get-Outcome (Invoke-Snippet $_) | Should -BeNullOrEmpty } finally { Pop-Location }
    }

    It 'would notice a column that is always empty' {
        Push-Location (New-ReaderFolder '')
        try {
            Get-EmptyColumn @(Get-Outcome (Invoke-Snippet 'Get-LuccaEmployee | Select-Object Name, Salary')) | Should -Be 'Salary'
            Get-EmptyColumn @(Get-Outcome (Invoke-Snippet 'Get-LuccaEmployee | Select-Object Name, Salary | Export-Csv ./pay.csv')) | Should -Be 'Salary'
        } finally { Pop-Location }
    }

    It 'has no PowerShell outside the blocks that are run' {
        $others = @(Get-FencedBlock $readme).Where{ $_.Info -ne 'powershell' }
        $others.Info | Should -BeIn ''
        $others.Text | Should -Match '^dotnet '
        $readme | Should -Not -Match '(?m)^(~~~| {1,3}```)' -Because 'such a fence would not be found'
        @(Get-FencedBlock ($readme -split '(?m)^## Recipes$')[1]).Count | Should -BeGreaterThan 15
    }

    It 'compares a directory whose numbers have lost their zeros, and takes no file with wrong columns for an answer' {
        $text = @(Get-FencedBlock $readme).Text.Where{ $_.Contains('-ErrorVariable unknown') }[0]
        Push-Location (New-ReaderFolder $text)
        try {
            $whole = (Invoke-Snippet $text).Output
            (Get-Content accounts.csv) -replace '^0+' | Set-Content accounts.csv
            (Invoke-Snippet $text).Output.Name | Should -Be $whole.Name
            $run = { Invoke-Snippet $text }
            (Get-Content accounts.csv) -replace ',', ';' | Set-Content accounts.csv
            $run | Should -Throw 'Row 1 has no value in *' -ErrorId 'LuccaBadRequest,*'
            'Number,Address', '416,jane.doe@example.com' | Set-Content accounts.csv
            $run | Should -Throw 'Row 1 has no value in *' -ErrorId 'LuccaBadRequest,*'
        } finally { Pop-Location }
    }

    It 'draws an organization whose names hold what means something in a chart' {
        $null = Connect-Lucca -Emulator -Name chart
        Push-Location (New-Item -ItemType Directory (Join-Path $TestDrive (New-Guid)))
        try {
            $null = . ([scriptblock]::Create(@(Get-FencedBlock $readme).Text.Where{ $_.Contains('organization.mmd') }[0]))
            Get-Content organization.mmd | Should -Contain '  d26["Web #34;#38; more#34; #60;beta#62; #35;1"]'
        } finally { Pop-Location }
    }

    It 'has every snippet that something is promised of' {
        foreach ($key in $promises.Keys) { $readme.Contains($key) | Should -BeTrue -Because "'$key' is in Readme.Promises.ps1" }
    }
}

Describe 'The table of commands in the README' {
    BeforeAll {
        $rows = foreach ($line in ($readme -split "`n").Where{ $_ -match '^\| `\w+-\w*Lucca' }) {
            $cells = $line.Trim('| ') -split '\s*\|\s*'
            [pscustomobject]@{
                Commands = @([regex]::Matches($cells[0], '`(\w+-\w+)`').ForEach{ $_.Groups[1].Value })
                Scope    = $cells[1].Trim('`') -replace '\.readonly$'
                Filters  = @([regex]::Matches("$($cells[2])", '(?<=[`\s])-(\w+)').ForEach{ $_.Groups[1].Value })
            }
        }
        function Get-FilterName([string] $Command) {
            foreach ($property in (Get-Command $Command -Module Lucca).ImplementingType.GetProperties()) {
                if ($property.GetCustomAttributes($true).Where{ $_.GetType().Name -in 'FilterAttribute', 'ClientFilterAttribute', 'SortKeysAttribute' }) { $property.Name }
            }
        }
    }

    It 'names every command once, and no other' {
        $rows.Commands | Sort-Object | Should -Be ((Get-Command -Module Lucca).Name | Sort-Object)
    }

    It 'names exactly the parameters that narrow or sort a list' {
        foreach ($row in $rows) {
            $known = $row.Commands | ForEach-Object { Get-FilterName $_ } | Sort-Object -Unique
            ($row.Filters | Sort-Object) -join ' ' | Should -Be ($known -join ' ') -Because "they are those of $($row.Commands)"
        }
    }

    It 'names the scope of every resource' {
        foreach ($resource in [Lucca.Api.Resources]::All) {
            $row = $rows.Where{ $_.Commands -contains "Get-Lucca$($resource.Model.Name)" }
            $row.Scope | Should -Be ($resource.ReadScope -replace '\.readonly$') -Because $resource.Name
        }
    }
}

Describe 'The first screen of the README' {
    It 'says whose module it is, before anything else is shown' {
        ($readme -split '(?m)^```')[0] | Should -Match "community module, not Lucca's own product"
    }

    It 'has the one line that shows the module at work' {
        $readme | Should -Match '(?m)^dotnet tool restore && dotnet pwsh \./build\.ps1 Demo$'
    }

    It 'leads on to files and topics that there are' {
        foreach ($page in @{ Text = $readme; Folder = $root }, @{ Text = $contributing; Folder = "$root/.github" }) {
            $links = [regex]::Matches($page.Text, '\]\((?!https?:)([^)#]+)').ForEach{ $_.Groups[1].Value }
            $links.Count | Should -BeGreaterThan 1
            $links | ForEach-Object { Join-Path $page.Folder $_ | Should -Exist }
        }
        $topics = [regex]::Matches($readme, '\babout_Lucca\w*').Value | Sort-Object -Unique
        $topics | Sort-Object | Should -Be ((Get-ChildItem $root/docs/en-US -Filter about_*.md).BaseName | Sort-Object)
    }
}

Describe 'The table of tasks in CONTRIBUTING.md' {
    It 'names the tasks of build.ps1' {
        $named = [regex]::Matches($contributing, '(?m)^\| `dotnet pwsh \./build\.ps1 (\w+)[\w -]*`').ForEach{ $_.Groups[1].Value } | Sort-Object -Unique
        $tasks = (Get-Command $root/build.ps1).Parameters['Task'].Attributes.Where{ $_ -is [ValidateSet] }.ValidValues
        $named | Sort-Object | Should -Be ($tasks | Sort-Object)
    }
}

Describe 'The way through the sources in CONTRIBUTING.md' {
    It 'names files and folders that there are' {
        $paths = [regex]::Matches($contributing, '`((?:src|tests|docs)/[\w./-]+)`').ForEach{ $_.Groups[1].Value }
        $paths.Count | Should -BeGreaterThan 20
        $paths | ForEach-Object { "$root/$_" | Should -Exist }
    }

    It 'names, for adding a resource, every place where the pattern stands' {
        $places = git -C $root grep -il profession -- src tests Lucca.psd1 | Split-Path -Leaf
        foreach ($place in 'Profession.cs', 'LuccaJson.cs', 'ResourceTypes.cs', 'ApiScopes.cs', 'GetLuccaProfessionCommand.cs', 'Lucca.psd1', 'Lucca.Format.ps1xml', 'Lucca.Types.ps1xml',
            'JobQualifications.cs', 'Catalogue.cs', 'scopes.txt', 'Secrets.Deeds.ps1') {
            $places | Should -Contain $place
            $contributing | Should -Match ([regex]::Escape(($place -replace '\.cs$')))
        }
    }
}
