using System.Text.Json;
using System.Text.RegularExpressions;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>The words of the panel: short names of variables, and what printed texts may say where they are published.</summary>
sealed record PanelWords(IReadOnlyDictionary<string, string> Short, IReadOnlyDictionary<string, string> Applicants, IReadOnlyList<string> Raw)
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip };
    static readonly PanelWords All = Load();
    static readonly Regex Plain = new($@"^([^\p{{L}}@]|{string.Join('|', All.Raw.Select(Regex.Escape))})*$", RegexOptions.CultureInvariant);

    /// <summary>The text where it has no words but those of numbers and units; else null. Other words may name people.</summary>
    public static string? Publishable(string? text) => text is { Length: <= 60 } && Plain.IsMatch(text) ? text : null;

    /// <summary>The name of a figure's column in the wide panel.</summary>
    public static string Variable(FigureKey figure) =>
        string.Join('_', figure.Indicator.Split('.').Select(part => All.Short.GetValueOrDefault(part, part))) + (figure.Applicant is null ? "" : "_" + All.Applicants[figure.Applicant]);

    static PanelWords Load()
    {
        using var stream = typeof(PanelWords).Assembly.GetManifestResourceStream("panel-words.json")!;
        return JsonSerializer.Deserialize<PanelWords>(stream, Options)!;
    }
}
