using System.Text;

namespace Lucca.Emulator.Files;

/// <summary>A header of a part with its parameters (RFC 7578), read leniently: quoted or not, raw UTF-8 or escaped.</summary>
internal sealed class PartHeader
{
    private readonly Dictionary<string, string> _parameters = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds a header by name and reads its parameters; null when it is not there.</summary>
    public static PartHeader? Parse(IReadOnlyList<string> lines, string name)
    {
        if (Value(lines, name) is not { } value)
        {
            return null;
        }

        var header = new PartHeader();
        var position = value.IndexOf(';', StringComparison.Ordinal);
        while (position >= 0 && position < value.Length)
        {
            var equals = value.IndexOf('=', position);
            if (equals < 0)
            {
                break;
            }

            var parameter = value[(position + 1)..equals].Trim();
            (header._parameters[parameter], position) = ReadValue(value, equals + 1);
        }

        return header;
    }

    /// <summary>The text after the colon of a header line; null when there is no such line.</summary>
    public static string? Value(IReadOnlyList<string> lines, string name)
        => lines.FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    /// <summary>A parameter; the three escapes that browsers use in file names are undone.</summary>
    public string? Parameter(string name) => _parameters.GetValueOrDefault(name)
        ?.Replace("%22", "\"", StringComparison.Ordinal)
        .Replace("%0D", "\r", StringComparison.OrdinalIgnoreCase)
        .Replace("%0A", "\n", StringComparison.OrdinalIgnoreCase);

    /// <summary>A parameter in the form of RFC 8187, such as <c>filename*=UTF-8''a%20b</c>.</summary>
    public string? ExtendedParameter(string name)
        => _parameters.GetValueOrDefault(name + "*") is { } value && value.Split('\'') is [_, _, var escaped]
            ? Uri.UnescapeDataString(escaped)
            : null;

    /// <summary>A value from a position on, and where the next parameter begins, or -1.</summary>
    private static (string Value, int Next) ReadValue(string text, int start)
    {
        var next = text.IndexOf(';', start);
        if (start >= text.Length || text[start] != '"')
        {
            return (text[start..(next < 0 ? text.Length : next)].Trim(), next);
        }

        var value = new StringBuilder();
        var position = start + 1;
        for (; position < text.Length && text[position] != '"'; position++)
        {
            // A backslash escapes a quote or itself; others are part of the name.
            var isEscape = text[position] == '\\' && position + 1 < text.Length && text[position + 1] is '"' or '\\';
            position += isEscape ? 1 : 0;
            value.Append(text[position]);
        }

        return (value.ToString(), position < text.Length ? text.IndexOf(';', position) : -1);
    }
}
