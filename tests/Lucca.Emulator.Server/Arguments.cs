using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace Lucca.Emulator.Server;

/// <summary>The command line of the server.</summary>
internal sealed record Arguments
{
    public TenantOptions Tenant { get; } = new();

    public Uri? Address { get; private set; }

    public X509Certificate2? Certificate { get; private set; }

    public int? Parent { get; private set; }

    public bool Compress { get; private set; }

    public bool Help { get; private set; }

    /// <summary>Reads the command line; throws <see cref="ArgumentException"/> for what it does not know.</summary>
    public static Arguments Parse(IEnumerable<string> words)
    {
        var arguments = new Arguments();
        using var rest = words.GetEnumerator();
        while (rest.MoveNext())
        {
            arguments.Set(rest.Current, rest);
        }

        return arguments;
    }

    private void Set(string name, IEnumerator<string> rest)
    {
        switch (name)
        {
            case "--urls":
                Address = new Uri(Next(name, rest));
                break;
            case "--certificate":
                var pem = Next(name, rest);
                Certificate = X509Certificate2.CreateFromPemFile(pem, pem);
                break;
            case "--rate-limit":
                Tenant.RateLimit = Number(name, rest);
                break;
            case "--departments":
                Tenant.Departments = Number(name, rest);
                break;
            case "--employees":
                Tenant.Employees = Number(name, rest);
                break;
            case "--today":
                Tenant.Today = DateOnly.ParseExact(Next(name, rest), "yyyy-MM-dd", CultureInfo.InvariantCulture);
                break;
            case "--parent":
                Parent = Number(name, rest);
                break;
            case "--help" or "-h" or "-?":
                Help = true;
                break;
            case "--compress":
                Compress = true;
                break;
            default:
                throw new ArgumentException($"Unknown option {name}.", nameof(name));
        }
    }

    private static int Number(string name, IEnumerator<string> rest)
        => int.Parse(Next(name, rest), NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Next(string name, IEnumerator<string> rest)
        => rest.MoveNext() ? rest.Current : throw new ArgumentException($"The option {name} needs a value.", nameof(name));
}
