using Lucca.Emulator.Files;
using Lucca.Emulator.Requests;
using Lucca.Emulator.Resources;
using Lucca.Emulator.Signing;

namespace Lucca.Emulator;

/// <summary>The state of an emulated Lucca tenant: demo data, issued tokens, uploaded files. Safe for many requests at once.</summary>
public sealed class Tenant
{
    private readonly FileTokens _fileTokens = new();
    private readonly Lazy<Tables> _tables;

    /// <summary>A tenant with default options.</summary>
    public Tenant()
        : this(new TenantOptions())
    {
    }

    /// <summary>A tenant with the given options. Costs next to nothing: the data is made when it is first asked for.</summary>
    /// <param name="options">How the tenant is made and behaves; kept, not copied.</param>
    public Tenant(TenantOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        Tokens = new TokenStore(options);
        RateWindow = new RateWindow(options);
        _tables = new Lazy<Tables>(() => new Tables(options));
        FileStore = new FileStore(options);
    }

    /// <summary>How the tenant behaves.</summary>
    public TenantOptions Options { get; }

    /// <summary>How many tokens were issued, by the <c>scope</c> as it was asked for. A copy of the moment.</summary>
    public IReadOnlyDictionary<string, int> TokensIssued => Tokens.CountByScope();

    /// <summary>The files that were uploaded, oldest first. A copy of the moment.</summary>
    public IReadOnlyList<UploadedFile> Uploads => FileStore.Uploads;

    internal TokenStore Tokens { get; }

    internal RateWindow RateWindow { get; }

    internal Tables Tables => _tables.Value;

    internal FileStore FileStore { get; }

    /// <summary>Makes all issued tokens invalid: the next request with one of them is answered 401.</summary>
    public void RevokeTokens() => Tokens.Clear();

    /// <summary>Removes a resource, as somebody else would; nothing happens when there is none.</summary>
    /// <param name="path">The path of its kind, such as <c>employees</c>.</param>
    /// <param name="id">Its id.</param>
    public void Remove(string path, string id) => Tables[path].Remove(id);

    /// <summary>Adds a resource, as somebody else would: a copy of the first one of its kind.</summary>
    /// <param name="path">The path of its kind, such as <c>employees</c>.</param>
    /// <param name="id">Its id, which no other has.</param>
    public void Insert(string path, string id) => Tables[path].Insert(id);

    /// <summary>The token that gives access to a file. The API hands it out in the links of the resource that refers to the file.</summary>
    /// <param name="id">The file's id, a UUID; the file need not exist.</param>
    public string FileToken(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _fileTokens.For(id);
    }

    /// <summary>The address of a file with its token, from <c>/lucca-api</c> on: <c>/lucca-api/files/{id}?token=…</c>.</summary>
    /// <param name="id">The file's id, a UUID; the file need not exist.</param>
    public string FileLink(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return $"/lucca-api/files/{id}?token={FileToken(id)}";
    }
}
