using System.Text;

namespace ReportHarvester.Reports.Documents;

/// <summary>Blanks in text.</summary>
static class Blanks
{
    /// <summary>Runs of blanks as one, none at the ends.</summary>
    public static string Collapse(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!char.IsWhiteSpace(c)) result.Append(c);
            else if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
        return result.ToString().TrimEnd();
    }
}
