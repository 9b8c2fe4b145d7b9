using Participation.Server.Lines;

namespace Participation.Tests.Lines;

/// <summary>So many screens are live at a time, and each that goes makes room for one.</summary>
public sealed class PlacesTests
{
    [Fact]
    public void There_are_as_many_as_screens_and_each_is_given_back_once()
    {
        var places = new Places(Capacity.Of(2, null));
        var (one, other) = (places.Take(), places.Take());
        Assert.NotNull(one);
        Assert.NotNull(other);
        Assert.Null(places.Take());
        one.Dispose();
        one.Dispose();
        Assert.NotNull(places.Take());
        Assert.Null(places.Take());
        Assert.Equal(2, places.Taken);
    }
}
