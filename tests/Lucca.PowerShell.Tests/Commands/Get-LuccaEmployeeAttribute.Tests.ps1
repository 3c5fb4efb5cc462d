. $PSScriptRoot/Resource.Shared.ps1 -Command Get-LuccaEmployeeAttribute -Id 50002 -Path /lucca-api/employee-attributes -Scope employee-attributes.readonly -Limit 1000 -Filter @(
    @{ With = @{ Definition = 'e_badge_number', 'e_children' }; Sent = 'definition.id=e_badge_number,e_children' }
    @{ With = @{ Employee = 416, 417 }; Sent = 'employee.id=416,417' }
    @{ With = @{ AsOf = '2024-06-30' }; Sent = 'applicability.asOf=2024-06-30' }
) -Related @(
    @{ From = 'Get-LuccaEmployee 416'; Sent = 'employee.id=416' }
    @{ From = 'Get-LuccaEmployeeAttributeDefinition e_first_aider'; Sent = 'definition.id=e_first_aider' }
)

Describe 'Get-LuccaEmployeeAttribute for employees' {
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

    It 'takes a built-in attribute by its id, without looking for a name' {
        $values = Get-LuccaEmployeeAttribute -Definition employee.givenName, employment.start -Employee 416
        $values.Value | Should -Be 'Jane', '2015-12-27'
        (Get-TestRequest).path | Should -Be '/lucca-api/employee-attributes'
        (Get-TestRequest).query | Should -Match 'definition\.id=employee\.givenName,employment\.start'
    }

    It 'leaves out the built-in fields where your own are wanted' {
        $all = Get-LuccaEmployeeAttribute -Employee 416
        $custom = Get-LuccaEmployeeAttribute -Employee 416 -Custom
        $custom.Definition.Id | Should -Be $all.Definition.Id.Where{ $_ -notlike '*.*' }
        $custom.Count | Should -BeLessThan $all.Count
        (Get-LuccaEmployee 416 | Get-LuccaEmployeeAttribute -Custom).Id | Should -Be $custom.Id
        (Get-LuccaEmployeeAttribute -Custom -First 3).Definition.Id | Should -Not -BeLike '*.*'
    }

    It 'says that a field may be in a section that the key was not granted' {
        $failure = Get-ThrownError { Get-LuccaEmployeeAttribute -Definition employee.shoeSize -ErrorAction Stop }
        $failure.FullyQualifiedErrorId | Should -BeLike 'LuccaNotFound,*'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*section*employee file*'
    }

    It 'reads as name and value, with the text of labels' {
        $shown = Get-LuccaEmployee 416 | Get-LuccaEmployeeAttribute | Format-Table | Out-String -Width 80
        $shown | Should -Match 'Badge number\s+B-416'
        $shown | Should -Match 'T-shirt size\s+XL'
        $shown | Should -Match 'Langues\s+Français, Deutsch'
        $shown | Should -Match 'Enfants à charge\s+givenName: Zoé, bornOn'
        (Get-TestRequest).path | Should -Be '/lucca-api/employees/416', '/lucca-api/employee-attributes'
        (Get-TestRequest)[-1].query | Should -BeLike '*include=embedded*'
    }

    It 'shows both ends of the time of a value' {
        $values = Get-LuccaEmployeeAttribute -Employee 401 -Definition e_first_aider
        $shown = $values | Format-Table | Out-String -Width 80
        $shown | Should -Match 'From\s+To'
        $shown | Should -Match 'First aider\s+True\s+2025-11-28\s+2028-11-27'
    }

    It 'resolves the definition and the labels to objects' {
        $attributes = Get-LuccaEmployeeAttribute -Employee 416
        $size = $attributes.Where{ $_.Definition.Id -eq 'e_tShirtSize' }[0]
        $size.Name | Should -Be 'T-shirt size'
        $size.Definition | Should -BeOfType Lucca.EmployeeAttributeDefinition
        $size.Definition.TargetType | Should -Be 'employee'
        $size.Value | Should -BeOfType Lucca.TaxonomyLabel
        $size.Value.Id | Should -Be '14'
        $size.Value -eq 'XL' | Should -BeTrue
        $size.Text | Should -Be 'XL'
        ($size | ConvertTo-Json -Depth 1) | Should -Not -Match '"Text"'
        $languages = $attributes.Where{ $_.Definition.Id -eq 'e_languages' }[0]
        $languages.Value.Name | Should -Be 'Français', 'Deutsch'
        $attributes.Where{ $_.Definition.Id -eq 'e_children' }[0].Value.givenName | Should -Be 'Zoé'
    }

    It 'resolves them when got by id, too' {
        $size = Get-LuccaEmployeeAttribute 500031
        $size.Name | Should -Be 'T-shirt size'
        $size.Value.Name | Should -Be 'XL'
        (Get-TestRequest)[0].query | Should -Be '?include=embedded'
    }

    It 'asks for a hundred employees at once' {
        $attributes = Get-LuccaEmployee -First 120 | Get-LuccaEmployeeAttribute -Definition e_badge_number
        $attributes.Count | Should -Be 120
        (Get-TestRequest).Where{ $_.path -like '*attributes' }.Count | Should -Be 2
    }

    It 'is an error when the server ignores the employee, not the values of others' {
        Add-TestFault @{ path = 'employee-attributes'; kind = 'replace'; body = '{"items":[{"id":"1","value":"x","employee":{"id":"401"}}]}' }
        $script:written = $null
        $failure = { $script:written = Get-LuccaEmployee 416 | Get-LuccaEmployeeAttribute } | Should -Throw -PassThru
        $written | Should -BeNullOrEmpty
        $failure.FullyQualifiedErrorId | Should -Be 'LuccaBadReply,Lucca.PowerShell.Cmdlets.GetLuccaEmployeeAttributeCommand'
        $failure.ErrorDetails.Message | Should -BeLike '*ignores the filter employee.id*'
    }
}
