# Another module of the session may hold another version of what this one ships, or load it later: neither must notice.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $server = Start-TestServer
    $root = (Resolve-Path (Join-Path $PSScriptRoot '../../..')).ProviderPath
    $folder = New-Item -ItemType Directory (Join-Path ([System.IO.Path]::GetTempPath()) "lucca-$(New-Guid)")
    $other = Join-Path $root 'out/Other/Duende.IdentityModel.dll'

    # What the scripts of the children share. A line for each copy of the library: its version, and whether it is ours.
    $common = @"
`$ErrorActionPreference = 'Stop'
`$module = '$root/out/Lucca/Lucca.psd1'
function Get-Copy {
    [AppDomain]::CurrentDomain.GetAssemblies().Where{ `$_.GetName().Name -eq 'Duende.IdentityModel' }.ForEach{
        `$version = [System.Diagnostics.FileVersionInfo]::GetVersionInfo(`$_.Location).ProductVersion.Split('+')[0]
        "`$version in `$([System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext(`$_).Name)"
    } | Sort-Object
}
function Connect-Server { Connect-Lucca '$($server.Uri)' -Credential ([pscredential]::new('emulator', (ConvertTo-SecureString emulator-secret -AsPlainText -Force))) -RateLimit 0 }
"@

    function Invoke-InChild([string] $Script) {
        $file = Join-Path $folder "$(New-Guid).ps1"
        Set-Content $file ($common + "`n" + $Script)
        $printed = Invoke-Pwsh -NonInteractive -File $file
        $LASTEXITCODE | Should -Be 0 -Because "$printed"
        $printed
    }
}

AfterAll {
    Stop-TestServer
    Remove-Item $folder -Recurse -Force
}

Describe 'Duende.IdentityModel' {
    It 'is loaded when the first token is asked for, where nobody else sees it' {
        Invoke-InChild 'Import-Module $module
            "imported: $(Get-Copy)"
            try { $null = Connect-Lucca ''http://127.0.0.1:9'' -AccessToken (ConvertTo-SecureString t -AsPlainText -Force) -MaxRetry 0 } catch { $null = $_ }
            "with a token given: $(Get-Copy)"
            $null = Connect-Server
            "connected: $(Get-Copy)"
            "for scripts: $(''Duende.IdentityModel.OidcConstants'' -as [type])"' |
            Should -Be 'imported: ', 'with a token given: ', 'connected: 8.1.0 in Lucca', 'for scripts: '
    }

    It 'works beside another version that was loaded before' {
        Invoke-InChild "Add-Type -Path '$other'
            Import-Module `$module
            `$null = Connect-Server
            (Get-LuccaDepartment 32).Name
            Get-Copy
            [Duende.IdentityModel.OidcConstants].Assembly.Location -eq '$other'" |
            Should -Be 'Finances', '8.0.1 in Default', '8.1.0 in Lucca', 'True'
    }

    It 'works beside another version that is loaded after' {
        Invoke-InChild "Import-Module `$module
            `$null = Connect-Server
            Add-Type -Path '$other'
            Get-Copy
            [Duende.IdentityModel.Client.ClientCredentialsTokenRequest].Assembly.Location -eq '$other'
            `$null = Connect-Server
            (Get-LuccaDepartment 32).Name" |
            Should -Be '8.0.1 in Default', '8.1.0 in Lucca', 'True', 'Finances'
    }
}

Describe 'The types of the module' {
    It 'are known to scripts by their names: <Script>' -ForEach @(
        @{ Script = { [Lucca.Department].FullName }; Is = 'Lucca.Department' }
        @{ Script = { ('Lucca.Employee' -as [type]).Name }; Is = 'Employee' }
        @{ Script = { function Get-Label { param([Lucca.Department] $Department) "<$($Department.Name)>" }; Get-Label (Get-LuccaDepartment 32) }; Is = '<Finances>' }
        @{ Script = { (Get-LuccaEmployee 416) -is [Lucca.Employee] }; Is = $true }
        @{ Script = { [System.Collections.Generic.List[Lucca.Department]]::new([Lucca.Department[]] @(Get-LuccaDepartment 1, 2)).Count }; Is = 2 }
        @{ Script = { try { Get-LuccaDepartment nosuch -ErrorAction Stop } catch [Lucca.Http.LuccaException] { 'caught' } }; Is = 'caught' }
        @{ Script = { (Get-Command Get-LuccaPortrait).OutputType.Type.FullName -contains 'Lucca.Portrait' }; Is = $true }
        @{ Script = { (TabExpansion2 '(Get-LuccaDepartment 1).RemoteI').CompletionMatches.CompletionText }; Is = 'RemoteId' }
    ) {
        $null = Connect-Lucca -Emulator
        & $Script | Should -Be $Is
    }

    It 'are known in other runspaces, those included that have not imported the module' {
        $shell = [powershell]::Create().AddScript('param([Lucca.Department] $department) $department.Name; [Lucca.Resource].Name')
        $null = Connect-Lucca -Emulator
        $shell.AddArgument((Get-LuccaDepartment 32)).Invoke() | Should -Be 'Finances', 'Resource'
        $shell.Dispose()
    }
}

Describe 'Remove-Module' {
    It 'closes the sessions and forgets their keys; a session held on to is disconnected, and importing again works' {
        Invoke-InChild 'Import-Module $module
            $held = Connect-Server
            Remove-Module Lucca -Force
            "connected: $($held.IsConnected)"
            "types: $(''Lucca.Department'' -as [type])"
            Import-Module $module
            "sessions: $(@(Get-LuccaSession).Count)"
            try { Get-LuccaDepartment 1 -Session $held } catch { "$_" }
            $null = Connect-Server
            (Get-LuccaDepartment 32) -is [Lucca.Department]' |
            Should -Be 'connected: False', 'types: ', 'sessions: 0', "The session '$(([uri] $server.Uri).Authority)' was disconnected.", 'True'
    }

    It 'in one runspace takes nothing from another' {
        Invoke-InChild 'Import-Module $module
            $session = Connect-Server
            $shell = [powershell]::Create().AddScript("Import-Module $module; Connect-Lucca -Emulator; Remove-Module Lucca -Force")
            "over there: $($shell.Invoke().IsConnected)"
            $shell.Dispose()
            "here: $($session.IsConnected), $([Lucca.Department].Name), $((Get-LuccaDepartment 32).Name)"' |
            Should -Be 'over there: False', 'here: True, Department, Finances'
    }
}
