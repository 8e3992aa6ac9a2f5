using Microsoft.Data.SqlClient;

namespace InfoStory.Tests.Data;

public sealed class SqlServerStandInTests
{
    [Fact]
    public async Task A_command_with_a_parameter_gets_as_far_as_the_network()
    {
        const byte RemoteProcedureCall = 3;
        using var server = new FakeSqlServer();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var request = server.FirstRequestAsync(patience.Token);
        await using var connection = new SqlConnection(server.Connection);
        await connection.OpenAsync(patience.Token);
        await using var command = new SqlCommand("SELECT @words", connection);
        command.Parameters.AddWithValue("@words", "left hanging");

        // The server hangs up after the request, so the command itself always fails.
        await Record.ExceptionAsync(() => command.ExecuteScalarAsync(patience.Token));

        var (kind, body) = await request;
        Assert.Equal(RemoteProcedureCall, kind);
        Assert.Contains("@words", body, StringComparison.Ordinal);
    }
}
