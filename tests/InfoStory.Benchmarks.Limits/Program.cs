using InfoStory.Benchmarks.Limits;

var app = args switch
{
    ["bytes", var file, var url] => Serve.Bytes(await File.ReadAllBytesAsync(file), url),
    ["page"] => Serve.EmptyPage(),
    ["bare", var file, var database] => Serve.BarePage(BarePages.Read(file, database)),
    ["template"] => Serve.EmptyTemplate(),
    _ => null,
};
if (app is null)
{
    await Console.Error.WriteLineAsync("Say which limit to serve: bytes FILE URL, page, bare FILE DATABASE, or template.");
    return 1;
}

await app.RunAsync();
return 0;
