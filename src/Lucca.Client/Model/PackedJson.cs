using System.IO.Compression;
using System.Text;

namespace Lucca;

/// <summary>The JSON of a reply, compressed: those who keep a thousand objects keep what each was read from in a fraction of its bytes.</summary>
internal sealed class PackedJson
{
    /// <summary>Up to here packing takes longer than it is worth: a reply with one object.</summary>
    private const int Small = 4096;

    private readonly byte[] _kept;
    private readonly int _length;
    private readonly WeakReference<byte[]?> _unpacked = new(null);

    /// <summary>Packs a reply.</summary>
    public PackedJson(ReadOnlySpan<byte> json)
    {
        _length = json.Length;
        _kept = IsPacked ? Pack(json) : json.ToArray();
    }

    private bool IsPacked => _length > Small;

    /// <summary>A part of the reply as text.</summary>
    public string Text(int start, int length) => Encoding.UTF8.GetString(IsPacked ? Unpack() : _kept, start, length);

    private static byte[] Pack(ReadOnlySpan<byte> json)
    {
        using var packed = new MemoryStream(json.Length / 8);
        using (var packer = new DeflateStream(packed, CompressionLevel.Fastest))
        {
            packer.Write(json);
        }

        return packed.ToArray();
    }

    // Who asks for one object's part asks for the next one's too, so that the page is held for as long as nobody needs the room.
    private byte[] Unpack()
    {
        if (_unpacked.TryGetTarget(out var known))
        {
            return known;
        }

        var json = new byte[_length];
        using var unpacker = new DeflateStream(new MemoryStream(_kept), CompressionMode.Decompress);
        unpacker.ReadExactly(json);
        _unpacked.SetTarget(json);
        return json;
    }
}
