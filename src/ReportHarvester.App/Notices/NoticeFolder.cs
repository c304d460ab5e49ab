using System.Security.Cryptography;
using System.Text.Json;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Notices;

/// <summary>
/// A folder of notices, with a list in it of what was written there, by which a later run writes letters anew and takes away those that hold no more.
/// What is not in the list, or was changed since, is somebody's and stays as it is.
/// </summary>
sealed class NoticeFolder : IAsyncDisposable
{
    const string ListName = ".notices.json", Ending = ".docx";

    // A run that is killed leaves at most so many letters that are in no list; to write it after each of a country's would take longer than they do.
    const int Unlisted = 200;

    readonly string folder, store;
    readonly Dictionary<string, Letter> letters;
    readonly HashSet<string> current = [];
    int unlisted;

    /// <param name="data">The data folder that tells of the agencies; letters of another are not taken away.</param>
    /// <exception cref="InvalidDataException">The list is none.</exception>
    public NoticeFolder(string folder, string data)
    {
        (this.folder, store) = (folder, Whole(data));
        var list = Path.Combine(folder, ListName);
        letters = (File.Exists(list) ? Read(list) : []).ToDictionary(letter => letter.File);
    }

    /// <returns>False where somebody's stands there, which is left as it is.</returns>
    public async Task<bool> Write(string name, Notice notice, byte[] bytes, CancellationToken cancellationToken)
    {
        if (!current.Add(name) || !await IsOurs(name, cancellationToken)) return false;
        await Put(name, bytes, cancellationToken);
        letters[name] = new Letter(name, notice.Year, notice.AgencyId, notice.Region, Hash(bytes), store);
        if (++unlisted >= Unlisted) await Save(cancellationToken);
        return true;
    }

    /// <summary>Takes away what an earlier run wrote to the question's agencies on its year, and this one did not.</summary>
    /// <param name="agency">The id of the agency that is asked for; null: all.</param>
    /// <returns>What was removed, what stays since a person changed it, and whose.</returns>
    public async Task<IReadOnlyList<Stale>> RemoveStale(ComplianceQuestion question, long? agency, CancellationToken cancellationToken)
    {
        var stale = new List<Stale>();
        foreach (var letter in letters.Values.Where(l => !current.Contains(l.File) && l.Store is { Length: > 0 } && Whole(l.Store) == store && l.IsOf(question, agency)).OrderBy(l => l.File, StringComparer.Ordinal).ToList())
        {
            var file = Path.Combine(folder, letter.File);
            if (!await IsOurs(letter.File, cancellationToken))
            {
                stale.Add(new(letter.File, letter.AgencyId, IsRemoved: false));
                continue;
            }
            if (File.Exists(file)) stale.Add(new(letter.File, letter.AgencyId, IsRemoved: true));
            File.Delete(file);
            letters.Remove(letter.File);
            unlisted++;
        }
        return stale;
    }

    /// <summary>Saves the list, also of a run that is broken off.</summary>
    public async ValueTask DisposeAsync()
    {
        if (unlisted > 0) await Save(CancellationToken.None);
    }

    // Also where nothing stands. A link is nobody's letter, wherever it leads.
    async Task<bool> IsOurs(string name, CancellationToken cancellationToken)
    {
        var file = new FileInfo(Path.Combine(folder, name));
        if (file.LinkTarget is not null) return false;
        return !file.Exists || letters.TryGetValue(name, out var letter) && letter.Sha256 == Hash(await File.ReadAllBytesAsync(file.FullName, cancellationToken));
    }

    async Task Save(CancellationToken cancellationToken)
    {
        await Put(ListName, JsonSerializer.SerializeToUtf8Bytes(letters.Values, ReadingJson.Indented), cancellationToken);
        unlisted = 0;
    }

    // Whole or not at all.
    async Task Put(string name, byte[] bytes, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, name);
        await File.WriteAllBytesAsync(file + ".new", bytes, cancellationToken);
        File.Move(file + ".new", file, overwrite: true);
    }

    static string Whole(string data) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(data));

    static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    // A name with a folder in it, or of anything but a letter, was written by nobody of us.
    static IReadOnlyList<Letter> Read(string list)
    {
        try
        {
            return [.. (JsonSerializer.Deserialize<IReadOnlyList<Letter?>>(File.ReadAllText(list), ReadingJson.Indented) ?? []).OfType<Letter>()
                .Where(letter => letter.File is { } file && Path.GetFileName(file) == file && file.EndsWith(Ending, StringComparison.Ordinal)).DistinctBy(letter => letter.File)];
        }
        catch (JsonException trouble)
        {
            throw new InvalidDataException($"{list} 不是通知清单。{list} is no list of notices: {trouble.Message}", trouble);
        }
    }

    /// <summary>A letter as it was written.</summary>
    sealed record Letter(string File, int Year, long AgencyId, string? Region, string Sha256, string? Store)
    {
        public bool IsOf(ComplianceQuestion question, long? agency) =>
            Year == question.Year && (agency is null || agency == AgencyId) && (question.Region is null || (Region ?? "").StartsWith(question.Region, StringComparison.Ordinal));
    }
}

/// <summary>A letter of an earlier run that this one did not write.</summary>
sealed record Stale(string File, long AgencyId, bool IsRemoved);
