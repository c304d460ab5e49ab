using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>A page of problems, by region and agency, and how many there are in all. Those that a person dismissed or explained are counted, and left out unless they are asked for.</summary>
public sealed record ProblemPage(IReadOnlyList<Problem> Problems, int Count)
{
    public const int Size = 200;

    /// <param name="page">Counts from 1.</param>
    /// <exception cref="KeyNotFoundException">Nobody has or had the agency's name.</exception>
    public static ProblemPage Of(ReportStore store, ProblemQuestion question, int page) => store.Read(connection =>
    {
        var (skip, all) = ((page - 1) * Size, question with { Settled = true });
        if (Store.Problems.AgencyOf(connection, question) is { } agency)
        {
            var found = Store.Problems.Ask(connection, all, Store.Problems.Whose(question), new { agency });
            return new ProblemPage(Open(question, found.Skip(skip).Take(Size)), found.Count);
        }
        var stretches = Stretches(connection, question);
        return new ProblemPage(Open(question, Read(connection, all, stretches, skip)), stretches.Sum(stretch => stretch.Problems));
    });

    static List<Problem> Open(ProblemQuestion question, IEnumerable<Problem> problems) => [.. problems.Where(problem => question.Settled || Store.Problems.IsOpen(problem))];

    // Provinces and, of the one that the page begins in, blocks of agencies are passed over by what the tallies say; only the page itself is read.
    static List<Problem> Read(SqliteConnection connection, ProblemQuestion question, IReadOnlyList<Stretch> stretches, int skip)
    {
        var problems = new List<Problem>();
        foreach (var stretch in stretches)
        {
            if (skip >= stretch.Problems) skip -= stretch.Problems;
            else
                foreach (var block in Blocks(connection, question with { Region = stretch.Region }))
                {
                    if (skip >= block.Problems) skip -= block.Problems;
                    else
                    {
                        problems.AddRange(Store.Problems.Ask(connection, question, "COALESCE(a.region, '') = @within AND w.agency BETWEEN @first AND @last",
                            new { within = block.Region, first = block.Block * Tally.BlockSize, last = (block.Block + 1) * Tally.BlockSize - 1 }).Skip(skip).Take(Size - problems.Count));
                        skip = 0;
                    }
                    if (problems.Count == Size) return problems;
                }
        }
        return problems;
    }

    static List<Stretch> Stretches(SqliteConnection connection, ProblemQuestion question) => connection.Query<Stretch>(question.Region?.Length > 2
        ? $"SELECT @region AS region, sum(problems) AS problems FROM problem_tally w WHERE {Store.Problems.Conditions(question)} AND {RegionPrefix.Asked("region", question.Region)} HAVING count(*) > 0"
        : $"SELECT province AS region, sum(problems) AS problems FROM problem_total w WHERE problems > 0 AND {Store.Problems.Conditions(question)} AND {RegionPrefix.Asked("province", question.Region)} GROUP BY 1 ORDER BY 1", Store.Problems.Values(question)).ToList();

    static IEnumerable<Stretch> Blocks(SqliteConnection connection, ProblemQuestion question) => connection.Query<Stretch>($"""
        SELECT region, block, sum(problems) AS problems FROM problem_tally w WHERE {Store.Problems.Conditions(question)} AND {RegionPrefix.Asked("region", question.Region)} {(question.Region is "" ? "AND region = ''" : "")}
        GROUP BY region, block ORDER BY region, block
        """, Store.Problems.Values(question), buffered: false);

    /// <summary>How many problems there are in a region, or in a block of its agencies.</summary>
    sealed record Stretch
    {
        public string Region { get; init; } = "";
        public long Block { get; init; }
        public int Problems { get; init; }
    }
}
