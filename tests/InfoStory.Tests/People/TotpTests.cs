using System.Text;
using InfoStory.People;

namespace InfoStory.Tests.People;

public sealed class TotpTests
{
    private const int Seconds = 30;

    /// <summary>The key and the times of appendix B of RFC 6238; the last six of its eight digits.</summary>
    [Theory]
    [InlineData(59L, "287082")]
    [InlineData(1111111109L, "081804")]
    [InlineData(1111111111L, "050471")]
    [InlineData(1234567890L, "005924")]
    [InlineData(2000000000L, "279037")]
    [InlineData(20000000000L, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(seconds / Seconds, Totp.StepOf(Encoding.ASCII.GetBytes("12345678901234567890"), code, DateTime.UnixEpoch.AddSeconds(seconds)));

    [Theory]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Keys_are_written_in_the_letters_of_RFC_4648(string key, string letters) => Assert.Equal(letters, Totp.InLetters(Encoding.ASCII.GetBytes(key)));

    [Fact]
    public void A_code_is_known_for_half_a_minute_before_and_after_its_own_however_it_is_typed()
    {
        var (key, now) = (Totp.NewKey(), new DateTime(2026, 11, 24, 10, 0, 0, DateTimeKind.Utc));
        var (code, step) = (AuthenticatorApp.CodeAt(key, now), (long)(now - DateTime.UnixEpoch).TotalSeconds / Seconds);

        foreach (var seconds in new[] { -30, 0, 30, 59 }) Assert.Equal(step, Totp.StepOf(key, $" {code[..3]} {code[3..]} ", now.AddSeconds(seconds)));
        foreach (var seconds in new[] { -31, 60 }) Assert.Null(Totp.StepOf(key, code, now.AddSeconds(seconds)));
        foreach (var typed in new[] { null, "", code[1..], code + "0", "abcdef" }) Assert.Null(Totp.StepOf(key, typed, now));
    }
}
