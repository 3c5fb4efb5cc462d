using System.Text;

namespace Lucca.Client.Tests.Faults;

/// <summary>Changes for the worse, made at random to a good response.</summary>
internal static class Mutation
{
    private static readonly string[] Values =
    [
        "null", "true", "[]", "{}", "-1", "0.5", "1e999", "99999999999999999999", "\"\"", "\"x\"", "\"\\ud800\"", "\"\\u0000\"",
        "[null]", "{\"id\":null}", "{\"href\":{}}",
        "\"?page=!A\"", "\"2024-99-99\"", "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]", "\ufeff", "NaN", "'x'",
    ];

    /// <summary>The response after one to four changes.</summary>
    public static byte[] Of(byte[] response, Random random)
    {
        var bytes = response.ToList();
        for (var times = random.Next(1, 5); times > 0 && bytes.Count > 0; times--)
        {
            Change(bytes, random);
        }

        return [.. bytes];
    }

    private static void Change(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var count = Math.Min(random.Next(1, 40), bytes.Count - at);
        switch (random.Next(7))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.RemoveRange(at, count);
                break;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(at, count));
                break;
            case 3:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                ReplaceValue(bytes, at, random);
                break;
        }
    }

    /// <summary>Puts something else in place of the JSON value after the next colon, or there where there is none.</summary>
    private static void ReplaceValue(List<byte> bytes, int at, Random random)
    {
        var colon = bytes.IndexOf((byte)':', at);
        var start = colon < 0 ? at : colon + 1;
        var end = bytes.FindIndex(start, value => value is (byte)',' or (byte)'}');
        bytes.RemoveRange(start, (end < 0 ? bytes.Count : end) - start);
        bytes.InsertRange(start, Encoding.UTF8.GetBytes(Values[random.Next(Values.Length)]));
    }
}
