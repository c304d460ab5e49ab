namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>Thrown for content that <see cref="ContentReader"/> does not know; the library reads the page then.</summary>
sealed class OddContentException(string what) : Exception(what);

/// <summary>Thrown for an operator that cannot be carried out as it stands in the file; it is left out, and the page is damaged.</summary>
sealed class BrokenOperatorException(string what) : Exception(what);
