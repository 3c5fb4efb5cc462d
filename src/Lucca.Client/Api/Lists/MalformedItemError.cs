using Lucca.Http;

namespace Lucca.Api;

/// <summary>Turns a malformed item of a list into a failure.</summary>
public static class MalformedItemError
{
    /// <summary>Ends a list that has to be complete.</summary>
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
