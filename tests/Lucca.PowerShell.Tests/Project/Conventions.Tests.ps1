# The rules of the house, checked on the module as it was built.
BeforeDiscovery {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $commands = foreach ($command in Get-Command -Module Lucca -CommandType Cmdlet) {
        @{ Name = $command.Name; Type = $command.ImplementingType; Command = $command }
    }
    $pages = foreach ($page in Get-ChildItem $PSScriptRoot/../../../docs/en-US -Filter *.md) { @{ Page = $page.BaseName; Path = $page.FullName } }
    $resources = foreach ($resource in [Lucca.Api.Resources]::All) {
        @{ Resource = $resource; Name = $resource.Name; Model = $resource.Model; IsListed = $resource.HasList; Command = "Get-Lucca$($resource.Model.Name)" }
    }
    $listed = @($resources).Where{ $_.IsListed }
    $sorted = @($resources).Where{ $_.Resource.SortKeys.Count -gt 0 }
    $outputs = @($commands.Command.OutputType.Type | Where-Object { $_ -and $_.FullName -like 'Lucca.*' } | Sort-Object FullName -Unique).ForEach{ @{ Model = $_ } }
}

BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Connect-Lucca -Emulator
    $module = Get-Module Lucca
    $root = Split-Path $module.Path
}

AfterAll {
    Disconnect-Lucca
}

Describe 'The module' {
    It 'exports exactly the cmdlets of its assembly' {
        $types = @($module.ExportedCmdlets.Values)[0].ImplementingType.Assembly.GetTypes().Where{ -not $_.IsAbstract -and $_.IsSubclassOf([System.Management.Automation.Cmdlet]) }
        $names = $types.ForEach{ $_.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)[0] }.ForEach{ "$($_.VerbName)-$($_.NounName)" }
        (Import-PowerShellDataFile $root/Lucca.psd1).CmdletsToExport | Sort-Object | Should -Be ($names | Sort-Object)
    }

    It 'keeps PowerShell out of its client and its emulator' {
        foreach ($name in 'Lucca.Client', 'Lucca.Emulator') {
            $assembly = [System.AppDomain]::CurrentDomain.GetAssemblies().Where{ $_.GetName().Name -eq $name }[0]
            $assembly | Should -Not -BeNullOrEmpty
            $assembly.GetReferencedAssemblies().Name | Should -Not -Contain 'System.Management.Automation'
        }
    }

    It 'ships no assembly but its own and the one that asks for tokens' {
        (Get-ChildItem $root -Recurse -Filter *.dll).BaseName -notmatch '^Lucca\.' | Should -Be 'Duende.IdentityModel'
    }
}

Describe '<Name>' -ForEach $commands {
    It 'is sealed' {
        $Type.IsSealed | Should -BeTrue
    }

    It 'says what it emits, unless it emits nothing' {
        if ($Name -ne 'Disconnect-Lucca') {
            $Command.OutputType.Count | Should -BeGreaterThan 0
        }
    }

    It 'has a help page of its own, with examples' {
        $page = "$PSScriptRoot/../../../docs/en-US/$Name.md"
        $page | Should -Exist
        @(Select-String -LiteralPath $page -Pattern '^### Example \d+: \w').Count | Should -BeGreaterOrEqual 2
    }

    It 'has a test file of its own' {
        "$PSScriptRoot/../Commands/$Name.Tests.ps1" | Should -Exist
    }

    It 'can be asked what it would do, when it changes something in the tenant' {
        if ($Name -match '^(New|Set|Send)-') {
            $Command.Parameters.Keys | Should -Contain 'WhatIf'
        }
    }

    It 'takes a session, when it needs one' {
        if ($Name -notmatch '^(Connect|Disconnect)-|-LuccaSession$' -and $Type.BaseType.Name -ne 'PSCmdlet') {
            $Command.Parameters.Keys | Should -Contain 'Session'
        }
    }
}

Describe 'The view of <Model>' -ForEach $outputs {
    BeforeAll {
        $controls = (Get-FormatData -TypeName $Model.FullName -PowerShellVersion $PSVersionTable.PSVersion).FormatViewDefinition.Control
        $table = $controls.Where{ $_ -is [System.Management.Automation.TableControl] }[0]
        $list = $controls.Where{ $_ -is [System.Management.Automation.ListControl] }[0]
    }

    It 'is a table, or a list for what comes alone' {
        if ($Model.IsSubclassOf([Lucca.Resource])) { $table | Should -Not -BeNullOrEmpty } else { $table ?? $list | Should -Not -BeNullOrEmpty }
    }

    It 'fits 80 columns, each wide enough for its label' {
        if ($table) {
            $table.Headers.Width | Should -Not -Contain 0

            # The last columns of these are there in wide terminals alone.
            $wide = @{ EmployeeRow = 'Manager', 'Email'; Department = 'Manager', 'Description'; JobPosition = 'Manager', 'Establishment'; BusinessEstablishment = 'TimezoneId', 'Address' }[$Model.Name]
            $narrow = $table.Headers | Where-Object Label -NotIn $wide
            ($narrow | Measure-Object Width -Sum).Sum + @($narrow).Count - 1 | Should -BeLessOrEqual 80
            $table.Headers.Where{ $_.Label.Length -gt $_.Width }.Label | Should -BeNullOrEmpty
        }
    }

    It 'shows properties that there are' {
        $known = $Model.GetProperties().Name + (Get-TypeData $Model.FullName).Members.Keys
        $shown = @($table.Rows.Columns.DisplayEntry)
        if (-not $Model.IsSubclassOf([Lucca.Resource])) { $shown += $list.Entries.Items.DisplayEntry }
        $shown.Where{ $_.ValueType -eq 'Property' }.Value.Where{ $_ -notin $known } | Should -BeNullOrEmpty
    }
}

Describe 'The resource <Name>' -ForEach $resources {
    It 'shows all it holds in a list, but addresses, types, translations, and parts that are shown as properties' {
        for ($type = $Model; -not $list; $type = $type.BaseType) {
            $list = (Get-FormatData -TypeName $type.FullName -PowerShellVersion $PSVersionTable.PSVersion).FormatViewDefinition.Control.Where{ $_ -is [System.Management.Automation.ListControl] }[0]
        }
        $shown = @($list.Entries.Items.DisplayEntry.Value) + $list.Entries.Items.Label
        $left = 'Type', 'Url', 'ETag', 'Links', 'GivenName', 'FamilyName', 'ApplicableEmployment', 'ApplicableJobPosition', 'T9n'
        $Model.GetProperties().Where{ $_.Name -notin $shown + $left -and $_.GetCustomAttributes($true).TypeId.Name -notcontains 'HiddenAttribute' }.Name | Should -BeNullOrEmpty -Because 'Lucca.Format.ps1xml names what Format-List shows'
    }

    It 'has days that are dates and read as days, and timestamps with an offset' {
        foreach ($property in $Model.GetProperties()) {
            $type = [Nullable]::GetUnderlyingType($property.PropertyType) ?? $property.PropertyType
            $type | Should -Not -BeIn ([System.DateOnly], [System.TimeOnly]) -Because "$($property.Name) must compare with Get-Date"
            if ($type -eq [datetime]) {
                (Get-TypeData $Model.FullName).Members[$property.Name].GetCodeReference.DeclaringType.Name | Should -Be 'Day' -Because "$($property.Name) is a day, which Lucca.Types.ps1xml makes readable"
            }
        }
    }

    It 'has no bare dictionary or list: their text would be the name of a type' {
        foreach ($property in $Model.GetProperties().Where{ $_.PropertyType -ne [string] -and [System.Collections.IEnumerable].IsAssignableFrom($_.PropertyType) }) {
            $property.PropertyType.Namespace | Should -BeLike 'Lucca*' -Because $property.Name
        }
    }

    It 'has a command that emits its model' {
        (Get-Command $Command).OutputType.Type | Should -Contain $Model
    }

    It 'can be sorted by the command where the API sorts it, and nowhere else' {
        (Get-Command $Command).Parameters.ContainsKey('Sort') | Should -Be ($Resource.SortKeys.Count -gt 0)
    }
}

Describe 'The list <Name>' -ForEach $listed {
    It 'has data in the emulator' {
        & $Command -First 1 | Should -BeOfType $Model
    }
}

Describe 'Sorting <Name>' -ForEach $sorted {
    It 'completes every key, in both directions' {
        $words = (TabExpansion2 "$Command -Sort ").CompletionMatches.CompletionText.Trim("'")
        $words | Sort-Object | Should -Be (@($Resource.SortKeys) + @($Resource.SortKeys).ForEach{ "-$_" } | Sort-Object)
    }

    It 'takes every key' {
        foreach ($key in $Resource.SortKeys) {
            $up = & $Command -Sort $key
            $down = & $Command -Sort "-$key"
            $down[0].Id | Should -Not -Be $up[0].Id
        }
    }
}

Describe 'The help page <Page>' -ForEach $pages {
    It 'links to pages that there are' {
        $links = (Select-String -LiteralPath $Path -Pattern '\]\((?!https?:)([^)]+)\)' -AllMatches).Matches.ForEach{ $_.Groups[1].Value }
        $links.Where{ -not (Test-Path (Join-Path (Split-Path $Path) $_)) } | Should -BeNullOrEmpty
    }

    It 'names commands that there are' {
        $named = (Select-String -LiteralPath $Path -Pattern '\b[A-Z][a-z]+-Lucca[A-Za-z]*\b' -AllMatches).Matches.Value | Sort-Object -Unique
        $module = Get-Module Lucca
        @($named).Where{ $_ -and -not $module.ExportedCmdlets.ContainsKey($_) } | Should -BeNullOrEmpty
    }
}
