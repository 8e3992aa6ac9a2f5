using System.Globalization;
using System.Net.Sockets;
using InfoStory.Data;
using InfoStory.Web;
using InfoStory.Web.Commands;
using InfoStory.Web.Setup;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("en-GB");

var command = args.FirstOrDefault() is "staff" or "database" or "hints" or "retention" or "history" or "tags";
var builder = WebApplication.CreateBuilder(command ? [] : args);
builder.Host.UseLogging(quiet: command);
builder.Configuration.UseListeningAddress(builder.Environment);
builder.Services.AddComposition(builder.Configuration, builder.Environment);
builder.Services.AddPages();
builder.Services.AddSignIn();
builder.Services.AddCaching();
builder.Services.AddRateLimiting();
builder.Services.AddPipeline();
builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));

await using var app = builder.Build();
try
{
    app.Services.CheckSettings();
    if (command) return await CommandLine.RunAsync(app.Services, args, Console.Out, Console.Error);

    await ActivatorUtilities.CreateInstance<StartUp>(app.Services).RunAsync();
}
catch (Exception refused) when (refused is OptionsValidationException or NotReadyException)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}

app.UsePipeline();
try
{
    await app.RunAsync();
}
catch (Exception refused) when (refused is IOException { InnerException: AddressInUseException } or SocketException)
{
    await Console.Error.WriteLineAsync($"InfoStory cannot listen there. {refused.Message} Start it at another address, such as: --urls http://localhost:5081");
    return 1;
}

return 0;
