using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace InfoStory.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AddReplies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Replies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Retired = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Replies", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "Replies",
                columns: new[] { "Id", "Kind", "Name", "Position", "Retired", "Revision", "Text" },
                values: new object[,]
                {
                    { 1L, "Decline", "Not about sharing what services know", 10, false, 0, "We can see that this matters to you. Here we collect stories about what happens when services share what they know, and when they do not. Yours is about something else, so we cannot use it.\n\nIf you want a service to put something right, tell that service first, and ask how it deals with complaints." },
                    { 2L, "Decline", "Somebody could be recognised", 20, false, 0, "You trusted us with this, so we looked hard for a way to tell it in which nobody can be recognised. We did not find one. So few people have lived through this that somebody would know who it is about. If we left out enough to keep everyone safe, there would be no story left.\n\nKeeping you and the others in it safe comes first." },
                    { 3L, "Decline", "We have this story already", 30, false, 0, "We have this story already: the same words have reached us before. We go on with the ones that came first, so nothing that you told us is lost.\n\nIf yours is another story, we are sorry. Please tell it again, and say what was different." },
                    { 4L, "Decline", "Still going on, needs somebody who can act", 40, false, 0, "What you write about is still going on, and it needs somebody who can act now. We cannot: we collect stories so that services change, and we have no part in what they decide.\n\nPlease tell [who can act, and how to reach them].\n\nWhen it is over you can tell us again. We will read it with care." },
                    { 5L, "Decline", "Spam or advertising", 50, false, 0, "We could not tell that this came from a person, so we have not used it. If it did, we are sorry: please tell us again, and leave out links." },
                    { 6L, "Decline", "Not in English, and nobody could read it", 60, false, 0, "Your story is in [the language], and we found nobody who knows it well enough to read it for us. We do not want to guess what you mean, and we are sorry.\n\nIf somebody whom you trust can help you to write it in English, please tell it again." },
                    { 7L, "Decline", "Too little to go on", 70, false, 0, "We read your story with care, and we could not make out [what we could not make out]. Without that, others cannot learn from it.\n\nYou are welcome to tell us a little more of what happened. You need not name anybody." },
                    { 8L, "Question", "Roughly when it happened", 10, false, 0, "Thank you for your story. Roughly when did it happen? The year and the time of year are enough. Please do not give us the day." },
                    { 9L, "Question", "Which kind of service", 20, false, 0, "Thank you for your story. Which kind of service do you mean by “[their words]”? For example a hospital, a school or the housing office. Please do not name anybody who works there." },
                    { 10L, "Question", "What happened in the end", 30, false, 0, "Thank you for your story. What happened in the end? If it is still going on, tell us how things are now. If you would rather not say, just tell us that." },
                    { 11L, "Question", "Is it all right to change something", 40, false, 0, "Thank you for your story. So that nobody can be recognised, we would like to [what we would change]. Is that all right with you? If it is not, tell us what you would like instead." },
                    { 12L, "Question", "Something that we need to know", 50, false, 0, "Thank you for your story. There is one thing that we did not understand: [what we need to know]. Can you tell us a little more? Please leave out names and addresses." }
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Replies");
        }
    }
}
