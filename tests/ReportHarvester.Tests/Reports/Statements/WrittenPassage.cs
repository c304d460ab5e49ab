using System.Text.Json;
using ReportHarvester.Reports;
using ReportHarvester.Reports.Recognition;
using ReportHarvester.Reports.Statements;

namespace ReportHarvester.Tests.Reports.Statements;

/// <summary>What prose counts: the truth of a statement.</summary>
sealed record Said(string Subject, decimal Value, string? Unit, string Raw)
{
    public bool Is(Statement read) => read.Subject == Subject && read.Value == Value && read.Unit == Unit;
}

/// <summary>A piece of a report with what a careful reader would note down. Optional: what may be noted or left.</summary>
sealed record WrittenPassage(int Year, int Section, string Text, IReadOnlyList<Said> Statements, string? Agency = null, IReadOnlyList<Said>? Optional = null)
{
    public static IReadOnlyList<WrittenPassage> Load(string file) => JsonSerializer.Deserialize<List<WrittenPassage>>(File.ReadAllText(file), JsonSerializerOptions.Web)!;

    /// <summary>The line that says it.</summary>
    public string LineOf(Said said) => Text.Split('\n').FirstOrDefault(l => l.Contains(said.Raw, StringComparison.Ordinal), Text);

    public IReadOnlyList<Statement> Read()
    {
        var passages = Text.Split('\n').Select((line, i) => new Passage(line, new Origin { Line = i + 1 })).ToList();
        return StatementReader.Read([new SectionPart(Section, "总体情况", passages)], Agency, Year);
    }
}
