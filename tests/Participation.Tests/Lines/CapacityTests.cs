using Participation.Server.Lines;

namespace Participation.Tests.Lines;

/// <summary>A server takes on what its settings ask for as far as the system gives it files, and keeps what it needs for itself.</summary>
public sealed class CapacityTests
{
    [Theory, InlineData(null), InlineData(1_048_576L), InlineData(524_288L)]
    public void With_many_files_the_settings_say_how_much(long? files)
    {
        var room = Capacity.Of(15_000, files);
        Assert.Equal((15_000, 30_000, false), (room.Screens, room.Connections, room.IsLess));
        Assert.Equal((12_000, 3_750), (room.SeatlessOfOne, room.SeatlessScreens));
    }

    [Theory, InlineData(20_000, 17_600), InlineData(10_240, 8_816), InlineData(4_096, 3_287), InlineData(1_024, 522), InlineData(400, 40)]
    public void With_few_files_they_do(long files, int connections)
    {
        var room = Capacity.Of(15_000, files);
        Assert.Equal((connections, true), (room.Connections, room.IsLess));
        Assert.InRange(room.Screens, 1, connections - 1);
        Assert.InRange(room.SeatlessOfOne, 1, connections - 1);
    }

    /// <summary>Measured: 285 after the start, 310 at work. What is beyond the brim is never opened.</summary>
    [Fact]
    public void What_the_server_needs_for_itself_is_never_given_away() => Assert.All(Enumerable.Range(4, 1_000).Select(n => n * 100L), (long files) =>
        Assert.InRange(Capacity.Of(15_000, files).Brim, 1, files - 320));

    [Fact]
    public void Whoever_starts_it_reads_how_much_that_is()
    {
        Assert.Contains("not for the 15,000 screens of the settings: this system lets the server open 1,024 files", Server.Welcome.Room(Capacity.Of(15_000, 1_024)), StringComparison.Ordinal);
        Assert.Equal("There is room for 15,000 screens and 30,000 connections; 524,288 files may be open.", Server.Welcome.Room(Capacity.Of(15_000, 524_288)));
    }
}
