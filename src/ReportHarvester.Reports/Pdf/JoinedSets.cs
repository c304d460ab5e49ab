namespace ReportHarvester.Reports.Pdf;

/// <summary>Numbers from 0 that are joined two by two into sets (union-find).</summary>
sealed class JoinedSets(int count)
{
    readonly int[] parent = [.. Enumerable.Range(0, count)];

    public void Join(int a, int b) => parent[Root(a)] = Root(b);

    public IEnumerable<IGrouping<int, int>> Sets => Enumerable.Range(0, parent.Length).GroupBy(Root);

    int Root(int i)
    {
        while (parent[i] != i) i = parent[i] = parent[parent[i]];
        return i;
    }
}
