# Each resource as ConvertTo-Json writes it at its default depth: each fact once, and nothing that PowerShell or the module added.
BeforeDiscovery {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $lists = @([Lucca.Api.Resources]::All).Where{ $_.HasList }.ForEach{ @{ Command = "Get-Lucca$($_.Model.Name)"; Model = $_.Model } }
}

BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Connect-Lucca -Emulator

    # Every object within a text of JSON, with the path to it.
    function Find-Object($Json, [string] $Path = '$') {
        if ($Json -is [System.Collections.IDictionary]) {
            [pscustomobject]@{ Path = $Path; Members = $Json }
            foreach ($name in $Json.Keys) { Find-Object $Json[$name] "$Path.$name" }
        } elseif ($Json -is [System.Collections.IList]) {
            for ($i = 0; $i -lt $Json.Count; $i++) { Find-Object $Json[$i] "$Path[$i]" }
        }
    }
}

AfterAll {
    Disconnect-Lucca
}

Describe 'The JSON of <Command>' -ForEach $lists {
    BeforeAll {
        $some = @(& $Command -Include embedded -First 5)
        $texts = $some.ForEach{ ConvertTo-Json $_ -WarningAction Ignore }
    }

    # What lies deeper is text by PowerShell's rule: a name or an id, never the name of a type.
    It 'names no type' {
        $texts | Should -Not -BeNullOrEmpty
        $texts | Should -Not -Match '\bLucca\.[A-Z]|\bSystem\.|`\d\['
    }

    It 'has each object once: where it is meant again there is a reference' {
        foreach ($text in $texts) {
            $whole = (Find-Object ($text | ConvertFrom-Json -AsHashtable)).Where{ $_.Members.Contains('Id') -and @($_.Members.Keys).Where{ $_ -notin 'Id', 'Type', 'Url', 'Name' } }
            $whole | Group-Object { "$($_.Members['Type']) $($_.Members['Id'])" } | Where-Object Count -GT 1 | ForEach-Object { $_.Group.Path -join ' and ' } | Should -BeNullOrEmpty
        }
    }

    It 'has the members of the object, and no other' {
        foreach ($i in 0..($some.Count - 1)) {
            $known = $some[$i].GetType().GetProperties().Name + $some[$i].PSObject.Properties.Where{ $_.MemberType -eq 'NoteProperty' }.Name
            @(($texts[$i] | ConvertFrom-Json).PSObject.Properties.Name) | Sort-Object | Should -Be ($known | Sort-Object)
        }
    }

    It 'has ISO days and timestamps, as text' {
        $dated = $Model.GetProperties().Where{ $_.PropertyType -in [Nullable[datetime]], [Nullable[datetimeoffset]] }
        foreach ($text in $texts) {
            $dates = [regex]::Matches($text, '"[A-Z]\w+(On|At|Date)": (?<value>[^\r\n]*?),?\r?$', 'Multiline')
            $dates.Count | Should -BeGreaterOrEqual $dated.Count
            foreach ($match in $dates) { $match.Groups['value'].Value | Should -Match '^(null|"\d{4}-\d\d-\d\dT[\d:.]+([+-]\d\d:\d\d|Z)?")$' }
        }
    }
}
