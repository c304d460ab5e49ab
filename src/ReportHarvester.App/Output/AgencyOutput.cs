using System.Globalization;
using System.Text.Json;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>The registry as a table for people, as JSON, or as the CSV that `agencies import` takes.</summary>
static class AgencyOutput
{
    public static void Write(IReadOnlyList<RegisteredAgency> agencies, string format, TextWriter output)
    {
        if (format == "json") output.WriteLine(JsonSerializer.Serialize(agencies, ReadingJson.Indented));
        else if (format == "csv") Csv(agencies, output);
        else foreach (var agency in agencies) output.WriteLine(Line(agency));
    }

    static string Line(RegisteredAgency agency)
    {
        var now = agency.Periods[^1];
        var before = agency.Periods.SkipLast(1).Select(period => period.Name).Where(name => name != now.Name).Distinct();
        string?[] words = [agency.Code ?? "—", now.Name, now.Region, now.Level, agency.Kind, now.Until is { } end ? $"至{end:O} {now.End}" : null,
            agency.Periods.Count > 1 && before.Any() ? $"曾用名 {string.Join("、", before)}" : null];
        return string.Join("  ", words.Where(word => !string.IsNullOrEmpty(word)));
    }

    // One that is in no registry yet has no code and would not be taken back.
    static void Csv(IReadOnlyList<RegisteredAgency> agencies, TextWriter output)
    {
        output.Write(App.Csv.Line(TableWords.Known.Agencies.Keys) + "\r\n");
        foreach (var agency in agencies.Where(agency => agency.Code is not null))
            foreach (var period in agency.Periods)
                output.Write(App.Csv.Line(agency.Code, period.Name, Day(period.Since), Day(period.Until), period.Level, period.Region, agency.Uscc,
                    agency.SiteIdCode, agency.Kind, agency.Owes switch { true => "yes", false => "no", null => null }, agency.OwesFrom, agency.OwesTo,
                    agency.Parent, period.End, string.Join(';', period.Into), agency.Note) + "\r\n");
    }

    static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
