using System.Text.Json.Serialization;

namespace Lucca.Emulator;

/// <summary>How an emulated tenant is made and how it behaves. Values read on each request may be changed while the tenant runs.</summary>
public sealed class TenantOptions
{
    /// <summary>The client id that the token endpoint accepts.</summary>
    public string ClientId { get; set; } = "emulator";

    /// <summary>The client secret that the token endpoint accepts.</summary>
    public string ClientSecret { get; set; } = "emulator-secret";

    /// <summary>The scopes that this client may ask for; null = all that the API has.</summary>
    public IReadOnlyCollection<string>? GrantedScopes { get; set; }

    /// <summary>
    /// True: a scope that this client may not have is omitted of a token that has others, as RFC 6749 (3.3) allows; the response then
    /// states what is left. False: the request is refused.
    /// </summary>
    public bool NarrowsScope { get; set; }

    /// <summary>How long a token is valid; the API says 1800 seconds.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromSeconds(1800);

    /// <summary>Requests in any 60 seconds before 429 is answered; 0 = no limit. The API's own limit is 50.</summary>
    public int RateLimit { get; set; }

    /// <summary>The most items of a page, whatever <c>limit</c> asks for: a server may return fewer than asked.</summary>
    public int MaxPageSize { get; set; } = 100;

    /// <summary>True: <c>links.next.href</c> repeats the query; false: it carries <c>page</c> alone. Samples show both.</summary>
    public bool NextLinkKeepsQuery { get; set; }

    /// <summary>The number of departments, ids from 1 upwards. Read when the data is first asked for.</summary>
    public int Departments { get; set; } = 40;

    /// <summary>The number of employees, ids from 401 upwards. Read when the data is first asked for.</summary>
    public int Employees { get; set; } = 120;

    /// <summary>The day around which the demo data is made; null = the clock's. Read when the data is first asked for.</summary>
    public DateOnly? Today { get; set; }

    /// <summary>The clock for the life of tokens, the rate limit and the timestamps of what is created.</summary>
    [JsonIgnore]
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
