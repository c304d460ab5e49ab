using ReportHarvester.Reports;

namespace ReportHarvester.Store;

// Rows as the database gives them; init properties, because Dapper does not fill positional records with int, decimal? or DateOnly.

sealed record Head
{
    public DocumentFormat Format { get; init; }
    public int? Pages { get; init; }
    public string? PrintedAgency { get; init; }
    public int? PrintedYear { get; init; }
    public Scope Scope { get; init; }
    public string? Title { get; init; }
    public string? Edition { get; init; }
    public DateOnly? Dated { get; init; }
    public DateOnly? Published { get; init; }
}

sealed record FigureLine
{
    public string Indicator { get; init; } = "";
    public string? Applicant { get; init; }
    public string Edition { get; init; } = "";
    public decimal? Value { get; init; }
    public CellState State { get; init; }
    public string Raw { get; init; } = "";
    public string? Unit { get; init; }
    public bool Proven { get; init; }
    public int? Page { get; init; }
    public int? Grid { get; init; }
    public int? Row { get; init; }
    public int? Column { get; init; }
    public int? Line { get; init; }
    public double? Left { get; init; }
    public double? Top { get; init; }
    public double? Right { get; init; }
    public double? Bottom { get; init; }

    public Figure ToFigure() => new()
    {
        Indicator = Indicator, Applicant = Applicant, Edition = Edition, State = State, Raw = Raw, Unit = Unit, Proven = Proven,
        Value = Value,
        Origin = new Origin
        {
            Page = Page, Grid = Grid, Row = Row, Column = Column, Line = Line,
            Box = Left is { } left && Top is { } top && Right is { } right && Bottom is { } bottom ? new Box(left, top, right, bottom) : null,
        },
    };
}

sealed record NamedFigure
{
    public int Issue { get; init; }
    public string Indicator { get; init; } = "";
    public string? Applicant { get; init; }
}

sealed record IssueLine
{
    public int Position { get; init; }
    public string Code { get; init; } = "";
    public Severity Severity { get; init; }
    public Fault Fault { get; init; }
    public string? FormTable { get; init; }
    public string Message { get; init; } = "";
    public string? Origin { get; init; }

    public Issue ToIssue(IReadOnlyList<FigureKey> figures) => new()
    {
        Code = Code, Severity = Severity, Fault = Fault, Table = FormTable, Message = Message, Figures = figures, Origin = Word.ToOrigin(Origin),
    };
}

sealed record StatementLine
{
    public string Subject { get; init; } = "";
    public decimal Value { get; init; }
    public string? Unit { get; init; }
    public string Raw { get; init; } = "";
    public string Sentence { get; init; } = "";
    public int? Section { get; init; }
    public string Origin { get; init; } = "";

    public Statement ToStatement() => new()
    {
        Subject = Subject, Value = Value, Unit = Unit, Raw = Raw, Sentence = Sentence, Section = Section, Origin = Word.ToOrigin(Origin)!,
    };
}
