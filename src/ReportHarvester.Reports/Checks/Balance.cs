using System.Globalization;
using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Checks;

/// <summary>
/// Two sides of printed figures that ought to be equal, or the left no more than the right. A blank or a mark is never taken as 0: a side with one may
/// be larger than what it prints, so a balance with blanks may hold but fails only where the printed part alone is too much.
/// </summary>
sealed class Balance
{
    // The longest row: table 3 has six kinds of applicants and their total.
    const int MostFigures = 7;

    // Of a sum no longer than this every part is written.
    const int MostWhole = 4;

    readonly Side left, right;

    public Balance(PlacedFigures figures, IReadOnlyList<FigureKey> left, IReadOnlyList<FigureKey> right) =>
        (this.left, this.right) = (new(figures, left), new(figures, right));

    public Finding? Equal()
    {
        if (!CanBeTested) return null;
        var fails = left.Sum > right.Sum ? !right.HasBlank : right.Sum > left.Sum && !left.HasBlank;
        var proves = left.Sum == right.Sum && left.HasNumber && right.HasNumber && !(right.Keys.Count == 1 && right.HasBlank);
        return new Finding(fails, proves, [.. left.Keys, .. right.Keys], () => EvidenceWords.Write("unequal", $"{left}", $"{right}")) { TooLong = fails ? TooLong() : [] };
    }

    public Finding? AtMost() =>
        CanBeTested ? new Finding(left.Sum > right.Sum && !right.HasBlank, false, [.. left.Keys, .. right.Keys], () => EvidenceWords.Write("more", $"{left}", $"{right}")) : null;

    // Words in a cell may be any number, and a figure that was not found may be too.
    bool CanBeTested => left.IsKnown && right.IsKnown && (left.HasNumber || right.HasNumber) && (left.Scale is null || right.Scale is null || left.Scale == right.Scale);

    // In a long sum some figure or other would do by chance.
    IReadOnlyList<FigureKey> TooLong()
    {
        if (left.Keys.Count + right.Keys.Count > MostFigures || left.HasBlank || right.HasBlank) return [];
        var over = left.Sum - right.Sum;
        return [.. left.Keys.Where((_, i) => IsWithin(left[i], left[i] - over)), .. right.Keys.Where((_, i) => IsWithin(right[i], right[i] + over))];
    }

    // 121 holds 12 and 21.
    static bool IsWithin(decimal printed, decimal needed)
    {
        var (whole, part) = (printed.ToString(CultureInfo.InvariantCulture), needed.ToString(CultureInfo.InvariantCulture));
        return needed >= 0 && part.Length < whole.Length && (whole.StartsWith(part, StringComparison.Ordinal) || whole.EndsWith(part, StringComparison.Ordinal));
    }

    /// <summary>The figures on one side, looked up once.</summary>
    sealed class Side
    {
        readonly Figure?[] figures;
        readonly int numbers;

        public Side(PlacedFigures placed, IReadOnlyList<FigureKey> keys)
        {
            Keys = keys;
            figures = new Figure?[keys.Count];
            IsKnown = true;
            for (var i = 0; i < figures.Length; i++)
            {
                figures[i] = placed[keys[i]];
                IsKnown &= figures[i] is { State: not CellState.Text };
                if (figures[i]?.State != CellState.Number) continue;
                var scale = Numbers.Scale(figures[i]!.Unit);
                IsKnown &= (Scale ??= scale) == scale;
                numbers++;
                Sum += figures[i]!.Value!.Value;
            }
        }

        public IReadOnlyList<FigureKey> Keys { get; }
        public bool IsKnown { get; }

        /// <summary>What its numbers count by, which is never worked out: 0.2万 and 1万 add up, 0.2万 and 35 do not. Null without a number.</summary>
        public string? Scale { get; }

        public decimal Sum { get; }
        public bool HasNumber => numbers > 0;
        public bool HasBlank => numbers < figures.Length;

        public decimal this[int i] => figures[i]!.Value!.Value;

        // Of a long sum a person writes what counts, and says what was left out.
        public override string ToString()
        {
            if (figures.Length <= MostWhole) return Added([.. figures.Select(f => f!)]);
            var shown = figures.Where(f => f!.Value is not null and not 0).ToList();
            var (zeros, blanks) = (numbers - shown.Count, figures.Length - numbers);
            List<string> rest = [.. zeros > 0 ? [EvidenceWords.Write("zeros", zeros)] : Array.Empty<string>(), .. blanks > 0 ? [EvidenceWords.Write("blanks", blanks)] : Array.Empty<string>()];
            var sum = shown.Count == 0 ? "0" : Added([.. shown.Select(f => f!)]);
            return rest.Count > 0 ? EvidenceWords.Write("left out", sum, rest) : sum;
        }

        string Added(IReadOnlyList<Figure> some)
        {
            var terms = some.Select(f => f.State == CellState.Number ? $"{f.Value:0.############}" : "（空）").ToList();
            return terms.Count == 1 ? terms[0] : EvidenceWords.Write("sum", terms, Sum);
        }
    }
}
