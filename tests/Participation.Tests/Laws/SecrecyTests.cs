using System.Text.RegularExpressions;
using MediatR;
using Microsoft.Extensions.Logging;
using Participation.Server.Accounts;
using Participation.Server.Live;
using Participation.Server.Storage;
using Participation.Sessions;
using Participation.Views;

namespace Participation.Tests.Laws;

/// <summary>What the server may write down about people, and what its live door may hold: as little as it needs.</summary>
public sealed partial class SecrecyTests
{
    /// <summary>The only things that a line of the log may be about; a route is the pattern of an address, never what stood in it.</summary>
    private static readonly string[] Loggable = ["Session", "Command", "Route", "Error", "Slug", "File", "Place", "Reason"];

    [Fact]
    public void A_line_of_the_log_names_no_cookie_code_key_or_text()
    {
        var calls = Repository.Sources("src/Participation.Server", ".cs")
            .SelectMany(source => LogCall().Matches(source.Text).Select(match => (source.Path, Call: match.Value)))
            .ToList();
        Assert.NotEmpty(calls);
        Expect.None(calls.Where(call => !Literal().IsMatch(call.Call)).Select(call => $"{call.Path} logs what is put together: {call.Call}"));
        Expect.None(calls.SelectMany(call => Place().Matches(Literal().Match(call.Call).Value).Select(match => match.Groups[1].Value).Except(Loggable).Select(name => $"{call.Path} logs {name}")));
        // An exception's message may quote what was sent: its kind and place must do.
        Expect.None(calls.Where(call => call.Call.Contains(".Message", StringComparison.Ordinal) || Whole().IsMatch(call.Call)).Select(call => $"{call.Path} logs a message: {call.Call}"));
    }

    [Fact]
    public void The_model_writes_no_log() =>
        Expect.None(Repository.Sources("src/Participation", ".cs").Where(source => source.Text.Contains("ILogger", StringComparison.Ordinal)).Select(source => source.Path));

    [Fact]
    public void Nobody_but_the_log_and_the_welcome_writes_to_the_terminal()
    {
        string[] may = ["src/Participation.Server/Program.cs", "src/Participation.Server/Welcome.cs"];
        Expect.None(Repository.Sources("src/Participation.Server", ".cs")
            .Where(source => source.Text.Contains("Console.", StringComparison.Ordinal) && !may.Contains(source.Path)).Select(source => source.Path));
    }

    [Fact]
    public void The_live_door_holds_no_journal_and_no_state() => Assert.Equal(
        [typeof(IMediator), typeof(Desk<SessionState>), typeof(ISurface<SessionState>), typeof(Seats), typeof(Broadcast<SessionState>), typeof(SeatedFrom), typeof(Seatless), typeof(TimeProvider), typeof(Epoch), typeof(ILogger<LiveHub>)],
        typeof(LiveHub).GetConstructors().Single().GetParameters().Select(parameter => parameter.ParameterType));

    [Fact]
    public void The_live_door_never_waits_for_screens()
    {
        var hub = Repository.Read("src/Participation.Server/Live/LiveHub.cs");
        Assert.DoesNotMatch(@"\bClients\b", hub);
        var broadcast = Repository.Read("src/Participation.Server/Live/Broadcast.cs");
        Assert.DoesNotMatch(@"await hub\.Clients\.(?!Client\()", broadcast);
    }

    [GeneratedRegex(@"\.Log(?:Trace|Debug|Information|Warning|Error|Critical)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")]
    private static partial Regex LogCall();

    [GeneratedRegex("^\\.Log\\w+\\(\"[^\"]*\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@", (?:e|ex|exception|error|failed)\)$")]
    private static partial Regex Whole();
}
