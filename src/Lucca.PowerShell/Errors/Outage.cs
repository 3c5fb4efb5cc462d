using Lucca.Http;

namespace Lucca.PowerShell.Errors;

/// <summary>
/// Counts the calls in a row that nobody answered. Each has had its attempts and their pauses; a run of thousands of items must not
/// go on like that.
/// </summary>
internal sealed class Outage
{
    /// <summary>How many such calls are enough.</summary>
    private const int Limit = 3;

    /// <summary>What follows from the last of them.</summary>
    public const string Consequence =
        " Several requests in a row got no response, so the pipeline stops here. The rest of the input was not processed.";

    private int _count;
    private int _countBefore;
    private LuccaException? _last;

    /// <summary>A call begins.</summary>
    public void Begin() => _countBefore = _count;

    /// <summary>A call has ended. When it brought no failure of this kind, somebody has answered.</summary>
    public void End() => _count = _count == _countBefore ? 0 : _count;

    /// <summary>Takes in a failure; one that ends a call for many items is reported for each of them and counts once.</summary>
    /// <returns>Whether no further call should be made.</returns>
    public bool Add(LuccaException error)
    {
        if (error.IsOutage && error != _last)
        {
            _last = error;
            _count++;
        }

        return error.IsOutage && _count >= Limit;
    }
}
