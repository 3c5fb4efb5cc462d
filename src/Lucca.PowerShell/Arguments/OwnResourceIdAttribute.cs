namespace Lucca.PowerShell.Arguments;

/// <summary>Lets the parameter of a cmdlet's own ids take objects as well. Each is an item by itself: one that does not fit is an error of its own.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OwnResourceIdAttribute : ResourceIdAttribute
{
    internal override Type? Model => null;
}
