using System.Text;
using Participation.LoadTests.Polis;

namespace Participation.LoadTests.Reader;

/// <summary>The files that a session gives out, held against the account: each text once and no other, each sum as it was cast, and no word of what is not shown.</summary>
internal static class Files
{
    // Columns of a spreadsheet are found by their place: heads are in the language of the session.
    private const int Words = 2, Number = 2, Label = 3, Round = 5, N = 6;

    /// <param name="print">Null: too long to be set.</param>
    public static IEnumerable<string> Differences(Account account, byte[] csv, Spreadsheet sheets, Page page, Print? print) =>
        [.. Table(account, csv), .. Sheets(account, sheets), .. Html(account, page), .. print is null ? [] : Pdf(account, print)];

    private static IEnumerable<string> Table(Account account, byte[] csv)
    {
        var text = new UTF8Encoding().GetString(csv).TrimStart('\uFEFF');
        var lines = CsvFile.Read(new StringReader(text)).ToList();
        if (lines is not [var head, .. var rows]) return ["CSV: it is empty"];
        var (words, status, item) = (Array.IndexOf(head, "text"), Array.IndexOf(head, "status"), Array.IndexOf(head, "item"));
        if (words < 0 || status < 0 || item < 0) return [$"CSV: it has not the columns text, status and item but {string.Join(", ", head)}"];
        var shown = rows.Where(row => row[status] == "shown").ToList();
        return
        [
            .. Counting.Differences("CSV", Shown(account).Select(Unquoted), shown.Select(row => Unquoted(row[words])), account.Open.Select(Unquoted)),
            .. Unseen(account).Where(unseen => rows.Any(row => row.Any(cell => cell.Contains(unseen, StringComparison.Ordinal)))).Select(unseen => $"CSV: «{unseen}» must not be read there"),
            .. account.Steps.Where(step => step is { Kind: "opinions", Secret: false }).SelectMany(step => Counting.Differences($"CSV, votes of {step.Id}", Stand(account, step),
                shown.Where(row => row[item] == step.Id).Select(row => $"{Unquoted(row[words])}: {At(row, $"{step.Id}.agree")}, {At(row, $"{step.Id}.disagree")}, {At(row, $"{step.Id}.pass")}"), [])),
            .. account.Steps.Where(step => step is { Kind: "dot-vote", Secret: false } && account.Voters(step.Id) > 0).SelectMany(step => step.Options.SelectMany(option => Dots($"CSV, dots of {step.Id}", option.Value,
                account.Dots(step.Id, option.Key), [.. rows.Where(row => row[item] == step.Id && row[words] == option.Value).Select(row => (Page.Number(At(row, $"{step.Id}.dots")), Page.Number(At(row, $"{step.Id}.voters"))))], []))),
        ];

        string At(string[] row, string column) => Array.IndexOf(head, column) is not (>= 0 and var at) ? "no such column" : row[at].Length == 0 ? "0" : row[at];

        static IEnumerable<string> Stand(Account account, Step step) => account.Opinions(step.Id).Where(row => row.Statement.Fate == Fate.Shown)
            .Select(row => $"{Unquoted(row.Statement.Text)}: {row.Votes.Agree}, {row.Votes.Disagree}, {row.Votes.Pass}");
    }

    private static IEnumerable<string> Sheets(Account account, Spreadsheet sheets)
    {
        if (sheets.Sheets.Count < 2) return ["spreadsheet: it has not two sheets"];
        var (given, counted) = (sheets.Sheets[0].Rows.Skip(1), sheets.Sheets[1].Rows.Skip(1));
        var (all, texts) = (sheets.Sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row).ToList(), given.Select(row => Cell(row, Words)).Where(cell => cell.Text.Length > 0).ToList());
        // Counts of one thing stand below each other, those of its last round are what the others print.
        var stand = counted.Where(row => Cell(row, Number).Text.Length > 0).GroupBy(row => (Step: Cell(row, 0).Text, Number: Cell(row, Number).Text, Text: Cell(row, Label).Text))
            .Select(each => (each.Key.Text, Counts: each.Where(row => Cell(row, Round) == Cell(each.MaxBy(other => Page.Number(Cell(other, Round).Text))!, Round)).Select(row => Page.Number(Cell(row, N).Text)).ToList())).ToList();
        return
        [
            .. Counting.Differences("spreadsheet", Shown(account), texts.Select(cell => cell.Text), account.Open),
            .. Unseen(account).Where(unseen => all.Exists(cell => cell.Text.Contains(unseen, StringComparison.Ordinal))).Select(unseen => $"spreadsheet: «{unseen}» must not be read there"),
            .. all.Where(cell => cell.IsFormula).Select(cell => $"spreadsheet: «{cell.Text}» is a formula"),
            .. texts.Where(cell => !cell.IsText).Select(cell => $"spreadsheet: «{cell.Text}» is no text"),
            .. account.Steps.Where(step => step is { Kind: "opinions", Secret: false }).SelectMany(step => Counting.Differences($"spreadsheet, votes of {step.Id}",
                account.Opinions(step.Id).Where(row => row.Statement.Fate == Fate.Shown).Select(row => $"{row.Statement.Text}: {row.Votes.Agree} {row.Votes.Disagree} {row.Votes.Pass}"),
                stand.Where(row => account.Opinions(step.Id).Any(own => own.Statement.Text == row.Text)).Select(row => $"{row.Text}: {string.Join(' ', row.Counts)}"), [])),
            .. account.Steps.Where(step => step is { Kind: "dot-vote", Secret: false } && account.Voters(step.Id) > 0).SelectMany(step => step.Options.SelectMany(option =>
                Dots($"spreadsheet, dots of {step.Id}", option.Value, account.Dots(step.Id, option.Key), [.. stand.Where(row => row.Text == option.Value).Select(row => (row.Counts[0], row.Counts.ElementAtOrDefault(1)))], []))),
        ];

        static SheetCell Cell(IReadOnlyList<SheetCell> row, int at) => at < row.Count ? row[at] : new("", false, false);
    }

    private static IEnumerable<string> Html(Account account, Page page)
    {
        var results = page.Results;
        return
        [
            .. Counting.Differences("page, annex", Shown(account), page.Annex.Where(text => !text.StartsWith('[') || Shown(account).Contains(text)), account.Open),
            .. page.Quotes.Except([.. Shown(account), .. account.Open]).Select(quote => $"page: nobody said «{quote}»"),
            .. Unseen(account).Where(unseen => page.Text.Contains(unseen, StringComparison.Ordinal)).Select(unseen => $"page: «{unseen}» must not be read there"),
            .. account.Steps.Where(step => step is { Kind: "opinions", Secret: false }).SelectMany(step => Counting.Differences($"page, votes of {step.Id}",
                account.Opinions(step.Id).Where(row => row.Statement.Fate == Fate.Shown).Select(row => $"{row.Statement.Text}: {Of(row.Votes)}"),
                Counted(step), [])),
            .. account.Steps.Where(step => step is { Kind: "dot-vote", Secret: false } && account.Voters(step.Id) > 0).SelectMany(step => step.Options.SelectMany(option =>
                Dots($"page, dots of {step.Id}", option.Value, account.Dots(step.Id, option.Key),
                    [.. results.Where(row => row.Contains(option.Value)).Select(row => row.SkipWhile(cell => cell != option.Value).Skip(1).ToList()).Select(row => (Page.Number(row[0]), Page.Number(row[^1])))],
                    Bars(page, option.Value)))),
        ];

        // Rows of four numbers behind a text.
        IEnumerable<string> Counted(Step step) => results.Where(row => row.Count >= 5 && row.TakeLast(4).All(cell => Page.Number(cell) is not null) && account.Given.Any(each => each.Item == step.Id && each.Text == row[^5]))
            .Select(row => $"{row[^5]}: {string.Join(' ', row.TakeLast(4).Select(Page.Number))}");
    }

    /// <summary>What the words for a bar say: «label: 7».</summary>
    private static List<int> Bars(Page page, string label) => [.. page.Figures.SelectMany(figure => figure.Split("; ")).Where(bar => bar.StartsWith($"{label}: ", StringComparison.Ordinal)).Select(bar => Page.Number(bar[(label.Length + 2)..]) ?? -1)];

    private static IEnumerable<string> Dots(string place, string option, (int Dots, int Voters) meant, List<(int? Dots, int? Voters)> rows, List<int> bars)
    {
        if (rows.Count == 0) yield return $"{place}: «{option}» is in no table";
        foreach (var row in rows.Where(row => row != (meant.Dots, meant.Voters))) yield return $"{place}: «{option}» has {row.Dots} dots of {row.Voters} people and was given {meant.Dots} by {meant.Voters}";
        foreach (var bar in bars.Where(bar => bar != meant.Dots)) yield return $"{place}: the bar of «{option}» says {bar} dots, and it was given {meant.Dots}";
    }

    private static IEnumerable<string> Pdf(Account account, Print print)
    {
        if (!print.HasAnnex) return ["PDF: it has no annex"];
        var known = Shown(account).Concat(account.Open).Select(Print.Bare).ToHashSet();
        // Rows whose text is not printed say so in brackets.
        var annex = print.Annex.Select(row => Print.Texts(row).FirstOrDefault(known.Contains) ?? Print.Texts(row).FirstOrDefault() ?? row).Where(text => !text.StartsWith('[') || known.Contains(text)).ToList();
        return
        [
            .. Counting.Differences("PDF, annex", Shown(account).Select(Print.Bare), annex, account.Open.Select(Print.Bare)),
            .. Unseen(account).Where(unseen => print.All.Contains(Print.Bare(unseen), StringComparison.Ordinal)).Select(unseen => $"PDF: «{unseen}» must not be read there"),
            .. account.Steps.Where(step => step is { Kind: "opinions", Secret: false } && account.Opinions(step.Id).Any(row => row.Votes.All > 0)).SelectMany(step => account.Opinions(step.Id)
                .Where(row => row.Statement.Fate == Fate.Shown).GroupBy(row => row.Statement.Text).SelectMany(same => Counting.Differences($"PDF, votes of {step.Id}", same.Select(row => $"{same.Key}: {Of(row.Votes)}"), print.Behind(same.Key, 4).Select(numbers => $"{same.Key}: {numbers}"), []))),
            .. account.Steps.Where(step => step is { Kind: "dot-vote", Secret: false } && account.Voters(step.Id) > 0).SelectMany(step => step.Options.SelectMany(option =>
                Dots($"PDF, dots of {step.Id}", option.Value, account.Dots(step.Id, option.Key), [.. print.Behind(option.Value, account.Rounds(step.Id) > 1 ? 3 : 2).Select(numbers => numbers.Split(' ')).Select(numbers => (Page.Number(numbers[0]), Page.Number(numbers[^1])))], []))),
        ];
    }

    private static string Of(Votes votes) => $"{votes.Agree} {votes.Disagree} {votes.Pass} {votes.All}";

    private static IEnumerable<string> Shown(Account account) => account.Given.Where(each => each.Fate == Fate.Shown).Select(each => each.Text);

    /// <summary>Texts that nobody may read, unless somebody said the same where it is shown.</summary>
    private static IEnumerable<string> Unseen(Account account)
    {
        var shown = Shown(account).ToList();
        return account.Given.Where(each => each.Fate != Fate.Shown).Select(each => each.Text).Concat(account.Unwanted).Distinct().Where(text => !shown.Exists(other => other.Contains(text, StringComparison.Ordinal)));
    }

    /// <summary>A cell that a spreadsheet could read as a formula has an apostrophe before it.</summary>
    private static string Unquoted(string cell) => cell.Replace("'", "", StringComparison.Ordinal);
}
