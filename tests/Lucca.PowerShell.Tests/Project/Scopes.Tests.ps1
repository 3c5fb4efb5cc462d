# What the module, its help and its README say of scopes and topics is compared with the list of the facts.
BeforeDiscovery {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $resources = foreach ($resource in [Lucca.Api.Resources]::All) { @{ Name = $resource.Name; Path = $resource.Path; Command = "Get-Lucca$($resource.Model.Name)" } }
    $paths = foreach ($line in (Get-Content $PSScriptRoot/../../Lucca.Client.Tests/Facts/scopes.txt).Where{ $_ -notmatch '^#' }) {
        $words = $line -split '[: ]+'
        foreach ($path in $words.Where{ $_ -notin 'readonly', 'readwrite' }) { @{ Path = $path; Name = $words[0]; IsWritable = 'readwrite' -in $words } }
    }
    $pages = @(Get-ChildItem $PSScriptRoot/../../../docs/en-US -Filter *.md) + @(Get-Item $PSScriptRoot/../../../README.md, $PSScriptRoot/../../../docs/api.md) | ForEach-Object { @{ Page = $_.Name; File = $_.FullName } }
}

BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Start-TestServer
    [string[]] $scopes = foreach ($line in (Get-Content $PSScriptRoot/../../Lucca.Client.Tests/Facts/scopes.txt).Where{ $_ -notmatch '^#' }) {
        $words = $line -split '[: ]+'
        $words.Where{ $_ -in 'readonly', 'readwrite' }.ForEach{ "$($words[0]).$_" }
    }
    [array]::Sort($scopes, [StringComparer]::Ordinal)
    $topics = (Get-Content $PSScriptRoot/../../Lucca.Client.Tests/Facts/topics.txt).Where{ $_ -notmatch '^#' }
    function Get-ScopeName([string] $Path) { (Select-String "(^| )$Path( |$)" $PSScriptRoot/../../Lucca.Client.Tests/Facts/scopes.txt).Line.Split(' ')[0] }
}

AfterAll {
    Stop-TestServer
}

Describe 'Scopes' {
    It 'complete, each of them and no other: <Line>' -ForEach @(@{ Line = 'Connect-Lucca -Scope ' }, @{ Line = 'Invoke-LuccaRequest x -Scope ' }, @{ Line = 'Test-LuccaSession -Scope ' }) {
        (TabExpansion2 $Line).CompletionMatches.CompletionText | Should -Be $scopes
    }

    It 'are asked for by the path: <Path>' -ForEach $paths {
        Clear-TestRequest
        $null = Connect-TestServer
        # Most of these paths are of resources that are not emulated; the token is asked for before that is known.
        $null = Get-ThrownError { Invoke-LuccaRequest $Path }
        (Get-TestRequest -Token).Where{ $_.path -eq '/connect/token' }[-1].form.scope | Should -Be "$Name.readonly"
        if ($IsWritable) {
            $null = Get-ThrownError { Invoke-LuccaRequest "$Path/1" -Method Patch -Body @{} }
            (Get-TestRequest -Token).Where{ $_.path -eq '/connect/token' }[-1].form.scope | Should -Be "$Name.readwrite"
        }
    }
}

Describe 'The scopes of <Name>' -ForEach $resources {
    It 'are those of the facts in the notes of its command''s help' {
        $notes = (Get-Help $Command).alertSet | Out-String
        $named = [regex]::Matches(($notes -split 'Limits:')[0], '[a-z-]+\.(readonly|readwrite)\b').Value
        $scopes.Where{ $_ -like "$(Get-ScopeName $Path).*" } | ForEach-Object { $named | Should -Contain $_ }
    }
}

Describe 'The page <Page>' -ForEach $pages {
    It 'names no scope that there is not' {
        $named = [regex]::Matches((Get-Content $File -Raw), '(?<![\w-])[a-z][a-z-]*\.(readonly|readwrite)\b').Value | Sort-Object -Unique
        @($named).Where{ $_ -and $_ -notin $scopes } | Should -BeNullOrEmpty
    }
    It 'names no topic that there is not' {
        $named = [regex]::Matches((Get-Content $File -Raw), '(?<![\w.-])[a-z]+(-[a-z]+)*\.(created|updated|deleted)\b').Value | Sort-Object -Unique
        @($named).Where{ $_ -and $_ -notin $topics } | Should -BeNullOrEmpty
    }
}

Describe 'Topics' {
    It 'complete, each of them and no other: <Line>' -ForEach @(@{ Line = 'Get-LuccaEvent -Topic ' }, @{ Line = 'New-LuccaWebhookEndpoint x -Topic ' }, @{ Line = 'Set-LuccaWebhookEndpoint 1 -Topic ' }) {
        $offered = (TabExpansion2 $Line).CompletionMatches.CompletionText.Trim("'")
        $topics | ForEach-Object { $offered | Should -Contain $_ }
        $offered.Where{ $_ -notin $topics -and $_ -notmatch '[*]' } | Should -BeNullOrEmpty
    }
}

Describe 'What is probably obsolete' {
    It 'says so where it is completed: <Line>' -ForEach @{ Line = 'Connect-Lucca -Scope employee-ext' }, @{ Line = 'Connect-Lucca -Scope job-position-ext' }, @{ Line = 'Get-LuccaEvent -Topic employee-ext' } {
        $offered = Get-Completion $Line
        $offered.Count | Should -BeGreaterThan 1
        $offered.ToolTip | Should -BeLike '*probably obsolete*'
    }
}

Describe 'Where keys are made' {
    It 'is named by both paths: <_>' -ForEach 'README.md', 'docs/en-US/Connect-Lucca.md', 'docs/en-US/about_Lucca.md', 'docs/en-US/about_Lucca_Sessions.md', 'src/Lucca.PowerShell/Errors/Advice.cs' {
        $text = (Get-Content (Join-Path $PSScriptRoot "../../../$_") -Raw) -replace '"\s*\+ "' -replace '\s+', ' '
        $text -match '/identity/admin/integration-keys`? ?\(or (under )?Settings > Authentication, SSO and API > OAuth Applications\)' | Should -BeTrue
    }
}
