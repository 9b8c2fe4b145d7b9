using System.Collections.Immutable;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Tests.Laws;
using Participation.Voting;

namespace Participation.Tests.Activities;

/// <summary>Sessions of each kind as the examples say it, held once for all that is made of them on paper.</summary>
internal static class FullRoom
{
    private static readonly Lazy<Task<SessionState>> full = new(Full), one = new(One);

    /// <summary>Something of everything, of votes two rounds; secret ones are counted.</summary>
    public static Task<SessionState> Held => full.Value;

    /// <summary>One person was there and gave one of each.</summary>
    public static Task<SessionState> OfOne => one.Value;

    /// <summary>What can be printed, item by item.</summary>
    public static IEnumerable<AgendaItem> Items => Hall.Agenda.Where(item => item.Continues is null && Examples.Has(item.Kind).Takes);

    private static async Task<SessionState> Full()
    {
        var hall = await Begun(people: 4);
        foreach (var item in Items)
        {
            await Lead(hall, new OpenItem { Item = item.Id });
            foreach (var tried in Tries(item)) Assert.Null((await Send(hall, tried)).Refused);
            if (Hall.IsSecret(item))
            {
                await Lead(hall, new LockStep { Item = item.Id });
                hall.Now += Guards.Grace + TimeSpan.FromSeconds(1);
                await Lead(hall, new CountVotes(item.Id));
            }
            else if (Examples.Has(item.Kind).Vote is not null)
            {
                await Lead(hall, new NewRound { Item = item.Id });
                foreach (var tried in Tries(item)) await Send(hall, tried);
            }
            if (item.Hidden) await Lead(hall, new RevealStep { Item = item.Id });
        }
        return await hall.State();
    }

    private static async Task<SessionState> One()
    {
        var hall = await Begun(people: 1);
        foreach (var item in Items)
        {
            await Lead(hall, new OpenItem { Item = item.Id });
            var (given, done) = (false, ImmutableHashSet<Type>.Empty);
            foreach (var tried in Tries(item).Where(tried => tried.Role == Role.Facilitator || tried.Who == Given.Id(1)))
            {
                if (done.Contains(tried.Command.GetType())) continue;
                done = done.Add(tried.Command.GetType());
                given |= (await Send(hall, tried)).Refused is null;
            }
            Assert.True(given, $"one person gave nothing in {item.Id}");
            if (item.Hidden && !Hall.IsSecret(item)) await Lead(hall, new RevealStep { Item = item.Id });
        }
        return await hall.State();
    }

    private static IEnumerable<Try> Tries(AgendaItem item) => Examples.Of(item.Kind).Full(item.Id, number => $"{item.Mark}-{number:000}");

    private static async Task<Hall> Begun(int people)
    {
        var hall = await new Hall(watch: new Unwatched()).Opened();
        for (var n = 1; n <= people; n++) Assert.Null((await hall.Send(new JoinSession("en", "resident", "z1", null, Consent: true), Role.Participant, Given.Id(n))).Refused);
        await Lead(hall, new StartSession());
        return hall;
    }

    private static Task<Receipt> Send(Hall hall, Try tried) => hall.Send(tried.Command, tried.Role, tried.Who, tried.Hand);

    private static async Task Lead(Hall hall, SessionCommand act) => Assert.Null((await hall.Send(act, Role.Facilitator, Given.Facilitator)).Refused);
}
