using System.Net;
using System.Security;

namespace Lucca.Http;

/// <summary>Opens a secret for the moment in which a request needs it.</summary>
internal static class PlainText
{
    public static string Of(SecureString secret) => new NetworkCredential("", secret).Password;
}
