BeforeDiscovery {
    $root = Resolve-Path (Join-Path $PSScriptRoot '../../..')
    Import-Module $root/out/Lucca/Lucca.psd1 -Force
    Import-Module $root/docs/HelpPage.psm1 -Force
    $commands = @(Get-Command -Module Lucca | ForEach-Object { @{ Name = $_.Name } })
    $pages = @(Get-ChildItem $root/docs/en-US -Filter *-*.md | ForEach-Object { @{ Name = $_.BaseName } })
    $topics = @(Get-ChildItem $root/docs/en-US -Filter about_*.md | ForEach-Object { @{ Name = $_.BaseName } })
    $examples = @(foreach ($file in Get-ChildItem $root/docs/en-US -Filter *.md) {
            $parts = Split-HelpPage (Get-Content $file.FullName -Raw)
            foreach ($key in $parts.Keys | Where-Object { $_ -like 'EXAMPLES/*' -or $_ -like 'Long description/*' }) {
                if ($parts[$key] -match '```powershell') { @{ Page = $file.BaseName; Title = ($key -split '/', 2)[1]; Text = $parts[$key] } }
            }
        })
}

BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-Module $PSScriptRoot/../HelpExamples.psm1 -Force
    Import-BuiltModule
    $root = Resolve-Path (Join-Path $PSScriptRoot '../../..')
    Import-Module $root/docs/HelpPage.psm1 -Force
    $server = Start-TestServer

    # Where an installed module would be found from, in other runspaces too.
    $modulePath = $env:PSModulePath
    $env:PSModulePath = "$(Join-Path $root out)$([System.IO.Path]::PathSeparator)$modulePath"
}

AfterAll {
    $env:PSModulePath = $modulePath
    Stop-TestServer
}

Describe 'The page of <Name>' -ForEach $commands {
    BeforeAll {
        $page = Join-Path $root "docs/en-US/$Name.md"
        $help = Get-Help $Name -Full
    }

    It 'says of syntax and parameters what the command says (docs/Update-HelpPage.ps1 fixes it)' {
        $text = (Get-Content -LiteralPath $page -Raw) -replace '\r\n', "`n"
        ConvertTo-HelpPage -Command (Get-Command $Name) -Text $text | Should -BeExactly $text
        $text | Should -Not -Match '\{\{'
    }

    It 'reaches Get-Help: synopsis, description, notes, links, what goes in and out' {
        $help.Synopsis | Should -Match '^\w.*\.$'
        ($help.description | Out-String).Trim().Length | Should -BeGreaterThan 100
        ($help.alertSet | Out-String) | Should -Match 'Scopes:'
        ($help.alertSet | Out-String) | Should -Match 'Limits:'
        @($help.relatedLinks.navigationLink).Count | Should -BeGreaterThan 0
        @($help.inputTypes.inputType).Count | Should -BeGreaterThan 0
        @($help.returnValues.returnValue).Count | Should -BeGreaterThan 0
    }

    It 'reaches Get-Help: words for every parameter, and every way to call the command' {
        $command = Get-Command $Name
        foreach ($parameter in Get-OwnParameter $command) {
            $shown = @($help.parameters.parameter).Where{ $_.name -eq $parameter.Name }
            ($shown.description.Text -join ' ').Trim().Length | Should -BeGreaterThan 20 -Because "-$($parameter.Name) needs words"
        }
        $shown = @($help.syntax.syntaxItem).ForEach{ @($_.parameter.name | Sort-Object) -join ' ' }
        $known = $command.ParameterSets.ForEach{ @($_.Parameters.Name.Where{ $_ -notin [System.Management.Automation.PSCmdlet]::CommonParameters } | Sort-Object) -join ' ' }
        $shown | Sort-Object | Should -Be ($known | Sort-Object)
    }

    It 'can be opened by Get-Help -Online' {
        (Get-Command $Name).HelpUri | Should -BeLike "https://*/docs/en-US/$Name.md"
    }

    It 'reaches Get-Help: at least two examples with what is typed' {
        $shown = @((Get-Help $Name -Examples).examples.example)
        $shown.Count | Should -BeGreaterOrEqual 2
        foreach ($example in $shown) { $example.code | Should -Match '^PS> ' }
        (Get-Help $Name -Examples | Out-String) | Should -Match 'Example 1: \w'
    }
}

Describe 'The pages' {
    It 'belong to commands: <Name>' -ForEach $pages {
        Get-Command $Name -Module Lucca -ErrorAction Ignore | Should -Not -BeNullOrEmpty
    }

    It 'become topics that Get-Help finds: <Name>' -ForEach $topics {
        $help = Get-Help $Name
        $help | Out-String | Should -Match "^TOPIC\s+$Name\s+SHORT DESCRIPTION\s+\w"
        $help | Out-String | Should -Not -Match '```|\*\*\w'
        # That the synopsis is the fifth line is what Get-Help goes by.
        (Get-Help about_Lucca* | Where-Object Name -EQ $Name).Synopsis | Should -Match '\w.*\.'
    }
}

Describe 'An example prints what its page shows' {
    It '<Page>: <Title>' -ForEach $examples {
        foreach ($block in Invoke-HelpExample -Text $Text -Server $server.Uri) {
            $block.Empty | Should -BeNullOrEmpty -Because $block.Code
            if ($null -ne $block.Expected) {
                $block.Printed | Should -BeLike ($block.Expected -replace '[\[\]?*]', '`$0' -replace '…', '*') -Because $block.Code
            }
        }
    }
}
