using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Participation.Journal;
using Participation.Server.Accounts;
using Participation.Sessions;
using Participation.Sessions.Reporting;

namespace Participation.Server.Pages;

/// <summary>Everything that the record holds of one participant, for themselves: whoever holds the seat may have it, also after the close.</summary>
internal static class MinePages
{
    private static readonly JsonSerializerOptions Readable = new(Json.Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapMine(this IEndpointRouteBuilder routes) => routes.MapGet("/api/mine/{session:guid}", Mine).InTurn(turns => turns.Mine);

    private static async Task<IResult> Mine(Guid session, HttpContext http, Seats seats, Desk<SessionState> desk, IJournal journal, ReportZone zone, CancellationToken ct)
    {
        if (seats.Of(http, session, Role.Participant) is not { } seat || await desk.Glance(session) is not { Opened: { } opened } state
            || !state.Participants.ContainsKey(seat.Id))
            return Errors.Refuse(StatusCodes.Status404NotFound, "session.unknown");
        var own = (await journal.Read(session, ct: ct)).Where(entry => entry.By == seat.Id).Select(entry => new
        {
            entry.Number,
            entry.At,
            TypedByAnother = entry.Hand is not null,
            What = EventNames.Of(entry.Event.GetType()),
            Data = Own(entry.Event),
        });
        var file = JsonSerializer.SerializeToUtf8Bytes(new { opened.Title, Session = session, Participant = seat.Id, state.KeepUntil, Entries = own }, Readable);
        return Results.File(file, "application/json", $"my-data-{WorkDays.Of(state, new(opened.Language, zone.Zone, ""))[0]:O}.json");
    }

    /// <summary>What an idea resembles may be somebody else's, and wait or be hidden: that is for those who moderate.</summary>
    private static JsonObject Own(Event happened)
    {
        var data = JsonNode.Parse(EventNames.Write(happened))!.AsObject();
        data.Remove("near");
        return data;
    }
}
