using System.Globalization;
using System.Xml;

namespace Lucca.PowerShell.Saved;

/// <summary>An object of a file: the names of its members and their values. PowerShell's own takes ten times as long to make.</summary>
internal sealed class SavedObject
{
    /// <summary>Its members, whatever the case of their names.</summary>
    public Dictionary<string, object?> Members { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The items, when it is a list.</summary>
    public List<object?>? Items { get; set; }

    /// <summary>Whether it is a hashtable.</summary>
    public bool IsDictionary { get; set; }

    /// <summary>Whether it is neither.</summary>
    public bool IsObject => Items is null && !IsDictionary;

    /// <summary>The full name of its type; null where the file has none.</summary>
    public string? Type { get; set; }

    /// <summary>Its text.</summary>
    public string Text { get; set; } = "";

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>Reads a file of Export-Clixml: text, days, numbers, null, and objects.</summary>
internal sealed class ClixmlReader
{
    private const int MaxDepth = 100;

    private readonly Dictionary<string, string?> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object?> _known = new(StringComparer.Ordinal);
    private readonly XmlReader _xml;
    private int _depth;

    private ClixmlReader(XmlReader xml) => _xml = xml;

    /// <summary>The objects of a file.</summary>
    /// <exception cref="XmlException">It is cut, or no file of Export-Clixml, or nested too deep.</exception>
    public static List<object?> Read(Stream file)
    {
        using var xml = XmlReader.Create(file);
        if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName != "Objs")
        {
            throw new XmlException("It was not written by Export-Clixml.");
        }

        var items = new ClixmlReader(xml).ReadAll();
        while (xml.Read())
        {
            // A file that was cut here is one that was cut.
        }

        return items;
    }

    private List<object?> ReadAll()
    {
        var values = new List<object?>();
        ReadChildren(values, static (reader, values) => values.Add(reader.ReadValue()));
        return values;
    }

    private void ReadChildren<T>(T target, Action<ClixmlReader, T> read)
    {
        if (++_depth > MaxDepth)
        {
            throw new XmlException($"It is nested deeper than {MaxDepth} levels.");
        }

        var isEmpty = _xml.IsEmptyElement;
        _xml.ReadStartElement();
        if (!isEmpty)
        {
            while (_xml.MoveToContent() == XmlNodeType.Element)
            {
                read(this, target);
            }

            _xml.ReadEndElement();
        }

        _depth--;
    }

    private object? ReadValue()
    {
        switch (_xml.LocalName)
        {
            case "Obj":
                return ReadObject();
            case "Ref":
                var id = _xml.GetAttribute("RefId");
                _xml.Skip();
                return _known.GetValueOrDefault(id ?? "");
            case "Nil":
                _xml.Skip();
                return null;
            case "DT":
                return ReadText(static text => XmlConvert.ToDateTime(text, XmlDateTimeSerializationMode.RoundtripKind));
            case "B":
                return ReadText(static text => XmlConvert.ToBoolean(text));
            case "I32" or "I64":
                return ReadText(static text => long.Parse(text, CultureInfo.InvariantCulture));
            default:
                return Unescape(_xml.ReadElementContentAsString());
        }
    }

    private object ReadText<T>(Func<string, T> parse)
        where T : struct
    {
        var text = _xml.ReadElementContentAsString();
        try
        {
            return parse(text);
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            throw new XmlException($"'{text}' cannot be read.", wrong);
        }
    }

    /// <summary>The first of an object's type names. The objects that follow refer to it.</summary>
    private string? ReadType()
    {
        var id = _xml.GetAttribute("RefId") ?? "";
        var names = new List<string>();
        ReadChildren(names, static (reader, names) => names.Add(reader._xml.ReadElementContentAsString()));
        return _types[id] = names.FirstOrDefault();
    }

    private object? ReadObject()
    {
        // It is known before its members are read, so that a cycle finds it.
        var (saved, id) = (new SavedObject(), _xml.GetAttribute("RefId") ?? "");
        _known[id] = saved;
        ReadChildren(saved, (reader, target) =>
        {
            switch (reader._xml.LocalName)
            {
                case "TN":
                    target.Type = reader.ReadType();
                    break;
                case "TNRef":
                    target.Type = reader._types.GetValueOrDefault(reader._xml.GetAttribute("RefId") ?? "");
                    reader._xml.Skip();
                    break;
                case "ToString":
                    target.Text = Unescape(reader._xml.ReadElementContentAsString());
                    break;
                case "Props" or "MS":
                    reader.ReadChildren(target.Members, static (reader, members) =>
                    {
                        var name = Unescape(reader._xml.GetAttribute("N") ?? "");
                        members[name] = reader.ReadValue();
                    });
                    break;
                case "LST" or "IE" or "QUE" or "STK":
                    target.Items = reader.ReadAll();
                    break;
                case "DCT":
                    target.IsDictionary = true;
                    reader.ReadChildren(target, static (reader, _) => reader.ReadAll());
                    break;
                default:
                    // A value with members of its own, such as a day: the value counts.
                    reader._known[id] = reader.ReadValue();
                    break;
            }
        });
        return _known[id];
    }

    // Characters that XML cannot hold are saved by their numbers.
    private static string Unescape(string text) => text.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(text) : text;
}
