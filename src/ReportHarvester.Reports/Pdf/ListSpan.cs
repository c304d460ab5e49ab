using System.Runtime.InteropServices;

namespace ReportHarvester.Reports.Pdf;

static class ListSpan
{
    /// <summary>The items without a copy, where they are a list or an array. [..] makes neither of what is to be an IReadOnlyList: ToList or ToArray does.</summary>
    public static ReadOnlySpan<T> AsSpan<T>(this IReadOnlyList<T> items) => items switch
    {
        List<T> list => CollectionsMarshal.AsSpan(list),
        T[] array => array,
        _ => items.ToArray(),
    };
}
