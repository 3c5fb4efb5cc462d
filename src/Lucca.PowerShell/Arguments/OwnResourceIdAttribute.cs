namespace Lucca.PowerShell.Arguments;

/// <summary>Lets the parameter of a cmdlet's own ids take objects as well. Each is an item by itself: one that does not fit is an error of its own.</summary>
/// <param name="resource">The model that the cmdlet works on; null where the cmdlet's base class says it.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OwnResourceIdAttribute(Type? resource = null) : ResourceIdAttribute
{
    /// <summary>The model that the cmdlet works on.</summary>
    public Type? Resource { get; } = resource;

    internal override Type? Model => null;
}
