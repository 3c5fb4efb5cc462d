using System.Net.Http.Headers;

namespace Lucca.Http;

/// <summary>Keeps the beginning of a text body while it is read, and notes it at the end.</summary>
internal sealed class BodyTrace(CallNotes notes, MediaTypeHeaderValue? type)
{
    /// <summary>How much of a body is shown, in bytes.</summary>
    public const int Limit = 4096;

    private readonly byte[] _beginning = new byte[Limit];
    private int _length;

    public void Passed(ReadOnlySpan<byte> bytes)
    {
        var part = bytes[..Math.Min(bytes.Length, Limit - _length)];
        part.CopyTo(_beginning.AsSpan(_length));
        _length += part.Length;
    }

    public void Done()
    {
        if (_length > 0)
        {
            notes.Add("< " + BodyText.Show(_beginning.AsSpan(0, _length), type), isDetail: true);
            _length = 0;
        }
    }
}
