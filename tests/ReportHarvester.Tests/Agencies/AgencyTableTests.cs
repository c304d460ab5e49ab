using System.Text;
using ReportHarvester.App;
using ReportHarvester.Store;
using ReportHarvester.Tests.Store;

namespace ReportHarvester.Tests.Agencies;

public class AgencyTableTests
{
    const string Whole = """
        代码,名称,自,至,级别,行政区划代码,统一社会信用代码,类型,应报告,应报告起,上级,终止原因,并入,备注
        dh-jrj,东湖市金融工作局,2009,2019-02-28,市,330481,113304837338351799,部门,是,2009,dh,更名,,"设在市府办,挂牌"
        dh-jrj,东湖市地方金融监督管理局,2019-03-01,2024-05,市,330481,,,,,,并入,dh-fgw,
        dh-fgw,东湖市发展和改革委员会,,,市,330481,113325000026455663,部门,是,,dh,,,
        dh,东湖市人民政府,,,市,330481,,政府,是,,,,,
        """;

    static IReadOnlyList<RegisteredAgency> Read(string csv, params string[] known) => Read(Encoding.UTF8.GetBytes(csv), known);

    static IReadOnlyList<RegisteredAgency> Read(byte[] csv, params string[] known) => AgencyTable.Read("a.csv", csv, known.ToHashSet());

    [Fact]
    public void RowsOfOneCodeAreOneAgencyInTheOrderOfTime()
    {
        var agency = Read(Whole)[0];
        Assert.Equal(("东湖市地方金融监督管理局", "113304837338351799", "department", "dh", true, 2009), (agency.Name, agency.Uscc, agency.Kind, agency.Parent, agency.Owes, agency.OwesFrom));
        Assert.Equal([("东湖市金融工作局", new DateOnly(2009, 1, 1), new DateOnly(2019, 2, 28), "renamed"),
            ("东湖市地方金融监督管理局", new DateOnly(2019, 3, 1), new DateOnly(2024, 5, 31), "merged")],
            agency.Periods.Select(p => (p.Name, p.Since!.Value, p.Until!.Value, p.End!)));
        Assert.Equal(["dh-fgw"], agency.Periods[1].Into);
        Assert.Equal("设在市府办,挂牌", agency.Note);
    }

    [Fact]
    public void WhoseDutyEndsBeforeItBeginsIsNamed() =>
        Assert.Contains("a.csv:2", Assert.Throws<TableException>(() => Read("代码,名称,应报告起,应报告止\na,甲局,2020,2019\n")).Message);

    [Fact]
    public void WhatAListMadeTextOfIsReadAsItWas()
    {
        var agency = Read("代码,名称,备注\na,甲局,'-2019年并入\n")[0];
        Assert.Equal("-2019年并入", agency.Note);
        Assert.Equal("'quoted'", Read("代码,名称,备注\na,甲局,'quoted'\n")[0].Note);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8-bom")]
    [InlineData("gb18030")]
    public void WhateverTheSpreadsheetSavesIsRead(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = encoding == "utf-8-bom" ? [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Whole.Replace("\n", "\r\n"))]
            : Encoding.GetEncoding(encoding).GetBytes(Whole);
        Assert.Equal(["东湖市地方金融监督管理局", "东湖市发展和改革委员会", "东湖市人民政府"], Read(bytes).Select(a => a.Name));
    }

    [Theory]
    [InlineData("code,name,colour\na,甲局,red", "a.csv:1: 没有列“colour”")]
    [InlineData("code\na", "a.csv:1: 缺少列“name”")]
    [InlineData("code,name,代码\na,甲局,b", "a.csv:1: 列“代码”重复")]
    [InlineData("", "a.csv:1: 文件是空的")]
    [InlineData("code,name\na,", "a.csv:2: name 是空的")]
    [InlineData("code,name\na b,甲局", "a.csv:2: code a b")]
    [InlineData("code,name,uscc\na,甲局,113304837338351798", "a.csv:2: uscc 113304837338351798 不是统一社会信用代码。ends in 8, and its check digit is 9.")]
    [InlineData("code,name,uscc\na,甲局,1.13305E+17", "format the column as text")]
    [InlineData("code,name,uscc\na,甲局,11330483733835179", "has 17 characters")]
    [InlineData("code,name,region\na,甲局,993300", "a.csv:2: region 993300")]
    [InlineData("code,name,since\na,甲局,2019-13-01", "a.csv:2: since 2019-13-01 不是日期")]
    [InlineData("code,name,since,until\na,甲局,2019,2018", "a.csv:2: 至早于自")]
    [InlineData("code,name,until\na,甲局,2019\na,乙局,2018", "a.csv:3: 与第2行的时间重叠")]
    [InlineData("code,name,kind\na,甲局,部", "a.csv:2: kind 部")]
    [InlineData("code,name,parent\na,甲局,b", "a.csv:2: parent b 没有这个代码")]
    [InlineData("code,name,parent\na,甲局,b\nb,乙局,a", "a.csv:2: 上级成环")]
    [InlineData("code,name,until,end,into\na,甲局,2019,merged,z", "a.csv:2: into z 没有这个代码")]
    [InlineData("code,name,end\na,甲局,merged", "a.csv:2: 有终止原因而无“至”")]
    [InlineData("code,name,site\na,甲局,33", "a.csv:2: site 33")]
    [InlineData("code,name,since,until,kind\na,甲局,2018,2018,部门\na,乙局,2019,,政府", "a.csv:3: kind government 与第2行的 department 不符")]
    [InlineData("code,name\na,甲局,多余", "a.csv:2: 比表头多出单元格")]
    public void WhatIsWrongIsNamedWithItsLine(string csv, string named) =>
        Assert.Contains(named, Assert.Throws<TableException>(() => Read(csv)).Message, StringComparison.Ordinal);

    [Fact]
    public void EveryWrongLineIsNamedAtOnce()
    {
        var message = Assert.Throws<TableException>(() => Read("code,name,uscc,owes\na,甲局,1,\nb,,,\nc,丙局,,maybe")).Message;
        Assert.Equal(["a.csv:2", "a.csv:3", "a.csv:4"], message.Split('\n').Select(line => line[..7]).Order());
    }

    [Fact]
    public void WhatIsListedAsCsvIsTakenAgainAndSaysTheSame()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        store.SaveAgencies(Read(Whole), StoreFolder.Start);
        store.SaveSource("s", ["丁局"], "http://a/", StoreFolder.Start);
        var csv = new StringWriter();
        AgencyOutput.Write(AgencyList.Of(store), "csv", csv);
        var before = Listed(store);
        store.SaveAgencies(Read(csv.ToString()), StoreFolder.Start);
        Assert.Equal(before, Listed(store));
        Assert.Equal("dh", AgencyList.Of(store)[0].Code);
        Assert.Null(AgencyList.Of(store)[^1].Code);
    }

    static string Listed(ReportStore store)
    {
        var json = new StringWriter();
        AgencyOutput.Write(AgencyList.Of(store), "json", json);
        return json.ToString();
    }
}
