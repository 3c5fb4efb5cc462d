namespace Lucca.Http;

/// <summary>A body in a coding that was not asked for. That shows only to those who read it: the status is worth knowing without.</summary>
internal sealed class UnaskedCoding(Stream packed, string coding) : BodyStream
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        throw new InvalidDataException($"it is in the coding {coding}, which was not asked for.");

    protected override void Dispose(bool disposing)
    {
        packed.Dispose();
        base.Dispose(disposing);
    }
}
