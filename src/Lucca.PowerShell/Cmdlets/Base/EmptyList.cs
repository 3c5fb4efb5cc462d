using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>
/// What it means that a list is empty. Of an id that does not exist, the API's list of what refers to it is empty: a mistyped one would
/// look like an answer.
/// </summary>
/// <param name="cmdlet">The cmdlet that got the list.</param>
internal sealed class EmptyList(SessionCmdlet cmdlet)
{
    /// <summary>Reports the ids and the e-mail addresses that narrowed the list and do not exist.</summary>
    public void ReportUnknownIds()
    {
        ReportUnknownAddresses();
        foreach (var parameter in FilterQuery.ResourcesGivenTo(cmdlet))
        {
            ResourceId[] typed = [.. parameter.Given(cmdlet).Where(given => IsTypedId(parameter.Descriptor, given))];
            foreach (var (given, failure) in typed.Zip(FailuresOf(parameter.Descriptor, [.. typed.Select(given => given.Value)])))
            {
                if (failure?.Kind == LuccaErrorKind.NotFound)
                {
                    cmdlet.Report(failure, given.Input);
                }
                else if (failure is not null)
                {
                    SayUnknown(parameter.Descriptor, failure);
                }
            }
        }
    }

    private void ReportUnknownAddresses()
    {
        ResourceId[] typed = [.. FilterQuery.AddressesGivenTo(cmdlet).Where(text => text is not "null").Select(ResourceId.Of)];
        try
        {
            foreach (var (given, answer) in typed.Zip(typed.Length > 0 ? cmdlet.Resolver.Find(Resources.Employees, typed) : []))
            {
                if (answer.Error is { Kind: LuccaErrorKind.NotFound } unknown)
                {
                    cmdlet.Report(unknown, given.Input);
                }
            }
        }
        catch (LuccaException failure)
        {
            SayUnknown(Resources.Employees, failure);
        }
    }

    /// <summary>An object was there when it was brought, a name when it was looked up, and <c>null</c> means those without one.</summary>
    private static bool IsTypedId(ResourceDescriptor resource, ResourceId given) =>
        given.Input is not Reference && given.Value is not "null" && NameLookup.IsId(resource, given.Value);

    private IReadOnlyList<LuccaException?> FailuresOf(ResourceDescriptor resource, string[] ids)
    {
        try
        {
            return cmdlet.Await(token => resource.FailuresAsync(cmdlet.Client, ids, token));
        }
        catch (LuccaException failure)
        {
            SayUnknown(resource, failure);
            return [];
        }
    }

    /// <summary>The list itself was answered, so that this is no failure of the command.</summary>
    private void SayUnknown(ResourceDescriptor resource, LuccaException failure) => cmdlet.WriteVerbose(
        $"Could not check whether each {resource.Label} of the filter exists: {failure.Message}");
}
