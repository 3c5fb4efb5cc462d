using Lucca.Api;
using Lucca.PowerShell.Binding;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Cmdlets;

/// <content>Getting by ids, as many as possible with one request.</content>
public abstract partial class ListCmdlet<T>
{
    private readonly List<(string Id, object? Input)> _ids = [];
    private IdLookup<T>? _lookup;

    private protected override void ProcessId(string id, object? input)
    {
        RefuseListParameters();
        FlushRelated();
        if (Options.IsConditional)
        {
            WriteOne(id, input);
            return;
        }

        _ids.Add((id, input));
        if (_ids.Count == IdLookup<T>.BatchSize)
        {
            FlushIds();
        }
    }

    private void FlushIds()
    {
        if (_ids.Count == 0)
        {
            return;
        }

        (string Id, object? Input)[] batch = [.. _ids];
        _ids.Clear();
        if (batch is [var (id, input)])
        {
            WriteOne(id, input);
        }
        else
        {
            Attempt(batch.Select(item => item.Id).ToArray(), () => WriteAll(batch));
            Progress.ItemsDone += batch.Length;
        }
    }

    private void WriteOne(string id, object? input)
    {
        Attempt(input, () =>
        {
            var resource = Await(token => Source.GetAsync(id, Options, token));
            ExpandAll([resource]);
            WriteFound(resource);
        });
        Progress.ItemsDone++;
    }

    private void WriteAll((string Id, object? Input)[] batch)
    {
        _lookup ??= Source.Lookup(Options.Include);
        var answers = Await(token => _lookup.FindAsync([.. batch.Select(item => item.Id)], token));
        ExpandAll(answers.Select(answer => answer.Resource));
        foreach (var (item, answer) in batch.Zip(answers))
        {
            if (answer.Error is { } error)
            {
                Report(error, item.Input);
            }
            else
            {
                WriteFound(answer.Resource);
            }
        }
    }

    private void RefuseListParameters()
    {
        string[] given = [.. FilterQuery.Given(this), .. Paging.Given(MyInvocation)];
        if (given.Length > 0)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"-{string.Join(", -", given)} belong to lists and mean nothing for ids.", given, "Leave them out, or leave out the ids."));
        }
    }
}
