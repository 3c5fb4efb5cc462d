using Lucca.Emulator.Requests;

namespace Lucca.Emulator.Resources;

/// <summary>What answers a request, once the checks that are the same for all resources are passed.</summary>
internal delegate Task<HttpResponseMessage> Operation(ApiCall call, CancellationToken cancellationToken);
