using Participation.Sessions;

namespace Participation.Writing;

/// <summary>What a contribution of a kind consists of. A kind declares it from its settings; the house then takes, keeps, shows and prints what people write into it.</summary>
/// <param name="MostEach">Contributions of one person, also those withdrawn: what is taken back was written down all the same.</param>
/// <param name="TooMany">What somebody is told who has given so many.</param>
public sealed record Form(IReadOnlyList<TextField> Texts, IReadOnlyList<ChoiceField> Choices, int MostEach, string TooMany)
{
    /// <summary>The texts as they are stored, or why they are not taken: each that is asked for, and no other.</summary>
    public (IReadOnlyDictionary<string, string> Kept, Refusal? Refused) Read(IReadOnlyDictionary<string, string> texts)
    {
        var kept = new Dictionary<string, string>();
        if (texts.Keys.Any(id => Texts.All(field => field.Id != id))) return (kept, new("command.malformed"));
        foreach (var field in Texts)
        {
            var (text, refused) = field.Optional
                ? PlainText.CheckOptional(texts.GetValueOrDefault(field.Id), field.Most)
                : PlainText.Check(texts.GetValueOrDefault(field.Id), field.Most);
            if (refused is not null) return (kept, refused);
            if (text is not null) kept[field.Id] = text;
        }
        return (kept, null);
    }

    /// <summary>Why something was chosen that is not offered; null when all of it is.</summary>
    public Refusal? Refuses(IReadOnlyDictionary<string, string> choices)
    {
        foreach (var (id, choice) in choices)
        {
            if (Choices.FirstOrDefault(field => field.Id == id) is not { } field) return new("command.malformed");
            if (!field.Offers(choice)) return new(field.Unknown);
        }
        return null;
    }
}

/// <summary>Words of one's own.</summary>
/// <param name="Most">Graphemes.</param>
public sealed record TextField(string Id, int Most, bool Optional = false);

/// <summary>One of what is offered, or none.</summary>
/// <param name="Unknown">What somebody is told who chose something else.</param>
public sealed record ChoiceField(string Id, Func<string, bool> Offers, string Unknown);
