namespace Participation.Reports;

/// <summary>Sheets for whoever reads, sorts and filters: what a cell is (text, number, moment) is said and never guessed by the program that opens it.</summary>
public sealed record Workbook(string Language, IReadOnlyList<Sheet> Sheets);

/// <param name="Name">At most 31 characters and none of []:*?/\, as spreadsheets ask.</param>
public sealed record Sheet(string Name, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<Cell?>> Rows);

/// <param name="Width">In characters.</param>
public sealed record SheetColumn(string Head, int Width);

/// <summary>What stands in a cell; null is an empty one.</summary>
public abstract record Cell
{
    public static Cell? Of(string? text) => string.IsNullOrEmpty(text) ? null : new TextCell(text);

    public static Cell Of(int n) => new NumberCell(n);
}

/// <summary>Text stays text: 3/4 is no day, 00123 keeps its zeros and =1+1 is what somebody wrote.</summary>
public sealed record TextCell(string Text) : Cell;

public sealed record NumberCell(int N) : Cell;

/// <param name="At">On the clock that the head of the column names; told to the minute.</param>
public sealed record MomentCell(DateTime At) : Cell;
