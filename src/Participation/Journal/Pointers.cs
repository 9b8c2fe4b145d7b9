namespace Participation.Journal;

/// <summary>It names something that there is, by its id: nobody's own words. With values it is a pointer for each of them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PointerAttribute : Attribute;

/// <summary>It is one of what the workshop or the house offers: nobody's own words.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ChoiceAttribute : Attribute;

/// <summary>All that it says was said by the workshop and by who opened the session, before anybody had come in.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DeclaredAttribute : Attribute;
