using System.Text;
using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Html;

namespace ReportHarvester.Tests.Reports;

/// <summary>What a cell of a page says, and when its number is in doubt.</summary>
public sealed class HtmlReaderTests
{
    [Theory]
    [InlineData("12", "12", false)]
    [InlineData("<span>1</span><span>2</span>", "12", false)]
    [InlineData("12<sup>1</sup>", "12", true)]
    [InlineData("12<span style='vertical-align: super'>1</span>", "12", true)]
    [InlineData("<sup>12</sup>", "12", true)]
    [InlineData("<s>7</s>12", "12", true)]
    [InlineData("<span style='text-decoration: line-through'>7</span>12", "12", true)]
    [InlineData("<ruby>12<rp>(</rp><rt>1</rt><rp>)</rp></ruby>", "12", true)]
    [InlineData("<span style='display:none'>9</span>12", "12", false)]
    [InlineData("<span style='display:none'>9</span>", "", true)]
    [InlineData("<span style='visibility: hidden'>9</span>12", "12", true)]
    [InlineData("<span style='font-size:0px'>9</span>12", "12", true)]
    [InlineData("<div style='font-size:0'><span style='font-size:14px'>12</span></div>", "12", false)]
    [InlineData("<span style='font-size:0.9em'>12</span>", "12", false)]
    [InlineData("12<span style='color:#FFF'>3</span>", "123", true)]
    [InlineData("<span style='visibility:hidden'>9</span>", "", true)]
    [InlineData("12<small>1</small>", "121", true)]
    [InlineData("<small>12</small>", "12", false)]
    [InlineData("12<small>件</small>", "12件", false)]
    [InlineData("12<small>（其中修订3件）</small>", "12(其中修订3件)", false)]
    [InlineData("12<font size=1>3</font>", "123", true)]
    [InlineData("<font size=1>1<small>2</small></font>", "12", false)]
    [InlineData("<font size=2>12</font>", "12", false)]
    [InlineData("12<a href='#n1'>1</a>", "121", true)]
    [InlineData("<a href='#n1'>12</a>", "12", false)]
    [InlineData("12<i style='position:relative;top:-4px'>1</i>", "121", true)]
    [InlineData("12<i style='vertical-align:3px;'>1</i>", "121", true)]
    [InlineData("12<i style='position:relative;top:0'>1</i>", "121", false)]
    [InlineData("12<i style='font-size:60%'>1</i>", "121", true)]
    [InlineData("<i style='font-size:7px'>12</i>", "12", false)]
    [InlineData("<i style='font-size:1px'>9</i>12", "12", true)]
    [InlineData("<i style='display\n:\tnone'>9</i>12", "12", false)]
    [InlineData("<i style='display:/* x */none'>9</i>12", "12", false)]
    [InlineData("<i style='dis\\70lay:none'>9</i>12", "12", false)]
    [InlineData("<i style='opacity:0.01'>9</i>12", "12", true)]
    [InlineData("<i style='opacity:0.5'>1</i>2", "12", false)]
    [InlineData("<i style='font:0/0 a'>9</i>12", "12", true)]
    [InlineData("<i style='transform:scale(0)'>9</i>12", "12", true)]
    [InlineData("<i style='color:rgba(0,0,0,0)'>9</i>12", "12", true)]
    [InlineData("<i style='color:rgb(255, 255, 255)'>9</i>12", "912", true)]
    [InlineData("<i style='color:hsl(0,0%,100%)'>9</i>12", "912", true)]
    [InlineData("<i style='color:#FEFEFE!important'>9</i>12", "912", true)]
    [InlineData("<i style='color:rgb(10,20,30)'>1</i>2", "12", false)]
    [InlineData("<i style='color:#fff;background:#036'>1</i>2", "12", false)]
    [InlineData("<font color=white>9</font>12", "912", true)]
    [InlineData("<font color=red>1</font>2", "12", false)]
    [InlineData("<i style='width:0;overflow:hidden;display:inline-block'>9</i>12", "912", true)]
    [InlineData("<i style='width:0'>1</i>2", "12", false)]
    [InlineData("<i style='width:0;display:inline-block'>1</i>2", "12", true)]
    [InlineData("12<i style='display:block'>3</i>", "123", true)]
    [InlineData("<i style='display:block'>12</i>", "12", false)]
    [InlineData("<b style='display:inline'>1</b><b>2</b>", "12", false)]
    [InlineData("<i style='display:inline-block;width:40px'>12</i><i>3</i>", "123", true)]
    [InlineData("<div style='display:flex'><b>12</b><b>3</b></div>", "123", true)]
    [InlineData("<div style='display:flex'><b>12</b></div>", "12", false)]
    [InlineData("<div style='display:grid'><b><i>12</i></b><b>3</b></div>", "123", true)]
    [InlineData("12<i style='padding-left:30px'>3</i>", "123", true)]
    [InlineData("1<i style='margin:0;padding:0px'>2</i>", "12", false)]
    [InlineData("12<i style='float:right'>3</i>", "123", true)]
    [InlineData("99<i style='position:absolute;left:0'>12</i>", "9912", true)]
    [InlineData("12<i style='font-size:7.5pt'>3</i>", "123", true)]
    [InlineData("<i style='font-size:9pt'>1</i><b style='font-size:12px'>2</b>", "12", false)]
    [InlineData("<div style='font-size:9pt'>1<i style='font-size:12px'>2</i></div>", "12", false)]
    [InlineData("12<i style='vertical-align:top'>3</i>", "123", true)]
    [InlineData("12<i style='mso-text-raise:6pt'>3</i>", "123", true)]
    [InlineData("12<a href='note.html'>1</a>", "121", true)]
    [InlineData("<a href='note.html'>12</a>", "12", false)]
    [InlineData("12<i class=MsoEndnoteReference>1</i>", "121", true)]
    [InlineData("<math><mfrac><mn>12</mn><mn>3</mn></mfrac></math>", "123", true)]
    [InlineData("<math><mn>12</mn></math>", "12", false)]
    [InlineData("12<hr>3", "12\n3", false)]
    [InlineData("<header>12</header><footer>3</footer>", "12\n3", false)]
    [InlineData("<form>12</form><form>3</form>", "12\n3", false)]
    [InlineData("<bdo dir=rtl>21</bdo>", "21", true)]
    [InlineData("\u202E21\u202C", "\uFFFD21", false)]
    [InlineData("<span style='display:none'>&nbsp;</span>", "", false)]
    [InlineData("<input value=12>", "12", true)]
    [InlineData("<input type=hidden value=9>12", "12", false)]
    [InlineData("<input type=checkbox value=9>", "［控件］", false)]
    [InlineData("<textarea>12</textarea>", "12", true)]
    [InlineData("<select><option>7</option><option selected>12</option></select>", "12", true)]
    [InlineData("<img src=a.png>", "［图］", false)]
    [InlineData("<canvas></canvas>", "［图］", false)]
    [InlineData("<script>write(12)</script>", "［脚本］", false)]
    [InlineData("1<script>write(2)</script>", "1", true)]
    [InlineData("1<script>var n = 2;</script>", "1", false)]
    [InlineData("<script>var n = 2;</script>", "", false)]
    [InlineData("<script src=n.js></script>", "［脚本］", false)]
    [InlineData("<h5>3</h5><h5>4</h5>", "3\n4", false)]
    [InlineData("<table><tr><td>3</td><td>4</td></tr></table>", "3\n4", false)]
    public void A_cell(string markup, string text, bool doubtful) => AssertCell("", $"<td>{markup}</td>", text, doubtful);

    [Theory]
    [InlineData(".x{display:none}", "<td><i class=x>9</i>12</td>", "12", true)]
    [InlineData("#x , p > b.y { color:red; visibility : hidden }", "<td><i id=x>9</i>12</td>", "12", true)]
    [InlineData("/* .x{} */ @media screen{ td .x{font-size:0} }", "<td><i class=x>9</i>12</td>", "12", true)]
    [InlineData(".x{text-decoration:line-through}", "<td><i class=x>9</i>12</td>", "12", true)]
    [InlineData(".x:not(.on){display:none}", "<td><i class=x>9</i>12</td>", "912", true)]
    [InlineData("@media print{.x{display:none}} .y{color:red}", "<td><i class=x>9</i>12</td>", "912", true)]
    [InlineData(".x{display:none} td .x{display:inline}", "<td><i class=x>9</i>12</td>", "912", true)]
    [InlineData(".x:after{display:none} .y{display:none}", "<td><i class=x>9</i>12</td>", "912", false)]
    [InlineData(".x::after{content:'9'}", "<td class=x>12</td>", "12", true)]
    [InlineData("td::after{content:\".\" attr(data-c)}", "<td data-c=5>12</td>", "12", true)]
    [InlineData("tr td:first-child:before{content:counter(n)}", "<td>12</td>", "12", false)]
    [InlineData("tr:hover td::after{content:'查看'}", "<td>12</td>", "12", false)]
    [InlineData("td:empty::before{content:'0'}", "<td>12</td>", "12", false)]
    [InlineData("td:empty::before{content:'0'}", "<td></td>", "", true)]
    [InlineData(".x:before{content:\"约\"}", "<td><i class=x>12</i></td>", "12", true)]
    [InlineData(".x::before{content:attr(data-n)}", "<td><i class=x data-n=12></i></td>", "", true)]
    [InlineData("td.x::before{content:counter(n)}", "<td class=x></td>", "", true)]
    [InlineData("tr::after{content:'\\0039'}", "<td>12</td>", "12", true)]
    [InlineData(".x::after{content:'9'} .x{display:none}", "<td>12<i class=x>3</i></td>", "12", true)]
    [InlineData(".x:after{content:'020';display:block;height:0;clear:both;visibility:hidden}", "<td class=x>12</td>", "12", false)]
    [InlineData(".x:after{content:'\\e602'} .x:before{content:'';color:#036}", "<td class=x>12</td>", "12", false)]
    [InlineData(".x:after{content:url(a9.png)} .y::after{content:'9'}", "<td class=x>12</td>", "12", false)]
    [InlineData("@media (max-width:600px){td:before{content:attr(data-label)}}", "<td data-label=b>12</td>", "12", false)]
    [InlineData("..x{display:none} }}} @media {", "<td>12</td>", "12", false)]
    [InlineData("td{visibility:hidden}", "<td class=x>12</td>", "", true)]
    [InlineData(".x{position:absolute;width:1px;height:1px;overflow:hidden} i{font-size:14px}", "<td><i class=x>9</i>12</td>", "912", true)]
    [InlineData("td{width:1px;overflow:hidden}", "<td>12</td>", "12", false)]
    [InlineData("i{font-size:8px} td i{font-size:9px}", "<td>1<i>2</i></td>", "12", true)]
    [InlineData("i{font-size:12px}", "<td>1<i>2</i></td>", "12", false)]
    [InlineData("td{font-size:9px}", "<td>1<i>2</i></td>", "12", false)]
    [InlineData(".l{display:block}", "<td><i class=l>12</i><i class=l>3</i></td>", "123", true)]
    [InlineData("i.l{display:block}", "<td><i>1</i><i>2</i></td>", "12", false)]
    [InlineData(".f{position:relative;top:-4px;font-size:9px}", "<td>12<i class=f>3</i></td>", "123", true)]
    [InlineData("@media screen{.f{display:flex}}", "<td class=f><i>12</i><i>3</i></td>", "123", true)]
    [InlineData("", "<td bgcolor='#003366'><font color='#003366'>9</font>12</td>", "912", true)]
    [InlineData("", "<td bgcolor='#003366'><font color='#ffffff'>1</font>2</td>", "12", false)]
    [InlineData("", "<td style='background:#003366'><i style='color:#036'>9</i>12</td>", "912", true)]
    [InlineData("", "<td style='background:#2e75b6'><i style='color:#fff'>1</i>2</td>", "12", false)]
    [InlineData("", "<td bgcolor='#036' style='color:#fff'>12</td>", "12", false)]
    [InlineData("", "<td bgcolor='#036'><i style='color:#fff;font-size:7px'>1</i>2</td>", "12", true)]
    [InlineData("", "<td bgcolor='#036'><i style='background:#fff'><b style='color:#fff'>9</b></i>12</td>", "912", true)]
    [InlineData("", "<td bgcolor='#fff' style='color:#fff'>12</td>", "12", true)]
    [InlineData(".x{color:#fff}", "<td bgcolor='#036' class=x>12</td>", "12", false)]
    [InlineData(".x{color:#fff}", "<td style='background-color:rgb(46,117,182)'><i class=x>12</i></td>", "12", false)]
    [InlineData(".x{color:#fff}", "<td bgcolor=white><i class=x>9</i>12</td>", "912", true)]
    [InlineData(".x{color:#036;background:#036}", "<td bgcolor='#fff'><i class=x>9</i>12</td>", "912", true)]
    [InlineData(".n{display:none}", "<td>12<span class=n style='font-size:12pt'>3</span></td>", "12", true)]
    [InlineData(".n{display:none}", "<td>12<span class=n style='height:0;overflow:hidden'>3</span></td>", "12", true)]
    [InlineData(".n{display:none}", "<td>12<span class=n style='vertical-align:super'>3</span></td>", "12", true)]
    [InlineData(".n{display:none}", "<td>1<span class=n style='display:inline'>2</span></td>", "12", false)]
    [InlineData(".n{display:none!important}", "<td>12<span class=n style='display:inline'>3</span></td>", "12", true)]
    [InlineData(".n{display:none;visibility:hidden}", "<td>12<span class=n style='display:inline'>3</span></td>", "123", true)]
    [InlineData(".n{visibility:hidden}", "<td>12<span class=n style='font-size:12pt;display:inline;opacity:1'>3</span></td>", "12", true)]
    [InlineData(".n{visibility:hidden}", "<td>1<span class=n style='visibility:visible'>2</span></td>", "12", false)]
    [InlineData(".n{vertical-align:super}", "<td>12<span class=n style='font-size:12px'>3</span></td>", "12", true)]
    [InlineData(".n{font-size:0}", "<td class=n><span style='font-size:14px'>12</span></td>", "12", false)]
    [InlineData(".n{font-size:0}", "<td class=n><span style='font-size:100%'>12</span></td>", "", true)]
    [InlineData(".n{font-size:0} td{font-size:14px}", "<td class=n>12</td>", "12", true)]
    [InlineData(".n{display:none} i{font-size:14px}", "<td>12<i class=n>3</i></td>", "12", true)]
    [InlineData("", "<td style='visibility:hidden'><span style='font-size:14px'>12</span></td>", "", true)]
    [InlineData("", "<td style='visibility:hidden'><span style='visibility:visible'>12</span></td>", "12", false)]
    [InlineData("", "<td style='opacity:0'><span style='opacity:1'>12</span></td>", "", true)]
    [InlineData(".w{color:#fff}", "<td><i class=w style='font-size:14px'>9</i>12</td>", "912", true)]
    [InlineData(".w{color:#fff}", "<td><i class=w style='color:#333'>1</i>2</td>", "12", false)]
    [InlineData(".w{color:#fff} td{font-size:14px;display:table-cell}", "<td class=w bgcolor='#2e75b6'>12</td>", "12", false)]
    public void Rules_of_the_page(string css, string cell, string text, bool doubtful) => AssertCell(css, cell, text, doubtful);

    [Theory]
    [InlineData("<tr hidden><td>a</td><td>9</td></tr>")]
    [InlineData("<tr class=x><td>a</td><td>9</td></tr>")]
    [InlineData("<tbody style='display:none'><tr><td>a</td><td>9</td></tr></tbody>")]
    [InlineData("<tr class=x style='font-size:14px'><td>a</td><td>9</td></tr>")]
    [InlineData("<tr class=x style='height:0;overflow:hidden'><td>a</td><td>9</td></tr>")]
    [InlineData("<tbody style='visibility:hidden'><tr><td>a</td><td>9</td></tr></tbody>")]
    [InlineData("<thead style='opacity:0'><tr style='font-size:14px'><td>a</td><td>9</td></tr></thead>")]
    public void A_row_that_does_not_show_is_left_out(string row) =>
        Assert.DoesNotContain(Read($"<style>.x{{display:none}}</style><table>{row}<tr><td>b</td><td>1</td></tr></table>").Grids.Single().Cells, c => c.Text == "9");

    [Theory]
    [InlineData("3", 3)]
    [InlineData("3;", 3)]
    [InlineData(" 3px", 3)]
    [InlineData("x3", 1)]
    [InlineData("", 1)]
    public void A_span_is_what_its_digits_say(string span, int columns) =>
        Assert.Equal(columns, Read($"<table><tr><td>a</td><td colspan='{span}'>9</td></tr><tr><td>b</td><td>1</td></tr></table>").Grids.Single().Cells[1].ColumnSpan);

    [Theory]
    [InlineData("<tr style='text-decoration:line-through'><td>a</td><td>9</td></tr>")]
    [InlineData("<tbody style='color:#fff'><tr><td>a</td><td>9</td></tr></tbody>")]
    public void A_row_that_is_struck_out_or_white_is_in_doubt(string row) =>
        Assert.All(Read($"<table>{row}</table>").Grids.Single().Cells, c => Assert.True(c.Doubtful));

    [Fact]
    public void A_row_may_show_in_a_group_of_rows_that_does_not() =>
        Assert.Equal(["", "", "b", "1"], Read("<table><tbody style='visibility:hidden'><tr><td>a</td><td>9</td></tr><tr style='visibility:visible'><td>b</td><td>1</td></tr></tbody></table>").Grids.Single().Cells.Select(c => c.Text));

    [Fact]
    public void Heads_and_feet_stand_where_they_are_shown()
    {
        static string Row(string cell) => $"<tr><td>{cell}</td><td>1</td></tr>";
        var grid = Read($"<table><tfoot>{Row("f")}</tfoot><tbody>{Row("a")}</tbody><thead>{Row("h")}</thead>{Row("b")}<tfoot>{Row("g")}</tfoot><thead>{Row("i")}</thead></table>").Grids.Single();
        Assert.Equal(["h", "a", "b", "g", "i", "f"], grid.Cells.Where(c => c.Column == 1).Select(c => c.Text));
    }

    [Fact]
    public void A_small_table_in_a_cell_leaves_the_table_around_it_a_table()
    {
        var grid = Read("<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td><table><tr><td>2</td></tr></table></td></tr></table>").Grids.Single();
        Assert.Equal(["a", "1", "b", "2"], grid.Cells.Select(c => c.Text));
    }

    [Fact]
    public void A_table_of_rows_in_a_cell_is_a_table_of_its_own()
    {
        var rows = string.Concat(Enumerable.Range(1, 9).Select(i => $"<tr><td>第{i}项事务办理情况</td><td>{i}</td></tr>"));
        Assert.Equal(18, Read($"<table><tr><td>a</td><td>b</td></tr><tr><td><table>{rows}</table></td><td></td></tr></table>").Grids.Single().Cells.Count);
    }

    [Fact]
    public void Prose_leaves_out_what_is_raised_struck_out_or_hidden() =>
        Assert.Equal("收到12件。", Read("<p>收到<del>7</del>12<sup>3</sup><span style='visibility:hidden'>4</span>件。</p>").Blocks.OfType<TextBlock>().Single().Text);

    [Theory]
    [InlineData("12<i style='color:#fff'>9</i>件", "收到12\uFFFD9\uFFFD件。")]
    [InlineData("<i style='color:#fff'>9</i>件", "收到\uFFFD9\uFFFD件。")]
    [InlineData("12<i style='font-size:60%'>3</i>件", "收到12\uFFFD3件。")]
    [InlineData("<i style='font-size:60%'>3</i>件", "收到3件。")]
    [InlineData("12<i style='float:right'>3</i>件", "收到12\uFFFD3件。")]
    [InlineData("<i>1</i><b>2</b>件", "收到12件。")]
    public void Prose_marks_digits_that_may_belong_to_no_number(string markup, string text) => Assert.Equal(text, Read($"<p>收到{markup}。</p>").Blocks.OfType<TextBlock>().Single().Text);

    [Fact]
    public void Prose_marks_digits_that_a_sheet_puts_others_beside() =>
        Assert.Equal("收到\uFFFD12\uFFFD件。", Read("<style>.x::after{content:'9'}</style><p>收到<i class=x>12</i>件。</p>").Blocks.OfType<TextBlock>().Single().Text);

    [Theory]
    [InlineData("", "12<i class=n>3</i>", false)]
    [InlineData("<link rel=stylesheet href=a.css>", "12<i class=n>3</i>", true)]
    [InlineData("<link rel=stylesheet href=a.css>", "<i class=n>12</i>", false)]
    [InlineData("<link rel=stylesheet href=a.css>", "<i class=num>12</i><i class=n>3</i>", true)]
    [InlineData("<link rel=stylesheet href=a.css><style>.nt{color:red}</style>", "12<i class=n>3</i>", true)]
    [InlineData("<link rel=stylesheet href=a.css>", "<i class=n>1</i><i class=n>2</i>", false)]
    [InlineData("<link rel=stylesheet href=a.css><style>.n{color:red}</style>", "12<i class=n>3</i>", false)]
    public void Digits_of_a_class_of_their_own_may_be_a_note_where_a_sheet_is_not_read(string head, string cell, bool doubtful) =>
        Assert.Equal(doubtful, Read($"{head}<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>{cell}</td></tr></table>").Grids.Single().Cells[^1].Doubtful);

    [Fact]
    public void Many_digits_in_pieces_of_their_own_take_little_time() =>
        Assert.Single(Read("<p>" + string.Concat(Enumerable.Repeat("<b>1</b>", 100_000)) + "</p>").Blocks);

    [Fact]
    public void Spans_beyond_any_table_take_no_time_and_no_room()
    {
        var rows = string.Concat(Enumerable.Repeat("<tr><td rowspan=65534 colspan=1000>1</td></tr>", 500));
        Assert.All(Read($"<table>{rows}</table>").Grids.Single().Cells, c => Assert.True(c.ColumnSpan <= 200 && c.RowSpan <= 500));
    }

    static void AssertCell(string css, string cell, string text, bool doubtful)
    {
        var read = Read($"<style>{css}</style><table><tr><td>a</td><td>b</td></tr><tr><td>c</td>{cell}</tr></table>").Grids.Single().Cells[^1];
        Assert.Equal((text, doubtful), (read.Text, read.Doubtful));
    }

    static Document Read(string body) => HtmlReader.Read(Encoding.UTF8.GetBytes($"<html><body>{body}</body></html>"), "utf-8");
}
