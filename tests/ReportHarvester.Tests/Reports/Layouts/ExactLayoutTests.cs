using ReportHarvester.Publisher.Layouts;

namespace ReportHarvester.Tests.Reports.Layouts;

/// <summary>Layouts that once cost figures, or doubts over figures that were right: all is read, and nothing is named.</summary>
public sealed class ExactLayoutTests
{
    const int Seeds = 6;

    [Theory]
    [InlineData("drawn", "rowBreak=split,groupText=characters,groupLabel=cut,labelSpaces=padded")]
    [InlineData("drawn", "rowBreak=split,repeat=heads,head3=numbered,widths=narrow-groups,vertical=top")]
    [InlineData("drawn", "rowBreak=split,running=bare-number,zeros=blank")]
    [InlineData("drawn", "running=bare-number,headTurn=last-row,wording=long")]
    [InlineData("drawn", "headTurn=last-row,spare=last-column,totals=blank")]
    [InlineData("drawn", "remark=revised,spans=uneven,fillers=heads,four=three")]
    [InlineData("drawn", "digits=padded,fontKind=gbk-euc,operators=whole-rows")]
    [InlineData("drawn", "zeros=none,two=two,four=two,widths=narrow-figures")]
    [InlineData("drawn", "four=two,fillers=all,spare=row,page=a3-landscape")]
    [InlineData("drawn", "form=2019,otherDocuments=row,rowBreak=split,two=two")]
    [InlineData("drawn", "writing=stray-invisible,zeros=blank")]
    [InlineData("drawn", "rowBreak=split,groups=repeated,brackets=half-spaced,head3=one,headText=characters,spare=row,notes=unit-above,vertical=top,headTurn=last-row")]
    [InlineData("drawn", "rowBreak=split,running=bare-number,cut=bare,zeros=blank,totals=blank,spare=last-column,vertical=bottom,groupLabel=each-page,notes=both,nearby=before")]
    [InlineData("drawn", "form=2019+2021,fillers=all,rowHeight=tall,margins=narrow,size=8,page=a3,notes=both,nearby=after,four=three,head3=numbered,brackets=half,labelSpaces=inner,numbering=restarted")]
    [InlineData("html", "hidden=script,zeros=blank")]
    [InlineData("html", "hidden=spans")]
    public async Task Every_figure_is_right_and_none_is_named(string format, string traits)
    {
        var drawing = Drawing.Free with { Given = PrintCommand.List(traits).Select(t => t.Split('=')).ToDictionary(t => t[0], t => t[1]), OthersPlain = true };
        foreach (var (layout, _, score) in await LayoutRun.Of(Enumerable.Range(1, Seeds).Select(drawing.Of), Format.All[format]))
            Assert.True(score is { Right: var right, FalseFlags.Count: 0, Invented.Count: 0, Misnamed.Count: 0 } && right == score.Figures, $"seed {layout.Seed}: {string.Join("; ", [.. score.Silent, .. score.Flagged, .. score.Invented, .. score.FalseFlags, .. score.Misnamed])}");
    }

    /// <summary>Layouts that once hid a wrong figure, with the seeds that did: nothing is wrong that is not named.</summary>
    [Theory]
    // A number stands a line higher than the row of a table without labels; the first line of a number touches the row above.
    [InlineData("drawn", 800497, "digits=padded,borders=frame,vertical=bottom,operators=spaced")]
    [InlineData("drawn", 801333, "thousands=comma,head3=numbered,borders=horizontal,rowHeight=low,widths=narrow-figures")]
    // The last row of a page holds marks and one number, as a page number in dashes does.
    [InlineData("drawn", 902177, "zeros=long-dash,totals=blank,brackets=half,fillers=all,two=blocks,instruction=kept,nearby=before,borders=zebra,widths=wide-labels")]
    public async Task No_figure_is_silently_wrong(string format, int seed, string traits)
    {
        var layout = new Layout(seed, PrintCommand.List(traits).Select(t => t.Split('=')).ToDictionary(t => t[0], t => t[1]));
        var score = (await LayoutRun.Of([layout], Format.All[format]))[0].Score;
        Assert.False(score.Fails, string.Join("; ", [.. score.Silent, .. score.Invented]));
    }
}
