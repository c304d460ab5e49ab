using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace ReportHarvester.Reports.Html;

/// <summary>Files that a page shows in a viewer: the report may be there and not in the page.</summary>
static partial class WrappedFiles
{
    public static IEnumerable<Issue> Of(IDocument page, bool alone) =>
        from frame in page.QuerySelectorAll("iframe[src], embed[src], object[data], frame[src]")
        let address = Uri.UnescapeDataString(frame.GetAttribute("src") ?? frame.GetAttribute("data") ?? "")
        let file = File().Match(address)
        where file.Success
        select new Issue
        {
            Code = "WRAPPED-FILE", Severity = alone ? Severity.Warning : Severity.Info,
            Message = EvidenceWords.Write("file shown", file.Groups["file"].Value),
        };

    // viewer.html?file=/upload/x.pdf is x.pdf.
    [GeneratedRegex(@"(?:[?&][^=?&#]*=)?(?<file>[^?&=#]+\.(?:pdf|docx?|wps|xlsx?|ofd|zip))(?=[?&#]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex File();
}
