namespace ReportHarvester.Publisher.Pdf.Raw;

/// <summary>Numbers as PDF wants them: no exponent, and no more places than are seen.</summary>
static class Digits
{
    public static string Of(double value) => Math.Round(value, 3).ToString("0.###");

    public static string Of(params ReadOnlySpan<double> values) => string.Join(' ', values.ToArray().Select(v => Of(v)));
}
