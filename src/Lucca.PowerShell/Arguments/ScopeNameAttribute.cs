using System.Management.Automation;
using System.Text.RegularExpressions;
using Lucca.Http;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Arguments;

/// <summary>Checks the form of scopes: a resource, a dot and what may be done with it. Others than those of today may come.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class ScopeNameAttribute : ValidateArgumentsAttribute
{
    /// <summary>Checks each scope.</summary>
    /// <param name="arguments">A scope, or a list.</param>
    /// <param name="engineIntrinsics">Not used.</param>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        foreach (var given in LanguagePrimitives.GetEnumerable(arguments)?.Cast<object?>() ?? [arguments])
        {
            if ((PipelineInput.Unwrap(given) is string text ? Problem(text) : Problem("")) is { } problem)
            {
                throw new ValidationMetadataException(problem);
            }
        }
    }

    /// <summary>Why a text is no scope, with similar ones; null when it may be one.</summary>
    internal static string? Problem(string scope) =>
        Form().IsMatch(scope) ? null : $"{InputText.Of(scope)} is not a scope. {Advice(scope)}";

    /// <summary>The scopes in a text: a token request separates them by spaces.</summary>
    internal static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The scopes of the resource that a text names, or begins to name.</summary>
    private static string Advice(string scope)
    {
        var name = scope.Split('.')[0];
        var similar = name.Length == 0
            ? []
            : ApiScopes.All.Select(known => known.Scope)
                .Where(known => known.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                .GroupBy(known => known.Split('.')[0])
                .MinBy(group => group.Key.Length) ?? Enumerable.Empty<string>();
        return similar.Any()
            ? $"Similar scopes: {string.Join(", ", similar)}."
            : "Give one such as departments.readonly or files.readwrite.";
    }

    [GeneratedRegex(@"^[a-z-]+\.(readonly|readwrite)$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
