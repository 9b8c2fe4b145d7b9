using Participation.Server.Live;
using Participation.Server.Pages;
using Participation.Sessions;
using Participation.Sessions.Became;
using Participation.Tests.Laws;
using Participation.Views;

namespace Participation.Tests.Views;

/// <summary>What the client believes about the server's records is written from them, and fails here as soon as the two differ.</summary>
public sealed class ViewTypesTests
{
    private static readonly (string Title, Type[] Roots)[] Parts =
    [
        ("The view of a session", [typeof(SessionView), typeof(MineView), typeof(Card)]),
        ("The live connection", [typeof(Whole), typeof(Frame), typeof(Own), typeof(Sent), typeof(Answer)]),
        ("The pages", [typeof(DoorPages.Door), typeof(DoorPages.JoinRequest), typeof(DoorPages.EnterRequest), typeof(SessionPages.SessionRow),
            typeof(SessionPages.WorkshopRow), typeof(SessionPages.OpenRequest), typeof(SessionPages.Links), typeof(SessionPages.LeaderLink), typeof(LeaderPages.LeaderRow), typeof(InstitutionView), typeof(ClockPages.ClockView), typeof(AddressPages.MachineAddress), typeof(Problem), typeof(Fate)]),
        ("Accounts", [typeof(Me), typeof(SignInPages.SignInDoor), typeof(AccountPages.SignInRow), typeof(AccountPages.TotpBegun), typeof(InvitationPages.Invited),
            typeof(PeoplePages.PersonRow), typeof(PeoplePages.InvitationLink)]),
        .. ActivityKinds.All.OrderBy(kind => kind.Kind, StringComparer.Ordinal)
            .Select(kind => ("", new[] { kind.Records.View, kind.Records.Mine }.Where(type => type != typeof(Nothing)).ToArray())),
    ];

    [Fact]
    public void The_types_of_the_client_are_those_of_the_server()
    {
        var files = TypeScript.Write(Parts);
        foreach (var (path, types) in files)
        {
            if (Repository.Approving) File.WriteAllText(Repository.PathOf(path), types);
            else Assert.True(File.Exists(Repository.PathOf(path)) && types == Repository.Read(path), $"{path} is not what the records say: run this test with APPROVE=1 and look at what changed.");
        }
        Expect.None(Repository.Sources("src", ".ts").Where(source => source.Name == "views.ts").Select(source => source.Path).Except(files.Keys).Select(path => $"{path}: no record is written there any more"));
    }
}
