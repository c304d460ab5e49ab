using System.IO.Compression;
using System.Runtime.InteropServices;
using ReportHarvester.Reports.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>The objects of a file, looked up and unpacked by the library, with a limit on how much is unpacked.</summary>
sealed class PdfObjects(PdfDocument pdf, byte[] bytes)
{
    // Decoded bytes of one document, and of one of its streams; chains of references longer than this are broken.
    const int LargestDecoded = 256 << 20, LargestStream = 64 << 20, LongestChain = 16;

    readonly Operands raw = new();
    readonly Dictionary<IndirectReference, IToken?> found = [];
    readonly Dictionary<StreamToken, ReadOnlyMemory<byte>> forms = new(ReferenceEqualityComparer.Instance);
    long decoded;

    /// <summary>Counts streams that could be unpacked only in part.</summary>
    public int Cut { get; private set; }

    public DictionaryToken Catalog => pdf.Structure.Catalog.CatalogDictionary;

    public Layers Layers => field ??= new(this);

    /// <summary>The object a reference leads to; null for none, as the standard has it.</summary>
    public IToken? Resolve(IToken? token)
    {
        for (var i = 0; i < LongestChain && token is IndirectReferenceToken reference; i++) token = Find(reference.Data);
        return token is NullToken or IndirectReferenceToken ? null : token;
    }

    // For what is not where the file says, the library searches all of it, every time.
    IToken? Find(IndirectReference reference)
    {
        if (!found.TryGetValue(reference, out var token)) found[reference] = token = pdf.Structure.TokenScanner.Get(reference)?.Data;
        return token;
    }

    /// <summary>A dictionary as it stands in the file, good until the next one; null where it is packed or not where the file says.</summary>
    public RawDictionary? Raw(IndirectReference reference) =>
        pdf.Structure.CrossReferenceTable.ObjectOffsets.TryGetValue(reference, out var place) && place.Type == XrefEntryType.File
            ? RawDictionary.Read(bytes, place.Value1, reference.ObjectNumber, raw) : null;

    public T? Get<T>(DictionaryToken dictionary, string name) where T : class, IToken =>
        dictionary.Data.TryGetValue(name, out var token) ? token as T ?? Resolve(token) as T : null;

    public double? Number(IToken? token) => (Resolve(token) as NumericToken)?.Data;

    public double? Number(DictionaryToken dictionary, string name) => Get<NumericToken>(dictionary, name)?.Data;

    public string? Name(DictionaryToken dictionary, string name) => Get<NameToken>(dictionary, name)?.Data;

    /// <summary>So many numbers of an array; null if it is not there or not of that kind.</summary>
    public double[]? Numbers(DictionaryToken dictionary, string name, int count)
    {
        if (Get<ArrayToken>(dictionary, name) is not { } array || array.Data.Count != count) return null;
        var numbers = new double[count];
        for (var i = 0; i < count; i++)
        {
            if (Number(array.Data[i]) is not { } number) return null;
            numbers[i] = number;
        }
        return numbers;
    }

    /// <summary>What a name of a form or picture refers to: the same object whenever it is asked for, since forms are painted many times.</summary>
    public StreamToken? External(IToken? token) => Resolve(token) as StreamToken;

    /// <summary>A form's content, unpacked once.</summary>
    public ReadOnlyMemory<byte> Form(StreamToken form)
    {
        if (!forms.TryGetValue(form, out var content)) forms[form] = content = Decode(form);
        return content;
    }

    public ReadOnlyMemory<byte> Decode(StreamToken stream)
    {
        var bytes = IsPlainFlate(stream.StreamDictionary) ? Inflate(stream.Data) : stream.Decode(pdf.Structure.FilterProvider, pdf.Structure.TokenScanner);
        return Count(bytes.Length) ? bytes : throw TooLarge();
    }

    bool IsPlainFlate(DictionaryToken dictionary)
    {
        if (dictionary.Data.ContainsKey("DecodeParms") || dictionary.Data.ContainsKey("F") || !dictionary.Data.TryGetValue("Filter", out var token)) return false;
        var filter = Resolve(token) is ArrayToken { Data: [var only] } ? Resolve(only) : Resolve(token);
        return filter is NameToken { Data: "FlateDecode" or "Fl" };
    }

    // As the library does it, but it stops at the limit. What a damaged stream still gives is taken; the header's two bytes are not looked at.
    ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> data)
    {
        if (data.Length < 2) return data;
        var bytes = GC.AllocateUninitializedArray<byte>((int)Math.Clamp(data.Length * 4L, 256, LargestStream + 1));
        var length = 0;
        MemoryMarshal.TryGetArray(data, out var packed);
        using var deflate = new DeflateStream(new MemoryStream(packed.Array!, packed.Offset + 2, packed.Count - 2, false), CompressionMode.Decompress);
        while (Read(deflate, bytes.AsSpan(length)) is > 0 and var read)
        {
            length += read;
            if (length > LargestStream || decoded + length > LargestDecoded) throw TooLarge();
            if (length == bytes.Length) Array.Resize(ref bytes, Math.Min(bytes.Length * 2, LargestStream + 1));
        }
        return bytes.AsMemory(0, length);
    }

    int Read(DeflateStream deflate, Span<byte> into)
    {
        try
        {
            return deflate.Read(into);
        }
        catch (InvalidDataException)
        {
            Cut++;
            return 0;
        }
    }

    bool Count(int bytes) => (decoded += bytes) <= LargestDecoded;

    static UnreadableDocumentException TooLarge() =>
        new("TOO-LARGE", $"PDF解压后超过上限（一处{LargestStream >> 20} MiB，共{LargestDecoded >> 20} MiB），未读取。The PDF unpacks to more than the limit and was not read.");
}
