# Responses that are not what the API describes, or hold less than was asked for.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
    $null = Connect-TestServer @{ MaxRetry = 0 }

    function Set-Response([string] $Path, [string] $Body) {
        Clear-TestFault
        Add-TestFault @{ Path = $Path; Kind = 'Replace'; Body = $Body; Times = -1 }
    }

    # An employee as a response has it, with what it embeds as the argument.
    function Set-Employee([string] $Embedded) {
        Set-Response 'employees/416' ('{"id":"416","givenName":"Jane","familyName":"Doe","applicableEmployment":{"id":"4016","type":"employment"},' +
            '"applicableJobPosition":{"id":"7016","type":"job-position"},"embedded":' + $Embedded + '}')
    }
}

AfterAll {
    Stop-TestServer
}

Describe 'An malformed record of a list' {
    It 'is an error of its own that names field and item; the others come' {
        Set-Response 'departments' '{"items":[{"id":"1","name":"A","level":1},{"id":"2","name":"B","level":"high"},{"id":"3","name":"C","level":2}],"links":{"next":null,"prev":null}}'
        (Get-LuccaDepartment -ErrorAction SilentlyContinue -ErrorVariable problems).Name | Should -Be 'A', 'C'
        @($problems).Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'LuccaBadReply,*'
        $problems[0].CategoryInfo.Category | Should -Be 'InvalidResult'
        $problems[0].TargetObject | Should -Be '2'
        "$($problems[0])" | Should -BeLike "The department '2' is malformed at 'level'*"
    }

    It 'ends the command where errors are to end it' {
        Set-Response 'departments' '{"items":[{"id":"1","level":"high"}],"links":{"next":null,"prev":null}}'
        (Get-ThrownError { Get-LuccaDepartment -ErrorAction Stop }).FullyQualifiedErrorId | Should -BeLike 'LuccaBadReply,*'
    }
}

Describe 'A response of another shape' {
    It 'is said in words, not in types: <Body>' -ForEach @('"text"', '[]', '{"items":"none"}', '{"id":"1","level":"high"}').ForEach{ @{ Body = $_ } } {
        Set-Response 'departments' $Body
        foreach ($script in { Get-LuccaDepartment -ErrorAction Stop }, { Get-LuccaDepartment 1 -ErrorAction Stop }) {
            $problem = Get-ThrownError $script
            $problem.FullyQualifiedErrorId | Should -BeLike 'LuccaBadReply,*'
            "$problem" | Should -Match '^127\.0\.0\.1:\d+ sent malformed JSON at \$'
            "$problem" | Should -Not -Match '`|Lucca\.|System\.'
        }
    }
}

Describe 'What a response embeds' {
    It 'is left out with a warning where it does not fit; what was asked for comes' {
        Set-Employee '{"employment":{"4016":{"id":"4016","legalEntity":{"id":"1"},"start":"soon"}},"job-position":{"7016":{"id":"7016","jobTitle":"Cook"}}}'
        $jane = Get-LuccaEmployee 416 -WarningVariable warnings -WarningAction SilentlyContinue
        $jane.Name | Should -Be 'Jane Doe'
        $jane.JobTitle | Should -Be 'Cook'
        $jane.LegalEntity | Should -BeNullOrEmpty
        @($warnings).Count | Should -Be 1
        "$warnings" | Should -BeLike "The server embedded malformed objects, which were omitted: employment '4016' at *"
    }

    It 'is empty where it is missing, and a verbose line says once which scope it needs' {
        Set-Employee '{}'
        $written = Get-LuccaEmployee 416, 416 -Verbose 4>&1
        $said = @($written.Where{ $_ -is [System.Management.Automation.VerboseRecord] -and "$_" -match 'scope' })
        $said.Count | Should -Be 2
        "$($said[0])" | Should -Match 'LegalEntity.*StartsOn.*the scope employments\.readonly'
        "$($said[1])" | Should -Match 'JobTitle, Department.*the scope job-positions\.readonly'
        @($written.Where{ $_ -is [Lucca.Employee] }).Count | Should -Be 2
        $written.Where{ $_ -is [Lucca.Employee] }[0].Department | Should -BeNullOrEmpty
    }

    It 'costs no request, and less than two kilobytes an employee' {
        Clear-TestFault
        Clear-TestRequest
        $row = Get-LuccaEmployee 416 -Expand @()
        (Get-TestRequest).Count | Should -Be 1
        $row.ToJson().Length - (Get-LuccaEmployee 416 -Include @()).ToJson().Length | Should -BeLessThan 2048
    }
}

Describe 'A member that this version does not know' {
    It 'is found by its name on the object, on its parts and on what it embeds' {
        Set-Response 'employments' '{"id":"1","newThing":{"a":1},"start":{"date":"2020-01-01","hint":"first"},"employee":{"id":"416","nick":"JD"}}'
        $employment = Get-LuccaEmployment 1
        $employment.newThing.a | Should -Be 1
        $employment.Start.hint | Should -Be 'first'
        $employment.Employee.nick | Should -Be 'JD'
        $employment.StartsOn | Should -Be ([datetime] '2020-01-01')
        Set-Employee '{"job-position":{"7016":{"id":"7016","jobTitle":"Cook","stars":3}}}'
        (Get-LuccaEmployee 416).JobPosition.stars | Should -Be 3
        Clear-TestFault
        (Get-LuccaEmployment -First 1).PSObject.Properties['Start'] | Should -BeNullOrEmpty -Because 'that response says nothing else of the day'
    }
}
