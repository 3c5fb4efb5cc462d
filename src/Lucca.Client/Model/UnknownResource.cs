namespace Lucca;

/// <summary>A resource of a type that this version has no model for: all its members are in <see cref="OpenObject.UnknownMembers"/>.</summary>
public sealed class UnknownResource : Resource;
