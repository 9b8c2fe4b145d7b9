using Participation.Sessions;
using Participation.Texts;

namespace Participation.Activities.Opinions;

/// <summary>A short statement to agree or disagree with.</summary>
public sealed record Statement(Contribution Given)
{
    /// <summary>As it was given; null: it has a text in each language.</summary>
    internal string? Text => Given.Label is null ? Given.Text : null;

    internal StatementToVote ToVote { get; } = new(Given.Id, Given.Label is null ? Given.Text : null, Given.Label);

    /// <summary>A statement of the workshop's author: nobody in the room gave it, and it is there from the session's first entry on.</summary>
    internal static Statement Seed(Scene<OpinionsSettings> scene, int number, LocalText text) => new(new Contribution(
        scene.IdOf(number), scene.Item.Root, Table: null, Phoneless: false, Held: false,
        [new(1, Guid.Empty, scene.Session.OpenedAt, Wording.Of(text.In(scene.Session.Opened!.Language)), FieldDictionary.Nothing)], Label: text));
}
