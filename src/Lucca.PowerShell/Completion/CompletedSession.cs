using System.Collections;
using Lucca.PowerShell.Sessions;

namespace Lucca.PowerShell.Completion;

/// <summary>The session in which the command that is being typed would work.</summary>
internal static class CompletedSession
{
    /// <summary>The session; null when there is none.</summary>
    /// <param name="bound">The parameters typed so far.</param>
    public static LuccaSession? Of(IDictionary bound)
    {
        try
        {
            return SessionTable.Current.Resolve(bound["Session"]);
        }
        catch (SessionException)
        {
            return null;
        }
    }
}
