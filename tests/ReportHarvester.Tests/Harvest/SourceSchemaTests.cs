using System.Text;
using System.Text.Json;
using Json.Schema;
using ReportHarvester.Harvest;

namespace ReportHarvester.Tests.Harvest;

/// <summary>The schema that editors use and the reader of the list agree.</summary>
public class SourceSchemaTests
{
    static readonly JsonSchema Schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sources.schema.json")));

    const string Least = """ "key":"a","agency":"甲局","address":"http://a.gov.cn/nb/" """;

    public static TheoryData<bool, string> Examples => new()
    {
        { true, "" },
        { true, """ "note":null,"verified":null,"scope":null,"years":null,"expect":null,"listing":null,"certificate":null,"window":null,"budget":null """ },
        { true, """ "verified":"2026-01-31","scope":"both","listing":"trs","note":"n" """ },
        { true, """ "years":{"from":2008},"expect":{"min":0,"max":0} """ },
        { true, """ "years":{"from":2019,"to":2025} """ },
        { true, """ "years":{"from":2019,"to":null} """ },
        { true, """ "window":{"from":"22:00","to":"06:30"},"budget":{"requests":100} """ },
        { true, """ "budget":{"requests":1,"bytes":5000000000,"minutes":30} """ },
        { true, $""" "certificate":"{new string('a', 64)}" """ },
        { false, """ "adress":"x" """ },
        { false, """ "agencies":["乙局"] """ },
        { false, """ "verified":"yesterday" """ },
        { false, """ "verified":"2026-13-01" """ },
        { false, """ "scope":"everything" """ },
        { false, """ "scope":1 """ },
        { false, """ "years":{} """ },
        { false, """ "years":{"from":1999} """ },
        { false, """ "years":{"from":2019,"to":2101} """ },
        { false, """ "years":{"from":"2019"} """ },
        { false, """ "years":{"from":2019,"until":2020} """ },
        { false, """ "expect":{"min":1} """ },
        { false, """ "expect":{"min":-1,"max":3} """ },
        { false, """ "expect":[1,2] """ },
        { false, """ "window":{"from":"22:00"} """ },
        { false, """ "window":{"from":"24:00","to":"06:00"} """ },
        { false, """ "window":{"from":"9:00","to":"06:00"} """ },
        { false, """ "budget":{"requests":0} """ },
        { false, """ "budget":{"pages":3} """ },
        { false, """ "certificate":"AB" """ },
        { false, """ "note":3 """ },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void AgreeOnProperties(bool valid, string more) => Agree(valid, $"[{{{Least}{(more.Trim().Length > 0 ? "," : "")}{more}}}]");

    [Theory]
    [InlineData(true, "[]")]
    [InlineData(true, """[{"key":"a","agencies":["甲局","乙局"],"address":"https://a.gov.cn:8443/x?y=1"}]""")]
    [InlineData(false, "{}")]
    [InlineData(false, "[null]")]
    [InlineData(false, """[{"key":"a","agency":"甲局"}]""")]
    [InlineData(false, """[{"key":"a","address":"http://a/"}]""")]
    [InlineData(false, """[{"key":"a","agency":" ","address":"http://a/"}]""")]
    [InlineData(false, """[{"key":"a","agency":null,"address":"http://a/"}]""")]
    [InlineData(false, """[{"key":"a","agencies":[],"address":"http://a/"}]""")]
    [InlineData(false, """[{"key":"a","agencies":["甲局","甲局"],"address":"http://a/"}]""")]
    [InlineData(false, """[{"key":"a","agencies":["甲局",""],"address":"http://a/"}]""")]
    [InlineData(false, """[{"key":"a b","agency":"甲局","address":"http://a/"}]""")]
    [InlineData(false, """[{"key":"","agency":"甲局","address":"http://a/"}]""")]
    [InlineData(false, """[{"key":"a","agency":"甲局","address":"ftp://a/"}]""")]
    [InlineData(false, """[{"key":"a","agency":"甲局","address":"/nb/"}]""")]
    [InlineData(false, """[{"key":"a","agency":"甲局","address":"http://user@a/"}]""")]
    public void AgreeOnEntries(bool valid, string list) => Agree(valid, list);

    [Theory]
    [InlineData("sources.json")]
    [InlineData("fixtures/sites/sources.json")]
    public void AgreeOnWhatIsShipped(string file) => Agree(true, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)));

    [Fact]
    public void NothingInTheStarterListClaimsToHaveBeenSeen()
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "sources.json"));
        var sources = SourceList.Load(stream);
        Assert.True(sources.Count >= 10);
        Assert.All(sources, source => Assert.Null(source.Verified));
    }

    [Fact]
    public void WhatIsWrittenIsReadAgain()
    {
        var list = "[{" + Least + ""","years":{"from":2019},"scope":"aggregate","verified":"2026-01-31","window":{"from":"22:00","to":"06:30"}},{"key":"b","agencies":["甲","乙"],"address":"http://b/","expect":{"min":1,"max":2} }]""";
        var sources = Load(list);
        var again = Load(SourceList.Write(sources));
        Assert.Equal(SourceList.Write(sources), SourceList.Write(again));
        Assert.Equal(["甲、乙", "甲局"], again.Select(source => source.Agency).Order());
    }

    static void Agree(bool valid, string list)
    {
        using var json = JsonDocument.Parse(list);
        Assert.Equal((valid, valid), (Schema.Evaluate(json.RootElement).IsValid, Reads(list)));
    }

    static bool Reads(string list)
    {
        try
        {
            Load(list);
            return true;
        }
        catch (SourceListException)
        {
            return false;
        }
    }

    static IReadOnlyList<Source> Load(string list) => SourceList.Load(new MemoryStream(Encoding.UTF8.GetBytes(list)));
}
