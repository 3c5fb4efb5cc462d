using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>What it means that a list is empty: the single id or address of a filter may not exist.</summary>
/// <param name="cmdlet">The cmdlet that got the list.</param>
internal sealed class EmptyList(SessionCmdlet cmdlet)
{
    private readonly UnknownIds _unknown = new(cmdlet);

    /// <summary>
    /// Ends the script where what narrowed the list does not exist. Several ids of a filter were checked before the list was read.
    /// </summary>
    public void EndIfUnknown()
    {
        string[] addresses = [.. FilterQuery.AddressesGivenTo(cmdlet)];
        var unknown = addresses.Length == 1 ? _unknown.Among(addresses) : [];
        foreach (var parameter in FilterQuery.ResourcesGivenTo(cmdlet))
        {
            var given = parameter.Given(cmdlet);
            unknown = [.. unknown, .. given.Count == 1 ? _unknown.Among(parameter.Descriptor, given) : []];
        }

        cmdlet.Resolver.EndIfAny(unknown);
    }
}
