using InfoStory.Data;
using InfoStory.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Data;

public sealed class SqlServerConnectionTests
{
    [Theory]
    [InlineData("", 2, 0)]
    [InlineData(";Connect Timeout=9;ConnectRetryCount=3", 9, 3)]
    [InlineData(";Connection Timeout=9", 9, 0)]
    public void A_server_that_does_not_answer_is_given_up_soon_unless_the_connection_string_says_otherwise(string said, int seconds, int retries)
    {
        var options = new DbContextOptionsBuilder<InfoStoryContext>();
        options.UseSqlServerFor("Server=nowhere;Database=InfoStory" + said, maxBatchSize: null, TimeProvider.System);
        using var db = new InfoStoryContext(options.Options);

        var connection = new SqlConnectionStringBuilder(db.Database.GetConnectionString());

        Assert.Equal((seconds, retries), (connection.ConnectTimeout, connection.ConnectRetryCount));
    }
}
