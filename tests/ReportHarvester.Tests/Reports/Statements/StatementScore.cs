using System.Text;
using ReportHarvester.Reports;

namespace ReportHarvester.Tests.Reports.Statements;

/// <summary>Found, missed and wrong by subject, over many passages.</summary>
sealed class StatementScore
{
    readonly SortedDictionary<string, (int Found, int Missed, int Wrong)> rows = new(StringComparer.Ordinal);
    readonly StringBuilder faults = new();

    public static StatementScore Of(IEnumerable<WrittenPassage> passages)
    {
        var score = new StatementScore();
        foreach (var passage in passages) score.Add(passage);
        return score;
    }

    public int Found => rows.Values.Sum(r => r.Found);
    public int Missed => rows.Values.Sum(r => r.Missed);
    public int Wrong => rows.Values.Sum(r => r.Wrong);

    void Add(WrittenPassage passage)
    {
        var read = passage.Read().ToList();
        foreach (var said in passage.Statements)
            if (read.FindIndex(said.Is) is >= 0 and var at)
            {
                Count(said.Subject, (1, 0, 0));
                read.RemoveAt(at);
            }
            else
            {
                Count(said.Subject, (0, 1, 0));
                faults.AppendLine($"missed {said.Subject} {said.Raw}: {passage.LineOf(said)}");
            }
        foreach (var wrong in read.Where(r => passage.Optional?.Any(o => o.Is(r)) != true))
        {
            Count(wrong.Subject, (0, 0, 1));
            faults.AppendLine($"wrong {wrong.Subject} {wrong.Raw}: {wrong.Sentence}");
        }
    }

    void Count(string subject, (int Found, int Missed, int Wrong) one)
    {
        var (found, missed, wrong) = rows.GetValueOrDefault(subject);
        rows[subject] = (found + one.Found, missed + one.Missed, wrong + one.Wrong);
    }

    public string Faults => faults.ToString();

    public override string ToString()
    {
        var table = new StringBuilder("| subject | found | missed | wrong |\n|---|--:|--:|--:|\n");
        foreach (var (subject, row) in rows) table.Append($"| {subject} | {row.Found} | {row.Missed} | {row.Wrong} |\n");
        return table.Append($"| all | {Found} | {Missed} | {Wrong} |\n").ToString();
    }
}
