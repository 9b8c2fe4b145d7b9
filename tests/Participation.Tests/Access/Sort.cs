namespace Participation.Tests.Access;

/// <summary>Who may send a command at all.</summary>
internal enum Sort
{
    /// <summary>Participants, for themselves; facilitators and scribes only for a guest who has no phone.</summary>
    Personal,

    /// <summary>Participants, scribes and facilitators, as themselves.</summary>
    Shared,

    /// <summary>Scribes and facilitators.</summary>
    Seating,

    /// <summary>Participants alone, also those who wait or were removed: what is theirs stays theirs.</summary>
    Own,

    /// <summary>Facilitators alone.</summary>
    Leading,
}
