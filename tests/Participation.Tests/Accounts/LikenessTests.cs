using Participation.Server.Accounts;

namespace Participation.Tests.Accounts;

/// <summary>Nobody gets a name that others take for somebody else's, and nobody is refused for a name of their own.</summary>
public sealed class LikenessTests
{
    [Theory]
    [InlineData("Bоss")] // a Cyrillic о
    [InlineData("Αnna")] // a Greek Α
    [InlineData("Аdmin Rossi")]
    [InlineData("Петроva")]
    [InlineData("Anոa")] // an Armenian n
    [InlineData("ＢОss")]
    public void Letters_of_two_alphabets_in_one_name_are_mixed(string name) => Assert.True(Likeness.IsMixed(name));

    [Theory]
    [InlineData("Zoë Müller-Łukaszewicz")]
    [InlineData("Анна Петрова")]
    [InlineData("Γιώργος Παπαδόπουλος")]
    [InlineData("O'Brien 2")]
    [InlineData("田中 Anna")]
    [InlineData("محمد Ali")]
    [InlineData("דנה")]
    [InlineData("a.b@example.org")]
    [InlineData("Dr. José №1")]
    [InlineData("Ștefan ß ı")]
    public void Names_as_people_bear_them_are_not(string name) => Assert.False(Likeness.IsMixed(name));

    [Theory]
    [InlineData("Pope", "Роре")]
    [InlineData("pope", "РОРЕ")]
    [InlineData("ANNA", "АΝΝА")]
    [InlineData("Bill", "BiII")]
    [InlineData("Admin", "Admιn")]
    [InlineData("Ida 10", "lda 1O")]
    [InlineData("Boss", "B\u200Boss")]
    [InlineData("Anna  Rossi", "Anna\u00A0Rossi")]
    [InlineData("СОНЯ", "COHЯ")]
    public void These_look_alike(string one, string other)
    {
        Assert.True(Likeness.Between(one, other));
        Assert.True(Likeness.Between(other, one));
    }

    [Theory]
    [InlineData("Elia", "Ella")]
    [InlineData("Anna", "Anne")]
    [InlineData("Bea 0", "Bea 1")]
    [InlineData("Maria", "María")]
    [InlineData("Мария", "Марина")]
    [InlineData("Ivan", "Иван")]
    public void These_do_not(string one, string other) => Assert.False(Likeness.Between(one, other));
}
