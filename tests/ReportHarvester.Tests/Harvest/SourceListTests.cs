using System.Text;
using ReportHarvester.Harvest;

namespace ReportHarvester.Tests.Harvest;

public class SourceListTests
{
    static IReadOnlyList<Source> Load(string json) => SourceList.Load(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Reads_every_property()
    {
        var source = Assert.Single(Load("""[{"key":"dh-cz","agency":"东湖市财政局","address":"http://czj.donghu.example/zfxxgknb/","note":"n","expect":{"min":1,"max":30}}]"""));
        Assert.Equal(("dh-cz", "东湖市财政局", "n", new Expectation(1, 30)), (source.Key, source.Agency, source.Note, source.Expect));
    }

    [Theory]
    [InlineData("{", "not JSON")]
    [InlineData("{}", "not an array")]
    [InlineData("[null]", "Source 1")]
    [InlineData("[1]", "Source 1")]
    [InlineData("""[{"key":"a","agency":"b","address":"http://a/","adress":"x"}]""", "adress")]
    [InlineData("""[{"key":"a","agency":"b"}]""", "Source 1 (a)")]
    [InlineData("""[{"key":"a","agency":null,"address":"http://a/"}]""", "Source 1 (a)")]
    [InlineData("""[{"key":" ","agency":"b","address":"http://a/"}]""", "key is empty")]
    [InlineData("""[{"key":"a","agency":"b","address":"file:///etc/passwd"}]""", "not an http or https address")]
    [InlineData("""[{"key":"a","agency":"b","address":"/zfxxgknb/"}]""", "not an http or https address")]
    [InlineData("""[{"key":"a","agency":"b","address":"http://a/","expect":{"min":3,"max":2}}]""", "expect")]
    [InlineData("""[{"key":"a","agency":"b","address":"http://a/"},{"key":"a","agency":"c","address":"http://c/"}]""", "key a")]
    public void Names_what_is_wrong(string json, string named) =>
        Assert.Contains(named, Assert.Throws<SourceListException>(() => Load(json)).Message);
}
