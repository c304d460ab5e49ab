using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace ReportHarvester.App;

/// <summary>One setting as it holds now.</summary>
/// <param name="Key">As it is written on the command line and, with __ for :, in the environment.</param>
/// <param name="Value">Null where nothing is set; of a secret, only that it is set.</param>
/// <param name="Origin">Where the value comes from.</param>
sealed record EffectiveSetting(string Key, string? Value, string Origin, bool Secret);

/// <summary>Settings out of a file, the environment and the command line; the later ones win.</summary>
static class SettingsFile
{
    /// <summary>Two underscores: variables with one are of no concern here.</summary>
    public const string Prefix = "REPORTHARVESTER__";

    /// <exception cref="SettingsException">A key is unknown, or a value is of the wrong kind.</exception>
    public static (Settings Settings, IReadOnlyList<EffectiveSetting> Effective) Load(FileInfo? file, IReadOnlyDictionary<string, string?> commandLine)
    {
        if (file is { Exists: false }) throw new SettingsException($"没有配置文件 {file.FullName}。There is no configuration file there.");
        try
        {
            var builder = new ConfigurationBuilder();
            if (file is not null) builder.AddJsonFile(file.FullName, optional: false);
            var root = builder.AddEnvironmentVariables(Prefix).AddInMemoryCollection(commandLine).Build();
            var known = Known(typeof(Settings), "", new Settings()).ToList();
            RefuseUnknown(root, known);
            return (root.Get<Settings>() ?? new Settings(), [.. known.Select(setting => Effective(root, setting))]);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or InvalidDataException or FormatException)
        {
            // What wraps it only says that loading failed.
            throw new SettingsException($"配置有误。{wrong.Message} {wrong.InnerException?.Message}".TrimEnd());
        }
    }

    static void RefuseUnknown(IConfigurationRoot root, List<EffectiveSetting> known)
    {
        var keys = known.Select(setting => setting.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unknown = root.AsEnumerable().Where(entry => !keys.Contains(entry.Key) && !(entry.Value is null && keys.Any(key => key.StartsWith(entry.Key + ":", StringComparison.OrdinalIgnoreCase))));
        var lines = unknown.Where(entry => root.GetSection(entry.Key).GetChildren().All(child => child.Value is null)).Select(entry => $"{entry.Key} ({Origin(root, entry.Key)})").Order(StringComparer.Ordinal).ToList();
        if (lines.Count > 0) throw new SettingsException($"未知的配置项，请用 config check 查看全部配置项。No such setting: {string.Join(", ", lines)}; `config check` lists all there are.");
    }

    static IEnumerable<EffectiveSetting> Known(Type type, string prefix, object defaults) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property =>
    {
        var (key, value) = (prefix + char.ToLowerInvariant(property.Name[0]) + property.Name[1..], property.GetValue(defaults));
        return value is not null && property.PropertyType is { IsClass: true } nested && nested != typeof(string)
            ? Known(nested, key + ":", value)
            : [new EffectiveSetting(key, value is bool yes ? (yes ? "true" : "false") : value?.ToString(), "默认 default", property.GetCustomAttribute<SecretAttribute>() is not null)];
    });

    static EffectiveSetting Effective(IConfigurationRoot root, EffectiveSetting setting)
    {
        var held = root[setting.Key] is { } set ? setting with { Value = set, Origin = Origin(root, setting.Key) } : setting;
        return held is { Secret: true, Value: not null } ? held with { Value = "（不显示 not shown）" } : held;
    }

    static string Origin(IConfigurationRoot root, string key) => root.Providers.Last(provider => provider.TryGet(key, out _)) switch
    {
        JsonConfigurationProvider json => Path.Combine((json.Source.FileProvider as Microsoft.Extensions.FileProviders.PhysicalFileProvider)?.Root ?? "", json.Source.Path ?? ""),
        EnvironmentVariablesConfigurationProvider => $"环境变量 environment {Prefix}{key.Replace(":", "__")}",
        _ => "命令行 command line",
    };
}
