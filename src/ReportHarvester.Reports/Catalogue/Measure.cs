namespace ReportHarvester.Reports;

public enum MeasureKind { Indicator, Series, Metric }

/// <summary>Anything that can be compared: an indicator as printed, a series over the editions, or a metric; of one applicant where table 3 tells.</summary>
public sealed record Measure
{
    public required FigureKey Key { get; init; }
    public required MeasureKind Kind { get; init; }
    public required string Chinese { get; init; }
    public required string English { get; init; }
    public string? Unit { get; init; }

    /// <summary>Reads `id` or `id|applicant`; without applicant the total is meant. Null where there is no such measure.</summary>
    public static Measure? Find(string text)
    {
        var parts = text.Split('|');
        if (parts.Length > 2 || Named(parts[0]) is not { } known) return null;
        if (!known.HasApplicants) return parts.Length == 1 ? known.Measure : null;
        var applicant = Codebook.Applicants.FirstOrDefault(a => a.Id == (parts.Length == 2 ? parts[1] : "total"));
        return applicant is null ? null : known.Measure with
        {
            Key = new FigureKey(parts[0], applicant.Id), Chinese = $"{known.Measure.Chinese}，{applicant.Label}", English = $"{known.Measure.English}, {applicant.English}",
        };
    }

    static (Measure Measure, bool HasApplicants)? Named(string id)
    {
        var key = new FigureKey(id);
        if (Codebook.Find(id) is { } i)
            return (new Measure { Key = key, Kind = MeasureKind.Indicator, Chinese = i.Group.Length == 0 ? i.Label : $"{i.Group}/{i.Label}", English = i.English, Unit = i.Unit }, i.Table == "3");
        if (Series.All.FirstOrDefault(s => s.Id == id) is { } s)
            return (new Measure { Key = key, Kind = MeasureKind.Series, Chinese = s.Chinese, English = s.English, Unit = s.Unit }, s.HasApplicants);
        if (Metric.All.FirstOrDefault(m => m.Id == id) is { } m)
            return (new Measure { Key = key, Kind = MeasureKind.Metric, Chinese = m.Chinese, English = m.English, Unit = m.Unit }, m.HasApplicants);
        return null;
    }
}
