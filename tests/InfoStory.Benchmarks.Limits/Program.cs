using InfoStory.Benchmarks.Limits;

var app = args switch
{
    ["bytes", var file, var url] => Serve.Bytes(await File.ReadAllBytesAsync(file), url),
    ["page"] => Serve.EmptyPage(),
    ["template"] => Serve.EmptyTemplate(),
    _ => null,
};
if (app is null)
{
    await Console.Error.WriteLineAsync("Say which limit to serve: bytes FILE URL, page, or template.");
    return 1;
}

await app.RunAsync();
return 0;
