namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>Thrown for content that <see cref="ContentReader"/> does not know; the library reads the page then.</summary>
sealed class OddContentException(string what) : Exception(what);

/// <summary>Thrown for an operator or a font that makes no sense as it stands in the file; it is left out, and the page is damaged.</summary>
sealed class BrokenContentException(string what) : Exception(what);
