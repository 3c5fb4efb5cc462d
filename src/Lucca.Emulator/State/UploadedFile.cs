namespace Lucca.Emulator;

/// <summary>What the emulator noted of an uploaded file.</summary>
/// <param name="Id">The file's id, a UUID.</param>
/// <param name="FileName">The name as the upload gave it.</param>
/// <param name="ContentType">The media type of the part; <c>application/octet-stream</c> when it had none.</param>
/// <param name="PartName">The name of the part; the API documents <c>form</c>.</param>
/// <param name="Length">The number of bytes.</param>
/// <param name="Sha256">The SHA-256 of the bytes, in lower-case hexadecimal.</param>
/// <param name="CreatedAt">When it was uploaded, as the API writes it.</param>
public sealed record UploadedFile(
    string Id,
    string FileName,
    string ContentType,
    string PartName,
    long Length,
    string Sha256,
    string CreatedAt);
