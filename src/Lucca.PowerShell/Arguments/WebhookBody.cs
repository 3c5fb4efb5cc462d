using System.Management.Automation;
using System.Text;
using Lucca.PowerShell.Input;

namespace Lucca;

/// <summary>
/// The body of a delivery to a webhook endpoint, byte for byte as it came. PowerShell makes it of text, as UTF-8, and of bytes.
/// </summary>
public sealed class WebhookBody
{
    /// <summary>The body as text.</summary>
    /// <param name="text">The text; null for an empty body.</param>
    public WebhookBody(string? text)
        : this(Encoding.UTF8.GetBytes(text ?? ""))
    {
    }

    /// <summary>The body as bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public WebhookBody(byte[] bytes) => Bytes = bytes;

    /// <summary>Bytes that PowerShell has unrolled into an array of objects.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <exception cref="PSInvalidCastException">One of them is no byte.</exception>
    public WebhookBody(object[] bytes) =>
        Bytes = bytes.Select(one => PipelineInput.Unwrap(one) is byte value ? value : throw new PSInvalidCastException(Wanted)).ToArray();

    /// <summary>The bytes.</summary>
    internal ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>What is said of anything else.</summary>
    internal static string Wanted =>
        "Pass the raw body, as text or as bytes. An object read from it, such as from JSON, no longer has the bytes that were signed.";

    /// <summary>How long it is: the body itself may tell of people.</summary>
    public override string ToString() => $"{Bytes.Length} bytes";
}
