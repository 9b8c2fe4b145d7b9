using System.Text;
using System.Text.Json;
using Participation.Journal;
using Participation.LoadTests.Hub;
using Participation.Views;

namespace Participation.Tests.LoadTests;

/// <summary>What is read from a message's bytes without a document is what the document says, also when people write what looks like it.</summary>
public sealed class GlanceTests
{
    private const string Total = "\"/activity/total\"";

    [Fact]
    public void Type_target_numbers_and_total_of_a_frame_are_found()
    {
        var frame = Frame(new PatchOp("replace", "/item/answered", 3), new PatchOp("replace", "/activity/total", 12), new PatchOp("replace", "/joined", 99));
        Assert.Equal((1, 41, 42, 12), (Glance.Type(frame), Glance.Numbers(frame).From, Glance.Numbers(frame).Number, Patched(frame)));
    }

    [Fact]
    public void The_members_of_an_operation_may_stand_in_any_order() =>
        Assert.Equal(7, Patched("""{"patch":[{"value":5,"path":"/a","op":"add"},{"value":7,"path":"/activity/total","op":"replace"},{"value":6,"path":"/b"}]}"""u8));

    [Fact]
    public void A_frame_without_the_total_leaves_it_alone()
    {
        Assert.Null(Patched(Frame(new PatchOp("replace", "/activity/totals", 12))));
        Assert.Null(Patched(Frame(new PatchOp("remove", "/activity/total"))));
        Assert.Null(Patched("{}"u8));
    }

    [Fact]
    public void What_somebody_wrote_is_never_taken_for_the_total() =>
        Assert.Equal(8, Patched(Frame(
            new PatchOp("add", "/activity/cards/-", new { text = """{"path":"/activity/total","value":666}""" }), new PatchOp("replace", "/activity/total", 8))));

    [Fact]
    public void Texts_give_their_numbers_and_those_without_one_are_passed_over()
    {
        var frame = Frame(new PatchOp("add", "/activity/cards/-", new { id = "IM-001", text = "000017 Trees" }), new PatchOp("add", "/activity/cards/-", new { text = "Trees" }),
            new PatchOp("replace", "/activity/cards", new object[] { new { text = "12" }, new { text = "123456 Shade \"text\":\"" }, new { text = "000018 Benches" } }));
        var (found, place) = (new List<int>(), 0);
        while (Glance.Text(frame, 6, ref place) is { } number) found.Add(number);
        Assert.Equal([17, 123_456, 18], found);
    }

    [Fact]
    public async Task An_answer_reaches_the_one_who_asked_with_its_result()
    {
        var questions = new Questions();
        var (first, second) = (questions.Ask(), questions.Ask());
        questions.Answer(Encoding.UTF8.GetBytes($$$"""{"type":3,"invocationId":"{{{second.Id}}}","result":{"number":5,"also":[{"x":1}]}}"""), 7);
        questions.Answer(Encoding.UTF8.GetBytes($$"""{"type":3,"invocationId":"{{first.Id}}","error":"seat.none"}"""), 8);
        var reply = await second.Answer;
        Assert.Equal(("""{"number":5,"also":[{"x":1}]}""", 7), (Encoding.UTF8.GetString(reply.Result), reply.At));
        Assert.Equal("seat.none", (await Assert.ThrowsAsync<InvalidOperationException>(() => first.Answer)).Message);
    }

    [Fact]
    public async Task Whoever_waits_on_a_lost_connection_is_told()
    {
        var questions = new Questions();
        var asked = questions.Ask();
        questions.Drop();
        await Assert.ThrowsAsync<IOException>(() => asked.Answer);
    }

    private static int? Patched(ReadOnlySpan<byte> frame) => Glance.Patched(frame, Encoding.UTF8.GetBytes(Total));

    private static byte[] Frame(params PatchOp[] patch) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type = 1, target = "Show", arguments = new[] { new { from = 41, number = 42, patch } } }, Json.Options);
}
