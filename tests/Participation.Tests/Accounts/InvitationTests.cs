using Participation.Server.Accounts;
using Participation.Tests.Live;
using Participation.Tests.Storage;

namespace Participation.Tests.Accounts;

/// <summary>A link of good faith, without the server around it.</summary>
public sealed class InvitationTests : IDisposable
{
    private readonly TemporaryFile folder = new();

    [Fact]
    public void A_link_is_used_up_by_the_first_alone()
    {
        using var file = new AccountFile(folder.Folder);
        var invitations = new Invitations(file, new Clock());
        var key = invitations.Make(session: Guid.NewGuid());
        // Both have looked before either takes it.
        Assert.True(invitations.Look(key) is not null && invitations.Look(key) is not null);
        Assert.Equal((true, false), (invitations.Use(key), invitations.Use(key)));
        Assert.Null(invitations.Look(key));
        invitations.Return(key);
        Assert.True(invitations.Use(key));
    }

    public void Dispose() => folder.Dispose();
}
