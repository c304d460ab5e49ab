using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Recognition;

/// <summary>The issues that reading raises, each with its code and the printed evidence.</summary>
static class ReadingIssues
{
    /// <summary>Code of the doubt that figures are mixed with those of a row beside theirs.</summary>
    public const string RowBeside = "ROW-BESIDE";
    public const string RowSurplus = "ROW-SURPLUS";

    /// <summary>Code of a row with numbers that no form has.</summary>
    public const string RowUnknown = "ROW-UNKNOWN";

    /// <summary>Whether an issue says that its figures may count something else, or be of another table, year or organ.</summary>
    public static bool MayBeAnothers(Issue issue) => issue.Code is "TABLE-TWICE" or "YEAR-CONFLICT" or "AGENCY-CONFLICT" or "HEAD-MISSING";

    public static Issue OtherTable(TableReading other, IReadOnlyList<FigureKey> figures) => new()
    {
        Code = "TABLE-TWICE", Severity = Severity.Warning, Table = other.Table.Number, Figures = figures, Origin = other.FirstGrid.Rows[0].Origin,
        Message = EvidenceWords.Write("other table", other.FirstGrid.Grid.Number, other.FirstGrid.Caption ?? other.Table.Title),
    };

    public static Issue OtherReport(ReportTitle title, Documents.Block at) => new()
    {
        Code = "OTHER-REPORT", Severity = Severity.Warning, Origin = (at as Documents.TextBlock)?.Origin,
        Message = $"文件中另有一份报告，未读取：“{title.Text}”。Another report begins here and was not read.",
    };

    /// <summary>Figures of a table, or of one column, that says that it is about another time or organ.</summary>
    public static Issue OtherSubject(TableReading table, Subject subject, string said, IReadOnlyList<FigureKey> figures) => new()
    {
        Code = subject == Subject.OtherTime ? "YEAR-CONFLICT" : "AGENCY-CONFLICT", Severity = Severity.Warning, Table = table.Table.Number, Figures = figures, Origin = table.FirstGrid.Rows[0].Origin,
        Message = $"表上写明“{said.Replace('\n', ' ')}”，与本报告的{(subject == Subject.OtherTime ? "年度" : "机关")}不符。What stands over these figures says another {(subject == Subject.OtherTime ? "year or part of a year" : "organ")} than the report's.",
    };

    public static Issue OtherHead(Documents.GridCell head, IReadOnlyList<FigureKey> figures) => new()
    {
        Code = "HEAD-MISSING", Severity = Severity.Warning, Figures = figures, Origin = head.Origin,
        Message = $"“{head.Text.Replace('\n', ' ')}”不是法定表头，其下数据未必为所要填报的数。The words over these figures are no head of the form; they may count something else.",
    };

    public static Issue HeadSlip(Documents.GridCell head, string meant, IReadOnlyList<FigureKey> figures) => new()
    {
        Code = "LABEL-VARIANT", Severity = figures.Count == 0 ? Severity.Info : Severity.Warning, Figures = figures, Origin = head.Origin,
        Message = $"表头“{head.Text.Replace('\n', ' ')}”按“{meant}”读取。The head is printed with a slip and was read as the form's.",
    };

    public static Issue NotANumber(FigureKey key, CellText cell) => new()
    {
        Code = "CELL-TEXT", Severity = Severity.Warning, Figures = [key], Origin = cell.Cell.Origin,
        Message = EvidenceWords.Write("no number", key, cell.Value.Raw),
    };

    public static Issue NumbersTogether(RowText row, IReadOnlyList<FigureKey> blanks) => new()
    {
        Code = "ROW-SHORT", Severity = Severity.Warning, Figures = blanks, Origin = row.Origin,
        Message = $"本行有几个数连在一格，旁边空格的数可能在其中：“{row.Row.Text}”。Several numbers of the row stand in one cell; those of the blank cells beside it may be among them.",
    };

    public static Issue DigitsApart(Figure figure) => new()
    {
        Code = "DIGITS-APART", Severity = Severity.Warning, Figures = [figure.Key], Origin = figure.Origin,
        Message = figure.State != CellState.Number
            ? EvidenceWords.Write("not shown", figure.Key, figure.Raw)
            : EvidenceWords.Write("digits apart", figure.Key, figure.Raw, (object?)figure.Value ?? ""),
    };

    public static Issue Surplus(RowText row, IReadOnlyList<FigureKey> keys, Placing placing) => new()
    {
        Code = RowSurplus, Severity = placing == Placing.SurplusAlike ? Severity.Info : Severity.Warning, Figures = keys, Origin = row.Origin,
        Message = $"本行数值多于栏目：“{row.Row.Text}”。" + (placing == Placing.SurplusAlike
            ? "无论舍去哪一个，各栏数值相同。More values than columns; whichever is left out, the figures are the same."
            : "只有一种取法使合计成立，已按此读取。More values than columns, or heads in another place; the only choice whose parts add up was taken."),
    };

    /// <summary>What many rows of a table say alike.</summary>
    public static Issue SurplusColumn(IReadOnlyList<Issue> rows) => rows[0] with
    {
        Figures = [.. rows.SelectMany(r => r.Figures).Distinct()], Message = $"共{rows.Count}行如此，表中疑多出一列，如：{rows[0].Message} {rows.Count} rows are alike: the table seems to have a column more than the form.",
    };

    public static Issue Undecided(RowClaim claim, IReadOnlyList<FigureKey> keys) => new()
    {
        Code = claim.Row.Cells.Count(c => c.IsNumber) > claim.Block.Width ? RowSurplus : "ROW-SHORT",
        Severity = Severity.Error, Figures = keys, Origin = claim.Row.Origin,
        Message = $"本行数值与栏目不符，未读取：“{claim.Row.Row.Text}”。The values of the row do not fit its columns and nothing tells which is which; none was taken.",
    };

    public static Issue UnknownRow(RowText row, string table) => new()
    {
        Code = RowUnknown, Severity = Severity.Warning, Table = table, Origin = row.Origin,
        Message = EvidenceWords.Write("row unknown", row.Row.Text) + "。A row with numbers fits no row of the form.",
    };

    public static Issue BesideUnknown(RowText row, string table, IReadOnlyList<FigureKey> figures) => new()
    {
        Code = RowBeside, Severity = Severity.Warning, Table = table, Figures = figures, Origin = row.Origin,
        Message = $"上下相邻的一行数值无法归入任何栏目，可能与本行数据相混：“{row.Row.Text}”。The row of numbers over or under these has no place, and some of it may be theirs.",
    };

    public static Issue DoubtfulLabel(RowClaim claim, IReadOnlyList<FigureKey> keys) => new()
    {
        Code = "ROW-DOUBTFUL", Severity = Severity.Warning, Figures = keys, Origin = claim.Row.Origin,
        Message = $"行间无线，本行数据也可能属于相邻的行：“{claim.Row.Row.Text}”。No ruling parts the rows; the values may be those of the label above or below.",
    };

    public static Issue PrintedAgain(RowClaim claim, RowText again, IReadOnlyList<FigureKey> keys) => new()
    {
        Code = "ROW-TWICE", Severity = keys.Count == 0 ? Severity.Info : Severity.Warning, Figures = keys, Origin = again.Origin,
        Message = $"同一行印了两次：“{claim.Row.Row.Text}”与“{again.Row.Text}”，按前一行读取。The row is printed twice; the first was taken.",
    };

    public static Issue JoinedDown(RowClaim claim, IReadOnlyList<FigureKey> keys) => new()
    {
        Code = "CELL-JOINED", Severity = Severity.Warning, Figures = keys, Origin = claim.Row.Origin,
        Message = $"一格跨两行以上，数值可能属于其中任何一行：“{claim.Row.Row.Text}”。The cell spans several rows of the form; its number may be that of either, or of both.",
    };

    public static Issue DoubtfulUnit(RowClaim claim, IReadOnlyList<FigureKey> keys) => new()
    {
        Code = "UNIT-DOUBTFUL", Severity = Severity.Warning, Figures = keys, Origin = claim.Row.Origin,
        Message = $"单位不明，或表头、单位栏与行标题所注单位不一致：“{claim.Row.Row.Text}”。The unit is none that is known, or head, unit column and label print different ones.",
    };

    public static Issue OfAnotherYear(Figure figure) => new()
    {
        Code = "CELL-TEXT", Severity = Severity.Warning, Figures = [figure.Key], Origin = figure.Origin,
        Message = EvidenceWords.Write("of another year", figure.Key, figure.Raw),
    };

    public static Issue MissingRow(FormRow row, IReadOnlyList<FigureKey> keys, string table) => new()
    {
        Code = "ROW-MISSING", Severity = Severity.Error, Table = table, Figures = keys,
        Message = row.Label.Length > 0 ? EvidenceWords.Write("row missing", row.Label, keys.Count, keys.Count) : EvidenceWords.Write("unlabelled row missing", keys.Count, keys.Count),
    };

    public static Issue MissingTable(FormTable table) => new()
    {
        Code = "TABLE-MISSING", Severity = Severity.Error, Table = table.Number,
        Message = EvidenceWords.Write("table missing", table.Title),
    };

    public static Issue UnknownTable(GridText grid, IEnumerable<RowText> rows, bool known) => new()
    {
        Code = "TABLE-UNKNOWN", Severity = known ? Severity.Info : Severity.Warning, Origin = grid.Rows[0].Origin,
        Message = EvidenceWords.Write("table unknown", grid.Grid.Number, string.Join('\n', rows.Select(r => r.Row.Text))),
    };

    public static Issue MissingHeads(RowText row, IReadOnlyList<FigureKey> keys) => new()
    {
        Code = "HEAD-MISSING", Severity = Severity.Warning, Figures = keys, Origin = row.Origin,
        Message = EvidenceWords.Write(keys.Count == 0 ? "heads of rows" : "heads of columns", row.Row.Text),
    };

    public static Issue LabelSlip(RowClaim claim, IReadOnlyList<FigureKey> keys) => new()
    {
        Code = "LABEL-VARIANT", Severity = keys.Count == 0 ? Severity.Info : Severity.Warning, Figures = keys, Origin = claim.Row.Origin,
        Message = $"“{claim.Slip}”按“{claim.FormRow.Label}”读取。The label is printed with a slip and was read as the form's.",
    };
}
