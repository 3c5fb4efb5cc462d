using Lucca.Http;

namespace Lucca.Api;

/// <summary>What is wrong with one item of a list, as the failure that its reader reports.</summary>
public static class MalformedItemError
{
    /// <summary>Ends the reading of a list that has to be whole.</summary>
    /// <param name="item">The item.</param>
    /// <exception cref="LuccaException">Always.</exception>
    public static void Throw(MalformedItem item)
    {
        var error = item.ToError();
        error.List = (0, null);
        throw error;
    }

    /// <summary>The failure.</summary>
    /// <param name="item">The item.</param>
    public static LuccaException ToError(this MalformedItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new LuccaException(LuccaErrorKind.BadReply, item.Problem, item.Cause);
    }
}
