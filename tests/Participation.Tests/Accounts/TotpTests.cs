using System.Text;
using Participation.Server.Accounts;

namespace Participation.Tests.Accounts;

/// <summary>Codes of a half minute, as the standard says.</summary>
public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B, the rows of SHA-1.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void The_standards_own_examples_hold(long seconds, string code)
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(seconds);
        Assert.Equal(code, Totp.Code(Secret, Totp.StepAt(time), 8));
        Assert.Equal(Totp.StepAt(time), Totp.Step(Secret, code[2..], time));
    }

    [Fact]
    public void A_clock_may_be_half_a_minute_off_and_no_more()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111111);
        var here = Totp.StepAt(now);
        foreach (var (away, taken) in new[] { (-2, false), (-1, true), (0, true), (1, true), (2, false) })
            Assert.Equal((away, taken ? here + away : null), (away, Totp.Step(Secret, Totp.Code(Secret, here + away), now)));
        Assert.Null(Totp.Step(Secret, "", now));
        Assert.Equal(here, Totp.Step(Secret, Totp.Code(Secret, here).Insert(3, " "), now));
    }

    /// <summary>RFC 4648, section 10, without padding.</summary>
    [Theory, InlineData("f", "MY"), InlineData("fo", "MZXQ"), InlineData("foo", "MZXW6"), InlineData("foobar", "MZXW6YTBOI")]
    public void A_secret_is_typed_as_the_standard_writes_it(string text, string typed) => Assert.Equal(typed, Totp.Base32(Encoding.ASCII.GetBytes(text)));
}
