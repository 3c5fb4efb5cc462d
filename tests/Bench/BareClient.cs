using System;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Lucca.Bench;

/// <summary>What HttpClient alone takes for the same work, in the same process: the floor under every other figure.</summary>
public sealed class BareClient : IDisposable
{
    private readonly HttpClient _client;

    public BareClient(string uri, string token)
    {
        _client = new HttpClient { BaseAddress = new Uri(uri) };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _client.DefaultRequestHeaders.Add("Api-Version", "2024-11-01");
    }

    /// <summary>Gets a JSON object again and again.</summary>
    public double Get(string path, int times)
    {
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < times; i++)
        {
            using var response = _client.GetAsync(path).GetAwaiter().GetResult();
            using var document = JsonDocument.Parse(
                response.EnsureSuccessStatusCode().Content.ReadAsStringAsync().GetAwaiter().GetResult());
        }

        return clock.Elapsed.TotalMilliseconds;
    }

    /// <summary>Brings a body to disk.</summary>
    public double Download(string path, string file)
    {
        var clock = Stopwatch.StartNew();
        using var response = _client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead).GetAwaiter().GetResult();
        using var target = File.Create(file);
        response.Content.CopyToAsync(target).GetAwaiter().GetResult();
        return clock.Elapsed.TotalMilliseconds;
    }

    /// <summary>Sends a file as a form.</summary>
    public double Upload(string path, string file)
    {
        var clock = Stopwatch.StartNew();
        using var form = new MultipartFormDataContent();
        var part = new StreamContent(File.OpenRead(file));
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(part, "form", Path.GetFileName(file));
        using var response = _client.PostAsync(path, form).GetAwaiter().GetResult();
        response.EnsureSuccessStatusCode();
        return clock.Elapsed.TotalMilliseconds;
    }

    public void Dispose() => _client.Dispose();
}
