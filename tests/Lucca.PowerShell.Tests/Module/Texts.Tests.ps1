# Text in other encodings, and members that stand twice: typed and raw calls read them the same way.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $null = Start-TestServer
    $null = Connect-TestServer @{ MaxRetry = 0 }

    function Set-Bytes([string] $Body, [string] $Encoding, [string] $ContentType) {
        Clear-TestFault
        $bytes = [System.Text.Encoding]::GetEncoding($Encoding).GetBytes($Body)
        Add-TestFault @{ Path = 'departments'; Kind = 'Replace'; BodyBytes = [Convert]::ToBase64String($bytes); ContentType = $ContentType; Times = -1 }
    }
}

AfterAll {
    Stop-TestServer
}

Describe 'Text that is not UTF-8' {
    It 'is read as its charset says: <Charset>' -ForEach @{ Charset = 'iso-8859-1' }, @{ Charset = 'utf-16' }, @{ Charset = 'windows-1252' } {
        Set-Bytes '{"id":"32","name":"Crédit"}' $Charset "application/json; charset=$Charset"
        (Get-LuccaDepartment 32).Name | Should -BeExactly 'Crédit'
        (Invoke-LuccaRequest departments/32).name | Should -BeExactly 'Crédit'
        Set-Bytes 'Crédit' $Charset "text/plain; charset=$Charset"
        Invoke-LuccaRequest departments/32 | Should -BeExactly 'Crédit'
    }

    It 'is refused by name where that is not known or not true: <Type>' -ForEach @(
        @{ Type = 'application/json; charset=x-unheard-of'; Said = "*'x-unheard-of'*" }
        @{ Type = 'application/json'; Said = '*not UTF-8*' }
    ) {
        Set-Bytes '{"id":"32","name":"Crédit"}' 'iso-8859-1' $Type
        foreach ($call in { Get-LuccaDepartment 32 -ErrorAction Stop }, { Invoke-LuccaRequest departments/32 -ErrorAction Stop }) {
            $failure = Get-ThrownError $call
            $failure.FullyQualifiedErrorId | Should -BeLike 'LuccaBadReply,*'
            "$failure" | Should -BeLike $Said
        }
    }
}

Describe 'A member that stands twice' {
    It 'is read the same way by both, with a warning that names it: <Body>' -ForEach @(
        @{ Body = '{"id":"32","name":"a","x":1,"name":"b","x":2}' }
        @{ Body = '{"id":"32","name":"a","x":1,"Name":"b","X":2}' }
        @{ Body = '{"id":"32","Name":"a","X":1,"name":"b","x":2}' }
    ) {
        Set-Bytes $Body 'utf-8' 'application/json'
        foreach ($call in { Get-LuccaDepartment 32 @args }, { Invoke-LuccaRequest departments/32 @args }) {
            $warnings = $null
            $read = . $call -WarningVariable warnings -WarningAction SilentlyContinue
            $read.name | Should -Be 'b'
            $read.x | Should -Be 2
            @($warnings).Count | Should -Be 1
            "$warnings" | Should -BeLike "*'name', 'x' more than once*"
        }
    }

    It 'keeps both where ids differ by case alone' {
        Set-Bytes '{"id":"32","embedded":{"department":{"a":{"id":"a"},"A":{"id":"A"}}}}' 'utf-8' 'application/json'
        $read = (Invoke-LuccaRequest departments/32).embedded.department
        $read.a.id | Should -BeExactly 'a'
        $read._A.id | Should -BeExactly 'A'
    }
}
