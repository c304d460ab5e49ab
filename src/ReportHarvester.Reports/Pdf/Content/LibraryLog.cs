using UglyToad.PdfPig.Logging;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>Listens to the library: text in a font that it cannot make is left out, and only its log says so.</summary>
sealed class LibraryLog : ILog
{
    public string? Complaint { get; set; }

    public void Debug(string message) { }

    public void Debug(string message, Exception ex) { }

    public void Warn(string message) => Complaint ??= message;

    public void Error(string message) => Complaint ??= message;

    public void Error(string message, Exception ex) => Complaint ??= message;
}
