using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReportHarvester.Reports;

namespace ReportHarvester.App.Pages;

/// <summary>The description of all addresses that programs may ask (OpenAPI 3.1.1), made of the table of routes and of the types of the answers themselves.</summary>
static partial class OpenApi
{
    static readonly JsonSchemaExporterOptions Shapes = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = AsWritten };

    public static JsonObject Of(EndpointDataSource source)
    {
        var routes = source.Endpoints.OfType<RouteEndpoint>().Select(route => (Pattern: route.RoutePattern.RawText!, About: route.Metadata.GetMetadata<Described>()!))
            .Where(route => route.About is { } about && about.Media != PageRoutes.Html).OrderBy(route => route.Pattern, StringComparer.Ordinal).ToList();
        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject { ["title"] = "ReportHarvester", ["version"] = ReadingJson.ReaderVersion, ["description"] = "政府信息公开工作年度报告。Annual reports on government information disclosure: what the pages show, as data. Only GET." },
            ["paths"] = new JsonObject(routes.Select(route => KeyValuePair.Create(Placeholder().Replace(route.Pattern, "{$1}"), (JsonNode?)new JsonObject { ["get"] = Operation(route.Pattern, route.About) }))),
            ["components"] = new JsonObject
            {
                ["schemas"] = new JsonObject(routes.Select(route => route.About.Answer).OfType<Type>().Distinct().Select(type => KeyValuePair.Create(Name(type), (JsonNode?)Shape(type)))),
            },
        };
    }

    static JsonObject Operation(string pattern, Described about) => new()
    {
        ["summary"] = about.Summary,
        ["parameters"] = new JsonArray([.. Placeholder().Matches(pattern).Select(InPath), .. about.Query.Select(InQuery)]),
        ["responses"] = Responses(about),
    };

    static JsonObject Responses(Described about)
    {
        var responses = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = "答。The answer", ["content"] = new JsonObject { [about.Media] = about.Answer is { } type ? new JsonObject { ["schema"] = Reference(Name(type)) } : new JsonObject() },
            },
        };
        if (about.IsTagged) responses["304"] = new JsonObject { ["description"] = "与 If-None-Match 所指的相同。The same as before, where If-None-Match gives its ETag" };
        if (about.Media != PageRoutes.Json || about.Answer != typeof(JsonObject))
        {
            responses["400"] = Refusal("问得不对，并说明为何。The question makes no sense; it says why", about);
            responses["404"] = Refusal("没有。There is no such thing", about);
            responses["503"] = Refusal("暂不能答，并说明为何，请稍后再问。Cannot be answered now; it says why: ask again later", about);
        }
        return responses;
    }

    static JsonObject Refusal(string description, Described about) =>
        new() { ["description"] = description, ["content"] = new JsonObject { [about.Media == PageRoutes.Json ? PageRoutes.Problem : PageRoutes.Html] = new JsonObject() } };

    static JsonNode InPath(Match place) => new JsonObject
    {
        ["name"] = place.Groups[1].Value, ["in"] = "path", ["required"] = true,
        ["schema"] = new JsonObject { ["type"] = place.Groups[2].Value is var kind && (kind.Contains(":long", StringComparison.Ordinal) || kind.Contains(":int", StringComparison.Ordinal)) ? "integer" : "string" },
    };

    static JsonNode InQuery(QueryValue value)
    {
        var one = value.IsNumber ? new JsonObject { ["type"] = "integer", ["minimum"] = 0 } : new JsonObject { ["type"] = "string" };
        if (value.Values is { } values) one["enum"] = new JsonArray([.. values.Select(word => (JsonNode)word)]);
        var parameter = new JsonObject { ["name"] = value.Name, ["in"] = "query", ["description"] = value.Description, ["schema"] = value.Many ? new JsonObject { ["type"] = "array", ["items"] = one } : one };
        if (value.Many) parameter["explode"] = false;
        return parameter;
    }

    static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    static string Name(Type type) => type.DeclaringType is { } page ? page.Name + type.Name : type.Name;

    // What is said twice in a shape refers to its first place, which stands deeper here.
    static JsonNode Shape(Type type) => JsonNode.Parse(ReadingJson.Options.GetJsonSchemaAsNode(type, Shapes).ToJsonString().Replace("\"$ref\":\"#", $"\"$ref\":\"#/components/schemas/{Name(type)}", StringComparison.Ordinal))!;

    // The box of a figure is written by a converter, and what says nothing may be left out.
    static JsonNode AsWritten(JsonSchemaExporterContext context, JsonNode shape)
    {
        if ((Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type) == typeof(Box)) return JsonNode.Parse("""{ "type": "array", "items": { "type": "number" }, "minItems": 4, "maxItems": 4 }""")!;
        if (shape is JsonObject { } known && known["required"] is JsonArray required)
            foreach (var name in context.TypeInfo.Properties.Where(property => property.ShouldSerialize is not null).Select(property => property.Name))
                required.RemoveAll(one => one!.GetValue<string>() == name);
        return shape;
    }

    [GeneratedRegex(@"\{(\w+)([^}]*)\}")]
    private static partial Regex Placeholder();
}
