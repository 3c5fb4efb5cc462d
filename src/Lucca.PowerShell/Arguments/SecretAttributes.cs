using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;
using System.Net;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Arguments;

/// <summary>
/// Takes the values of a table out of sight whose names say that they are secrets, such as a file's <c>token</c>: errors show bound
/// parameters.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretEntriesAttribute : ArgumentTransformationAttribute
{
    /// <summary>A copy of the table, secret texts as SecureString.</summary>
    /// <param name="engineIntrinsics">Not used.</param>
    /// <param name="inputData">The table.</param>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (PipelineInput.Unwrap(inputData) is not IDictionary table)
        {
            return inputData;
        }

        var copy = new OrderedDictionary();
        foreach (DictionaryEntry entry in table)
        {
            copy.Add(
                entry.Key,
                PipelineInput.Unwrap(entry.Value) is string text && Masking.NameOfSecret().IsMatch(entry.Key.ToString()!)
                    ? new NetworkCredential("", text).SecurePassword
                    : entry.Value);
        }

        return copy;
    }
}

/// <summary>
/// Lets a parameter that takes a SecureString take plain text as well; from then on it is out of sight, in errors and bound parameters too.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretTextAttribute : ArgumentTransformationAttribute
{
    /// <summary>The text as a SecureString.</summary>
    /// <param name="engineIntrinsics">Not used.</param>
    /// <param name="inputData">Text or a SecureString.</param>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        PipelineInput.Unwrap(inputData) is string text ? new NetworkCredential("", text).SecurePassword : inputData;
}
