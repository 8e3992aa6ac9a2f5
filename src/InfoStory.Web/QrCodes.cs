using System.Text;
using InfoStory.Campaigns;
using InfoStory.Web.Staff;
using Microsoft.Extensions.Options;
using QRCoder;

namespace InfoStory.Web;

/// <summary>The address of an invitation as a QR code (ISO/IEC 18004) that stands a quarter of damage, as one black path on white.</summary>
public static class QrCodes
{
    /// <summary>The name of the endpoint, for links.</summary>
    public const string OfInvitation = "QR code of an invitation";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapQrCodes(this IEndpointRouteBuilder app) =>
        app.MapMethods("/moderation/invitations/{code}/qr.svg", Reading,
            async (string code, Invitations invitations, IOptions<SiteOptions> site, CancellationToken cancellation) =>
            Results.Text(Svg(site.Value.InvitationUrl((await invitations.ReadAsync(code, cancellation)).Code)), "image/svg+xml"))
            .WithName(OfInvitation).RequireAuthorization(Policies.Moderate);

    /// <summary>One unit to a module, with the quiet zone of four modules that readers need. It holds no style, which our headers would forbid.</summary>
    public static string Svg(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.Q);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (!rows[y][x]) continue;

                var start = x;
                while (x < rows[y].Count && rows[y][x]) x++;
                path.Append($"M{start} {y}h{x - start}v1h-{x - start}z");
            }
        }

        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {rows.Count} {rows.Count}" shape-rendering="crispEdges">
            <path fill="#fff" d="M0 0h{rows.Count}v{rows.Count}H0z"/><path d="{path}"/></svg>
            """;
    }
}
