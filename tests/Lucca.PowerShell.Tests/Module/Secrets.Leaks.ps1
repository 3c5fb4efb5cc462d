# Reads all there is to read of what a command writes, and says which secrets occur. Runs in the scope of Secrets.Tests.ps1, which has the secrets.

# The JSON of an error holds all of reflection, and that of a file the whole disk: the parts of an error are read one by one instead.
function Read-Json($Object) {
    if ($Object -is [System.IO.FileSystemInfo]) { return }
    try { $Object | ConvertTo-Json -Depth 6 -WarningAction SilentlyContinue } catch { "no JSON: $_" }
}

# All there is to read of an object, in the ways in which people look at it.
function Read-Everything($Object) {
    $Object | Out-String -Width 4096
    if ($Object -is [System.Management.Automation.InformationalRecord]) { return $Object.Message }
    $Object | Format-List * -Force | Out-String -Width 4096
    if ($Object -isnot [System.Management.Automation.ErrorRecord]) { Read-Json $Object }
    if ($Object -is [System.Management.Automation.ErrorRecord]) {
        $Object.InvocationInfo | Format-List * -Force | Out-String -Width 4096
        foreach ($value in $Object.InvocationInfo.BoundParameters.Values) {
            "$value"
            $value | Format-List * -Force | Out-String -Width 4096
            Read-Json $value
            if ($value -is [System.Collections.IDictionary]) { $value.Values | ForEach-Object { "$_" } }
        }
        $Object.InvocationInfo.UnboundArguments | Format-List * -Force | Out-String
        $Object.TargetObject | Format-List * -Force | Out-String -Width 4096
        "$($Object.TargetObject) $($Object.CategoryInfo) $($Object.ErrorDetails) $($Object.ErrorDetails.RecommendedAction)"
        for ($exception = $Object.Exception; $exception; $exception = $exception.InnerException) {
            "$exception"
            $exception | Format-List * -Force | Out-String -Width 4096
            $exception.Data.Values | Out-String -Width 4096
        }
    }
}

# Runs a deed, reads all it wrote and all errors, and says which secrets occur. The secrets themselves are not printed.
function Find-Leak([scriptblock] $Deed) {
    $global:Error.Clear()
    $written = & {
        $VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
        $PSDefaultParameterValues = @{ '*-Lucca*:Verbose' = $true; '*-Lucca*:Debug' = $true; 'Connect-Lucca:MaxRetry' = 0 }
        try { & $Deed *>&1 } catch { $_ }
    }
    $text = @($written; @($global:Error)) | ForEach-Object { Read-Everything $_ } | Out-String -Width 100000
    $secrets = [ordered]@{ 'the client secret' = 's3cr'; 'the secret of a webhook' = 'whsec_'; 'the file token' = $fileToken; "the file token's signature" = $fileToken.Split('.')[1] }
    foreach ($token in & $seenTokens) { $secrets["an access token ($($secrets.Count))"] = $token }
    foreach ($kind in $secrets.Keys) {
        $at = $text.IndexOf($secrets[$kind], [StringComparison]::OrdinalIgnoreCase)
        if ($at -ge 0) { "$kind after: $($text.Substring([Math]::Max(0, $at - 120), [Math]::Min(120, $at)) -replace '\s+', ' ')" }
    }

    $script:length = $text.Length
}
