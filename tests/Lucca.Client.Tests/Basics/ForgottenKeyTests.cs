using System.Collections;
using System.Reflection;
using System.Security;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Basics;

/// <summary>Who still holds a session after its end holds no secret with it.</summary>
public sealed class ForgottenKeyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_closed_connection_holds_neither_key_nor_token(bool given)
    {
        await using var test = await TestClient.StartAsync(connect: options => given
            ? options with { Credential = null, Token = new System.Net.NetworkCredential("", "a-token").SecurePassword }
            : options);
        await (given ? Task.CompletedTask : test.Transport.SignInAsync(test.Notes, default));
        Assert.NotEmpty(Secrets(test.Transport));
        test.Transport.Dispose();
        Assert.Empty(Secrets(test.Transport));
    }

    /// <summary>The secrets that can be read from what an object refers to, however deep.</summary>
    private static List<string> Secrets(object root)
    {
        var (found, seen, open) = (new List<string>(), new HashSet<object>(ReferenceEqualityComparer.Instance), new Stack<object>([root]));
        while (open.TryPop(out var one))
        {
            if (!seen.Add(one))
            {
                continue;
            }

            switch (one)
            {
                case SecureString secret when !IsDestroyed(secret):
                    found.Add("a secure string");
                    break;
                case AccessToken token:
                    found.Add(token.Value);
                    break;
                case IEnumerable items and not string:
                    items.OfType<object>().ToList().ForEach(open.Push);
                    break;
            }

            foreach (var value in Fields(one))
            {
                open.Push(value);
            }
        }

        return found;
    }

    private static bool IsDestroyed(SecureString secret)
    {
        try
        {
            return secret.Length < 0;
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
    }

    private static IEnumerable<object> Fields(object one)
    {
        const BindingFlags own = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly;
        string[] searched = ["Lucca", "System.Net.Http", "System.Collections"];
        for (var type = one.GetType(); type?.FullName is { } name && searched.Any(name.StartsWith); type = type.BaseType)
        {
            foreach (var field in type.GetFields(own))
            {
                if (!field.FieldType.IsPointer && field.GetValue(one) is { } value && (!value.GetType().IsPrimitive))
                {
                    yield return value;
                }
            }
        }
    }
}
