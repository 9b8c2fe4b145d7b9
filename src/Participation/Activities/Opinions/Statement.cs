using Participation.Sessions;
using Participation.Texts;

namespace Participation.Activities.Opinions;

/// <summary>A short statement to agree or disagree with.</summary>
public sealed record Statement(Contribution Given)
{
    /// <summary>The row of a statement on which nobody has voted.</summary>
    internal OpinionRow Blank { get; } = new(Given.Id, Given.Label is null ? Given.Text : null, Given.Label, 0, 0, 0, false, ContributionStatus.Shown);

    /// <summary>Its row while nobody may know how it was voted on.</summary>
    internal OpinionRow Unknown { get; } = new(Given.Id, Given.Label is null ? Given.Text : null, Given.Label, null, null, null, false, ContributionStatus.Shown);

    internal StatementToVote ToVote { get; } = new(Given.Id, Given.Label is null ? Given.Text : null, Given.Label);

    /// <summary>A statement of the workshop's author: nobody in the room gave it, and it is there from the session's first entry on.</summary>
    internal static Statement Seed(Scene scene, int number, LocalText text) => new(new Contribution(
        scene.IdOf(number), scene.Item.Root, 1, Guid.Empty, scene.Session.OpenedAt, text.In(scene.Session.Opened!.Language),
        Phoneless: false, Held: false, Table: null, Label: text));
}
