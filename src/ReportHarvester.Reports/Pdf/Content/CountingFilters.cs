using System.IO.Compression;
using System.Runtime.InteropServices;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>The library's filters with a limit: what it unpacks for itself (tables and packs of objects, fonts) it unpacks whole, however much that is.</summary>
/// <param name="withoutFonts">Packs of objects are unpacked without the names by which fonts find their programs.</param>
sealed class CountingFilters(bool withoutFonts = false) : IFilterProvider
{
    // Decoded bytes of one stream; and how many times a stream may grow in unpacking (a fact of its format).
    const int Largest = 64 << 20, MostGrowth = 1032;

    static readonly IFilterProvider Library = DefaultFilterProvider.Instance;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Counted(Library.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Counted(Library.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Counted(Library.GetAllFilters());

    List<IFilter> Counted(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => filter is FlateFilter ? new Flate(filter, withoutFonts) : filter)];

    sealed class Flate(IFilter library, bool withoutFonts) : IFilter
    {
        public bool IsSupported => library.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (input.Length > Largest / MostGrowth) Count(input);
            var unpacked = library.Decode(input, streamDictionary, filterProvider, filterIndex);
            if (withoutFonts && streamDictionary.Data.GetValueOrDefault("Type") is NameToken { Data: "ObjStm" }) FontPrograms.Unname(unpacked.Span);
            return unpacked;
        }

        static void Count(Memory<byte> input)
        {
            MemoryMarshal.TryGetArray<byte>(input, out var packed);
            using var deflate = new DeflateStream(new MemoryStream(packed.Array!, packed.Offset + 2, packed.Count - 2, false), CompressionMode.Decompress);
            var part = new byte[1 << 16];
            try
            {
                for (var length = 0; deflate.Read(part) is > 0 and var read;)
                    if ((length += read) > Largest)
                        throw new UnreadableDocumentException("TOO-LARGE", $"PDF中的一个数据流解压后超过{Largest >> 20} MiB，未读取。A stream of the PDF unpacks to more than the limit; the file was not read.");
            }
            catch (InvalidDataException)
            {
                // What is left of it is for the library to take.
            }
        }
    }
}
