# What a comment cites can be looked up: a section of docs/api.md that is there, and each section says where it is published.
BeforeDiscovery {
    $sections = [regex]::Matches((Get-Content $PSScriptRoot/../../../docs/api.md -Raw), '(?ms)^## (?<title>[^\n]+)\n(?<text>.*?)(?=^## |\z)').ForEach{ @{ Title = $_.Groups['title'].Value; Text = $_.Groups['text'].Value } }
}

BeforeAll {
    $root = (Resolve-Path $PSScriptRoot/../../..).ProviderPath
    $files = Get-ChildItem "$root/src", "$root/tests", "$root/docs", "$root/.github" -Recurse -File -Include *.cs, *.ps1, *.psm1, *.ps1xml, *.csproj, *.props, *.targets, *.md |
        Where-Object FullName -NotMatch '[\\/](bin|obj)[\\/]'
    $anchors = @{}
    function Get-Anchor([string] $Page) {
        # As the sites that show Markdown make them: in small letters, spaces as hyphens, without other signs.
        if (-not $anchors[$Page]) { $anchors[$Page] = @(Select-String -LiteralPath $Page -Pattern '^#+ (.+)$').ForEach{ $_.Matches[0].Groups[1].Value.ToLowerInvariant() -replace '[^\w -]' -replace ' ', '-' } }
        $anchors[$Page]
    }
}

Describe 'The section <Title> of docs/api.md' -ForEach $sections {
    It 'names the pages that state it' {
        $Text | Should -Match '(?m)^Pages: '
    }
}

Describe 'A citation' {
    It 'leads to a section that there is' {
        $cited = $files | Select-String -Pattern '(docs/[\w./-]+\.md)#([\w-]+)' -AllMatches
        @($cited).Count | Should -BeGreaterThan 15
        $cited.ForEach{
            $line = $_
            $line.Matches.ForEach{
                $page = Join-Path $root $_.Groups[1].Value
                if (-not (Test-Path $page) -or $_.Groups[2].Value -cnotin (Get-Anchor $page)) { "$($line.Filename), line $($line.LineNumber): $($_.Value)" }
            }
        } | Should -BeNullOrEmpty
    }

    It 'is of nothing that is not in the repository' {
        $files | Where-Object Name -NE Citations.Tests.ps1 | Select-String -Pattern '\bseed 0', 'lucca-resources' -CaseSensitive |
            ForEach-Object { "$($_.Filename), line $($_.LineNumber)" } | Should -BeNullOrEmpty
    }
}
