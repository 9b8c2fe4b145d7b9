namespace Participation.Texts;

/// <summary>Whose time a report tells, as people say it: Rome time, ora di Roma, Ortszeit Rom.</summary>
public static class ZoneNames
{
    /// <summary>Cities that a language calls by another name than the list of time zones does.</summary>
    private static readonly Dictionary<string, LocalText> Cities = new()
    {
        ["Rome"] = new("Rome", "Roma", "Rom"),
        ["Berlin"] = new("Berlin", "Berlino", "Berlin"),
        ["Vienna"] = new("Vienna", "Vienna", "Wien"),
        ["Zurich"] = new("Zurich", "Zurigo", "Zürich"),
        ["Paris"] = new("Paris", "Parigi", "Paris"),
        ["London"] = new("London", "Londra", "London"),
        ["Brussels"] = new("Brussels", "Bruxelles", "Brüssel"),
        ["Ljubljana"] = new("Ljubljana", "Lubiana", "Ljubljana"),
        ["Prague"] = new("Prague", "Praga", "Prag"),
        ["Warsaw"] = new("Warsaw", "Varsavia", "Warschau"),
        ["Athens"] = new("Athens", "Atene", "Athen"),
        ["Lisbon"] = new("Lisbon", "Lisbona", "Lissabon"),
        ["Copenhagen"] = new("Copenhagen", "Copenaghen", "Kopenhagen"),
        ["New York"] = new("New York", "New York", "New York"),
    };

    public static string In(Words words, TimeZoneInfo zone)
    {
        var place = zone.Id.Split('/')[^1].Replace('_', ' ');
        return !zone.Id.Contains('/') || zone.Id.StartsWith("Etc/", StringComparison.Ordinal) ? words["report.zone-utc"]
            : words["report.zone-city", ("city", Cities.TryGetValue(place, out var city) ? words.Of(city) : place)];
    }
}
