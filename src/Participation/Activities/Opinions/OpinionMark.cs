namespace Participation.Activities.Opinions;

/// <summary>An opinion as the mark of a secret ballot.</summary>
internal static class OpinionMark
{
    public static string Of(Opinion vote) => vote switch { Opinion.Agree => "agree", Opinion.Disagree => "disagree", _ => "pass" };

    public static Opinion Read(string mark) => mark switch { "agree" => Opinion.Agree, "disagree" => Opinion.Disagree, _ => Opinion.Pass };
}
