using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ReportHarvester.Harvest;

namespace ReportHarvester.App;

/// <summary>Which items a page of a list gives, told apart by hashes, and how many it says that the list has.</summary>
/// <param name="ForScript">Whether it is data, or the page around them.</param>
sealed record GivenItems(bool ForScript, int? Stated, ulong[] Items)
{
    public static GivenItems Of(PageRequest request, ListPage list) => new(request.ForScript, list.Stated, [.. list.Records.Select(Hash)]);

    /// <summary>How many the pages give. An item may be on a list twice; a page that is given for two numbers is one page, and the first items stand on the column's page too.</summary>
    public static int Count(List<GivenItems> pages)
    {
        var data = pages.Where(page => page.ForScript).Select(page => page.Items).DistinctBy(items => string.Join('\n', items)).ToList();
        var known = data.SelectMany(items => items).ToHashSet();
        return data.Sum(items => items.Length) + pages.Where(page => !page.ForScript).SelectMany(page => page.Items).Count(item => !known.Contains(item));
    }

    static ulong Hash(string item) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(item)));
}
