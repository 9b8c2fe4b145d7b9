using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Sessions.Reporting;
using Participation.Views;

namespace Participation.Tests.Laws;

/// <summary>
/// Faults are commands like others: the server restarts, the disk is full, the clock leaps, a receipt is lost and the command comes again, a
/// facilitator acts on an old board. After each of them every screen has what it would get anew, and at the end journal, receipts and report agree.
/// <c>SEQUENCES=10000</c> is the long form.
/// </summary>
public sealed class FaultLaws
{
    private const int Steps = 50;

    private static readonly int Sequences = int.TryParse(Environment.GetEnvironmentVariable("SEQUENCES"), NumberStyles.None, CultureInfo.InvariantCulture, out var many) ? many : 120;

    /// <summary>An hour either way, a day's worth of a wrong battery, ten years, and the steps of an honest clock.</summary>
    private static readonly TimeSpan[] Leaps =
        [TimeSpan.FromHours(-1), TimeSpan.FromHours(1), TimeSpan.FromDays(-1), TimeSpan.FromDays(3652), TimeSpan.FromMilliseconds(-30)];

    [Fact]
    public void Whatever_goes_wrong_between_two_commands_screens_receipts_journal_and_report_agree() => Prop.ForAll(
        Arb.From(Gen.Choose(0, int.MaxValue - 1).ArrayOf(Steps)), tries =>
        {
            new Fate().Hold(tries).GetAwaiter().GetResult();
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Sequences));

    /// <summary>One sequence.</summary>
    private sealed class Fate
    {
        private readonly FailingJournal journal;
        private readonly Hall hall;
        private readonly List<(SessionCommand Command, Receipt Receipt)> known = [];
        private bool full;

        public Fate()
        {
            journal = new(_ => full ? "journal.full" : null);
            hall = new Hall(journal);
        }

        public async Task Hold(int[] tries)
        {
            await hall.Opened();
            for (var n = 1; n <= 2; n++) await Give(new JoinSession("en", null, null, null, Consent: true), Role.Participant, Given.Id(n));
            await Give(new StartSession(), Role.Facilitator, Given.Facilitator);
            foreach (var seed in tries) await Step(seed);
            await Agree();
        }

        private async Task Step(int seed)
        {
            switch (seed % 10)
            {
                case 0:
                    hall.Restart();
                    break;
                case 1:
                    hall.Now += Leaps[seed / 10 % Leaps.Length];
                    break;
                case 2 when known.Count > 0:
                    var (command, receipt) = known[seed / 10 % known.Count];
                    if ((await Recorded()).Contains(command.From.Command)) Assert.Equal(receipt, await Hall.Send(hall.Desk, command));
                    break;
                case 3:
                    full = true;
                    await Try(seed);
                    break;
                case 4:
                    var version = (await hall.State()).Stage.Version;
                    Assert.NotNull((await Give(new PauseSession { Expected = version - 1 }, Role.Facilitator, Given.Facilitator)).Refused);
                    break;
                default:
                    hall.Now = hall.Now.AddSeconds(seed % 5);
                    await Try(seed);
                    break;
            }
        }

        /// <summary>What chance says; while the disk is full nothing is recorded, and sent again when there is room it is recorded once.</summary>
        private async Task Try(int seed)
        {
            var tried = hall.Chance.Next(seed, await hall.State());
            var command = tried.Command with { From = hall.From(tried.Command, tried.Role, tried.Who, tried.Hand, Guid.NewGuid()) };
            var (before, receipt) = ((await hall.State()).Number, await Hall.Send(hall.Desk, command));
            if (full)
            {
                Assert.Equal(before, (await hall.State()).Number);
                full = false;
                if (receipt.Refused is { Retry: true }) receipt = await Hall.Send(hall.Desk, command);
            }
            Note(command, receipt);
        }

        private async Task<Receipt> Give(SessionCommand command, Role role, Guid who)
        {
            var said = command with { From = hall.From(command, role, who, null, Guid.NewGuid()) };
            var receipt = await Hall.Send(hall.Desk, said);
            Note(said, receipt);
            return receipt;
        }

        private void Note(SessionCommand command, Receipt receipt)
        {
            if (receipt.Refused is null) known.Add((command, receipt));
        }

        /// <summary>What changed nothing was not recorded, and is decided anew when it comes again.</summary>
        private async Task<HashSet<Guid>> Recorded() => [.. (await hall.Journal.Read(Hall.Session)).Select(entry => entry.Command)];

        private async Task Agree()
        {
            var (state, entries) = (await hall.State(), await hall.Journal.Read(Hall.Session));
            Assert.Equal(Enumerable.Range(1, entries.Count).Select(number => (long)number), entries.Select(entry => entry.Number));
            Assert.Equal(entries.Count, state.Number);
            var folded = SessionState.Fold(entries);
            foreach (var audience in Watch.Audiences(state))
                Assert.Equal(JsonPatch.Node(Screens.Of(folded, audience)).ToJsonString(), JsonPatch.Node(Screens.Of(state, audience)).ToJsonString());
            var recorded = await Recorded();
            foreach (var (command, receipt) in known.Where(one => recorded.Contains(one.Command.From.Command)))
                Assert.Equal(receipt, await Hall.Send(hall.NewDesk(), command));
            Assert.All(state.Stage.Steps.Values, step => Assert.True(step.Seconds >= 0));
            if (state.Stage.Timer is { } timer) Assert.True(timer.Left is null || timer.Left >= 0 && timer.Left <= timer.Seconds);
            foreach (var zone in (string[])["Europe/Vienna", "Pacific/Apia"])
                Assert.NotEmpty(SynthesisReport.Of(state, new ReportFrame("en", TimeZoneInfo.FindSystemTimeZoneById(zone), new string('0', 64))).Sections);
        }
    }
}
