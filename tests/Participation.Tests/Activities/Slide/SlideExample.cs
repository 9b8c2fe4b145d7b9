using Participation.Tests.Access;

namespace Participation.Tests.Activities;

internal sealed class SlideExample : IExample
{
    public string Kind => "slide";

    public string Mark => "SL";

    public object Settings => new { body = Given.Text("Welcome") };

    public IReadOnlyDictionary<string, Sort> Commands => new Dictionary<string, Sort>();
}
