using System.Security.Cryptography;
using System.Text.Json;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Notices;

/// <summary>
/// A folder of notices, with a list in it of what was written there, by which a later run takes away the letters that hold no more. What is not in
/// the list, or was changed since, is somebody's and stays.
/// </summary>
sealed class NoticeFolder
{
    const string ListName = ".notices.json";

    readonly string folder;
    readonly Dictionary<string, Letter> letters;
    readonly HashSet<string> current = [];

    /// <exception cref="InvalidDataException">The list is none.</exception>
    public NoticeFolder(string folder)
    {
        this.folder = folder;
        var list = Path.Combine(folder, ListName);
        letters = (File.Exists(list) ? Read(list) : []).ToDictionary(letter => letter.File);
    }

    /// <returns>The path of the letter.</returns>
    public async Task<string> Write(string name, Notice notice, byte[] bytes, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, name);
        await File.WriteAllBytesAsync(file, bytes, cancellationToken);
        letters[name] = new Letter(name, notice.Year, notice.Code, notice.Agency, notice.Region, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        current.Add(name);
        await Save(cancellationToken);
        return file;
    }

    /// <summary>Takes away what an earlier run wrote to the question's agencies on its year, and this one did not.</summary>
    /// <param name="asked">The code of the agency that is asked for, or its name where it has none; null: all.</param>
    /// <returns>What was removed, and what stays since a person changed it.</returns>
    public async Task<(IReadOnlyList<string> Removed, IReadOnlyList<string> Changed)> RemoveStale(ComplianceQuestion question, string? asked, CancellationToken cancellationToken)
    {
        var (removed, changed) = (new List<string>(), new List<string>());
        foreach (var letter in letters.Values.Where(l => !current.Contains(l.File) && l.IsOf(question, asked)).OrderBy(l => l.File, StringComparer.Ordinal).ToList())
        {
            var file = Path.Combine(folder, letter.File);
            if (File.Exists(file) && Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file, cancellationToken))) != letter.Sha256)
            {
                changed.Add(letter.File);
                continue;
            }
            if (File.Exists(file)) removed.Add(letter.File);
            File.Delete(file);
            letters.Remove(letter.File);
        }
        if (removed.Count > 0) await Save(cancellationToken);
        return (removed, changed);
    }

    Task Save(CancellationToken cancellationToken) => File.WriteAllTextAsync(Path.Combine(folder, ListName), JsonSerializer.Serialize(letters.Values, ReadingJson.Indented), cancellationToken);

    // A name with a folder in it was written by nobody of us.
    static IReadOnlyList<Letter> Read(string list)
    {
        try
        {
            return [.. (JsonSerializer.Deserialize<IReadOnlyList<Letter>>(File.ReadAllText(list), ReadingJson.Indented) ?? []).Where(letter => Path.GetFileName(letter.File) == letter.File)];
        }
        catch (JsonException trouble)
        {
            throw new InvalidDataException($"{list} 不是通知清单。{list} is no list of notices: {trouble.Message}", trouble);
        }
    }

    /// <summary>A letter as it was written.</summary>
    sealed record Letter(string File, int Year, string? Code, string Agency, string? Region, string Sha256)
    {
        public bool IsOf(ComplianceQuestion question, string? asked) =>
            Year == question.Year && (asked is null || asked == (Code ?? Agency)) && (question.Region is null || (Region ?? "").StartsWith(question.Region, StringComparison.Ordinal));
    }
}
