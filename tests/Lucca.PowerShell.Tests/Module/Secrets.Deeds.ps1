# What Secrets.Tests.ps1 runs with all streams on, once on a tenant that answers and once on one that fails. Every exported command has to occur.
$deeds = @(
    @{ Name = 'Connect-Lucca'; Script = { Connect-Lucca $uri -Credential $credential -Name another -SkipDefault -RateLimit 0 } }
    @{ Name = 'Connect-Lucca with the wrong secret'; Script = { Connect-Lucca $uri -Credential ([pscredential]::new('somebody', $credential.Password)) -Name wrong -SkipDefault -RateLimit 0 } }
    @{ Name = 'Connect-Lucca -AccessToken'; Script = { Connect-Lucca $uri -AccessToken $accessToken -Name given -SkipDefault -RateLimit 0; Get-LuccaDepartment 32 -Session given; Get-LuccaEmployee 401 -Session given } }
    @{ Name = 'Connect-Lucca -FromEnvironment'; Script = { Connect-Lucca -FromEnvironment -Name environment -SkipDefault -RateLimit 0 } }
    @{ Name = 'Connect-Lucca -SecretName'; Script = { function Get-Secret { param($Name) $credential }; Connect-Lucca $uri -SecretName lucca -Name vault -SkipDefault -RateLimit 0 } }
    @{ Name = 'Connect-Lucca with an address that carries credentials'; Script = { Connect-Lucca $uri.Replace('http://', "https://emulator:$([uri]::EscapeDataString($secret))@") -Credential $credential } }
    @{ Name = 'Get-LuccaSession'; Script = { Get-LuccaSession; Get-LuccaSession nobody } }
    @{ Name = 'Select-LuccaSession'; Script = { $was = Get-LuccaSession | Where-Object IsDefault; Connect-Lucca $uri -Credential $credential -Name other -SkipDefault -RateLimit 0; Select-LuccaSession other -PassThru; Select-LuccaSession $was; Disconnect-Lucca other; Select-LuccaSession other } }
    @{ Name = 'Disconnect-Lucca'; Script = { Connect-Lucca $uri -Credential $credential -Name leaving -SkipDefault -RateLimit 0; Disconnect-Lucca leaving; Get-LuccaDepartment 32 -Session leaving } }
    @{ Name = 'Get-LuccaDepartment'; Script = { Get-LuccaDepartment 32, no-such; Get-LuccaDepartment -First 2 -Include links, embedded } }
    @{ Name = 'Get-LuccaEmployee -Include links'; Script = { Get-LuccaEmployee -First 2 -Include links; Get-LuccaEmployee 401 -Include links } }
    @{ Name = 'Compare-LuccaEmployee'; Script = { Compare-LuccaEmployee @(Get-LuccaEmployee 401, 402) @(Get-LuccaEmployee 402, 403 -Include links) } }
    @{ Name = 'Get-LuccaPortrait'; Script = { Get-LuccaPortrait $portrait, no-such -Include links; Get-LuccaPortrait $portrait -OutFile $folder -Force } }
    @{ Name = 'Get-LuccaFile by id and token'; Script = { Get-LuccaFile -Id $fileId -Token $fileToken; Get-LuccaFile -Id $fileId -Token $fileToken -OutFile $folder -Force } }
    @{ Name = 'Get-LuccaFile with the token of another file'; Script = { Get-LuccaFile -Id ([guid]::Empty) -Token $fileToken } }
    @{ Name = 'Get-LuccaFile by a link as text'; Script = { Get-LuccaFile -Link $link -Include links; Get-LuccaFile $link -OutFile $folder -Force; Get-LuccaFile $link -OutFile "$folder/missing/x" } }
    @{ Name = 'Get-LuccaFile by piped links'; Script = { $link | Get-LuccaFile; $link.Replace($fileId, 'no-such-id') | Get-LuccaFile; [uri] $link | Get-LuccaFile; $link | Get-LuccaFile -OutFile "$folder/missing/x" } }
    @{ Name = 'Get-LuccaFile by a link to another host'; Script = { Get-LuccaFile -Link $link.Replace('127.0.0.1', 'evil.example'); $link.Replace('127.0.0.1', 'evil.example') | Get-LuccaFile } }
    @{ Name = 'Get-LuccaFile by a link that is none'; Script = { Get-LuccaFile -Link $link.Replace('/lucca-api/', '/elsewhere/'); $link.Replace('http:', 'ftp:') | Get-LuccaFile } }
    @{ Name = 'Get-LuccaFile by employees'; Script = { Get-LuccaEmployee 401 -Include links | Get-LuccaFile; Get-LuccaEmployee 401 | Get-LuccaFile } }
    @{ Name = 'Send-LuccaFile'; Script = { Send-LuccaFile $upload; Send-LuccaFile "$folder/missing" } }
    @{ Name = 'Invoke-LuccaRequest'; Script = { Invoke-LuccaRequest 'employees/401?include=links'; Invoke-LuccaRequest 'employees?include=links&limit=2' -FollowNextLink | Select-Object -First 2; Invoke-LuccaRequest departments/no-such } }
    @{ Name = 'Invoke-LuccaRequest for a file'; Script = { Invoke-LuccaRequest "files/${fileId}?token=$fileToken" -ResponseHeadersVariable seen; $seen; Invoke-LuccaRequest "files/no-such?token=$fileToken" } }
    @{ Name = 'Invoke-LuccaRequest with a token in its query'; Script = { Invoke-LuccaRequest "files/$fileId" -Query @{ token = $secureFileToken }; Invoke-LuccaRequest files/no-such -Query @{ token = $fileToken } } }
    @{ Name = 'Invoke-LuccaRequest with a header that is not for users'; Script = { Invoke-LuccaRequest departments -Header @{ Authorization = $secureFileToken } } }
    @{ Name = 'a token endpoint that echoes what it was sent'; Script = { Connect-Lucca $uri -Credential $credential -Name echoed -SkipDefault -RateLimit 0 -TokenUri "$uri/connect/token?echo" } }
    @{ Name = 'Connect-Lucca with a proxy that carries credentials'; Script = { Connect-Lucca example.ilucca.net -Credential $credential -Name proxied -SkipDefault -Proxy "http://somebody:$([uri]::EscapeDataString($secret))@127.0.0.1:9" } }
    @{ Name = 'Connect-Lucca with a proxy object that carries credentials'; Script = { Connect-Lucca example.ilucca.net -Credential $credential -Name proxied -SkipDefault -Proxy ([uri] "http://somebody:$([uri]::EscapeDataString($secret))@127.0.0.1:9") } }
    @{ Name = 'Connect-Lucca with a proxy whose password is not escaped'; Script = { Connect-Lucca example.ilucca.net -Credential $credential -Name proxied -SkipDefault -Proxy "http://somebody:/$secret@127.0.0.1:9" } }
    @{ Name = 'Connect-Lucca with a proxy of the environment that carries credentials'; Script = { [System.Net.Http.HttpClient]::DefaultProxy = $environmentProxy; try { Connect-Lucca example.ilucca.net -Credential $credential -Name proxied -SkipDefault } finally { [System.Net.Http.HttpClient]::DefaultProxy = $noProxy } } }
    @{ Name = 'Connect-Lucca -FromEnvironment with an address that carries credentials'; Script = { $was = $env:LUCCA_URI; $env:LUCCA_URI = "https://emulator:$([uri]::EscapeDataString($secret))@example.ilucca.net"; try { Connect-Lucca -FromEnvironment -Name environment -SkipDefault } finally { $env:LUCCA_URI = $was } } }
    @{ Name = 'Connect-Lucca -FromEnvironment with an address whose password is not escaped'; Script = { $was = $env:LUCCA_URI; $env:LUCCA_URI = "ftp://emulator:$secret@example.ilucca.net/x"; try { Connect-Lucca -FromEnvironment -Name environment -SkipDefault } finally { $env:LUCCA_URI = $was } } }
    @{ Name = 'Invoke-LuccaRequest for an address that carries credentials'; Script = { Invoke-LuccaRequest "https://emulator:$([uri]::EscapeDataString($secret))@evil.example/lucca-api/departments" } }
    @{ Name = 'ToJson() of links that a server escapes'; Script = { Add-TestFault @{ Path = 'employees/401'; Kind = 'Replace'; Times = 1; Body = '{"id":"401","links":{"portrait":{"href":"' + $link.Replace('?token=', '\u003ft\u006fken\u003d') + '"}}}' }; $got = Get-LuccaEmployee 401 -Include links; $got; $got.ToJson() } }
    @{ Name = 'a token endpoint that repeats the secret'; Script = { Connect-Lucca $uri -Credential $credential -Name repeated -SkipDefault -RateLimit 0 -TokenUri "$uri/connect/token?repeat" } }
    @{ Name = 'Connect-Lucca -ProxyCredential'; Script = { Connect-Lucca example.ilucca.net -Credential $credential -Name proxied -SkipDefault -Proxy http://127.0.0.1:9 -ProxyCredential $credential } }
    @{ Name = 'Connect-Lucca with an address object that carries credentials'; Script = { Connect-Lucca ([uri] "https://emulator:$([uri]::EscapeDataString($secret))@127.0.0.1:9") -Credential $credential } }
    @{ Name = 'Connect-Lucca with a token endpoint that carries credentials'; Script = { Connect-Lucca $uri -Credential $credential -Name elsewhere -SkipDefault -TokenUri $uri.Replace('http://', "http://emulator:$([uri]::EscapeDataString($secret))@") } }
    @{ Name = 'Connect-Lucca with an access token as text'; Script = { Connect-Lucca $uri -AccessToken @(& $seenTokens)[0] -Name text -SkipDefault -RateLimit 0; Get-LuccaDepartment 32 -Session text } }
    @{ Name = 'Test-LuccaSession'; Script = { Test-LuccaSession; Test-LuccaSession payrolls.readonly; Test-LuccaSession -Quiet; Test-LuccaSession -Session nobody } }
    @{ Name = 'New-LuccaWebhookEndpoint'; Script = { $made = New-LuccaWebhookEndpoint Paie https://hooks.example.com/paie ping; $made; Get-LuccaWebhookEndpoint $made.Id; New-LuccaWebhookEndpoint Paie https://hooks.example.com/paie ping -BusinessEstablishment no-such; $made | New-LuccaWebhookEndpoint } }
    @{ Name = 'New-LuccaWebhookEndpoint to a server that echoes'; Script = { Add-TestFault @{ Path = 'webhook-endpoints'; Kind = 'Status'; Status = 400; Times = 1; ContentType = 'application/problem+json'; Body = $echo }; New-LuccaWebhookEndpoint Paie https://hooks.example.com/paie ping } }
    @{ Name = 'Set-LuccaWebhookEndpoint'; Script = { New-LuccaWebhookEndpoint Paie https://hooks.example.com/paie ping | Set-LuccaWebhookEndpoint -Status active -PassThru; Set-LuccaWebhookEndpoint no-such -Status active; Set-LuccaWebhookEndpoint 1 -Status active -IfMatch wrong } }
    @{ Name = 'Send-LuccaWebhookDelivery'; Script = { New-LuccaWebhookEndpoint Paie https://hooks.example.com/paie ping | Send-LuccaWebhookDelivery; Send-LuccaWebhookDelivery no-such; Send-LuccaWebhookDelivery } }
    @{ Name = 'Test-LuccaWebhookSignature'; Script = { $signed = @{ Body = 'x'; Signature = [Convert]::ToBase64String([byte[]]::new(32)); Timestamp = [DateTimeOffset]::UtcNow.ToString('s') + 'Z' }; Test-LuccaWebhookSignature @signed -Secret $secret; Test-LuccaWebhookSignature @signed -Secret $credential.Password; Test-LuccaWebhookSignature @signed -Secret $secret -Tolerance 5; Test-LuccaWebhookSignature -Body ([pscustomobject]@{}) -Secret $secret -Signature x -Timestamp x; Test-LuccaWebhookSignature -Body x -Secret $secret -Header 5 } }
    @{ Name = 'Test-LuccaWebhookSignature with secrets of the wrong type'; Script = { Test-LuccaWebhookSignature -Body x -Signature x -Timestamp x -Secret @($secret, $secret); Test-LuccaWebhookSignature -Body x -Signature x -Timestamp x -Secret @{ Secret = $secret } } }
)

# The other resources have nothing of their own to hide, but links, responses and tokens as all have.
foreach ($command in 'Get-LuccaBusinessEstablishment', 'Get-LuccaEmployeeAttribute', 'Get-LuccaEmployeeAttributeDefinition', 'Get-LuccaEmployeePersonalRecord',
    'Get-LuccaEmployment', 'Get-LuccaEmploymentTemplate', 'Get-LuccaEvent', 'Get-LuccaJobPosition', 'Get-LuccaJobQualification', 'Get-LuccaLegalEntity', 'Get-LuccaOccupationCategory',
    'Get-LuccaProbationaryPeriod', 'Get-LuccaProfession', 'Get-LuccaTaxonomy', 'Get-LuccaTaxonomyLabel', 'Get-LuccaWebhookDelivery', 'Get-LuccaWebhookDeliveryAttempt', 'Get-LuccaWebhookEndpoint') {
    $deeds += @{ Name = $command; Script = [scriptblock]::Create("$command -First 2 -Include links, embedded; $command -First 1 | $command -Include links; $command no-such") }
}
