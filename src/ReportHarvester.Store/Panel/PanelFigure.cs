using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>A figure as it is published: as printed, with its place; but no words of a document, which may name people.</summary>
public sealed record PanelFigure
{
    internal long Reading { get; init; }
    public string Indicator { get; init; } = "";
    public string? Applicant { get; init; }
    public string Edition { get; init; } = "";
    public decimal? Value { get; init; }
    public CellState State { get; init; }

    /// <summary>The printed text where it is no more than a number, a mark and a unit; else null.</summary>
    public string? Raw { get; init; }

    /// <summary>The printed unit; like Raw, null where it is another word.</summary>
    public string? Unit { get; init; }

    internal string? PrintedUnit { get; init; }
    public bool Proven { get; init; }

    /// <summary>Whether a person put it right: Value is not what is printed then.</summary>
    public bool Corrected { get; init; }
    public int? Page { get; init; }
    public int? Grid { get; init; }
    public int? Row { get; init; }
    public int? Column { get; init; }
    public int? Line { get; init; }
    public IReadOnlyList<string> Issues { get; init; } = [];

    public FigureKey Key => new(Indicator, Applicant);

    internal FoundFigure Found => new()
    {
        Key = Key, Edition = Edition, Value = Value, State = State, Unit = PrintedUnit, Corrected = Corrected,
    };

    const string Sql = $"""
        SELECT f.reading, f.indicator, f.applicant, f.edition, f.value AS stored, f.exact, f.state, f.raw, f.cell, f.correction
        FROM json_each(@readings) r CROSS JOIN ({ChosenFigure.All}) f ON f.reading = r.value
        """;

    internal static ILookup<long, PanelFigure> Of(SqliteConnection connection, string readings) =>
        connection.Query<StoredFigure>(Sql, new { readings }).Select(Read).ToLookup(figure => figure.Reading);

    static PanelFigure Read(StoredFigure stored)
    {
        var cell = EvidenceCell.Read(stored.Cell);
        var state = Word.To<CellState>(stored.State) ?? CellState.Number;
        var value = (stored.Exact ?? stored.Stored) is { } number ? Printed.Read(number) : (decimal?)null;
        return new PanelFigure
        {
            Reading = stored.Reading, Indicator = stored.Indicator, Applicant = stored.Applicant, Edition = stored.Edition, Value = value, State = state,
            Raw = state == CellState.Text ? null : PanelWords.Publishable(stored.Raw), Corrected = stored.Correction is not null, Unit = PanelWords.Publishable(cell.Unit), PrintedUnit = cell.Unit,
            Proven = cell.Proven, Page = cell.Page, Grid = cell.Grid, Row = cell.Row, Column = cell.Column, Line = cell.Line,
        };
    }

    sealed record StoredFigure
    {
        public long Reading { get; init; }
        public string Indicator { get; init; } = "";
        public string? Applicant { get; init; }
        public string Edition { get; init; } = "";
        public object? Stored { get; init; }
        public string? Exact { get; init; }
        public string? State { get; init; }
        public string? Raw { get; init; }
        public long? Correction { get; init; }
        public string Cell { get; init; } = "[]";
    }
}
