using ReportHarvester.Publisher.Form;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Faults;

/// <summary>What offices may do with good reason, and what then does not follow from one year to the next as it else would.</summary>
/// <param name="Make">False where the draft has no place for it.</param>
sealed record HonestCase(string Name, Func<Draft, Random, bool> Make)
{
    public static IReadOnlyList<HonestCase> All { get; } =
    [
        new("merger", (d, c) =>
        {
            var form = d.BeforeTruth.Table3;
            var other = RandomTruth.Clean(c.Next(), form, form, new Agency("东湖市金融工作办公室", Size.Bureau, "told")) with { Year = d.BeforeTruth.Year, Prose = "told" };
            d.Predecessors.Add(other);
            d.Events.Add($"{d.NowTruth.Year}-03-01 {other.Agency}合并");
            foreach (var applicant in OfficialForm.Common.Applicants.Keys) TakeOver(d, applicant, int.Parse(other[$"requests.carried_out|{applicant}"]));
            foreach (var kind in new[] { "rules", "normative_documents" })
                if (other.Figures.TryGetValue($"{kind}.in_force", out var more) && d.Now.ContainsKey($"{kind}.in_force") && d.Before.ContainsKey($"{kind}.in_force")) d.AddBoth($"{kind}.in_force", int.Parse(more));
            return true;
        }),
        new("rename", (d, _) =>
        {
            var name = d.NowTruth.Agency[..^1] + (d.NowTruth.Agency[^1] == '局' ? "委员会" : "局");
            d.Events.Add($"{d.NowTruth.Year}-05-01 {d.NowTruth.Agency}更名");
            d.NowTruth = d.NowTruth with { Agency = name, Title = $"{name}{d.NowTruth.Year}年政府信息公开工作年度报告", Signature = [name, $"{d.NowTruth.Dated:yyyy年M月d日}"] };
            return true;
        }),
        // The earlier report as it stands now; the later one went on with what it printed first.
        new("correction", (d, c) =>
        {
            var more = c.Next(1, 9);
            foreach (var row in new[] { "requests.new", "requests.carried_out" })
                foreach (var applicant in new[] { "natural_person", "total" })
                    d.Before[$"{row}|{applicant}"] = $"{int.Parse(d.Before[$"{row}|{applicant}"]) + more}";
            d.Events.Add($"{d.BeforeTruth.Year}年度报告公布后改动");
            return true;
        }),
        new("units joined", (d, c) =>
        {
            var more = c.Next(1, 9);
            foreach (var applicant in new[] { "natural_person", "total" }) TakeOver(d, applicant, more);
            d.Events.Add($"东湖新区管理委员会 {d.NowTruth.Year}-01-10");
            return true;
        }),
    ];

    // Requests of others that were carried in, and granted.
    static void TakeOver(Draft draft, string applicant, int more)
    {
        foreach (var row in new[] { "requests.carried_in", "requests.granted", "requests.closed" }) draft.AddBoth($"{row}|{applicant}", more);
    }
}
