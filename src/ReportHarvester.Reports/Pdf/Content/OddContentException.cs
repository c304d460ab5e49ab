namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>Thrown for content that <see cref="ContentReader"/> does not know; the library reads the page then.</summary>
sealed class OddContentException(string what) : Exception(what);
