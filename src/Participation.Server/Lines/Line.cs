using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Participation.Server.Accounts;

namespace Participation.Server.Lines;

/// <summary>One connection as the listener gave it, with what is known of who is at its other end. It is one less when the system has closed it, and no sooner.</summary>
public sealed class Line(ConnectionContext inner, LineBook book, IPAddress network, bool shared) : ConnectionContext
{
    private int left;

    /// <summary>The address, of IPv6 the /64.</summary>
    public IPAddress Network => network;

    /// <summary>A reverse proxy that the settings name: many people come over its lines, and it tells their addresses.</summary>
    public bool IsShared => shared;

    /// <summary>Whose seat came over this line; null while none did.</summary>
    public Sitter? Who { get; internal set; }

    /// <summary>It does not go while something is asked over it; other seats do.</summary>
    public bool IsSure { get; internal set; }

    /// <summary>So many requests are being answered over it; a live connection is one for as long as it lasts.</summary>
    internal int Busy { get; set; }

    /// <summary>It was chosen to go.</summary>
    internal bool IsGone { get; set; }

    /// <summary>When it came.</summary>
    internal long Since { get; set; }

    /// <summary>How fast requests come over it.</summary>
    internal Meter? Requests { get; set; }

    /// <summary>Where it stands among those that may go; null: it may not.</summary>
    internal LinkedListNode<Line>? Place { get; set; }

    /// <summary>The SHA-256 of the cookies that were looked at last, and whose they were. The cookies themselves may be long, and a line may be idle for hours.</summary>
    internal (byte[] Cookies, Sitter? Who)? Asked { get; set; }

    public override string ConnectionId { get => inner.ConnectionId; set => inner.ConnectionId = value; }

    public override IFeatureCollection Features => inner.Features;

    public override IDictionary<object, object?> Items { get => inner.Items; set => inner.Items = value; }

    public override IDuplexPipe Transport { get => inner.Transport; set => inner.Transport = value; }

    public override CancellationToken ConnectionClosed { get => inner.ConnectionClosed; set => inner.ConnectionClosed = value; }

    public override EndPoint? LocalEndPoint { get => inner.LocalEndPoint; set => inner.LocalEndPoint = value; }

    public override EndPoint? RemoteEndPoint { get => inner.RemoteEndPoint; set => inner.RemoteEndPoint = value; }

    public override void Abort(ConnectionAbortedException abortReason) => inner.Abort(abortReason);

    public override void Abort() => inner.Abort();

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        await base.DisposeAsync();
        if (Interlocked.Exchange(ref left, 1) == 0) book.Leave(this);
    }
}
