using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Pdf;

static class PdfReader
{
    public static Document Read(byte[] bytes) => throw new UnreadableDocumentException("UNSUPPORTED", "PDF");
}
