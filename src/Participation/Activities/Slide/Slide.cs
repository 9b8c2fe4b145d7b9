using Participation.Journal;
using Participation.Reports;
using Participation.Sessions;
using Participation.Texts;

namespace Participation.Activities.Slide;

/// <param name="Body">Paragraphs with an empty line between them; lines that begin with "- " are bullets.</param>
/// <param name="Image">A picture in the workshop's folder.</param>
/// <param name="Alt">What the picture shows.</param>
public sealed record SlideSettings(LocalText Body, string? Image = null, LocalText? Alt = null);

/// <summary>A slide keeps nothing.</summary>
public sealed record SlideState;

public sealed record SlideView(LocalText Body, string? Image, LocalText? Alt);

/// <summary>Text and a picture for everyone: a welcome, a question, what happens next.</summary>
public sealed class Slide() : Activity<SlideSettings, SlideState, SlideView, Nothing>("slide")
{
    public override bool Takes => false;

    public override SlideState Start(Scene<SlideSettings> scene) => new();

    public override SlideState Evolve(SlideState state, Entry entry, Scene<SlideSettings> scene) => state;

    public override SlideView View(SlideState state, Scene<SlideSettings> scene, Audience audience)
    {
        var settings = scene.Settings;
        var image = settings.Image is { } file ? $"/workshops/{scene.Session.Opened!.Workshop}/{file}" : null;
        return new(settings.Body, image, settings.Alt);
    }

    /// <summary>Welcome and thanks are no chapter: nobody gives anything here.</summary>
    public override IReadOnlyList<Block> Section(SlideState state, Scene<SlideSettings> scene, Words words) => [];
}
