using Participation.Texts;

namespace Participation.Sessions;

/// <summary>The settings of a kind that puts a question to people; its section prints it first.</summary>
public interface IAsks
{
    LocalText Question { get; }
}
