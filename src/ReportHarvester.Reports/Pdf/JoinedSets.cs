namespace ReportHarvester.Reports.Pdf;

/// <summary>Numbers from 0 that are joined two by two into sets (union-find).</summary>
sealed class JoinedSets(int count)
{
    readonly int[] parent = [.. Enumerable.Range(0, count)];

    public void Join(int a, int b) => parent[Root(a)] = Root(b);

    /// <summary>The sets by their lowest number, each in ascending order.</summary>
    public IReadOnlyList<List<int>> Sets()
    {
        var sets = new List<List<int>>();
        var own = new List<int>?[parent.Length];
        for (var i = 0; i < parent.Length; i++)
        {
            ref var set = ref own[Root(i)];
            if (set is null) sets.Add(set = []);
            set.Add(i);
        }
        return sets;
    }

    int Root(int i)
    {
        while (parent[i] != i) i = parent[i] = parent[parent[i]];
        return i;
    }
}
