namespace Lucca.Http;

/// <summary>Something a call reports while it runs.</summary>
/// <param name="Text">A line without secrets.</param>
/// <param name="IsDetail">Whether it is of interest to those who look for a fault only.</param>
public sealed record Note(string Text, bool IsDetail);
