using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;
using ReportHarvester.Reports;
using ReportHarvester.Store;
using SkiaSharp;

namespace ReportHarvester.App.Pages;

/// <summary>A measure over the years as a picture: a line an agency while they can be told apart, else the middle half of all. A gap is a gap, a break ends the line.</summary>
static class ComparisonChart
{
    const int LinesAtMost = 12, NotesAtMost = 5;

    // In letters.
    const double NoteWidth = 72;

    // Twice the points of a screen, for paper.
    const double LegendLine = 18, NoteLine = 15, PngScale = 2;

    // In a small one there is only room for the marks.
    const double WideEnoughForNotes = 600;

    // Whoever looks at an SVG draws its letters; those of a PNG are drawn here, in a font of this machine that has Chinese.
    const string Fonts = "Noto Sans CJK SC, Microsoft YaHei, WenQuanYi Zen Hei, sans-serif";

    static readonly OxyColor[] Colors = [.. "0b5394 c0392b 1a6b36 8e44ad b45f06 16808a 7f6000 a61c5c 3d5a80 5b8c2a 6d4c41 000000".Split(' ').Select(hex => OxyColor.Parse("#" + hex))];

    static readonly MarkerType[] Markers = [MarkerType.Circle, MarkerType.Square, MarkerType.Triangle, MarkerType.Diamond];

    public static PlotModel Of(Comparison comparison, FigureKey measure, string title, Tongue tongue)
    {
        var figures = comparison.Figures.Where(figure => figure.Key == measure && figure.IsInLine).ToList();
        var lines = figures.GroupBy(figure => (figure.Agency, figure.IsOfRegion)).Where(line => line.Any(figure => figure.Value is not null)).ToList();
        var model = Empty(title, figures.Select(figure => figure.Year));
        var breaks = comparison.Breaks.Where(b => b.Figure == measure && lines.Any(line => line.Key == (b.Agency, b.OfRegion))).ToList();
        IEnumerable<string> notes = [.. ComparisonWords.Short(breaks, tongue), .. ComparisonWords.Mixed(comparison.Mixed.Where(m => m.Figure == measure).Select(m => m with { Reasons = [] }), tongue)];
        if (lines.Count <= LinesAtMost)
        {
            foreach (var (i, line) in lines.Index()) Add(model, line.Key.IsOfRegion ? line.Key.Agency + ComparisonWords.Of(Scope.Aggregate, tongue) : line.Key.Agency, [.. line], breaks, i);
            return Told(model, breaks.Select(b => b.ToYear), notes, tongue);
        }
        // The year in which most change is where all of them break.
        var years = breaks.GroupBy(b => b.ToYear).Where(year => 2 * year.Count() > lines.Count).Select(year => year.Key).ToList();
        foreach (var spread in comparison.Distributions.Where(d => d.Figure == measure).GroupBy(d => d.OfRegions))
            Add(model, years, spread.Key, spread.Select(d => (d.Year, d.LowerQuartile, d.Median, d.UpperQuartile)), tongue);
        return Told(model, years, notes, tongue);
    }

    public static PlotModel Of(RegionSpreads spreads, string title, Tongue tongue)
    {
        var years = spreads.Spreads.Select(spread => spread.Year).Distinct().ToList();
        var (model, breaks) = (Empty(title, years), ComparisonWords.BreakYears(spreads.Measure).ToList());
        foreach (var all in spreads.Spreads.Where(spread => spread.Region is null).GroupBy(spread => spread.OfRegions))
            Add(model, breaks, all.Key, all.Select(spread => (spread.Year, spread.LowerQuartile, spread.Median, spread.UpperQuartile)), tongue);
        return Told(model, breaks, [.. ComparisonWords.Breaks(spreads.Measure, years, tongue), .. ComparisonWords.Mixed(spreads.Mixed.Select(m => m with { Reasons = [] }), tongue)], tongue);
    }

    // A stroke where the form changes, and what that means.
    static PlotModel Told(PlotModel model, IEnumerable<int> breaks, IEnumerable<string> notes, Tongue tongue)
    {
        var (first, last) = (model.Axes[0].Minimum, model.Axes[0].Maximum);
        foreach (var year in breaks.Distinct().Where(year => year - 0.5 > first && year - 0.5 < last))
            model.Annotations.Add(new LineAnnotation { Type = LineAnnotationType.Vertical, X = year - 0.5, Color = OxyColors.Gray, LineStyle = LineStyle.Dash, Text = ComparisonWords.Sign(ComparisonMark.Break, tongue), TextOrientation = AnnotationTextOrientation.Horizontal });
        model.Subtitle = string.Join('\n', notes.Take(NotesAtMost).SelectMany(Lines));
        (model.SubtitleFontSize, model.SubtitleColor) = (11, OxyColor.FromRgb(0x57, 0x60, 0x6a));
        return Named(model);
    }

    static IEnumerable<string> Lines(string note)
    {
        var (line, wide) = ("", 0.0);
        foreach (var c in note)
        {
            if (wide >= NoteWidth && (c > 0xFF || c == ' '))
            {
                yield return line;
                (line, wide) = ("", 0);
            }
            (line, wide) = (line + c, wide + Widths.Of(c));
        }
        yield return line;
    }

    static PlotModel Named(PlotModel model)
    {
        // One line needs no name beside it.
        if (model.Series.Count > 1) model.Legends.Add(new Legend { LegendPlacement = LegendPlacement.Outside, LegendPosition = LegendPosition.BottomLeft, LegendOrientation = LegendOrientation.Vertical });
        return model;
    }

    public static byte[] Svg(PlotModel model, double width, double height)
    {
        using var bytes = new MemoryStream();
        model.DefaultFont = Fonts;
        Fit(model, width);
        new SvgExporter { Width = width, Height = height + Legend(model) + Notes(model), IsDocument = true, TextMeasurer = new Widths() }.Export(model, bytes);
        return bytes.ToArray();
    }

    /// <summary>Null where no font of this machine has Chinese characters, or no fonts can be asked for (Linux without fontconfig).</summary>
    public static byte[]? Png(PlotModel model, double width, double height)
    {
        using var typeface = Chinese();
        if (typeface is null) return null;
        using var bytes = new MemoryStream();
        model.DefaultFont = typeface.FamilyName;
        Fit(model, width);
        new OxyPlot.SkiaSharp.PngExporter { Width = (int)(width * PngScale), Height = (int)((height + Legend(model) + Notes(model)) * PngScale), Dpi = (float)(96 * PngScale), UseTextShaping = false }.Export(model, bytes);
        return bytes.ToArray();
    }

    static SKTypeface? Chinese()
    {
        try
        {
            return SKFontManager.Default.MatchCharacter('公');
        }
        catch (TypeInitializationException trouble) when (trouble.InnerException is DllNotFoundException)
        {
            return null;
        }
    }

    static double Legend(PlotModel model) => model.Legends.Count == 0 ? 0 : model.Series.Count * LegendLine;

    static void Fit(PlotModel model, double width)
    {
        if (width < WideEnoughForNotes) model.Subtitle = null;
    }

    static double Notes(PlotModel model) => string.IsNullOrEmpty(model.Subtitle) ? 0 : model.Subtitle.Split('\n').Length * NoteLine;

    // All that was asked for has its place, with a value or without: charts beside each other have one axis.
    static PlotModel Empty(string title, IEnumerable<int> years)
    {
        var (first, last) = (years.DefaultIfEmpty().Min(), years.DefaultIfEmpty().Max());
        var model = new PlotModel { Title = title, TitleFontSize = 14, TitleFontWeight = FontWeights.Normal, PlotAreaBorderThickness = new OxyThickness(0, 0, 0, 1), PlotAreaBorderColor = OxyColors.Gray };
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Bottom, Minimum = first - 0.3, Maximum = last + 0.3, MajorStep = 1, MinorStep = 1, StringFormat = "0", TickStyle = TickStyle.None });
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Left, MajorGridlineStyle = LineStyle.Solid, MajorGridlineColor = OxyColor.FromRgb(0xe3, 0xe7, 0xeb), TickStyle = TickStyle.None, AxislineStyle = LineStyle.None, MinimumPadding = 0.08, MaximumPadding = 0.08, MinimumRange = 1 });
        return model;
    }

    static void Add(PlotModel model, string name, IReadOnlyList<ComparedFigure> figures, IReadOnlyList<EditionBreak> breaks, int number)
    {
        var color = Colors[number % Colors.Length];
        var series = new LineSeries { Title = name, Color = color, MarkerType = Markers[number % Markers.Length], MarkerSize = 4, MarkerFill = color };
        var before = (int?)null;
        foreach (var figure in figures.OrderBy(figure => figure.Year))
        {
            var broken = breaks.Any(b => b.Agency == figure.Agency && b.OfRegion == figure.IsOfRegion && b.ToYear == figure.Year);
            if (broken || before is { } last && figure.Year > last + 1) series.Points.Add(DataPoint.Undefined);
            series.Points.Add(figure.Value is { } value ? new DataPoint(figure.Year, (double)value) : DataPoint.Undefined);
            before = figure.Year;
        }
        model.Series.Add(series);
    }

    static void Add(PlotModel model, IReadOnlyList<int> breaks, bool ofRegions, IEnumerable<(int Year, decimal? Lower, decimal? Median, decimal? Upper)> spread, Tongue tongue)
    {
        var (color, of) = (Colors[ofRegions ? 1 : 0], ofRegions ? tongue.In("汇总：", "whole regions: ") : "");
        var band = new AreaSeries { Title = of + tongue.In("中间一半", "middle half"), Color = OxyColors.Transparent, Color2 = OxyColors.Transparent, Fill = OxyColor.FromAColor(60, color) };
        var median = new LineSeries { Title = of + tongue.In("中位数", "median"), Color = color, MarkerType = MarkerType.Circle, MarkerFill = color };
        var before = (int?)null;
        foreach (var year in spread.Where(d => d.Median is not null).OrderBy(d => d.Year))
        {
            if (before is { } last && (year.Year > last + 1 || breaks.Contains(year.Year)))
                foreach (var points in new[] { band.Points, band.Points2, median.Points }) points.Add(DataPoint.Undefined);
            before = year.Year;
            band.Points.Add(new DataPoint(year.Year, (double)year.Lower!));
            band.Points2.Add(new DataPoint(year.Year, (double)year.Upper!));
            median.Points.Add(new DataPoint(year.Year, (double)year.Median!));
        }
        model.Series.Add(band);
        model.Series.Add(median);
    }

    // OxyPlot knows the widths of Latin letters only.
    sealed class Widths() : PdfRenderContext(1, 1, OxyColors.White)
    {
        public static double Of(char c) => c > 0xFF ? 1 : 0.58;

        public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight) =>
            (text ?? "").Split('\n') is var lines ? new(fontSize * lines.Max(line => line.Sum(Of)), fontSize * 1.2 * lines.Length) : default;
    }
}
