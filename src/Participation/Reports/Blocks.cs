using System.Text.Json.Serialization;

namespace Participation.Reports;

/// <summary>A document as data: the same blocks become PDF and HTML.</summary>
/// <param name="Language">en, it or de: hyphenation, quotes, numbers and headings of the template.</param>
/// <param name="Facts">Label and value on the cover: date, place, code, participants …</param>
/// <param name="Labels">The template's own words in the report's language: contents, page, figure, table, of.</param>
/// <param name="Organisation">Who invited, at the head of the cover; null where nobody said.</param>
public sealed record Report(
    string Language, string Title, string Subtitle, IReadOnlyList<Fact> Facts, IReadOnlyList<Section> Sections, Labels Labels, string? Organisation = null);

public sealed record Fact(string Label, string Value);

/// <summary>The words that a template prints by itself.</summary>
/// <param name="GlyphNote">Printed once at the end when a character had no glyph in any font; {sign} is the mark that stands for it.</param>
/// <param name="Before">Names the second, lighter bar where a figure has one: round before.</param>
/// <param name="Continued">Stands behind a figure's title where it goes on on another page.</param>
public sealed record Labels(string Contents, string Page, string Of, string Figure, string Table, string GlyphNote, string Before = "", string Continued = "");

/// <summary>A part of the report. <c>Level</c> 1 is a numbered chapter, 2 a numbered part of it; 0 is a page before the chapters, without a number.</summary>
public sealed record Section(int Level, string Title, IReadOnlyList<Block> Blocks);

/// <summary>One piece of a section. A renderer must know every kind of block: there is no other.</summary>
public abstract record Block;

/// <summary>Running text written by the house or by a facilitator.</summary>
public sealed record Paragraph(string Text) : Block;

/// <summary>A minor heading within a part, without a number.</summary>
public sealed record Subheading(string Text) : Block;

/// <summary>The chapters of this report and where they begin: whoever sets the document fills it.</summary>
public sealed record Contents : Block;

/// <summary>What a word or a sign stands for, row by row.</summary>
public sealed record Terms(IReadOnlyList<Fact> Rows) : Block;

/// <summary>Bulleted lines.</summary>
public sealed record Bullets(IReadOnlyList<string> Items) : Block;

/// <summary>A sentence set apart, such as a focus question or a strategy.</summary>
/// <param name="Voice">The room wrote it: it is set in the face of people's own words.</param>
/// <param name="Note">What belongs to it and may not be parted from it, such as keywords.</param>
public sealed record Lead(string Text, string? Label = null, bool Voice = false, string? Note = null) : Block;

/// <summary>Counts as horizontal bars. <c>Unit</c> names what is counted; <c>N</c> says of how many.</summary>
/// <param name="Alt">What the figure says, for those who cannot see it.</param>
public sealed record Bars(string Title, string Unit, string N, IReadOnlyList<Bar> Rows, string Alt) : Block;

/// <summary><c>Before</c>: the value in the round before, drawn as a second, lighter bar; null when there was none.</summary>
public sealed record Bar(string Label, string? Mark, int Value, int? Before = null);

/// <summary>Shares of one whole per row, such as agree, disagree, pass, with counts printed in each part.</summary>
/// <param name="Fills">Of each part the fill on the scale of seven, most in favour first; null: in order.</param>
public sealed record StackedBars(
    string Title, string N, IReadOnlyList<string> Parts, IReadOnlyList<StackedBar> Rows, string Alt, IReadOnlyList<int>? Fills = null) : Block;

public sealed record StackedBar(string Label, string? Mark, IReadOnlyList<int> Values);

/// <summary>Words sized by weight. <c>N</c> says what the weights count, and how many there are in all.</summary>
public sealed record Cloud(string Title, string N, IReadOnlyList<CloudWord> Words, string Alt) : Block;

public sealed record CloudWord(string Text, int Weight);

/// <summary>A map of clusters: boxes with their cards' numbers, gathered in groups.</summary>
public sealed record ClusterMap(string Title, string N, IReadOnlyList<MapGroup> Groups, string Alt) : Block;

/// <summary>Typed arrows between clusters, drawn and in words, with a key to the lines. Of the clusters those are drawn that an arrow touches.</summary>
public sealed record Relations(string Title, string N, IReadOnlyList<MapCluster> Clusters, IReadOnlyList<MapArrow> Arrows, string Alt) : Block;

/// <summary><c>Title</c> null: clusters that stand in no group.</summary>
public sealed record MapGroup(string? Title, IReadOnlyList<MapCluster> Clusters);

/// <summary><c>Letter</c>: what the room called it by, so that minutes taken there stay right.</summary>
public sealed record MapCluster(string Id, string Letter, string Title, IReadOnlyList<string> Marks);

public sealed record MapArrow(string From, string To, string Label, ArrowLine Line);

/// <summary>How an arrow is drawn, as on the wall: thick with a full head, thin with an open one, dashed with a bar at both ends.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ArrowLine>))]
public enum ArrowLine { Full, Open, Barred }

/// <summary>A table with a head. <c>Columns</c> carry their width in parts of the whole and how they align.</summary>
/// <param name="Running">A row of three (number, words, what else is known) may be set as one paragraph: ten thousand of them take half of the paper, time and memory that cells do.</param>
public sealed record Table(
    string Title, string? N, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, bool Running = false) : Block;

/// <summary><c>Verbatim</c>: the column holds people's own words, shown as they wrote them.</summary>
public sealed record Column(string Title, int Width, bool Number = false, bool Verbatim = false);

/// <summary>People's own words with the number of each contribution.</summary>
public sealed record Quotes(IReadOnlyList<Quote> Items) : Block;

public sealed record Quote(string Text, string Mark, string? Note = null);
