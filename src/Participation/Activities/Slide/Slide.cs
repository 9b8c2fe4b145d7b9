using Participation.Sessions;
using Participation.Texts;

namespace Participation.Activities.Slide;

/// <param name="Body">Paragraphs with an empty line between them; lines that begin with "- " are bullets.</param>
/// <param name="Image">A picture in the workshop's folder.</param>
/// <param name="Alt">What the picture shows.</param>
public sealed record SlideSettings(LocalText Body, string? Image = null, LocalText? Alt = null);

public sealed record SlideView(LocalText Body, string? Image, LocalText? Alt);

/// <summary>Text and a picture for everyone: a welcome, a question, what happens next. It keeps nothing, and welcome and thanks are no chapter.</summary>
public sealed class Slide() : Activity<SlideSettings, Nothing, SlideView, Nothing>("slide")
{
    public override Nothing Start(Scene<SlideSettings> scene) => new();

    public override SlideView View(Nothing state, Scene<SlideSettings> scene, Audience audience)
    {
        var settings = scene.Settings;
        var image = settings.Image is { } file ? $"/workshops/{scene.Session.Opened!.Workshop}/{file}" : null;
        return new(settings.Body, image, settings.Alt);
    }
}
