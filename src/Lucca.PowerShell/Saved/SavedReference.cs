using System.ComponentModel;

namespace Lucca.PowerShell.Saved;

/// <summary>
/// A reference or resource as a file holds it. Nothing is ever one: Import-Clixml is told to make one, which its converter does its own
/// way.
/// </summary>
[TypeConverter(typeof(SavedReferenceConverter))]
public abstract class SavedReference
{
}
