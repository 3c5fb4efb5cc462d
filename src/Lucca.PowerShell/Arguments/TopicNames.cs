using System.Management.Automation;
using Lucca.Api;

namespace Lucca.PowerShell.Arguments;

/// <summary>Checks topics softly: the API's list of them is open, so that what is not on it may be new, or a slip.</summary>
internal static class TopicNames
{
    /// <summary>The topics as the API spells them, with a warning for each that it does not name.</summary>
    /// <param name="cmdlet">The cmdlet that was given them.</param>
    /// <param name="topics">The topics; null for none.</param>
    public static IReadOnlyList<string>? Check(Cmdlet cmdlet, string[]? topics)
    {
        string[]? spelled = topics is null ? null : [.. topics.Select(EventTopics.Spelled)];
        foreach (var unknown in spelled?.Except(EventTopics.All) ?? [])
        {
            cmdlet.WriteWarning($"Unknown topic '{unknown}', sent anyway. Check the spelling.");
        }

        return spelled;
    }
}
