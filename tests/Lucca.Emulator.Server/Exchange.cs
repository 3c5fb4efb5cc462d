using Microsoft.AspNetCore.Http.Features;

namespace Lucca.Emulator.Server;

/// <summary>One request and its response.</summary>
/// <param name="Context">The request as Kestrel has it.</param>
/// <param name="Entry">Its place in the log.</param>
/// <param name="Server">The server.</param>
/// <param name="Emulator">Answers requests.</param>
/// <param name="CancellationToken">Ends when the client goes away, or the server stops.</param>
internal sealed record Exchange(
    HttpContext Context,
    LoggedRequest Entry,
    EmulatorServer Server,
    HttpMessageInvoker Emulator,
    CancellationToken CancellationToken)
{
    /// <summary>Path and query as they came, escapes and all.</summary>
    public string Target { get; } = Context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    /// <summary>The emulator's answer, in full.</summary>
    public async Task<Answer> AskAsync()
    {
        using var request = RequestMessage.From(Context, Target);
        var response = await Emulator.SendAsync(request, CancellationToken);
        var answer = await Answer.FromAsync(response, CancellationToken);
        return Server.Compress && answer.IsJson
            ? await Compression.EncodeAsync(answer, Context.Request.Headers.AcceptEncoding, CancellationToken)
            : answer;
    }

    /// <summary>Responses as the emulator says.</summary>
    public async Task AnswerNormallyAsync() => await WriteAsync(await AskAsync());

    /// <summary>Responses with an answer.</summary>
    public async Task WriteAsync(Answer answer)
    {
        await using (answer)
        {
            WriteHead(answer);
            if (answer.HasBody)
            {
                await answer.Body.CopyToAsync(Context.Response.Body, CancellationToken);
            }
        }
    }

    /// <summary>Sets status and headers; they go out with the first bytes of the body.</summary>
    public void WriteHead(Answer answer)
    {
        Entry.Status = answer.Status;
        Context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            Context.Response.Headers.Append(name, value);
        }

        Context.Response.ContentLength = answer.HasBody ? answer.Length : null;
    }
}
