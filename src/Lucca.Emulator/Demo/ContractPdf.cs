using System.Globalization;
using System.Text;

namespace Lucca.Emulator;

/// <summary>Writes a contract as a PDF of one page (ISO 32000-1) in the characters of Latin-1.</summary>
internal static class ContractPdf
{
    /// <summary>Makes the document.</summary>
    /// <param name="person">Who is employed.</param>
    /// <param name="startsOn">From when on.</param>
    public static byte[] Write(string person, string startsOn)
    {
        var text = "BT /F1 24 Tf 72 760 Td (Contrat de travail) Tj /F1 12 Tf"
            + $" 0 -40 Td ({Escape(person)}) Tj 0 -20 Td (from {startsOn}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {text.Length} >>\nstream\n{text}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ];
        return Encoding.Latin1.GetBytes(Join(objects));
    }

    /// <summary>Joins the objects and adds the table of where each begins.</summary>
    private static string Join(string[] objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder("0000000000 65535 f \n");
        for (var index = 0; index < objects.Length; index++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:0000000000} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{objects[index]}\nendobj\n");
        }

        var start = file.Length;
        var size = objects.Length + 1;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {size}\n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n");
        file.Append(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n");
        return file.ToString();
    }

    /// <summary>Brackets and backslashes need a backslash before them.</summary>
    private static string Escape(string text)
        => string.Concat(text.Select(letter => letter is '(' or ')' or '\\' ? $"\\{letter}" : $"{letter}"));
}
