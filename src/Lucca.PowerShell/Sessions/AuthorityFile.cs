using System.Management.Automation;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Lucca.PowerShell.Downloads;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Sessions;

/// <summary>Reads certificate authorities from a PEM file.</summary>
internal static class AuthorityFile
{
    /// <summary>All certificates of the file.</summary>
    /// <exception cref="BadArgumentException">The file cannot be read, or holds none.</exception>
    public static X509Certificate2Collection Read(SessionState state, string path)
    {
        try
        {
            var authorities = new X509Certificate2Collection();
            authorities.ImportFromPemFile(ProviderPath.Literal(state, path));
            return authorities.Count > 0
                ? authorities
                : throw new BadArgumentException(
                    $"'{path}' contains no certificate in PEM form, which begins with -----BEGIN CERTIFICATE-----.", path);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException or CryptographicException or LocalFileException)
        {
            throw new BadArgumentException(
                $"The certificate authority cannot be read from '{path}': {unread.Message}", path, inner: unread);
        }
    }
}
