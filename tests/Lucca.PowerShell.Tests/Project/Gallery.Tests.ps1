# What users do with the gallery, done with a gallery that is a folder, in a home of its own: publish, install, import by name, update, remove.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    $root = (Resolve-Path (Join-Path $PSScriptRoot '../../..')).ProviderPath
    $folder = New-Item -ItemType Directory (Join-Path ([System.IO.Path]::GetTempPath()) "lucca-$(New-Guid)")
    $gallery = New-Item -ItemType Directory $folder/gallery
    $first = (Import-PowerShellDataFile $root/out/Lucca/Lucca.psd1).ModuleVersion

    # The built module as it is, and as a later version.
    $copies = foreach ($version in $first, '99.0.0') {
        $copy = "$folder/$version/Lucca"
        $null = New-Item -ItemType Directory (Split-Path $copy)
        Copy-Item $root/out/Lucca $copy -Recurse
        (Get-Content $copy/Lucca.psd1 -Raw).Replace("ModuleVersion        = '$first'", "ModuleVersion        = '$version'") | Set-Content $copy/Lucca.psd1 -NoNewline
        $copy
    }
    $packages = $copies.ForEach{ & $root/src/Package/New-Package.ps1 -Module $_ -Destination (Split-Path $_) | Where-Object Extension -EQ .nupkg }

    # Runs a script in a PowerShell whose home, and so whose modules, are those of a folder.
    function Invoke-AtHome([string] $HomeFolder, [string] $Script) {
        # Without the folder of its settings, NuGet writes them wherever the shell happens to be.
        $null = New-Item -ItemType Directory $HomeFolder/.config -Force
        $file = "$folder/$(New-Guid).ps1"
        Set-Content $file "`$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'; `$PSStyle.OutputRendering = 'PlainText'`n$Script"
        $kept = @{}
        foreach ($name in 'HOME', 'PSModulePath', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'LUCCA_GALLERY_KEY') { $kept[$name] = [Environment]::GetEnvironmentVariable($name); [Environment]::SetEnvironmentVariable($name, $null) }
        $env:HOME = $HomeFolder
        $env:LUCCA_GALLERY_KEY = 'a folder asks for none'
        try { $printed = Invoke-Pwsh -NonInteractive -File $file 2>&1 } finally { $kept.Keys.ForEach{ [Environment]::SetEnvironmentVariable($_, $kept[$_]) } }
        $LASTEXITCODE | Should -Be 0 -Because "$($printed -join "`n")"
        $printed
    }
    $use = 'Import-Module Lucca; $null = Connect-Lucca -Emulator; "$((Get-Module Lucca).Version) $((Get-LuccaDepartment 32).Name) $((Get-Help Connect-Lucca).Synopsis)"'
    $used = 'Finances Connects to a Lucca tenant and checks the credentials at once.'
}

AfterAll {
    Remove-Item $folder -Recurse -Force
}

# On Windows the folder of a user's modules comes from the system, not from the environment: nothing there is a home of its own.
Describe 'The module in a gallery' -Skip:$IsWindows {
    It 'is installed by <Install>, imported by its name, updated beside a loaded one, and removed' -ForEach @(
        @{
            Install  = 'Install-PSResource'
            Register = 'Register-PSResourceRepository -Name shelf -Uri {0} -Trusted'
            Get      = 'Install-PSResource Lucca -Repository shelf'
            Update   = 'Update-PSResource Lucca -Repository shelf'
            Remove   = 'Uninstall-PSResource Lucca -Version *'
        }
        @{
            Install  = 'Install-Module'
            Register = 'Register-PSRepository -Name shelf -SourceLocation {0} -InstallationPolicy Trusted'
            Get      = 'Install-Module Lucca -Repository shelf'
            Update   = 'Update-Module Lucca'
            Remove   = 'Uninstall-Module Lucca -AllVersions'
        }
    ) {
        $place = Join-Path $folder $Install
        $shelf = New-Item -ItemType Directory "$gallery/$Install"
        $publish = "if (-not (Get-PSResourceRepository shelves -ErrorAction Ignore)) { Register-PSResourceRepository -Name shelves -Uri '$shelf' -Trusted }; & '$root/src/Package/Publish-Package.ps1' -Repository shelves -Package"
        $null = Invoke-AtHome $place "$publish '$($packages[0].FullName)'"
        Get-ChildItem $shelf -Filter *.nupkg | Should -HaveCount 1

        Invoke-AtHome $place "$($Register -f $shelf); $Get; $use" | Should -Be "$first $used"
        $null = Invoke-AtHome $place "$publish '$($packages[1].FullName)'"
        Invoke-AtHome $place "$use
            $Update
            `"still `$((Get-Module Lucca).Version) `$((Get-LuccaDepartment 32).Name)`"
            try { Import-Module Lucca -RequiredVersion 99.0.0 } catch { `"`$(`$_.FullyQualifiedErrorId.Split(',')[0]): `$_`" }" |
            Should -Be "$first $used", "still $first Finances", "LuccaAlreadyLoaded: Lucca $first from '$place/.local/share/powershell/Modules/Lucca/$first' is already loaded, and a process holds one copy only. To use the copy in '$place/.local/share/powershell/Modules/Lucca/99.0.0', start a new PowerShell."
        Invoke-AtHome $place $use | Should -Be "99.0.0 $used"
        Invoke-AtHome $place "$Remove; `"left: `$(@(Get-Module Lucca -ListAvailable).Count)`"" | Should -Be 'left: 0'
    }
}

Describe 'A second copy of the module in one process' {
    It 'is refused in one sentence that says what to do, and the first goes on working: <Case>' -ForEach @(
        @{ Case = 'the same version from another folder'; Copy = 0 }
        @{ Case = 'another version'; Copy = 1 }
    ) {
        $here = "$root/out/Lucca"
        $printed = Invoke-AtHome "$folder/two" "
            Import-Module '$here/Lucca.psd1'; Import-Module '$here/Lucca.psd1' -Force
            try { Import-Module '$($copies[$Copy])/Lucca.psd1' } catch { `"`$(`$_.FullyQualifiedErrorId.Split(',')[0]), `$(`$_.TargetObject): `$_`" }
            `"errors: `$(`$Error.Count)`"
            `$null = Connect-Lucca -Emulator; (Get-LuccaDepartment 32).Name
            Remove-Module Lucca; `"types: `$(@(Get-TypeData Lucca.*).Count), views: `$(@(Get-FormatData Lucca.*).Count)`"
            try { Import-Module '$($copies[$Copy])/Lucca.psd1' } catch { `$_.FullyQualifiedErrorId.Split(',')[0] }
            Import-Module '$here/Lucca.psd1'; `$null = Connect-Lucca -Emulator; (Get-LuccaDepartment 32 | Out-String) -match 'Finances'"
        $given = (Resolve-Path $copies[$Copy]).ProviderPath
        $printed | Should -Be @(
            "LuccaAlreadyLoaded, ${given}: Lucca $first from '$((Resolve-Path $here).ProviderPath)' is already loaded, and a process holds one copy only. To use the copy in '$given', start a new PowerShell."
            'errors: 1', 'Finances', 'types: 0, views: 0', 'LuccaAlreadyLoaded', 'True')
    }
}
