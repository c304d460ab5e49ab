using System.Text;
using ReportHarvester.Harvest;

namespace ReportHarvester.App;

/// <summary>The list of sources as a file that people edit too: what they wrote stays as it is, new entries go to its end.</summary>
static class SourceFile
{
    public static IReadOnlyList<Source> Load(FileInfo file)
    {
        using var stream = file.OpenRead();
        return SourceList.Load(stream);
    }

    /// <summary>Adds entries, all or none; a reader sees the old list or the new one.</summary>
    public static void Add(FileInfo file, IReadOnlyList<Source> sources)
    {
        if (sources.Count == 0) return;
        var text = file.Exists ? File.ReadAllText(file.FullName) : "[]";
        var end = text.LastIndexOf(']');
        var entries = SourceList.Write(sources).Trim()[1..^1].TrimEnd();
        var before = text[..end].TrimEnd();
        var whole = $"{before}{(before.EndsWith('[') || before.EndsWith(',') ? "" : ",")}{entries}\n]\n";
        Check(whole, (file.Exists ? Load(file).Count : 0) + sources.Count, file);
        var unfinished = file.FullName + ".part";
        File.WriteAllText(unfinished, whole, new UTF8Encoding(false));
        File.Move(unfinished, file.FullName, overwrite: true);
    }

    // A comment behind the last entry would swallow the comma: then nothing is written.
    static void Check(string text, int count, FileInfo file)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        if (SourceList.Load(stream).Count != count)
            throw new SourceListException($"{file.FullName} could not be added to: put a comma behind its last entry, or add the entry by hand.");
    }
}
