using System.Security.Cryptography;
using System.Text;

namespace Lucca.Emulator;

/// <summary>The files of a tenant: those of the demo data, and those that were uploaded.</summary>
internal sealed class FileStore(TenantOptions options)
{
    /// <summary>The most bytes of uploaded files that are kept; beyond it the oldest contents are dropped.</summary>
    private const long MaxKept = 256L << 20;

    private readonly Lazy<Dictionary<string, StoredFile>> _demo = new(() => DemoFiles.All(options));
    private readonly Dictionary<string, Upload> _uploads = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _order = [];

    public IReadOnlyList<UploadedFile> Uploads
    {
        get
        {
            lock (_uploads)
            {
                return [.. _order.Select(id => _uploads[id].File)];
            }
        }
    }

    public StoredFile? Find(string id) => _demo.Value.TryGetValue(id, out var file) ? file : FindUpload(id);

    public void Add(UploadedFile file, ReadOnlyMemory<byte> content)
    {
        lock (_uploads)
        {
            _uploads.Add(file.Id, new Upload(file, content));
            _order.Add(file.Id);
            var kept = _order.Sum(id => _uploads[id].Kept);
            foreach (var id in _order.TakeWhile(_ => kept > MaxKept))
            {
                kept -= _uploads[id].Kept;
                _uploads[id] = _uploads[id] with { Content = null };
            }
        }
    }

    private StoredFile? FindUpload(string id)
    {
        lock (_uploads)
        {
            return _uploads.TryGetValue(id, out var upload)
                ? new(upload.File.Id, upload.File.FileName, upload.File.ContentType, upload.File.CreatedAt, () => upload.Content)
                : null;
        }
    }

    private sealed record Upload(UploadedFile File, ReadOnlyMemory<byte>? Content)
    {
        public long Kept => Content is null ? 0 : File.Length;
    }
}

/// <summary>The tokens that give access to files. A file's token stays the same while the tenant lives.</summary>
internal sealed class FileTokens
{
    private readonly Lazy<byte[]> _key = new(() => RandomNumberGenerator.GetBytes(32));

    /// <summary>The token of a file, in the form of those that the API hands out.</summary>
    public string For(string id)
    {
        var claim = Encoding.UTF8.GetBytes("{\"file\":\"" + id.ToLowerInvariant() + "\"}");
        return $"{Base64Url(claim)}.{Base64Url(HMACSHA256.HashData(_key.Value, claim))}";
    }

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
