using ReportHarvester.App;

namespace ReportHarvester.Tests.App;

public class TextTableTests
{
    [Theory]
    [InlineData("abc", 3)]
    [InlineData("东莞", 4)]
    [InlineData("（全角）", 8)]
    [InlineData("𠮷", 2)]
    [InlineData("é", 1)]
    [InlineData("—a", 2)]
    public void WidthIsThatOfATerminal(string text, int columns) => Assert.Equal(columns, TextWidth.Of(text));

    [Fact]
    public void ChineseAndLatinCellsAlignAndNoEscapeSequenceGetsThrough()
    {
        var table = new TextTable("机关 Agency", "2021");
        table.Add("东莞市", "7");
        table.Add("a\u001b[31m\nb", "190.45");
        var output = new StringWriter { NewLine = "\n" };
        table.Write(output);
        Assert.Equal("机关 Agency    2021\n东莞市            7\na [31m b     190.45\n", output.ToString());
    }
}
