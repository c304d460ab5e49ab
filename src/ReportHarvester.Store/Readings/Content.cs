using System.Security.Cryptography;
using System.Text;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>
/// What a reading says, as a hash: figures, statements, texts and dates, without the places where they stood. A page that was only dressed
/// anew, counted one more visitor or got another footer says the same.
/// </summary>
static class Content
{
    public static string Of(Report report)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var figure in report.Figures.OrderBy(figure => figure.Key.ToString(), StringComparer.Ordinal))
            Add(hash, "figure", figure.Key, figure.Edition, figure.State, figure.Raw, figure.Unit);
        foreach (var said in report.Statements) Add(hash, "said", said.Subject, said.Raw, said.Unit);
        foreach (var section in report.Sections) Add(hash, "section", section.Number, Plain(section.Title), Plain(section.Text));
        Add(hash, "report", report.Year, report.Agency, report.Dated, report.Published);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    static void Add(IncrementalHash hash, params ReadOnlySpan<object?> parts)
    {
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{part}"));
            hash.AppendData([0]);
        }
    }

    static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
