using System.Text.Json.Nodes;

namespace Participation.Tests.Live;

/// <summary>What stands on the envelope of a command is no part of its data: there it is an unknown member, refused like any other and never passed over.</summary>
public sealed class EnvelopeTests
{
    [Theory]
    [InlineData("from", "{\"role\":\"facilitator\"}"), InlineData("item", "\"opinions\""), InlineData("Item", "\"ideas\""), InlineData("from", "null"), InlineData("unknown", "1")]
    public async Task A_member_that_the_command_has_not_is_refused_and_nothing_is_recorded(string member, string value)
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var phone = await house.Joined();
        await facilitator.Done("session.start");
        await facilitator.Done("session.open-item", item: "ideas");
        var number = (await house.State()).Number;
        var data = new JsonObject { ["text"] = "A pond", [member] = JsonNode.Parse(value) };
        Assert.Equal("command.malformed", await phone.Refused("ideas.give", data, "ideas"));
        Assert.Equal("command.malformed", await facilitator.Refused("step.reveal", new JsonObject { [member] = JsonNode.Parse(value) }, "ideas"));
        Assert.Equal("command.malformed", await facilitator.Refused("step.reveal", new JsonObject { ["expected"] = number }, "ideas"));
        Assert.Equal(number, (await house.State()).Number);
        await phone.Done("ideas.give", new { text = "A pond" }, "ideas");
    }
}
