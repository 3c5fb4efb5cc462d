# The texts that users read use the standard terms and plain sentences: messages, help pages, README, CHANGELOG, what .github holds, and
# the scripts of docs/examples.
BeforeDiscovery {
    $root = (Resolve-Path $PSScriptRoot/../../..).ProviderPath
    $pages = @(Get-ChildItem $root/docs/en-US -Filter *.md) + @(Get-Item $root/README.md, $root/CHANGELOG.md) + @(Get-ChildItem $root/.github -Filter *.md -Force) + @(Get-ChildItem $root/docs/examples) |
        ForEach-Object { @{ Page = $_.Name; Path = $_.FullName } }
    $suites = Get-ChildItem $root/tests/Lucca.PowerShell.Tests -Recurse -Filter *.Tests.ps1 | Where-Object Name -NE 'Words.Tests.ps1' |
        ForEach-Object { @{ Suite = $_.Name; Path = $_.FullName } }
}

BeforeAll {
    $root = (Resolve-Path $PSScriptRoot/../../..).ProviderPath

    # Old terms, and what to say instead.
    $terms = [ordered]@{
        '\b(reply|replies)\b' = 'response'
        '\bpac(e|ing)\b' = 'rate limiter'
        '\bodd(ly)?\b' = 'malformed'
        '\bmoments?\b' = 'timestamp'
        '\bcircles?\b' = 'cycle'
        '\bmend(s|ed)?\b' = 'fix'
        '\bgiven token\b' = 'static token'
    }

    # Sentences that one has to read twice.
    $phrases = [ordered]@{
        '(?<![Tt]here )\bis no (?!longer\b|matter\b)' = 'is not a …'
        '\b(is|are) none\b' = 'say what is missing'
        '\bmay not see\b' = 'cannot see'
        '\b(its|their) names? that\b' = 'by the name that'
        '\b(leaves?|left|leaving) (it|them)? ?away\b' = 'omits'
        '\b[Ww]hat [^.;:,(]{1,40} is none\b' = 'name the thing'
        '\bmeans more than one\b' = 'matches several'
        '\blooks? the same as none\b' = 'is reported as not found'
        '\bsaid once\b' = 'appears once'
        '\bLeft out,' = 'Default: …'
        '\b(is|are) not meant\b' = 'is not included'
        '\bcomes? (this|that) once\b' = 'is shown only once'
        '\bwith an advice\b' = 'with advice'
        '\bnot believed\b' = 'rejected'
        '\bby (itself|themselves) neither\b|, [^.,]{1,30} neither\b' = 'nor'
        '\bhow a session does\b' = 'tests a session'
        '\b([Ll]eave|[Ll]eaves|[Ll]eft) (\w+ )?out\b' = 'omit'
        '\bby (its|their) (names?|numbers?|ids?)\b(?! alone)' = 'by name, by id'
    }

    function Find-Word([string] $Text, [string] $Where, $Patterns) {
        foreach ($pattern in $Patterns.Keys) {
            foreach ($match in [regex]::Matches($Text, $pattern)) { "${Where}: '$($match.Value)', say '$($Patterns[$pattern])'" }
        }
    }

    # The prose of a page: no front matter, no code, nothing between backticks.
    function Get-Prose([string] $Path) {
        $text = (Get-Content -LiteralPath $Path -Raw) -replace '\r\n', "`n"
        $text -replace '(?s)\A---\n.*?\n---\n' -replace '(?ms)^```.*?^```' -replace '`[^`\n]*`', 'x' -replace '(?<!\n)\n(?!\n)', ' '
    }
}

Describe 'The messages of the module' {
    It 'use standard terms and plain sentences (tests/House/Messages.ps1 lists them)' {
        $messages = & "$root/tests/House/Messages.ps1"
        $messages.Count | Should -BeGreaterThan 250
        $messages.ForEach{ Find-Word $_.Text "$($_.File), line $($_.Line)" $terms; Find-Word $_.Text "$($_.File), line $($_.Line)" $phrases } | Should -BeNullOrEmpty
    }
}

Describe 'The page <Page>' -ForEach $pages {
    It 'uses standard terms and plain sentences' {
        $prose = Get-Prose $Path
        @(Find-Word $prose $Page $terms; Find-Word $prose $Page $phrases) | Should -BeNullOrEmpty
    }
}

Describe 'The titles of <Suite>' -ForEach $suites {
    It 'use standard terms' {
        (Select-String -LiteralPath $Path -Pattern '^\s*(Describe|Context|It) ([''"])(?<title>.*?)\2').ForEach{
            Find-Word $_.Matches[0].Groups['title'].Value "$Suite, line $($_.LineNumber)" $terms
        } | Should -BeNullOrEmpty
    }
}
