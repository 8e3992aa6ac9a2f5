using System.Diagnostics;
using InfoStory.Benchmarks.Running;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Letters;
using MailKit.Net.Smtp;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace InfoStory.Benchmarks.Measures;

/// <summary>Letters of a list from the table to a mail server, against MailKit sending the same bytes bare over one connection to the same server.</summary>
internal sealed class Lettering : IMeasure
{
    private const int Most = 10_000, AtOnce = 1_000;
    private const double AsBare = 0.5;

    public string Name => "letters";

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellation)
    {
        var letters = Math.Min(Most, bench.Scale.Stories);
        return
        [
            await MeasureAsync(bench, letters, "letters", "each deleted and in the history when it has left", default, cancellation),
            await MeasureAsync(bench, letters / 4, "letters far", "the server takes 2 ms for each answer", TimeSpan.FromMilliseconds(2), cancellation),
        ];
    }

    private static async Task<Figure> MeasureAsync(
        Bench bench, int letters, string name, string how, TimeSpan answersAfter, CancellationToken cancellation)
    {
        using var sink = MailSink.Start(answersAfter);
        await using var ours = new InProcess(
            await bench.EmptyDatabaseAsync(cancellation), ("Mail:Host", "127.0.0.1"), ("Mail:Port", sink.Port.ToString()), ("Mail:PerMinute", "0"));

        // The first of both is warm.
        await OursAsync(ours, Math.Min(AtOnce, letters), cancellation);
        await BareAsync(sink, Math.Min(AtOnce, letters), cancellation);
        var pairs = await Pairs.RunAsync(2, () => OursAsync(ours, letters, cancellation), () => BareAsync(sink, letters, cancellation));
        return Figure.AtLeast(name, $"{letters:N0} of a list, {how}", Pairs.Of(pairs, rate => rate), "/s", AsBare);
    }

    private static async Task<double> OursAsync(InProcess services, int letters, CancellationToken cancellation)
    {
        await WriteAsync(services, letters, cancellation);
        await using var scope = services.NewScope();
        var (outbox, postman) = (scope.ServiceProvider.GetRequiredService<Outbox>(), scope.ServiceProvider.GetRequiredService<IPostman>());
        var watch = Stopwatch.StartNew();
        for (var sent = 0; sent < letters;)
        {
            if (await outbox.SendDueAsync(postman, cancellation) is not (> 0 and var more)) throw new InvalidOperationException("A letter did not leave.");
            sent += more;
        }

        return letters / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> BareAsync(MailSink sink, int letters, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream(sink.Last);
        using var message = await MimeMessage.LoadAsync(bytes, cancellation);
        using var client = new SmtpClient();
        var watch = Stopwatch.StartNew();
        await client.ConnectAsync("127.0.0.1", sink.Port, MailKit.Security.SecureSocketOptions.None, cancellation);
        for (var sent = 0; sent < letters; sent++) await client.SendAsync(message, cancellation);
        await client.DisconnectAsync(quit: true, cancellation);
        return letters / watch.Elapsed.TotalSeconds;
    }

    private static async Task WriteAsync(InProcess services, int letters, CancellationToken cancellation)
    {
        for (var written = 0; written < letters; written += AtOnce)
        {
            await using var scope = services.NewScope();
            var (db, now) = (scope.ServiceProvider.GetRequiredService<InfoStoryContext>(), scope.ServiceProvider.GetRequiredService<TimeProvider>().UtcNow);
            db.AddRange(Enumerable.Range(written, Math.Min(AtOnce, letters - written)).Select(number => new Letter
            {
                Subject = $"subscriber {number}",
                To = $"reader{number}@example.org",
                Lane = LetterLane.List,
                ListId = "digest",
                Unsubscribe = "https://example.org/subscribe/leave?key=abcdefghijklmnopqrstuvwxyzabcdefghijklmnopq",
                Title = "New case studies",
                Body = string.Join("\n\n", Enumerable.Repeat("A case study of some words, and where it is: http://127.0.0.1/case-studies/left-hanging", 10)),
                WrittenAt = now,
                NextTryAt = now,
            }));
            await db.SaveChangesAsync(cancellation);
        }
    }
}
