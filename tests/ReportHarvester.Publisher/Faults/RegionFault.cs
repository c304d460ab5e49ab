namespace ReportHarvester.Publisher.Faults;

/// <summary>A fault between the report of a region and those of its units, by the code of the rule that it breaks.</summary>
sealed record RegionFault(string Code, Func<RegionDraft, Random, bool> Plant)
{
    public static IReadOnlyList<RegionFault> All { get; } =
    [
        // Requests that no unit counts, or that of a unit were left out: the region's own tables hold.
        new("H-SUM", (d, c) =>
        {
            var more = c.Next(2) == 0 ? c.Next(1, 90) : -Math.Min(c.Next(1, 90), int.Parse(d.Figures["requests.granted|natural_person"]));
            if (more == 0 || int.Parse(d.Figures["requests.new|natural_person"]) + more < 0) return false;
            foreach (var row in new[] { "requests.new", "requests.granted", "requests.closed" })
                foreach (var applicant in new[] { "natural_person", "total" })
                    d.Figures[$"{row}|{applicant}"] = $"{int.Parse(d.Figures[$"{row}|{applicant}"]) + more}";
            return true;
        }),
    ];
}
