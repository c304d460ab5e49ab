using System.Text;
using ReportHarvester.Reports;

namespace ReportHarvester.Tests.Reports.Archives;

/// <summary>Compound files (OLE2) that are no document, or mean harm.</summary>
public sealed class CompoundFileTests
{
    [Theory]
    [InlineData("EncryptedPackage", "ENCRYPTED")]
    [InlineData("PowerPoint Document", "UNSUPPORTED")]
    [InlineData("Contents", "NEEDS-CONVERSION")]
    public void What_a_file_holds_shows_in_the_names_of_its_streams(string stream, string code) => Assert.Equal(code, Code(File(stream)));

    [Fact]
    public void A_chain_that_goes_in_circles_ends()
    {
        var file = File("WordDocument");
        // The directory's sector goes on in itself.
        BitConverter.TryWriteBytes(file.AsSpan(512 + 4), 1u);
        Assert.Equal("DAMAGED", Code(file));
    }

    [Fact]
    public void A_file_that_is_cut() => Assert.Equal("DAMAGED", Code(File("WordDocument")[..600]));

    static string Code(byte[] file)
    {
        var reading = ReportReader.Read(file);
        Assert.Equal(Outcome.Failed, reading.Outcome);
        return reading.Issues[0].Code;
    }

    /// <summary>A header, a table of sectors, and a directory with the root and one stream.</summary>
    static byte[] File(string stream)
    {
        var file = new byte[512 * 3];
        byte[] mark = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        mark.CopyTo(file, 0);
        file[30] = 9;
        file[32] = 6;
        void Number(int at, uint value) => BitConverter.TryWriteBytes(file.AsSpan(at), value);
        Number(48, 1);
        Number(56, 4096);
        Number(60, 0xFFFFFFFE);
        Number(68, 0xFFFFFFFE);
        for (var i = 0; i < 109; i++) Number(76 + 4 * i, i == 0 ? 0 : 0xFFFFFFFF);
        for (var i = 0; i < 128; i++) Number(512 + 4 * i, i == 0 ? 0xFFFFFFFD : i == 1 ? 0xFFFFFFFE : 0xFFFFFFFF);
        Entry(1024, "Root Entry", 5);
        Entry(1024 + 128, stream, 2);
        return file;

        void Entry(int at, string name, byte kind)
        {
            Encoding.Unicode.GetBytes(name).CopyTo(file, at);
            file[at + 64] = (byte)(2 * name.Length + 2);
            file[at + 66] = kind;
            Number(at + 116, 0xFFFFFFFE);
        }
    }
}
