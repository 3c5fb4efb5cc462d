# The receiver that about_Lucca_Webhooks shows, as it stands there, against what Lucca would send it over HTTP.
BeforeAll {
    Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
    Import-Module $PSScriptRoot/../HelpExamples.psm1 -Force
    Import-BuiltModule
    $page = (Get-Content $PSScriptRoot/../../../docs/en-US/about_Lucca_Webhooks.md -Raw) -replace '\r\n', "`n"
    $recipe = (Get-FencedBlock $page).Where{ $_.Info -eq 'powershell' -and $_.Text -match 'function Receive-Webhook' }.Text
    $secret = 'whsec_of-the-receiver'

    # A port that is free now, of those that no system gives to a connection by itself: the receiver takes it only after a while.
    $port = Get-Random -Minimum 10000 -Maximum 30000 -Count 50 | Where-Object {
        $probe = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, $_)
        try { $probe.Start(); $true } catch [System.Net.Sockets.SocketException] { $false } finally { $probe.Stop() }
    } | Select-Object -First 1
    $address = "http://localhost:$port/lucca/"

    $events = [System.Management.Automation.PSDataCollection[psobject]]::new()
    $receiver = [powershell]::Create()
    $null = $receiver.AddScript({
            param($Module, $Recipe, $Address, $Secret)
            Import-Module $Module
            . ([scriptblock]::Create($Recipe))
            Receive-Webhook $Address (ConvertTo-SecureString $Secret -AsPlainText -Force)
        }).AddArgument((Get-Module Lucca).Path).AddArgument($recipe).AddArgument($address).AddArgument($secret)
    $nothing = [System.Management.Automation.PSDataCollection[psobject]]::new()
    $nothing.Complete()
    $null = $receiver.BeginInvoke($nothing, $events)

    function Send-ToReceiver([string] $Query = '', [string] $Method = 'Get', [string] $Body, [hashtable] $Header = @{}) {
        $arguments = @{ Uri = "$address$Query"; Method = $Method; Headers = $Header; SkipHttpErrorCheck = $true; MaximumRetryCount = 0 }
        if ($Body) { $arguments.Body = [System.Text.Encoding]::UTF8.GetBytes($Body); $arguments.ContentType = 'application/json' }
        # It takes a while to start.
        foreach ($attempt in 1..300) {
            try { return Invoke-WebRequest @arguments } catch [System.Net.Http.HttpRequestException] { Start-Sleep -Milliseconds 100 }
        }
    }

    function Get-Signed([string] $Body) {
        $time = [DateTimeOffset]::UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'")
        $hash = [System.Security.Cryptography.HMACSHA256]::HashData([System.Text.Encoding]::UTF8.GetBytes($secret), [System.Text.Encoding]::UTF8.GetBytes("$time.$Body"))
        @{ 'Lucca-Timestamp' = $time; 'Lucca-Signature' = [Convert]::ToBase64String($hash) }
    }
}

AfterAll {
    # As Ctrl+C does.
    $receiver.Stop()
    $receiver.Dispose()
}

Describe 'The receiver of about_Lucca_Webhooks' {
    It 'answers the activation, by the new name and by the old: <Query>' -ForEach @(@{ Query = '?echo=' }, @{ Query = '?challenge=' }) {
        $response = Send-ToReceiver "$($Query)a%20b%2Bc-%C3%A9"
        $response.StatusCode | Should -Be 200
        [System.Text.Encoding]::UTF8.GetString($response.RawContentStream.ToArray()) | Should -BeExactly 'a b+c-é'
        $response.Headers.'Content-Type' | Should -BeLike 'text/plain*'
    }

    It 'takes what Lucca has signed, emits it, and goes on' {
        foreach ($id in 'e1', 'e2') {
            $body = "{`"id`":`"$id`",`"topic`":`"employee.created`",`"data`":{`"givenName`":`"Zoë`"}}"
            (Send-ToReceiver -Method Post -Body $body -Header (Get-Signed $body)).StatusCode | Should -Be 204
        }

        foreach ($attempt in 1..300) { if ($events.Count -ge 2) { break }; Start-Sleep -Milliseconds 100 }
        # To enumerate the collection would wait for the receiver to end.
        $events[0, 1].id | Should -Be 'e1', 'e2'
        $events[0].data.givenName | Should -Be 'Zoë'
    }

    It 'refuses what Lucca has not signed, and emits nothing of it' {
        $before = $events.Count
        $body = '{"id":"forged"}'
        (Send-ToReceiver -Method Post -Body $body).StatusCode | Should -Be 401
        (Send-ToReceiver -Method Post -Body $body -Header (Get-Signed '{"id":"other"}')).StatusCode | Should -Be 401
        (Send-ToReceiver).StatusCode | Should -Be 401
        $events.Count | Should -Be $before
    }
}
