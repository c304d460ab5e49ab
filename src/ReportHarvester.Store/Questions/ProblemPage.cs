using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>A page of problems, by region and agency, and how many there are in all. Those that a person dismissed or explained are counted, and left out unless they are asked for. A region is that of agencies that stand there now, as the tallies count, whatever the year.</summary>
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
            var found = Store.Problems.Ask(connection, all, Store.Problems.Whose(question with { Year = null }), new { agency });
            return new ProblemPage(Open(question, found.Skip(skip).Take(Size)), found.Count);
        }
        var stretches = Stretches(connection, question);
        return new ProblemPage(Open(question, Read(connection, all, stretches, skip)), stretches.Sum(stretch => stretch.Problems));
    });

    static List<Problem> Open(ProblemQuestion question, IEnumerable<Problem> problems) => [.. problems.Where(problem => question.Settled || Store.Problems.IsOpen(problem))];

    // Provinces and blocks of agencies that stand before the page are passed over by what the tallies say; only those that it is made of are read, together.
    static IEnumerable<Problem> Read(SqliteConnection connection, ProblemQuestion question, IReadOnlyList<Stretch> stretches, int skip)
    {
        var (blocks, found) = (new List<Stretch>(), 0);
        foreach (var stretch in stretches)
        {
            if (found >= skip + Size) break;
            if (IsBefore(stretch)) continue;
            foreach (var block in Blocks(connection, question with { Region = stretch.Region }).SkipWhile(IsBefore).TakeWhile(_ => found < skip + Size))
            {
                blocks.Add(block);
                found += block.Problems;
            }
        }
        var places = blocks.Index().ToDictionary(block => (block.Item.Region, block.Item.Block), block => block.Index);
        return Store.Problems.Ask(connection, question, $"w.agency IN ({AgenciesOfBlocks})", new { blocks = JsonSerializer.Serialize(blocks.Select(block => new object[] { block.Region, block.Block })), size = Tally.BlockSize })
            .OrderBy(problem => places[(problem.RegionNow ?? "", problem.AgencyId / Tally.BlockSize)]).Skip(skip).Take(Size);

        // Whether all that is in it stands before the page; what the page begins in does not.
        bool IsBefore(Stretch all)
        {
            if (blocks.Count > 0 || skip < all.Problems) return false;
            skip -= all.Problems;
            return true;
        }
    }

    const string AgenciesOfBlocks = """
        SELECT n.agency FROM json_each(@blocks) b CROSS JOIN agency_period n ON n.agency BETWEEN (b.value ->> 1) * @size AND ((b.value ->> 1) + 1) * @size - 1
          AND COALESCE(n.region, '') = b.value ->> 0 AND n.position = (SELECT max(position) FROM agency_period WHERE agency = n.agency)
        """;

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
