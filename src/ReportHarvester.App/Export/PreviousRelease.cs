using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace ReportHarvester.App.Export;

/// <summary>The release before, as the description in its folder tells it.</summary>
static class PreviousRelease
{
    /// <summary>
    /// What a release is called whose data came in on the day that the version names: as the one before, where that is of the day and has the same data; with the next number after it, where it has other data.
    /// The changes that a release tells are no data, and of other releases of the day it knows nothing: a number is given once only where each release is given the last one.
    /// </summary>
    /// <param name="folder">Of the release before.</param>
    /// <param name="written">Where the tables of the new one are.</param>
    /// <exception cref="InvalidDataException">What stands there describes no release.</exception>
    public static string After(string folder, string version, string written)
    {
        var file = Path.Combine(folder, "datapackage.json");
        if (!File.Exists(file)) return version;
        try
        {
            return After(JsonDocument.Parse(File.ReadAllText(file)).RootElement, version, written);
        }
        catch (Exception none) when (none is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{file} 不是一次发布的描述。{file} does not describe a release: {none.Message}", none);
        }
    }

    static string After(JsonElement package, string version, string written)
    {
        var last = package.GetProperty("version").GetString()!;
        var number = last == version ? 1 : last.StartsWith(version + ".", StringComparison.Ordinal) && int.TryParse(last.AsSpan(version.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var further) ? further : 0;
        if (number == 0) return version;
        var hashes = package.GetProperty("resources").EnumerateArray().ToDictionary(r => r.GetProperty("path").GetString()!, r => r.GetProperty("hash").GetString());
        return PanelExport.Data.All(table => hashes.GetValueOrDefault($"{table.Name}.csv") == Hash(Path.Combine(written, $"{table.Name}.csv"))) ? last : $"{version}.{number + 1}";
    }

    static string Hash(string file)
    {
        using var stream = File.OpenRead(file);
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
