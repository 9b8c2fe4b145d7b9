using Participation.Tests.Access;
using Participation.Tests.Injection;

namespace Participation.Tests.Activities;

internal sealed class SlideExample : IExample
{
    public string Kind => "slide";

    public object Settings => new { body = Given.Text("Welcome") };

    public IReadOnlyDictionary<string, Sort> Commands => new Dictionary<string, Sort>();

    public IReadOnlyDictionary<string, Kept> Texts => new Dictionary<string, Kept>();
}
