using Lucca.Api;

namespace Lucca.PowerShell.Completion;

/// <summary>A cmdlet whose resources can be listed for completion.</summary>
internal interface ICompletable
{
    /// <summary>The model that it gets.</summary>
    Type Model { get; }

    /// <summary>One page of the list.</summary>
    /// <param name="client">The tenant.</param>
    /// <param name="search">What to search for; null for the beginning of the list.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<Resource>> PageAsync(LuccaClient client, string? search, CancellationToken cancellationToken);
}
