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
    public void A_table_that_names_a_sector_over_and_over_is_damage()
    {
        var file = File("Contents");
        file.AsSpan(76, 4 * 109).Clear();
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

    static byte[] File(string stream) => RawCompound.Of((stream, []));
}
