using System.Net;
using System.Security.Cryptography;
using System.Text;
using Lucca.Api;
using Lucca.Http;

namespace Lucca.Emulator.Server;

/// <summary>What an administrator does all day, through the client and over HTTP: for a machine without PowerShell.</summary>
public static class Tour
{
    /// <summary>Makes the tour.</summary>
    /// <param name="server">The server to tour.</param>
    /// <param name="output">Where to print what is seen.</param>
    /// <exception cref="LuccaException">Something does not work.</exception>
    public static async Task RunAsync(EmulatorServer server, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(output);
        using var transport = Transport.Create(new ConnectionOptions(server.Address)
        {
            TokenUri = new Uri(server.Address, "/connect/token"),
            Credential = new ClientCredential(server.Tenant.Options.ClientId, new NetworkCredential("", server.Tenant.Options.ClientSecret).SecurePassword),
        });
        var client = new LuccaClient(transport, new CallNotes());
        await output.WriteLineAsync($"Connected to {server.Address}");
        await DepartmentsAsync(client, output);
        await PortraitAsync(client, output);
        await FileAsync(client, server, output);
        await UnknownIdAsync(client, output);
    }

    private static async Task DepartmentsAsync(LuccaClient client, TextWriter output)
    {
        await output.WriteLineAsync("\nThe first ten departments:");
        await foreach (var page in client.Departments.PagesAsync([], new ListWindow(First: 10), [], default))
        {
            foreach (var department in page.Items)
            {
                await output.WriteLineAsync($"  {department.Id,4}  level {department.Level}  {department.Name}");
            }
        }

        var finances = await client.Departments.GetAsync("32", new ReadOptions { Include = ["links"] }, default);
        await output.WriteLineAsync($"\nDepartment 32: {finances!.Name} ({finances.RemoteId}), led by employee {finances.Manager}, {finances.ETag}\n  {finances.Links!["activeEmployees"]}");
    }

    private static async Task PortraitAsync(LuccaClient client, TextWriter output)
    {
        var employee = await client.Employees.GetAsync("416", ReadOptions.Default, default);
        var path = Path.Combine(Path.GetTempPath(), $"portrait-{Guid.NewGuid():N}.jpg");
        await using (var file = new FileStream(path, FileMode.CreateNew))
        {
            var head = await client.Portraits.DownloadAsync(employee!.Portrait!.Id, ReadOptions.Default, _ => file, default);
            await output.WriteLineAsync($"\nPortrait of {employee.GivenName} {employee.FamilyName}: {head!.FileName}, {head.MediaType}, {file.Length} bytes on disk");
        }

        System.IO.File.Delete(path);
    }

    private static async Task FileAsync(LuccaClient client, EmulatorServer server, TextWriter output)
    {
        var content = Encoding.UTF8.GetBytes("Signed by Zoë €漢");
        var source = new UploadSource("Contract Zoë.txt", "text/plain", content.Length, () => new MemoryStream(content));
        var sent = await client.Files.UploadAsync(source, ReadOptions.Default, default);
        using var back = new MemoryStream();
        var link = new LinkUri(new Uri(server.Address, server.Tenant.FileLink(sent.Id)).ToString());
        await client.Files.DownloadAsync(FileAddress.Parse(link, server.Address), ReadOptions.Default, MediaTypes.Bytes, null, _ => back, default);
        var (up, down) = (Convert.ToHexString(SHA256.HashData(content)), Convert.ToHexString(SHA256.HashData(back.ToArray())));
        await output.WriteLineAsync($"\nUploaded {sent.FileName} as {sent.Id}\n  sent  {up}\n  back  {down}");
        if (up != down)
        {
            throw new InvalidDataException("What came back is not what was sent.");
        }
    }

    private static async Task UnknownIdAsync(LuccaClient client, TextWriter output)
    {
        try
        {
            await client.Departments.GetAsync("no-such", ReadOptions.Default, default);
            throw new InvalidOperationException("An unknown id was found.");
        }
        catch (LuccaException error) when (error.Kind == LuccaErrorKind.NotFound)
        {
            await output.WriteLineAsync($"\nAn unknown id: {error.Kind}: {error.Message}");
        }
    }
}
