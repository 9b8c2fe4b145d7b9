using System.Text;
using Participation.LoadTests.Hub;

namespace Participation.Tests.LoadTests;

/// <summary>Phones whose views nobody puts together are held against those that follow: by the bytes that they were told.</summary>
public sealed class FingerprintsTests
{
    private readonly Fingerprints prints = new();

    [Fact]
    public void The_same_frame_on_all_phones_of_an_audience_is_no_remark()
    {
        Take(0, 1, "Trees");
        Take(0, 1, "Trees");
        Take(0, 2, "Bees");
        Take(1, 1, "Ponds");
        Assert.Empty(prints.Altered);
    }

    [Fact]
    public void A_frame_that_one_phone_was_told_otherwise_is_found()
    {
        Take(0, 1, "Trees");
        Take(0, 1, "Threes");
        Assert.Contains("from 1 to 2", Assert.Single(prints.Altered), StringComparison.Ordinal);
    }

    private void Take(int table, int from, string text) => prints.Take(table, Encoding.UTF8.GetBytes($$"""{"from":{{from}},"number":{{from + 1}},"patch":[{"text":"{{text}}"}]}"""));
}
