using System.Text;
using System.Text.Json;

namespace ReportHarvester.Publisher;

/// <summary>The data files compiled into the program, under their path in the project.</summary>
static class Resources
{
    static readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web);

    public static string Text(string path)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream(path) ?? throw new FileNotFoundException(path);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public static IReadOnlyList<string> Lines(string path) => Text(path).ReplaceLineEndings("\n").Split('\n');

    public static T Json<T>(string path) => JsonSerializer.Deserialize<T>(Text(path), options) ?? throw new InvalidDataException(path);
}
