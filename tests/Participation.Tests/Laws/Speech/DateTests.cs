using Participation.Texts;

namespace Participation.Tests.Laws.Speech;

/// <summary>Days, times and zones are told as people say them.</summary>
public sealed class DateTests
{
    [Theory]
    [InlineData("en", 1, "on 1 November 2026")]
    [InlineData("en", 28, "on 28 November 2026")]
    [InlineData("it", 1, "il 1º novembre 2026")]
    [InlineData("it", 8, "l’8 novembre 2026")]
    [InlineData("it", 11, "l’11 novembre 2026")]
    [InlineData("it", 18, "il 18 novembre 2026")]
    [InlineData("it", 28, "il 28 novembre 2026")]
    [InlineData("de", 1, "am 1. November 2026")]
    [InlineData("de", 28, "am 28. November 2026")]
    public void A_day_in_a_sentence_follows_its_sound(string language, int day, string said) =>
        Assert.Equal(said, Words.In[language].OnDay(new(2026, 11, day, 14, 30, 0, TimeSpan.Zero)));

    [Theory, InlineData("en"), InlineData("it"), InlineData("de")]
    public void A_time_counts_to_twenty_four_and_two_digits(string language)
    {
        Assert.Equal("14:30", Words.In[language].Time(new(2026, 11, 28, 14, 30, 0, TimeSpan.Zero)));
        Assert.Equal("00:05", Words.In[language].Time(new(2026, 11, 28, 0, 5, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("Europe/Rome", "Rome time", "ora di Roma", "Ortszeit Rom")]
    [InlineData("America/New_York", "New York time", "ora di New York", "Ortszeit New York")]
    [InlineData("Etc/UTC", "universal time, UTC", "tempo universale, UTC", "Weltzeit, UTC")]
    [InlineData("UTC", "universal time, UTC", "tempo universale, UTC", "Weltzeit, UTC")]
    public void A_zone_is_a_city_and_never_an_id(string id, params string[] said) =>
        Assert.Equal(said, LocalText.Languages.Select(language => ZoneNames.In(Words.In[language], TimeZoneInfo.FindSystemTimeZoneById(id))));

    [Fact]
    public void What_somebody_wrote_is_never_read_as_a_place()
    {
        Assert.Equal("“{counts}” (n)", Words.In["en"]["opinions.report.named", ("text", "{counts}"), ("counts", "n")]);
        Assert.Equal("The text is too long: at most 1,000 characters. Your text is kept. Shorten it and send it again.", Words.Refusal("text.too-long", "1000").En);
        Assert.EndsWith("„1000“", Words.Refusal("workshop.unknown", "1000").De, StringComparison.Ordinal);
    }
}
