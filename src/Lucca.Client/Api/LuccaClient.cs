using Lucca.Http;

namespace Lucca.Api;

/// <summary>The API of one tenant for one caller. Creating it is cheap: the transport has the connection.</summary>
/// <param name="transport">The connection to the tenant.</param>
/// <param name="notes">Receives progress and warnings.</param>
public sealed class LuccaClient(Transport transport, CallNotes notes)
{
    /// <summary>
    /// Begins to note the departments whenever a caller begins to read their whole list; null for nobody. What it returns takes them, and
    /// whether none may be missing.
    /// </summary>
    public Func<Action<IReadOnlyList<Department>, bool>>? NoteDepartments { get; init; }

    /// <summary>Departments.</summary>
    public ResourceClient<Department> Departments => Of(Resources.Departments);

    /// <summary>Employees.</summary>
    public ResourceClient<Employee> Employees => Of(Resources.Employees);

    /// <summary>Employees' pictures.</summary>
    public PortraitClient Portraits => new(transport, notes);

    /// <summary>Files.</summary>
    public FileClient Files => new(transport, notes);

    /// <summary>Writes webhook endpoints and deliveries.</summary>
    public WebhookClient Webhooks => new(transport, notes);

    /// <summary>Events in the form of CloudEvents.</summary>
    public CloudEventClient CloudEvents => new(transport, notes);

    /// <summary>Any resource.</summary>
    /// <typeparam name="T">Its model.</typeparam>
    /// <param name="descriptor">Describes the resource.</param>
    public ResourceClient<T> Of<T>(ResourceDescriptor<T> descriptor)
        where T : Resource => new(transport, notes, descriptor) { Note = NoteDepartments as Func<Action<IReadOnlyList<T>, bool>> };

    /// <summary>Downloads the body of any response.</summary>
    /// <param name="request">The request.</param>
    /// <param name="open">Opens the target.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <inheritdoc cref="Download.RunAsync"/>
    public Task<DownloadResult> DownloadAsync(LuccaRequest request, Func<DownloadResult, Stream> open, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new Download(transport, notes, request, request.Path).RunAsync(open, cancellationToken);
    }

    /// <summary>Sends any request.</summary>
    /// <typeparam name="T">The result.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the response, from the start each time it is called.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<T> SendAsync<T>(
        LuccaRequest request, Func<Response, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        transport.SendAsync(request, notes, read, cancellationToken);
}
