using Participation.Server.Accounts;

namespace Participation.Tests.Accounts;

/// <summary>Which passwords are taken, and what is kept of them.</summary>
public sealed class PasswordTests
{
    [Theory]
    [InlineData("nine trams to the lake", null)]
    [InlineData("überübermorgen?", null)]
    [InlineData("🚋🚲🌳🏫🏥🏟🎭⛲🚏🗺🏛🌉", null)]
    [InlineData("password of a blue horse", null)]
    [InlineData("short", "password.short")]
    [InlineData("elevenchars", "password.short")]
    [InlineData("🚋🚲🌳🏫🏥🏟🎭⛲🚏🗺🏛", "password.short")]
    [InlineData("            ", "password.short")]
    [InlineData("", "password.short")]
    [InlineData(null, "text.broken")]
    [InlineData("nine trams\0to the lake", "text.control-character")]
    [InlineData("password1234", "password.common")]
    [InlineData("Participation!1", "password.common")]
    [InlineData("1234567890123", "password.common")]
    [InlineData("ada.lovelace.1815", "password.common")]
    [InlineData("aaaaaaaaaaaaaaaa", "password.common")]
    public void Long_ones_whatever_they_are_made_of_and_none_that_is_tried_first(string? password, string? refused) =>
        Assert.Equal(refused, PasswordRule.Refused(password, "Ada Lovelace"));

    [Fact]
    public void Sixty_four_and_more_characters_are_taken_up_to_a_limit()
    {
        var words = string.Concat(Enumerable.Range(0, 100).Select(n => $"{n} trams "));
        Assert.Null(PasswordRule.Refused(words[..64], "Ada"));
        Assert.Null(PasswordRule.Refused(words[..256], "Ada"));
        Assert.Equal("password.long", PasswordRule.Refused(words[..257], "Ada"));
    }

    [Fact]
    public async Task Kept_is_a_hash_of_600_000_rounds_of_PBKDF2_with_SHA_512_and_a_salt_of_its_own()
    {
        using var passwords = new Passwords(PasswordCost.Usual);
        var hashes = await Task.WhenAll(passwords.Hash("nine trams to the lake"), passwords.Hash("nine trams to the lake"));
        Assert.NotEqual(hashes[0], hashes[1]);
        var bytes = Convert.FromBase64String(hashes[0]);
        // The framework's third form: 1, algorithm, iterations, length of the salt, each of the three big-endian.
        Assert.Equal([1, 0, 0, 0, 2, 0, 9, 39, 192, 0, 0, 0, 16], bytes[..13]);
    }

    [Fact]
    public async Task A_password_is_the_same_in_another_form_of_Unicode_and_no_other_matches()
    {
        using var passwords = new Passwords(new(1));
        var account = new Account(Guid.NewGuid(), "Ada", AccountRole.Facilitator, await passwords.Hash("citt\u00e0 di tram veloci"), null, 0, false, default);
        Assert.True(await passwords.Match(account, "citta\u0300 di tram veloci", isKnown: false));
        Assert.False(await passwords.Match(account, "citta di tram veloci", isKnown: false));
        Assert.False(await passwords.Match(account, "\ud800", isKnown: false));
        Assert.False(await passwords.Match(null, "citt\u00e0 di tram veloci", isKnown: false));
    }

    [Fact]
    public async Task Many_strangers_at_once_are_asked_to_come_again_and_a_known_browser_waits_behind_none_of_them()
    {
        using var passwords = new Passwords(new(200_000));
        var account = new Account(Guid.NewGuid(), "Ada", AccountRole.Facilitator, await passwords.Hash("nine trams to the lake"), null, 0, false, default);
        var strangers = Enumerable.Range(0, 100).Select(_ => passwords.Match(null, "something else entirely", isKnown: false)).ToList();
        var owner = passwords.Match(account, "nine trams to the lake", isKnown: true);
        Assert.Same(owner, await Task.WhenAny(owner, Task.WhenAll(strangers)));
        Assert.True(await owner);
        var answers = await Task.WhenAll(strangers);
        Assert.Equal(7, answers.Count(answer => answer is false));
        Assert.Equal(93, answers.Count(answer => answer is null));
    }

    [Fact]
    public async Task Whose_connection_is_cut_before_their_turn_is_not_looked_at()
    {
        using var passwords = new Passwords(new(1));
        var account = new Account(Guid.NewGuid(), "Ada", AccountRole.Facilitator, await passwords.Hash("nine trams to the lake"), null, 0, false, default);
        foreach (var isKnown in new[] { false, true })
        {
            Assert.Null(await passwords.Match(account, "nine trams to the lake", isKnown, new CancellationToken(canceled: true)));
            // Nor does it hold up who comes next.
            Assert.True(await passwords.Match(account, "nine trams to the lake", isKnown));
        }
    }
}
