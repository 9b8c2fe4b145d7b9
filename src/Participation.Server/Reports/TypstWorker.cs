using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Participation.Server.Reports;

/// <summary>One process of node that sets reports; what it is told and answers stands in worker.mjs.</summary>
internal sealed class TypstWorker : IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);
    private readonly Process process;
    private readonly bool within;
    private Process? inner;
    private readonly Queue<string> complaints = new();
    private bool ready;

    /// <param name="within">Whether node is a child of what was started, in a process space of its own.</param>
    private TypstWorker(Process process, bool within) => (this.process, this.within) = (process, within);

    /// <summary>The process of node, also behind fences.</summary>
    public int Id => Node()?.Id ?? process.Id;

    public bool Alive => !process.HasExited && !(inner?.HasExited ?? false);

    public long Megabytes => Measured(node => node.WorkingSet64) / (1024 * 1024);

    /// <summary>Processor time since its start.</summary>
    public TimeSpan Busy => TimeSpan.FromTicks(Measured(node => node.TotalProcessorTime.Ticks));

    public static TypstWorker Start(FencedNode node, string folder, TypstLimits limits)
    {
        try
        {
            var worker = new TypstWorker(Process.Start(node.Start(folder, "worker.mjs", limits))!, node.Spaces);
            worker.Listen();
            worker.StepBack();
            return worker;
        }
        catch (Win32Exception error)
        {
            throw new RenderException(RenderException.EngineMissing, $"'{limits.Node}' does not start: {error.Message}. Reports need node 20 or newer.");
        }
    }

    /// <summary>Gives one job and reads its answer. Ends the process when it goes over a limit or <paramref name="ct"/> is cancelled.</summary>
    public async Task<(JsonElement Head, byte[] Pdf)> Work(byte[] job, TypstLimits limits, CancellationToken ct)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var overLimit = Watch(limits, done.Token);
        using var end = ct.Register(Kill);
        try
        {
            return await Exchange(job);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            ct.ThrowIfCancellationRequested();
            await done.CancelAsync();
            throw await overLimit ?? new RenderException(ready ? RenderException.EngineDied : RenderException.EngineMissing, Complaint());
        }
        finally
        {
            await done.CancelAsync();
        }
    }

    public void Dispose()
    {
        Kill();
        inner?.Dispose();
        process.Dispose();
    }

    private long Measured(Func<Process, long> what)
    {
        try
        {
            if (Node() is not { } node) return 0;
            node.Refresh();
            return what(node);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or Win32Exception or IOException)
        {
            return 0; // it has ended
        }
    }

    /// <summary>Null until it is there; where the kernel does not tell, its own limits are all that is left.</summary>
    private Process? Node()
    {
        if (!within || inner is not null) return inner ?? process;
        var children = File.ReadAllText($"/proc/{process.Id}/task/{process.Id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return inner = children is [var child, ..] ? Process.GetProcessById(int.Parse(child, CultureInfo.InvariantCulture)) : null;
    }

    private async Task<(JsonElement, byte[])> Exchange(byte[] job)
    {
        // The killed pipe ends every wait below: no token is needed, and none can leave half an answer behind.
        var output = process.StandardOutput.BaseStream;
        if (!ready)
        {
            await output.ReadLine();
            ready = true;
        }

        var input = process.StandardInput.BaseStream;
        await input.WriteAsync(job);
        await input.WriteAsync("\n"u8.ToArray());
        await input.FlushAsync();
        var head = JsonSerializer.Deserialize<JsonElement>(await output.ReadLine());
        var pdf = new byte[head.TryGetProperty("length", out var length) ? length.GetInt32() : 0];
        await output.ReadExactlyAsync(pdf);
        return (head, pdf);
    }

    private async Task<RenderException?> Watch(TypstLimits limits, CancellationToken done)
    {
        var before = Busy;
        while (!done.IsCancellationRequested && Alive)
        {
            var over = Megabytes > limits.MemoryMegabytes ? new RenderException(RenderException.TooLarge, $"The report needs more than {limits.MemoryMegabytes} MB.")
                : Busy - before > limits.Time ? new RenderException(RenderException.TooSlow, $"The report needs more than {limits.Time.TotalSeconds:0} seconds of work.")
                : null;
            if (over is not null)
            {
                Kill();
                await process.WaitForExitAsync(CancellationToken.None);
                return over;
            }

            await Task.Delay(Glance, done).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        return null;
    }

    private void StepBack()
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception)
        {
            // It has ended already, which the first job will tell.
        }
    }

    private void Listen()
    {
        process.ErrorDataReceived += (_, line) =>
        {
            lock (complaints)
            {
                complaints.Enqueue(line.Data ?? "");
                if (complaints.Count > 20)
                {
                    complaints.Dequeue();
                }
            }
        };
        process.BeginErrorReadLine();
    }

    private string Complaint()
    {
        process.WaitForExit(1000);
        lock (complaints)
        {
            return $"The worker that sets reports ended. {string.Join(' ', complaints)}".Trim();
        }
    }

    private void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
            inner?.Kill();
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception)
        {
            // It had ended by itself.
        }
    }
}
