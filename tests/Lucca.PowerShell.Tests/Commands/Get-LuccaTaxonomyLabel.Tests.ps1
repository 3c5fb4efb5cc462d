. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaTaxonomyLabel -Id 12 -Path /lucca-api/taxonomy-labels -Scope taxonomies.readonly -Filter @(
    @{ With = @{ Taxonomy = 2 }; Sent = 'taxonomy.id=2' }
    @{ With = @{ Search = 'eng' }; Sent = 'search=eng' }
    @{ With = @{ IsArchived = $false }; Sent = 'isArchived=false' }
    @{ With = @{ Sort = 'name', '-id' }; Sent = 'sort=name,-id' }
) -Related @(
    @{ From = 'Get-LuccaTaxonomy 2'; Sent = 'taxonomy.id=2' }
)

Describe 'Get-LuccaTaxonomyLabel for taxonomies' {
    BeforeAll {
        Import-Module $PSScriptRoot/../TestTenant.psm1 -Force
        Import-BuiltModule
        $null = Start-TestServer
        $null = Connect-TestServer
    }

    AfterAll {
        Stop-TestServer
    }

    BeforeEach {
        Clear-TestRequest
    }

    It 'asks for one taxonomy at a time: the API takes no more' {
        (Get-LuccaTaxonomy | Get-LuccaTaxonomyLabel).Taxonomy.Id | Select-Object -Unique | Should -Be '1', '2'
        (Get-TestRequest).Where{ $_.path -like '*labels' }.query.ForEach{ $_ -replace '^.*(taxonomy\.id=\d+).*$', '$1' } | Should -Be 'taxonomy.id=1', 'taxonomy.id=2', 'taxonomy.id=3'
    }

    It 'gets many labels in one request' {
        (11..14 | Get-LuccaTaxonomyLabel).Name | Should -Be 'S', 'M', 'L', 'XL'
        (Get-TestRequest).Count | Should -Be 1
    }

    It 'tells archived labels from the others, and finds the beginnings of words' {
        (Get-LuccaTaxonomyLabel -IsArchived $true).Name | Should -Be 'Latein'
        (Get-LuccaTaxonomyLabel -Taxonomy 2 -IsArchived $false).Name | Should -Not -Contain 'Latein'
        (Get-LuccaTaxonomyLabel -Search DEUT).Name | Should -Be 'Deutsch'
        Get-LuccaTaxonomyLabel -Search sch | Should -BeNullOrEmpty
    }

    It 'sorts by name' {
        $names = (Get-LuccaTaxonomyLabel -Taxonomy 2 -Sort name).Name
        $names[0] | Should -Be 'Deutsch'
    }

    It 'is an error when the server ignores the taxonomy, not the labels of others' {
        Add-TestFault @{ path = 'taxonomy-labels'; kind = 'replace'; body = '{"items":[{"id":"11","taxonomy":{"id":"1"}}]}' }
        $script:written = $null
        $failure = { $script:written = Get-LuccaTaxonomyLabel -Taxonomy 2 } | Should -Throw -PassThru
        $written | Should -BeNullOrEmpty
        $failure.FullyQualifiedErrorId | Should -Be 'LuccaBadReply,Lucca.PowerShell.Cmdlets.GetLuccaTaxonomyLabelCommand'
    }

    It 'completes taxonomies by their names' {
        $offered = Get-Completion 'Get-LuccaTaxonomyLabel -Taxonomy shirt'
        $offered.CompletionText | Should -Be "'T-shirt sizes'"
        $offered.ToolTip | Should -Match '\b1\b'
    }
}
