# What is red in PowerShell for Windows under Wine 8, and why. File is the Pester file, or the project of the client's tests; Case is the
# name of the test, or of the block whose preparation fails, with wildcards; a file of which all is red, '*', is not run.
# Kind: Wine, for a gap of Wine; open, for what nobody has explained yet.
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
            File = 'WebhookReceiver'
            Case = '*'
            Kind = 'Wine'
            Why  = 'The http.sys of Wine 8 has no HttpSendResponseEntityBody, which HttpListener calls: the process hangs.'
        }
        @{
            File = 'EmulatorServer'
            Case = 'helps: *'
            Kind = 'Wine'
            Why  = 'Under Wine 8, PowerShell finds no program on the PATH by its bare name, here dotnet; on Windows it does.'
        }
        @{
            File = 'EmulatorServer'
            Case = 'names what it does not know, helps, and fails'
            Kind = 'Wine'
            Why  = 'Under Wine 8, PowerShell finds no program on the PATH by its bare name, here dotnet; on Windows it does.'
        }
        @{
            File = 'Readme'
            Case = 'names, for adding a resource, every place where the pattern stands'
            Kind = 'Wine'
            Why  = 'Under Wine 8, PowerShell finds no program on the PATH by its bare name, here git; on Windows it does.'
        }
        @{
            File = 'OutFile.Targets'
            Case = 'is refused in a sentence before anything is sent: a name of 300 characters'
            Kind = 'Wine'
            Why  = 'Wine says that there is no file of that name, where Windows says that no file can have it.'
        }
        @{
            File = 'OutFile.Targets'
            Case = 'keeps who may read a file that -Force replaces*'
            Kind = 'Wine'
            Why  = 'Wine keeps no access lists: it shows the mode of Unix as three entries, and refuses root nothing.'
        }
        @{
            File = 'OutFile.Targets'
            Case = 'is refused once, before anything is sent, where the user may not write*'
            Kind = 'Wine'
            Why  = 'Wine keeps no access lists: it shows the mode of Unix as three entries, and refuses root nothing.'
        }
        @{
            File = 'OutFile.Targets'
            Case = 'follows a link to the file that it leads to*'
            Kind = 'Wine'
            Why  = 'Wine 8 makes no symbolic links: CreateSymbolicLink says that it made one, and nothing is there.'
        }
        @{
            File = 'OutFile.Targets'
            Case = 'takes a link that leads nowhere for a name that is taken*'
            Kind = 'Wine'
            Why  = 'Wine 8 makes no symbolic links: CreateSymbolicLink says that it made one, and nothing is there.'
        }
        @{
            File = 'OutFile.Targets'
            Case = 'says so of links in a cycle'
            Kind = 'Wine'
            Why  = 'Wine 8 makes no symbolic links: CreateSymbolicLink says that it made one, and nothing is there.'
        }
        @{
            File = 'OutFile.Targets'
            Case = 'may vanish while the bytes come*'
            Kind = 'Wine'
            Why  = 'Wine removes an open file only when it is closed, and until then not its folder; Windows since 1809 removes both.'
        }
        @{
            File = 'Lucca.Client.Tests'
            Case = '*OwnAuthorityTests.*'
            Kind = 'Wine'
            Why  = 'Wine signs no certificate: CertificateRequest fails with 0xc1000002 from BCrypt.'
        }
    )
}
