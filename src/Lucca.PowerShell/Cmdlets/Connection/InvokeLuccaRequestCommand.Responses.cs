using Lucca.Http;
using Lucca.PowerShell.Downloads;
using Lucca.PowerShell.Raw;

namespace Lucca.PowerShell.Cmdlets;

/// <content>What becomes of a response.</content>
public sealed partial class InvokeLuccaRequestCommand
{
    /// <summary>
    /// Saves a good response. An error response that is wanted comes as an object, so that no file takes it for what was asked for.
    /// </summary>
    private void Save(LuccaRequest request)
    {
        try
        {
            _output!.Write(new DownloadItem(Path, "download"), (open, token) => Client.DownloadAsync(request, open, token));
        }
        catch (LuccaException error) when (SkipHttpErrorCheck && error.Response is not null)
        {
            WriteContent(Noted(RawResponse.From(error.Response)));
        }
    }

    private RawResponse Send(LuccaRequest request)
    {
        var origin = CurrentSession.Transport;
        try
        {
            return Noted(Await(token =>
                Client.SendAsync(request, (response, cancel) => RawResponse.ReadAsync(response, origin, cancel), token)));
        }
        catch (LuccaException error) when (SkipHttpErrorCheck && error.Response is not null)
        {
            return Noted(RawResponse.From(error.Response));
        }
    }

    private void FollowPages(RawPages list)
    {
        try
        {
            foreach (var page in list.Pages())
            {
                WriteObject(page, enumerateCollection: true);
            }
        }
        catch (LuccaException broken)
        {
            broken.List = list.Count;
            throw;
        }

        if (list.HasMoved)
        {
            WriteWarning("The list changed while it was read, so an item may be missing. Run the command again.");
        }
    }

    private void WriteContent(RawResponse response)
    {
        if (response.Content is { } content)
        {
            WriteObject(content, enumerateCollection: content is object[]);
        }
    }

    private RawResponse Noted(RawResponse response)
    {
        SetVariables(response.Status, response.Headers);
        return response;
    }

    private void SetVariables(int status, IReadOnlyDictionary<string, string[]> headers)
    {
        SetVariable(StatusCodeVariable, status);
        SetVariable(ResponseHeadersVariable, headers);
    }

    private void SetVariable(string? name, object value)
    {
        if (name is not null)
        {
            SessionState.PSVariable.Set(name, value);
        }
    }
}
