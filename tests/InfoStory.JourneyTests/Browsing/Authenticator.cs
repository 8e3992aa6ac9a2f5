using System.Text.Json;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests.Browsing;

/// <summary>A device that keeps passkeys, as Chromium plays one (https://chromedevtools.github.io/devtools-protocol/tot/WebAuthn/).</summary>
internal sealed class Authenticator(ICDPSession devtools, string id)
{
    public static async Task<Authenticator> PlugInAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        var made = await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new(devtools, made!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>How many passkeys it keeps.</summary>
    public async Task<int> CountAsync() =>
        (await devtools.SendAsync("WebAuthn.getCredentials", new() { ["authenticatorId"] = id }))!.Value.GetProperty("credentials").GetArrayLength();

    /// <summary>The fingerprint, face or PIN is not right.</summary>
    public Task IsHeldByAnyoneAsync() => VerifyAsync(false);

    public Task IsHeldByItsOwnerAsync() => VerifyAsync(true);

    private Task<JsonElement?> VerifyAsync(bool right) =>
        devtools.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = id, ["isUserVerified"] = right });
}
