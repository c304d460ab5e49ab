using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ReportHarvester.Publisher.Prose;

namespace ReportHarvester.Publisher.Truths;

/// <summary>Writes a truth in the format the scoring tool reads: a plain number, null for a blank, else the printed text.</summary>
static partial class TruthJson
{
    static readonly JsonSerializerOptions options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Truth truth)
    {
        var facts = new JsonObject();
        foreach (var (key, printed) in truth.Figures)
            facts[key] = Fact(printed);
        var json = new JsonObject
        {
            ["agency"] = truth.Agency,
            ["year"] = truth.Year,
            ["edition"] = truth.Table2.Split('-')[0],
            ["dated"] = truth.Dated.ToString("yyyy-MM-dd"),
            ["facts"] = facts,
        };
        json["statements"] = new JsonArray([.. Narrative.Of(truth).Planted.Select(Statement)]);
        if (truth.Expected.Count > 0)
            json["expected"] = new JsonArray([.. truth.Expected.Select(m => (JsonNode)new JsonArray(m.Code, m.Indicator, "publisher"))]);
        return Of(json);
    }

    public static string Of(JsonNode json) => json.ToJsonString(options).ReplaceLineEndings("\n") + "\n";

    static JsonNode Statement(Planted said) =>
        new JsonObject { ["subject"] = said.Subject, ["value"] = said.Value, ["unit"] = said.Unit, ["raw"] = said.Raw, ["section"] = said.Section };

    static JsonNode? Fact(string printed) =>
        printed.Length == 0 ? null : PlainNumber().IsMatch(printed) ? JsonNode.Parse(printed) : JsonValue.Create(printed.Replace("\n", ""));

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$")]
    private static partial Regex PlainNumber();
}
