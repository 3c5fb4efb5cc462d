using System.Net.NetworkInformation;
using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>The connections of this machine to a server on it.</summary>
internal static class OpenConnections
{
    /// <summary>Makes sure that no more than so many are open, once those being closed are.</summary>
    public static async Task AssertAtMostAsync(int expected, int port)
    {
        var open = int.MaxValue;
        for (var attempt = 0; attempt < 100 && open > expected; attempt++)
        {
            await Task.Delay(100);
            open = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections()
                .Count(connection => connection.RemoteEndPoint.Port == port && connection.State == TcpState.Established);
        }

        Assert.InRange(open, 0, expected);
    }
}
