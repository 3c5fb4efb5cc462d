using System.Security.Cryptography;

namespace Lucca.Emulator;

/// <summary>A part of a multipart body: its headers, its length and the hash of its bytes.</summary>
public sealed class MultipartPart
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    internal MultipartPart(IReadOnlyList<string> headers, bool keepContent)
    {
        Headers = headers;
        Content = keepContent ? [] : null;
        var disposition = Files.PartHeader.Parse(headers, "Content-Disposition");
        Name = disposition?.Parameter("name");
        FileName = disposition?.ExtendedParameter("filename") ?? disposition?.Parameter("filename");
        ContentType = Files.PartHeader.Value(headers, "Content-Type");
    }

    /// <summary>The header lines, as they came.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>The name of the part; null when it has none.</summary>
    public string? Name { get; }

    /// <summary>The file name; null when it has none. <c>filename*</c> (RFC 8187) wins over <c>filename</c>.</summary>
    public string? FileName { get; }

    /// <summary>The media type; null when it has none.</summary>
    public string? ContentType { get; }

    /// <summary>The number of bytes.</summary>
    public long Length { get; private set; }

    /// <summary>The SHA-256 of the bytes so far, in lower-case hexadecimal.</summary>
    public string Sha256 => Convert.ToHexString(_hash.GetCurrentHash()).ToLowerInvariant();

    /// <summary>The bytes in the pieces in which they came; null when they are not kept.</summary>
    internal List<byte[]>? Content { get; }

    internal void Append(ReadOnlySpan<byte> bytes)
    {
        Length += bytes.Length;
        _hash.AppendData(bytes);
        Content?.Add(bytes.ToArray());
    }

}
