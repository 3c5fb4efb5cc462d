using System.Globalization;

namespace Lucca.Emulator;

/// <summary>The header <c>Api-Version</c>: required; with no exact match the closest earlier version serves.</summary>
internal static class ApiVersion
{
    public const string Name = "Api-Version";
    public const string Current = "2024-11-01";
    private const int MaxLength = 10;

    public static void Check(HttpRequestMessage request)
    {
        if (!request.Headers.NonValidated.TryGetValues(Name, out var values) || values.ToString() is not { Length: > 0 } version)
        {
            throw Problem.Invalid(Name, $"The {Name} header is required.");
        }

        if (version.Length > MaxLength)
        {
            throw Problem.Invalid(Name, $"The {Name} header must have at most {MaxLength} characters.");
        }

        if (!DateOnly.TryParseExact(version, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || date < DateOnly.ParseExact(Current, "yyyy-MM-dd", CultureInfo.InvariantCulture))
        {
            throw Problem.Invalid(Name, $"There is no version '{version}' of the API, nor one before it. The version is {Current}.");
        }
    }
}
