using System.Collections;
using Microsoft.AspNetCore.Http.Features;

namespace Lucca.Emulator.Server;

/// <summary>The requests that a server has seen, in the order in which they came.</summary>
#pragma warning disable CA1710 // a log, which is what its readers look for
public sealed class RequestLog : IReadOnlyCollection<LoggedRequest>
#pragma warning restore CA1710
{
    private readonly List<LoggedRequest> _requests = [];
    private int _number;

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (_requests)
            {
                return _requests.Count;
            }
        }
    }

    /// <summary>Forgets them all; the numbers go on.</summary>
    public void Clear()
    {
        lock (_requests)
        {
            _requests.Clear();
        }
    }

    /// <summary>The requests of this moment.</summary>
    public IEnumerator<LoggedRequest> GetEnumerator()
    {
        lock (_requests)
        {
            return _requests.ToList().GetEnumerator();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal LoggedRequest Add(HttpContext context, Requests.BodyRecorder body)
    {
        lock (_requests)
        {
            var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            var entry = new LoggedRequest(context, target, ++_number, body);
            _requests.Add(entry);
            return entry;
        }
    }
}
