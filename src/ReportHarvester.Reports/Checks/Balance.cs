using System.Globalization;

namespace ReportHarvester.Reports.Checks;

/// <summary>
/// Two sides of printed figures that ought to be equal, or the left no more than the right. A blank or a mark is never taken as 0: a side with one may
/// be larger than what it prints, so a balance with blanks may hold but fails only where the printed part alone is too much.
/// </summary>
sealed class Balance(PlacedFigures figures, IReadOnlyList<FigureKey> left, IReadOnlyList<FigureKey> right)
{
    // The longest row: table 3 has six kinds of applicants and their total.
    const int MostFigures = 7;

    public Finding? Equal()
    {
        if (!CanBeTested) return null;
        decimal one = Sum(left), other = Sum(right);
        var fails = one > other ? !HasBlank(right) : other > one && !HasBlank(left);
        var proves = one == other && HasNumber(left) && HasNumber(right) && !(right.Count == 1 && HasBlank(right));
        return new Finding(fails, proves, [.. left, .. right], () => Text(fails ? "≠" : "=")) { TooLong = fails ? TooLong() : [] };
    }

    public Finding? AtMost() =>
        CanBeTested ? new Finding(Sum(left) > Sum(right) && !HasBlank(right), false, [.. left, .. right], () => Text(">")) : null;

    // Words in a cell may be any number, and a figure that was not found may be too.
    bool CanBeTested => AreKnown(left) && AreKnown(right) && (HasNumber(left) || HasNumber(right));

    bool AreKnown(IReadOnlyList<FigureKey> side)
    {
        foreach (var key in side)
            if (figures[key] is null or { State: CellState.Text }) return false;
        return true;
    }

    // In a long sum some figure or other would do by chance.
    IReadOnlyList<FigureKey> TooLong()
    {
        if (left.Count + right.Count > MostFigures || HasBlank(left) || HasBlank(right)) return [];
        var over = Sum(left) - Sum(right);
        return [.. left.Where(k => IsWithin(Value(k), Value(k) - over)), .. right.Where(k => IsWithin(Value(k), Value(k) + over))];
    }

    // 121 holds 12 and 21.
    static bool IsWithin(decimal printed, decimal needed)
    {
        var (whole, part) = (printed.ToString(CultureInfo.InvariantCulture), needed.ToString(CultureInfo.InvariantCulture));
        return needed >= 0 && part.Length < whole.Length && (whole.StartsWith(part, StringComparison.Ordinal) || whole.EndsWith(part, StringComparison.Ordinal));
    }

    decimal Value(FigureKey key) => figures[key]!.Value!.Value;

    bool HasBlank(IReadOnlyList<FigureKey> side) => Numbers(side) < side.Count;

    bool HasNumber(IReadOnlyList<FigureKey> side) => Numbers(side) > 0;

    int Numbers(IReadOnlyList<FigureKey> side)
    {
        var numbers = 0;
        foreach (var key in side)
            if (figures[key]!.State == CellState.Number) numbers++;
        return numbers;
    }

    decimal Sum(IReadOnlyList<FigureKey> side)
    {
        decimal sum = 0;
        foreach (var key in side) sum += figures[key]!.Value ?? 0;
        return sum;
    }

    string Text(string sign) => $"{Side(left)} {sign} {Side(right)}";

    string Side(IReadOnlyList<FigureKey> side)
    {
        var parts = string.Join(" + ", side.Select(k => figures[k]!.State == CellState.Number ? $"{figures[k]!.Value:0.############}" : "（空）"));
        return side.Count > 1 ? $"{parts} = {Sum(side):0.############}" : parts;
    }
}
