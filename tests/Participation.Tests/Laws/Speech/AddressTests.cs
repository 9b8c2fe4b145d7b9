using System.Text.RegularExpressions;

namespace Participation.Tests.Laws.Speech;

/// <summary>One screen for one person says tu, one for many says voi, paper speaks to nobody; German says Sie; the page never says I.</summary>
public sealed partial class AddressTests
{
    [Fact]
    public void A_screen_of_one_person_says_tu() => Expect.None(Said.In("it")
        .Where(said => said.Surface is Surface.Person or Surface.Console && Voi().IsMatch(said.Text)));

    [Fact]
    public void The_wall_says_voi() => Expect.None(Said.In("it").Where(said => said.Surface == Surface.Wall && Tu().IsMatch(said.Text)));

    [Fact]
    public void An_instruction_is_no_infinitive() => Expect.None(Said.In("it").Where(said => !said.OfWorkshop && Infinitive().IsMatch(said.Text)));

    [Fact]
    public void German_says_Sie() => Expect.None(Said.In("de").Where(said => Du().IsMatch(said.Text)));

    [Fact]
    public void Paper_speaks_to_nobody() => Expect.None(Said.All.Where(said => said.Surface == Surface.Paper
        && (said.Language switch { "en" => You(), "it" => Tu(), _ => Sie() }).IsMatch(said.Text)));

    [Fact]
    public void The_page_never_says_I() => Expect.None(Said.All.Where(said => !said.OfWorkshop && Speaks(said)));

    /// <summary>What a button lets a person declare is said by that person.</summary>
    private static readonly string[] Declared = ["door.join", "door.type", "door.table", "phone.refused.ok", "phone.secret.cast", "account.mine", "console.account", "opinions.keep", "door.data.erase"];

    /// <summary>The notice is the controller’s, who is we.</summary>
    private static readonly string[] Notices = ["door.data.text"];

    private static bool Speaks(Said said) => !Declared.Contains(said.Key) && !Notices.Contains(said.Key)
        && (said.Language switch { "en" => EnglishI(), "it" => ItalianI(), _ => GermanI() }).IsMatch(said.Text);

    [GeneratedRegex(@"\b(?:voi|vostr[oaie]|avete|siete|vedete|mostrate (?:il|la|lo|i|gli|le)|scegliete|create|aprite|apritene|riaprite|controllate|trascinatevi|scrutinate|scrutinatel[aeio]|chiudete|chiedete|iniziate|lasciate|prestate|azzerate|inquadrate|digitate|scrivete|potete)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Voi();

    [GeneratedRegex(@"\b(?:tu|tuo|tua|tuoi|tue|hai|sei|puoi|inquadra|scrivi|apri|scegli)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Tu();

    [GeneratedRegex(@"(?:^|[.:] )(?!lettere)\p{L}+(?:are|ere|ire|arlo|erlo|irlo|erne|arne)\b(?![^.]*\?)")]
    private static partial Regex Infinitive();

    [GeneratedRegex(@"\b(?:du|dich|dir|dein\w*|euch|euer|eure\w*|ihr habt)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Du();

    [GeneratedRegex(@"\b(?:you|your|yours)\b", RegexOptions.IgnoreCase)]
    private static partial Regex You();

    [GeneratedRegex(@"\b(?:Ihre?[nmrs]?|Ihnen)\b|\w\s+Sie\b")]
    private static partial Regex Sie();

    [GeneratedRegex(@"\b(?:I|my|me|we|our|us)\b")]
    private static partial Regex EnglishI();

    [GeneratedRegex(@"\b(?:io|mi|mio|mia|noi|nostr[oaie]|riprovo|cerco|riprendiamo)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ItalianI();

    [GeneratedRegex(@"\b(?:[Ii]ch|mir|mich|[Mm]eine?[mnrs]?|[Ww]ir|uns|unser\w*)\b")]
    private static partial Regex GermanI();
}
