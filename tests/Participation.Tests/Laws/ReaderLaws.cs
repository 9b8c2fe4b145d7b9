using System.Reflection;
using Participation.LoadTests.Oracle;
using Participation.LoadTests.Reader;
using Participation.Sessions;

namespace Participation.Tests.Laws;

/// <summary>Who judges by words must not think with the head of what is judged: a model that drops an idea would find that nothing is missing.</summary>
public sealed class ReaderLaws
{
    private static readonly Assembly Product = typeof(Desk<SessionState>).Assembly, Server = typeof(Participation.Server.Live.LiveHub).Assembly, Program = typeof(Account).Assembly;

    [Fact]
    public void The_reader_reaches_nothing_of_the_product_on_whatever_way()
    {
        var own = Program.GetTypes().Where(type => type.Namespace == typeof(Account).Namespace).ToList();
        Assert.True(own.Count >= 10, $"{own.Count} types");
        Expect.None(OfTheProduct(own));
    }

    /// <summary>The walk finds what it looks for: the checks beside the reader do use the model.</summary>
    [Fact]
    public void A_judge_that_uses_the_model_is_found() => Assert.Contains(OfTheProduct([typeof(ViewCheck)]), said => said.Contains("SessionState", StringComparison.Ordinal));

    /// <summary>What these types mention of the product, themselves or through others of their program.</summary>
    private static List<string> OfTheProduct(IEnumerable<Type> from)
    {
        var (met, waiting, found) = (new HashSet<Type>(), new Queue<Type>(from), new List<string>());
        while (waiting.TryDequeue(out var type))
        {
            if (!met.Add(type)) continue;
            foreach (var mentioned in Mentions.Of(type).Concat(type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)))
            {
                if (mentioned.Assembly == Product || mentioned.Assembly == Server) found.Add($"{type.FullName} mentions {mentioned.FullName}");
                else if (mentioned.Assembly == Program) waiting.Enqueue(mentioned);
            }
        }
        return found;
    }
}
