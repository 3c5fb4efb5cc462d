using System.Net;
using Lucca.Http;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Sessions;

/// <summary>An integration key from environment variables, as build servers and containers hand it over.</summary>
internal static class EnvironmentCredential
{
    /// <summary>LUCCA_CLIENT_ID and LUCCA_CLIENT_SECRET.</summary>
    /// <exception cref="BadArgumentException">One of them is not set.</exception>
    public static ClientCredential Read() =>
        new(Variable("LUCCA_CLIENT_ID"), new NetworkCredential("", Variable("LUCCA_CLIENT_SECRET")).SecurePassword);

    /// <summary>A variable that has to be set.</summary>
    /// <exception cref="BadArgumentException">It is not.</exception>
    public static string Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
            ? value
            : throw new BadArgumentException(
                $"The environment variable {name} is not set; -FromEnvironment needs LUCCA_URI, LUCCA_CLIENT_ID and LUCCA_CLIENT_SECRET.",
                null);
}
