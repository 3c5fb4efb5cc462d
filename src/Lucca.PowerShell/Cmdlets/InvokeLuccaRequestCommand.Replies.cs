using Lucca.Http;
using Lucca.PowerShell.Binding;
using Lucca.PowerShell.Paths;

namespace Lucca.PowerShell.Cmdlets;

/// <content>What becomes of a reply.</content>
public sealed partial class InvokeLuccaRequestCommand
{
    /// <summary>Saves a good reply. An error reply that is wanted comes as an object, so that no file takes it for what was asked for.</summary>
    private void Save(LuccaRequest request)
    {
        try
        {
            _output!.Write(new DownloadItem(Path, "download"), (open, token) => Client.DownloadAsync(request, open, token));
        }
        catch (LuccaException error) when (SkipHttpErrorCheck && error.Reply is not null)
        {
            WriteContent(Noted(GenericReply.From(error.Reply)));
        }
    }

    private GenericReply Send(LuccaRequest request)
    {
        try
        {
            return Noted(Await(token => Client.SendAsync(request, GenericReply.ReadAsync, token)));
        }
        catch (LuccaException error) when (SkipHttpErrorCheck && error.Reply is not null)
        {
            return Noted(GenericReply.From(error.Reply));
        }
    }

    private void FollowPages(GenericPages list)
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
            WriteWarning("The list changed while it was read: one that is still there may be missing. Run the command again.");
        }
    }

    private void WriteContent(GenericReply reply)
    {
        if (reply.Content is { } content)
        {
            WriteObject(content, enumerateCollection: content is object[]);
        }
    }

    private GenericReply Noted(GenericReply reply)
    {
        SetVariables(reply.Status, reply.Headers);
        return reply;
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
