namespace Lucca.PowerShell.Filters;

/// <summary>Says that a cmdlet's parameter narrows what came of a list, since the API has no such filter.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ClientFilterAttribute : Attribute;
