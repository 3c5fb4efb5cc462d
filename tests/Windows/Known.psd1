# What is red in PowerShell for Windows under Wine 8, and why. File is the Pester file; Case is the name of the test, or of the block whose
# preparation fails, with wildcards. Kind: Wine, for a gap of Wine; open, for what nobody has explained yet.
@{
    Cases = @(
        @{
            File = 'SignIn'
            Case = 'Describe Connect-Lucca -CertificateAuthority'
            Kind = 'Wine'
            Why  = 'Wine signs no certificate: CertificateRequest fails with 0xc1000002 from BCrypt.'
        }
        @{
            File = 'Package'
            Case = 'is signed with a certificate, and what was built stays as it was*'
            Kind = 'Wine'
            Why  = 'Wine signs no certificate: CertificateRequest fails with 0xc1000002 from BCrypt.'
        }
        @{
            File = 'OutFile.Targets'
            Case = 'is refused in a sentence before anything is sent: a name of 300 characters'
            Kind = 'Wine'
            Why  = 'Wine says that there is no file of that name, where Windows says that no file can have it.'
        }
    )
}
