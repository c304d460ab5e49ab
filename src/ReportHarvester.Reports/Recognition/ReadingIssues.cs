using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Recognition;

/// <summary>The issues that reading raises, each with its code and the printed evidence.</summary>
static class ReadingIssues
{
    public static Issue TwoReadings(FigureKey key, Figure first, Figure second) => new()
    {
        Code = "FIGURE-TWICE", Severity = Severity.Error, Figures = [key], Origin = second.Origin,
        Message = $"{key} 出现两次且不一致：先为“{first.Raw}”，后为“{second.Raw}”。Printed twice and differently; the first is kept.",
    };

    public static Issue NotANumber(FigureKey key, CellText cell) => new()
    {
        Code = "CELL-TEXT", Severity = Severity.Warning, Figures = [key], Origin = cell.Cell.Origin,
        Message = $"{key} 处不是数字：“{cell.Value.Raw}”。The cell holds words that are no number.",
    };

    public static Issue DigitsApart(Figure figure) => new()
    {
        Code = "DIGITS-APART", Severity = Severity.Warning, Figures = [figure.Key], Origin = figure.Origin,
        Message = $"{figure.Key} “{figure.Raw}”读作 {figure.Value}，但格内有空白、角标、删除线等，无勾稽关系可证。Blanks or other signs stand among the digits and no identity proves the number.",
    };

    public static Issue Surplus(RowText row, IReadOnlyList<FigureKey> keys, Placing placing) => new()
    {
        Code = "ROW-SURPLUS",
        Severity = placing switch { Placing.SurplusAlike => Severity.Info, Placing.SurplusBySum => Severity.Warning, _ => Severity.Error },
        Figures = keys, Origin = row.Origin,
        Message = $"本行数值多于栏目：“{row.Row.Text}”。" + placing switch
        {
            Placing.SurplusAlike => "无论舍去哪一个，各栏数值相同。More values than columns; whichever is left out, the figures are the same.",
            Placing.SurplusBySum => "只有一种取法使合计成立，已按此读取。More values than columns; the only choice whose parts add up was taken.",
            _ => "无法确定各栏数值，未读取。More values than columns and no way to tell which; none was taken.",
        },
    };

    public static Issue Short(RowText row, IReadOnlyList<FigureKey> keys) => new()
    {
        Code = "ROW-SHORT", Severity = Severity.Error, Figures = keys, Origin = row.Origin,
        Message = $"本行数值与栏目不符：“{row.Row.Text}”。The row has too few values, or values under no head of their own; these figures were not placed.",
    };

    public static Issue UnknownRow(RowText row, string table) => new()
    {
        Code = "ROW-UNKNOWN", Severity = Severity.Warning, Table = table, Origin = row.Origin,
        Message = $"表中有数值的一行无法归入任何栏目：“{row.Row.Text}”。A row with numbers fits no row of the form.",
    };

    public static Issue MissingRow(FormRow row, IReadOnlyList<FigureKey> keys, string table) => new()
    {
        Code = "ROW-MISSING", Severity = Severity.Error, Table = table, Figures = keys,
        Message = $"未找到“{row.Label}”。This row of the form was not found{(keys.Count == 1 ? ", or not this figure of it" : "")}.",
    };

    public static Issue MissingTable(FormTable table) => new()
    {
        Code = "TABLE-MISSING", Severity = Severity.Error, Table = table.Number,
        Message = $"未找到表格：{table.Title}。The table was not found.",
    };

    public static Issue MissingHeads(RowText row, string table) => new()
    {
        Code = "HEAD-MISSING", Severity = Severity.Warning, Table = table, Origin = row.Origin,
        Message = $"未认出表头，“{row.Row.Text}”等行按法定栏目顺序读取。The heads were not recognised; values were taken in the order of the form.",
    };

    public static Issue LabelSlip(RowText row, string printed, FormRow label, string table) => new()
    {
        Code = "LABEL-VARIANT", Severity = Severity.Info, Table = table, Origin = row.Origin,
        Message = $"“{printed}”按“{label.Label}”读取。The label is printed with a slip and was read as the form's.",
    };
}
