using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Microsoft.OpenApi;

namespace ReportHarvester.Tests.App.Pages;

/// <summary>The description of the addresses, held against a server that answers them.</summary>
public sealed class OpenApiTests(ServedPages served) : IClassFixture<ServedPages>
{
    static readonly Dictionary<string, string> Values = new()
    {
        ["agency"] = "2", ["year"] = "2021", ["scope"] = "own", ["id"] = "R3.0", ["region"] = "32", ["level"] = "county", ["page"] = "2", ["q"] = "公开", ["lang"] = "en", ["m"] = "received,closed", ["from"] = "2021", ["to"] = "2022",
        ["chart"] = "closed", ["size"] = "small", ["table"] = "3", ["rule"] = "T3-ROW", ["severity"] = "Info", ["fault"] = "Publisher", ["without"] = "2021", ["all"] = "1", ["issuer"] = "县政府办公室",
    };

    [Fact]
    public async Task A_validator_finds_nothing_wrong_with_it()
    {
        var (document, diagnostic) = OpenApiDocument.Parse(await served.Page("/openapi.json"), "json");

        Assert.Empty(diagnostic!.Errors.Concat(diagnostic.Warnings).Select(trouble => $"{trouble.Pointer} {trouble.Message}"));
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, diagnostic.SpecificationVersion);
        Assert.NotEmpty(document!.Paths);
    }

    [Fact]
    public async Task Every_twin_of_a_page_stands_in_it()
    {
        var described = (await Description())["paths"]!.AsObject().Select(path => path.Key).ToHashSet();

        Assert.Superset(served.Routes.Where(route => route.EndsWith(".json", StringComparison.Ordinal)).Select(Unconstrained).ToHashSet(), described);
        // Each page has a twin, but for what is no page.
        Assert.Superset(served.Routes.Where(route => !Path.HasExtension(route) && route is not ("" or "/metrics") && route[0] == '/' && !route.StartsWith("/health", StringComparison.Ordinal) && !route.StartsWith("/originals", StringComparison.Ordinal))
            .Select(route => route == "/" ? "/index.json" : Unconstrained(route) + ".json").ToHashSet(), described);
    }

    [Fact]
    public async Task Every_address_answers_as_it_says_with_and_without_each_value_of_its_query()
    {
        var description = await Description();
        var root = JsonSchema.FromText($$"""{ "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://shapes.example/", "components": {{description["components"]!.ToJsonString()}} }""");
        SchemaRegistry.Global.Register(root);
        var wrong = new List<string>();
        foreach (var (path, item) in description["paths"]!.AsObject())
        {
            var operation = item!["get"]!;
            var parameters = operation["parameters"]!.AsArray().Select(parameter => ((string)parameter!["name"]!, (string)parameter["in"]!)).ToList();
            var address = parameters.Where(p => p.Item2 == "path").Aggregate(path, (text, p) => text.Replace($"{{{p.Item1}}}", Values[p.Item1], StringComparison.Ordinal));
            var query = parameters.Where(p => p.Item2 == "query").Select(p => $"{p.Item1}={Uri.EscapeDataString(Query(path, p.Item1))}").ToList();
            // A picture of one measure needs that measure, a hand-out its year.
            string[] questions = path is "/workbook.xlsx" or "/notices/{agency}.docx" ? [string.Join('&', query)] : ["", .. query.Where(one => !one.StartsWith("chart", StringComparison.Ordinal)), string.Join('&', query)];
            foreach (var question in questions) if (await Wrong($"{address}?{question}", operation["responses"]!.AsObject()) is { } trouble) wrong.Add(trouble);
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task What_asks_the_store_says_that_it_may_be_busy()
    {
        var without = (await Description())["paths"]!.AsObject().Where(path => !path.Value!["get"]!["responses"]!.AsObject().ContainsKey("503")).Select(path => path.Key);

        Assert.Equal(["/openapi.json"], without);
    }

    static string Query(string path, string name) => (path, name) switch
    {
        (_, "agency") => "东莞市金融工作局",
        _ => Values[name],
    };

    async Task<string?> Wrong(string address, JsonObject responses)
    {
        var content = responses["200"]!["content"]!.AsObject().Single();
        using var answer = await served.Client.GetAsync(address);
        if ((answer.Headers.ETag is null) == responses.ContainsKey("304")) return $"{answer.Headers.ETag} {address}";
        if (answer.StatusCode != HttpStatusCode.OK) return $"{(int)answer.StatusCode} {address}";
        if (answer.Content.Headers.ContentType?.MediaType != content.Key) return $"{answer.Content.Headers.ContentType} {address}";
        if (content.Value!["schema"] is not { } shape) return null;
        using var twin = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        var schema = JsonSchema.FromText($$"""{ "$ref": "https://shapes.example/{{(string)shape["$ref"]!}}" }""");
        var held = schema.Evaluate(twin.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return held.IsValid ? null : $"{address}: {string.Join("; ", held.Details!.Where(detail => detail.Errors is not null).Take(3).Select(detail => $"{detail.InstanceLocation} {string.Join(' ', detail.Errors!.Values)}"))}";
    }

    async Task<JsonNode> Description() => JsonNode.Parse(await served.Page("/openapi.json"))!;

    static string Unconstrained(string route) => System.Text.RegularExpressions.Regex.Replace(route, @"\{(\w+)[^}]*\}", "{$1}");
}
