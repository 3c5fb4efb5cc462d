BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-BuiltModule
    $root = (Resolve-Path (Join-Path $PSScriptRoot '../../..')).ProviderPath
    $built = Join-Path $root 'out/Lucca'
    $folder = New-Item -ItemType Directory (Join-Path ([System.IO.Path]::GetTempPath()) "lucca-$(New-Guid)")
    $log = Join-Path $folder 'CHANGELOG.md'
    $version = (Import-PowerShellDataFile $built/Lucca.psd1).ModuleVersion
    "# Changes", "", "## $version", "", "- The first <one> & more.", "", "## 0.0.1", "", "- Older." | Set-Content $log
    $made = & $root/src/Package/New-Package.ps1 -Module $built -Destination $folder/feed -ChangeLog $log
    $package = $made | Where-Object Extension -EQ '.nupkg'
    $unpacked = Join-Path $folder 'unpacked'
    [System.IO.Compression.ZipFile]::ExtractToDirectory($package.FullName, $unpacked)

    function Get-Content256([string] $Path) {
        Get-ChildItem $Path -Recurse -File | ForEach-Object { "$([System.IO.Path]::GetRelativePath($Path, $_.FullName).Replace('\', '/')) $((Get-FileHash $_.FullName).Hash)" } | Sort-Object
    }
}

AfterAll {
    Remove-Item $folder -Recurse -Force
}

Describe 'The package' {
    It 'holds byte for byte the module that was tested, and nothing else but what makes it a package' {
        $inPackage = Get-Content256 $unpacked | Where-Object { $_ -notmatch '^(\[Content_Types\]\.xml|_rels/\.rels|Lucca\.nuspec) ' }
        $inModule = Get-Content256 $built | Where-Object { $_ -notmatch '\.pdb ' }
        $inPackage | Should -Be $inModule
    }

    It 'holds no assembly but our own and the one that asks for tokens, and no symbols: those are beside it' {
        $assemblies = Get-ChildItem $unpacked -Recurse -Filter *.dll | ForEach-Object { [System.IO.Path]::GetRelativePath($unpacked, $_.FullName).Replace('\', '/') } | Sort-Object
        $assemblies | Should -Be 'Dependencies/Duende.IdentityModel.dll', 'Dependencies/Lucca.Client.dll', 'Dependencies/Lucca.Emulator.dll', 'Lucca.Loader.dll', 'Lucca.PowerShell.dll'
        Get-ChildItem $unpacked -Recurse -Filter *.pdb | Should -BeNullOrEmpty
        ($made | Where-Object Name -Like '*.symbols.zip').Length | Should -BeGreaterThan 1000
    }

    It 'holds its own licence, names who made the one that is not ours, and holds that one''s licence' {
        $notices = Get-Content $unpacked/THIRD-PARTY-NOTICES.txt -Raw
        Get-Content $unpacked/LICENSE.txt -Raw | Should -BeExactly (Get-Content $root/LICENSE -Raw)
        foreach ($part in 'Duende.IdentityModel', 'Copyright  Duende Software', 'Apache License', 'END OF TERMS AND CONDITIONS') { $notices | Should -BeLike "*$part*" }
    }

    It 'is not made with an assembly of anybody else''s' {
        $odd = Join-Path $folder 'odd'
        Copy-Item $built $odd -Recurse
        Copy-Item $built/Dependencies/Duende.IdentityModel.dll $odd/Dependencies/Other.dll
        { & $root/src/Package/New-Package.ps1 -Module $odd -Destination $folder/none -ChangeLog $log } | Should -Throw '*Dependencies/Other.dll*'
        Test-Path $folder/none | Should -BeFalse
    }

    It 'is the same, byte for byte, when it is made again' {
        $again = & $root/src/Package/New-Package.ps1 -Module $built -Destination $folder/again -ChangeLog $log | Where-Object Extension -EQ '.nupkg'
        (Get-FileHash $again.FullName).Hash | Should -Be (Get-FileHash $package.FullName).Hash
    }

    It 'tells the gallery what it is' {
        $about = ([xml](Get-Content $unpacked/Lucca.nuspec -Raw)).package.metadata
        $about.id | Should -Be 'Lucca'
        $about.version | Should -Be $version
        $about.projectUrl | Should -Match '^https://'
        $about.licenseUrl | Should -Match '^https://.*/LICENSE$'
        $about.iconUrl | Should -Match '^https://.*/docs/icon\.png$'
        $about.description | Should -BeLike '*community module*'
        $about.releaseNotes | Should -Be '- The first <one> & more.'
        foreach ($tag in 'PSModule', 'PSEdition_Core', 'PSCmdlet_Connect-Lucca') { $about.tags.Split(' ') | Should -Contain $tag }
    }

    It 'can be installed from a folder' {
        if (-not (Get-Module Microsoft.PowerShell.PSResourceGet -ListAvailable)) { Set-ItResult -Skipped -Because 'Microsoft.PowerShell.PSResourceGet is not installed here'; return }
        $name = "lucca-$(New-Guid)"
        Register-PSResourceRepository -Name $name -Uri "$folder/feed" -Trusted
        try {
            $saved = Join-Path $folder 'saved'
            $null = New-Item -ItemType Directory $saved
            Save-PSResource Lucca -Repository $name -Path $saved -ErrorAction Stop
            $printed = Invoke-Pwsh -Command "Import-Module '$saved/Lucca/$version/Lucca.psd1'; `$null = Connect-Lucca -Emulator; (Get-LuccaDepartment 32).Name; (Get-Help Connect-Lucca).Synopsis"
            $printed | Should -Be 'Finances', 'Connects to a Lucca tenant and checks the credentials at once.'
        } finally { Unregister-PSResourceRepository -Name $name }
    }

    It 'is signed with a certificate, and what was built stays as it was (only Windows can sign: elsewhere a stand-in signs)' {
        $rsa = [System.Security.Cryptography.RSA]::Create(2048)
        $request = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=Lucca test', $rsa, 'SHA256', [System.Security.Cryptography.RSASignaturePadding]::Pkcs1)
        $purposes = [System.Security.Cryptography.OidCollection]::new()
        $null = $purposes.Add([System.Security.Cryptography.Oid]::new('1.3.6.1.5.5.7.3.3')) # signing code
        $request.CertificateExtensions.Add([System.Security.Cryptography.X509Certificates.X509EnhancedKeyUsageExtension]::new($purposes, $true))
        $certificate = $request.CreateSelfSigned([DateTimeOffset]::UtcNow.AddDays(-1), [DateTimeOffset]::UtcNow.AddDays(1))
        $before = Get-Content256 $built
        if (-not $IsWindows) {
            { & $root/src/Package/New-Package.ps1 -Module $built -Destination $folder/none -Certificate $certificate } | Should -Throw 'Nothing was packed: only PowerShell on Windows can sign*'
            Test-Path $folder/none | Should -BeFalse
            function global:Set-AuthenticodeSignature($FilePath, $Certificate, $HashAlgorithm) {
                Add-Content -LiteralPath $FilePath "signed with $HashAlgorithm"
                @{ SignerCertificate = $Certificate; StatusMessage = '' }
            }
        }
        try { $signed = & $root/src/Package/New-Package.ps1 -Module $built -Destination $folder/signed -ChangeLog $log -Certificate $certificate | Where-Object Extension -EQ '.nupkg' } finally {
            if (-not $IsWindows) { Remove-Item Function:/Set-AuthenticodeSignature }
        }
        [System.IO.Compression.ZipFile]::ExtractToDirectory($signed.FullName, "$folder/signed/unpacked")
        $names = 'Dependencies/Lucca.Client.dll', 'Dependencies/Lucca.Emulator.dll', 'Lucca.Format.ps1xml', 'Lucca.Loader.dll', 'Lucca.OneCopy.psm1', 'Lucca.PowerShell.dll', 'Lucca.psd1', 'Lucca.Types.ps1xml', 'Lucca.Views.psd1'
        foreach ($name in $names) {
            $file = Join-Path $folder signed/unpacked $name
            if ($IsWindows) { (Get-AuthenticodeSignature $file).SignerCertificate.Thumbprint | Should -Be $certificate.Thumbprint -Because $name }
            else { [System.Text.Encoding]::Latin1.GetString([System.IO.File]::ReadAllBytes($file)).TrimEnd() | Should -BeLike '*signed with SHA256' -Because $name }
        }
        $changed = Compare-Object (Get-Content256 $unpacked) (Get-Content256 $folder/signed/unpacked) | ForEach-Object { $_.InputObject.Split(' ')[0] } | Sort-Object -Unique
        $changed | Should -Be $names
        Get-Content256 $built | Should -Be $before
    }

    It 'is not published without a key' {
        $env:LUCCA_GALLERY_KEY = ''
        { & $root/src/Package/Publish-Package.ps1 -Package $package.FullName } | Should -Throw '*LUCCA_GALLERY_KEY*is not set*'
    }
}

Describe 'The manifest' {
    It 'exports explicitly, and states its edition' {
        $text = Get-Content $built/Lucca.psd1 -Raw
        $text | Should -Match 'FunctionsToExport\s+= @\(\)'
        $text | Should -Match 'AliasesToExport\s+= @\(\)'
        $text | Should -Match 'VariablesToExport\s+= @\(\)'
        $manifest = Test-ModuleManifest $built/Lucca.psd1
        $manifest.CompatiblePSEditions | Should -Be 'Core'
        foreach ($page in 'ProjectUri', 'LicenseUri', 'IconUri', 'ReleaseNotes') { $manifest.PrivateData.PSData[$page] | Should -Match '^https://' -Because $page }
    }

    It 'names files of the repository as licence, notes and icon' {
        $data = (Import-PowerShellDataFile $built/Lucca.psd1).PrivateData.PSData
        foreach ($page in $data.LicenseUri, $data.ReleaseNotes, $data.IconUri) { $page -replace '^.*/main/', "$root/" | Should -Exist }
        [System.IO.File]::ReadAllBytes("$root/docs/icon.png")[1..3] | Should -Be 0x50, 0x4E, 0x47
        Get-Content $root/LICENSE -Raw | Should -BeLike "*Copyright (c) $((Import-PowerShellDataFile $built/Lucca.psd1).Author)*"
    }
}

Describe 'What ships' {
    It 'is restored from a lock file, which names no place that packages come from: <_>' -ForEach 'Lucca.Client', 'Lucca.Emulator', 'Lucca.Loader', 'Lucca.PowerShell' {
        $lock = Get-Content "$root/src/$_/packages.lock.json" -Raw
        ($lock | ConvertFrom-Json -AsHashtable).dependencies.Keys | Should -Be 'net10.0'
        $lock | Should -Not -Match '://'
    }
}

Describe 'The script' {
    It 'is clean by PSScriptAnalyzer, every one of the project' {
        if (-not (Get-Module PSScriptAnalyzer -ListAvailable)) { Set-ItResult -Skipped -Because 'PSScriptAnalyzer is not installed here'; return }
        $scripts = git -C $root ls-files '*.ps1' '*.psm1' '*.psd1'
        $scripts | Should -Not -BeNullOrEmpty
        $found = foreach ($script in $scripts) {
            # The manifest names files that are beside it once it is built.
            $path = if ($script -eq 'Lucca.psd1') { Join-Path $built $script } else { Join-Path $root $script }
            Invoke-ScriptAnalyzer -Path $path -Settings $root/src/Package/PSScriptAnalyzerSettings.psd1 | ForEach-Object { "$($_.RuleName) in $script, line $($_.Line): $($_.Message)" }
        }
        $found | Should -BeNullOrEmpty
    }
}

Describe 'Importing the module' {
    It 'brings nothing in but its own assemblies: no emulator, no Duende.IdentityModel until they are needed, and nothing of anybody else' {
        # What is .NET's or PowerShell's is left out: PowerShell itself loads more of it on the side when it starts, at any time. What an
        # import needs it loads every time; at times the runtime loads more on a thread of its own, where it compiles ahead of need.
        foreach ($attempt in 1..5) {
            $loaded = Invoke-Pwsh -Command "
                Import-Module '$built/Lucca.psd1'
                `$shared = @([AppContext]::GetData('TRUSTED_PLATFORM_ASSEMBLIES').Split([System.IO.Path]::PathSeparator) | Split-Path | Sort-Object -Unique) + `$PSHOME.TrimEnd('/', '\')
                [AppDomain]::CurrentDomain.GetAssemblies().Where{ `$path = `$_.Location; -not `$_.IsDynamic -and -not `$shared.Where{ `$path.StartsWith(`$_) } }.ForEach{ `$_.GetName().Name }" | Sort-Object
            if ('Lucca.Emulator' -notin $loaded) { break }
        }
        $loaded | Should -Be 'Lucca.Client', 'Lucca.Loader', 'Lucca.PowerShell'
    }

    It 'works where there is no home and no network' {
        $printed = Invoke-Pwsh -Command "
            `$env:HOME = `$env:USERPROFILE = '/nowhere'; `$env:HTTPS_PROXY = 'http://127.0.0.1:1'
            Import-Module '$built/Lucca.psd1'; `$null = Connect-Lucca -Emulator; (Get-LuccaDepartment 32).Name"
        $printed | Should -Be 'Finances'
    }
}
